# @tell-readers-what-a-page-is
tell-readers-what-a-page-is = Lesern sagen, was eine Seite ist

# @a-page-may-be-a-machines
a-page-may-be-a-machines = Eine Seite kann das Werk einer Maschine sein, das niemand gelesen hat, oder einen Monat hinter ihrem Englischen zurück. Leser sehen weder das eine noch das andere. handback weiß beides für jeden Text und kann zurückhalten, was niemand freigegeben hat, oder auf der Seite sagen, was sie ist.

# @hold-back-what-nobody-approved
hold-back-what-nobody-approved = Zurückhalten, was niemand freigegeben hat

# @what-it-decides
what-it-decides = was er entscheidet

# @a-machines-translation-is-on-the
a-machines-translation-is-on-the = die Übersetzung einer Maschine ist auf der Seite (die Vorgabe)

# @the-english-is-in-its-place
the-english-is-in-its-place = an ihrer Stelle steht das Englische, bis ein Mensch sie freigibt

# @the-page-is-not-written-until
the-page-is-not-written-until = bis dahin wird die Seite nicht geschrieben

# @a-page-is-written-once-so
a-page-is-written-once-so = eine Seite wird geschrieben, sobald so viel Prozent von ihr aktuell sind; siehe [Seiten, die eine Locale nicht hat](../../en/how-to/set-up-a-site.md#pages-that-a-locale-does-not-have). Was zurückgehalten wird, zählt nicht

# @each-locale-may-have-its-own
each-locale-may-have-its-own = Jede Locale darf ihr eigenes haben: `locales: [fr, ja: { "{" }on_machine: source, publish: { "{" }min_current: 50{ "}" }{ "}" }]`. Eine Übersetzung, von der niemand weiß, wer sie gemacht hat (`unproven`), wird auch zurückgehalten. Was eine Locale [über ihr Englisches hinaus](../../en/how-to/adopt-published-pages.md) hat, bleibt auf ihren Seiten, wenn ein Mensch es geschrieben oder freigegeben hat; sonst steht nichts an seiner Stelle, oder der Block des Englischen.

# @say-it-on-the-page
say-it-on-the-page = Es auf der Seite sagen

# @the-notice-is-there-as-long
the-notice-is-there-as-long = Der Hinweis ist da, solange er etwas zu sagen hat, und verschwindet, sobald der letzte Text aktuell und von einem Menschen ist. Er sagt, wie viele Texte eine Maschine übersetzt hat, wie viele sich seit wann geändert haben, und wie viele auf Englisch gezeigt werden. Inhaltsverzeichnisse und Dokumente, die andere einbinden (unter `includes`, oder mit einem Namen, der mit `_` beginnt), haben keinen.

# @between-the-two-comments-stands-what
between-the-two-comments-stands-what = Zwischen den beiden Kommentaren steht, was handback dort geschrieben hat: Es wird neu geschrieben, wenn sich der Katalog ändert, es ist niemandes Änderung, und eine Übernahme hält es nicht für einen Text der Seite. Ändert es doch jemand, so wird das gefunden wie jede Änderung an einer Seite.

# @in-the-words-of-the-locale
in-the-words-of-the-locale = In den Worten der Locale

# @there-are-words-for-english-french
there-are-words-for-english-french = Es gibt Worte für Englisch, Französisch, Deutsch, Spanisch, Portugiesisch, Japanisch und vereinfachtes Chinesisch. Andere sind Sache der Locale, und ebenso alles, was eine Übersetzerin anders sagen will: Nachrichten in `locales/LOCALE/terms.ftl`, die der Locale folgt, auf die sie [zurückfällt](../../en/explanation/staleness.md), wo sie keine hat.

# @message
message = Nachricht

# @when
when = wann

# @variables
variables = Variablen

# @a-machine-translated-all-of-the
a-machine-translated-all-of-the = eine Maschine hat die ganze Seite übersetzt

# @or-some-of-it
or-some-of-it = … oder einen Teil davon

# @the-english-of-texts-changed
the-english-of-texts-changed = das Englische von Texten hat sich geändert

# @nobody-knows-when
nobody-knows-when = … niemand weiß, wann

# @nothing-of-the-page-is-translated
nothing-of-the-page-is-translated = die ganze Seite wird auf Englisch gezeigt

# @source-is-the-language-of-the
source-is-the-language-of-the = `$source` ist die Sprache der Quellen, etwa `en`.

# @in-another-form
in-another-form = In einer anderen Form

# @block-is-what-the-flavor-has
block-is-what-the-flavor-has = `block` ist, was die Variante für einen Hinweis hat: `> [!NOTE]` für DocFX und GitHub, `!!! note` für MkDocs, `:::note` für Docusaurus und Starlight, `::: info` für VitePress, und ein einfaches Zitat für die anderen, deren Hinweise Sache ihres Themes sind. Schreiben Sie Ihre eigene mit `{ "{" }text{ "}" }` darin:

# @or-give-it-to-the-theme
or-give-it-to-the-theme = Oder geben Sie es dem Theme, das es zeigt, wie es mag: `notice: front_matter` setzt den Schlüssel `translation`, und `notice: { "{" }front_matter: l10n{ "}" }` einen anderen.

# @the-key-is-handbacks-what-somebody
the-key-is-handbacks-what-somebody = Der Schlüssel gehört handback: Was jemand dort schreibt, wird überschrieben.

# @read-both-languages
read-both-languages = Beide Sprachen lesen

# @handback-render-side-by-side-out
handback-render-side-by-side-out = `handback render --side-by-side --out DIR` schreibt Seiten, die jeden Text mit seinem Englischen dahinter enthalten, in der Form von Microsofts zweisprachigen Seiten, die auch `handback adopt` liest. Mit `--format html` sind es Seiten für Menschen: zwei Spalten, jeder Text so, wie ihn Leser sehen, und sein Zustand.

