### how-to/tell-readers.md

# heading
tell-readers-what-a-page-is = Tell readers what a page is

# Tell readers what a page is (paragraph)
a-page-may-be-a-machines =
    A page may be a machine's work that nobody read, or a month behind its English. Readers see neither. handback knows both for every text,
    and can hold back what nobody approved, or say on the page what it is.

# Tell readers what a page is (heading)
hold-back-what-nobody-approved = Hold back what nobody approved

# Hold back what nobody approved › key (cell)
what-it-decides = what it decides

# Hold back what nobody approved › on_machine: publish (cell)
a-machines-translation-is-on-the = a machine's translation is on the page (the default)

# Hold back what nobody approved › on_machine: source (cell)
the-english-is-in-its-place = the English is in its place until a person approves it

# Hold back what nobody approved › on_machine: fail (cell)
the-page-is-not-written-until = the page is not written until then

# Hold back what nobody approved › publish: {min_current: 80} (cell)
a-page-is-written-once-so = a page is written once so many percent of it are current; see [pages that a locale does not have](../../en/how-to/set-up-a-site.md#pages-that-a-locale-does-not-have). What is held back does not count

# Hold back what nobody approved (paragraph)
each-locale-may-have-its-own =
    Each locale may have its own: `locales: [fr, ja: { "{" }on_machine: source, publish: { "{" }min_current: 50{ "}" }{ "}" }]`.
    A translation of which nobody knows who made it (`unproven`) is held back, too. What a locale has [beyond its English](../../en/how-to/adopt-published-pages.md)
    stays on its pages if a person wrote or approved it; else nothing is in its place, or the block of the English.

# Tell readers what a page is (heading)
say-it-on-the-page = Say it on the page

# Say it on the page (paragraph)
the-notice-is-there-as-long =
    The notice is there as long as it says something, and gone once the last text is current and a person's. It says how many texts a machine
    translated, how many changed since when, and how many are shown in English. Tables of contents, and documents that others include
    (below `includes`, or with a name that begins with `_`), have none.

# Say it on the page (paragraph)
between-the-two-comments-stands-what =
    Between the two comments stands what handback wrote there: it is written again as the catalog changes, it is nobody's edit, and an adoption does
    not take it for a text of the page. If somebody changes it all the same, that is found as every edit of a page is.

# Say it on the page (heading)
in-the-words-of-the-locale = In the words of the locale

# Say it on the page › In the words of the locale (paragraph)
there-are-words-for-english-french =
    There are words for English, French, German, Spanish, Portuguese, Japanese and simplified Chinese. Others are the locale's, and so is
    whatever a translator wants to say in another way: messages in `locales/LOCALE/terms.ftl`, which follows the locale it
    { "[" }falls back](../../en/explanation/staleness.md) to where it has none.

# Say it on the page › In the words of the locale (cell)
message = message

# Say it on the page › In the words of the locale › message (cell)
when = when

# Say it on the page › In the words of the locale › message (cell)
variables = variables

# Say it on the page › In the words of the locale › notice-machine-all (cell)
a-machine-translated-all-of-the = a machine translated all of the page

# Say it on the page › In the words of the locale › notice-machine-some (cell)
or-some-of-it = … or some of it

# Say it on the page › In the words of the locale › notice-changed (cell)
the-english-of-texts-changed = the English of texts changed

# Say it on the page › In the words of the locale › notice-changed-undated (cell)
nobody-knows-when = … nobody knows when

# Say it on the page › In the words of the locale › notice-shown-all (cell)
nothing-of-the-page-is-translated = all of the page is shown in English

# Say it on the page › In the words of the locale (paragraph)
source-is-the-language-of-the = `$source` is the language of the sources, such as `en`.

# Say it on the page (heading)
in-another-form = In another form

# Say it on the page › In another form (paragraph)
block-is-what-the-flavor-has =
    `block` is what the flavor has for a note: `> [!NOTE]` for DocFX and GitHub, `!!! note` for MkDocs, `:::note` for Docusaurus and Starlight,
    `::: info` for VitePress, and a plain quote for the others, whose notes are those of their theme. Write your own with `{ "{" }text{ "}" }` in it:

# Say it on the page › In another form (paragraph)
or-give-it-to-the-theme = Or give it to the theme, which shows it as it likes: `notice: front_matter` sets the key `translation`, and `notice: { "{" }front_matter: l10n{ "}" }` another one.

# Say it on the page › In another form (paragraph)
the-key-is-handbacks-what-somebody = The key is handback's: what somebody writes there is written over.

# Tell readers what a page is (heading)
read-both-languages = Read both languages

# Read both languages (paragraph)
handback-render-side-by-side-out =
    `handback render --side-by-side --out DIR` writes pages that hold each text with its English behind it, in the form of Microsoft's side-by-side
    pages, which `handback adopt` reads, too. With `--format html` they are pages for people: two columns, with each text as readers see it, and its state.
