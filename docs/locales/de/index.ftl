# @handback
handback = handback

# @handback-keeps-localized-documentation-in-step
handback-keeps-localized-documentation-in-step = handback hält lokalisierte Dokumentation auf dem Stand ihrer englischen Quelle. Es zieht heraus, was Übersetzer sehen müssen, merkt sich, wer jede Übersetzung aus welchem englischen Text gemacht hat, findet, was veraltet ist, wenn sich das Englische ändert, und schreibt jede lokalisierte Seite neu.

# @tutorials
tutorials = Tutorials

# @begin-here-each-takes-fifteen-to
begin-here-each-takes-fifteen-to = Beginnen Sie hier. Jedes Tutorial dauert fünfzehn bis zwanzig Minuten auf Ihrem eigenen Rechner, und nichts wird über ein Netz gesendet.

# @bring-a-documentation-site-under-handback
bring-a-documentation-site-under-handback = [Eine Dokumentation mit handback pflegen](../en/tutorials/localization-engineer.md), für alle, die Lokalisierung betreuen

# @check-translations-in-ci-for-whoever
check-translations-in-ci-for-whoever = [Übersetzungen in der CI prüfen](../en/tutorials/ci-owner.md), für alle, die die Prüfungen eines Repositorys betreuen

# @translate-and-review-for-translators-and
translate-and-review-for-translators-and = [Übersetzen und prüfen](../en/tutorials/translator.md), für Übersetzer und Prüfer

# @how-to
how-to = Anleitungen

# @set-up-a-site-of-your-520c
set-up-a-site-of-your-520c = [Eine eigene Website einrichten](../en/how-to/set-up-a-site.md)

# @take-over-pages-that-are-published-ae73
take-over-pages-that-are-published-ae73 = [Veröffentlichte Seiten übernehmen](../en/how-to/adopt-published-pages.md)

# @review-translations-8940
review-translations-8940 = [Übersetzungen prüfen](../en/how-to/review-translations.md)

# @settle-findings-a9c6
settle-findings-a9c6 = [Befunde erledigen](../en/how-to/settle-findings.md)

# @when-something-is-not-as-expected-8fa0
when-something-is-not-as-expected-8fa0 = [Wenn etwas nicht so ist wie erwartet](../en/how-to/troubleshoot.md)

# @correct-a-wording-everywhere-3c00
correct-a-wording-everywhere-3c00 = [Eine Formulierung überall berichtigen](../en/how-to/correct-a-wording.md)

# @use-a-translation-service-0f79
use-a-translation-service-0f79 = [Einen Übersetzungsdienst verwenden](../en/how-to/use-a-translation-service.md)

# @work-with-a-cat-tool-b719
work-with-a-cat-tool-b719 = [Mit einem CAT-Werkzeug arbeiten](../en/how-to/use-a-cat-tool.md)

# @see-what-the-work-costs-f4ed
see-what-the-work-costs-f4ed = [Sehen, was die Arbeit kostet](../en/how-to/see-what-work-costs.md)

# @publish-a-site-for-the-team-0624
publish-a-site-for-the-team-0624 = [Eine Site für das Team veröffentlichen](../en/how-to/publish-a-team-site.md)

# @tell-readers-what-a-page-is-e975
tell-readers-what-a-page-is-e975 = [Lesern sagen, was eine Seite ist](../en/how-to/tell-readers.md)

# @merge-branches-13ae
merge-branches-13ae = [Branches zusammenführen](../en/how-to/merge-branches.md)

# @have-a-bot-propose-drafts-81bb
have-a-bot-propose-drafts-81bb = [Einen Bot Entwürfe vorschlagen lassen](../en/how-to/run-a-bot.md)

# @check-before-a-commit-3d2b
check-before-a-commit-3d2b = [Vor einem Commit prüfen](../en/how-to/check-before-a-commit.md)

# @work-in-parts-on-many-machines-8594
work-in-parts-on-many-machines-8594 = [In Teilen arbeiten, auf vielen Rechnern](../en/how-to/work-in-parts.md)

# @share-texts-that-differ-in-a-9cc1
share-texts-that-differ-in-a-9cc1 = [Texte teilen, die sich in einem Namen oder Datum unterscheiden](../en/how-to/use-variables.md)

# @explanation
explanation = Hintergrund

# @how-staleness-is-decided-424b
how-staleness-is-decided-424b = [Wie entschieden wird, was veraltet ist](../en/explanation/staleness.md)

# @whose-a-translation-is-f21b
whose-a-translation-is-f21b = [Von wem eine Übersetzung ist](../en/explanation/whose-a-translation-is.md)

# @messages-and-sharing-9e6d
messages-and-sharing-9e6d = [Nachrichten und gemeinsame Texte](../en/explanation/messages.md)

# @the-files-on-disk-0657
the-files-on-disk-0657 = [Die Dateien auf der Platte](../en/explanation/files.md)

# @links-anchors-and-images-9970
links-anchors-and-images-9970 = [Links, Anker und Bilder](../en/explanation/links.md)

# @the-index-and-how-fast-it-1e8a
the-index-and-how-fast-it-1e8a = [Der Index und wie schnell es geht](../en/explanation/index-and-speed.md)

# @reference
reference = Referenz

# @commands
commands = [Befehle](../en/reference/commands.md)

# @output-and-exit-codes
output-and-exit-codes = [Ausgabe und Exit-Codes](../en/reference/output.md)

# @keys-at-a-glance-and-what
keys-at-a-glance-and-what = [Schlüssel auf einen Blick](../en/reference/keys.md) und [was man schreiben kann](../en/reference/configuration.md)

# @findings
findings = [Befunde](../en/reference/findings.md)

# @flavors
flavors = [Dialekte](../en/reference/flavors.md)

# @file-formats
file-formats = [Dateiformate](../en/reference/file-formats.md)

# @limits
limits = [Grenzen](../en/reference/limits.md)

# @terms
terms = [Begriffe](../en/reference/terms.md)

