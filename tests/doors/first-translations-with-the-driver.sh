# The same with the merge driver: the catalog merges by itself, and only the page, which is generated, is left.
project
ends 0 handback init --git --config other.yaml || :
rm -f other.yaml
git config merge.handback.driver 'handback merge-driver %O %A %B %P %Y'
printf 'locales/** merge=handback\n' >.gitattributes
commit english
git checkout -qb other
printf '%s\n' 'guide = Mon guide' 'open-the-settings-page = Ouvrez la page.' >$FTL
ends 0 handback sync
commit 'the first'
git checkout -q main
printf '%s\n' 'guide = Le guide' 'choose-save-to-keep-it = Choisissez **Save**.' >$FTL
ends 0 handback sync
commit 'the second'
git merge -q --no-edit other >/dev/null 2>&1 || :
[ -z "$(git ls-files --unmerged locales)" ] || fail "the catalog conflicts: $(git ls-files --unmerged locales)"
ends 0 handback sync
has $FTL 'Le guide'
has $FTL 'Ouvrez la page.'
has $FTL 'Choisissez **Save**.'
has $STATE 'Mon guide'
whose HT 3
lacks $PAGE '<<<<<<<'
absent rescued-pages
