### how-to/run-a-bot.md

# heading
have-a-bot-propose-drafts = Have a bot propose drafts

# Have a bot propose drafts (paragraph)
every-night-what-is-missing-or =
    Every night, what is missing or stale gets a draft from the translation memory or a service, in one pull request that lists what came. You
    need `translate` in `handback.yaml` ([how to choose a service](../../en/how-to/use-a-translation-service.md)).

# Have a bot propose drafts (heading)
on-github = On GitHub

# On GitHub (paragraph)
put-this-into-github-workflows-translation = Put this into `.github/workflows/translation-drafts.yml`:

# On GitHub (list-item)
the-branch-handback-drafts-is-the =
    The branch `handback/drafts` is the bot's. It is written again every night while the bot alone commits to it. Once somebody else does,
    for example a reviewer who approves drafts there, nothing is pushed until the pull request is merged and the branch removed.

# On GitHub (list-item)
if-one-service-refuses-what-came = If one service refuses, what came from others is proposed all the same, and the job fails afterwards.

# On GitHub (list-item)
pull-requests-that-the-token-of = Pull requests that the token of a workflow opens start no workflows. Give the action the `token` of an app if checks should run on them.

# Have a bot propose drafts (heading)
elsewhere = Elsewhere

# Elsewhere (paragraph)
the-same-by-hand-sync-and = The same by hand: sync, and commit what it wrote. A second sync writes nothing.

# Have a bot propose drafts (heading)
what-a-bot-may-do = What a bot may do

# What a bot may do (paragraph)
a-configuration-comes-with-the-documents =
    A configuration comes with the documents, from whoever may change these. So `sync` and `translate` run a program that it
    names, read a key file, or send a key to an address only if that was agreed to: by `handback trust` on your machine, by `--trust` or
    `HANDBACK_TRUST=1` in CI. Do that on branches that you trust, and never for pull requests of strangers.

# What a bot may do (paragraph)
a-bot-of-another-tool-that = A bot of another tool that writes into the resources is no person. Say so, and its edits count as machine translations:

# What a bot may do (paragraph)
match-is-a-glob-over-name =
    `match` is a glob over name and e-mail address, whatever the case; brackets stand for themselves, and the first rule that matches
    counts. It is asked about edits that git has a commit of, by `git blame`. With `reviewed: false` the state has `origin: author:<name>`
    and no reviewer: the translation is human, and listed for review until somebody approves it.
