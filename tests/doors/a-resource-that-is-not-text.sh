# A resource that cannot be read is not an empty one: resolve leaves it alone.
translated
awk '/^  # guide/ { copy = 1 } copy && /^$/ { copy = 0 } { print } copy { kept = kept $0 "\n" } /^$/ && kept != "" && !done { print kept; done = 1 }' \
    $STATE >twice
mv twice $STATE
printf '\377\376 not text\n' >$FTL
cp $FTL before
handback resolve >/dev/null 2>&1 || :
ends 0 cmp -s $FTL before
