#!/usr/bin/env bash
# Runs `handback check` as a step of GitHub Actions: annotations on the lines, a table in the summary of the step (both by
# `--format github`) and, if SARIF names a file, the same findings for code scanning.
#
# SINCE      git revision: only what changed since then is looked at; `all`: everything; empty: since BASE, if that is set
# BASE       branch that a pull request is for
# ARGUMENTS  more arguments, separated by blanks or line ends
# SARIF      file to write; empty: none
#
# Ends with the code of the check: 0 clean, 1 findings, 2 the project cannot be read.
set -euo pipefail

since=${SINCE:-${BASE:+origin/$BASE}}
arguments=()
if [ -n "$since" ] && [ "$since" != all ]; then arguments+=(--changed-since "$since"); fi
# An argument with blanks in it cannot be given here; the configuration has a place for all that would need one.
read -r -d '' -a more <<<"${ARGUMENTS:-}" || true
arguments+=(${more[@]+"${more[@]}"})

code=0
handback check ${arguments[@]+"${arguments[@]}"} --format github || code=$?
if [ -n "${SARIF:-}" ] && [ "$code" -lt 2 ]; then
    # The same findings once more, so the same code; one that differs is worth a look.
    again=0
    handback check ${arguments[@]+"${arguments[@]}"} --format sarif >"$SARIF" || again=$?
    [ "$again" -eq "$code" ] || { echo "::error title=handback::two checks in a row ended with $code and $again"; code=2; }
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "code=$code" >>"$GITHUB_OUTPUT"; fi
exit "$code"
