# @correct-a-wording-everywhere
correct-a-wording-everywhere = Corriger une formulation partout

# @a-text-that-is-said-on
a-text-that-is-said-on = Un texte qui figure sur de nombreuses pages est un seul message ; il est donc corrigé à un seul endroit, et toutes les pages suivent. Restent les textes qui diffèrent.

# @find-all-that-says-it
find-all-that-says-it = Trouver tout ce qui le dit

# @in-the-browser-handback-review-serve
in-the-browser-handback-review-serve = Dans le navigateur (`handback review --serve`), la même chose est une recherche. `--inconsistent` montre les textes qui disent la même chose en anglais et sont formulés différemment, et `--overrides` les formulations de documents particuliers à côté de celle qui est partagée.

# @change-it
change-it = Le modifier

# @edit-the-resource-with-whatever-replaces
edit-the-resource-with-whatever-replaces = Modifiez la ressource, avec ce qui vous sert à remplacer du texte dans des fichiers ; votre part est dans `locales/fr` :

# @keep-it-so
keep-it-so = Le garder ainsi

# @put-the-term-into-the-glossary
put-the-term-into-the-glossary = Mettez le terme dans le glossaire de la langue, `locales/fr/glossary.yaml`. `handback check` y compare chaque traduction (`glossary`), ainsi qu’aux noms des documents (`altered-name`). Les services de traduction qui acceptent des termes le reçoivent, et une relecture avertit pendant que l’on tape :

# @entries-may-have-more
entries-may-have-more = Les entrées peuvent en dire plus :

# @a-translation-may-use-a-term
a-translation-may-use-a-term = Une traduction peut employer un terme sous toutes ses formes : au pluriel et à tous les cas, dans un mot composé (allemand, néerlandais, langues nordiques, finnois, estonien, hongrois), avec n’importe quelle terminaison (finnois, turc, russe, polonais…), derrière les articles et les préfixes de l’arabe et de l’hébreu, avec une majuscule en début de phrase. `forms` énumère ce qui n’a pas de radical commun avec lui (`جهاز`, `أجهزة`). En anglais, le pluriel compte (`tenants`, `policies`), les composés avec trait d’union ne comptent pas (`multi-tenant`). D’un terme à plusieurs entrées, une seule suffit.

# @a-rule-of-the-house-that
a-rule-of-the-house-that = Une règle de la maison qui n’est pas un terme est un motif :
