# @review-translations
review-translations = Übersetzungen prüfen

# @a-review-is-where-machine-translations
a-review-is-where-machine-translations = In der Prüfung werden aus maschinellen Übersetzungen menschliche, und veraltete und fehlende Texte werden einer nach dem anderen erledigt. Sie hat vier Formen, mit derselben Warteschlange und denselben Entscheidungen:

# @the-queue
the-queue = Die Warteschlange

# @the-queue-has-one-entry-for
the-queue-has-one-entry-for = Die Warteschlange hat einen Eintrag für jede Nachricht, in wie vielen Dokumenten sie auch steht: zuerst veraltete Übersetzungen (die schwersten Änderungen, dann die der meisten Dokumente, dann die ältesten), dann fehlende, dann solche unbekannter Herkunft (`unproven`), dann was Maschinen geschrieben haben, dann was Autoren geschrieben haben, deren Arbeit freizugeben ist. Filter: `--path` (ein Teil des Namens eines Dokuments oder ein Glob), `--state`, `--severity`, `--text`, `--overrides`, `--inconsistent` (Nachrichten, die dasselbe sagen und verschieden formuliert sind). `handback export` und `handback accept` nehmen dieselben.

# @how-far-a-locale-is-counts
how-far-a-locale-is-counts = Wie weit eine Locale ist, zählt so, wie `handback status` es tut: jede Nachricht einmal. Wo einzelne Dokumente neben dem gemeinsamen einen eigenen Wortlaut haben, hat die Liste mehr Einträge als Nachrichten und sagt das auch.

# @decisions
decisions = Entscheidungen

# @decision
decision = Entscheidung

# @what-becomes-of-the-state
what-becomes-of-the-state = was aus dem Zustand wird

# @approve
approve = freigeben

# @type-ht-with-reviewer-and-date
type-ht-with-reviewer-and-date = `type: HT`, mit `reviewer` und Datum; eine veraltete Übersetzung wird aktuell für das Englische von heute

# @edit
edit = ändern

# @the-same-with-the-new-wording
the-same-with-the-new-wording = dasselbe, mit dem neuen Wortlaut; einer, der einen Platzhalter, einen Link oder ein Tag verliert, wird abgelehnt, mit dem Grund

# @accept-the-draft
accept-the-draft = den Entwurf annehmen

# @it-takes-the-place-of-the
it-takes-the-place-of-the = er tritt an die Stelle der veralteten Übersetzung

# @reject
reject = ablehnen

# @the-text-is-missing-again-and
the-text-is-missing-again-and = der Text fehlt wieder, und keine Maschine und kein Memory bietet diesen Wortlaut noch einmal an (`rejected`); `decided` sagt, wer und wann

# @comment-or-a-question-about-a
comment-or-a-question-about-a = kommentieren, oder eine Frage zu einem Text ohne Übersetzung

# @note-decided-says-who-and-when
note-decided-says-who-and-when = `note`; `decided` sagt, wer und wann

# @undo
undo = rückgängig machen

# @everything-as-it-was-before
everything-as-it-was-before = alles, wie es vorher war, auch nachdem die Prüfung neu gestartet oder mitten in einer Entscheidung beendet wurde

# @beside-a-missing-or-stale-text
beside-a-missing-or-stale-text = Neben einem fehlenden oder veralteten Text stehen Übersetzungen ähnlicher, wenn sie näher sind als das, was er vorher sagte, mit den Wörtern, die sich unterscheiden: `m` im Terminal oder *Copy* im Browser beginnt die Übersetzung mit einer davon.

# @where-two-people-worded-one-message
where-two-people-worded-one-message = Wo zwei Personen eine Nachricht in Branches, die zusammengeführt wurden, verschieden formuliert haben, zeigt der Eintrag beides: Freigeben behält den Wortlaut, der da ist, *accept the draft* nimmt den anderen, Ablehnen lässt den anderen fallen.

# @every-decision-is-written-at-once
every-decision-is-written-at-once = Jede Entscheidung wird sofort geschrieben, und die Seiten folgen: `ms.translationtype` ist `HT`, wenn die letzte Einheit einer Seite von einem Menschen ist. Eine Entscheidung über eine Nachricht, die sich inzwischen durch eine Änderung oder eine andere Prüferin geändert hat, wird abgelehnt, und die Nachricht wird noch einmal gezeigt.

# @in-the-browser-a-large-project
in-the-browser-a-large-project = Im Browser zeigt ein großes Projekt, während es gelesen wird, die Liste, wie die letzte Prüfung sie hinterließ, mit deren Tag, oder nach einem Sync Texte, die zu den ersten gehören, die warten; die Liste von jetzt folgt von selbst. Dokumente und Dateien, die andere inzwischen hinzufügen oder ändern, werden innerhalb einer Sekunde bemerkt.

# @decide-about-many-at-once
decide-about-many-at-once = Über viele auf einmal entscheiden

# @in-the-browser-select-rows-of
in-the-browser-select-rows-of = Wählen Sie im Browser Zeilen der Liste aus oder alles, was der Filter findet, und dann, was damit geschehen soll. Im Terminal listet `l` die Einträge auf: Die Leertaste wählt einen aus, `*` alle, dann gibt `a` frei, `v` sagt, dass sie noch gelten, `d` nimmt Entwürfe an, `r` lehnt ab. Eine Seite zeigt zuerst, worüber entschieden wird, und was ausgelassen wird und warum: was niemand übersetzt hat, was veraltet ist und nicht angesehen wurde, was zwei Personen verschieden formuliert haben, und was die Prüfregeln ablehnen, weil es eine Seite zerstören würde. Alles wird in einem Schritt geschrieben, und ein Rückgängig nimmt alles zurück. Was jemand inzwischen geändert hat, wird ausgelassen und genannt.

# @the-same-on-the-command-line
the-same-on-the-command-line = Dasselbe auf der Befehlszeile, für eine Locale, die übernommen wurde und von der man weiß, dass sie gut ist:

# @find-words
find-words = Wörter finden

# @the-search-at-the-top-of
the-search-at-the-top-of = Die Suche oben auf der Seite, oder `/` im Terminal, sucht in allem, was eine Locale hat: beide Sprachen, jeder Zustand, das Englische von vorher, Entwürfe, Kommentare, Texte, die nicht mehr da sind, und die Dateien des Translation-Memory. Sie sagt, wie viel sie durchsucht hat und welche Datei sie nicht lesen konnte. Der Filter der Warteschlange, `--text`, sucht nur in dem, was die Liste zeigt, und sagt, wie viele Nachrichten er auslässt.

# @what-stands-beside-a-text
what-stands-beside-a-text = Was neben einem Text steht

# @the-terms-of-the-glossary-that
the-terms-of-the-glossary-that = Die Begriffe des Glossars, die im Englischen vorkommen, mit ihren Übersetzungen und Anmerkungen, bevor etwas getippt wird.

# @buttons-that-put-placeables-code-addresses
buttons-that-put-placeables-code-addresses = Schaltflächen, die Platzhalter, Code, Adressen und Begriffe in die Übersetzung setzen; Alt und eine Ziffer tun dasselbe.

# @the-page-as-readers-see-it
the-page-as-readers-see-it = Die Seite, etwa wie Leser sie sehen, auf Englisch und wie sie jetzt ist, und mit dem, was Sie tippen. Nichts darin wird ausgeführt, und kein Bild wird geladen.

# @the-history-of-the-message-who
the-history-of-the-message-who = Die Geschichte der Nachricht: wer sie übersetzt und freigegeben hat, wann, aus welchem Englischen und in welchem Commit. Im Terminal zeigt `t` sie, anderswo `handback log ID`.

# @keys
keys = Tasten

# @lists-the-keys-in-a-list
lists-the-keys-in-a-list = `?` listet die Tasten auf. In einer Liste bewegen `j` und `k` oder die Pfeile, die Leertaste wählt aus, die Eingabetaste öffnet. Wer diktiert oder versehentlich eine Taste hält, kann Tasten eines einzelnen Buchstabens dort abschalten; der Browser merkt sich das.

# @who-decides
who-decides = Wer entscheidet

# @nothing-is-decided-without-a-name
nothing-is-decided-without-a-name = Nichts wird ohne Namen entschieden: `--reviewer`, sonst `HANDBACK_REVIEWER`, sonst `user.name` von git; wo keiner davon einen ergibt, weigern sich das Terminal und `accept` zu beginnen. Mit `--serve` sagt die Seite, wer entscheidet, und jeder Browser darf einen eigenen Namen angeben, der nur seine eigenen Entscheidungen rückgängig macht. Auf diesem Rechner gilt zunächst der Name dessen, der sie gestartet hat; wo `--listen` andere Rechner einlässt (`--listen 0.0.0.0:8125`), gibt jeder zuerst einen an. `--listen 8125` wählt nur den Port. `--no-open` gibt die Adresse aus und öffnet keinen Browser; ohne Bildschirm wird keiner geöffnet.

# @for-programs
for-programs = Für Programme

