### tutorials/localization-engineer.md

# heading
bring-a-documentation-site-under-handback-5efc = Bring a documentation site under handback

# Bring a documentation site under handback (paragraph)
this-tutorial-is-for-whoever-looks-4143 =
    This tutorial is for whoever looks after the localization of a documentation site. You take a small site that is published in
    English and French, let handback find out which French texts are still right, add German, and follow a change of the English
    through to the pages. It takes about fifteen minutes. You need handback and git; nothing is sent over a network.

# Bring a documentation site under handback (heading)
a-site-to-work-on = A site to work on

# A site to work on (paragraph)
fabrikam-describes-its-lamps-make-a = Fabrikam describes its lamps. Make a repository with one page in two languages:

# A site to work on (paragraph)
the-english-page-is-docs-en = The English page is `docs/en/desk-lamp.md`:

# A site to work on (paragraph)
somebody-translated-it-some-time-ago = Somebody translated it some time ago, into `docs/fr/desk-lamp.md`:

# A site to work on (paragraph)
since-then-an-author-changed-one = Since then an author changed one sentence of the English, and nobody changed the French:

# Bring a documentation site under handback (heading)
take-over-what-is-published = Take over what is published

# Take over what is published (paragraph)
handback-init-looks-at-the-folder-dcf0 = `handback init` looks at the folder and writes a configuration for what it finds:

# Take over what is published (paragraph)
it-found-the-layout-docs-locale = It found the layout `docs/LOCALE/…` and the French page. The configuration is short, as everything has a default:

# Take over what is published (paragraph)
now-have-the-french-page-read =
    Now have the French page read. handback looks for the English that it was made from: by what the page says of itself, and else in
    the history of git. Then it pairs the two, text by text:

# Take over what is published (paragraph)
the-french-page-fits-the-english =
    The French page fits the English from before the change best, so the sentence that changed since is *stale*. As the page itself
    does not say what it was made from, this is not proven, and handback says so. A page is not touched by `adopt`. `sync` brings
    everything up to date, and writes pages:

# Take over what is published (paragraph)
what-did-that-do-to-the = What did that do to the page?

# Take over what is published (paragraph)
the-stale-sentence-is-published-in =
    The stale sentence is published in English, since the French says something else by now. Nothing is lost: it is in
    `locales/fr/desk-lamp.ftl`, where all French texts are from now on. (Would you rather publish the old French? That is
    `on_stale: keep` in `handback.yaml`.)

# Bring a documentation site under handback (heading)
bring-a-text-up-to-date = Bring a text up to date

# Bring a text up to date (paragraph)
what-is-there-to-do-and = What is there to do, and why?

# Bring a text up to date (paragraph)
translate-the-sentence-again-in-the = Translate the sentence again, in the resource file:

# Bring a text up to date (paragraph)
the-next-sync-noticed-your-edit =
    The next sync noticed your edit. It is recorded as the work of a person, made from today's English, in the *state* beside the
    resource:

# Bring a documentation site under handback (heading)
add-a-language = Add a language

# Add a language (paragraph)
put-german-into-the-list-of = Put German into the list of locales:

# Add a language (paragraph)
there-is-a-german-page-now =
    There is a German page now, in English for the time being. Texts come from translators
    ([how they work](../../en/tutorials/translator.md)), from a translation memory, or from a translation service
    ([how to use one](../../en/how-to/use-a-translation-service.md)). To see the whole chain without any service, draft with
    pseudo-translation: accented English that shows what is translated and what is not.

# Add a language (paragraph)
and-the-numbers-stayed-as-they =
    `**` and the numbers stayed as they were: what is no word is taken out of a text before a machine sees it, and put back
    afterwards. The drafts are marked as a machine's until a person approves them. Take them back, as German readers would not like
    them:

# What you have now (list-item)
the-english-pages-as-before-handback = The English pages, as before. handback never changes them.

# What you have now (list-item)
locales-en-what-the-english-said = `locales/en`: what the English said at the last sync. It is how the next change is noticed.

# What you have now (list-item)
locales-fr-translations-ftl-and-beside = `locales/fr`: translations (`.ftl`), and beside them who made each, when, and from which English (`.yaml`).

# What you have now (list-item)
docs-fr-pages-made-from-the = `docs/fr`: pages, made from the two. Commit them like the rest.

# What you have now (list-item)
check-translations-in-ci-so-that = [Check translations in CI](../../en/tutorials/ci-owner.md), so that stale texts do not go unnoticed.

# What you have now (list-item)
bring-a-site-of-your-own = [Bring a site of your own under handback](../../en/how-to/set-up-a-site.md), with other layouts and generators.

# What you have now (list-item)
how-staleness-is-decided-c359 = [How staleness is decided](../../en/explanation/staleness.md).
