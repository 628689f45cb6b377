#!/usr/bin/env bash
# Fails if files that handback made are not part of the commit: a hook sees the whole folder, and a commit only what was added.
#
#     left-behind.sh [FOLDER...]      folders of resources and pages; default: locales localized-docs
#
# Ends with 1 if a file in them is new and neither added nor ignored, or was changed or removed and that was not added.
set -euo pipefail

if [ $# -eq 0 ]; then set -- locales localized-docs; fi
# Both commands name files from the current folder; `:/` would be the top of the repository.
new=$(git ls-files --others --exclude-standard -- "$@")
changed=$(git diff --name-only --relative -- "$@")
if [ -z "$new$changed" ]; then exit 0; fi
{
    echo "These files would be missing in the commit, or be there as they were before:"
    printf '%s\n%s\n' "$new" "$changed" | sed -e '/^$/d' -e 's/^/  /' | sort -u
    echo "Add them: git add -A -- $*"
} >&2
exit 1
