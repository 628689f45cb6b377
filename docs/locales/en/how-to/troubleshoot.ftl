### how-to/troubleshoot.md

# heading
when-something-is-not-as-expected = When something is not as expected

# When something is not as expected (paragraph)
every-message-says-what-happened-where = Every message says what happened, where, and what to type next. This page is about what it means, from the symptom.

# When something is not as expected (heading)
a-page-was-edited-by-hand = A page was edited by hand

# A page was edited by hand (paragraph)
somebody-corrected-a-word-in-a = Somebody corrected a word in a localized page, not in the resource:

# A page was edited by hand (paragraph)
take-the-edit-over-as-a =
    Take the edit over as a person's translation. Without `--take-edits`, the sync writes the page as the resources have it, and keeps a copy of
    the edited one below `rescued-pages/`.

# When something is not as expected (heading)
a-translation-is-in-the-resource = A translation is in the resource, and the page is in English

# A translation is in the resource, and the page is in English (paragraph)
ask-what-is-known-of-the = Ask what is known of the text. `handback units` names its message, and `handback log` its story:

# A translation is in the resource, and the page is in English (list-item)
it-is-stale-the-english-changed =
    It is *stale*: the English changed, and `on_stale: source` publishes the English until somebody translated it again. `handback diff` shows
    both; `handback accept ID --still-valid` says that the translation is right as it is.

# A translation is in the resource, and the page is in English (list-item)
its-id-is-not-one-of = Its id is not one of the document's: `handback check` reports `unknown-message`.

# A translation is in the resource, and the page is in English (list-item)
the-resource-has-a-mistake-above = The resource has a mistake above it: `handback check` reports `junk` with the line.

# A translation is in the resource, and the page is in English (list-item)
the-page-is-not-published-yet = The page is not published yet (`publish`): `handback status` counts documents without a page.

# When something is not as expected (heading)
a-resource-cannot-be-read = A resource cannot be read

# A resource cannot be read (paragraph)
the-other-translations-in-the-file = The other translations in the file hold as before. Correct the line, or take it out:

# When something is not as expected (heading)
a-translation-is-unproven = A translation is unproven

# A translation is unproven (paragraph)
no-record-says-whether-a-person =
    No record says whether a person or a machine made it: the state was lost, or a tool brought a file with many texts and no state. It is published,
    no machine overwrites it, and a review settles it: `handback review --state unproven`. If a certain git author committed it, say so once under
    `authors` ([bots](../../en/how-to/run-a-bot.md#what-a-bot-may-do)).

# When something is not as expected (heading)
freshness-is-unproven = Freshness is unproven

# Freshness is unproven (paragraph)
a-page-that-was-adopted-did =
    A page that was adopted did not say which English it was made from. Its texts count as current, but nobody knows. As texts change, or as
    reviewers approve them, it becomes known. `handback check --fail-on unproven` lists them.

# When something is not as expected (heading)
git-says-that-there-is-a = Git says that there is a conflict

# Git says that there is a conflict (paragraph)
see-a-branch-with-conflicts-until =
    See [a branch with conflicts](../../en/how-to/merge-branches.md#a-branch-with-conflicts). Until it is resolved, handback names the line with the mark, and
    leaves the files alone.

# When something is not as expected (heading)
a-check-in-ci-cannot-look = A check in CI cannot look at a revision

# A check in CI cannot look at a revision (paragraph)
the-clone-is-too-shallow-fetch = The clone is too shallow: fetch the history (`fetch-depth: 0` on GitHub, `GIT_DEPTH: "0"` on GitLab).

# When something is not as expected (heading)
a-sync-was-interrupted = A sync was interrupted

# A sync was interrupted (paragraph)
run-it-again-what-was-begun = Run it again. What was begun is completed from `.handback/unfinished`, or begun again; drafts that had come are kept.
