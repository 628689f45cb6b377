# @take-over-pages-that-are-published
take-over-pages-that-are-published = Veröffentlichte Seiten übernehmen

# @you-have-pages-in-other-languages
you-have-pages-in-other-languages = Sie haben schon Seiten in anderen Sprachen und möchten wissen, was davon noch stimmt. `handback adopt` liest sie und füllt Ressourcen und Zustand.

# @without-a-folder-the-pages-are
without-a-folder-the-pages-are = Ohne Ordner sind die Seiten dort, wo `output` sie hat; `handback adopt --locale fr-FR published/fr-FR` liest sie anderswo, angeordnet wie die Quellen.

# @which-english-a-page-was-made
which-english-a-page-was-made = Aus welchem Englischen eine Seite gemacht wurde

# @every-page-is-aligned-unit-by
every-page-is-aligned-unit-by = Jede Seite wird Einheit für Einheit mit dem Englischen abgeglichen, aus dem sie gemacht wurde. Gefunden wird es, in dieser Reihenfolge, durch:

# @the-english-is
the-english-is = das Englische ist

# @the-one-with-the-pages-ms
the-one-with-the-pages-ms = dasjenige mit dem `ms.openlocfilehash` der Seite, so wie die Datei daliegt, mit LF oder mit CRLF: die Quelle von heute, eine Datei in `--source-at DIR` oder irgendeine Fassung in der Geschichte von git

# @proven
proven = bewiesen

# @the-one-at-the-commit-that
the-one-at-the-commit-that = dasjenige an dem Commit, den `ms.sourcegitcommit` oder ein Schlüssel des Front Matter nennt (`provenance: { "{" }commit: …{ "}" }`), über Umbenennungen hinweg verfolgt

# @the-version-that-has-the-texts
the-version-that-has-the-texts = die Fassung mit den Texten, die die Seite in `<!-- -->` über ihren Übersetzungen aufbewahrt, so wie die Seiten von Kubernetes

# @proven-for-each-unit-below-a
proven-for-each-unit-below-a = für jede Einheit unter einem Kommentar bewiesen

# @of-the-versions-around-the-pages
of-the-versions-around-the-pages = von den Fassungen um das `ms.lasthandoff` der Seite oder ihren letzten Commit (auch wenn Seiten in einem eigenen Repository liegen) diejenige, zu der die Seite am besten passt

# @the-file-in-source-at-an
the-file-in-source-at-an = die Datei in `--source-at`, eine frühere Fassung oder die Quelle von heute: wozu die Seite am besten passt

# @translations-of-sentences-that-changed-since-e658
translations-of-sentences-that-changed-since-e658 = Übersetzungen von Sätzen, die sich seither geändert haben, sind veraltet, mit dem Englischen, aus dem sie gemacht wurden; der Rest ist aktuell oder als unbewiesen gekennzeichnet. `--format json` sagt von jeder Seite, wie ihr Englisches gefunden wurde. git wird einmal für alle Seiten gefragt; was einem flachen Klon fehlt, wird gesagt.

# @how-texts-find-each-other
how-texts-find-each-other = Wie Texte einander finden

# @translations-of-sentences-that-changed-since
translations-of-sentences-that-changed-since = Die häufigste von mehreren Übersetzungen eines Textes wird zur gemeinsamen Nachricht, andere ersetzen sie in ihrem Dokument, und ein Text, den eine Seite auf zwei Arten übersetzt, wird zu einem Selektor: So ergibt das Erzeugen die übernommenen Bytes, und jede Zeile, die das nicht tut, wird gemeldet. Einheiten werden nach dem gepaart, was Übersetzen in Ruhe lässt: Links, Code, Zahlen, Namen, Kennungen, Arten, Längen, und nach Wörtern, die die anderen Seiten des Laufs gelehrt haben. So kostet ein Absatz mehr oder weniger nur sich selbst, und sortierte Listen und Tabellen folgen ihren Links und Schlüsseln.

# @what-cannot-be-aligned-with-confidence
what-cannot-be-aligned-with-confidence = Was sich nicht mit Gewissheit abgleichen lässt, wird ausgelassen und genannt, nie erraten; `--format json` listet unter `unsure` jedes Paar auf, das nicht ganz sicher ist, und warum andere ausgelassen wurden. Zweisprachige Seiten (`data-ttu-id`) werden verstanden. Was Menschen in den Ressourcen geschrieben haben, wird ohne `--force` nie überschrieben; dann bewahrt der Zustand, was da war.

# @what-a-page-has-beyond-its
what-a-page-has-beyond-its = Was eine Seite über ihr Englisches hinaus hat

# @what-a-page-has-beyond-its-b318
what-a-page-has-beyond-its-b318 = Was eine Seite **über ihr Englisches hinaus** hat (eine Anmerkung der Übersetzerin, eine weitere Zeile oder einen weiteren Listenpunkt, eigenen Code, einen Kommentar, einen Abschnitt), bleibt erhalten, wo seine Stelle sicher ist: Die Einheiten davor und dahinter übersetzen Nachbarn des Englischen, und zwischen ihnen fehlt nichts davon. Es wird zu einer Nachricht in der eigenen Ressource des Dokuments, `addition-1a2b3c4d`, mit seinem Markdown, wie es dasteht; `addition` im Zustand sagt, wo das ist: `after first-text`, `before facts` (gleich darüber), `after price past 2` (zwei Zeilen, Blöcke oder andere Linien weiter unten), `beginning`. So kommt die Seite Byte für Byte zurück, und die Hinzufügung bleibt, was auch aus dem Text wird, auf den sie folgt. Wo dieser Text verschwindet, wird die Hinzufügung als überholt aufbewahrt und kehrt mit ihm zurück. Sie zählt nicht als Übersetzung. Alles Weitere, was keine Einheit des Englischen erklärt, wird genannt.

# @what-means-the-same-in-markdown
what-means-the-same-in-markdown = Was in Markdown und YAML dasselbe bedeutet, bleibt, **wie die Seite es schreibt**: Zeichen von Listen, Leerraum in Tabellen, Leerzeilen, Anführungszeichen, die Reihenfolge des Front Matter (`spelling` und `order` in `….page.yaml`; nicht in Seiten von DocFX). Wo sich das Englische dort ändert, gilt wieder dieses.

# @a-link-by-a-label-that
a-link-by-a-label-that = Ein **Link über eine Bezeichnung, die die Seite selbst definiert** (`[le quai]` mit `[le quai]: /quay`), bekommt die Bezeichnung, die das Englische für dasselbe Ziel hat, oder das Ziel selbst: Eine neu erzeugte Seite hat die Definitionen des Englischen.

# @a-block-of-code-in-another
a-block-of-code-in-another = Ein **Codeblock in anderer Form** (Kommentare in der Sprache der Seite, ein anderes Beispiel, eine andere Zeile am Zaun; auch ein Kommentar zwischen Blöcken und was eine Seite in MDX exportiert) ist die eigene Fassung der Locale, wenn die Einheiten um ihn herum sicher sind und ebenso viele Blöcke zwischen ihnen stehen, oder wenn das, was die Blöcke gemeinsam haben, beweist, wie sie einander entsprechen. Er ist eine Nachricht `block-1a2b3c4d`; im Zustand sagt `block`, wofür er steht (`1 of 2 behind first-text`), und `previous`, was das Englische sagt. Keine Maschine und kein Memory rührt ihn an. Ändert sich der englische Code, so veraltet er wie ein Text: `sync`, `check`, `diff` und `review` zeigen beide, `on_stale` entscheidet, was veröffentlicht wird, und ein Mensch bringt ihn auf den Stand oder sagt `handback accept block-1a2b3c4d --still-valid`. Wo der Block verschwindet, wird er als überholt aufbewahrt.

# @whose-translations-they-are
whose-translations-they-are = Von wem die Übersetzungen sind

# @a-page-with-ms-translationtype-mt
a-page-with-ms-translationtype-mt = Eine Seite mit `ms.translationtype: MT` ist von einer Maschine. Eine, die nichts sagt, haben Menschen geschrieben, es sei denn, Sie sagen `--type machine`. Was handback selbst auf eine Seite geschrieben hat, behält, was davon bekannt ist.

# @several-translations-of-one-text
several-translations-of-one-text = Mehrere Übersetzungen eines Textes

# @handback-unify-id-drops-adopted-overrides
handback-unify-id-drops-adopted-overrides = `handback unify [ID…]` lässt übernommene Abweichungen zugunsten der gemeinsamen Übersetzung fallen, sobald Sie sich für diese entschieden haben. `--dry-run` zeigt, welche:

# @approve-what-is-good
approve-what-is-good = Freigeben, was gut ist

# @pages-that-are-known-to-be
pages-that-are-known-to-be = Seiten, von denen man weiß, dass sie gut sind, müssen nicht eine nach der anderen freigegeben werden: `handback accept --locale LOCALE --approve` entscheidet über alles, was ein Filter findet, nennt, was es auslässt, und lässt sich rückgängig machen; siehe [wie man Übersetzungen prüft](../../en/how-to/review-translations.md#decide-about-many-at-once).

