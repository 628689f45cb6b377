# Somebody removed only the marks of a conflict: a message has two states and two wordings below one id.
translated
git checkout -qb other
edit $FTL 'Le guide' 'Mon guide'
ends 0 handback sync
commit 'the first'
git checkout -q main
edit $FTL 'Le guide' 'Un guide'
ends 0 handback sync
commit 'the second'
ends 1 git merge -q --no-edit other
for file in $FTL $STATE $PAGE locales/fr-FR/a.page.yaml; do
    sed -i '/^<<<<<<< /d; /^=======$/d; /^>>>>>>> /d' $file
done
commit 'both, of course'
ends 2 handback sync
says 'handback resolve'
has $FTL 'Mon guide'
has $FTL 'Un guide'
ends 0 handback resolve
says 'Two people worded 1 message differently: guide'
ends 0 handback sync
has $FTL 'Un guide'
has $STATE 'Mon guide'
whose HT 3
ends 0 handback check
says 'open-decision'
