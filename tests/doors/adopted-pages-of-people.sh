# Pages that do not say who translated them are a person's; a machine's draft waits beside them.
project 'metadata: none'
mkdir pub
printf '# Le guide\n\nOuvrez la page des réglages.\n\nChoisissez **Save** pour garder.\n' >pub/a.md
ends 1 handback adopt --locale fr-FR pub
whose HT 3
ends 0 handback sync
edit source-docs/a.md 'Open the settings page.' 'Look at the settings, and at the whole page.'
printf 'translate: {provider: pseudo}\n' >>handback.yaml
ends 0 handback sync
has $FTL 'Ouvrez la page des réglages.'
has $STATE 'draft:'
