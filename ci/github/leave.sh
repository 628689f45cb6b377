#!/usr/bin/env bash
# Puts what there is to say about a pull request into a folder, for ci/comment/relay.sh.
#
#     leave.sh FILE FOLDER
#
# NUMBER, MARKER  as in comment.sh
# DRIFT           drift or clean
set -euo pipefail

mkdir -p "$2"
cp "$1" "$2/text.md"
printf '%s\n' "$NUMBER" >"$2/number"
printf '%s\n' "$DRIFT" >"$2/state"
printf '%s\n' "${MARKER:-.}" >"$2/marker"
