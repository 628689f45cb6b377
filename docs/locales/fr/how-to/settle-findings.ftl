# @settle-findings
settle-findings = Régler les constats

# @every-current-translation-is-judged-by
every-current-translation-is-judged-by = Chaque traduction à jour est jugée selon les mêmes règles, qui que ce soit qui l’ait faite : une personne dans un éditeur, la relecture, une machine, une page reprise. La relecture refuse ce qui casse une page ; la réponse d’une machine avec un tel défaut, ou avec un autre nombre, n’est pas prise. Les textes d’une formulation qui sont justes tels quels se taisent dès que quelqu’un le dit, jusqu’à ce que l’anglais ou la traduction change :

# @repair-what-is-safe-to-repair
repair-what-is-safe-to-repair = Réparer ce qui se répare sans risque

# @fix-changes-nothing-inside-code-links
fix-changes-nothing-inside-code-links = `--fix` ne change rien à l’intérieur du code, des liens, des balises et des variables, et l’auteur d’une traduction reste ce qu’il était. Autant d’entrées par code qu’il en tient sur un écran, dix au plus, sont montrées, à moins que `--max` ne dise autre chose ; `--quiet` ne montre que les erreurs. Le poids d’un constat, et ce qu’exige une maison, se règlent sous `checks` (plus bas).

# @say-that-it-is-no-fault
say-that-it-is-no-fault = Dire que ce n’est pas une faute

# @that-is-noted-in-the-state
that-is-noted-in-the-state = Cela est noté dans l’état avec votre nom, et vaut jusqu’à ce que l’anglais ou la traduction change.

# @weights-and-rules
weights-and-rules = Poids et règles

# @fail-on-stale-machine-or-fail
fail-on-stale-machine-or-fail = `--fail-on stale,machine` (ou `fail_on` dans la configuration) dit ce qui est une erreur ; le reste n’est qu’avertissements. Les seuils priment : avec `max_stale` ou `max_age_days`, les textes périmés sont des avertissements tant que les limites sont respectées, même si `fail_on` nomme `stale` (et de même ceux qui manquent selon l’âge). Là où une limite n’est pas respectée, c’est `locale-incomplete`, qui fait échouer la vérification à moins que `fail_on` ne l’omette. Un texte compte comme manquant depuis le jour où il est pour la première fois dans la source sans traduction, aussi souvent que sa page change.

