# A document is renamed while a machine is configured: its page moves, the old one goes.
drafted
git mv source-docs/a.md source-docs/b.md
ends 0 handback sync
absent $PAGE
has localized-docs/fr-FR/b.md '⟦'
absent rescued-pages
