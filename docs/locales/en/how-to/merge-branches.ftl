### how-to/merge-branches.md

# heading
merge-branches = Merge branches

# Merge branches (paragraph)
commit-sources-locales-and-pages-together =
    Commit sources, `locales/` and pages together. Translations of different messages merge without a conflict, also of neighbors:
    a line that nobody changes stands between any two messages, in resources and in states. This needs no setup, so it holds on
    GitHub and GitLab too, which run no merge driver. (A resource that somebody wrote without blank lines stays as it is until
    handback adds a message to it; leave a blank line between messages.)

# Merge branches (paragraph)
see-it-two-people-translate-texts = See it: two people translate texts of one page in two branches.

# Merge branches (heading)
the-merge-driver = The merge driver

# The merge driver (paragraph)
what-else-both-branches-touched-needs = What else both branches touched needs the driver, once in each clone (`init` writes `.gitattributes`, which is committed):

# The merge driver (paragraph)
it-merges-by-message-a-persons =
    It merges by message: a person's wording beats a machine's, an edit beats a removal, and a wording keeps its own state. Where
    two people worded one message differently, ours stays, theirs waits in the state, `check` reports `open-decision`, and the
    review offers both.

# Merge branches (heading)
a-branch-with-conflicts = A branch with conflicts

# A branch with conflicts (paragraph)
if-github-or-gitlab-says-that = If GitHub or GitLab says that a branch has conflicts, merge in a clone and push the result:

# A branch with conflicts (paragraph)
without-the-driver-git-leaves-marks = Without the driver, git leaves marks in the files that both sides changed:

# A branch with conflicts (paragraph)
git-checkout-ours-is-for-pages = `git checkout --ours` is for pages in conflict; either side will do.

# A branch with conflicts (paragraph)
pages-are-generated-so-marks-of =
    Pages are generated, so marks of a conflict that are left in one are nobody's edit: the next sync writes the page again, and
    keeps a copy only where one of the sides holds an edit by hand.

# A branch with conflicts (paragraph)
handback-resolve-works-in-the-middle =
    `handback resolve` works in the middle of a merge, rebase, cherry-pick or stash, and with files in which a message, or its state, stands
    twice because somebody kept both sides. The first translation of a page in two branches at once conflicts without the driver, because
    neither branch has the file that the other made; so do English changes of one document in both, in its structure and hand-off. Both are
    for `handback resolve`.
