# @have-a-bot-propose-drafts
have-a-bot-propose-drafts = Faire proposer des ébauches par un robot

# @every-night-what-is-missing-or
every-night-what-is-missing-or = Chaque nuit, ce qui manque ou est périmé reçoit une ébauche de la mémoire de traduction ou d’un service, dans une seule pull request qui énumère ce qui est arrivé. Il vous faut `translate` dans `handback.yaml` ([comment choisir un service](../../en/how-to/use-a-translation-service.md)).

# @on-github
on-github = Sur GitHub

# @put-this-into-github-workflows-translation
put-this-into-github-workflows-translation = Mettez ceci dans `.github/workflows/translation-drafts.yml` :

# @the-branch-handback-drafts-is-the
the-branch-handback-drafts-is-the = La branche `handback/drafts` est celle du robot. Elle est réécrite chaque nuit tant que lui seul y committe. Dès que quelqu’un d’autre le fait, par exemple une relectrice qui y approuve des ébauches, rien n’est plus poussé jusqu’à ce que la pull request soit fusionnée et la branche supprimée.

# @if-one-service-refuses-what-came
if-one-service-refuses-what-came = Si un service refuse, ce qui est venu des autres est proposé quand même, et le job échoue ensuite.

# @pull-requests-that-the-token-of
pull-requests-that-the-token-of = Les pull requests ouvertes par le jeton d’un workflow ne lancent pas de workflows. Donnez à l’action le `token` d’une application si des vérifications doivent s’y exécuter.

# @elsewhere
elsewhere = Ailleurs

# @the-same-by-hand-sync-and
the-same-by-hand-sync-and = La même chose à la main : synchroniser, et committer ce qui a été écrit. Un second sync n’écrit rien.

# @what-a-bot-may-do
what-a-bot-may-do = Ce qu’un robot peut faire

# @a-configuration-comes-with-the-documents
a-configuration-comes-with-the-documents = Une configuration vient avec les documents, donc de quiconque peut les modifier. C’est pourquoi `sync` et `translate` ne lancent un programme qu’elle nomme, ne lisent un fichier de clé ou n’envoient une clé à une adresse que si cela a été accepté : par `handback trust` sur votre machine, par `--trust` ou `HANDBACK_TRUST=1` dans la CI. Faites-le sur des branches en lesquelles vous avez confiance, et jamais pour les pull requests d’inconnus.

# @a-bot-of-another-tool-that
a-bot-of-another-tool-that = Un robot d’un autre outil qui écrit dans les ressources n’est pas une personne. Dites-le, et ses modifications comptent comme des traductions automatiques :

# @match-is-a-glob-over-name
match-is-a-glob-over-name = `match` est un glob sur le nom et l’adresse électronique, sans tenir compte de la casse ; les crochets valent pour eux-mêmes, et la première règle qui convient compte. Elle est consultée pour les modifications dont git a un commit, par `git blame`. Avec `reviewed: false`, l’état contient `origin: author:<name>` et aucun relecteur : la traduction est humaine, et proposée à la relecture jusqu’à ce que quelqu’un l’approuve.
