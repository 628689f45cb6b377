# @bring-a-documentation-site-under-handback-5efc
bring-a-documentation-site-under-handback-5efc = Eine Dokumentation mit handback pflegen

# @this-tutorial-is-for-whoever-looks-4143
this-tutorial-is-for-whoever-looks-4143 = Dieses Tutorial ist für alle, die die Lokalisierung einer Dokumentation betreuen. Sie nehmen eine kleine Website, die auf Englisch und Französisch veröffentlicht ist, lassen handback herausfinden, welche französischen Texte noch stimmen, fügen Deutsch hinzu und verfolgen eine Änderung des Englischen bis in die Seiten. Das dauert etwa fünfzehn Minuten. Sie brauchen handback und git; nichts wird über ein Netz gesendet.

# @a-site-to-work-on
a-site-to-work-on = Eine Website zum Arbeiten

# @fabrikam-describes-its-lamps-make-a
fabrikam-describes-its-lamps-make-a = Fabrikam beschreibt seine Lampen. Legen Sie ein Repository mit einer Seite in zwei Sprachen an:

# @the-english-page-is-docs-en
the-english-page-is-docs-en = Die englische Seite ist `docs/en/desk-lamp.md`:

# @somebody-translated-it-some-time-ago
somebody-translated-it-some-time-ago = Jemand hat sie vor einiger Zeit übersetzt, nach `docs/fr/desk-lamp.md`:

# @since-then-an-author-changed-one
since-then-an-author-changed-one = Seitdem hat ein Autor einen Satz des Englischen geändert, und niemand das Französische:

# @take-over-what-is-published
take-over-what-is-published = Übernehmen, was veröffentlicht ist

# @handback-init-looks-at-the-folder-dcf0
handback-init-looks-at-the-folder-dcf0 = `handback init` sieht sich den Ordner an und schreibt eine Konfiguration für das, was es findet:

# @it-found-the-layout-docs-locale
it-found-the-layout-docs-locale = Es hat den Aufbau `docs/LOCALE/…` und die französische Seite gefunden. Die Konfiguration ist kurz, da alles einen Standardwert hat:

# @now-have-the-french-page-read
now-have-the-french-page-read = Lassen Sie nun die französische Seite lesen. handback sucht das Englische, aus dem sie gemacht wurde: nach dem, was die Seite von sich selbst sagt, und sonst in der Historie von git. Dann ordnet es beide einander zu, Text für Text:

# @the-french-page-fits-the-english
the-french-page-fits-the-english = Die französische Seite passt am besten zum Englischen vor der Änderung; der Satz, der sich seitdem geändert hat, ist also *veraltet*. Da die Seite selbst nicht sagt, woraus sie gemacht wurde, ist das nicht bewiesen, und handback sagt das. `adopt` rührt keine Seite an. `sync` bringt alles auf den Stand und schreibt Seiten:

# @what-did-that-do-to-the
what-did-that-do-to-the = Was ist mit der Seite geschehen?

# @the-stale-sentence-is-published-in
the-stale-sentence-is-published-in = Der veraltete Satz wird auf Englisch veröffentlicht, da das Französische inzwischen etwas anderes sagt. Verloren ist nichts: Er steht in `locales/fr/desk-lamp.ftl`, wo von nun an alle französischen Texte sind. (Möchten Sie lieber das alte Französisch veröffentlichen? Das ist `on_stale: keep` in `handback.yaml`.)

# @bring-a-text-up-to-date
bring-a-text-up-to-date = Einen Text auf den Stand bringen

# @what-is-there-to-do-and
what-is-there-to-do-and = Was ist zu tun, und warum?

# @translate-the-sentence-again-in-the
translate-the-sentence-again-in-the = Übersetzen Sie den Satz noch einmal, in der Ressourcendatei:

# @the-next-sync-noticed-your-edit
the-next-sync-noticed-your-edit = Der nächste Sync hat Ihre Änderung bemerkt. Sie ist als Arbeit eines Menschen verzeichnet, gemacht aus dem Englischen von heute, und zwar im *Zustand* neben der Ressource:

# @add-a-language
add-a-language = Eine Sprache hinzufügen

# @put-german-into-the-list-of
put-german-into-the-list-of = Nehmen Sie Deutsch in die Liste der Gebietsschemas auf:

# @there-is-a-german-page-now
there-is-a-german-page-now = Jetzt gibt es eine deutsche Seite, vorerst auf Englisch. Texte kommen von Übersetzern ([wie sie arbeiten](../../en/tutorials/translator.md)), aus einem Translation-Memory oder von einem Übersetzungsdienst ([wie man einen verwendet](../../en/how-to/use-a-translation-service.md)). Um die ganze Kette ohne Dienst zu sehen, entwerfen Sie mit einer Pseudoübersetzung: Englisch mit Akzenten, das zeigt, was übersetzt wird und was nicht.

# @and-the-numbers-stayed-as-they
and-the-numbers-stayed-as-they = `**` und die Zahlen blieben, wie sie waren: Was kein Wort ist, wird aus einem Text herausgenommen, bevor eine Maschine ihn sieht, und danach wieder eingesetzt. Die Entwürfe sind als die einer Maschine gekennzeichnet, bis ein Mensch sie freigibt. Nehmen Sie sie zurück, denn deutschen Lesern würden sie nicht gefallen:

# @the-english-pages-as-before-handback
the-english-pages-as-before-handback = Die englischen Seiten, wie zuvor. handback ändert sie nie.

# @locales-en-what-the-english-said
locales-en-what-the-english-said = `locales/en`: was das Englische beim letzten Sync sagte. Daran wird die nächste Änderung bemerkt.

# @locales-fr-translations-ftl-and-beside
locales-fr-translations-ftl-and-beside = `locales/fr`: Übersetzungen (`.ftl`) und daneben, wer jede gemacht hat, wann und aus welchem Englisch (`.yaml`).

# @docs-fr-pages-made-from-the
docs-fr-pages-made-from-the = `docs/fr`: Seiten, gemacht aus beidem. Committen Sie sie wie den Rest.

# @check-translations-in-ci-so-that
check-translations-in-ci-so-that = [Prüfen Sie Übersetzungen in der CI](../../en/tutorials/ci-owner.md), damit veraltete Texte nicht unbemerkt bleiben.

# @bring-a-site-of-your-own
bring-a-site-of-your-own = [Richten Sie eine eigene Website ein](../../en/how-to/set-up-a-site.md), mit anderem Aufbau und anderen Generatoren.

# @how-staleness-is-decided-c359
how-staleness-is-decided-c359 = [Wie entschieden wird, was veraltet ist](../../en/explanation/staleness.md).
