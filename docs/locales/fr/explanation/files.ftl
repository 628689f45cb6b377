# @the-files-on-disk
the-files-on-disk = Les fichiers sur le disque

# @everything-is-in-plain-files-beside
everything-is-in-plain-files-beside = Tout est dans de simples fichiers à côté des documents, et dans git : il n’y a ni base de données ni serveur.

# @a-translator-opens-locales-fr-fr
a-translator-opens-locales-fr-fr = Une traductrice ouvre `locales/fr-FR/…ftl`, écrit `app-name = Nom de l’application`, et le `sync` suivant remarque la modification, l’enregistre comme humaine et régénère les pages. Dans les ressources que l’on modifie à la main, seuls les passages concernés sont remplacés : commentaires et ordre restent, et un fichier pour lequel handback n’a pas de message reste tel quel, à l’octet près. Des lignes comme `# @app-name` gardent la place d’un message, avec ou sans traduction, pour que les branches se fusionnent : écrivez la traduction sous sa ligne.

# @pages
pages = Pages

# @pages-are-generated-and-written-again
pages-are-generated-and-written-again = Les pages sont générées, et réécrites dès que l’anglais ou une traduction change. Committez-les, pour que l’on puisse construire un site à partir de n’importe quel commit, ou faites-les ignorer par git et écrire par la CI.

# @hand-off-metadata-hash-commit-date
hand-off-metadata-hash-commit-date = Les données de remise (empreinte, commit, date, numéro de fichier) ne changent que si l’anglais du document a changé.

# @beside-the-catalog
beside-the-catalog = À côté du catalogue

# @file
file = fichier

# @written-by
written-by = écrit par

# @people
people = des personnes

# @terms-for-checks-services-and-reviewers
terms-for-checks-services-and-reviewers = des termes, pour les vérifications et pour les services de traduction

# @terms-of-fluent-that-translations-refer
terms-of-fluent-that-translations-refer = des termes de Fluent auxquels les traductions renvoient

# @what-language-models-should-know-of
what-language-models-should-know-of = ce que les modèles de langue doivent savoir du style

# @names-the-merge-driver
names-the-merge-driver = nomme le pilote de fusion

# @copies-of-pages-that-somebody-had
copies-of-pages-that-somebody-had = des copies de pages que quelqu’un avait modifiées à la main

# @formats-and-their-versions-are-in
formats-and-their-versions-are-in = Les formats et leurs versions sont dans la [référence](../../en/reference/file-formats.md).

