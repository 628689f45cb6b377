### how-to/check-before-a-commit.md

# heading
check-before-a-commit = Check before a commit

# Check before a commit (paragraph)
with-pre-commit-a-commit-is =
    With [pre-commit](https://pre-commit.com), a commit is stopped while resources and pages are behind the English, or while files that a sync
    wrote are not part of it. Put this into `.pre-commit-config.yaml`:

# Check before a commit (cell)
hook = hook

# Check before a commit › hook (cell)
stops-a-commit-if = stops a commit if

# Check before a commit › handback-sync-installed (cell)
the-sync-wrote-or-removed-files = the sync wrote or removed files; they are there now, add them

# Check before a commit › handback-left-behind (cell)
files-in-these-folders-are-new = files in these folders are new or changed, and not added. Name the folders of `resources` and `output`

# Check before a commit › handback-check-installed (cell)
there-are-findings-that-fail-translators = there are findings that fail; translators need time, so name only what is broken

# Check before a commit (paragraph)
handback-sync-and-handback-check-are = `handback-sync` and `handback-check` are the same for those who have no handback: pre-commit builds it, once, which needs Rust.

# Check before a commit (heading)
without-pre-commit = Without pre-commit

# Without pre-commit (paragraph)
sync-exit-code-ends-with-3 = `sync --exit-code` ends with 3 if it wrote or removed files:
