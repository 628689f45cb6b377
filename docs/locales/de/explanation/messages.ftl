# @messages-and-sharing
messages-and-sharing = Nachrichten und gemeinsame Texte

# @what-a-translator-sees-is-a
what-a-translator-sees-is-a = Was eine Übersetzerin sieht, ist eine *Nachricht*: ein Text mit einer Kennung, einem Vermerk, wo er steht, und Markdown, wo er welches hat. Wie aus Dokumenten Nachrichten werden, und warum ein Text auf hundert Seiten einmal übersetzt wird:

# @a-unit-is-a-block-heading
a-unit-is-a-block-heading = **Eine Einheit ist ein Block**: Überschrift, Absatz, Listenpunkt, Tabellenzelle, Text in HTML, ein Wert im Front Matter oder in YAML, ein ausgewähltes Attribut. Markdown in der Zeile bleibt darin. Direktiven (`:::`, `[!INCLUDE]`, `[!NOTE]`), Code, Tags, die Striche von Tabellen und die Zeichen von Zitaten sind Gerüst und ändern sich nie.

# @one-text-is-one-message-however
one-text-is-one-message-however = **Ein Text ist eine Nachricht**, in wie vielen Dokumenten er auch steht. Kennungen sind lesbar und halten: über neue Formulierungen, Umzüge zwischen Dokumenten und umbenannte Dateien hinweg.

# @nothing-is-dropped-a-translation-that
nothing-is-dropped-a-translation-that = **Nichts geht verloren.** Eine Übersetzung, die kein Dokument verwendet, wird als überholt aufbewahrt und kehrt mit ihrem Text zurück.

# @one-message-for-a-thousand-pages
one-message-for-a-thousand-pages = Eine Nachricht für tausend Seiten

# @texts-that-differ-in-nothing-but
texts-that-differ-in-nothing-but = Texte, die sich nur in dem unterscheiden, was keines ihrer Wörter ist, sind eine Nachricht, ohne dass man es sagen muss: Ziele von Links und Bildern, Adressen, Attribute von Tags wie `href` und `id`, Code, Bezeichner wie GUIDs werden zu Werten ihrer Stelle.

# @what-is-the-same-everywhere-is
what-is-the-same-everywhere-is = Was überall gleich ist, wird ausgeschrieben, und ebenso das Ziel eines Textes, der nur einmal vorkommt (`lift: always` hebt auch dieses heraus; `lift: never` hebt nichts heraus). Ein Ziel, das sich ändert, lässt nichts veralten. Wer übersetzt, darf in der Datei eines einzelnen Dokuments ein anderes Ziel schreiben; `check` meldet es (`link-target`), bis jemand das verwirft.

# @names-dates-and-other-words-that
names-dates-and-other-words-that = Namen, Daten und andere Wörter, die sich von Seite zu Seite unterscheiden, lassen sich [als Variablen erklären](../../en/how-to/use-variables.md).

# @what-translators-and-authors-may-do
what-translators-and-authors-may-do = Was Übersetzer und Autoren tun dürfen

# @context-is-available-to-translators-as
context-is-available-to-translators-as = **Zusammenhang** steht Übersetzern als Variablen von Fluent zur Verfügung: `$kind`, `$section`, `$row`, `$occurrence`:

# @terms-of-a-locale-go-into
terms-of-a-locale-go-into = Terme einer Locale gehören in `locales/<locale>/terms.ftl`.

# @translators-may-add-what-the-english
translators-may-add-what-the-english = **Übersetzer dürfen hinzufügen**, was das Englische nicht hat: Schreiben Sie den Block in die lokalisierte Seite, und `handback adopt` übernimmt ihn als Hinzufügung in die Ressource ([was eine Seite über ihr Englisches hinaus hat](../../en/how-to/adopt-published-pages.md)). Von da an ändern Sie ihn in der `.ftl`, oder entfernen ihn dort.

# @authors-may-say-leave-this-alone
authors-may-say-leave-this-alone = **Autoren dürfen sagen**: `<!-- handback:skip -->` … `<!-- handback:end -->` (das in Ruhe lassen) und `<!-- handback:note … -->` (Übersetzern etwas über die nächste Einheit sagen); `no-loc` im Front Matter schützt Begriffe, die allein stehen.

