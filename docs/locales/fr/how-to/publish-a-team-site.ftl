# @publish-a-site-for-the-team
publish-a-site-for-the-team = Publier un site pour l’équipe

# @who-translates-who-reviews-and-who
who-translates-who-reviews-and-who = Qui traduit, qui relit et qui le demande veut voir la même chose : où en est chaque langue, ce qu’il y a à faire, et comment cela a avancé. `handback site` l’écrit sous la forme d’un dossier de pages, pour n’importe quel hébergement statique ou à ouvrir comme fichiers : ni serveur, ni script, ni réseau.

# @page
page = page

# @what-it-shows
what-it-shows = ce qu’elle montre

# @all-locales-what-is-human-machine
all-locales-what-is-human-machine = toutes les locales : ce qui est humain, automatique, périmé et manquant, depuis quand le plus ancien texte attend, et comment chacune a avancé

# @one-locale-how-long-texts-have
one-locale-how-long-texts-have = une locale : depuis combien de temps des textes attendent, quels documents sont le plus en retard, qui a fait les traductions

# @what-there-is-to-do-the
what-there-is-to-do-the = ce qu’il y a à faire, le plus lourd d’abord : l’anglais avant et après, mot à mot, et la traduction

# @every-document-in-every-locale
every-document-in-every-locale = chaque document dans chaque locale

# @the-same-for-programs
the-same-for-programs = la même chose pour les programmes

# @a-badge-for-each-locale-a
a-badge-for-each-locale-a = un badge pour chaque locale : une image, et des données que [shields.io](https://shields.io/badges/endpoint-badge) dessine

# @long-lists-go-on-over-several
long-lists-go-on-over-several = Les longues listes se poursuivent sur plusieurs pages : aucune ne dépasse un mégaoctet. Des textes manquants d’une locale, 2 000 sont énumérés, ceux du plus grand nombre de documents d’abord, et la page dit combien sont laissés de côté.

# @the-same-project-the-same-site
the-same-project-the-same-site = Le même projet, le même site

# @nothing-of-the-site-comes-from
nothing-of-the-site-comes-from = Rien du site ne vient d’une horloge : une seconde exécution n’écrit rien, et le site peut être commité. Les âges sont comptés jusqu’à `--date`, jusqu’à `SOURCE_DATE_EPOCH`, ou sinon jusqu’au dernier jour que nomme le projet : celui du dernier commit de ses sources ou de ses ressources, ou d’une traduction qui n’est pas encore commitée. La page dit quel jour c’est. Les langues sont lues l’une après l’autre, ce qui demande peu de mémoire ; pour trouver ce dernier jour, elles sont lues une fois de plus, si bien qu’un grand projet va plus vite là où le jour est nommé.

# @handback-keeps-a-list-of-what
handback-keeps-a-list-of-what = handback tient dans le dossier une liste de ce qu’il a écrit, `.handback-site`. Un dossier qui contient d’autres fichiers est refusé, de même qu’un fichier du site que quelqu’un a modifié ; ce qui est à côté des pages est laissé tel quel, et les pages dont on n’a plus besoin sont retirées.

# @history
history = Historique

# @the-charts-show-what-the-states
the-charts-show-what-the-states = Les graphiques montrent ce que disaient les états à des commits antérieurs de la branche : le dernier commit de chaque jour, semaine, mois, trimestre ou année, selon ce qui donne au plus 24 points (`--history N` en demande plus ou moins, `--history 0` aucun). Une traduction valable pour tous les documents compte une fois ; là où un document a la sienne, le message en est au point de celle qui est le plus en retard. Ce qui a été compté est gardé dans `.handback/history`, pour que l’exécution suivante ne regarde que ce qui est nouveau.

# @in-a-shallow-clone-the-site
in-a-shallow-clone-the-site = Dans un clone superficiel, le site dit à partir de quand il sait. Dans la CI, récupérez tout l’historique (`fetch-depth: 0`).

# @links-to-your-forge
links-to-your-forge = Des liens vers votre forge

# @documents-pages-and-resources-link-to
documents-pages-and-resources-link-to = Les documents, les pages et les ressources renvoient à GitHub, GitLab, Bitbucket ou Azure Repos, là où l’adresse du dépôt distant `origin` dit lequel c’est. Pour une autre forge, dites où l’on voit ses fichiers :

# @path-is-the-path-in-the
path-is-the-path-in-the = `{ "{" }path{ "}" }` est le chemin dans le dépôt, `{ "{" }line{ "}" }` une ligne de celui-ci, et `{ "{" }commit{ "}" }` le commit extrait. `forge: none` omet les liens.

# @publish-it-from-ci
publish-it-from-ci = Le publier depuis la CI

# @the-site-shows-names-of-reviewers
the-site-shows-names-of-reviewers = Le site montre des noms de relecteurs et des textes du projet : qui peut lire le dépôt peut les lire.

