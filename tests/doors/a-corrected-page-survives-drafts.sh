# A machine drafts after the correction.
translated 'translate: {provider: pseudo}'
edit $PAGE 'Ouvrez la page' 'Ouvrez la belle page'
printf '\nA new text.\n' >>source-docs/a.md
ends 0 handback sync
has rescued-pages/localized-docs/fr-FR/a.md 'belle page'
