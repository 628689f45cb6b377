# A note of a killed run that is weeks old undoes nothing.
translated
cp -r .handback before
edit $FTL 'Ouvrez la page.' 'Ouvrez donc la page.'
ends 0 handback sync
mkdir -p .handback
printf '{"resource":"locales/fr-FR/a.ftl","source":"x","state":"locales/fr-FR/a.yaml","yaml":"version: 1"}' \
    >.handback/unfinished
handback sync >/dev/null 2>&1 || :
ends 0 handback sync
has $FTL 'Ouvrez donc la page.'
whose HT 3
