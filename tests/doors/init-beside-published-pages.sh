# French pages are published already; somebody sets handback up and syncs.
mkdir -p source-docs localized-docs/fr-FR
printf '# One\n\nSome words of text.\n' >source-docs/a.md
printf '# Un\n\nQuelques mots de texte.\n' >localized-docs/fr-FR/a.md
ends 0 handback init
says 'handback adopt --locale fr-FR localized-docs/fr-FR'
ends 1 handback sync
says 'is left alone'
has $PAGE 'Quelques mots de texte.'
ends 1 handback adopt --locale fr-FR localized-docs/fr-FR
whose HT 2
ends 0 handback sync
has $PAGE 'Quelques mots de texte.'
