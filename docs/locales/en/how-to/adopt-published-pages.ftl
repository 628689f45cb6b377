### how-to/adopt-published-pages.md

# heading
take-over-pages-that-are-published = Take over pages that are published

# Take over pages that are published (paragraph)
you-have-pages-in-other-languages =
    You have pages in other languages already, and want to know what of them is still right. `handback adopt` reads them, and fills resources and
    state.

# Take over pages that are published (paragraph)
without-a-folder-the-pages-are =
    Without a folder, the pages are where `output` has them; `handback adopt --locale fr-FR published/fr-FR` reads them somewhere else, laid
    out as the sources are.

# Take over pages that are published (heading)
which-english-a-page-was-made = Which English a page was made from

# Which English a page was made from (paragraph)
every-page-is-aligned-unit-by = Every page is aligned, unit by unit, with the English that it was made from. That is found, in this order, by:

# Which English a page was made from › found_by (cell)
the-english-is = the English is

# Which English a page was made from › hash (cell)
the-one-with-the-pages-ms = the one with the page's `ms.openlocfilehash`, as the file lies there, with LF, or with CRLF: today's source, a file in `--source-at DIR`, or any version in the git history

# Which English a page was made from › hash (cell)
proven = proven

# Which English a page was made from › commit, key (cell)
the-one-at-the-commit-that = the one at the commit that `ms.sourcegitcommit` names, or a key of the front matter (`provenance: { "{" }commit: …{ "}" }`), followed through renames

# Which English a page was made from › comments (cell)
the-version-that-has-the-texts = the version that has the texts which the page keeps in `<!-- -->` above its translations, as Kubernetes' pages do

# Which English a page was made from › comments (cell)
proven-for-each-unit-below-a = proven for each unit below a comment

# Which English a page was made from › date (cell)
of-the-versions-around-the-pages = of the versions around the page's `ms.lasthandoff` or last commit (also where pages lie in a repository of their own) the one that the page fits best

# Which English a page was made from › source-at, fit, today (cell)
the-file-in-source-at-an = the file in `--source-at`, an earlier version, or today's source: what the page fits best

# Which English a page was made from (paragraph)
translations-of-sentences-that-changed-since-e658 =
    Translations of sentences that changed since are stale, with the English they were made from; the rest is current, or marked
    as unproven. `--format json` says of every page how its English was found. Git is asked once for all pages; what a shallow
    clone lacks is said.

# Take over pages that are published (heading)
how-texts-find-each-other = How texts find each other

# How texts find each other (paragraph)
translations-of-sentences-that-changed-since =
    The most frequent of several
    translations of one text becomes the shared message, others override it in their document, and a text that one page
    translates in two ways becomes a selector: so regenerating gives the adopted bytes, and every line that does not is
    reported. Units are paired by what translation leaves alone: links, code, numbers, names, ids, kinds, lengths, and by words that
    the other pages of the run taught. So a paragraph more or less costs only itself, and sorted lists and tables follow their links
    and keys.

# How texts find each other (paragraph)
what-cannot-be-aligned-with-confidence =
    What cannot be aligned with confidence is left out and named, never guessed; `--format json` lists under `unsure` every pair
    that is not quite sure, and why others were left out. Side-by-side pages (`data-ttu-id`) are
    understood. Work of people in the resources is never overwritten without `--force`; then the state keeps what was there.

# Take over pages that are published (heading)
what-a-page-has-beyond-its = What a page has beyond its English

# What a page has beyond its English (paragraph)
what-a-page-has-beyond-its-b318 =
    What a page has **beyond its English** (a translator's note, another row or list item, code of its own, a comment, a section)
    is kept where its place is sure: the units before and behind it translate neighbors of the English, and nothing of the English
    is missing between them. It becomes a message of the document's own resource, `addition-1a2b3c4d`, with its Markdown as it
    stands; `addition` in the state says where that is: `after first-text`, `before facts` (right above), `after price past 2` (two
    rows, blocks or other lines further down), `beginning`. So the page comes back byte for byte, and the addition stays whatever
    becomes of the text that it follows. Where that text goes away the addition is kept as obsolete, and it returns with it. It
    counts as no translation. Everything else that no unit of the English explains is named.

# What a page has beyond its English (paragraph)
what-means-the-same-in-markdown =
    What means the same in Markdown and YAML stays **as the page writes it**: marks of lists, blanks in tables, empty lines, quotes, the
    order of front matter (`spelling` and `order` in `….page.yaml`; not in DocFX's pages). Where the English changes there, it counts
    again.

# What a page has beyond its English (paragraph)
a-link-by-a-label-that =
    A **link by a label that the page defines itself** (`[le quai]` with `[le quai]: /quay`) gets the label that the English has for
    the same target, or the target itself: a regenerated page has the definitions of the English.

# What a page has beyond its English (paragraph)
a-block-of-code-in-another =
    A **block of code in another form** (comments in the language of the page, another example, another line of the fence; also a
    comment between blocks, and what a page of MDX exports) is the locale's own version, if the units around it are sure and as many blocks
    are between them, or what the blocks have in common proves which is which. It is a message `block-1a2b3c4d`; in the state, `block` says what it stands for
    (`1 of 2 behind first-text`) and `previous` what the English says. No machine and no memory touches it. When the English code
    changes it is stale like a text: `sync`, `check`, `diff` and `review` show both, `on_stale` decides what is published, and a
    person brings it up to date or says `handback accept block-1a2b3c4d --still-valid`. Where the block goes away it is kept as obsolete.

# Take over pages that are published (heading)
whose-translations-they-are = Whose translations they are

# Whose translations they are (paragraph)
a-page-with-ms-translationtype-mt =
    A page with `ms.translationtype: MT` is a machine's. One that says nothing was written by people, unless you say
    `--type machine`. What handback itself put on a page keeps what is known of it.

# Take over pages that are published (heading)
several-translations-of-one-text = Several translations of one text

# Several translations of one text (paragraph)
handback-unify-id-drops-adopted-overrides = `handback unify [ID…]` drops adopted overrides in favor of the shared translation, once you have decided for it. `--dry-run` shows which:

# Take over pages that are published (heading)
approve-what-is-good = Approve what is good

# Several translations of one text (paragraph)
pages-that-are-known-to-be =
    Pages that are known to be good need not be approved one by one: `handback accept --locale LOCALE --approve` decides about all that a
    filter finds, names what it leaves, and can be undone; see
    { "[" }how to review translations](../../en/how-to/review-translations.md#decide-about-many-at-once).
