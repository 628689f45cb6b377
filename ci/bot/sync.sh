#!/usr/bin/env bash
# Syncs with drafts, and writes a list of the translations that came as Markdown: what `handback review` shows after the sync
# and did not show before.
#
# ARGUMENTS  more arguments for `handback sync`, separated by blanks
# TEXT       file for the list
#
# Ends with 2 if the project cannot be read. A text that a machine could not translate, or a service that refuses all of them,
# stops nothing: what came from others is to be proposed. The output `code` is that of the sync.
set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read -r -d '' -a arguments <<<"${ARGUMENTS:-}" || true

# One line for each wording: locale, message, document if it is that of a single one, English, wording, where it is from. A
# stale translation keeps its place where a person wrote it, and the draft waits beside it.
wordings() {
    handback review --state stale --state missing --state unproven --state machine --state human --format json |
        jq --compact-output '.locales[] | .locale as $locale | .entries[]
            | (if .draft then {text: .draft.text, origin: .draft.origin} else {text: .translation, origin: .origin} end) as $wording
            | select($wording.text != null)
            | [$locale, .id, .document, .english, $wording.text, $wording.origin]'
}

wordings >"$work/before"
code=0
handback sync ${arguments[@]+"${arguments[@]}"} >"$work/log" 2>&1 || code=$?
cat "$work/log"
wordings >"$work/after"
# By jq, since lines would have to be sorted alike by two programs.
jq --null-input --compact-output --slurpfile before "$work/before" --slurpfile after "$work/after" '
    ($before | map({key: tostring, value: true}) | from_entries) as $known
    | $after | map(select($known[tostring] | not))' >"$work/new"
jq --raw-output --arg code "$code" --rawfile log "$work/log" -f "$here/list.jq" "$work/new" >"$TEXT"
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$TEXT" >>"$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
    { echo "drafts=$(jq length "$work/new")"; echo "code=$code"; } >>"$GITHUB_OUTPUT"
fi
