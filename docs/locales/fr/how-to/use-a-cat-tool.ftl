# @work-with-a-cat-tool
work-with-a-cat-tool = Travailler avec un outil de TAO

# @translators-who-work-in-a-tool
translators-who-work-in-a-tool = Les traducteurs qui travaillent dans un outil à eux reçoivent un fichier, et le rendent. `handback export` écrit du XLIFF, du PO ou du CSV avec tout le contexte qu’il y a ; `handback import` prend ce qui revient.

# @an-export-has-what-the-review
an-export-has-what-the-review = Une exportation a ce qu’a la relecture : tout ce qui demande une personne, ou ce que nomment `--state` et `--path` (`--state all` : tout) ; un fichier par locale, ou avec `--split` par document. Chaque texte a son anglais, la traduction ou une ébauche, ce que l’un et l’autre disaient avant que l’anglais ne change, la section et la ligne, les textes avant et après, la note de l’auteur, ce que représentent ses variables, des traductions semblables avec leurs scores, les termes du glossaire avec leurs notes, les formulations rejetées, et sa longueur maximale. Le balisage et les variables sont des codes au fil du texte que les outils protègent, avec leurs originaux ; une traduction avec des sélecteurs est un texte pour chaque variante, avec sa condition.

# @formats-are-xliff2-xliff1-xliff-1
formats-are-xliff2-xliff1-xliff-1 = Les formats sont `xliff2`, `xliff1` (XLIFF 1.2), `po`, `csv` et `tmx`. `import --dry-run` montre chaque modification, mot à mot.

# @some-tools-only-show-what-is

# @states
states = États

# @state
state = état

# @xliff-2
xliff-2 = XLIFF 2

# @xliff-1-2
xliff-1-2 = XLIFF 1.2

# @po
po = PO

# @csv
csv = CSV

# @missing
missing = manquant

# @empty
empty = vide

# @initial-no-target-the-old-pair
initial-no-target-the-old-pair = `initial`, sans cible ; l’ancienne paire est une correspondance

# @needs-translation-the-old-pair-is
needs-translation-the-old-pair-is = `needs-translation` ; l’ancienne paire est un `alt-trans`

# @fuzzy-old-english-in
fuzzy-old-english-in = `fuzzy`, l’ancien anglais dans `#\|`

# @stale-the-old-pair-has-columns
stale-the-old-pair-has-columns = `stale` ; l’ancienne paire a des colonnes à elle

# @draft-machine
draft-machine = ébauche, machine

# @a-persons-to-be-approved
a-persons-to-be-approved = d’une personne, à approuver

# @a-persons
a-persons = d’une personne

# @not-fuzzy
not-fuzzy = pas `fuzzy`

# @tmx-is-a-memory-of-what
tmx-is-a-memory-of-what = TMX est une mémoire de ce que des personnes ont approuvé, avec dates et noms ; `--state machine` ajoute ce que des machines ont écrit, marqué comme tel.

# @what-becomes-of-what-comes-back
what-becomes-of-what-comes-back = Ce que devient ce qui revient

# @every-text-carries-a-ticket-handback
every-text-carries-a-ticket-handback = Chaque texte porte un ticket (`handback:fr-FR:…`, à deux endroits, car les outils en perdent un) avec les empreintes de ce qui a été exporté. Ainsi, une importation sait ce qui a été changé, et si l’anglais a avancé entre-temps :

# @the-text-came-back
the-text-came-back = le texte est revenu

# @and-becomes
and-becomes = et devient

# @as-it-was
as-it-was = tel quel

# @nothing
nothing = rien

# @changed
changed = changé

# @that-persons-translation-ht-translator-else
that-persons-translation-ht-translator-else = la traduction de cette personne (`HT`) : `--translator`, sinon celle que nomme le fichier ; un texte plus récent d’une machine cède

# @as-it-was-and-approved-reviewed
as-it-was-and-approved-reviewed = tel quel, et approuvé (`reviewed`, `final`, `approved="yes"`, plus `fuzzy`, `approved` dans la colonne `state`)

# @reviewed
reviewed = relu

# @changed-but-another-person-translated-it
changed-but-another-person-translated-it = changé, mais une autre personne l’a traduit entre-temps

# @an-open-decision-for-the-review
an-open-decision-for-the-review = une décision ouverte pour la relecture : les deux formulations sont gardées

# @changed-but-the-english-moved-on
changed-but-the-english-moved-on = changé, mais l’anglais a avancé

# @stale-or-kept-beside-the-translation
stale-or-kept-beside-the-translation = périmé, ou gardé à côté de la traduction en place, avec l’anglais à partir duquel il a été fait

# @with-a-lost-link-code-or
with-a-lost-link-code-or = avec un lien, un code ou une variable perdus

# @refused-it-goes-to-fr-fr
refused-it-goes-to-fr-fr = refusé : il va dans `fr-FR.refused.xlf` à côté du fichier ; corrigez-le là et importez celui-ci

# @with-fifty-times-as-many-characters
with-fifty-times-as-many-characters = avec cinquante fois plus de caractères que son anglais

# @refused-in-the-same-way
refused-in-the-same-way = refusé de la même façon

# @with-an-english-that-a-spreadsheet
with-an-english-that-a-spreadsheet = avec un anglais qu’un tableur a « corrigé » (`1-2` → `1-Feb`)

# @refused-in-the-same-way-if
refused-in-the-same-way-if = refusé de la même façon, s’il a été changé

# @with-for-characters-that-an-encoding

# @cut-into-segments-of-which-some

# @not-read-and-named

# @translated-twice-in-one-unit

# @what-translators-note-beside-a-text
what-translators-note-beside-a-text = Ce que les traducteurs notent à côté d’un texte (une note de XLIFF ou de TMX, un commentaire de PO, la colonne `comment`) devient le commentaire de sa traduction, que montre `handback review` ; là où il n’y a pas de traduction, il est conservé avec le texte, comme une question posée dans une relecture.

# @the-judge-of-check-runs-before
the-judge-of-check-runs-before = Les règles de `check` s’appliquent avant que quoi que ce soit ne soit écrit, et le tout est une seule transaction. Importer deux fois un fichier ne change rien. Les fichiers peuvent revenir en UTF-8, en UTF-16 ou dans l’encodage que XML et PO disent être le leur, avec `;` ou des tabulations, d’autres lignes, un autre ordre et d’autres espaces de noms, avec les accents comme caractères à part (NFD) et avec des champs comme `{ "{" }$app{ "}" }` ; les noms de fichiers XLIFF peuvent finir par n’importe quoi. Un tableau qui n’est pas en Unicode est lu comme l’écrivent les tableurs du Windows de cette langue ou d’un Macintosh (Windows-1252, Shift_JIS…) : ce que personne n’a changé dit lequel. Ce qui est tronqué, compressé ou hostile, ou dit être dans une autre langue, est refusé avec sa ligne, et alors rien n’est importé. En CSV, une cellule qui commence par `=`, `+`, `-` ou `@` est précédée d’une apostrophe, pour qu’aucun tableur ne la calcule.
some-tools-only-show-what-is = Certains outils ne montrent que ce qui est à la place de la traduction : OmegaT 3 le fait avec XLIFF 1.2. Pour eux, `export --fill` y met l’anglais ; là où il revient tel quel, dans un état qui demande une traduction, il n’en est pas une.
with-for-characters-that-an-encoding = avec `?` pour des caractères qu’un encodage n’a pas
cut-into-segments-of-which-some = découpé en segments dont certains sont vides
not-read-and-named = non lu, et nommé
translated-twice-in-one-unit = traduit deux fois dans une unité
