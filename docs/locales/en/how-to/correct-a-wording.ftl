### how-to/correct-a-wording.md

# heading
correct-a-wording-everywhere = Correct a wording everywhere

# Correct a wording everywhere (paragraph)
a-text-that-is-said-on = A text that is said on many pages is one message, so it is corrected in one place, and all pages follow. What is left are texts that differ.

# Correct a wording everywhere (heading)
find-all-that-says-it = Find all that says it

# Find all that says it (paragraph)
in-the-browser-handback-review-serve =
    In the browser (`handback review --serve`) the same is a search. `--inconsistent` shows texts that say the same in English and are worded
    differently, and `--overrides` the wordings of single documents beside the shared one.

# Correct a wording everywhere (heading)
change-it = Change it

# Change it (paragraph)
edit-the-resource-with-whatever-replaces = Edit the resource, with whatever replaces text in files; what is yours is in `locales/fr`:

# Correct a wording everywhere (heading)
keep-it-so = Keep it so

# Keep it so (paragraph)
put-the-term-into-the-glossary =
    Put the term into the glossary of the locale, `locales/fr/glossary.yaml`. `handback check` compares every translation with it
    (`glossary`), and with the names of documents (`altered-name`). Translation services that take terms get it, and a review warns
    while somebody types:

# Keep it so (paragraph)
entries-may-have-more = Entries may have more:

# Keep it so (paragraph)
a-translation-may-use-a-term =
    A translation may use a term in any form: plurals and cases, as a part of a compound (German, Dutch, the Nordic languages,
    Finnish, Estonian, Hungarian), with any endings (Finnish, Turkish, Russian, Polish…), behind the articles and prefixes of Arabic and
    Hebrew, with a capital at the start of a sentence. `forms` lists what shares no stem with it (`جهاز`, `أجهزة`). In the English,
    plurals count (`tenants`, `policies`), compounds with a hyphen do not (`multi-tenant`). Of a term with several entries one is enough.

# Keep it so (paragraph)
a-rule-of-the-house-that = A rule of the house that is no term is a pattern:
