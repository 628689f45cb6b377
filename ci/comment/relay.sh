#!/usr/bin/env bash
# Writes what runs for pull requests from forks left to say. Everything in FOLDER was made by whoever opened the pull request, so
# it decides nothing but the words: the comment goes to a pull request whose head is HEAD, and to no other.
#
# FOLDER  a folder for each artifact, with `number`, `state`, `marker` and `text.md` in it
# HEAD    commit that the run was for
# GH_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL  as in ci/github/comment.sh
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[[ ${HEAD:-} =~ ^[0-9a-f]{40,64}$ ]] || { echo "::error title=handback::HEAD is no commit"; exit 2; }

# The first line of a file, as far as it goes.
line() { head -n 1 "$1" | cut -c 1-"$2"; }

: "${FOLDER:?}"
seen=0
for folder in "$FOLDER"/*/; do
    [ -f "$folder/number" ] || continue
    seen=$((seen + 1))
    number=$(line "$folder/number" 20)
    state=$(line "$folder/state" 10)
    if [[ ! $number =~ ^[0-9]+$ ]] || [[ ! $state =~ ^(drift|clean)$ ]]; then
        echo "::warning title=handback::an artifact names no pull request; it was left alone"
        continue
    fi
    # A comment may have 65,536 characters.
    head -c 60000 "$folder/text.md" >"$folder/cut.md"
    NUMBER=$number MARKER=$(line "$folder/marker" 200) "$here/../github/comment.sh" "$folder/cut.md" "$state"
done
echo "Artifacts: $seen"
