#!/usr/bin/env bash
# Writes what a pull request does to translations as Markdown, fit for a comment, and prints `drift` or `clean`.
#
#     drift.sh SINCE FILE
set -euo pipefail

code=0
handback diff --since "$1" --format markdown --exit-code >"$2" || code=$?
case $code in
0) echo clean ;;
1) echo drift ;;
*) exit "$code" ;;
esac
