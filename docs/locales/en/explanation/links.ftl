### explanation/links.md

# heading
links-anchors-and-images = Links, anchors and images

# Links, anchors and images (paragraph)
a-link-that-is-right-in =
    A link that is right in English may lead nowhere from a localized page: to a page that is not there, to an anchor whose heading has another
    name in French, to an image that lies beside the English only. So every page is checked for itself.

# Links, anchors and images (paragraph)
check-looks-at-every-page-as =
    `check` looks at every page as it is rendered: links, images, reference definitions, `href` and `src` of HTML,
    `[!INCLUDE]`, `:::image` and the `href`s of `toc.yml`. Nothing is fetched; addresses are only read.

# Links, anchors and images (list-item)
faults-of-the-source-are-reported = Faults of the source are reported once, under the source locale, and not for every locale again.

# Links, anchors and images (list-item)
a-page-of-the-project-is =
    A page of the project is there in every locale, before the first sync too, and where it is not published the site shows the English.
    An anchor is there if rendering puts it there (`anchors`), if it is a `{ "{" }#id{ "}" }`, an `<a name>` or any `id`, or if a heading of the page
    gives it, as DocFX or GitHub would.

# Links, anchors and images (list-item)
a-difference-in-case-is-a = A difference in case is a fault: many file systems do not mind it, and web servers do.

# Links, anchors and images (list-item)
a-heading-that-has-an-id = A heading that has an id (`{ "{" }#id{ "}" }`) has no other anchor, in the source and in every locale.

# Links, anchors and images (list-item)
handback-copies-no-images-unless-images =
    handback copies no images unless `images: copy` says so. Where a locale has most of the files that its pages name, each that it lacks
    is missing; else the site is taken to bring them from beside the source, which is noted once.

# Links, anchors and images (list-item)
links-in-a-document-that-others = Links in a document that others include may be relative to itself or to those.

# Links, anchors and images (list-item)
a-target-that-differs-from-that =
    A target that differs from that of the English is right where it leads to the same place: to a heading by its localized name, to
    the same file from the folder of the page, with or without `/` at the end.

# Links, anchors and images (list-item)
a-link-that-only-a-site = A link that only a site knows how to follow (`/root/relative`, `xref:`, a folder, a template) is left alone.

# Links, anchors and images (list-item)
sites-other-than-docfxs-githubs-and = Sites other than DocFX's, GitHub's and mdBook's serve `a/b.md` as `a/b/`: a link that is right from there is right.

# Links, anchors and images (paragraph)
in-microsofts-pages-a-heading-that =
    In Microsoft's pages a heading that repeats has the same anchor again. `anchors: numbered` writes `-1`, `-2`, as DocFX and
    GitHub do in the English page, so that links to these hold in every locale. `anchors: ids` writes the id of the
    English behind a heading whose own would be another, for sites that read such ids: `## Premiers pas { "{" }#first-steps{ "}" }`.
