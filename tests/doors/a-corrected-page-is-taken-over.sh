# The same correction, taken over: a person's, and no other unit changes.
translated
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
ends 0 handback sync --take-edits
has $FTL 'Ouvrez la belle page'
has $PAGE 'Ouvrez la belle page'
whose HT 3
absent rescued-pages
