# An extraction takes note of the rename first: the old page is reported all the same, and goes when asked.
translated
git mv source-docs/a.md source-docs/b.md
ends 0 handback extract
ends 0 handback sync
says 'localized-docs/fr-FR/a.md'
ends 0 handback sync --prune
absent $PAGE
absent rescued-pages
