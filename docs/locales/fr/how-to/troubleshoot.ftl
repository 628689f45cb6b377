# @when-something-is-not-as-expected
when-something-is-not-as-expected = Quand quelque chose n’est pas comme prévu

# @every-message-says-what-happened-where
every-message-says-what-happened-where = Chaque message dit ce qui s’est passé, où, et ce qu’il faut taper ensuite. Cette page dit ce qu’il signifie, à partir du symptôme.

# @a-page-was-edited-by-hand
a-page-was-edited-by-hand = Une page a été modifiée à la main

# @somebody-corrected-a-word-in-a
somebody-corrected-a-word-in-a = Quelqu’un a corrigé un mot dans une page localisée, et non dans la ressource :

# @take-the-edit-over-as-a
take-the-edit-over-as-a = Reprenez la modification comme la traduction d’une personne. Sans `--take-edits`, le sync écrit la page comme le veulent les ressources, et garde une copie de celle qui a été modifiée sous `rescued-pages/`.

# @a-translation-is-in-the-resource
a-translation-is-in-the-resource = Une traduction est dans la ressource, et la page est en anglais

# @ask-what-is-known-of-the
ask-what-is-known-of-the = Demandez ce que l’on sait du texte. `handback units` nomme son message, et `handback log` en donne l’histoire :

# @it-is-stale-the-english-changed
it-is-stale-the-english-changed = Elle est *périmée* : l’anglais a changé, et `on_stale: source` publie l’anglais jusqu’à ce que quelqu’un ait retraduit le texte. `handback diff` montre les deux ; `handback accept ID --still-valid` dit que la traduction est juste telle quelle.

# @its-id-is-not-one-of
its-id-is-not-one-of = Son identifiant n’est pas de ceux du document : `handback check` signale `unknown-message`.

# @the-resource-has-a-mistake-above
the-resource-has-a-mistake-above = La ressource contient une faute plus haut : `handback check` signale `junk` avec la ligne.

# @the-page-is-not-published-yet
the-page-is-not-published-yet = La page n’est pas encore publiée (`publish`) : `handback status` compte les documents sans page.

# @a-resource-cannot-be-read
a-resource-cannot-be-read = Une ressource ne peut pas être lue

# @the-other-translations-in-the-file
the-other-translations-in-the-file = Les autres traductions du fichier valent comme avant. Corrigez la ligne, ou retirez-la :

# @a-translation-is-unproven
a-translation-is-unproven = Une traduction n’est pas prouvée

# @no-record-says-whether-a-person
no-record-says-whether-a-person = Aucune trace ne dit si une personne ou une machine l’a faite : l’état s’est perdu, ou un outil a apporté un fichier avec beaucoup de textes et sans état. Elle est publiée, aucune machine ne l’écrase, et une relecture tranche : `handback review --state unproven`. Si un certain auteur l’a committée dans git, dites-le une fois sous `authors` ([robots](../../en/how-to/run-a-bot.md#what-a-bot-may-do)).

# @freshness-is-unproven
freshness-is-unproven = La fraîcheur n’est pas prouvée

# @a-page-that-was-adopted-did
a-page-that-was-adopted-did = Une page reprise n’a pas dit à partir de quel anglais elle a été faite. Ses textes comptent comme à jour, mais personne ne le sait. À mesure que les textes changent, ou que des relecteurs les approuvent, cela devient connu. `handback check --fail-on unproven` les énumère.

# @git-says-that-there-is-a
git-says-that-there-is-a = Git dit qu’il y a un conflit

# @see-a-branch-with-conflicts-until
see-a-branch-with-conflicts-until = Voyez [une branche avec des conflits](../../en/how-to/merge-branches.md#a-branch-with-conflicts). Tant qu’il n’est pas résolu, handback nomme la ligne qui porte la marque, et laisse les fichiers tranquilles.

# @a-check-in-ci-cannot-look
a-check-in-ci-cannot-look = Une vérification dans la CI ne peut pas regarder une révision

# @the-clone-is-too-shallow-fetch
the-clone-is-too-shallow-fetch = Le clone est trop superficiel : récupérez l’historique (`fetch-depth: 0` sur GitHub, `GIT_DEPTH: "0"` sur GitLab).

# @a-sync-was-interrupted
a-sync-was-interrupted = Un sync a été interrompu

# @run-it-again-what-was-begun
run-it-again-what-was-begun = Relancez-le. Ce qui était commencé est achevé à partir de `.handback/unfinished`, ou recommencé ; les ébauches déjà arrivées sont gardées.
