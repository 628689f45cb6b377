# @see-what-the-work-costs
see-what-the-work-costs = Voir ce que coûte le travail

# @how-much-is-there-to-translate
how-much-is-there-to-translate = Combien y a-t-il à traduire, et combien cela coûterait-il ? `handback analyze` répond avant que quoi que ce soit ne soit commandé.

# @handback-analyze-counts-texts-and-words
handback-analyze-counts-texts-and-words = `handback analyze` compte les textes et les mots (les caractères des sources japonaises, chinoises, coréennes et thaïes) selon ce qui a déjà été traduit : `repeated`, `context` (dans la mémoire, entre les mêmes textes), `100`, `95-99`, `85-94`, `75-84`, `50-74`, `internal-95-99` à `internal-50-74` (la mémoire n’a rien de tel, mais un texte traduit avant lui dans le même travail lui ressemble autant), `new`, et `draft` là où une machine a traduit et où une personne doit lire et corriger ; `current` et `not-translatable` ne sont pas du travail. Un texte que beaucoup de documents partagent est compté là où il figure d’abord. Les textes dont l’anglais a changé sont énumérés selon l’ampleur du changement ; ce qui n’a changé que d’aspect ne coûte rien. `--since REVISION` regarde ce que l’anglais a changé depuis, avant que ce ne soit commandé ; `--format csv` a une ligne par document, avec les colonnes que connaissent les acheteurs. Avec `rates` dans la configuration, les mots deviennent de l’argent :

# @without-a-price-of-its-own
without-a-price-of-its-own = Sans prix à elle, une tranche `internal` coûte ce que coûte `new`.

# @of-machine-drafts-it-says-by
of-machine-drafts-it-says-by = Des ébauches automatiques, il dit, par moteur, combien ont été approuvées telles quelles, combien ont été corrigées, et combien de mots ont changé ; l’état le garde (`edited`), que l’on ait corrigé dans la relecture, dans un outil de TAO, dans une ressource ou dans une page.

