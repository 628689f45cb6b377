# @work-in-parts-on-many-machines
work-in-parts-on-many-machines = Travailler par parties, sur plusieurs machines

# @sync-translate-and-check-take-shard
sync-translate-and-check-take-shard = `sync`, `translate` et `check` prennent `--shard I/N` : une des N parts du travail. Quels documents appartiennent à une part découle de leurs noms, si bien que les machines n’ont pas à se connaître. Chacune travaille dans un clone à elle et commite ; les branches fusionnent sans conflit là où le pilote de fusion est en place, et un `handback sync` ensuite écrit les pages qui demandent des ébauches de plusieurs parts. Le résultat est celui d’un seul sync. Les textes partagés sont ébauchés par une seule part par locale, de sorte qu’un N au-delà du nombre de documents et de locales n’apporte rien ; toutes les parts lisent tout le projet, de sorte qu’un simple `sync` y gagne peu.

# @on-one-machine-with-a-work
on-one-machine-with-a-work = Sur une seule machine, avec une copie de travail par part :

# @on-github-and-kubernetes
on-github-and-kubernetes = Sur GitHub et Kubernetes

# @a-check-in-parts-each-job
a-check-in-parts-each-job = Une vérification en parts : chaque tâche échoue pour ses propres documents, et la première pour ce qui n’est d’aucun document, comme `locale-incomplete`.

