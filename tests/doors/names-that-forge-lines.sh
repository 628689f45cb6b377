# Names of files cannot end a line of what is printed, drive a terminal, or pass for an option.
project 'sources: ["**/*.md"]' 'output: "localized-docs/{locale}/{path}"'
name=$(printf 'x\n::error file=a.md::forged\n\033[31m\t.md')
printf 'Some text here.\n' >"source-docs/$name"
printf 'Another text.\n' >./-rf.md
printf 'a = b\n' >"locales/fr-FR/$(printf 'y\n::warning::forged').ftl"
for command in sync check diff status units 'check --format github' 'check --format junit' 'check --format sarif' 'check --format gitlab' 'diff --output-docs' 'check --format json' 'sync --format json' extract; do
    said=$(handback $command 2>&1) || :
    ! printf '%s\n' "$said" | grep -q '^::error file=\|^::warning::' || fail "$command: $said"
    ! printf '%s\n' "$said" | grep -q "$(printf '\033')" || fail "$command: $said"
done
ends 2 handback sync
says 'x\n::error file=a.md::forged\n\u{1b}[31m\t.md: its name holds a line end'
says 'y\n::warning::forged.ftl: its name holds a line end'
rm "locales/fr-FR/$(printf 'y\n::warning::forged').ftl"
ends 2 handback sync
[ -e localized-docs/fr-FR/-rf.md ] || fail 'the page of -rf.md is not there'
rm "source-docs/$name"
ends 0 handback sync
