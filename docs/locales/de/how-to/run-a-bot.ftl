# @have-a-bot-propose-drafts
have-a-bot-propose-drafts = Einen Bot Entwürfe vorschlagen lassen

# @every-night-what-is-missing-or
every-night-what-is-missing-or = Jede Nacht bekommt, was fehlt oder veraltet ist, einen Entwurf aus dem Translation-Memory oder von einem Dienst, in einem einzigen Pull Request, der auflistet, was gekommen ist. Sie brauchen `translate` in `handback.yaml` ([wie man einen Dienst auswählt](../../en/how-to/use-a-translation-service.md)).

# @on-github
on-github = Auf GitHub

# @put-this-into-github-workflows-translation
put-this-into-github-workflows-translation = Schreiben Sie dies in `.github/workflows/translation-drafts.yml`:

# @the-branch-handback-drafts-is-the
the-branch-handback-drafts-is-the = Der Branch `handback/drafts` gehört dem Bot. Er wird jede Nacht neu geschrieben, solange nur der Bot darauf committet. Sobald es jemand anderes tut, etwa eine Prüferin, die dort Entwürfe freigibt, wird nichts mehr gepusht, bis der Pull Request zusammengeführt und der Branch entfernt ist.

# @if-one-service-refuses-what-came
if-one-service-refuses-what-came = Wenn ein Dienst ablehnt, wird trotzdem vorgeschlagen, was von anderen kam, und der Job scheitert danach.

# @pull-requests-that-the-token-of
pull-requests-that-the-token-of = Pull Requests, die das Token eines Workflows öffnet, starten keine Workflows. Geben Sie der Action das `token` einer App, wenn darauf Prüfungen laufen sollen.

# @elsewhere
elsewhere = Anderswo

# @the-same-by-hand-sync-and
the-same-by-hand-sync-and = Dasselbe von Hand: synchronisieren und committen, was geschrieben wurde. Ein zweiter Sync schreibt nichts.

# @what-a-bot-may-do
what-a-bot-may-do = Was ein Bot darf

# @a-configuration-comes-with-the-documents
a-configuration-comes-with-the-documents = Eine Konfiguration kommt mit den Dokumenten, also von allen, die diese ändern dürfen. Deshalb führen `sync` und `translate` ein Programm, das sie nennt, nur dann aus, lesen eine Schlüsseldatei nur dann und senden einen Schlüssel an eine Adresse nur dann, wenn dem zugestimmt wurde: mit `handback trust` auf Ihrem Rechner, mit `--trust` oder `HANDBACK_TRUST=1` in der CI. Tun Sie das auf Branches, denen Sie vertrauen, und nie bei Pull Requests von Fremden.

# @a-bot-of-another-tool-that
a-bot-of-another-tool-that = Ein Bot eines anderen Werkzeugs, der in die Ressourcen schreibt, ist kein Mensch. Sagen Sie das, und seine Änderungen gelten als maschinelle Übersetzungen:

# @match-is-a-glob-over-name
match-is-a-glob-over-name = `match` ist ein Glob über Name und E-Mail-Adresse, ohne Rücksicht auf Groß- und Kleinschreibung; Klammern stehen für sich selbst, und die erste Regel, die passt, zählt. Gefragt wird sie bei Änderungen, von denen git einen Commit hat, mit `git blame`. Mit `reviewed: false` steht im Zustand `origin: author:<name>` und kein Prüfer: Die Übersetzung ist menschlich und steht zur Prüfung an, bis jemand sie freigibt.
