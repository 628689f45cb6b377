# A contributor corrects the page, the writer the English, and extract runs first: the correction is kept.
translated
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
edit source-docs/a.md 'to keep it' 'to store it'
ends 0 handback extract
ends 0 handback sync
says 'rescued-pages/localized-docs/fr-FR/a.md'
has rescued-pages/localized-docs/fr-FR/a.md 'Ouvrez la belle page'
