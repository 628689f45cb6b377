# @whose-a-translation-is
whose-a-translation-is = Von wem eine Übersetzung ist

# @every-translation-has-a-state-beside
every-translation-has-a-state-beside = Neben jeder Übersetzung steht ein Zustand: wer sie gemacht hat (ein Mensch, eine Maschine, ein Memory), aus welchem Englischen und wann. Seiten sagen es, wo die Website Platz dafür hat, eine Prüfung braucht es, und keine Maschine überschreibt, was ein Mensch geschrieben hat.

# @people-outrank-machines-a-text-that
people-outrank-machines-a-text-that = { "*" }*Menschen gehen Maschinen vor**: Ein Text, den ein Mensch geschrieben hat, wird nie überschrieben. Eine lokalisierte Seite, die jemand bearbeitet hat, wird wie jede Ausgabe neu geschrieben, aber eine Kopie bleibt unter `rescued-pages/` und wird gemeldet, es sei denn, `sync --take-edits` übernimmt die Einheiten, die sich unterscheiden; ebenso, wenn ihre Quelle umbenannt oder fort ist. Eine Seite, die handback nicht geschrieben hat, bleibt unberührt, bis `adopt` sie übernimmt oder Sie sie entfernen.

# @who-made-a-translation-is-a
who-made-a-translation-is-a = { "*" }*Wer eine Übersetzung gemacht hat, entscheiden Aufzeichnungen.** Der Zustand einer jeden enthält ihren Fingerabdruck, wie auch immer ein Werkzeug das Fluent schreibt: in Anführungszeichen oder nicht, sortiert oder mit anders angeordneten Selektoren. Eine Formulierung, die ihr Zustand nicht kennt, wird nachgeschlagen: in den anderen Zuständen des Gebietsschemas, in dem, was dieser Checkout geschrieben hat (`.handback/ledger/`), in den Zuständen bei `HEAD` und denen, die ein Merge, ein Rebase, ein Stash oder ein Reset beiseitegelegt hat, und in der Historie von git. So bleibt ein Entwurf nach `git stash`, `git checkout --ours` oder dem Verlust einer Zustandsdatei der einer Maschine. Was keine Aufzeichnung kennt, ist von einem Menschen, wenn die Aufzeichnungen vollständig sind; sonst ist der Typ `unproven`: Der Text wird als `MT` veröffentlicht, keine Maschine überschreibt ihn, und eine Prüfung klärt es. Die Formulierung eines Menschen, an deren Stelle eine andere tritt, bleibt im Zustand (`replaced`).

# @translators-may-commit-ftl-files-alone
translators-may-commit-ftl-files-alone = { "*" }*Übersetzer dürfen `.ftl`-Dateien allein committen.** Was sie in einer Datei ändern, die einen Zustand hat, und was sie ihr hinzufügen, ist von ihnen; ebenso eine neue Datei mit bis zu drei Texten. Bringt git aber eine Datei mit mehr, ohne Zustand und mit Texten, die keine Aufzeichnung kennt, kann auch der Zustand verloren gegangen sein: Diese sind `unproven`, es sei denn, `authors` hat eine Regel dafür, wer sie committet hat. Was committet wurde, gehört zu dem Englischen, das sein Commit hat, in der Referenz oder im Dokument: Wo es sich in einem anderen Zweig geändert hat, ist die Übersetzung nach dem Merge veraltet.

# @in-the-state
in-the-state = Im Zustand

# @ht-a-person-wrote-or-approved
ht-a-person-wrote-or-approved = `HT`: Ein Mensch hat sie geschrieben oder freigegeben. `MT`: Eine Maschine war es. `unproven`: Keine Aufzeichnung sagt, wer

# @fingerprints-of-the-english-that-it
fingerprints-of-the-english-that-it = Fingerabdrücke des Englischen, aus dem sie gemacht wurde, und der Übersetzung

# @when-and-who-approved-it
when-and-who-approved-it = wann, und wer sie freigegeben hat

# @handback-log-id-tells-the-story
handback-log-id-tells-the-story = `handback log ID` erzählt die Geschichte einer Nachricht: heute, was ersetzt wurde, und die Historie von git. Was für Änderungen von Programmen und Plattformen gilt, sagt `authors` in `handback.yaml` ([Bots](../../en/how-to/run-a-bot.md)).

