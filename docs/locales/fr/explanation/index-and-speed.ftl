# @the-index-and-how-fast-it
the-index-and-how-fast-it = L’index et sa rapidité

# @a-sync-that-finds-nothing-to
a-sync-that-finds-nothing-to = Un sync qui ne trouve rien à faire ne doit rien coûter, et un sync après une petite modification ne doit pas lire mille documents. C’est pourquoi handback garde des notes du dernier sync sous `.handback/` :

# @stamps-sizes-and-times-of-all
stamps-sizes-and-times-of-all = **des estampilles** : tailles et dates de tout ce que le dernier sync a regardé. Là où aucune n’a changé, il n’y a rien à faire, et ce qu’une vérification avait alors trouvé vaut toujours.

# @an-index-what-the-last-whole
an-index-what-the-last-whole = **un index** : ce que le dernier sync complet savait de chaque document, sous forme d’empreintes et de nombres. Après quelques modifications, seul ce qu’elles peuvent atteindre est lu.

# @decisions-of-reviews-which-may-be
decisions-of-reviews-which-may-be = les **décisions** des relectures, qui peuvent être annulées tant qu’elles sont là.

# @records-of-all-wordings-that-were
records-of-all-wordings-that-were = **un registre** de toutes les formulations écrites dans cette copie de travail, qui dit [de qui est une traduction](../../en/explanation/whose-a-translation-is.md).

# @the-folder-ignores-itself-in-git
the-folder-ignores-itself-in-git = Le dossier s’exclut lui-même de git. On peut le supprimer sans risque, sauf `unfinished` qu’il contient, à partir duquel l’exécution suivante achève celle qui a été interrompue ; après cela, la prochaine exécution lit tout une fois.

# @measured-by-benches-compare-py-on
measured-by-benches-compare-py-on = Mesuré par `benches/compare.py` sur 216 documents réels (1,7 Mo) dans trois locales, 2 cœurs, compilation release, en rapports au sein d’une même exécution : un sync à froid prend à peu près autant que `cp -r` de tout ce qu’il écrit (0,1 à 0,3 s), un sync qui ne trouve rien à faire autant que `git status` de la même arborescence (8 à 13 ms). `handback check` prend autant que ce sync si rien n’a changé depuis le dernier, et autant qu’un sync qui lit tout dans un clone neuf de trois locales complètes (0,2 à 0,5 s). Reprendre 216 pages localisées prend 0,2 à 0,9 s. Après quelques modifications, `sync`, `check` et `status` lisent ce que celles-ci peuvent atteindre, à moins que le projet n’ait `images: copy` ou `publish` ; un sync qui fait des ébauches le fait aussi là où aucun texte modifié n’en demande. Une vérification lit tout là où a changé un titre que d’autres nomment, un lien, une formulation parmi plusieurs d’un texte, ou bien ce que voit un sélecteur.

# @measured-on-216-real-documents-1
measured-on-216-real-documents-1 = Mesuré sur 216 documents réels (1,7 Mo) dans trois langues, 2 cœurs, version de production : une synchronisation à partir de rien prend 0,3 à 0,4 s de processeur (`cp -r` de tout ce qu’elle écrit, 0,04 s), celle d’un clone neuf et complet 0,6 à 0,7 s, une vérification là 0,5 s, la reprise de 216 pages 0,8 s. Une synchronisation qui ne trouve rien à faire prend 1,2 à 1,3 fois le temps de `git status` sur la même arborescence (14 ms et 11 ms), et une vérification juste après, qui redit ce qui a été trouvé alors, jusqu’au double.

# @after-a-few-changes-sync-check
after-a-few-changes-sync-check = Après quelques modifications, `sync`, `check` et `status` lisent ce que celles-ci peuvent atteindre, sauf si le projet a `images: copy` ou `publish`. Sur 14 567 documents dont un a changé, un état met 1,5 à 1,8 fois le temps de `git status`, une vérification et une synchronisation environ le double, aussi avec un fournisseur qui ébauche ce qui manque, et aussi quand des liens ou des titres ont changé, ou qu’un document est arrivé ou parti. `handback import` lit les documents des textes auxquels quelqu’un a travaillé.

# @in-ci-every-checkout-is-new
in-ci-every-checkout-is-new = En CI, chaque extraction du dépôt est nouvelle, et les estampilles ne disent rien. Là où `CI` est défini (`TF_BUILD` pour Azure Pipelines), une exécution note aussi ce que contiennent les fichiers, et une vérification laisse elle aussi toutes ces notes quand un sync n’aurait rien à écrire. L’exécution suivante lit chaque fichier et ne travaille que sur ce qui diffère : pour les 14 567 documents ci-dessus, une vérification prend 1 s au lieu de 15. Il faut pour cela garder le dossier d’une tâche à l’autre ; l’action pour GitHub et le modèle pour GitLab s’en chargent.

# @where-the-files-of-all-locales
where-the-files-of-all-locales = Si les fichiers de toutes les locales dépassent ensemble 64 Mo, une exécution qui lit tout ne prend que quelques locales à la fois, de sorte que sa mémoire ne croît pas avec leur nombre.

# @everything-is-read-where-drafts-are
everything-is-read-where-drafts-are = Tout est lu quand des ébauches viennent de textes semblables (`fuzzy`, modèles de langue), par une synchronisation après un changement de la configuration, et par une vérification quand l’une des formulations d’un texte a changé, une image ou un autre fichier que des pages nomment, ou bien ce que voit un sélecteur.

