### explanation/files.md

# heading
the-files-on-disk = The files on disk

# The files on disk (paragraph)
everything-is-in-plain-files-beside = Everything is in plain files beside the documents, and in git: there is no database and no server.

# The files on disk (paragraph)
a-translator-opens-locales-fr-fr =
    A translator opens `locales/fr-FR/…ftl`, writes `app-name = Nom de l’application`, and the next `sync`
    notices the edit, records it as human, and regenerates the pages. Resources that people edit are spliced:
    comments and order stay, and a file that handback has no message for stays to the byte. Lines such as `# @app-name` keep the
    place of a message, with or without a translation, so that branches merge: write the translation below its line.

# The files on disk (heading)
pages = Pages

# Pages (paragraph)
pages-are-generated-and-written-again =
    Pages are generated, and written again whenever the English or a translation changes. Commit them, so that a site can be built from any
    commit, or ignore them and have CI write them.

# Pages (paragraph)
hand-off-metadata-hash-commit-date = Hand-off metadata (hash, commit, date, file id) changes only when the document's English changed.

# The files on disk (heading)
beside-the-catalog = Beside the catalog

# Beside the catalog (cell)
file = file

# Beside the catalog › file (cell)
written-by = written by

# Beside the catalog › locales/LOCALE/glossary.yaml (cell)
people = people

# Beside the catalog › locales/LOCALE/glossary.yaml (cell)
terms-for-checks-services-and-reviewers = terms, for checks and for translation services

# Beside the catalog › locales/LOCALE/terms.ftl (cell)
terms-of-fluent-that-translations-refer = terms of Fluent that translations refer to

# Beside the catalog › locales/LOCALE/style.md (cell)
what-language-models-should-know-of = what language models should know of the style

# Beside the catalog › .gitattributes (cell)
names-the-merge-driver = names the merge driver

# Beside the catalog › rescued-pages/ (cell)
copies-of-pages-that-somebody-had = copies of pages that somebody had edited by hand

# Beside the catalog (paragraph)
formats-and-their-versions-are-in = Formats and their versions are in the [reference](../../en/reference/file-formats.md).
