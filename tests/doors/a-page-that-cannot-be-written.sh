# A folder lies in the place of a page: the run says that the page does not show what the counts say.
translated
rm $PAGE
mkdir -p $PAGE/inside
edit $FTL 'Le guide' 'Mon guide'
ends 2 handback sync
says '1 page could not be written'
ends 2 handback sync
says 'No file was written'
rm -r $PAGE
ends 0 handback sync
case $said in *'could not'*) fail "$said" ;; esac
has $PAGE 'Mon guide'
