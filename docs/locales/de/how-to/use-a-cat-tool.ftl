# @work-with-a-cat-tool
work-with-a-cat-tool = Mit einem CAT-Werkzeug arbeiten

# @translators-who-work-in-a-tool
translators-who-work-in-a-tool = Übersetzer, die in einem eigenen Werkzeug arbeiten, bekommen eine Datei und geben sie zurück. `handback export` schreibt XLIFF, PO oder CSV mit allem Zusammenhang, den es gibt; `handback import` nimmt, was zurückkommt.

# @an-export-has-what-the-review
an-export-has-what-the-review = Ein Export hat, was die Prüfung hat: alles, was einen Menschen braucht, oder was `--state` und `--path` nennen (`--state all`: alles); eine Datei für jede Locale, oder mit `--split` für jedes Dokument. Jeder Text hat sein Englisches, die Übersetzung oder einen Entwurf, was beide sagten, bevor sich das Englische änderte, Abschnitt und Zeile, die Texte davor und danach, die Anmerkung des Autors, wofür seine Variablen stehen, ähnliche Übersetzungen mit ihren Werten, Begriffe des Glossars mit Anmerkungen, Wortlaute, die abgelehnt wurden, und seine Längengrenze. Auszeichnung und Platzhalter sind Codes in der Zeile, die Werkzeuge schützen, mit ihren Originalen; eine Übersetzung mit Selektoren ist ein Text für jede Variante, mit ihrer Bedingung.

# @formats-are-xliff2-xliff1-xliff-1
formats-are-xliff2-xliff1-xliff-1 = Formate sind `xliff2`, `xliff1` (XLIFF 1.2), `po`, `csv` und `tmx`. `import --dry-run` zeigt jede Änderung, Wort für Wort.

# @some-tools-only-show-what-is

# @states
states = Zustände

# @state
state = Zustand

# @xliff-2
xliff-2 = XLIFF 2

# @xliff-1-2
xliff-1-2 = XLIFF 1.2

# @po
po = PO

# @csv
csv = CSV

# @missing
missing = fehlend

# @empty
empty = leer

# @initial-no-target-the-old-pair
initial-no-target-the-old-pair = `initial`, kein Ziel; das alte Paar ist ein Treffer

# @needs-translation-the-old-pair-is
needs-translation-the-old-pair-is = `needs-translation`; das alte Paar ist ein `alt-trans`

# @fuzzy-old-english-in
fuzzy-old-english-in = `fuzzy`, das alte Englische in `#\|`

# @stale-the-old-pair-has-columns
stale-the-old-pair-has-columns = `stale`; das alte Paar hat eigene Spalten

# @draft-machine
draft-machine = Entwurf, Maschine

# @a-persons-to-be-approved
a-persons-to-be-approved = von einem Menschen, freizugeben

# @a-persons
a-persons = von einem Menschen

# @not-fuzzy
not-fuzzy = nicht `fuzzy`

# @tmx-is-a-memory-of-what
tmx-is-a-memory-of-what = TMX ist ein Memory dessen, was Menschen freigegeben haben, mit Daten und Namen; `--state machine` fügt hinzu, was Maschinen schrieben, so gekennzeichnet.

# @what-becomes-of-what-comes-back
what-becomes-of-what-comes-back = Was aus dem wird, was zurückkommt

# @every-text-carries-a-ticket-handback
every-text-carries-a-ticket-handback = Jeder Text trägt einen Zettel (`handback:fr-FR:…`, an zwei Stellen, da Werkzeuge eine verlieren) mit den Fingerabdrücken dessen, was exportiert wurde. So weiß ein Import, was geändert wurde, und ob das Englische inzwischen weitergegangen ist:

# @the-text-came-back
the-text-came-back = der Text kam zurück

# @and-becomes
and-becomes = und wird zu

# @as-it-was
as-it-was = wie er war

# @nothing
nothing = nichts

# @changed
changed = geändert

# @that-persons-translation-ht-translator-else
that-persons-translation-ht-translator-else = der Übersetzung dieser Person (`HT`): `--translator`, sonst wen die Datei nennt; ein neuerer Text einer Maschine gibt nach

# @as-it-was-and-approved-reviewed
as-it-was-and-approved-reviewed = wie er war, und freigegeben (`reviewed`, `final`, `approved="yes"`, nicht mehr `fuzzy`, `approved` in der Spalte `state`)

# @reviewed
reviewed = geprüft

# @changed-but-another-person-translated-it
changed-but-another-person-translated-it = geändert, aber eine andere Person hat ihn inzwischen übersetzt

# @an-open-decision-for-the-review
an-open-decision-for-the-review = einer offenen Entscheidung für die Prüfung: beide Wortlaute bleiben

# @changed-but-the-english-moved-on
changed-but-the-english-moved-on = geändert, aber das Englische ging weiter

# @stale-or-kept-beside-the-translation
stale-or-kept-beside-the-translation = veraltet, oder neben der vorhandenen Übersetzung aufbewahrt, mit dem Englischen, aus dem er gemacht wurde

# @with-a-lost-link-code-or
with-a-lost-link-code-or = mit einem verlorenen Link, Code oder Platzhalter

# @refused-it-goes-to-fr-fr
refused-it-goes-to-fr-fr = abgelehnt: er kommt in `fr-FR.refused.xlf` neben der Datei; berichtigen Sie ihn dort und importieren Sie diese

# @with-fifty-times-as-many-characters
with-fifty-times-as-many-characters = mit fünfzigmal so vielen Zeichen wie sein Englisches

# @refused-in-the-same-way
refused-in-the-same-way = auf dieselbe Weise abgelehnt

# @with-an-english-that-a-spreadsheet
with-an-english-that-a-spreadsheet = mit einem Englischen, das eine Tabellenkalkulation „berichtigt“ hat (`1-2` → `1-Feb`)

# @refused-in-the-same-way-if
refused-in-the-same-way-if = auf dieselbe Weise abgelehnt, wenn er geändert wurde

# @with-for-characters-that-an-encoding

# @cut-into-segments-of-which-some

# @not-read-and-named

# @translated-twice-in-one-unit

# @what-translators-note-beside-a-text
what-translators-note-beside-a-text = Was Übersetzer neben einem Text anmerken (eine Notiz von XLIFF oder TMX, ein Kommentar von PO, die Spalte `comment`), wird zum Kommentar seiner Übersetzung, den `handback review` zeigt; wo es keine Übersetzung gibt, bleibt er beim Text, wie eine Frage, die in einer Prüfung gestellt wurde.

# @the-judge-of-check-runs-before
the-judge-of-check-runs-before = Die Prüfregeln von `check` laufen, bevor etwas geschrieben wird, und alles ist eine Transaktion. Eine Datei zweimal zu importieren ändert nichts. Dateien dürfen in UTF-8, UTF-16 oder in der Kodierung zurückkommen, die XML und PO von sich nennen, mit `;` oder Tabulatoren, anderen Zeilen, anderer Reihenfolge und anderen Namensräumen, mit Akzenten als eigenen Zeichen (NFD) und mit Platzhaltern wie `{ "{" }$app{ "}" }`; Namen von XLIFF-Dateien dürfen auf alles enden. Eine Tabelle, die nicht in Unicode ist, wird so gelesen, wie die Tabellenkalkulationen eines Windows in dieser Sprache oder eines Macintosh sie schreiben (Windows-1252, Shift_JIS …): Was niemand geändert hat, sagt, welche es ist. Was abgeschnitten, gepackt oder böswillig ist, oder sagt, dass es in einer anderen Sprache ist, wird mit seiner Zeile abgelehnt, und dann wird nichts importiert. In CSV hat eine Zelle, die mit `=`, `+`, `-` oder `@` beginnt, einen Apostroph davor, damit keine Tabellenkalkulation sie ausrechnet.
some-tools-only-show-what-is = Manche Werkzeuge zeigen nur, was an der Stelle der Übersetzung steht: OmegaT 3 tut das bei XLIFF 1.2. Für sie setzt `export --fill` das Englische dorthin; wo es unverändert zurückkommt, in einem Zustand, der eine Übersetzung verlangt, ist es keine.
with-for-characters-that-an-encoding = mit `?` für Zeichen, die eine Kodierung nicht hat
cut-into-segments-of-which-some = in Segmente zerschnitten, von denen manche leer sind
not-read-and-named = nicht gelesen, und genannt
translated-twice-in-one-unit = in einer Einheit zweimal übersetzt
