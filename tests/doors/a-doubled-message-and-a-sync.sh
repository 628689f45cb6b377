# Both wordings of a message stand in the resource, a machine's and a person's; a sync comes before `resolve`.
drafted
machine=$(grep '^guide = ' $FTL)
sed -i 's/^guide = .*/guide = Le guide/' $FTL
ends 0 handback sync --no-mt
whose HT 1
printf '\n%s\n' "$machine" >>$FTL
ends 2 handback sync --no-mt
says 'stands twice'
ends 0 handback resolve
case $said in *'Two people'*) fail "a machine is no person: $said" ;; esac
lacks $STATE alternatives
has $FTL 'guide = Le guide'
ends 0 handback sync --no-mt
whose HT 1
whose MT 2
