# @set-up-a-site-of-your
set-up-a-site-of-your = Mettre en place votre propre site

# @install
install = Installer

# @where-handback-is-released-take-the
where-handback-is-released-take-the = Là où handback est publié, prenez le programme pour votre système :

# @cargo-binstall-git-https-git-contoso
cargo-binstall-git-https-git-contoso = `cargo binstall --git https://git.contoso.com/tools/handback handback` si vous avez cargo-binstall,

# @the-debian-package-deb-of-the
the-debian-package-deb-of-the = le paquet Debian (`.deb`) de la version,

# @the-archive-for-your-system-unpack
the-archive-for-your-system-unpack = l’archive pour votre système : décompressez-la, et mettez `handback` dans le `PATH`. `SHA256SUMS` a les sommes de contrôle.

# @in-a-clone-with-rust-1
in-a-clone-with-rust-1 = Dans un clone, avec Rust 1.90 ou plus récent, `cargo install --path . --profile dist` le compile.

# @handback-completions-bash-prints-what-a
handback-completions-bash-prints-what-a = `handback completions bash` affiche ce dont un shell a besoin pour compléter commandes et options (aussi pour `zsh`, `fish`, `powershell` et `elvish`), et `handback man DIR` écrit des pages de manuel. Les archives ont les deux, et le paquet Debian les installe.

# @begin
begin = Commencer

# @handback-init-looks-at-the-folder
handback-init-looks-at-the-folder = `handback init` regarde le dossier et écrit `handback.yaml` : où est l’anglais, où vont les pages, quelles locales existent, et quel générateur lit le Markdown.

# @it-names-what-comes-next-if
it-names-what-comes-next-if = Il nomme ce qui vient ensuite. S’il y a déjà des pages, [reprenez-les](../../en/how-to/adopt-published-pages.md) avant le premier sync ; handback ne touche pas aux pages qu’il n’a pas écrites. Sinon :

# @commit-handback-yaml-gitattributes-locales-and
commit-handback-yaml-gitattributes-locales-and = Committez `handback.yaml`, `.gitattributes`, `locales/` et les pages.

# @where-nothing-else-is-said-english
where-nothing-else-is-said-english = Là où rien d’autre n’est dit, les documents anglais sont sous `source-docs/`, et un `handback.yaml` de deux lignes suffit :

# @what-is-in-which-file-afterwards
what-is-in-which-file-afterwards = [Ce qui est ensuite dans quel fichier](../../en/explanation/files.md) est expliqué ailleurs.

# @other-layouts
other-layouts = Autres dispositions

# @the-site-has
the-site-has = le site a

# @the-configuration-says
the-configuration-says = la configuration dit

# @a-folder-for-each-locale-content
a-folder-for-each-locale-content = un dossier par locale (`content/en`, `content/pt-br`)

# @english-at-the-root-locales-below
english-at-the-root-locales-below = l’anglais à la racine, les locales en dessous (`docs/`, `docs/fr/`)

# @the-locale-in-the-name-page
the-locale-in-the-name-page = la locale dans le nom (`page.md` ou `page.en.md`, `page.fr.md`)

# @sources-docs-md-output-docs-dir
sources-docs-md-output-docs-dir = `sources: docs/**/*.md`, `output: docs/{ "{" }dir{ "}" }{ "{" }stem{ "}" }.{ "{" }locale{ "}" }.{ "{" }ext{ "}" }` ; les documents sont nommés sans le `.en`

# @several-trees-docusaurus-docs-and-blog
several-trees-docusaurus-docs-and-blog = plusieurs arborescences (docs et blog de Docusaurus, versions)

# @sources-and-output-for-the-first
sources-and-output-for-the-first = `sources` et `output` pour la première, `trees` pour les autres : leurs documents sont nommés avec le dossier où commencent leurs globs, ou avec `name`, pour qu’une arborescence de plus n’en renomme aucun

# @a-fork-that-is-translated-in
a-fork-that-is-translated-in = un fork traduit sur place

# @sources-upstream-src-md-output-src
sources-upstream-src-md-output-src = `sources: ../upstream/src/**/*.md`, `output: src/{ "{" }path{ "}" }`, une locale ; l’anglais est une autre copie de travail à côté du fork. Une branche ou une révision du même dépôt n’est pas une source

# @localized-pages-are-never-read-as
localized-pages-are-never-read-as = Les pages localisées ne sont jamais lues comme de l’anglais : ni celles qu’atteint `output`, ni un dossier (`docs/de`) ou un suffixe (`page.de.md`) nommé comme une locale à côté de celles qui sont configurées et dont les documents sont nommés comme l’anglais : un sync dit une fois ce qu’il a laissé de côté. D’un fichier qu’un glob nomme et qu’aucune syntaxe ne lit (`.rst`, `.adoc`), un sync le dit aussi une fois.

# @all-keys-are-in-the-reference
all-keys-are-in-the-reference = [Toutes les clés](../../en/reference/configuration.md) sont dans la référence, ainsi que ce que l’on sait de [chaque générateur](../../en/reference/flavors.md).

# @pages-that-a-locale-does-not
pages-that-a-locale-does-not = Des pages qu’une locale n’a pas

# @many-generators-show-the-english-where
many-generators-show-the-english-where = Beaucoup de générateurs montrent l’anglais là où une locale n’a pas de page. Avec `publish`, une page n’est écrite que lorsqu’elle est assez avancée :

# @texts-count-as-in-the-percentages
texts-count-as-in-the-percentages = Les textes comptent comme dans les pourcentages que montrent `status` et `site` : un titre autant qu’un long paragraphe.

# @a-page-that-was-published-stays
a-page-that-was-published-stays = Une page publiée reste tant que quelque chose en est traduit, quoi qu’il change dans l’anglais : `on_stale` dit ce qui est à la place des textes périmés. Sa fiche (`….page.yaml`) dit qu’elle a été publiée ; les pages reprises le sont.

# @a-page-of-which-nothing-is
a-page-of-which-nothing-is = Une page dont plus rien n’est traduit est nommée (`orphaned-output`) et laissée ; `sync --prune` la retire si elle est telle que handback l’a écrite. Une page que quelqu’un d’autre a mise là n’est jamais retirée.

# @translators-begin-such-a-document-in
translators-begin-such-a-document-in = Les traducteurs commencent un tel document dans `handback review`, ou avec ses messages (comme dans `locales/en-US/…ftl`) dans un fichier du même nom sous `locales/fr/`. Le premier sync après qu’il y a assez de traductions écrit la page.

# @what-is-missing-in-documents-without
what-is-missing-in-documents-without = Ce qui manque dans les documents sans page est une note par locale (`unpublished`) ; cela ne compte pas pour `locale-incomplete`. Les cibles selon `links` qui y mènent restent à l’anglais ; rien d’autre n’est dit des liens vers eux.

# @links-that-name-the-locale
links-that-name-the-locale = Des liens qui nomment la locale

# @where-the-targets-of-links-hold
where-the-targets-of-links-hold = Là où les cibles des liens contiennent la locale de leur page, dites-le, et elles sont écrites pour chaque locale :

# @the-rule-applies-to-links-images
the-rule-applies-to-links-images = La règle vaut pour les liens, les images, `href`, `src`, les définitions et ce que désignent les constructions, jamais dans le code. Les ressources gardent les cibles de l’anglais. Une cible que la locale n’a pas (une page qui n’est pas publiée, un fichier à côté des sources) reste celle de l’anglais. Dans les shortcodes et Liquid, ce sont les arguments de `ref`, `relref`, `link`, et ceux qui s’appellent `href`, `link`, `url` et `to`.

# @an-argument-of-shortcodes-liquid-or
an-argument-of-shortcodes-liquid-or = Un argument de shortcodes, de Liquid ou de composants peut nommer la locale elle-même, par exemple `{"{{"}< film id="boat" lang="en" >{"}}"}` :

# @its-whole-value-has-to-be
its-whole-value-has-to-be = Toute sa valeur doit être `from`. Une page qui dit `lang="fr"` est reprise telle quelle, et les machines voient l’argument de l’anglais. Là où des locales ont d’autres valeurs pour lesquelles il n’y a pas de règle (un film à elles), la traduction d’un texte peut le dire, et `check` demande si c’était voulu (`construct`) ; une ligne qui n’est rien d’autre qu’une construction est celle de l’anglais dans toutes les locales, et `adopt` nomme celles qui diffèrent.

