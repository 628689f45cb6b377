# The page of a renamed document was corrected.
translated
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
git mv source-docs/a.md source-docs/b.md
ends 0 handback sync
has rescued-pages/localized-docs/fr-FR/a.md 'belle page'
