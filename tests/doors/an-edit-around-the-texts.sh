# The form of a page is corrected, not its words, while its English moves on: it is not written over unseen.
translated
edit $PAGE '# Le guide' '## Le guide'
edit source-docs/a.md 'to keep it' 'to keep it and close the window'
ends 1 handback check
says 'hand-edited-output'
handback sync >said 2>&1 || :
has said 'rescued-pages/localized-docs/fr-FR/a.md'
has rescued-pages/$PAGE '## Le guide'
lacks $PAGE '## Le guide'
