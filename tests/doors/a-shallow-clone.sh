# In a shallow clone everything is as current as in a whole one.
translated
edit source-docs/a.md 'settings page' 'settings of the page'
ends 0 handback sync
commit 'changed English'
git clone -q --depth 1 "file://$PWD" clone
cd clone
ends 0 handback sync --exit-code
has $STATE 'previous: "Open the settings page."'
