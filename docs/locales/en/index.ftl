### index.md

# heading
handback = handback

# handback (paragraph)
handback-keeps-localized-documentation-in-step =
    handback keeps localized documentation in step with its English source. It extracts what a translator has to see, remembers who made each
    translation from which English, finds what went stale when the English changes, and writes every localized page again.

# handback (heading)
tutorials = Tutorials

# Tutorials (paragraph)
begin-here-each-takes-fifteen-to = Begin here. Each takes fifteen to twenty minutes on your own machine, and nothing is sent over a network.

# Tutorials (list-item)
bring-a-documentation-site-under-handback = [Bring a documentation site under handback](../en/tutorials/localization-engineer.md), for localization engineers

# Tutorials (list-item)
check-translations-in-ci-for-whoever = [Check translations in CI](../en/tutorials/ci-owner.md), for whoever looks after the checks of a repository

# Tutorials (list-item)
translate-and-review-for-translators-and = [Translate and review](../en/tutorials/translator.md), for translators and reviewers

# handback (heading)
how-to = How to

# How to (list-item)
set-up-a-site-of-your-520c = [Set up a site of your own](../en/how-to/set-up-a-site.md)

# How to (list-item)
take-over-pages-that-are-published-ae73 = [Take over pages that are published](../en/how-to/adopt-published-pages.md)

# How to (list-item)
review-translations-8940 = [Review translations](../en/how-to/review-translations.md)

# How to (list-item)
settle-findings-a9c6 = [Settle findings](../en/how-to/settle-findings.md)

# How to (list-item)
when-something-is-not-as-expected-8fa0 = [When something is not as expected](../en/how-to/troubleshoot.md)

# How to (list-item)
correct-a-wording-everywhere-3c00 = [Correct a wording everywhere](../en/how-to/correct-a-wording.md)

# How to (list-item)
use-a-translation-service-0f79 = [Use a translation service](../en/how-to/use-a-translation-service.md)

# How to (list-item)
work-with-a-cat-tool-b719 = [Work with a CAT tool](../en/how-to/use-a-cat-tool.md)

# How to (list-item)
see-what-the-work-costs-f4ed = [See what the work costs](../en/how-to/see-what-work-costs.md)

# How to (list-item)
publish-a-site-for-the-team-0624 = [Publish a site for the team](../en/how-to/publish-a-team-site.md)

# How to (list-item)
tell-readers-what-a-page-is-e975 = [Tell readers what a page is](../en/how-to/tell-readers.md)

# How to (list-item)
merge-branches-13ae = [Merge branches](../en/how-to/merge-branches.md)

# How to (list-item)
have-a-bot-propose-drafts-81bb = [Have a bot propose drafts](../en/how-to/run-a-bot.md)

# How to (list-item)
check-before-a-commit-3d2b = [Check before a commit](../en/how-to/check-before-a-commit.md)

# How to (list-item)
work-in-parts-on-many-machines-8594 = [Work in parts, on many machines](../en/how-to/work-in-parts.md)

# How to (list-item)
share-texts-that-differ-in-a-9cc1 = [Share texts that differ in a name or a date](../en/how-to/use-variables.md)

# handback (heading)
explanation = Explanation

# Explanation (list-item)
how-staleness-is-decided-424b = [How staleness is decided](../en/explanation/staleness.md)

# Explanation (list-item)
whose-a-translation-is-f21b = [Whose a translation is](../en/explanation/whose-a-translation-is.md)

# Explanation (list-item)
messages-and-sharing-9e6d = [Messages and sharing](../en/explanation/messages.md)

# Explanation (list-item)
the-files-on-disk-0657 = [The files on disk](../en/explanation/files.md)

# Explanation (list-item)
links-anchors-and-images-9970 = [Links, anchors and images](../en/explanation/links.md)

# Explanation (list-item)
the-index-and-how-fast-it-1e8a = [The index, and how fast it is](../en/explanation/index-and-speed.md)

# handback (heading)
reference = Reference

# Reference (list-item)
commands = [Commands](../en/reference/commands.md)

# Reference (list-item)
output-and-exit-codes = [Output and exit codes](../en/reference/output.md)

# Reference (list-item)
keys-at-a-glance-and-what = [Keys at a glance](../en/reference/keys.md), and [what may be written](../en/reference/configuration.md)

# Reference (list-item)
findings = [Findings](../en/reference/findings.md)

# Reference (list-item)
flavors = [Flavors](../en/reference/flavors.md)

# Reference (list-item)
file-formats = [File formats](../en/reference/file-formats.md)

# Reference (list-item)
limits = [Limits](../en/reference/limits.md)

# Reference (list-item)
terms = [Terms](../en/reference/terms.md)
