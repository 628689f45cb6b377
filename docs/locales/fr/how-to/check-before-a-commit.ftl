# @check-before-a-commit
check-before-a-commit = Vérifier avant un commit

# @with-pre-commit-a-commit-is
with-pre-commit-a-commit-is = Avec [pre-commit](https://pre-commit.com), un commit est arrêté tant que les ressources et les pages sont en retard sur l’anglais, ou que des fichiers écrits par un sync n’en font pas partie. Mettez ceci dans `.pre-commit-config.yaml` :

# @hook
hook = hook

# @stops-a-commit-if
stops-a-commit-if = arrête un commit si

# @the-sync-wrote-or-removed-files
the-sync-wrote-or-removed-files = le sync a écrit ou retiré des fichiers ; ils sont là maintenant, ajoutez-les

# @files-in-these-folders-are-new
files-in-these-folders-are-new = des fichiers de ces dossiers sont nouveaux ou modifiés, et pas ajoutés. Nommez les dossiers de `resources` et de `output`

# @there-are-findings-that-fail-translators
there-are-findings-that-fail-translators = il y a des constats qui font échouer ; les traducteurs ont besoin de temps, ne nommez donc que ce qui est cassé

# @handback-sync-and-handback-check-are
handback-sync-and-handback-check-are = `handback-sync` et `handback-check` sont la même chose pour ceux qui n’ont pas handback : pre-commit le construit une fois, ce qui demande Rust.

# @without-pre-commit
without-pre-commit = Sans pre-commit

# @sync-exit-code-ends-with-3
sync-exit-code-ends-with-3 = `sync --exit-code` se termine par 3 s’il a écrit ou retiré des fichiers :
