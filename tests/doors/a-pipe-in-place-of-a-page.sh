# Something that is no file lies where a page goes: nothing hangs.
translated
rm $PAGE
mkfifo $PAGE
ends 2 timeout 20 handback sync
says 'not an ordinary file'
ends 1 timeout 20 handback check
# In CI it is looked at what files hold.
ends 2 env CI=true timeout 20 handback sync
ends 1 env CI=true timeout 20 handback check
