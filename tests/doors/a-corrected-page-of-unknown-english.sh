# Nobody knows the English of a corrected page any more: nothing is taken, the page is kept, and what is said works.
translated
rm -rf .git
cp -r source-docs before
printf '# Guide\n\nOpen the settings page.\n\nAn added one.\n\nPress **Save** and close the window.\n' >source-docs/a.md
ends 0 handback extract
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
edit $PAGE 'Choisissez' 'Prenez'
ends 1 handback sync --take-edits
says 'its English of then is not known any more'
says 'handback adopt --locale fr-FR --force --source-at FOLDER rescued-pages/localized-docs/fr-FR'
lacks $FTL 'belle page'
has rescued-pages/$PAGE 'Ouvrez la belle page'
handback adopt --locale fr-FR --force --source-at before rescued-pages/localized-docs/fr-FR >said 2>&1 || :
has $FTL 'Ouvrez la belle page'
ends 0 handback sync
has $PAGE 'Ouvrez la belle page'
