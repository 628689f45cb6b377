# Drafts, stashed and popped, and stashed while an editor keeps the resource.
drafted
printf '\nA fourth text.\n' >>source-docs/a.md
ends 0 handback sync
whose MT 4
git stash -q
ends 0 handback sync
git checkout -q .
git stash pop -q
ends 0 handback sync
whose MT 4
whose HT 0
