### how-to/review-translations.md

# heading
review-translations = Review translations

# Review translations (paragraph)
a-review-is-where-machine-translations =
    A review is where machine translations become human ones, and where stale and missing texts are dealt with one after the other. It has four
    forms, with the same queue and the same decisions:

# Review translations (heading)
the-queue = The queue

# The queue (paragraph)
the-queue-has-one-entry-for =
    The queue has one entry for each message, however many documents hold it: stale translations first (the most severe changes,
    then those of most documents, then the oldest), then missing ones, then those of unknown origin (`unproven`), then what
    machines wrote, then what authors wrote whose work is to be approved. Filters: `--path` (a part of a document's name, or a
    glob), `--state`, `--severity`, `--text`, `--overrides`, `--inconsistent` (messages that say the same and are worded differently).
    `handback export` and `handback accept` take the same ones.

# The queue (paragraph)
how-far-a-locale-is-counts =
    How far a locale is counts as `handback status` does: each message once. Where single documents have a wording of their own
    beside the shared one, the list has more entries than messages, and says so.

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

# Decisions (cell)
comment-or-a-question-about-a = comment, or a question about a text without a translation

# Review translations › comment (cell)
note-decided-says-who-and-when = `note`; `decided` says who and when

# Review translations (cell)
undo = undo

# Decisions › undo (cell)
everything-as-it-was-before = everything as it was before, also after the review was started again or was ended in the middle of a decision

# Decisions (paragraph)
beside-a-missing-or-stale-text =
    Beside a missing or stale text stand translations of similar ones, if they are closer than what it said before, with the words
    that differ: `m` in the terminal or *Copy* in the browser begins the translation from one.

# Review translations (paragraph)
where-two-people-worded-one-message =
    Where two people worded one message differently in branches that were merged, the entry shows both: approve keeps the
    wording that is there, *accept the draft* takes the other, reject drops the other.

# Review translations (paragraph)
every-decision-is-written-at-once =
    Every decision is written at once, and the pages follow: `ms.translationtype` is `HT` when the last unit of a page is a
    person's. A decision on a message that changed meanwhile, by an edit or another reviewer, is refused and the message shown
    again.

# Decisions (paragraph)
in-the-browser-a-large-project =
    In the browser, a large project shows the list as the last review left it while it is being read, with that day, or, after a sync, texts
    among the first that wait; the list of now follows by itself. Documents and files that others add or change meanwhile are seen within a second.

# Review translations (heading)
decide-about-many-at-once = Decide about many at once

# Decide about many at once (paragraph)
in-the-browser-select-rows-of =
    In the browser, select rows of the list, or everything that the filter finds, and choose what is to be done. In the terminal `l` lists the
    entries: space selects one, `*` all, then `a` approves, `v` says that they are still valid, `d` accepts drafts, `r` rejects. A page shows
    first what will be decided, and what will be left and why: what nobody translated, what is stale and was not looked at, what two people
    worded differently, and what the judge refuses because it would break a page. All of it is written in one step, and one undo takes all
    of it back. What somebody changed meanwhile is left, and named.

# Decide about many at once (paragraph)
the-same-on-the-command-line = The same on the command line, for a locale that was taken over and is known to be good:

# Review translations (heading)
find-words = Find words

# Find words (paragraph)
the-search-at-the-top-of =
    The search at the top of the page, or `/` in the terminal, looks in everything that a locale has: both languages, every state, the English
    before, drafts, comments, texts that are gone, and the files of the translation memory. It says how much it searched, and which file it
    could not read. The filter of the queue, `--text`, looks only at what the list shows, and says how many messages it leaves out.

# Review translations (heading)
what-stands-beside-a-text = What stands beside a text

# What stands beside a text (list-item)
the-terms-of-the-glossary-that = The terms of the glossary that are in the English, with their translations and notes, before anything is typed.

# What stands beside a text (list-item)
buttons-that-put-placeables-code-addresses = Buttons that put placeables, code, addresses and terms into the translation; Alt and a digit do the same.

# What stands beside a text (list-item)
the-page-as-readers-see-it = The page as readers see it, roughly, in English and as it is now, and with what you type. Nothing in it runs, and no image is loaded.

# What stands beside a text (list-item)
the-history-of-the-message-who =
    The history of the message: who translated and approved it, when, from which English, and in which commit. In the terminal `t`
    shows it, elsewhere `handback log ID`.

# Review translations (heading)
keys = Keys

# Keys (paragraph)
lists-the-keys-in-a-list =
    `?` lists the keys. In a list, `j` and `k` or the arrows move, space selects, Enter opens. Who dictates or holds a key by mistake can
    switch keys of a single letter off there; the browser remembers that.

# Review translations (heading)
who-decides = Who decides

# Who decides (paragraph)
nothing-is-decided-without-a-name =
    Nothing is decided without a name: `--reviewer`, else `HANDBACK_REVIEWER`, else git's `user.name`; where none of them gives one,
    the terminal and `accept` refuse to begin. With `--serve` the page says who decides, and each browser may give a name of its
    own, which only undoes its own decisions. On this machine the default is the name of whoever started it; where
    `--listen` lets other machines in (`--listen 0.0.0.0:8125`), everybody gives one first. `--listen 8125` only chooses the port.
    `--no-open` prints the address and opens no browser; without a screen none is opened.

# Review translations (heading)
for-programs = For programs
