#!/usr/bin/env bash
# Has a program write its manual pages and completions below FOLDER: `man/` and `completions/`.
#
#     ci/release/extras.sh PROGRAM FOLDER
set -euo pipefail

mkdir -p "$2/completions"
"$1" man "$2/man" >/dev/null
"$1" completions bash >"$2/completions/handback.bash"
"$1" completions zsh >"$2/completions/_handback"
"$1" completions fish >"$2/completions/handback.fish"
"$1" completions powershell >"$2/completions/_handback.ps1"
