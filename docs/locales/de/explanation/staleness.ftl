# @how-staleness-is-decided
how-staleness-is-decided = Wie entschieden wird, was veraltet ist

# @stale-is-a-matter-of-fingerprints
stale-is-a-matter-of-fingerprints = { "*" }*Was veraltet ist, entscheiden Fingerabdrücke**: Eine Übersetzung ist nur dann aktuell, wenn das Englische, aus dem sie gemacht wurde, das Englische von heute ist. Eine veraltete Einheit wird auf Englisch veröffentlicht (`on_stale: source`), so wie sie war (`keep`), oder ihre Seite wird zurückgehalten (`fail`).

# @so-what-counts-is-never-a
so-what-counts-is-never-a = Es zählt also nie ein Datum. Ein Sync vergleicht jeden Text des Englischen mit dem, was er beim letzten Sync sagte (der *Referenz*, in den Ressourcen der Quellsprache), und der Zustand einer Übersetzung enthält den Fingerabdruck des Englischen, aus dem sie gemacht wurde. Durch eine Datei, die nur noch einmal gespeichert, verschoben oder umbenannt wurde, veraltet nichts.

# @not-every-change-is-work
not-every-change-is-work = Nicht jede Änderung ist Arbeit

# @not-every-change-of-the-english
not-every-change-of-the-english = Nicht jede Änderung des Englischen ist Arbeit für Übersetzer. Jede wird beurteilt, mit der Regel, die den Ausschlag gab:

# @change
change = Änderung

# @what-changed
what-changed = was sich geändert hat

# @translation
translation = Übersetzung

# @white-space-entities-quotes-and-dashes
white-space-entities-quotes-and-dashes = Leerraum, Entitäten, Anführungszeichen und Striche, Hervorhebung, Groß- und Kleinschreibung, Satzzeichen, ein falsch geschriebenes Wort

# @stays-current
stays-current = bleibt aktuell

# @only-numbers-dates-urls-link-targets
only-numbers-dates-urls-link-targets = nur Zahlen, Daten, URLs, Linkziele, Bezeichner, E-Mail-Adressen, Code oder Variablen, und der alte Wert steht in der Übersetzung so oft wie im Englischen

# @the-new-value-is-put-into
the-new-value-is-put-into = der neue Wert wird eingesetzt, und der Zustand vermerkt es (`carried: mechanical`); sonst veraltet. Mit `carry: cosmetic` veralten auch diese

# @all-else-and-always-a-negation
all-else-and-always-a-negation = alles Übrige, und immer eine Verneinung, eine Antwort, ein Modalverb oder eine Maßeinheit

# @what-was-kept-in-this-way
what-was-kept-in-this-way = Was auf diese Weise erhalten blieb, ist im Zustand als `carried` gekennzeichnet, mit dem Englischen, aus dem die Übersetzung gemacht wurde; `handback diff --carried` zeigt es, und spätere Änderungen werden an diesem Englischen gemessen, damit sich kleine Schritte nicht unbemerkt summieren. `handback accept --all-cosmetic` und `--all-mechanical` bestätigen oder übernehmen solche Änderungen in einem Schritt. Mit `carry: none` veralten Übersetzungen wieder, die über eine kosmetische Änderung hinweg erhalten blieben; Werte, die vorher übernommen wurden, bleiben aber, wie sie sind: `--fail-on carried` findet sie.

# @in-pull-requests-and-reports
in-pull-requests-and-reports = In Pull Requests und Berichten

# @handback-diff-since-main-compares-the
handback-diff-since-main-compares-the = `handback diff --since main` vergleicht das Englische mit einer Revision von git und listet die Übersetzungen auf, die seither gekommen sind; `--missing` fügt Texte ohne Übersetzung hinzu, `--output-docs` zeigt, was ein Sync an den Seiten ändern würde. `--format markdown` eignet sich für einen Kommentar zu einem Pull Request, `html` ist eine einzige, in sich geschlossene Datei zum Weitergeben.

# @how-old
how-old = Wie alt

# @a-stale-translation-has-the-day
a-stale-translation-has-the-day = Eine veraltete Übersetzung hat in ihrem Zustand den Tag, seit dem sie veraltet ist. Ein Text gilt als fehlend seit dem Tag, an dem er zum ersten Mal ohne Übersetzung in der Quelle steht, wie oft sich seine Seite auch ändert. Mit Schwellenwerten entscheidet das Alter, wann aus einer Warnung ein Fehler wird.

