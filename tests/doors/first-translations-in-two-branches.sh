# Two branches begin to translate one page: both add its resource and its state. Plain git stops, `resolve` repairs it.
project
commit english
git checkout -qb other
printf '%s\n' 'guide = Mon guide' 'open-the-settings-page = Ouvrez la page.' >$FTL
ends 0 handback sync
commit 'the first'
git checkout -q main
printf '%s\n' 'guide = Le guide' 'choose-save-to-keep-it = Choisissez **Save**.' >$FTL
ends 0 handback sync
commit 'the second'
ends 1 git merge -q --no-edit other
has $FTL '<<<<<<<'
ends 0 handback resolve
says 'Two people worded 1 message differently: guide'
lacks $FTL '<<<<<<<'
ends 0 handback sync
has $FTL 'Le guide'
has $FTL 'Ouvrez la page.'
has $FTL 'Choisissez **Save**.'
has $STATE 'Mon guide'
whose HT 3
lacks $PAGE '<<<<<<<'
absent rescued-pages
ends 0 handback check
says 'open-decision'
