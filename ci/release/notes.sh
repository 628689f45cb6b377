#!/usr/bin/env bash
# Prints what CHANGELOG.md says of VERSION, or of what is not released yet if it has no section of its own.
#
#     ci/release/notes.sh VERSION
set -euo pipefail

changelog=$(dirname "${BASH_SOURCE[0]}")/../../CHANGELOG.md
section() {
    awk -v wanted="$1" '/^## / { inside = index($2, wanted) == 1 || $2 == "[" wanted "]"; next } inside' "$changelog"
}
notes=$(section "$1")
[ -n "${notes//[[:space:]]/}" ] || notes=$(section Unreleased)
[ -n "${notes//[[:space:]]/}" ] || { echo "CHANGELOG.md has neither a section $1 nor one of what is unreleased" >&2; exit 1; }
printf '%s\n' "$notes"
