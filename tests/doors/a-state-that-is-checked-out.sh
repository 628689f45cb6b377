# Only the state goes back to what was committed.
drafted
printf '\nA fourth text.\n' >>source-docs/a.md
ends 0 handback sync
git checkout -q -- $STATE
rm -rf .handback/stamps
ends 0 handback sync
whose MT 4
whose HT 0
has $PAGE 'ms.translationtype: MT'
