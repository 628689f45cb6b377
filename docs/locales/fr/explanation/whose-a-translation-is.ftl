# @whose-a-translation-is
whose-a-translation-is = De qui est une traduction

# @every-translation-has-a-state-beside
every-translation-has-a-state-beside = À côté de chaque traduction se trouve un état : qui l’a faite (une personne, une machine, une mémoire), à partir de quel anglais, et quand. Les pages le disent là où le site le permet, une relecture en a besoin, et aucune machine n’écrase ce qu’une personne a écrit.

# @people-outrank-machines-a-text-that
people-outrank-machines-a-text-that = { "*" }*Les personnes passent avant les machines** : un texte écrit par une personne n’est jamais écrasé. Une page localisée que quelqu’un a modifiée est réécrite, comme tout ce qui est produit, mais une copie est gardée sous `rescued-pages/` et signalée, à moins que `sync --take-edits` ne reprenne les unités qui diffèrent ; de même quand sa source est renommée ou a disparu. Une page que handback n’a pas écrite est laissée en paix jusqu’à ce que `adopt` la reprenne ou que vous la retiriez.

# @who-made-a-translation-is-a
who-made-a-translation-is-a = { "*" }*Qui a fait une traduction est affaire de traces écrites.** L’état de chacune contient son empreinte, quelle que soit la façon dont un outil écrit le Fluent : entre guillemets ou non, trié, ou avec ses sélecteurs disposés autrement. Une formulation que son état ne connaît pas est recherchée : dans les autres états de la langue, dans ce que ce checkout a écrit (`.handback/ledger/`), dans les états de `HEAD` et dans ceux qu’une fusion, un rebase, un stash ou un reset ont mis de côté, et dans l’historique de git. Ainsi une ébauche reste celle d’une machine après `git stash`, `git checkout --ours` ou la perte d’un fichier d’état. Ce qu’aucune trace ne connaît est d’une personne si les traces sont complètes ; sinon son type est `unproven` : il est publié comme `MT`, aucune machine ne l’écrase, et une relecture tranche. La formulation d’une personne dont une autre prend la place reste dans l’état (`replaced`).

# @translators-may-commit-ftl-files-alone
translators-may-commit-ftl-files-alone = { "*" }*Les traducteurs peuvent committer les seuls fichiers `.ftl`.** Ce qu’ils modifient dans un fichier qui a un état, et ce qu’ils y ajoutent, est d’eux ; de même un nouveau fichier d’au plus trois textes. Mais quand git apporte un fichier qui en a davantage, sans état et avec des textes qu’aucune trace ne connaît, l’état peut aussi bien s’être perdu : ceux-là sont `unproven`, à moins que `authors` n’ait une règle pour qui les a committés. Ce qui a été committé relève de l’anglais de son commit, dans la référence ou dans le document : là où celui-ci a changé sur une autre branche, la traduction est périmée après la fusion.

# @in-the-state
in-the-state = Dans l’état

# @ht-a-person-wrote-or-approved
ht-a-person-wrote-or-approved = `HT` : une personne l’a écrite ou approuvée. `MT` : une machine l’a faite. `unproven` : aucune trace ne dit qui

# @fingerprints-of-the-english-that-it
fingerprints-of-the-english-that-it = empreintes de l’anglais à partir duquel elle a été faite, et de la traduction

# @when-and-who-approved-it
when-and-who-approved-it = quand, et qui l’a approuvée

# @handback-log-id-tells-the-story
handback-log-id-tells-the-story = `handback log ID` raconte l’histoire d’un message : aujourd’hui, ce qui a été remplacé, et l’historique de git. Ce qui vaut pour les modifications de programmes et de plateformes, c’est à `authors` dans `handback.yaml` de le dire ([robots](../../en/how-to/run-a-bot.md)).

