### Messages that several documents share.

# explanation/whose-a-translation-is.md: In the state (cell)
key = key

# explanation/files.md: Beside the catalog › file (cell)
meaning = meaning

# tutorials/ci-owner.md: What you have now (paragraph)
read-on = Read on:

# explanation/staleness.md: Not every change is work › substantive (cell)
stale = stale

# how-to/adopt-published-pages.md: Which English a page was made from › date (cell)
unproven = unproven

# how-to/use-a-translation-service.md: Use a translation service (heading)
what-you-can-rely-on = What you can rely on

# tutorials/ci-owner.md: Check translations in CI (heading)
what-you-have-now = What you have now
