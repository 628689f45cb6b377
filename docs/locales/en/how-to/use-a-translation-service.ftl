### how-to/use-a-translation-service.md

# heading
use-a-translation-service = Use a translation service

# Use a translation service (paragraph)
say-in-handback-yaml-where-drafts = Say in `handback.yaml` where drafts come from: from which service for which locale, and from which memories.

# Use a translation service (paragraph)
handback-translate-gives-missing-and-stale =
    `handback translate` gives missing and stale texts a draft, and so does `handback sync` where a provider or a memory is
    configured (`--no-mt` skips it for one run). `--dry-run` says what would be sent, in texts and characters, and the cost.

# Use a translation service (paragraph)
try-the-whole-chain-without-any = Try the whole chain without any service first, by pseudo-translation:

# Use a translation service (heading)
memory-first-then-a-machine = Memory first, then a machine

# Memory first, then a machine (list-item)
the-translation-memory-is-the-project =
    { "*" }*The translation memory** is the project itself (current, overridden, stale, and obsolete translations) and the TMX and PO files of
    the configuration. The translation of the very text is taken, as a person's or a machine's, whichever it was; of several, the one
    that stood between the same texts; what another tool made must be whole. The project's own placeables (`{ "{" } $app { "}" }`) are such in these
    files, too. A pair that has a stale translation of the project beside today's English proves nothing, and is not taken. Translations
    of similar texts are suggested (in the review, and with `--format json`: score, old English, word by word difference); `--fuzzy 0.9`
    takes them as machine drafts where nothing but plain words differ: no value, name, or one of two opposites.

# Memory first, then a machine (list-item)
a-machine-gets-the-rest-texts = **A machine** gets the rest. Texts that look alike are sent once.

# Use a translation service (heading)
services = Services

# Services (cell)
provider = provider

# Services › provider (cell)
service = service

# Services › provider (cell)
key-unless-key-env-or-key = key, unless `key_env` or `key_file` names another

# Services › apertium (cell)
apertiums-programs-on-this-machine-through = Apertium's programs on this machine, through other languages where needed; `url`: apertium-apy

# Services › apertium (cell)
none = none

# Services › azure (cell)
azure-translator-api-version-3-0 = Azure Translator, `api_version` 3.0 or 2026-06-06; `region`, `model`

# Services › google (cell)
google-cloud-translation-v3-project-location = Google Cloud Translation v3; `project`, `location`, `model`, `glossaries`

# Services › libretranslate (cell)
# $code (String) - code, for example “LIBRETRANSLATE_API_KEY”
code-if-required = `{ $code }`, if required

# Services › openai (cell)
any-chat-completions-endpoint-by-url = any chat-completions endpoint, by `url`; `model`, `instructions`

# Services › command (cell)
any-program-texts-with-nul-or = any program: texts with NUL or line ends between them, or JSON lines (`protocol`, `markup`)

# Services › pseudo (cell)
accented-english-longer-in-brackets-for = accented English, longer, in brackets: for tests of the whole chain; its locale is `qps-ploc`

# Services (paragraph)
what-each-of-them-takes-is = [What each of them takes](../../en/reference/configuration.md#providers) is in the reference.

# Use a translation service (heading)
trust = Trust

# Trust (paragraph)
a-configuration-comes-with-the-documents-23cd =
    A configuration comes with the documents, from whoever may change these. So `sync` and `translate` run a program that it
    names, read a `key_file` or a `key_env`, and send a key to a `url` only after you have agreed once with `handback trust` on
    this machine; in CI, pass `--trust` or set `HANDBACK_TRUST=1`, and not for pull requests of strangers.

# What you can rely on (list-item)
nothing-is-broken-on-the-way =
    { "*" }*Nothing is broken on the way.** Links, code, tags, addresses, placeables, identifiers, names that documents have as
    variables, and terms of the glossary are taken out of a text and put back. So is what is in HTML `code`, `kbd`, `samp`,
    `var`, `tt`, and in any element with `translate="no"` or the class `notranslate`; a text that is only such needs no translation.
    What comes back is checked: every part once, markup that nests, numbers, length, nothing in front of the translation ("Here is
    the translation:"), not the English again (unless it is a name), not a wording that a person rejected. A text with a flaw is
    sent once more, alone; then it stays as it was, and is reported. Emphasis that would not render beside Chinese, Japanese or
    Korean punctuation is repaired: `**「x」**です` becomes `「**x**」です`.

# What you can rely on (list-item)
people-are-never-overwritten-where-a = **People are never overwritten.** Where a person's translation is stale, the draft waits beside it in the state.

# What you can rely on (list-item)
language-models-know-what-a-translator =
    { "*" }*Language models know what a translator knows** (`openai`): where a text stands, the texts before and after it in both languages, the
    author's note, similar translations (those of people first), terms with definition and note, and `locales/<locale>/style.md` (16 KB at
    most). A stale translation goes with them, and what changed in its English: the model is to edit it. If far more of its words change
    than the change of the English asks for, it is asked once more, then the draft is marked `reworded`. Wordings that people rejected
    go along as what to avoid. All this counts in `--dry-run` and `--max-chars`.

# What you can rely on (list-item)
drafts-are-marked-mt-and-mt =
    { "*" }*Drafts are marked** `MT` and `mt:<engine>`. Texts of an older engine stay until `--retranslate mt:<engine>` asks for new
    ones; what a person wrote or approved is not among them.

# What you can rely on (list-item)
nothing-that-came-in-is-lost =
    { "*" }*Nothing that came in is lost**: drafts are written as they come. After Ctrl-C, a used-up quota, or a crash the next run
    goes on. Services that are busy get the time they ask for. `--max-chars N` sends no more than N characters.

# What you can rely on (list-item)
keys-come-from-the-environment-or = Keys come from the environment or a file, and are never shown. Requests go over TLS, or stay on this machine.
