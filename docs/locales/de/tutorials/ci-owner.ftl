# @check-translations-in-ci
check-translations-in-ci = Übersetzungen in der CI prüfen

# @this-tutorial-is-for-whoever-looks
this-tutorial-is-for-whoever-looks = Dieses Tutorial ist für alle, die die Prüfungen eines Repositorys betreuen. Sie sehen, was `handback check` findet, legen fest, woran ein Build scheitert und woran nicht, und bauen die Prüfung in GitHub, in GitLab oder in einen Hook ein. Das dauert etwa fünfzehn Minuten, auf Ihrem eigenen Rechner.

# @a-project-to-check
a-project-to-check = Ein Projekt zum Prüfen

# @take-a-small-project-with-french
take-a-small-project-with-french = Nehmen Sie ein kleines Projekt mit französischen Übersetzungen:

# @a-clean-check-ends-with-exit
a-clean-check-ends-with-exit = Eine Prüfung ohne Befund endet mit dem Exit-Code 0. Sie ändert nichts, weder Seiten noch Ressourcen.

# @a-pull-request-makes-something-stale
a-pull-request-makes-something-stale = Durch einen Pull Request veraltet etwas

# @an-author-works-on-a-branch
an-author-works-on-a-branch = Jemand arbeitet auf einem Branch, ändert einen Satz, fügt einen anderen hinzu und führt handback nicht aus:

# @every-finding-has-a-code-a
every-finding-has-a-code-a = Jeder Befund hat einen Code, eine Datei mit Zeile und einen Hinweis, was zu tun ist. Hier gibt es drei Arten: Dateien, die nicht auf dem Stand sind (`obsolete-reference`, `output-out-of-date`) und die der Autor mit `handback sync` in Ordnung bringt, eine Übersetzung, die veraltet ist, und einen Text ohne Übersetzung.

# @decide-what-fails
decide-what-fails = Festlegen, was scheitert

# @translators-need-time-and-authors-should
translators-need-time-and-authors-should = Übersetzer brauchen Zeit, und Autoren sollen nicht auf sie warten. Lassen Sie also einen Pull Request an dem scheitern, was kaputt ist, und geben Sie Übersetzungen zwei Wochen:

# @the-same-findings-are-warnings-now
the-same-findings-are-warnings-now = Dieselben Befunde sind jetzt Warnungen. Zwei Wochen später sind sie wieder Fehler:

# @fail-on-in-the-configuration-or
fail-on-in-the-configuration-or = `fail_on` in der Konfiguration oder `--fail-on` für einen einzelnen Lauf nennt die Codes, an denen die Prüfung scheitert, statt aller, die Fehler sind:

# @all-codes-are-in-the-reference
all-codes-are-in-the-reference = [Alle Codes](../../en/reference/findings.md) stehen in der Referenz. Exit-Codes sind 0 für „kein Befund“, 1 für Befunde, die Fehler sind, und 2, wenn das Projekt nicht gelesen werden kann.

# @only-what-a-branch-touches
only-what-a-branch-touches = Nur, was ein Branch berührt

# @a-pull-request-should-not-answer
a-pull-request-should-not-answer = Ein Pull Request soll nicht für das einstehen, was andere liegen ließen. `--changed-since` sieht sich nur an, was sich geändert hat, seit der Branch von einem anderen abging:

# @thresholds-do-not-count-here-since
thresholds-do-not-count-here-since = Schwellenwerte zählen hier nicht, denn sie gelten für ein Gebietsschema als Ganzes. Nennen Sie für einen Pull Request, woran er scheitert:

# @the-history-has-to-be-there
the-history-has-to-be-there = Dafür muss die Historie da sein: Ein flacher Klon ist tiefer zu holen (`fetch-depth: 0` auf GitHub, `GIT_DEPTH: "0"` auf GitLab).

# @put-it-into-ci
put-it-into-ci = In die CI einbauen

# @handback-init-ci-github-or-handback
handback-init-ci-github-or-handback = `handback init --ci github` oder `handback init --ci gitlab` schreibt eine Datei für den Anfang; dies steht darin.

# @on-github-it-is-one-step
on-github-it-is-one-step = Auf GitHub ist es ein Schritt. Schreiben Sie dies in `.github/workflows/translations.yml`, mit dem Ort, von dem Ihr handback kommt:

# @on-a-pull-request-it-checks
on-a-pull-request-it-checks = Bei einem Pull Request prüft er, was der Branch berührt, markiert Zeilen, schreibt eine Tabelle in die Zusammenfassung des Schritts und führt einen einzigen Kommentar, der auflistet, was veraltet ist. Auf dem Hauptbranch prüft er alles. Der Schritt lädt das veröffentlichte Programm dieser Version herunter und installiert es nicht, wenn seine Prüfsumme eine andere ist, als das Release sagt.

# @the-runs-of-pull-requests-from
the-runs-of-pull-requests-from = Die Läufe von Pull Requests aus Forks dürfen nicht kommentieren; `examples/ci/github-forks.yml` im Repository von handback übernimmt es für sie.

# @for-gitlab-include-a-template
for-gitlab-include-a-template = Für GitLab binden Sie eine Vorlage ein:

# @any-other-ci-runs-the-same
any-other-ci-runs-the-same = Jede andere CI führt denselben Befehl aus. `--format junit` und `--format sarif` werden von den meisten gelesen:

# @the-check-runs-no-program-and
the-check-runs-no-program-and = Die Prüfung führt kein Programm aus und fragt keinen Dienst, was auch immer in `handback.yaml` steht; bei Pull Requests von Fremden ist sie also unbedenklich. `sync` und `translate` können Programme ausführen und Schlüssel senden; [Bots](../../en/how-to/run-a-bot.md), die sie verwenden, gehören auf Branches, denen Sie vertrauen.

# @a-check-that-fails-for-what
a-check-that-fails-for-what = Eine Prüfung, die sofort an dem scheitert, was kaputt ist, und nach zwei Wochen an fehlenden Übersetzungen.

# @pull-requests-that-say-what-they
pull-requests-that-say-what-they = Pull Requests, die sagen, was durch sie veraltet, bevor sie zusammengeführt werden.

# @have-a-bot-propose-drafts-every
have-a-bot-propose-drafts-every = [Jede Nacht einen Bot Entwürfe vorschlagen lassen](../../en/how-to/run-a-bot.md)

# @stop-a-commit-before-it-leaves
stop-a-commit-before-it-leaves = [Einen Commit anhalten, bevor er auslässt, was sync geschrieben hat](../../en/how-to/check-before-a-commit.md)

# @branches-and-merges
branches-and-merges = [Branches und Merges](../../en/how-to/merge-branches.md)

