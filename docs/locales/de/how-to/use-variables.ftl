# @share-texts-that-differ-in-a
share-texts-that-differ-in-a = Texte teilen, die sich in einem Namen oder Datum unterscheiden

# @pages-of-one-form-differ-in
pages-of-one-form-differ-in = Auch Seiten einer Form unterscheiden sich in ein paar Wörtern: dem Namen der Anwendung, ihrem Entwickler, einem Datum. Erklären Sie, wo diese stehen, und Texte, die mehrere Dokumente bis auf diese Werte gemeinsam haben, werden zu einer Nachricht:

# @find-what-could-be-declared
find-what-could-be-declared = Finden, was sich erklären ließe

# @handback-variables-suggest-looks-for-such
handback-variables-suggest-looks-for-such = `handback variables --suggest` sucht nach solchen Werten, benennt sie und zeigt, was jeder sparen würde; `--write` erklärt sie in `handback.yaml`. `handback init` tut das von selbst, wo die Dokumente schon da sind, und der erste `sync` sagt es, wenn Erklärungen mehr als ein Zehntel der Nachrichten sparen würden. `handback variables` zeigt, was jedes Dokument hat.

# @in-a-clone-of-handback-whose
in-a-clone-of-handback-whose = In einem Klon von handback, dessen mitgeliefertes Beispiel solche Seiten hat:

# @what-is-lifted-a-text-takes
what-is-lifted-a-text-takes = **Was herausgehoben wird**: Ein Text nimmt die Form an, auf die sich die meisten Dokumente einigen, und bleibt, wie er ist, wenn er der einzige wäre. Ein Wert wird nur als eigenes Wort gefunden, nicht in Code oder Adressen (die eines `pattern` schon), nie dort, wo er der ganze Text ist. Eine neue Seite der Form ist gleich übersetzt; ein weiteres Dokument benennt keine Nachricht um; ein Wert, der sich ändert, lässt nichts veralten.

# @names-need-no-translator-a-text
names-need-no-translator-a-text = **Namen** brauchen keine Übersetzerin: Ein Text, der nichts als Werte ist, etwa eine Überschrift mit dem Namen der Anwendung, ist nicht zu übersetzen. (Ein Titel wird nur dann so ausgelassen, wenn ein anderer Text seiner Seite den Namen als Wert hat.) `translate_value: true` macht einen solchen Text zu einem gewöhnlichen und setzt seine Übersetzung in die anderen Texte ein.

# @dates-and-numbers-type-date-type
dates-and-numbers-type-date-type = **Daten und Zahlen** (`type: date`, `type: number`) werden so geschrieben, wie die Locale sie schreibt, nach Unicodes CLDR: `dateStyle` ist `long`, `medium`, `full` oder `short`, so wie das Englische ist; `DATETIME($updated, pattern: "d. MMMM y")` folgt den Buchstaben von CLDR. Ein Datum, das im Englischen in keiner dieser Längen geschrieben ist, bleibt als Text. `NUMBER($seats)` hat Gruppen, wenn die Quelle sie hat. `{ "{" } $updated { "}" }` allein wird wie in der Quelle geschrieben.

# @selectors-may-look-at-any-value
selectors-may-look-at-any-value = **Selektoren** dürfen jeden Wert des Dokuments ansehen: `{ "{" } NUMBER($seats) -> [one] … *[other] … { "}" }`. `INITIAL($app)` ist `vowel`, `h`, `consonant` oder `other`, für die französische Elision: `{ "{" } INITIAL($app) -> [vowel] d’{ "{" } $app { "}" } *[other] de { "{" } $app { "}" } { "}" }`, jede Variante auf einer eigenen Zeile.

# @declaring-variables-later-renaming-them-or
declaring-variables-later-renaming-them-or = **Variablen später zu erklären**, umzubenennen oder zurückzunehmen ist gefahrlos: Übersetzungen folgen, die von Menschen weiterhin so gekennzeichnet, und Seiten behalten ihre Bytes (nur wird eine Zahl, die allein steht, dann so geschrieben, wie die Locale es tut). Wo der Wortlaut einer Seite einen Wert nicht so enthält wie das Englische (ein Name ist etwa gebeugt oder ausgelassen), behält die Seite diesen Wortlaut für sich, als Abweichung; ebenso bei übernommenen Seiten und bei einem Wortlaut, den eine Übersetzerin in die Datei eines Dokuments schreibt.

# @check-reports-a-translation-that-lacks
check-reports-a-translation-that-lacks = `check` meldet eine Übersetzung, der eine Variable des Englischen fehlt, oder die eine hat, die das Englische nicht hat.

# @how-a-text-becomes-shared-at
how-a-text-becomes-shared-at = Wie ein Text überhaupt zu einem gemeinsamen wird, erklärt [Nachrichten und gemeinsame Texte](../../en/explanation/messages.md).

