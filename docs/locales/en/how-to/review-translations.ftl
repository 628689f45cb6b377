### how-to/review-translations.md

# heading
review-translations = Review translations

# Review translations (paragraph)
a-review-is-where-machine-translations =
    A review is where machine translations become human ones, and where stale and missing texts are dealt with one after the other. It has four
    forms, with the same queue and the same decisions:

# Review translations (heading)
the-queue = The queue

# Review translations (paragraph)
the-queue-has-one-entry-for =
    The queue has one entry for each message, however many documents hold it: stale translations first (the most severe changes,
    then those of most documents, then the oldest), then missing ones, then those of unknown origin (`unproven`), then what
    machines wrote, then what authors wrote whose work is to be approved. Filters: `--path`, `--state`,
    `--severity`, `--text`, `--overrides`, `--inconsistent` (texts that say the same and are worded differently).

# Review translations (heading)
decisions = Decisions

# Review translations (cell)
decision = decision

# Review translations › decision (cell)
what-becomes-of-the-state = what becomes of the state

# Review translations (cell)
approve = approve

# Review translations › approve (cell)
type-ht-with-reviewer-and-date = `type: HT`, with `reviewer` and date; a stale translation becomes current for today's English

# Review translations (cell)
edit = edit

# Review translations › edit (cell)
the-same-with-the-new-wording = the same, with the new wording; one that loses a placeable, a link or a tag is refused, with the reason

# Review translations (cell)
accept-the-draft = accept the draft

# Review translations › accept the draft (cell)
it-takes-the-place-of-the = it takes the place of the stale translation

# Review translations (cell)
reject = reject

# Review translations › reject (cell)
the-text-is-missing-again-and = the text is missing again, and no machine or memory offers that wording again (`rejected`); `decided` says who and when

# Review translations (cell)
comment = comment

# Review translations › comment (cell)
note-decided-says-who-and-when = `note`; `decided` says who and when

# Review translations (cell)
undo = undo

# Review translations › undo (cell)
everything-as-it-was-before = everything as it was before

# Review translations (paragraph)
beside-a-missing-or-stale-text =
    Beside a missing or stale text stand translations of similar ones, if they are closer than what it said before, with the words
    that differ: `m` in the terminal or *Put in* in the browser begins the wording from one.

# Review translations (paragraph)
where-two-people-worded-one-message =
    Where two people worded one message differently in branches that were merged, the entry shows both: approve keeps the
    wording that is there, *accept the draft* takes the other, reject drops the other.

# Review translations (paragraph)
every-decision-is-written-at-once =
    Every decision is written at once, and the pages follow: `ms.translationtype` is `HT` when the last unit of a page is a
    person's. A decision on a message that changed meanwhile, by an edit or another reviewer, is refused and the message shown
    again.

# Review translations (heading)
who-decides = Who decides

# Review translations (paragraph)
nothing-is-decided-without-a-name =
    Nothing is decided without a name: `--reviewer`, else `HANDBACK_REVIEWER`, else git's `user.name`; where none of them gives one,
    the terminal and `accept` refuse to begin. With `--serve` the page says who decides, and each browser may give a name of its
    own, which only undoes its own decisions. On this machine the default is the name of whoever started it; where
    `--listen` lets other machines in, everybody gives one first.

# Review translations (heading)
for-programs = For programs
