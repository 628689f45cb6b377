# Two people word one message differently: both wordings are kept, and a person decides.
translated
ends 0 handback init --git --config other.yaml || :
rm -f other.yaml
git config merge.handback.driver 'handback merge-driver %O %A %B %P'
printf 'locales/** merge=handback\n' >.gitattributes
commit driver
git checkout -qb other
edit $FTL 'Ouvrez la page.' 'Ouvre la page.'
ends 0 handback sync
commit 'the first'
git checkout -q main
edit $FTL 'Ouvrez la page.' 'Allez à la page.'
ends 0 handback sync
commit 'the second'
git merge -q --no-edit other >/dev/null 2>&1 || { handback resolve >/dev/null; git add -A; git commit -qm merged; }
ends 0 handback sync
has $FTL 'Allez à la page.'
has $STATE 'Ouvre la page.'
ends 0 handback check
says 'open-decision'
