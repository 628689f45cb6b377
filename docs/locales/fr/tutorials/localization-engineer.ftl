# @bring-a-documentation-site-under-handback-5efc
bring-a-documentation-site-under-handback-5efc = Confier une documentation à handback

# @this-tutorial-is-for-whoever-looks-4143
this-tutorial-is-for-whoever-looks-4143 = Ce tutoriel s’adresse à qui s’occupe de la localisation d’une documentation. Vous prenez un petit site publié en anglais et en français, vous laissez handback trouver quels textes français sont encore justes, vous ajoutez l’allemand, et vous suivez une modification de l’anglais jusque dans les pages. Cela prend environ quinze minutes. Il vous faut handback et git ; rien n’est envoyé sur un réseau.

# @a-site-to-work-on
a-site-to-work-on = Un site pour travailler

# @fabrikam-describes-its-lamps-make-a
fabrikam-describes-its-lamps-make-a = Fabrikam décrit ses lampes. Créez un dépôt avec une page en deux langues :

# @the-english-page-is-docs-en
the-english-page-is-docs-en = La page anglaise est `docs/en/desk-lamp.md` :

# @somebody-translated-it-some-time-ago
somebody-translated-it-some-time-ago = Quelqu’un l’a traduite il y a quelque temps, dans `docs/fr/desk-lamp.md` :

# @since-then-an-author-changed-one
since-then-an-author-changed-one = Depuis, un auteur a modifié une phrase de l’anglais, et personne n’a modifié le français :

# @take-over-what-is-published
take-over-what-is-published = Reprendre ce qui est publié

# @handback-init-looks-at-the-folder-dcf0
handback-init-looks-at-the-folder-dcf0 = `handback init` regarde le dossier et écrit une configuration pour ce qu’il trouve :

# @it-found-the-layout-docs-locale
it-found-the-layout-docs-locale = Il a trouvé la disposition `docs/LOCALE/…` et la page française. La configuration est courte, puisque tout a une valeur par défaut :

# @now-have-the-french-page-read
now-have-the-french-page-read = Faites maintenant lire la page française. handback cherche l’anglais à partir duquel elle a été faite : d’après ce que la page dit d’elle-même, et sinon dans l’historique de git. Puis il associe les deux, texte par texte :

# @the-french-page-fits-the-english
the-french-page-fits-the-english = La page française correspond le mieux à l’anglais d’avant la modification ; la phrase qui a changé depuis est donc *périmée*. Comme la page ne dit pas elle-même à partir de quoi elle a été faite, ce n’est pas prouvé, et handback le dit. `adopt` ne touche à aucune page. `sync` met tout à jour et écrit les pages :

# @what-did-that-do-to-the
what-did-that-do-to-the = Qu’est-il arrivé à la page ?

# @the-stale-sentence-is-published-in
the-stale-sentence-is-published-in = La phrase périmée est publiée en anglais, puisque le français dit désormais autre chose. Rien n’est perdu : elle est dans `locales/fr/desk-lamp.ftl`, où se trouvent à présent tous les textes français. (Vous préférez publier l’ancien français ? C’est `on_stale: keep` dans `handback.yaml`.)

# @bring-a-text-up-to-date
bring-a-text-up-to-date = Mettre un texte à jour

# @what-is-there-to-do-and
what-is-there-to-do-and = Que faut-il faire, et pourquoi ?

# @translate-the-sentence-again-in-the
translate-the-sentence-again-in-the = Traduisez de nouveau la phrase, dans le fichier de ressources :

# @the-next-sync-noticed-your-edit
the-next-sync-noticed-your-edit = Le sync suivant a remarqué votre modification. Elle est consignée comme l’œuvre d’une personne, faite à partir de l’anglais d’aujourd’hui, dans l’*état* à côté de la ressource :

# @add-a-language
add-a-language = Ajouter une langue

# @put-german-into-the-list-of
put-german-into-the-list-of = Ajoutez l’allemand à la liste des langues :

# @there-is-a-german-page-now
there-is-a-german-page-now = Il y a maintenant une page allemande, en anglais pour l’instant. Les textes viennent de traducteurs ([comment ils travaillent](../../en/tutorials/translator.md)), d’une mémoire de traduction ou d’un service de traduction ([comment en utiliser un](../../en/how-to/use-a-translation-service.md)). Pour voir toute la chaîne sans aucun service, faites des ébauches par pseudo-traduction : de l’anglais accentué, qui montre ce qui est traduit et ce qui ne l’est pas.

# @and-the-numbers-stayed-as-they
and-the-numbers-stayed-as-they = `**` et les nombres sont restés tels quels : ce qui n’est pas un mot est retiré d’un texte avant qu’une machine ne le voie, et remis ensuite. Les ébauches sont marquées comme celles d’une machine jusqu’à ce qu’une personne les approuve. Retirez-les, car elles ne plairaient pas aux lecteurs allemands :

# @the-english-pages-as-before-handback
the-english-pages-as-before-handback = Les pages anglaises, comme avant. handback ne les modifie jamais.

# @locales-en-what-the-english-said
locales-en-what-the-english-said = `locales/en` : ce que disait l’anglais au dernier sync. C’est ainsi que la modification suivante est remarquée.

# @locales-fr-translations-ftl-and-beside
locales-fr-translations-ftl-and-beside = `locales/fr` : les traductions (`.ftl`) et, à côté, qui a fait chacune, quand, et à partir de quel anglais (`.yaml`).

# @docs-fr-pages-made-from-the
docs-fr-pages-made-from-the = `docs/fr` : les pages, faites à partir des deux. Committez-les comme le reste.

# @check-translations-in-ci-so-that
check-translations-in-ci-so-that = [Vérifier les traductions dans la CI](../../en/tutorials/ci-owner.md), pour que des textes périmés ne passent pas inaperçus.

# @bring-a-site-of-your-own
bring-a-site-of-your-own = [Confier votre propre site à handback](../../en/how-to/set-up-a-site.md), avec d’autres dispositions et d’autres générateurs.

# @how-staleness-is-decided-c359
how-staleness-is-decided-c359 = [Comment on décide de ce qui est périmé](../../en/explanation/staleness.md).
