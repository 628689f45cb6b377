# A page is corrected while its English moves on, and there is no git: the catalog knows which English it was.
translated
rm -rf .git
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
edit $PAGE 'Choisissez' 'Prenez'
edit source-docs/a.md 'to keep it' 'to keep it and close the window'
printf '\nA new paragraph here.\n' >>source-docs/a.md
ends 0 handback sync --take-edits
says '2 wordings taken over'
has $FTL 'Ouvrez la belle page'
# This one was made from the English of before: it is kept, and it is stale.
has $FTL 'Prenez **Save**'
has $PAGE 'belle page'
lacks $PAGE 'Prenez'
whose HT 3
absent rescued-pages
ends 1 handback check
says 'stale'
