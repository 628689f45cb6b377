# Power was lost: the resource is there, and empty. Nobody removed these translations.
translated
: >$FTL
ends 2 handback sync
whose HT 3
git checkout -q -- $FTL
ends 0 handback sync
whose HT 3
