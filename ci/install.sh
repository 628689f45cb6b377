#!/usr/bin/env bash
# Installs a released handback: downloads the archive for this machine, holds it against its checksum, unpacks the program.
# A version that is not there is an error; no other takes its place.
#
#     HANDBACK_REPOSITORY=OWNER/NAME ci/install.sh
#
# | variable              | meaning                                                                                       |
# | --------------------- | --------------------------------------------------------------------------------------------- |
# | HANDBACK_VERSION      | version to install, `0.1.0` or `v0.1.0`; default: that of the Cargo.toml above this script    |
# | HANDBACK_SHA256       | checksum that the archive must have; default: the one in SHA256SUMS of the same release       |
# | HANDBACK_RELEASES     | address of the folder with a folder for each version (a mirror); default: the releases of ... |
# | HANDBACK_REPOSITORY   | ... this repository, at GITHUB_SERVER_URL or github.com                                       |
# | HANDBACK_ATTESTATION  | `true`: the archive must have an attestation of that repository; needs `gh` and GH_TOKEN      |
# | HANDBACK_INSTALL_DIR  | where the program goes; default: RUNNER_TEMP/handback, else ~/.local/bin                      |
#
# In GitHub Actions later steps find the program (GITHUB_PATH), and the outputs `version` and `path` name it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=ci/asset.sh
. "$here/asset.sh"

fail() {
    echo "handback: $*" >&2
    exit 2
}

# The version of the package, which is the first in Cargo.toml that has the form of one.
own_version() {
    sed -n 's/^version = "\([0-9][^"]*\)"$/\1/p' "$here/../Cargo.toml" | head -n 1
}

sha256() {
    if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# Downloads ADDRESS to FILE. Over HTTPS alone, but for this machine itself.
download() {
    local protocol='=https'
    case $1 in http://127.0.0.1:* | http://localhost:*) protocol='=http' ;; esac
    curl --fail --silent --show-error --location --retry 3 --connect-timeout 20 --proto "$protocol" --output "$2" "$1" ||
        fail "cannot download $1: is there a release of this version, and does it have this file?"
}

# Prints the checksum that the release itself names for NAME.
published_checksum() {
    download "$1/SHA256SUMS" "$work/SHA256SUMS"
    local sum
    sum=$(awk -v name="$2" '{ sub(/^\*/, "", $2) } $2 == name { print $1 }' "$work/SHA256SUMS")
    [ -n "$sum" ] || fail "$1/SHA256SUMS does not name $2"
    echo "$sum"
}

unpack() {
    case $1 in
    *.zip) if command -v unzip >/dev/null; then unzip -q "$1" -d "$2"; else tar -xf "$1" -C "$2"; fi ;;
    *) tar -xzf "$1" -C "$2" ;;
    esac
}

version=${HANDBACK_VERSION:-$(own_version)}
version=${version#v}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] || fail "'$version' is no version; expected something like 0.1.0"
target=$(handback_target "$(uname -s)" "$(uname -m)") ||
    fail "there is no released program for $(uname -s) on $(uname -m); build it with \`cargo install --locked --path .\`"
asset=$(handback_asset "$version" "$target")
releases=${HANDBACK_RELEASES:-}
if [ -z "$releases" ]; then
    [ -n "${HANDBACK_REPOSITORY:-}" ] || fail "set HANDBACK_REPOSITORY to OWNER/NAME of where handback is released"
    releases=${GITHUB_SERVER_URL:-https://github.com}/$HANDBACK_REPOSITORY/releases/download
fi
folder=${releases%/}/v$version

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
expected=${HANDBACK_SHA256:-}
[ -n "$expected" ] || expected=$(published_checksum "$folder" "$asset")
download "$folder/$asset" "$work/$asset"
actual=$(sha256 "$work/$asset")
[ "$actual" = "$(tr 'A-F' 'a-f' <<<"$expected")" ] ||
    fail "$folder/$asset has the SHA-256 checksum $actual, expected $expected: not installed"
if [ "${HANDBACK_ATTESTATION:-}" = true ]; then
    [ -n "${HANDBACK_REPOSITORY:-}" ] || fail "set HANDBACK_REPOSITORY to OWNER/NAME of who attests the archive"
    gh attestation verify "$work/$asset" --repo "$HANDBACK_REPOSITORY" >&2 ||
        fail "$asset has no attestation of $HANDBACK_REPOSITORY: not installed"
fi

mkdir "$work/unpacked"
unpack "$work/$asset" "$work/unpacked"
program=handback
case $target in *-windows-*) program=handback.exe ;; esac
found=("$work"/unpacked/*/"$program")
[ -f "${found[0]}" ] || fail "$asset holds no $program"
into=${HANDBACK_INSTALL_DIR:-${RUNNER_TEMP:+$RUNNER_TEMP/handback}}
into=${into:-$HOME/.local/bin}
mkdir -p "$into"
cp "${found[0]}" "$into/$program.new"
chmod 755 "$into/$program.new"
mv -f "$into/$program.new" "$into/$program"
"$into/$program" --version

if [ -n "${GITHUB_PATH:-}" ]; then echo "$into" >>"$GITHUB_PATH"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    { echo "version=$version"; echo "path=$into/$program"; } >>"$GITHUB_OUTPUT"
fi
