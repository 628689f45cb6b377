# @check-translations-in-ci
check-translations-in-ci = Vérifier les traductions dans la CI

# @this-tutorial-is-for-whoever-looks
this-tutorial-is-for-whoever-looks = Ce tutoriel s’adresse à qui s’occupe des vérifications d’un dépôt. Vous voyez ce que trouve `handback check`, vous décidez de ce qui fait échouer un build et de ce qui ne le fait pas, et vous placez la vérification dans GitHub, dans GitLab ou dans un hook. Cela prend environ quinze minutes, sur votre propre machine.

# @a-project-to-check
a-project-to-check = Un projet à vérifier

# @take-a-small-project-with-french
take-a-small-project-with-french = Prenez un petit projet avec des traductions françaises :

# @a-clean-check-ends-with-exit
a-clean-check-ends-with-exit = Une vérification sans constat se termine par le code de retour 0. Elle ne change rien, ni les pages ni les ressources.

# @a-pull-request-makes-something-stale
a-pull-request-makes-something-stale = Une pull request rend un texte périmé

# @an-author-works-on-a-branch
an-author-works-on-a-branch = Un auteur travaille sur une branche, modifie une phrase, en ajoute une autre, et ne lance pas handback :

# @every-finding-has-a-code-a
every-finding-has-a-code-a = Chaque constat a un code, un fichier avec une ligne, et ce qu’il faut faire. Il y en a ici de trois sortes : des fichiers qui ne sont plus à jour (`obsolete-reference`, `output-out-of-date`), que l’auteur remet en ordre par `handback sync` ; une traduction devenue périmée ; et un texte qui n’en a pas.

# @decide-what-fails
decide-what-fails = Décider de ce qui échoue

# @translators-need-time-and-authors-should
translators-need-time-and-authors-should = Les traducteurs ont besoin de temps, et les auteurs ne devraient pas les attendre. Faites donc échouer une pull request pour ce qui est cassé, et laissez deux semaines aux traductions :

# @the-same-findings-are-warnings-now
the-same-findings-are-warnings-now = Les mêmes constats sont maintenant des avertissements. Deux semaines plus tard, ce sont de nouveau des erreurs :

# @fail-on-in-the-configuration-or
fail-on-in-the-configuration-or = `fail_on` dans la configuration, ou `--fail-on` pour une seule exécution, nomme les codes qui font échouer, à la place de tous ceux qui sont des erreurs :

# @all-codes-are-in-the-reference
all-codes-are-in-the-reference = [Tous les codes](../../en/reference/findings.md) sont dans la référence. Les codes de retour sont 0 sans constat, 1 pour des constats qui sont des erreurs, et 2 si le projet ne peut pas être lu.

# @only-what-a-branch-touches
only-what-a-branch-touches = Seulement ce que touche une branche

# @a-pull-request-should-not-answer
a-pull-request-should-not-answer = Une pull request ne devrait pas répondre de ce que d’autres ont laissé en plan. `--changed-since` ne regarde que ce qui a changé depuis que la branche en a quitté une autre :

# @thresholds-do-not-count-here-since
thresholds-do-not-count-here-since = Les seuils ne comptent pas ici, puisqu’ils valent pour une langue entière. Pour une pull request, nommez ce qui échoue :

# @the-history-has-to-be-there
the-history-has-to-be-there = Pour cela, l’historique doit être là : un clone superficiel est à approfondir (`fetch-depth: 0` sur GitHub, `GIT_DEPTH: "0"` sur GitLab).

# @put-it-into-ci
put-it-into-ci = Le placer dans la CI

# @handback-init-ci-github-or-handback
handback-init-ci-github-or-handback = `handback init --ci github` ou `handback init --ci gitlab` écrit un fichier pour commencer ; voici ce qu’il contient.

# @on-github-it-is-one-step
on-github-it-is-one-step = Sur GitHub, c’est une seule étape. Mettez ceci dans `.github/workflows/translations.yml`, avec l’endroit d’où vient votre handback :

# @on-a-pull-request-it-checks
on-a-pull-request-it-checks = Sur une pull request, elle vérifie ce que touche la branche, marque des lignes, écrit un tableau dans le résumé de l’étape et tient un seul commentaire qui énumère ce qui est devenu périmé. Sur la branche principale, elle vérifie tout. L’étape télécharge le programme publié de cette version, et ne l’installe pas si sa somme de contrôle n’est pas celle que donne la release.

# @the-runs-of-pull-requests-from
the-runs-of-pull-requests-from = Les exécutions des pull requests issues de forks n’ont pas le droit de commenter ; `examples/ci/github-forks.yml`, dans le dépôt de handback, le fait pour elles.

# @for-gitlab-include-a-template
for-gitlab-include-a-template = Pour GitLab, incluez un modèle :

# @any-other-ci-runs-the-same
any-other-ci-runs-the-same = Toute autre CI lance la même commande. `--format junit` et `--format sarif` sont lus par la plupart d’entre elles :

# @the-check-runs-no-program-and
the-check-runs-no-program-and = La vérification ne lance aucun programme et n’interroge aucun service, quoi que dise `handback.yaml` ; elle est donc sans danger sur les pull requests d’inconnus. `sync` et `translate` peuvent lancer des programmes et envoyer des clés ; les [robots](../../en/how-to/run-a-bot.md) qui s’en servent ont leur place sur des branches en lesquelles vous avez confiance.

# @a-check-that-fails-for-what
a-check-that-fails-for-what = Une vérification qui échoue tout de suite pour ce qui est cassé, et au bout de deux semaines pour les traductions qui manquent.

# @pull-requests-that-say-what-they
pull-requests-that-say-what-they = Des pull requests qui disent ce qu’elles rendent périmé, avant d’être fusionnées.

# @have-a-bot-propose-drafts-every
have-a-bot-propose-drafts-every = [Faire proposer des ébauches chaque nuit par un robot](../../en/how-to/run-a-bot.md)

# @stop-a-commit-before-it-leaves
stop-a-commit-before-it-leaves = [Arrêter un commit avant qu’il n’oublie ce que sync a écrit](../../en/how-to/check-before-a-commit.md)

# @branches-and-merges
branches-and-merges = [Branches et fusions](../../en/how-to/merge-branches.md)

