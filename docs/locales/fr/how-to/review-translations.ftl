# @review-translations
review-translations = Relire des traductions

# @a-review-is-where-machine-translations
a-review-is-where-machine-translations = La relecture est l’endroit où les traductions automatiques deviennent humaines, et où les textes périmés et manquants sont traités l’un après l’autre. Elle a quatre formes, avec la même file et les mêmes décisions :

# @the-queue
the-queue = La file

# @the-queue-has-one-entry-for
the-queue-has-one-entry-for = La file a une entrée par message, quel que soit le nombre de documents qui le contiennent : d’abord les traductions périmées (les modifications les plus graves, puis celles du plus grand nombre de documents, puis les plus anciennes), ensuite celles qui manquent, puis celles d’origine inconnue (`unproven`), puis ce que des machines ont écrit, puis ce qu’ont écrit des auteurs dont le travail doit être approuvé. Filtres : `--path` (une partie du nom d’un document, ou un glob), `--state`, `--severity`, `--text`, `--overrides`, `--inconsistent` (messages qui disent la même chose et sont formulés différemment). `handback export` et `handback accept` prennent les mêmes.

# @how-far-a-locale-is-counts
how-far-a-locale-is-counts = Où en est une locale se compte comme le fait `handback status` : chaque message une fois. Là où certains documents ont leur propre formulation à côté de la formulation partagée, la liste a plus d’entrées que de messages, et le dit.

# @decisions
decisions = Décisions

# @decision
decision = décision

# @what-becomes-of-the-state
what-becomes-of-the-state = ce que devient l’état

# @approve
approve = approuver

# @type-ht-with-reviewer-and-date
type-ht-with-reviewer-and-date = `type: HT`, avec `reviewer` et la date ; une traduction périmée devient à jour pour l’anglais d’aujourd’hui

# @edit
edit = modifier

# @the-same-with-the-new-wording
the-same-with-the-new-wording = de même, avec la nouvelle formulation ; une formulation qui perd une variable, un lien ou une balise est refusée, avec la raison

# @accept-the-draft
accept-the-draft = accepter l’ébauche

# @it-takes-the-place-of-the
it-takes-the-place-of-the = elle prend la place de la traduction périmée

# @reject
reject = rejeter

# @the-text-is-missing-again-and
the-text-is-missing-again-and = le texte manque de nouveau, et aucune machine ni mémoire ne propose plus cette formulation (`rejected`) ; `decided` dit qui et quand

# @comment-or-a-question-about-a
comment-or-a-question-about-a = commenter, ou une question sur un texte sans traduction

# @note-decided-says-who-and-when
note-decided-says-who-and-when = `note` ; `decided` dit qui et quand

# @undo
undo = annuler

# @everything-as-it-was-before
everything-as-it-was-before = tout comme avant, même après que la relecture a été relancée ou arrêtée au milieu d’une décision

# @beside-a-missing-or-stale-text
beside-a-missing-or-stale-text = À côté d’un texte manquant ou périmé se trouvent des traductions de textes semblables, s’ils sont plus proches que ce qu’il disait avant, avec les mots qui diffèrent : `m` dans le terminal ou *Copy* dans le navigateur commence la traduction à partir de l’une d’elles.

# @where-two-people-worded-one-message
where-two-people-worded-one-message = Là où deux personnes ont formulé un message différemment dans des branches fusionnées, l’entrée montre les deux : approuver garde la formulation en place, *accept the draft* prend l’autre, rejeter abandonne l’autre.

# @every-decision-is-written-at-once
every-decision-is-written-at-once = Chaque décision est écrite aussitôt, et les pages suivent : `ms.translationtype` vaut `HT` quand la dernière unité d’une page est d’une personne. Une décision sur un message qui a changé entre-temps, par une modification ou une autre relectrice, est refusée, et le message est montré de nouveau.

# @in-the-browser-a-large-project
in-the-browser-a-large-project = Dans le navigateur, un grand projet montre, pendant qu’il est lu, la liste telle que la dernière relecture l’a laissée, avec ce jour, ou, après une synchronisation, des textes parmi les premiers qui attendent ; la liste de maintenant suit d’elle-même. Les documents et les fichiers que d’autres ajoutent ou modifient entre-temps sont vus en une seconde.

# @decide-about-many-at-once
decide-about-many-at-once = Décider de beaucoup à la fois

# @in-the-browser-select-rows-of
in-the-browser-select-rows-of = Dans le navigateur, sélectionnez des lignes de la liste, ou tout ce que le filtre trouve, et choisissez ce qu’il faut faire. Dans le terminal, `l` énumère les entrées : espace en sélectionne une, `*` toutes, puis `a` approuve, `v` dit qu’elles sont encore valables, `d` accepte les ébauches, `r` rejette. Une page montre d’abord ce qui sera décidé, ce qui sera laissé et pourquoi : ce que personne n’a traduit, ce qui est périmé et n’a pas été regardé, ce que deux personnes ont formulé différemment, et ce que les règles refusent parce que cela casserait une page. Tout est écrit en une fois, et une seule annulation reprend le tout. Ce que quelqu’un a changé entre-temps est laissé, et nommé.

# @the-same-on-the-command-line
the-same-on-the-command-line = De même en ligne de commande, pour une locale qui a été reprise et que l’on sait bonne :

# @find-words
find-words = Trouver des mots

# @the-search-at-the-top-of
the-search-at-the-top-of = La recherche en haut de la page, ou `/` dans le terminal, cherche dans tout ce qu’a une locale : les deux langues, tous les états, l’anglais d’avant, les ébauches, les commentaires, les textes disparus, et les fichiers de la mémoire de traduction. Elle dit combien elle a parcouru, et quel fichier elle n’a pas pu lire. Le filtre de la file, `--text`, ne cherche que dans ce que montre la liste, et dit combien de messages il laisse de côté.

# @what-stands-beside-a-text
what-stands-beside-a-text = Ce qui se trouve à côté d’un texte

# @the-terms-of-the-glossary-that
the-terms-of-the-glossary-that = Les termes du glossaire présents dans l’anglais, avec leurs traductions et leurs notes, avant que l’on tape quoi que ce soit.

# @buttons-that-put-placeables-code-addresses
buttons-that-put-placeables-code-addresses = Des boutons qui mettent variables, code, adresses et termes dans la traduction ; Alt et un chiffre font de même.

# @the-page-as-readers-see-it
the-page-as-readers-see-it = La page à peu près comme la voient les lecteurs, en anglais et telle qu’elle est maintenant, et avec ce que vous tapez. Rien n’y est exécuté, et aucune image n’est chargée.

# @the-history-of-the-message-who
the-history-of-the-message-who = L’historique du message : qui l’a traduit et approuvé, quand, à partir de quel anglais, et dans quel commit. Dans le terminal, `t` le montre, ailleurs `handback log ID`.

# @keys
keys = Touches

# @lists-the-keys-in-a-list
lists-the-keys-in-a-list = `?` énumère les touches. Dans une liste, `j` et `k` ou les flèches déplacent, espace sélectionne, Entrée ouvre. Qui dicte ou garde une touche enfoncée par mégarde peut y désactiver les touches d’une seule lettre ; le navigateur s’en souvient.

# @who-decides
who-decides = Qui décide

# @nothing-is-decided-without-a-name
nothing-is-decided-without-a-name = Rien n’est décidé sans nom : `--reviewer`, sinon `HANDBACK_REVIEWER`, sinon le `user.name` de git ; là où aucun n’en donne, le terminal et `accept` refusent de commencer. Avec `--serve`, la page dit qui décide, et chaque navigateur peut donner un nom à lui, qui n’annule que ses propres décisions. Sur cette machine, c’est par défaut le nom de qui l’a lancée ; là où `--listen` laisse entrer d’autres machines (`--listen 0.0.0.0:8125`), chacun en donne d’abord un. `--listen 8125` ne choisit que le port. `--no-open` affiche l’adresse et n’ouvre pas de navigateur ; sans écran, aucun n’est ouvert.

# @for-programs
for-programs = Pour les programmes

