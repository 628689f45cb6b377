### tutorials/ci-owner.md

# heading
check-translations-in-ci = Check translations in CI

# Check translations in CI (paragraph)
this-tutorial-is-for-whoever-looks =
    This tutorial is for whoever looks after the checks of a repository. You see what `handback check` finds, decide what fails a build and
    what does not, and put the check into GitHub, GitLab or a hook. It takes about fifteen minutes, on your own machine.

# Check translations in CI (heading)
a-project-to-check = A project to check

# A project to check (paragraph)
take-a-small-project-with-french = Take a small project with French translations:

# A project to check (paragraph)
a-clean-check-ends-with-exit = A clean check ends with exit code 0. It changes nothing, neither pages nor resources.

# Check translations in CI (heading)
a-pull-request-makes-something-stale = A pull request makes something stale

# A pull request makes something stale (paragraph)
an-author-works-on-a-branch = An author works on a branch, changes a sentence and adds another, and does not run handback:

# A pull request makes something stale (paragraph)
every-finding-has-a-code-a =
    Every finding has a code, a file with a line, and what to do. There are three kinds here: files that are out of date
    (`obsolete-reference`, `output-out-of-date`), which the author puts right by `handback sync`; a translation that went stale; and a text
    without one.

# Check translations in CI (heading)
decide-what-fails = Decide what fails

# Decide what fails (paragraph)
translators-need-time-and-authors-should =
    Translators need time, and authors should not wait for them. So let a pull request fail for what is broken, and give translations
    two weeks:

# Decide what fails (paragraph)
the-same-findings-are-warnings-now = The same findings are warnings now. Two weeks later they are errors again:

# Decide what fails (paragraph)
fail-on-in-the-configuration-or = `fail_on` in the configuration, or `--fail-on` for one run, names the codes that fail instead of all those that are errors:

# Decide what fails (paragraph)
all-codes-are-in-the-reference =
    { "[" }All codes](../../en/reference/findings.md) are in the reference. Exit codes are 0 for clean, 1 for findings that are errors,
    and 2 where the project cannot be read.

# Check translations in CI (heading)
only-what-a-branch-touches = Only what a branch touches

# Only what a branch touches (paragraph)
a-pull-request-should-not-answer =
    A pull request should not answer for what others left undone. `--changed-since` looks only at what changed since the branch left
    another:

# Only what a branch touches (paragraph)
thresholds-do-not-count-here-since = Thresholds do not count here, since they are for a locale as a whole. For a pull request, name what fails:

# Only what a branch touches (paragraph)
the-history-has-to-be-there = The history has to be there for that: a shallow clone has to be made deeper (`fetch-depth: 0` on GitHub, `GIT_DEPTH: "0"` on GitLab).

# Check translations in CI (heading)
put-it-into-ci = Put it into CI

# Put it into CI (paragraph)
handback-init-ci-github-or-handback = `handback init --ci github` or `handback init --ci gitlab` writes a file to begin with; this is what is in it.

# Put it into CI (paragraph)
on-github-it-is-one-step = On GitHub it is one step. Put this into `.github/workflows/translations.yml`, with the place that your handback comes from:

# Put it into CI (paragraph)
on-a-pull-request-it-checks =
    On a pull request it checks what the branch touches, marks lines, writes a table into the summary of the step, and keeps one comment
    that lists what went stale. On the main branch it checks everything. The step downloads the released program of that version,
    and does not install it if its checksum is another than the release says.

# Put it into CI (paragraph)
the-runs-of-pull-requests-from = The runs of pull requests from forks may not comment; `examples/ci/github-forks.yml` in the repository of handback does it for them.

# Put it into CI (paragraph)
for-gitlab-include-a-template = For GitLab include a template:

# Put it into CI (paragraph)
any-other-ci-runs-the-same = Any other CI runs the same command. `--format junit` and `--format sarif` are read by most of them:

# Put it into CI (paragraph)
the-check-runs-no-program-and =
    The check runs no program and asks no service, whatever `handback.yaml` says, so it is safe on pull requests of strangers. `sync` and
    `translate` may run programs and send keys; [bots](../../en/how-to/run-a-bot.md) that use them belong on branches that you trust.

# What you have now (list-item)
a-check-that-fails-for-what = A check that fails for what is broken at once, and for missing translations after two weeks.

# What you have now (list-item)
pull-requests-that-say-what-they = Pull requests that say what they make stale, before they are merged.

# What you have now (list-item)
have-a-bot-propose-drafts-every = [Have a bot propose drafts every night](../../en/how-to/run-a-bot.md)

# What you have now (list-item)
stop-a-commit-before-it-leaves = [Stop a commit before it leaves out what sync wrote](../../en/how-to/check-before-a-commit.md)

# What you have now (list-item)
branches-and-merges = [Branches and merges](../../en/how-to/merge-branches.md)
