### how-to/see-what-work-costs.md

# heading
see-what-the-work-costs = See what the work costs

# See what the work costs (paragraph)
how-much-is-there-to-translate = How much is there to translate, and what would it cost? `handback analyze` answers before anything is ordered.

# See what the work costs (paragraph)
handback-analyze-counts-texts-and-words =
    `handback analyze` counts texts and words (characters of Japanese, Chinese, Korean and Thai sources) by how much was translated before:
    `repeated`, `context` (in the memory, between the same texts), `100`, `95-99`, `85-94`, `75-84`, `50-74`, `internal-95-99` to `internal-50-74`
    (the memory has nothing like it, but a text that is translated before it in the same job is so similar), `new`, and `draft` where a
    machine translated and a person is to read and edit; `current` and `not-translatable` are no work. A text that many documents share is
    counted where it first stands. Texts whose English changed are listed by how much it did; what changed in looks only costs nothing.
    `--since REVISION` looks at what the English changed since then, before it is ordered; `--format csv` has a row for each document, with
    the columns that buyers know. With `rates` in the configuration words become money:

# See what the work costs (paragraph)
without-a-price-of-its-own = Without a price of its own an `internal` band costs what `new` costs.

# See what the work costs (paragraph)
of-machine-drafts-it-says-by =
    Of machine drafts it says, by engine, how many people approved as they were, how many they edited, and how much of the words changed; the
    state keeps that (`edited`), whether somebody edited them in the review, in a CAT tool, in a resource or in a page.
