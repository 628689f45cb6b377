# @see-what-the-work-costs
see-what-the-work-costs = Sehen, was die Arbeit kostet

# @how-much-is-there-to-translate
how-much-is-there-to-translate = Wie viel ist zu übersetzen, und was würde es kosten? `handback analyze` antwortet, bevor etwas bestellt wird.

# @handback-analyze-counts-texts-and-words
handback-analyze-counts-texts-and-words = `handback analyze` zählt Texte und Wörter (bei japanischen, chinesischen, koreanischen und thailändischen Quellen Zeichen) danach, wie viel schon übersetzt wurde: `repeated`, `context` (im Memory, zwischen denselben Texten), `100`, `95-99`, `85-94`, `75-84`, `50-74`, `internal-95-99` bis `internal-50-74` (das Memory hat nichts dergleichen, aber ein Text, der in demselben Auftrag davor übersetzt wird, ist so ähnlich), `new`, und `draft`, wo eine Maschine übersetzt hat und ein Mensch lesen und bearbeiten soll; `current` und `not-translatable` sind keine Arbeit. Ein Text, den viele Dokumente gemeinsam haben, zählt dort, wo er zuerst steht. Texte, deren Englisches sich geändert hat, werden danach aufgeführt, wie sehr; was sich nur im Aussehen geändert hat, kostet nichts. `--since REVISION` sieht an, was sich seither am Englischen geändert hat, bevor es bestellt wird; `--format csv` hat eine Zeile für jedes Dokument, mit den Spalten, die Einkäufer kennen. Mit `rates` in der Konfiguration wird aus Wörtern Geld:

# @without-a-price-of-its-own
without-a-price-of-its-own = Ohne eigenen Preis kostet ein Band `internal`, was `new` kostet.

# @of-machine-drafts-it-says-by
of-machine-drafts-it-says-by = Von maschinellen Entwürfen sagt es je System, wie viele Menschen sie freigaben, wie sie waren, wie viele sie bearbeiteten, und wie viele der Wörter sich änderten; der Zustand behält das (`edited`), ob jemand sie in der Prüfung, in einem CAT-Werkzeug, in einer Ressource oder in einer Seite bearbeitet hat.

