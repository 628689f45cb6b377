# @take-over-pages-that-are-published
take-over-pages-that-are-published = Reprendre des pages publiées

# @you-have-pages-in-other-languages
you-have-pages-in-other-languages = Vous avez déjà des pages dans d’autres langues, et voulez savoir ce qui en est encore juste. `handback adopt` les lit, et remplit les ressources et l’état.

# @without-a-folder-the-pages-are
without-a-folder-the-pages-are = Sans dossier, les pages sont là où `output` les a ; `handback adopt --locale fr-FR published/fr-FR` les lit ailleurs, disposées comme les sources.

# @which-english-a-page-was-made
which-english-a-page-was-made = À partir de quel anglais une page a été faite

# @every-page-is-aligned-unit-by
every-page-is-aligned-unit-by = Chaque page est alignée, unité par unité, sur l’anglais à partir duquel elle a été faite. On le trouve, dans cet ordre, par :

# @the-english-is
the-english-is = l’anglais est

# @the-one-with-the-pages-ms
the-one-with-the-pages-ms = celui qui a le `ms.openlocfilehash` de la page, tel que le fichier se présente, avec LF ou avec CRLF : la source d’aujourd’hui, un fichier de `--source-at DIR`, ou une version quelconque de l’historique de git

# @proven
proven = prouvé

# @the-one-at-the-commit-that
the-one-at-the-commit-that = celui du commit que nomme `ms.sourcegitcommit`, ou une clé de l’en-tête (`provenance: { "{" }commit: …{ "}" }`), suivi à travers les renommages

# @the-version-that-has-the-texts
the-version-that-has-the-texts = la version qui a les textes que la page garde dans `<!-- -->` au-dessus de ses traductions, comme le font les pages de Kubernetes

# @proven-for-each-unit-below-a
proven-for-each-unit-below-a = prouvé pour chaque unité sous un commentaire

# @of-the-versions-around-the-pages
of-the-versions-around-the-pages = parmi les versions autour du `ms.lasthandoff` de la page ou de son dernier commit (aussi quand les pages sont dans un dépôt à elles), celle à laquelle la page correspond le mieux

# @the-file-in-source-at-an
the-file-in-source-at-an = le fichier de `--source-at`, une version antérieure, ou la source d’aujourd’hui : celle à laquelle la page correspond le mieux

# @translations-of-sentences-that-changed-since-e658
translations-of-sentences-that-changed-since-e658 = Les traductions de phrases modifiées depuis sont périmées, avec l’anglais à partir duquel elles ont été faites ; le reste est à jour, ou marqué comme non prouvé. `--format json` dit de chaque page comment son anglais a été trouvé. git est interrogé une seule fois pour toutes les pages ; ce qui manque à un clone superficiel est dit.

# @how-texts-find-each-other
how-texts-find-each-other = Comment les textes se retrouvent

# @translations-of-sentences-that-changed-since
translations-of-sentences-that-changed-since = La plus fréquente de plusieurs traductions d’un texte devient le message partagé, d’autres la remplacent dans leur document, et un texte qu’une page traduit de deux façons devient un sélecteur : ainsi, la régénération donne les octets repris, et chaque ligne qui ne le fait pas est signalée. Les unités sont appariées par ce que la traduction laisse intact : liens, code, nombres, noms, identifiants, genres, longueurs, et par les mots que les autres pages de l’exécution ont appris. Ainsi, un paragraphe de plus ou de moins ne coûte que lui-même, et les listes et tableaux triés suivent leurs liens et leurs clés.

# @what-cannot-be-aligned-with-confidence
what-cannot-be-aligned-with-confidence = Ce qui ne peut être aligné avec certitude est laissé de côté et nommé, jamais deviné ; `--format json` énumère sous `unsure` chaque paire qui n’est pas tout à fait sûre, et pourquoi d’autres ont été laissées de côté. Les pages bilingues (`data-ttu-id`) sont comprises. Le travail de personnes dans les ressources n’est jamais écrasé sans `--force` ; l’état garde alors ce qui s’y trouvait.

# @what-a-page-has-beyond-its
what-a-page-has-beyond-its = Ce qu’une page a de plus que son anglais

# @what-a-page-has-beyond-its-b318
what-a-page-has-beyond-its-b318 = Ce qu’une page a **de plus que son anglais** (une note de la traductrice, une ligne ou un élément de liste supplémentaire, du code à elle, un commentaire, une section) est gardé là où sa place est sûre : les unités avant et après traduisent des voisines de l’anglais, et rien de l’anglais ne manque entre elles. Cela devient un message de la ressource propre au document, `addition-1a2b3c4d`, avec son Markdown tel quel ; `addition` dans l’état dit où c’est : `after first-text`, `before facts` (juste au-dessus), `after price past 2` (deux lignes, blocs ou autres lignes plus bas), `beginning`. Ainsi, la page revient à l’octet près, et l’ajout reste, quoi qu’il advienne du texte qu’il suit. Là où ce texte disparaît, l’ajout est gardé comme obsolète, et revient avec lui. Il ne compte pas comme traduction. Tout le reste qu’aucune unité de l’anglais n’explique est nommé.

# @what-means-the-same-in-markdown
what-means-the-same-in-markdown = Ce qui signifie la même chose en Markdown et en YAML reste **comme la page l’écrit** : marques de listes, blancs dans les tableaux, lignes vides, guillemets, ordre de l’en-tête (`spelling` et `order` dans `….page.yaml` ; pas dans les pages de DocFX). Là où l’anglais y change, c’est de nouveau lui qui compte.

# @a-link-by-a-label-that
a-link-by-a-label-that = Un **lien par une étiquette que la page définit elle-même** (`[le quai]` avec `[le quai]: /quay`) reçoit l’étiquette que l’anglais a pour la même cible, ou la cible elle-même : une page régénérée a les définitions de l’anglais.

# @a-block-of-code-in-another
a-block-of-code-in-another = Un **bloc de code sous une autre forme** (des commentaires dans la langue de la page, un autre exemple, une autre ligne de clôture ; aussi un commentaire entre des blocs et ce qu’une page MDX exporte) est la version propre de la locale, si les unités autour de lui sont sûres et qu’il y a autant de blocs entre elles, ou si ce que les blocs ont en commun prouve lequel est lequel. C’est un message `block-1a2b3c4d` ; dans l’état, `block` dit à quoi il se substitue (`1 of 2 behind first-text`) et `previous` ce que dit l’anglais. Aucune machine et aucune mémoire n’y touche. Quand le code anglais change, il est périmé comme un texte : `sync`, `check`, `diff` et `review` montrent les deux, `on_stale` décide de ce qui est publié, et une personne le met à jour ou dit `handback accept block-1a2b3c4d --still-valid`. Là où le bloc disparaît, il est gardé comme obsolète.

# @whose-translations-they-are
whose-translations-they-are = De qui sont les traductions

# @a-page-with-ms-translationtype-mt
a-page-with-ms-translationtype-mt = Une page avec `ms.translationtype: MT` est d’une machine. Une page qui ne dit rien a été écrite par des personnes, à moins que vous ne disiez `--type machine`. Ce que handback lui-même a mis sur une page garde ce que l’on en sait.

# @several-translations-of-one-text
several-translations-of-one-text = Plusieurs traductions d’un texte

# @handback-unify-id-drops-adopted-overrides
handback-unify-id-drops-adopted-overrides = `handback unify [ID…]` abandonne les dérogations reprises au profit de la traduction partagée, une fois que vous avez opté pour celle-ci. `--dry-run` montre lesquelles :

# @approve-what-is-good
approve-what-is-good = Approuver ce qui est bon

# @pages-that-are-known-to-be
pages-that-are-known-to-be = Les pages que l’on sait bonnes n’ont pas à être approuvées une à une : `handback accept --locale LOCALE --approve` décide de tout ce qu’un filtre trouve, nomme ce qu’il laisse, et peut être annulé ; voir [comment relire des traductions](../../en/how-to/review-translations.md#decide-about-many-at-once).

