# @settle-findings
settle-findings = Befunde erledigen

# @every-current-translation-is-judged-by
every-current-translation-is-judged-by = Jede aktuelle Übersetzung wird nach denselben Regeln beurteilt, wer sie auch gemacht hat: ein Mensch in einem Editor, die Prüfung, eine Maschine, eine übernommene Seite. Die Prüfung lehnt ab, was eine Seite zerstört; die Antwort einer Maschine mit einem solchen Fehler oder mit einer anderen Zahl wird nicht genommen. Texte eines Wortlauts, die richtig sind, wie sie sind, bleiben still, sobald jemand das sagt, bis sich das Englische oder die Übersetzung ändert:

# @repair-what-is-safe-to-repair
repair-what-is-safe-to-repair = Reparieren, was sich gefahrlos reparieren lässt

# @fix-changes-nothing-inside-code-links
fix-changes-nothing-inside-code-links = `--fix` ändert nichts innerhalb von Code, Links, Tags und Platzhaltern, und wer eine Übersetzung gemacht hat, bleibt, wie es war. So viele Einträge je Code, wie auf einen Bildschirm passen, höchstens zehn, werden gezeigt, es sei denn, `--max` sagt anderes; `--quiet` zeigt nur Fehler. Wie viel ein Befund wiegt, und was ein Haus verlangt, wird unter `checks` eingestellt (unten).

# @say-that-it-is-no-fault
say-that-it-is-no-fault = Sagen, dass es kein Fehler ist

# @that-is-noted-in-the-state
that-is-noted-in-the-state = Das wird im Zustand mit Ihrem Namen vermerkt und gilt, bis sich das Englische oder die Übersetzung ändert.

# @weights-and-rules
weights-and-rules = Gewichte und Regeln

# @fail-on-stale-machine-or-fail
fail-on-stale-machine-or-fail = `--fail-on stale,machine` (oder `fail_on` in der Konfiguration) sagt, was ein Fehler ist; der Rest sind Warnungen. Schwellenwerte gehen vor: Mit `max_stale` oder `max_age_days` sind veraltete Texte Warnungen, solange die Grenzen eingehalten werden, auch wenn `fail_on` `stale` nennt (und ebenso fehlende nach Alter). Wo eine Grenze nicht eingehalten wird, ist das `locale-incomplete`, woran die Prüfung scheitert, es sei denn, `fail_on` lässt es aus. Ein Text gilt als fehlend seit dem Tag, an dem er zum ersten Mal ohne Übersetzung in der Quelle steht, wie oft sich seine Seite auch ändert.

