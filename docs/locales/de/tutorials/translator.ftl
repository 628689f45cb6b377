# @translate-and-review
translate-and-review = Übersetzen und prüfen

# @this-tutorial-is-for-translators-and
this-tutorial-is-for-translators-and = Dieses Tutorial ist für Übersetzer und Prüfer. Sie übersetzen eine Seite auf drei Arten (in einem Texteditor, in der Prüfung von handback und in einem Werkzeug Ihrer Wahl), bringen einen Text auf den Stand, dessen Englisch sich geändert hat, und geben frei, was eine Maschine geschrieben hat. Das dauert etwa zwanzig Minuten.

# @a-page-to-translate
a-page-to-translate = Eine Seite zum Übersetzen

# @make-a-small-project-in-real
make-a-small-project-in-real = Legen Sie ein kleines Projekt an; im wirklichen Leben ist es schon da:

# @you-never-touch-the-pages-themselves
you-never-touch-the-pages-themselves = Die Seiten selbst rühren Sie nie an. Jeder Text, etwa eine Überschrift, ein Absatz oder eine Tabellenzelle, ist eine *Nachricht* mit einer Kennung. Die englischen Nachrichten stehen in `locales/en`, und Ihre kommen nach `locales/fr`, in Dateien mit denselben Namen:

# @these-are-resources-of-project-fluent
these-are-resources-of-project-fluent = Das sind Ressourcen von [Project Fluent](https://projectfluent.org): eine Kennung, `=` und der Text. Markdown bleibt im Text, und Sie dürfen es dorthin setzen, wo Ihre Sprache es braucht.

# @translate-in-an-editor
translate-in-an-editor = In einem Editor übersetzen

# @write-locales-fr-desk-lamp-ftl
write-locales-fr-desk-lamp-ftl = Schreiben Sie `locales/fr/desk-lamp.ftl`:

# @handback-check-looks-at-every-translation
handback-check-looks-at-every-translation = `handback check` sieht sich jede Übersetzung an, wer auch immer sie geschrieben hat:

# @the-link-was-lost-on-the
the-link-was-lost-on-the = Der Link ist unterwegs verloren gegangen. Setzen Sie ihn wieder ein:

# @translate-in-the-review
translate-in-the-review = In der Prüfung übersetzen

# @handback-review-shows-what-needs-a
handback-review-shows-what-needs-a = `handback review` zeigt, wofür es einen Menschen braucht, das Dringendste zuerst: was veraltet ist, was fehlt, was eine Maschine geschrieben hat. Es zeigt das Englische, wo es steht und ähnliche Übersetzungen, und es prüft, während Sie tippen, auch anhand des Glossars.

# @in-both-e-edits-the-wording
in-both-e-edits-the-wording = In beiden ändert `e` die Übersetzung, `a` gibt sie frei und geht zur nächsten, `r` lehnt sie ab, `c` fragt oder merkt etwas an, `/` findet Wörter, `u` nimmt die letzte Entscheidung zurück, und `?` zeigt alle Tasten. Jede Entscheidung steht sofort in den Dateien. Sie trägt Ihren Namen, und zwar den aus git, es sei denn, Sie sagen `--reviewer "Ada Adatum"`.

# @translate-in-a-tool-of-your
translate-in-a-tool-of-your = In einem Werkzeug Ihrer Wahl übersetzen

# @your-tool-for-translations-reads-xliff
your-tool-for-translations-reads-xliff = Ihr Übersetzungswerkzeug liest XLIFF, PO oder CSV? Exportieren Sie, was zu tun ist, übersetzen Sie es dort und importieren Sie die Datei:

# @translate-the-two-texts-your-tool
translate-the-two-texts-your-tool = Übersetzen Sie die zwei Texte. Ihr Werkzeug macht dies mit der Datei:

# @every-text-in-the-file-carries
every-text-in-the-file-carries = Jeder Text in der Datei trägt einen Beleg; ein Import weiß also, was Sie geändert haben und ob das Englische inzwischen weitergegangen ist. Was unverändert zurückkommt, bewirkt nichts.

# @the-english-changes
the-english-changes = Das Englische ändert sich

# @an-author-corrects-a-number-and
an-author-corrects-a-number-and = Ein Autor berichtigt eine Zahl und schreibt einen Satz um:

# @the-number-was-carried-over-since
the-number-was-carried-over-since = Die Zahl wurde übernommen, da sich sonst nichts in dem Satz geändert hat und die alte Zahl in der Übersetzung stand. Den Satz bringen Sie auf den Stand. Was sich geändert hat und was Sie vorher gesagt haben, finden Sie in `handback diff` und in der Prüfung.

# @is-a-translation-still-right-although
is-a-translation-still-right-although = Stimmt eine Übersetzung noch, obwohl sich das Englische geändert hat? Dann sagen Sie es: `handback accept ID --still-valid`.

# @what-a-machine-wrote
what-a-machine-wrote = Was eine Maschine geschrieben hat

# @drafts-of-machines-are-translations-like
drafts-of-machines-are-translations-like = Entwürfe von Maschinen sind Übersetzungen wie alle anderen, gekennzeichnet damit, wer sie gemacht hat. Sehen Sie sich das mit einer Pseudoübersetzung an:

# @approve-such-a-text-in-the
approve-such-a-text-in-the = Geben Sie einen solchen Text in der Prüfung frei (`a`), und er ist von da an eine menschliche Übersetzung mit Ihrem Namen. Oder schreiben Sie eine bessere darüber:

# @no-machine-overwrites-it-any-more
no-machine-overwrites-it-any-more = Keine Maschine überschreibt sie mehr, was auch immer mit dem Englischen geschieht.

# @texts-that-you-translated-with-your
texts-that-you-translated-with-your = Texte, die Sie übersetzt haben, mit Ihrem Namen im Zustand daneben (`locales/fr/*.yaml`). Diese Datei müssen Sie nie bearbeiten.

# @pages-that-follow
pages-that-follow = Seiten, die folgen.

# @correct-a-wording-everywhere-and-words
correct-a-wording-everywhere-and-words = [Eine Formulierung überall berichtigen](../../en/how-to/correct-a-wording.md) und Wörter, die immer gleich lauten sollen (ein Glossar).

# @work-with-a-cat-tool-formats
work-with-a-cat-tool-formats = [Mit einem CAT-Werkzeug arbeiten](../../en/how-to/use-a-cat-tool.md): Formate, Zustände und was aus dem wird, was zurückkommt.

# @whose-a-translation-is-97a5
whose-a-translation-is-97a5 = [Von wem eine Übersetzung ist](../../en/explanation/whose-a-translation-is.md).

