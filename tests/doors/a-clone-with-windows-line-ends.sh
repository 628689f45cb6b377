# git gives every file CRLF: nothing is out of date, and a sync writes nothing.
translated
git clone -q -c core.autocrlf=true . clone
cd clone
ends 0 handback check
ends 0 handback sync --exit-code
ends 0 git diff --quiet
