# @the-files-on-disk
the-files-on-disk = Die Dateien auf der Platte

# @everything-is-in-plain-files-beside
everything-is-in-plain-files-beside = Alles liegt in einfachen Dateien neben den Dokumenten und in git: Es gibt keine Datenbank und keinen Server.

# @a-translator-opens-locales-fr-fr
a-translator-opens-locales-fr-fr = Eine Übersetzerin öffnet `locales/fr-FR/…ftl`, schreibt `app-name = Nom de l’application`, und der nächste `sync` bemerkt die Änderung, vermerkt sie als menschlich und erzeugt die Seiten neu. In Ressourcen, die jemand von Hand ändert, werden nur die betroffenen Stellen ersetzt: Kommentare und Reihenfolge bleiben, und eine Datei, für die handback keine Nachricht hat, bleibt Byte für Byte, wie sie ist. Zeilen wie `# @app-name` halten den Platz einer Nachricht frei, mit oder ohne Übersetzung, damit sich Branches zusammenführen lassen: Schreiben Sie die Übersetzung unter ihre Zeile.

# @pages
pages = Seiten

# @pages-are-generated-and-written-again
pages-are-generated-and-written-again = Seiten werden erzeugt und neu geschrieben, sobald sich das Englische oder eine Übersetzung ändert. Committen Sie sie, damit sich eine Website aus jedem Commit bauen lässt, oder lassen Sie git sie ignorieren und die CI sie schreiben.

# @hand-off-metadata-hash-commit-date
hand-off-metadata-hash-commit-date = Die Übergabedaten (Hash, Commit, Datum, Dateinummer) ändern sich nur, wenn sich das Englische des Dokuments geändert hat.

# @beside-the-catalog
beside-the-catalog = Neben dem Katalog

# @file
file = Datei

# @written-by
written-by = geschrieben von

# @people
people = Menschen

# @terms-for-checks-services-and-reviewers
terms-for-checks-services-and-reviewers = Begriffe, für Prüfungen und für Übersetzungsdienste

# @terms-of-fluent-that-translations-refer
terms-of-fluent-that-translations-refer = Terme von Fluent, auf die sich Übersetzungen beziehen

# @what-language-models-should-know-of
what-language-models-should-know-of = was Sprachmodelle über den Stil wissen sollen

# @names-the-merge-driver
names-the-merge-driver = nennt den Merge-Treiber

# @copies-of-pages-that-somebody-had
copies-of-pages-that-somebody-had = Kopien von Seiten, die jemand von Hand geändert hatte

# @formats-and-their-versions-are-in
formats-and-their-versions-are-in = Formate und ihre Versionen stehen in der [Referenz](../../en/reference/file-formats.md).

