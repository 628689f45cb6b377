### how-to/use-a-cat-tool.md

# heading
work-with-a-cat-tool = Work with a CAT tool

# Work with a CAT tool (paragraph)
translators-who-work-in-a-tool =
    Translators who work in a tool of their own get a file, and give it back. `handback export` writes XLIFF, PO or CSV with all the context that
    there is; `handback import` takes what comes back.

# Work with a CAT tool (paragraph)
an-export-has-what-the-review =
    An export has what the review has: all that needs a person, or what `--state` and `--path` name (`--state all`: everything); a file for
    each locale, or with `--split` for each document. Every text has its English, the translation or a draft, what both said before the
    English changed, section and row, the texts before and after, the author's note, what its variables stand for, similar translations
    with their scores, terms of the glossary with notes, wordings that were rejected, and its limit of length. Markup and placeables are inline codes that tools
    protect, with their originals; a translation with selectors is one text for each variant, with its condition.

# Work with a CAT tool (paragraph)
formats-are-xliff2-xliff1-xliff-1 = Formats are `xliff2`, `xliff1` (XLIFF 1.2), `po`, `csv` and `tmx`. `import --dry-run` shows every change, word by word.

# Work with a CAT tool (paragraph)
some-tools-only-show-what-is =
    Some tools only show what is in the place of the translation: OmegaT 3 does so with XLIFF 1.2. For them `export --fill` puts the English
    there; where it comes back as it is, in a state that asks for a translation, it is none.

# Work with a CAT tool (heading)
states = States

# States (cell)
state = state

# States › state (cell)
xliff-2 = XLIFF 2

# States › state (cell)
xliff-1-2 = XLIFF 1.2

# States › state (cell)
po = PO

# States › state (cell)
csv = CSV

# States (cell)
missing = missing

# States › missing (cell)
empty = empty

# States › stale (cell)
initial-no-target-the-old-pair = `initial`, no target; the old pair is a match

# States › stale (cell)
needs-translation-the-old-pair-is = `needs-translation`; the old pair is an `alt-trans`

# States › stale (cell)
fuzzy-old-english-in = `fuzzy`, old English in `#\|`

# States › stale (cell)
stale-the-old-pair-has-columns = `stale`; the old pair has columns of its own

# States (cell)
draft-machine = draft, machine

# States (cell)
a-persons-to-be-approved = a person's, to be approved

# States (cell)
a-persons = a person's

# States › a person's (cell)
not-fuzzy = not `fuzzy`

# States (paragraph)
tmx-is-a-memory-of-what = TMX is a memory of what people approved, with dates and names; `--state machine` adds what machines wrote, marked as such.

# Work with a CAT tool (heading)
what-becomes-of-what-comes-back = What becomes of what comes back

# What becomes of what comes back (paragraph)
every-text-carries-a-ticket-handback =
    Every text carries a ticket (`handback:fr-FR:…`, in two places, since tools drop one) with the fingerprints of what was exported. So an
    import knows what was changed, and whether the English moved on meanwhile:

# What becomes of what comes back (cell)
the-text-came-back = the text came back

# What becomes of what comes back › the text came back (cell)
and-becomes = and becomes

# What becomes of what comes back (cell)
as-it-was = as it was

# What becomes of what comes back › as it was (cell)
nothing = nothing

# What becomes of what comes back (cell)
changed = changed

# What becomes of what comes back › changed (cell)
that-persons-translation-ht-translator-else = that person's translation (`HT`): `--translator`, else whom the file names; a machine's newer text gives way

# What becomes of what comes back (cell)
as-it-was-and-approved-reviewed = as it was, and approved (`reviewed`, `final`, `approved="yes"`, no longer `fuzzy`, `approved` in the column `state`)

# What becomes of what comes back › as it was, and approved (reviewed, final, approved="yes", no longer fuzzy, approved in the column state) (cell)
reviewed = reviewed

# What becomes of what comes back (cell)
changed-but-another-person-translated-it = changed, but another person translated it meanwhile

# What becomes of what comes back › changed, but another person translated it meanwhile (cell)
an-open-decision-for-the-review = an open decision for the review: both wordings are kept

# What becomes of what comes back (cell)
changed-but-the-english-moved-on = changed, but the English moved on

# What becomes of what comes back › changed, but the English moved on (cell)
stale-or-kept-beside-the-translation = stale, or kept beside the translation that is there, with the English that it was made from

# What becomes of what comes back (cell)
with-a-lost-link-code-or = with a lost link, code or placeable

# What becomes of what comes back › with a lost link, code or placeable (cell)
refused-it-goes-to-fr-fr = refused: it goes to `fr-FR.refused.xlf` beside the file; correct it there and import that

# What becomes of what comes back (cell)
with-fifty-times-as-many-characters = with fifty times as many characters as its English

# What becomes of what comes back › with fifty times as many characters as its English (cell)
refused-in-the-same-way = refused in the same way

# What becomes of what comes back (cell)
with-an-english-that-a-spreadsheet = with an English that a spreadsheet “corrected” (`1-2` → `1-Feb`)

# What becomes of what comes back › with an English that a spreadsheet “corrected” (1-2 → 1-Feb) (cell)
refused-in-the-same-way-if = refused in the same way, if it was changed

# What becomes of what comes back (cell)
with-for-characters-that-an-encoding = with `?` for characters that an encoding does not have

# What becomes of what comes back (cell)
cut-into-segments-of-which-some = cut into segments of which some are empty

# What becomes of what comes back › cut into segments of which some are empty (cell)
not-read-and-named = not read, and named

# What becomes of what comes back (cell)
translated-twice-in-one-unit = translated twice in one unit

# What becomes of what comes back (paragraph)
what-translators-note-beside-a-text =
    What translators note beside a text (a note of XLIFF or TMX, a comment of PO, the column `comment`) becomes the comment of its translation, which
    `handback review` shows; where there is no translation, it is kept with the text, as a question that was asked in a review.

# What becomes of what comes back (paragraph)
the-judge-of-check-runs-before =
    The judge of `check` runs before anything is written, and all is one transaction. Importing a file twice changes nothing. Files may
    come back in UTF-8, UTF-16, or the encoding that XML and PO say of themselves, with `;` or tabs, other lines, order and namespaces, with
    accents as characters of their own (NFD), and with placeables such as `{ "{" }$app{ "}" }`; names of XLIFF files may end in anything. A table that is
    not in Unicode is read as the spreadsheets of the language's Windows or of a Macintosh write it (Windows-1252, Shift_JIS …): what nobody
    changed tells which. What is cut off, packed or
    hostile, or says that it is in another language, is refused with its line, and then nothing is imported. In CSV a cell that begins with `=`, `+`, `-` or `@` has an apostrophe
    before it, so that no spreadsheet computes it.
