# @how-staleness-is-decided
how-staleness-is-decided = Comment on décide de ce qui est périmé

# @stale-is-a-matter-of-fingerprints
stale-is-a-matter-of-fingerprints = { "*" }*Ce qui est périmé est affaire d’empreintes** : une traduction n’est à jour que si l’anglais à partir duquel elle a été faite est l’anglais d’aujourd’hui. Une unité périmée est publiée en anglais (`on_stale: source`), telle qu’elle était (`keep`), ou sa page est retenue (`fail`).

# @so-what-counts-is-never-a
so-what-counts-is-never-a = Ce n’est donc jamais une date qui compte. Un sync compare chaque texte de l’anglais à ce qu’il disait au sync précédent (la *référence*, dans les ressources de la langue source), et l’état d’une traduction contient l’empreinte de l’anglais à partir duquel elle a été faite. Un fichier seulement enregistré de nouveau, déplacé ou renommé ne rend rien périmé.

# @not-every-change-is-work
not-every-change-is-work = Toute modification n’est pas du travail

# @not-every-change-of-the-english
not-every-change-of-the-english = Toute modification de l’anglais n’est pas du travail pour un traducteur. Chacune est jugée, avec la règle qui a tranché :

# @change
change = modification

# @what-changed
what-changed = ce qui a changé

# @translation
translation = traduction

# @white-space-entities-quotes-and-dashes
white-space-entities-quotes-and-dashes = espaces, entités, guillemets et tirets, mise en relief, casse, ponctuation, un mot mal orthographié

# @stays-current
stays-current = reste à jour

# @only-numbers-dates-urls-link-targets
only-numbers-dates-urls-link-targets = seulement des nombres, des dates, des URL, des cibles de liens, des identifiants, des adresses électroniques, du code ou des variables, et l’ancienne valeur figure dans la traduction aussi souvent que dans l’anglais

# @the-new-value-is-put-into
the-new-value-is-put-into = la nouvelle valeur y est mise, et l’état le note (`carried: mechanical`) ; sinon périmée. Avec `carry: cosmetic`, celles-ci sont périmées aussi

# @all-else-and-always-a-negation
all-else-and-always-a-negation = tout le reste, et toujours une négation, une réponse, un verbe modal ou une unité de mesure

# @what-was-kept-in-this-way
what-was-kept-in-this-way = Ce qui a été gardé de cette manière est marqué `carried` dans l’état, avec l’anglais à partir duquel la traduction a été faite ; `handback diff --carried` le montre, et les modifications suivantes sont mesurées à cet anglais, pour que de petits pas ne s’additionnent pas sans être vus. `handback accept --all-cosmetic` et `--all-mechanical` confirment ou appliquent de telles modifications en une fois. `carry: none` rend de nouveau périmées les traductions gardées malgré une modification cosmétique, mais laisse telles quelles les valeurs reprises auparavant : `--fail-on carried` les trouve.

# @in-pull-requests-and-reports
in-pull-requests-and-reports = Dans les pull requests et les rapports

# @handback-diff-since-main-compares-the
handback-diff-since-main-compares-the = `handback diff --since main` compare l’anglais à une révision de git, et énumère les traductions arrivées depuis ; `--missing` ajoute les textes sans traduction, `--output-docs` montre ce qu’un sync changerait dans les pages. `--format markdown` convient à un commentaire sur une pull request, `html` est un seul fichier autonome, à transmettre.

# @how-old
how-old = Depuis quand

# @a-stale-translation-has-the-day
a-stale-translation-has-the-day = Une traduction périmée porte dans son état le jour depuis lequel elle l’est. Un texte compte comme manquant depuis le jour où il est pour la première fois dans la source sans traduction, aussi souvent que sa page change. Avec des seuils, l’âge décide du moment où un avertissement devient une erreur.

