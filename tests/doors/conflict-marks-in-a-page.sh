# A page, which is generated, holds the marks of a conflict: nobody edited it, and it is written again.
translated
git checkout -qb other
edit $FTL 'Le guide' 'Mon guide'
edit $FTL 'Ouvrez la page.' 'Ouvre la page.'
ends 0 handback sync
commit 'the first'
git checkout -q main
edit $FTL 'Ouvrez la page.' 'Allez à la page.'
ends 0 handback sync
commit 'the second'
ends 1 git merge -q --no-edit other
ends 0 handback resolve
git add locales
cp $PAGE marked
has marked '<<<<<<<'
# In a checkout that did not write either side, too.
rm -rf .handback
ends 1 handback check
says 'holds the marks of a merge conflict'
ends 0 handback sync
says 'held the marks of a merge conflict'
has $PAGE 'Mon guide'
has $PAGE 'Allez à la page.'
lacks $PAGE '<<<<<<<'
absent rescued-pages
# An edit in one of the sides is an edit.
cp marked $PAGE
edit $PAGE 'Allez à la page' 'Allez vite à la page'
ends 0 handback sync
says 'was edited by hand (in a conflict, line'
has rescued-pages/$PAGE 'Allez vite à la page'
# Marks are no text to take over.
cp marked $PAGE
edit $PAGE 'Allez à la page' 'Allez lentement à la page'
ends 2 handback sync --take-edits
says 'holds the marks of a merge conflict'
lacks $FTL '<<<<'
lacks $FTL 'lentement'
has rescued-pages/$PAGE.2 'lentement'
