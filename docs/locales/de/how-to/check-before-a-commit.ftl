# @check-before-a-commit
check-before-a-commit = Vor einem Commit prüfen

# @with-pre-commit-a-commit-is
with-pre-commit-a-commit-is = Mit [pre-commit](https://pre-commit.com) wird ein Commit angehalten, solange Ressourcen und Seiten hinter dem Englischen zurück sind oder Dateien, die ein Sync geschrieben hat, nicht dazugehören. Schreiben Sie dies in `.pre-commit-config.yaml`:

# @hook
hook = Hook

# @stops-a-commit-if
stops-a-commit-if = hält einen Commit an, wenn

# @the-sync-wrote-or-removed-files
the-sync-wrote-or-removed-files = der Sync Dateien geschrieben oder entfernt hat; sie sind jetzt da, fügen Sie sie hinzu

# @files-in-these-folders-are-new
files-in-these-folders-are-new = Dateien in diesen Ordnern neu oder geändert und nicht hinzugefügt sind. Nennen Sie die Ordner von `resources` und `output`

# @there-are-findings-that-fail-translators
there-are-findings-that-fail-translators = es Befunde gibt, an denen die Prüfung scheitert; Übersetzer brauchen Zeit, nennen Sie also nur, was kaputt ist

# @handback-sync-and-handback-check-are
handback-sync-and-handback-check-are = `handback-sync` und `handback-check` sind dasselbe für alle, die handback nicht haben: pre-commit baut es einmal, und dafür braucht es Rust.

# @without-pre-commit
without-pre-commit = Ohne pre-commit

# @sync-exit-code-ends-with-3
sync-exit-code-ends-with-3 = `sync --exit-code` endet mit 3, wenn es Dateien geschrieben oder entfernt hat:
