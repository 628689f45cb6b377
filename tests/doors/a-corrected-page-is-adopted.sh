# The correction of a page that handback wrote is adopted: a person's, whoever made the rest, and English stays missing.
drafted
printf '\nA text without translation.\n' >>source-docs/a.md
ends 0 handback sync --no-mt
edit $PAGE '^⟦Óƥéñ.*' 'Ouvrez la page des réglages.'
ends 0 handback adopt --locale fr-FR localized-docs/fr-FR
has $FTL 'Ouvrez la page des réglages.'
whose HT 1
whose MT 2
lacks $FTL 'A text without translation.'
ends 0 handback sync --no-mt
has $PAGE 'Ouvrez la page des réglages.'
edit source-docs/a.md 'settings page' 'settings of the page'
ends 0 handback sync
has $FTL 'Ouvrez la page des réglages.'
