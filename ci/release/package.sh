#!/usr/bin/env bash
# Makes the archive of a release: the program, how it is used (manual pages, completions) and under which terms. The program has
# to run here.
#
#     ci/release/package.sh VERSION TARGET PROGRAM FOLDER      prints the path of the archive, which is in FOLDER
#
# The same files make the same archive: names are sorted, and every entry is of SOURCE_DATE_EPOCH (default: the last commit).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=ci/asset.sh
. "$root/ci/asset.sh"
version=$1 target=$2 program=$3 out=$4
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
asset=$(handback_asset "$version" "$target")
folder=$work/${asset%.zip}
folder=${folder%.tar.gz}
mkdir -p "$folder" "$out"
cp "$program" "$folder/"
cp "$root"/README.md "$root"/CHANGELOG.md "$root"/LICENSE-* "$root"/handback.schema.json "$folder/"
"$root/ci/release/extras.sh" "$program" "$folder"
python3 "$root/ci/release/archive.py" "$folder" "$out/$asset"
echo "$out/$asset"
