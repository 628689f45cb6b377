### explanation/staleness.md

# heading
how-staleness-is-decided = How staleness is decided

# How staleness is decided (paragraph)
stale-is-a-matter-of-fingerprints =
    { "*" }*Stale is a matter of fingerprints**: a translation is current only if the English it was made from is the
    English of today. A stale unit is published in English (`on_stale: source`), as it was (`keep`), or its page
    is held back (`fail`).

# How staleness is decided (paragraph)
so-what-counts-is-never-a =
    So what counts is never a date. A sync compares every text of the English with what it said at the last sync (the *reference*, in the
    resources of the source locale), and the state of a translation has the fingerprint of the English that it was made from. A file that was
    only saved again, moved or renamed makes nothing stale.

# How staleness is decided (heading)
not-every-change-is-work = Not every change is work

# Not every change is work (paragraph)
not-every-change-of-the-english = Not every change of the English is work for a translator. Each is judged, with the rule that decided it:

# Not every change is work (cell)
change = change

# Not every change is work › change (cell)
what-changed = what changed

# Not every change is work › change (cell)
translation = translation

# Not every change is work › cosmetic (cell)
white-space-entities-quotes-and-dashes = white space, entities, quotes and dashes, emphasis, case, punctuation, one misspelt word

# Not every change is work › cosmetic (cell)
stays-current = stays current

# Not every change is work › mechanical (cell)
only-numbers-dates-urls-link-targets = only numbers, dates, URLs, link targets, identifiers, e-mail addresses, code or variables, and the old value is in the translation as often as in the English

# Not every change is work › mechanical (cell)
the-new-value-is-put-into = the new value is put into it, and the state notes it (`carried: mechanical`); else stale. `carry: cosmetic` makes these stale, too

# Not every change is work › substantive (cell)
all-else-and-always-a-negation = all else, and always a negation, an answer, a modal verb or a unit of measure

# Not every change is work (paragraph)
what-was-kept-in-this-way =
    What was kept in this way is marked `carried` in the state, with the English that the translation was made from;
    `handback diff --carried` shows it, and later changes are judged against that English, so that small steps do
    not add up unseen. `handback accept --all-cosmetic` and `--all-mechanical` settle or apply such changes in one step.
    `carry: none` makes translations stale again that were kept for a cosmetic change, but leaves values that were carried over
    before as they are: `--fail-on carried` finds them.

# How staleness is decided (heading)
in-pull-requests-and-reports = In pull requests and reports

# In pull requests and reports (paragraph)
handback-diff-since-main-compares-the =
    `handback diff --since main` compares the English with a git revision, and lists the translations that came since; `--missing` adds texts without a translation,
    `--output-docs` shows what a sync would change in the pages. `--format markdown` is fit for a comment on a pull
    request, `html` is one self-contained file to share.

# How staleness is decided (heading)
how-old = How old

# How old (paragraph)
a-stale-translation-has-the-day =
    A stale translation has the day since which it is stale in its state. A text counts as missing from the day it is first in the source without a
    translation, however often its page changes. With thresholds, ages decide when a warning becomes an error.
