# The state is gone, and so is what this checkout remembers.
drafted
rm -rf $STATE .handback
ends 0 handback sync
whose MT 3
whose HT 0
