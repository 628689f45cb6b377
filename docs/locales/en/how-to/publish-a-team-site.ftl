### how-to/publish-a-team-site.md

# heading
publish-a-site-for-the-team = Publish a site for the team

# Publish a site for the team (paragraph)
who-translates-who-reviews-and-who =
    Who translates, who reviews and who asks for it all want to see the same thing: how far every language is, what there is to do, and how it
    came along. `handback site` writes that as a folder of pages, for any static hosting or to open as files: no server, no script, no network.

# Publish a site for the team (cell)
page = page

# Publish a site for the team › page (cell)
what-it-shows = what it shows

# Publish a site for the team › index.html (cell)
all-locales-what-is-human-machine = all locales: what is human, machine, stale and missing, since when the oldest text waits, and how each came along

# Publish a site for the team › locales/fr/index.html (cell)
one-locale-how-long-texts-have = one locale: how long texts have waited, which documents are furthest behind, who made the translations

# Publish a site for the team › locales/fr/work-1.html … (cell)
what-there-is-to-do-the = what there is to do, the heaviest first: the English before and after, word by word, and the translation

# Publish a site for the team › documents/1.html … (cell)
every-document-in-every-locale = every document in every locale

# Publish a site for the team › status.json, documents/.json (cell)
the-same-for-programs = the same for programs

# Publish a site for the team › badges/fr.svg, badges/fr.json (cell)
a-badge-for-each-locale-a = a badge for each locale: a picture, and data that [shields.io](https://shields.io/badges/endpoint-badge) draws

# Publish a site for the team (paragraph)
long-lists-go-on-over-several =
    Long lists go on over several pages: none is larger than a megabyte. Of missing texts 2,000 of a locale are listed, those of most documents
    first, and the page says how many are left out.

# Publish a site for the team (heading)
the-same-project-the-same-site = The same project, the same site

# The same project, the same site (paragraph)
nothing-of-the-site-comes-from =
    Nothing of the site comes from a clock: a second run writes nothing, and the site may be committed. Ages are counted to `--date`, to
    `SOURCE_DATE_EPOCH`, or else to the last day that the project names: that of the last commit of its sources or resources, or of a
    translation that is not committed yet. The page says which day that is. Locales are read one after the other, which keeps memory low; to
    find that last day, they are read once more, so a large project is faster where the day is named.

# The same project, the same site (paragraph)
handback-keeps-a-list-of-what =
    handback keeps a list of what it wrote in the folder, `.handback-site`. A folder with other files in it is refused, and so is a file of the
    site that somebody changed; what lies beside the pages is left alone, and pages that are not needed any more are removed.

# Publish a site for the team (heading)
history = History

# History (paragraph)
the-charts-show-what-the-states =
    The charts show what the states said at earlier commits of the branch: the last commit of each day, week, month, quarter or year,
    whichever gives at most 24 points (`--history N` asks for more or fewer, `--history 0` for none). A translation that stands for all documents counts
    once; where one document has its own, the message is as far as the one that is furthest behind. What was counted is kept in `.handback/history`, so
    that the next run only looks at what is new.

# History (paragraph)
in-a-shallow-clone-the-site = In a shallow clone the site says from when on it knows. In CI, fetch the whole history (`fetch-depth: 0`).

# Publish a site for the team (heading)
links-to-your-forge = Links to your forge

# Links to your forge (paragraph)
documents-pages-and-resources-link-to =
    Documents, pages and resources link to GitHub, GitLab, Bitbucket or Azure Repos where the address of the remote `origin` tells which it is.
    For another forge, say where its files are seen:

# Links to your forge (paragraph)
path-is-the-path-in-the = `{ "{" }path{ "}" }` is the path in the repository, `{ "{" }line{ "}" }` a line of it, and `{ "{" }commit{ "}" }` the commit that is checked out. `forge: none` leaves the links out.

# Publish a site for the team (heading)
publish-it-from-ci = Publish it from CI

# Publish it from CI (paragraph)
the-site-shows-names-of-reviewers = The site shows names of reviewers and texts of the project: whoever may read the repository may read it.
