#!/usr/bin/env bash
# Unpacks an archive that package.sh made and uses the program in it, on the bundled sample: what was packed has run.
#
#     ci/release/try.sh VERSION TARGET FOLDER
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=ci/asset.sh
. "$root/ci/asset.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
asset=$3/$(handback_asset "$1" "$2")
python3 -c 'import shutil, sys; shutil.unpack_archive(sys.argv[1], sys.argv[2])' "$asset" "$work"
name=handback
case $2 in *-windows-*) name=handback.exe ;; esac
found=("$work"/*/"$name")
program=${found[0]}
[ -f "$program" ] || { echo "no $name in $asset" >&2; exit 1; }
chmod +x "$program" # zipfile does not unpack rights

said=$("$program" --version)
case "$said " in "handback $1 "*) ;; *) echo "$asset is handback $1, and says: $said" >&2; exit 1 ;; esac
for file in man/handback.1 man/handback-sync.1 completions/handback.bash completions/_handback completions/handback.fish; do
    [ -s "$(dirname "$program")/$file" ] || { echo "no $file in $asset" >&2; exit 1; }
done
cp -R "$root/source-docs" "$root/locales" "$root/handback.yaml" "$work/"
cd "$work"
"$program" sync >first
"$program" sync --exit-code >second || { echo "the second sync wrote something:" >&2; cat second >&2; exit 1; }
cat first
