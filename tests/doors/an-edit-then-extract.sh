# A translator edits a resource; somebody extracts before the sync: neither the edit nor the page is taken for a hand edit.
translated
edit $FTL 'Ouvrez la page.' 'Ouvrez donc la page.'
ends 0 handback extract
ends 1 handback check
case $said in *"edited by hand"*) fail "$said" ;; esac
ends 0 handback sync
has $PAGE 'Ouvrez donc la page.'
absent rescued-pages
whose HT 3
