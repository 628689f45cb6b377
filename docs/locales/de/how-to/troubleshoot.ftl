# @when-something-is-not-as-expected
when-something-is-not-as-expected = Wenn etwas nicht so ist wie erwartet

# @every-message-says-what-happened-where
every-message-says-what-happened-where = Jede Meldung sagt, was geschehen ist, wo, und was als Nächstes einzugeben ist. Auf dieser Seite steht, was sie bedeutet, ausgehend vom Symptom.

# @a-page-was-edited-by-hand
a-page-was-edited-by-hand = Eine Seite wurde von Hand bearbeitet

# @somebody-corrected-a-word-in-a
somebody-corrected-a-word-in-a = Jemand hat ein Wort in einer lokalisierten Seite berichtigt, nicht in der Ressource:

# @take-the-edit-over-as-a
take-the-edit-over-as-a = Übernehmen Sie die Änderung als Übersetzung eines Menschen. Ohne `--take-edits` schreibt der Sync die Seite so, wie die Ressourcen es sagen, und behält eine Kopie der bearbeiteten unter `rescued-pages/`.

# @a-translation-is-in-the-resource
a-translation-is-in-the-resource = Eine Übersetzung steht in der Ressource, und die Seite ist auf Englisch

# @ask-what-is-known-of-the
ask-what-is-known-of-the = Fragen Sie, was über den Text bekannt ist. `handback units` nennt seine Nachricht und `handback log` ihre Geschichte:

# @it-is-stale-the-english-changed
it-is-stale-the-english-changed = Sie ist *veraltet*: Das Englische hat sich geändert, und `on_stale: source` veröffentlicht das Englische, bis jemand den Text noch einmal übersetzt hat. `handback diff` zeigt beide; `handback accept ID --still-valid` sagt, dass die Übersetzung stimmt, wie sie ist.

# @its-id-is-not-one-of
its-id-is-not-one-of = Ihre Kennung ist keine des Dokuments: `handback check` meldet `unknown-message`.

# @the-resource-has-a-mistake-above
the-resource-has-a-mistake-above = Die Ressource hat einen Fehler darüber: `handback check` meldet `junk` mit der Zeile.

# @the-page-is-not-published-yet
the-page-is-not-published-yet = Die Seite ist noch nicht veröffentlicht (`publish`): `handback status` zählt Dokumente ohne Seite.

# @a-resource-cannot-be-read
a-resource-cannot-be-read = Eine Ressource kann nicht gelesen werden

# @the-other-translations-in-the-file
the-other-translations-in-the-file = Die anderen Übersetzungen in der Datei gelten wie zuvor. Berichtigen Sie die Zeile oder nehmen Sie sie heraus:

# @a-translation-is-unproven
a-translation-is-unproven = Eine Übersetzung ist nicht bewiesen

# @no-record-says-whether-a-person
no-record-says-whether-a-person = Keine Aufzeichnung sagt, ob ein Mensch oder eine Maschine sie gemacht hat: Der Zustand ging verloren, oder ein Werkzeug brachte eine Datei mit vielen Texten und ohne Zustand. Sie wird veröffentlicht, keine Maschine überschreibt sie, und eine Prüfung klärt es: `handback review --state unproven`. Wenn ein bestimmter Autor in git sie committet hat, sagen Sie es einmal unter `authors` ([Bots](../../en/how-to/run-a-bot.md#what-a-bot-may-do)).

# @freshness-is-unproven
freshness-is-unproven = Die Aktualität ist nicht bewiesen

# @a-page-that-was-adopted-did
a-page-that-was-adopted-did = Eine übernommene Seite sagte nicht, aus welchem Englischen sie gemacht wurde. Ihre Texte gelten als aktuell, aber niemand weiß es. Wenn sich Texte ändern oder Prüfer sie freigeben, wird es bekannt. `handback check --fail-on unproven` listet sie auf.

# @git-says-that-there-is-a
git-says-that-there-is-a = Git sagt, dass es einen Konflikt gibt

# @see-a-branch-with-conflicts-until
see-a-branch-with-conflicts-until = Siehe [ein Branch mit Konflikten](../../en/how-to/merge-branches.md#a-branch-with-conflicts). Bis er aufgelöst ist, nennt handback die Zeile mit der Markierung und lässt die Dateien in Ruhe.

# @a-check-in-ci-cannot-look
a-check-in-ci-cannot-look = Eine Prüfung in der CI kann sich eine Revision nicht ansehen

# @the-clone-is-too-shallow-fetch
the-clone-is-too-shallow-fetch = Der Klon ist zu flach: Holen Sie die Historie (`fetch-depth: 0` auf GitHub, `GIT_DEPTH: "0"` auf GitLab).

# @a-sync-was-interrupted
a-sync-was-interrupted = Ein Sync wurde unterbrochen

# @run-it-again-what-was-begun
run-it-again-what-was-begun = Führen Sie ihn noch einmal aus. Was begonnen war, wird aus `.handback/unfinished` vollendet oder von vorn begonnen; Entwürfe, die gekommen waren, bleiben erhalten.
