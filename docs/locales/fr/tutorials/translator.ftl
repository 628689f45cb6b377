# @translate-and-review
translate-and-review = Traduire et relire

# @this-tutorial-is-for-translators-and
this-tutorial-is-for-translators-and = Ce tutoriel s’adresse aux traducteurs et aux relecteurs. Vous traduisez une page de trois façons (dans un éditeur de texte, dans la relecture de handback et dans un outil de votre choix), vous mettez à jour un texte dont l’anglais a changé, et vous approuvez ce qu’une machine a écrit. Cela prend environ vingt minutes.

# @a-page-to-translate
a-page-to-translate = Une page à traduire

# @make-a-small-project-in-real
make-a-small-project-in-real = Créez un petit projet ; dans la vraie vie, il est déjà là :

# @you-never-touch-the-pages-themselves
you-never-touch-the-pages-themselves = Vous ne touchez jamais aux pages elles-mêmes. Chaque texte, par exemple un titre, un paragraphe ou une cellule de tableau, est un *message* avec un identifiant. Les messages anglais sont dans `locales/en`, et les vôtres vont dans `locales/fr`, dans des fichiers du même nom :

# @these-are-resources-of-project-fluent
these-are-resources-of-project-fluent = Ce sont des ressources de [Project Fluent](https://projectfluent.org) : un identifiant, `=` et le texte. Le Markdown reste dans le texte, et vous pouvez le déplacer là où votre langue en a besoin.

# @translate-in-an-editor
translate-in-an-editor = Traduire dans un éditeur

# @write-locales-fr-desk-lamp-ftl
write-locales-fr-desk-lamp-ftl = Écrivez `locales/fr/desk-lamp.ftl` :

# @handback-check-looks-at-every-translation
handback-check-looks-at-every-translation = `handback check` regarde chaque traduction, quel qu’en soit l’auteur :

# @the-link-was-lost-on-the
the-link-was-lost-on-the = Le lien s’est perdu en route. Remettez-le :

# @translate-in-the-review
translate-in-the-review = Traduire dans la relecture

# @handback-review-shows-what-needs-a
handback-review-shows-what-needs-a = `handback review` montre ce qui demande une personne, le plus urgent d’abord : ce qui est périmé, ce qui manque, ce qu’une machine a écrit. Il montre l’anglais, l’endroit où il se trouve et des traductions semblables, et il vérifie pendant que vous tapez, aussi d’après le glossaire.

# @in-both-e-edits-the-wording
in-both-e-edits-the-wording = Dans les deux, `e` modifie la traduction, `a` l’approuve et passe à la suivante, `r` la rejette, `c` demande ou remarque quelque chose, `/` trouve des mots, `u` reprend la dernière décision, et `?` montre toutes les touches. Chaque décision est aussitôt dans les fichiers. Elle porte votre nom, qui est celui de git à moins que vous ne disiez `--reviewer "Ada Adatum"`.

# @translate-in-a-tool-of-your
translate-in-a-tool-of-your = Traduire dans un outil de votre choix

# @your-tool-for-translations-reads-xliff
your-tool-for-translations-reads-xliff = Votre outil de traduction lit XLIFF, PO ou CSV ? Exportez ce qu’il y a à faire, traduisez-le là, et importez le fichier :

# @translate-the-two-texts-your-tool
translate-the-two-texts-your-tool = Traduisez les deux textes. Votre outil fait ceci au fichier :

# @every-text-in-the-file-carries
every-text-in-the-file-carries = Chaque texte du fichier porte un ticket ; un import sait donc ce que vous avez modifié, et si l’anglais a avancé entre-temps. Ce qui revient tel quel ne change rien.

# @the-english-changes
the-english-changes = L’anglais change

# @an-author-corrects-a-number-and
an-author-corrects-a-number-and = Un auteur corrige un nombre et récrit une phrase :

# @the-number-was-carried-over-since
the-number-was-carried-over-since = Le nombre a été repris, puisque rien d’autre n’a changé dans la phrase et que l’ancien nombre figurait dans la traduction. La phrase, c’est à vous de la mettre à jour. Vous trouvez ce qui a changé, et ce que vous disiez avant, dans `handback diff` et dans la relecture.

# @is-a-translation-still-right-although
is-a-translation-still-right-although = Une traduction est-elle encore juste bien que l’anglais ait changé ? Dites-le : `handback accept ID --still-valid`.

# @what-a-machine-wrote
what-a-machine-wrote = Ce qu’une machine a écrit

# @drafts-of-machines-are-translations-like
drafts-of-machines-are-translations-like = Les ébauches des machines sont des traductions comme les autres, marquées du nom de qui les a faites. Voyez à quoi cela ressemble avec une pseudo-traduction :

# @approve-such-a-text-in-the
approve-such-a-text-in-the = Approuvez un tel texte dans la relecture (`a`), et c’est dès lors une traduction humaine, à votre nom. Ou écrivez-en une meilleure par-dessus :

# @no-machine-overwrites-it-any-more
no-machine-overwrites-it-any-more = Aucune machine ne l’écrase plus, quoi qu’il arrive à l’anglais.

# @texts-that-you-translated-with-your
texts-that-you-translated-with-your = Des textes que vous avez traduits, avec votre nom dans l’état à côté d’eux (`locales/fr/*.yaml`). Vous n’avez jamais à modifier ce fichier.

# @pages-that-follow
pages-that-follow = Des pages qui suivent.

# @correct-a-wording-everywhere-and-words
correct-a-wording-everywhere-and-words = [Corriger une formulation partout](../../en/how-to/correct-a-wording.md), et les mots qui devraient toujours être les mêmes (un glossaire).

# @work-with-a-cat-tool-formats
work-with-a-cat-tool-formats = [Travailler avec un outil de TAO](../../en/how-to/use-a-cat-tool.md) : formats, états, et ce que devient ce qui revient.

# @whose-a-translation-is-97a5
whose-a-translation-is-97a5 = [De qui est une traduction](../../en/explanation/whose-a-translation-is.md).

