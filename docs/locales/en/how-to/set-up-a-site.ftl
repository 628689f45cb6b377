### how-to/set-up-a-site.md

# heading
set-up-a-site-of-your = Set up a site of your own

# Set up a site of your own (heading)
install = Install

# Install (paragraph)
where-handback-is-released-take-the = Where handback is released, take the program for your system:

# Install (list-item)
cargo-binstall-git-https-git-contoso = `cargo binstall --git https://git.contoso.com/tools/handback handback` where you have cargo-binstall,

# Install (list-item)
the-debian-package-deb-of-the = the Debian package (`.deb`) of the release,

# Install (list-item)
the-archive-for-your-system-unpack = the archive for your system: unpack it, and put `handback` on the `PATH`. `SHA256SUMS` has the checksums.

# Install (paragraph)
in-a-clone-with-rust-1 = In a clone, with Rust 1.90 or newer, `cargo install --path . --profile dist` builds it.

# Install (paragraph)
handback-completions-bash-prints-what-a =
    `handback completions bash` prints what a shell needs to complete commands and options (also for `zsh`, `fish`, `powershell` and `elvish`),
    and `handback man DIR` writes manual pages. The archives have both, and the Debian package installs them.

# Set up a site of your own (heading)
begin = Begin

# Begin (paragraph)
handback-init-looks-at-the-folder =
    `handback init` looks at the folder and writes `handback.yaml`: where the English is, where pages go, which locales are there, and which
    generator reads the Markdown.

# Begin (paragraph)
it-names-what-comes-next-if =
    It names what comes next. If pages are there already, [take them over](../../en/how-to/adopt-published-pages.md) before the first sync;
    handback leaves pages alone that it did not write. Otherwise:

# Begin (paragraph)
commit-handback-yaml-gitattributes-locales-and = Commit `handback.yaml`, `.gitattributes`, `locales/` and the pages.

# Begin (paragraph)
where-nothing-else-is-said-english = Where nothing else is said, English documents are under `source-docs/`, and a two-line `handback.yaml` is enough:

# Begin (paragraph)
what-is-in-which-file-afterwards = [What is in which file](../../en/explanation/files.md) afterwards is explained elsewhere.

# Set up a site of your own (heading)
other-layouts = Other layouts

# Other layouts (cell)
the-site-has = the site has

# Other layouts › the site has (cell)
the-configuration-says = the configuration says

# Other layouts (cell)
a-folder-for-each-locale-content = a folder for each locale (`content/en`, `content/pt-br`)

# Other layouts (cell)
english-at-the-root-locales-below = English at the root, locales below (`docs/`, `docs/fr/`)

# Other layouts (cell)
the-locale-in-the-name-page = the locale in the name (`page.md` or `page.en.md`, `page.fr.md`)

# Other layouts › the locale in the name (page.md or page.en.md, page.fr.md) (cell)
sources-docs-md-output-docs-dir = `sources: docs/**/*.md`, `output: docs/{ "{" }dir{ "}" }{ "{" }stem{ "}" }.{ "{" }locale{ "}" }.{ "{" }ext{ "}" }`; documents are named without the `.en`

# Other layouts (cell)
several-trees-docusaurus-docs-and-blog = several trees (Docusaurus' docs and blog, versions)

# Other layouts › several trees (Docusaurus' docs and blog, versions) (cell)
sources-and-output-for-the-first = `sources` and `output` for the first, `trees` for others: their documents are named with the folder that their globs start in, or with `name`, so that a tree more renames none

# Other layouts (cell)
a-fork-that-is-translated-in = a fork that is translated in place

# Other layouts › a fork that is translated in place (cell)
sources-upstream-src-md-output-src = `sources: ../upstream/src/**/*.md`, `output: src/{ "{" }path{ "}" }`, one locale; the English is another checkout beside the fork. A branch or revision of the same repository is no source

# Other layouts (paragraph)
localized-pages-are-never-read-as =
    Localized pages are never read as English: not those that `output` reaches, nor a folder (`docs/de`) or suffix (`page.de.md`) that
    is named like a locale beside the configured ones and whose documents are named as the English is: a sync says once what it left out.
    Of a file that a glob names and that no syntax reads (`.rst`, `.adoc`) a sync says so once, too.

# Other layouts (paragraph)
all-keys-are-in-the-reference = [All keys](../../en/reference/configuration.md) are in the reference, and what is known of [each generator](../../en/reference/flavors.md).

# Set up a site of your own (heading)
pages-that-a-locale-does-not = Pages that a locale does not have

# Pages that a locale does not have (paragraph)
many-generators-show-the-english-where = Many generators show the English where a locale has no page. With `publish` a page is written only once it is far enough:

# Pages that a locale does not have (list-item)
texts-count-as-in-the-percentages = Texts count, as in the percentages that `status` and `site` show: a heading as much as a long paragraph.

# Pages that a locale does not have (list-item)
a-page-that-was-published-stays =
    A page that was published stays while something of it is translated, whatever changes in the English: `on_stale` says what
    is in place of stale texts. Its record (`….page.yaml`) says that it was published; adopted pages are.

# Pages that a locale does not have (list-item)
a-page-of-which-nothing-is =
    A page of which nothing is translated any more is named (`orphaned-output`) and left; `sync --prune` removes it if it is as
    handback wrote it. A page that somebody else put there is never removed.

# Pages that a locale does not have (list-item)
translators-begin-such-a-document-in =
    Translators begin such a document in `handback review`, or with its messages (as in `locales/en-US/…ftl`) in a file of the same name
    below `locales/fr/`. The first sync after enough is translated writes the page.

# Pages that a locale does not have (list-item)
what-is-missing-in-documents-without =
    What is missing in documents without a page is one note for each locale (`unpublished`); it does not count for
    `locale-incomplete`. Targets by `links` that lead to them stay on the English; nothing else is said of links to them.

# Set up a site of your own (heading)
links-that-name-the-locale = Links that name the locale

# Links that name the locale (paragraph)
where-the-targets-of-links-hold = Where the targets of links hold the locale of their page, say so, and they are written for each locale:

# Links that name the locale (paragraph)
the-rule-applies-to-links-images =
    The rule applies to links, images, `href`, `src`, definitions, and what constructs point to, never in code. Resources keep the targets
    of the English. A target that the locale does not have (a page that is not published, a file beside the sources) stays that of the English.
    In shortcodes and Liquid, these are the arguments of `ref`, `relref`, `link`, and those named `href`, `link`, `url` and `to`.

# Links that name the locale (paragraph)
an-argument-of-shortcodes-liquid-or = An argument of shortcodes, Liquid or components may name the locale itself, such as `{ "{" }{ "{" }< film id="boat" lang="en" >{ "}" }{ "}" }`:

# Links that name the locale (paragraph)
its-whole-value-has-to-be =
    Its whole value has to be `from`. A page that says `lang="fr"` is adopted as it is, and machines see the argument of the English. Where
    locales have other values for which there is no rule (a film of their own), the translation of a text may say so, and `check` asks
    whether that was meant (`construct`); a line that is nothing but a construct is the English's in all locales, and `adopt` names
    those that differ.
