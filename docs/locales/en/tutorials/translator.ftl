### tutorials/translator.md

# heading
translate-and-review = Translate and review

# Translate and review (paragraph)
this-tutorial-is-for-translators-and =
    This tutorial is for translators and reviewers. You translate a page in three ways (in a text editor, in the review of handback, and in a
    tool of your own), bring a text up to date whose English changed, and approve what a machine wrote. It takes about twenty minutes.

# Translate and review (heading)
a-page-to-translate = A page to translate

# A page to translate (paragraph)
make-a-small-project-in-real = Make a small project; in real life it is there already:

# A page to translate (paragraph)
you-never-touch-the-pages-themselves =
    You never touch the pages themselves. Each text, such as a heading, a paragraph or a table cell, is a *message* with an id. The English
    messages are in `locales/en`, and yours go into `locales/fr`, in files of the same names:

# A page to translate (paragraph)
these-are-resources-of-project-fluent =
    These are resources of [Project Fluent](https://projectfluent.org): an id, `=`, and the text. Markdown stays in the text, and you may move it
    where your language needs it.

# Translate and review (heading)
translate-in-an-editor = Translate in an editor

# Translate in an editor (paragraph)
write-locales-fr-desk-lamp-ftl = Write `locales/fr/desk-lamp.ftl`:

# Translate in an editor (paragraph)
handback-check-looks-at-every-translation = `handback check` looks at every translation, whoever wrote it:

# Translate in an editor (paragraph)
the-link-was-lost-on-the = The link was lost on the way. Put it back:

# Translate and review (heading)
translate-in-the-review = Translate in the review

# Translate in the review (paragraph)
handback-review-shows-what-needs-a =
    `handback review` shows what needs a person, the most urgent first: what went stale, what is missing, what a machine wrote. It shows the English,
    where it stands and similar translations, and it checks while you type, also against the glossary.

# Translate in the review (paragraph)
in-both-e-edits-the-wording =
    In both, `e` edits the translation, `a` approves it and goes on to the next, `r` rejects it, `c` asks or remarks something, `/` finds
    words, `u` takes the last decision back, and `?` shows all keys. Every decision is in the files at once. It bears your name, which is that of git unless you say `--reviewer "Ada Adatum"`.

# Translate and review (heading)
translate-in-a-tool-of-your = Translate in a tool of your own

# Translate in a tool of your own (paragraph)
your-tool-for-translations-reads-xliff = Your tool for translations reads XLIFF, PO or CSV? Export what there is to do, translate it there, and import the file:

# Translate in a tool of your own (paragraph)
translate-the-two-texts-your-tool = Translate the two texts. Your tool does this to the file:

# Translate in a tool of your own (paragraph)
every-text-in-the-file-carries =
    Every text in the file carries a ticket, so an import knows what you changed, and whether the English moved on in the meantime.
    What came back as it was becomes nothing.

# Translate and review (heading)
the-english-changes = The English changes

# The English changes (paragraph)
an-author-corrects-a-number-and = An author corrects a number and rewrites a sentence:

# The English changes (paragraph)
the-number-was-carried-over-since =
    The number was carried over, since nothing else of the sentence changed and the old number stood in the translation. The sentence is
    yours to bring up to date. You find what changed, and what you said before, in `handback diff` and in the review.

# The English changes (paragraph)
is-a-translation-still-right-although = Is a translation still right although the English changed? Say so: `handback accept ID --still-valid`.

# Translate and review (heading)
what-a-machine-wrote = What a machine wrote

# What a machine wrote (paragraph)
drafts-of-machines-are-translations-like = Drafts of machines are translations like any other, marked with who made them. See what that looks like, with a pseudo-translation:

# What a machine wrote (paragraph)
approve-such-a-text-in-the = Approve such a text in the review (`a`), and it is a human translation from then on, with your name. Or write a better one over it:

# What a machine wrote (paragraph)
no-machine-overwrites-it-any-more = No machine overwrites it any more, whatever happens to the English.

# What you have now (list-item)
texts-that-you-translated-with-your = Texts that you translated, with your name in the state beside them (`locales/fr/*.yaml`). You never need to edit that file.

# What you have now (list-item)
pages-that-follow = Pages that follow.

# What you have now (list-item)
correct-a-wording-everywhere-and-words = [Correct a wording everywhere](../../en/how-to/correct-a-wording.md), and words that should always be the same (a glossary).

# What you have now (list-item)
work-with-a-cat-tool-formats = [Work with a CAT tool](../../en/how-to/use-a-cat-tool.md): formats, states, and what happens to what comes back.

# What you have now (list-item)
whose-a-translation-is-97a5 = [Whose a translation is](../../en/explanation/whose-a-translation-is.md).
