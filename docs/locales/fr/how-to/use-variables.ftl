# @share-texts-that-differ-in-a
share-texts-that-differ-in-a = Partager des textes qui diffèrent par un nom ou une date

# @pages-of-one-form-differ-in
pages-of-one-form-differ-in = Les pages d’une même forme diffèrent, elles aussi, par quelques mots : le nom de l’application, son éditeur, une date. Déclarez où ils se trouvent, et les textes que plusieurs documents partagent à ces valeurs près deviennent un seul message :

# @find-what-could-be-declared
find-what-could-be-declared = Trouver ce qui pourrait être déclaré

# @handback-variables-suggest-looks-for-such
handback-variables-suggest-looks-for-such = `handback variables --suggest` cherche de telles valeurs, les nomme, et montre ce que chacune ferait gagner ; `--write` les déclare dans `handback.yaml`. `handback init` le fait de lui-même là où les documents existent déjà, et le premier `sync` le dit si des déclarations feraient gagner plus d’un dixième des messages. `handback variables` montre ce qu’a chaque document.

# @in-a-clone-of-handback-whose
in-a-clone-of-handback-whose = Dans un clone de handback, dont l’exemple fourni a de telles pages :

# @what-is-lifted-a-text-takes
what-is-lifted-a-text-takes = **Ce qui est extrait** : un texte prend la forme sur laquelle s’accordent la plupart des documents, et reste tel quel s’il était le seul. Une valeur n’est trouvée que comme un mot à part, pas dans le code ni les adresses (celles d’un `pattern` le sont), jamais là où elle est tout le texte. Une nouvelle page de la même forme est traduite d’emblée ; un document de plus ne renomme aucun message ; une valeur qui change ne rend rien périmé.

# @names-need-no-translator-a-text
names-need-no-translator-a-text = **Les noms** n’ont pas besoin de traductrice : un texte qui n’est fait que de valeurs, tel un titre avec le nom de l’application, n’est pas à traduire. (Un titre n’est laissé de côté de cette façon que si un autre texte de sa page a le nom comme valeur.) `translate_value: true` fait d’un tel texte un texte ordinaire, et met sa traduction dans les autres textes.

# @dates-and-numbers-type-date-type
dates-and-numbers-type-date-type = **Les dates et les nombres** (`type: date`, `type: number`) sont écrits comme la locale les écrit, d’après le CLDR d’Unicode : `dateStyle` est `long`, `medium`, `full` ou `short`, comme l’est l’anglais ; `DATETIME($updated, pattern: "d. MMMM y")` suit les lettres du CLDR. Une date qui n’est écrite dans aucune de ces longueurs en anglais reste du texte. `NUMBER($seats)` a des groupes si la source en a. `{ "{" } $updated { "}" }` seul est écrit comme dans la source.

# @selectors-may-look-at-any-value
selectors-may-look-at-any-value = **Les sélecteurs** peuvent regarder n’importe quelle valeur du document : `{ "{" } NUMBER($seats) -> [one] … *[other] … { "}" }`. `INITIAL($app)` est `vowel`, `h`, `consonant` ou `other`, pour l’élision française : `{ "{" } INITIAL($app) -> [vowel] d’{ "{" } $app { "}" } *[other] de { "{" } $app { "}" } { "}" }`, chaque variante sur sa propre ligne.

# @declaring-variables-later-renaming-them-or
declaring-variables-later-renaming-them-or = **Déclarer des variables plus tard**, les renommer ou y renoncer est sans risque : les traductions suivent, celles de personnes toujours marquées comme telles, et les pages gardent leurs octets (sauf qu’un nombre qui est seul est alors écrit comme le fait la locale). Là où la formulation d’une page ne contient pas une valeur comme l’anglais (un nom est décliné, par exemple, ou omis), la page garde cette formulation pour elle, comme dérogation ; il en va de même des pages reprises, et d’une formulation qu’une traductrice écrit dans le fichier d’un document.

# @check-reports-a-translation-that-lacks
check-reports-a-translation-that-lacks = `check` signale une traduction à laquelle manque une variable de l’anglais, ou qui en a une que l’anglais n’a pas.

# @how-a-text-becomes-shared-at
how-a-text-becomes-shared-at = Comment un texte devient partagé est expliqué dans [messages et partage](../../en/explanation/messages.md).

