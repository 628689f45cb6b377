# Two people correct one text, one in the page and one in the resource; the page is adopted: the resource counts.
translated
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
edit $FTL 'Ouvrez la page' 'Ouvrez toute la page'
ends 1 handback adopt --locale fr-FR localized-docs/fr-FR
says 'was edited here and in its resource: the resource counts'
has $FTL 'Ouvrez toute la page'
lacks $FTL 'belle page'
ends 0 handback sync
has rescued-pages/localized-docs/fr-FR/a.md 'belle page'
