# "Accept both" left the state of a message twice.
translated
awk '/^  # guide/ { copy = 1 } copy && /^$/ { copy = 0 } { print } copy { kept = kept $0 "\n" } /^$/ && kept != "" && !done { print kept; done = 1 }' \
    $STATE >twice
mv twice $STATE
ends 2 handback sync
says 'stands twice, on lines'
ends 0 handback resolve
ends 0 handback sync
whose HT 3
