# A bot's branch with drafts is merged; its states lose against ours.
project
commit english
git checkout -qb bot
ends 0 handback translate --provider pseudo
ends 0 handback sync
commit drafts
git checkout -q main
printf 'guide = Le guide\n' >$FTL
ends 0 handback sync
commit 'by hand'
git merge -q bot >/dev/null 2>&1 || :
ends 0 handback resolve
git add -A
git commit -qm merged
ends 0 handback sync
has $FTL 'guide = Le guide'
has $FTL '⟦'
whose HT 1
whose MT 2
