# The same where an extraction ran ahead of the page: translations know the English that they were made from.
translated
rm -rf .git
edit source-docs/a.md 'to keep it' 'to keep it and close the window'
ends 0 handback extract
edit $PAGE 'Choisissez' 'Prenez'
ends 0 handback sync --take-edits
says '1 wording taken over'
has $FTL 'Prenez **Save**'
lacks $PAGE 'Prenez'
absent rescued-pages
ends 1 handback check
says 'stale'
