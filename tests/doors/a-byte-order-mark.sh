# An editor puts a byte order mark first.
translated
for file in $FTL $STATE handback.yaml; do
    printf '\357\273\277' | cat - "$file" >marked && mv marked "$file"
done
ends 0 handback sync
whose HT 3
ends 0 handback check
