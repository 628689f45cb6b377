### explanation/whose-a-translation-is.md

# heading
whose-a-translation-is = Whose a translation is

# Whose a translation is (paragraph)
every-translation-has-a-state-beside =
    Every translation has a state beside it: who made it (a person, a machine, a memory), from which English, and when. Pages say so where the
    site has a place for it, a review needs it, and no machine overwrites what a person wrote.

# Whose a translation is (list-item)
people-outrank-machines-a-text-that =
    { "*" }*People outrank machines**: a text that a person wrote is never overwritten. A localized page that somebody edited
    is written again, as all output is, but a copy is kept under `rescued-pages/`, and reported, unless `sync --take-edits` takes
    over the units that differ; likewise when its source is
    renamed or gone. A page that handback did not write is left alone until `adopt` takes it over, or you remove it.

# Whose a translation is (list-item)
who-made-a-translation-is-a =
    { "*" }*Who made a translation is a matter of records.** The state of each has its fingerprint, however a tool spells the Fluent: quoted or
    not, sorted, or with its selectors laid out in another way. A wording that its state does not know is looked up: in the locale's other
    states, in what this checkout wrote (`.handback/ledger/`), in the states at `HEAD` and those that a merge, a rebase, a stash or a
    reset put aside, and in the git history. So a draft stays a machine's after `git stash`, `git checkout --ours` or a lost state file.
    What no record knows is a person's if the records are complete; else its type is `unproven`: it is published as `MT`, no machine
    overwrites it, and a review settles it. A person's wording that another takes the place of stays in the state (`replaced`).

# Whose a translation is (list-item)
translators-may-commit-ftl-files-alone =
    { "*" }*Translators may commit `.ftl` files alone.** What they change in a file that has a state, and what they add to it, is theirs; so
    is a new file with up to three texts. But where git brings a file of more, without a state and with texts that no record knows,
    the state may as well be lost: these are `unproven`, unless `authors` has a rule for who committed them.
    A wording that was committed is of the English that its commit has, in the reference or in the document: where that changed on another
    branch, the translation is stale after the merge.

# Whose a translation is (heading)
in-the-state = In the state

# In the state › type (cell)
ht-a-person-wrote-or-approved = `HT`: a person wrote or approved it. `MT`: a machine did. `unproven`: no record says who

# In the state › source, target (cell)
fingerprints-of-the-english-that-it = fingerprints of the English that it was made from, and of the translation

# In the state › date, reviewer (cell)
when-and-who-approved-it = when, and who approved it

# In the state (paragraph)
handback-log-id-tells-the-story =
    `handback log ID` tells the story of a message: today, what was replaced, and the history of git. What counts for edits of programs and
    platforms is for `authors` in `handback.yaml` to say ([bots](../../en/how-to/run-a-bot.md)).
