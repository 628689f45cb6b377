# A checkout without some of the documents: what is left out is not gone.
translated
mkdir source-docs/net
printf 'A text of the net.\n' >source-docs/net/n.md
ends 0 handback sync
printf 'a-text-of-the-net = Un texte du réseau.\n' >locales/fr-FR/net/n.ftl
ends 0 handback sync
commit 'another folder'
git sparse-checkout set --no-cone '/*' '!/source-docs/net/' >/dev/null 2>&1
absent source-docs/net/n.md
rm -rf .handback
ends 0 handback sync --prune
has locales/fr-FR/net/n.ftl 'Un texte du réseau.'
has locales/en-US/net/n.ftl 'A text of the net.'
lacks locales/fr-FR/net/n.yaml obsolete
has localized-docs/fr-FR/net/n.md 'Un texte du réseau.'
ends 0 git diff --quiet
