# A wording is committed and taken back by a commit, and no sync ever saw it: `log` shows it.
translated
edit $FTL 'Ouvrez la page.' 'Ouvrez tout.'
commit 'a better idea'
git revert --no-edit HEAD >/dev/null
ends 0 handback sync
has $FTL 'Ouvrez la page.'
ends 0 handback log open-the-settings-page
says 'Ouvrez tout.'
says 'Ouvrez la page.'
says 'unproven, replaced since'
# What lies below the line with the id, too.
printf '%s\n' 'guide =' '    Le guide' '    de tous' >$FTL
ends 0 handback sync
commit 'in two lines'
edit $FTL 'de tous' 'de toutes'
commit 'toutes'
git revert --no-edit HEAD >/dev/null
ends 0 handback sync
ends 0 handback log guide
says 'de toutes'
