# Resources come in by git without their states. A few texts, and edits of what was known, are a person's; a whole file
# of texts that nothing knows may as well be a machine's.
project 'authors: [{match: "Lee*", type: HT}]'
printf '# Guide\n\nOpen the settings page.\n\nChoose **Save** to keep it.\n\nThen close the window.\n\nThat is all of it.\n' >source-docs/a.md
ends 0 handback sync
commit english
printf '%s\n' 'guide = Le guide' 'open-the-settings-page = Ouvrez la page.' >$FTL
commit 'two texts'
rm -rf .handback
ends 0 handback sync
whose HT 2
commit state
rm $STATE $FTL
printf '%s\n' 'guide = Un guide' 'open-the-settings-page = Ouvre la page.' 'choose-save-to-keep-it = Choisis **Save**.' \
    'then-close-the-window = Ferme la fenêtre.' 'that-is-all-of-it = C’est tout.' >$FTL
commit 'from somewhere'
rm -rf .handback
ends 0 handback sync
whose unproven 5
has $PAGE 'ms.translationtype: MT'
# The configuration knows some authors.
git checkout -q HEAD -- .
printf '\n' >>$FTL
for id in guide open choose then that; do sed -i "/^$id/s/\$/ Vraiment./" $FTL; done
GIT_AUTHOR_NAME='Lee Chen' commit 'by a translator'
rm -rf .handback $STATE
ends 0 handback sync
whose HT 5
# Whoever words again what is known is a person, in any number.
commit states
for id in guide open choose then that; do sed -i "/^$id/s/\$/ Si./" $FTL; done
commit 'again'
rm -rf .handback
ends 0 handback sync
whose HT 5
