### explanation/messages.md

# heading
messages-and-sharing = Messages and sharing

# Messages and sharing (paragraph)
what-a-translator-sees-is-a =
    What a translator sees is a *message*: a text with an id, a note on where it stands, and Markdown where it has some. How documents become
    messages, and why a text on a hundred pages is translated once:

# Messages and sharing (list-item)
a-unit-is-a-block-heading =
    { "*" }*A unit is a block**: heading, paragraph, list item, table cell, text in HTML, a front-matter or YAML
    value, a chosen attribute. Inline Markdown stays in it. Directives (`:::`, `[!INCLUDE]`, `[!NOTE]`), code,
    tags, table pipes and quote marks are skeleton, and never change.

# Messages and sharing (list-item)
one-text-is-one-message-however =
    { "*" }*One text is one message**, however many documents hold it. Ids are readable and last: through
    rewording, moves between documents, and renamed files.

# Messages and sharing (list-item)
nothing-is-dropped-a-translation-that = **Nothing is dropped.** A translation that no document uses is kept as obsolete, and returns with its text.

# Messages and sharing (heading)
one-message-for-a-thousand-pages = One message for a thousand pages

# One message for a thousand pages (paragraph)
texts-that-differ-in-nothing-but =
    Texts that differ in nothing but what is no word of theirs are one message, without a declaration: link and image targets,
    addresses, attributes of tags such as `href` and `id`, code, identifiers such as GUIDs become values of their place.

# One message for a thousand pages (paragraph)
what-is-the-same-everywhere-is =
    What is the same everywhere is written out, and so is the target of a text that stands once (`lift: always` lifts it, too;
    `lift: never` lifts nothing). A target that changes makes nothing stale. A translator may write another target into the file of
    one document; `check` reports it (`link-target`) until somebody dismisses that.

# One message for a thousand pages (paragraph)
names-dates-and-other-words-that = Names, dates and other words that differ from page to page can be [declared as variables](../../en/how-to/use-variables.md).

# Messages and sharing (heading)
what-translators-and-authors-may-do = What translators and authors may do

# What translators and authors may do (list-item)
context-is-available-to-translators-as = **Context** is available to translators as Fluent variables: `$kind`, `$section`, `$row`, `$occurrence`:

# What translators and authors may do (list-item)
terms-of-a-locale-go-into = Terms of a locale go into `locales/<locale>/terms.ftl`.

# What translators and authors may do (list-item)
translators-may-add-what-the-english =
    { "*" }*Translators may add** what the English does not have: write the block into the localized page, and `handback adopt` takes it into
    the resource as an addition ([what a page has beyond its English](../../en/how-to/adopt-published-pages.md)). From then on edit it in
    the `.ftl`, or remove it there.

# What translators and authors may do (list-item)
authors-may-say-leave-this-alone =
    { "*" }*Authors may say** `<!-- handback:skip -->` … `<!-- handback:end -->` (leave this alone) and
    `<!-- handback:note … -->` (tell translators something about the next unit); `no-loc` in the front matter
    protects terms that stand alone.
