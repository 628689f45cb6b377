# @messages-and-sharing
messages-and-sharing = Messages et textes partagés

# @what-a-translator-sees-is-a
what-a-translator-sees-is-a = Ce que voit une traductrice est un *message* : un texte avec un identifiant, une note sur l’endroit où il se trouve, et du Markdown là où il en a. Comment des documents deviennent des messages, et pourquoi un texte présent sur cent pages n’est traduit qu’une fois :

# @a-unit-is-a-block-heading
a-unit-is-a-block-heading = **Une unité est un bloc** : titre, paragraphe, élément de liste, cellule de tableau, texte en HTML, valeur de l’en-tête ou de YAML, attribut choisi. Le Markdown au fil du texte y reste. Les directives (`:::`, `[!INCLUDE]`, `[!NOTE]`), le code, les balises, les barres des tableaux et les marques de citation sont l’ossature, et ne changent jamais.

# @one-text-is-one-message-however
one-text-is-one-message-however = **Un texte est un message**, quel que soit le nombre de documents qui le contiennent. Les identifiants sont lisibles et durables : ils résistent aux reformulations, aux déplacements entre documents et aux fichiers renommés.

# @nothing-is-dropped-a-translation-that
nothing-is-dropped-a-translation-that = **Rien n’est abandonné.** Une traduction qu’aucun document n’utilise est gardée comme obsolète, et revient avec son texte.

# @one-message-for-a-thousand-pages
one-message-for-a-thousand-pages = Un message pour mille pages

# @texts-that-differ-in-nothing-but
texts-that-differ-in-nothing-but = Les textes qui ne diffèrent que par ce qui n’est pas un mot à eux sont un seul message, sans déclaration : les cibles de liens et d’images, les adresses, les attributs de balises comme `href` et `id`, le code, les identifiants comme les GUID deviennent des valeurs de leur place.

# @what-is-the-same-everywhere-is
what-is-the-same-everywhere-is = Ce qui est partout pareil est écrit en toutes lettres, de même que la cible d’un texte qui ne figure qu’une fois (`lift: always` l’extrait aussi ; `lift: never` n’extrait rien). Une cible qui change ne rend rien périmé. Une traductrice peut écrire une autre cible dans le fichier d’un document ; `check` le signale (`link-target`) jusqu’à ce que quelqu’un l’écarte.

# @names-dates-and-other-words-that
names-dates-and-other-words-that = Les noms, les dates et les autres mots qui diffèrent d’une page à l’autre peuvent être [déclarés comme variables](../../en/how-to/use-variables.md).

# @what-translators-and-authors-may-do
what-translators-and-authors-may-do = Ce que traducteurs et auteurs peuvent faire

# @context-is-available-to-translators-as
context-is-available-to-translators-as = **Le contexte** est à la disposition des traducteurs sous forme de variables de Fluent : `$kind`, `$section`, `$row`, `$occurrence` :

# @terms-of-a-locale-go-into
terms-of-a-locale-go-into = Les termes d’une locale vont dans `locales/<locale>/terms.ftl`.

# @translators-may-add-what-the-english
translators-may-add-what-the-english = **Les traducteurs peuvent ajouter** ce que l’anglais n’a pas : écrivez le bloc dans la page localisée, et `handback adopt` le reprend dans la ressource comme ajout ([ce qu’une page a de plus que son anglais](../../en/how-to/adopt-published-pages.md)). Dès lors, modifiez-le dans le `.ftl`, ou retirez-le de là.

# @authors-may-say-leave-this-alone
authors-may-say-leave-this-alone = **Les auteurs peuvent dire** `<!-- handback:skip -->` … `<!-- handback:end -->` (ne pas toucher à ceci) et `<!-- handback:note … -->` (dire quelque chose aux traducteurs sur l’unité suivante) ; `no-loc` dans l’en-tête protège les termes qui sont seuls.

