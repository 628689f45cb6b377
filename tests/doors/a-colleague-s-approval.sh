# A colleague approved what this checkout drafted; the state file is then lost here: git has the approval.
drafted
git clone -q . colleague
(cd colleague && sed -i 's|type: MT\(.*\)}$|type: HT\1, reviewer: Ada}|' $STATE && git commit -qam approved)
git pull -q ./colleague main
ends 0 handback sync --no-mt
whose HT 3
rm $STATE
ends 0 handback sync --no-mt
whose HT 3
has $STATE 'reviewer: Ada'
