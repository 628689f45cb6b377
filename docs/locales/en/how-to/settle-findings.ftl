### how-to/settle-findings.md

# heading
settle-findings = Settle findings

# Settle findings (paragraph)
every-current-translation-is-judged-by =
    Every current translation is judged by the same rules, whoever made it: a person in an editor, the review, a machine, an adopted page.
    The review refuses what breaks a page; a machine's answer with such a flaw, or with another number, is not taken.
    Texts of one wording that are right as they are keep quiet once somebody says so, until the English or the translation changes:

# Settle findings (heading)
repair-what-is-safe-to-repair = Repair what is safe to repair

# Repair what is safe to repair (paragraph)
fix-changes-nothing-inside-code-links =
    `--fix` changes nothing inside code, links, tags and placeables, and who made a translation stays as it was. As many
    entries per code as fit a screen, at most ten, are shown unless `--max` says otherwise; `--quiet` shows errors only. How much a finding weighs, and what a house demands, is
    configured under `checks` (below).

# Settle findings (heading)
say-that-it-is-no-fault = Say that it is no fault

# Say that it is no fault (paragraph)
that-is-noted-in-the-state = That is noted in the state with your name, and holds until the English or the translation changes.

# Settle findings (heading)
weights-and-rules = Weights and rules

# Weights and rules (paragraph)
fail-on-stale-machine-or-fail =
    `--fail-on stale,machine` (or `fail_on` in the configuration) says what is an error; the rest are warnings. Thresholds take
    precedence: with `max_stale` or `max_age_days`, stale texts are warnings while the bounds are kept, also if `fail_on` names
    `stale` (and so are missing ones by age). Where a bound is not kept that is `locale-incomplete`, which fails the check unless
    `fail_on` leaves it out. A text counts as missing from the day it is first in the source without a translation, however often its page
    changes.
