# @correct-a-wording-everywhere
correct-a-wording-everywhere = Eine Formulierung überall berichtigen

# @a-text-that-is-said-on
a-text-that-is-said-on = Ein Text, der auf vielen Seiten steht, ist eine einzige Nachricht; er wird also an einer Stelle berichtigt, und alle Seiten folgen. Was bleibt, sind Texte, die sich unterscheiden.

# @find-all-that-says-it
find-all-that-says-it = Alles finden, was es sagt

# @in-the-browser-handback-review-serve
in-the-browser-handback-review-serve = Im Browser (`handback review --serve`) ist dasselbe eine Suche. `--inconsistent` zeigt Texte, die im Englischen dasselbe sagen und verschieden formuliert sind, und `--overrides` die Formulierungen einzelner Dokumente neben der gemeinsamen.

# @change-it
change-it = Es ändern

# @edit-the-resource-with-whatever-replaces
edit-the-resource-with-whatever-replaces = Bearbeiten Sie die Ressource, womit auch immer Sie in Dateien Text ersetzen; Ihr Teil liegt in `locales/fr`:

# @keep-it-so
keep-it-so = Es so behalten

# @put-the-term-into-the-glossary
put-the-term-into-the-glossary = Tragen Sie den Begriff in das Glossar des Gebietsschemas ein, `locales/fr/glossary.yaml`. `handback check` vergleicht jede Übersetzung damit (`glossary`) und mit den Namen der Dokumente (`altered-name`). Übersetzungsdienste, die Begriffe annehmen, bekommen es, und eine Prüfung warnt, während jemand tippt:

# @entries-may-have-more
entries-may-have-more = Einträge können mehr enthalten:

# @a-translation-may-use-a-term
a-translation-may-use-a-term = Eine Übersetzung darf einen Begriff in jeder Form verwenden: in Mehrzahl und jedem Fall, als Teil einer Zusammensetzung (Deutsch, Niederländisch, nordische Sprachen, Finnisch, Estnisch, Ungarisch), mit beliebigen Endungen (Finnisch, Türkisch, Russisch, Polnisch …), hinter den Artikeln und Vorsilben des Arabischen und Hebräischen, mit großem Anfangsbuchstaben am Satzanfang. `forms` listet auf, was keinen Stamm mit ihm gemeinsam hat (`جهاز`, `أجهزة`). Im Englischen zählt die Mehrzahl (`tenants`, `policies`), Zusammensetzungen mit Bindestrich zählen nicht (`multi-tenant`). Von einem Begriff mit mehreren Einträgen genügt einer.

# @a-rule-of-the-house-that
a-rule-of-the-house-that = Eine Hausregel, die kein Begriff ist, ist ein Muster:
