# @use-a-translation-service
use-a-translation-service = Einen Übersetzungsdienst verwenden

# @say-in-handback-yaml-where-drafts
say-in-handback-yaml-where-drafts = Sagen Sie in `handback.yaml`, woher Entwürfe kommen: von welchem Dienst für welche Locale, und aus welchen Memorys.

# @handback-translate-gives-missing-and-stale
handback-translate-gives-missing-and-stale = `handback translate` gibt fehlenden und veralteten Texten einen Entwurf, und ebenso `handback sync`, wo ein Dienst oder ein Memory eingestellt ist (`--no-mt` lässt das für einen Lauf aus). `--dry-run` sagt, was gesendet würde, in Texten und Zeichen, und die Kosten.

# @try-the-whole-chain-without-any
try-the-whole-chain-without-any = Probieren Sie zuerst die ganze Kette ohne einen Dienst, durch Pseudo-Übersetzung:

# @memory-first-then-a-machine
memory-first-then-a-machine = Erst das Memory, dann eine Maschine

# @the-translation-memory-is-the-project
the-translation-memory-is-the-project = **Das Translation-Memory** ist das Projekt selbst (aktuelle, ersetzte, veraltete und überholte Übersetzungen) und die TMX- und PO-Dateien der Konfiguration. Die Übersetzung genau dieses Textes wird genommen, als die eines Menschen oder einer Maschine, je nachdem, was sie war; von mehreren die, die zwischen denselben Texten stand; was ein anderes Werkzeug gemacht hat, muss ganz sein. Die eigenen Platzhalter des Projekts (`{ "{" } $app { "}" }`) sind auch in diesen Dateien welche. Ein Paar, das eine veraltete Übersetzung des Projekts neben dem Englischen von heute hat, beweist nichts und wird nicht genommen. Übersetzungen ähnlicher Texte werden vorgeschlagen (in der Prüfung, und mit `--format json`: Wert, altes Englisch, Unterschied Wort für Wort); `--fuzzy 0.9` nimmt sie als maschinelle Entwürfe, wo sich nichts als einfache Wörter unterscheidet: kein Wert, kein Name, kein Wort und sein Gegenteil.

# @a-machine-gets-the-rest-texts
a-machine-gets-the-rest-texts = **Eine Maschine** bekommt den Rest. Texte, die gleich aussehen, werden einmal gesendet.

# @services
services = Dienste

# @provider
provider = Anbieter

# @service
service = Dienst

# @key-unless-key-env-or-key
key-unless-key-env-or-key = Schlüssel, es sei denn, `key_env` oder `key_file` nennt einen anderen

# @apertiums-programs-on-this-machine-through
apertiums-programs-on-this-machine-through = die Programme von Apertium auf diesem Rechner, über andere Sprachen, wo nötig; `url`: apertium-apy

# @none
none = keiner

# @azure-translator-api-version-3-0
azure-translator-api-version-3-0 = Azure Translator, `api_version` 3.0 oder 2026-06-06; `region`, `model`

# @google-cloud-translation-v3-project-location
google-cloud-translation-v3-project-location = Google Cloud Translation v3; `project`, `location`, `model`, `glossaries`

# @code-if-required
code-if-required = `{ $code }`, falls verlangt

# @any-chat-completions-endpoint-by-url
any-chat-completions-endpoint-by-url = jeder Endpunkt für Chat-Vervollständigungen, über `url`; `model`, `instructions`

# @any-program-texts-with-nul-or
any-program-texts-with-nul-or = jedes Programm: Texte mit NUL oder Zeilenenden dazwischen, oder JSON-Zeilen (`protocol`, `markup`)

# @accented-english-longer-in-brackets-for
accented-english-longer-in-brackets-for = Englisch mit Akzenten, länger, in Klammern: zum Ausprobieren der ganzen Kette; seine Locale ist `qps-ploc`

# @what-each-of-them-takes-is
what-each-of-them-takes-is = [Was jeder davon nimmt](../../en/reference/configuration.md#providers), steht in der Referenz.

# @trust
trust = Vertrauen

# @a-configuration-comes-with-the-documents-23cd
a-configuration-comes-with-the-documents-23cd = Eine Konfiguration kommt mit den Dokumenten, von wem auch immer, der diese ändern darf. Deshalb führen `sync` und `translate` ein Programm, das sie nennt, erst aus, lesen eine `key_file` oder ein `key_env` erst und senden einen Schlüssel erst dann an eine `url`, wenn Sie dem auf diesem Rechner einmal mit `handback trust` zugestimmt haben; geben Sie in der CI `--trust` an oder setzen Sie `HANDBACK_TRUST=1`, und nicht für Pull Requests von Fremden.

# @nothing-is-broken-on-the-way
nothing-is-broken-on-the-way = **Unterwegs geht nichts entzwei.** Links, Code, Tags, Adressen, Platzhalter, Bezeichner, Namen, die Dokumente als Variablen haben, und Begriffe des Glossars werden aus einem Text herausgenommen und wieder eingesetzt. Ebenso, was in `code`, `kbd`, `samp`, `var`, `tt` von HTML steht, und in jedem Element mit `translate="no"` oder der Klasse `notranslate`; ein Text, der nur so etwas ist, braucht keine Übersetzung. Was zurückkommt, wird geprüft: jeder Teil einmal, Auszeichnung, die sich richtig verschachtelt, Zahlen, Länge, nichts vor der Übersetzung („Hier ist die Übersetzung:“), nicht noch einmal das Englische (es sei denn, es ist ein Name), kein Wortlaut, den ein Mensch abgelehnt hat. Ein Text mit einem Fehler wird noch einmal gesendet, allein; danach bleibt er, wie er war, und wird gemeldet. Hervorhebung, die neben chinesischen, japanischen oder koreanischen Satzzeichen nicht dargestellt würde, wird repariert: Aus `**「x」**です` wird `「**x**」です`.

# @people-are-never-overwritten-where-a
people-are-never-overwritten-where-a = **Menschen werden nie überschrieben.** Wo die Übersetzung eines Menschen veraltet ist, wartet der Entwurf daneben im Zustand.

# @language-models-know-what-a-translator
language-models-know-what-a-translator = **Sprachmodelle wissen, was eine Übersetzerin weiß** (`openai`): wo ein Text steht, die Texte davor und danach in beiden Sprachen, die Anmerkung des Autors, ähnliche Übersetzungen (die von Menschen zuerst), Begriffe mit Definition und Anmerkung, und `locales/<locale>/style.md` (höchstens 16 KB). Eine veraltete Übersetzung geht mit, und was sich an ihrem Englischen geändert hat: Das Modell soll sie bearbeiten. Ändern sich weit mehr ihrer Wörter, als die Änderung des Englischen verlangt, so wird es noch einmal gefragt, und dann wird der Entwurf als `reworded` gekennzeichnet. Wortlaute, die Menschen abgelehnt haben, gehen mit als das, was zu vermeiden ist. All das zählt in `--dry-run` und `--max-chars`.

# @drafts-are-marked-mt-and-mt
drafts-are-marked-mt-and-mt = **Entwürfe sind gekennzeichnet**, mit `MT` und `mt:<engine>`. Texte eines älteren Systems bleiben, bis `--retranslate mt:<engine>` neue verlangt; was ein Mensch geschrieben oder freigegeben hat, ist nicht darunter.

# @nothing-that-came-in-is-lost
nothing-that-came-in-is-lost = **Nichts, was ankam, geht verloren**: Entwürfe werden geschrieben, wie sie kommen. Nach Strg-C, einem aufgebrauchten Kontingent oder einem Absturz macht der nächste Lauf weiter. Dienste, die beschäftigt sind, bekommen die Zeit, die sie verlangen. `--max-chars N` sendet nicht mehr als N Zeichen.

# @keys-come-from-the-environment-or
keys-come-from-the-environment-or = Schlüssel kommen aus der Umgebung oder einer Datei und werden nie gezeigt. Anfragen gehen über TLS oder bleiben auf diesem Rechner.

