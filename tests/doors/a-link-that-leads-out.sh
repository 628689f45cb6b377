# A pull request brings a link to a file of the machine: it is not read.
translated
printf 'secret\n' >../secret-$$.md
ln -s "$(cd .. && pwd)/secret-$$.md" source-docs/leak.md
ends 2 handback sync
says 'leads out of the project'
case $said in *secret\ *) fail "$said" ;; esac
rm ../secret-$$.md
absent locales/en-US/leak.ftl
