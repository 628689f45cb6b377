### how-to/use-variables.md

# heading
share-texts-that-differ-in-a = Share texts that differ in a name or a date

# Share texts that differ in a name or a date (paragraph)
pages-of-one-form-differ-in =
    Pages of one form differ in a few words, too: the application's name, its developer, a date. Declare where they stand, and
    texts that several documents share but for these values become one message:

# Share texts that differ in a name or a date (heading)
find-what-could-be-declared = Find what could be declared

# Share texts that differ in a name or a date (paragraph)
handback-variables-suggest-looks-for-such =
    `handback variables --suggest` looks for such values, names them, and shows what each would save; `--write` declares them in
    `handback.yaml`. `handback init` does so by itself where the documents are there already, and the first `sync` says so if
    declarations would save more than a tenth of the messages. `handback variables` shows what every document has.

# Share texts that differ in a name or a date (paragraph)
in-a-clone-of-handback-whose = In a clone of handback, whose bundled sample has such pages:

# Share texts that differ in a name or a date (list-item)
what-is-lifted-a-text-takes =
    { "*" }*What is lifted**: a text takes the form that most documents agree on, and stays as it is if it would be the only one. A
    value is found only as a word of its own, not in code or addresses (those of a `pattern` are), never where it is the
    whole text. A new page of the form comes out translated; another document renames no message; a value that changes
    makes nothing stale.

# What you can rely on (list-item)
names-need-no-translator-a-text =
    { "*" }*Names** need no translator: a text that is nothing but values, such as a heading with the name of the application, is
    not translatable. (A title is left out in this way only if some other text of its page has the name as a value.)
    `translate_value: true` makes such a text an ordinary one, and puts its translation into the other texts.

# Share texts that differ in a name or a date (list-item)
dates-and-numbers-type-date-type =
    { "*" }*Dates and numbers** (`type: date`, `type: number`) are written as the locale writes them, from Unicode's CLDR:
    `dateStyle` is `long`, `medium`, `full` or `short`, as the English is; `DATETIME($updated, pattern: "d. MMMM y")` follows
    CLDR's letters. A date that is not written in one of these lengths in English is left as text. `NUMBER($seats)` has groups if
    the source has them. `{ "{" } $updated { "}" }` alone is written as in the source.

# Share texts that differ in a name or a date (list-item)
selectors-may-look-at-any-value =
    { "*" }*Selectors** may look at any value of the document: `{ "{" } NUMBER($seats) -> [one] … *[other] … { "}" }`. `INITIAL($app)` is `vowel`, `h`,
    `consonant` or `other`, for French elision: `{ "{" } INITIAL($app) -> [vowel] d’{ "{" } $app { "}" } *[other] de { "{" } $app { "}" } { "}" }`, each variant on
    its own line.

# What you can rely on (list-item)
declaring-variables-later-renaming-them-or =
    { "*" }*Declaring variables later**, renaming them or taking them back is safe: translations follow, those by people still marked as such, and
    pages keep their bytes (except that a number that stands alone is then written as the locale does). Where the
    wording of a page does not hold a value as the English does (a name is declined, say, or left out), the page keeps that wording
    for itself, as an override; the same goes for adopted pages, and for a wording that a translator writes into the file of one
    document.

# Share texts that differ in a name or a date (list-item)
check-reports-a-translation-that-lacks = `check` reports a translation that lacks a variable of the English, or has one that the English does not have.

# Share texts that differ in a name or a date (paragraph)
how-a-text-becomes-shared-at = How a text becomes shared at all is explained in [messages and sharing](../../en/explanation/messages.md).
