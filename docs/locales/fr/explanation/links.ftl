# @links-anchors-and-images
links-anchors-and-images = Liens, ancres et images

# @a-link-that-is-right-in
a-link-that-is-right-in = Un lien juste en anglais peut ne mener nulle part depuis une page localisée : à une page qui n’existe pas, à une ancre dont le titre a un autre nom en français, à une image qui n’est qu’à côté de l’anglais. Chaque page est donc vérifiée pour elle-même.

# @check-looks-at-every-page-as
check-looks-at-every-page-as = `check` regarde chaque page telle qu’elle est rendue : liens, images, définitions de références, `href` et `src` du HTML, `[!INCLUDE]`, `:::image` et les `href` de `toc.yml`. Rien n’est téléchargé ; les adresses sont seulement lues.

# @faults-of-the-source-are-reported
faults-of-the-source-are-reported = Les fautes de la source sont signalées une fois, sous la locale source, et non de nouveau pour chaque locale.

# @a-page-of-the-project-is
a-page-of-the-project-is = Une page du projet existe dans chaque locale, avant le premier sync aussi, et là où elle n’est pas publiée le site montre l’anglais. Une ancre existe si le rendu l’y met (`anchors`), si c’est un `{ "{" }#id{ "}" }`, un `<a name>` ou un `id` quelconque, ou si un titre de la page la donne, comme le feraient DocFX ou GitHub.

# @a-difference-in-case-is-a
a-difference-in-case-is-a = Une différence de casse est une faute : beaucoup de systèmes de fichiers ne s’en soucient pas, les serveurs web si.

# @a-heading-that-has-an-id
a-heading-that-has-an-id = Un titre qui a un identifiant (`{ "{" }#id{ "}" }`) n’a pas d’autre ancre, ni dans la source ni dans aucune locale.

# @handback-copies-no-images-unless-images
handback-copies-no-images-unless-images = handback ne copie pas d’images, à moins que `images: copy` ne le dise. Là où une locale a la plupart des fichiers que ses pages nomment, chacun de ceux qu’elle n’a pas manque ; sinon, on suppose que le site les prend à côté de la source, ce qui est noté une fois.

# @links-in-a-document-that-others
links-in-a-document-that-others = Les liens d’un document que d’autres incluent peuvent être relatifs à lui-même ou à ceux-ci.

# @a-target-that-differs-from-that
a-target-that-differs-from-that = Une cible qui diffère de celle de l’anglais est juste si elle mène au même endroit : à un titre par son nom localisé, au même fichier depuis le dossier de la page, avec ou sans `/` à la fin.

# @a-link-that-only-a-site
a-link-that-only-a-site = Un lien que seul un site sait suivre (`/root/relative`, `xref:`, un dossier, un modèle) est laissé tel quel.

# @sites-other-than-docfxs-githubs-and
sites-other-than-docfxs-githubs-and = Les sites autres que ceux de DocFX, de GitHub et de mdBook servent `a/b.md` comme `a/b/` : un lien juste à partir de là est juste.

# @in-microsofts-pages-a-heading-that
in-microsofts-pages-a-heading-that = Dans les pages de Microsoft, un titre qui se répète a de nouveau la même ancre. `anchors: numbered` écrit `-1`, `-2`, comme le font DocFX et GitHub dans la page anglaise, pour que les liens vers ceux-ci vaillent dans chaque langue. `anchors: ids` écrit l’identifiant de l’anglais derrière un titre dont le sien serait autre, pour les sites qui lisent de tels identifiants : `## Premiers pas { "{" }#first-steps{ "}" }`.

