# @merge-branches
merge-branches = Fusionner des branches

# @commit-sources-locales-and-pages-together
commit-sources-locales-and-pages-together = Committez ensemble les sources, `locales/` et les pages. Les traductions de messages différents fusionnent sans conflit, même voisines : entre deux messages, dans les ressources comme dans les états, il y a toujours une ligne que personne ne modifie. Cela ne demande aucun réglage, et vaut donc aussi sur GitHub et GitLab, qui n’exécutent pas de pilote de fusion. (Une ressource que quelqu’un a écrite sans lignes vides reste telle quelle jusqu’à ce que handback y ajoute un message ; laissez une ligne vide entre les messages.)

# @see-it-two-people-translate-texts
see-it-two-people-translate-texts = Voyez vous-même : deux personnes traduisent des textes d’une page sur deux branches.

# @the-merge-driver
the-merge-driver = Le pilote de fusion

# @what-else-both-branches-touched-needs
what-else-both-branches-touched-needs = Ce que les deux branches ont touché d’autre demande le pilote, une fois dans chaque clone (`init` écrit `.gitattributes`, qui est committé) :

# @it-merges-by-message-a-persons
it-merges-by-message-a-persons = Il fusionne par message : la formulation d’une personne l’emporte sur celle d’une machine, une modification sur un retrait, et une formulation garde son propre état. Là où deux personnes ont formulé un message différemment, la nôtre reste, la leur attend dans l’état, `check` signale `open-decision`, et la relecture propose les deux.

# @a-branch-with-conflicts
a-branch-with-conflicts = Une branche avec des conflits

# @if-github-or-gitlab-says-that
if-github-or-gitlab-says-that = Si GitHub ou GitLab dit qu’une branche a des conflits, fusionnez dans un clone et poussez le résultat :

# @without-the-driver-git-leaves-marks
without-the-driver-git-leaves-marks = Sans le pilote, git laisse des marques dans les fichiers que les deux côtés ont modifiés :

# @git-checkout-ours-is-for-pages
git-checkout-ours-is-for-pages = `git checkout --ours` est pour les pages en conflit ; l’un ou l’autre côté convient.

# @pages-are-generated-so-marks-of
pages-are-generated-so-marks-of = Les pages sont produites ; les marques de conflit qui restent dans l’une d’elles ne sont donc la modification de personne : le sync suivant réécrit la page, et n’en garde une copie que si l’une des deux versions avait été modifiée à la main.

# @handback-resolve-works-in-the-middle
handback-resolve-works-in-the-middle = `handback resolve` fonctionne au milieu d’une fusion, d’un rebase, d’un cherry-pick ou d’un stash, et avec des fichiers où un message, ou son état, figure deux fois parce que quelqu’un a gardé les deux côtés. La première traduction d’une page sur deux branches à la fois provoque un conflit sans le pilote, parce qu’aucune des branches n’a le fichier que l’autre a créé ; de même les modifications de l’anglais d’un document sur les deux, dans sa structure et sa remise. Les deux cas sont pour `handback resolve`.
