# Two people edit neighboring messages in two branches: git merges both files by itself.
translated
git checkout -qb other
edit $FTL 'Le guide' 'Mon guide'
ends 0 handback sync
commit 'the first'
git checkout -q main
edit $FTL 'Ouvrez la page.' 'Ouvrez toute la page.'
ends 0 handback sync
commit 'the second'
ends 0 git merge -q --no-edit other
ends 0 handback sync
has $FTL 'Mon guide'
has $FTL 'Ouvrez toute la page.'
whose HT 3
ends 0 git diff --quiet
