# @links-anchors-and-images
links-anchors-and-images = Links, Anker und Bilder

# @a-link-that-is-right-in
a-link-that-is-right-in = Ein Link, der im Englischen stimmt, kann von einer lokalisierten Seite ins Leere führen: zu einer Seite, die es nicht gibt, zu einem Anker, dessen Überschrift im Französischen anders heißt, zu einem Bild, das nur neben dem Englischen liegt. Deshalb wird jede Seite für sich geprüft.

# @check-looks-at-every-page-as
check-looks-at-every-page-as = `check` sieht sich jede Seite so an, wie sie geschrieben wird: Links, Bilder, Referenzdefinitionen, `href` und `src` von HTML, `[!INCLUDE]`, `:::image` und die `href`s von `toc.yml`. Es wird nichts abgerufen; Adressen werden nur gelesen.

# @faults-of-the-source-are-reported
faults-of-the-source-are-reported = Fehler der Quelle werden einmal gemeldet, unter der Quell-Locale, und nicht für jede Locale noch einmal.

# @a-page-of-the-project-is
a-page-of-the-project-is = Eine Seite des Projekts ist in jeder Locale da, auch vor dem ersten Sync, und wo sie nicht veröffentlicht ist, zeigt die Website das Englische. Ein Anker ist da, wenn das Erzeugen ihn dorthin setzt (`anchors`), wenn er ein `{ "{" }#id{ "}" }`, ein `<a name>` oder irgendein `id` ist, oder wenn eine Überschrift der Seite ihn ergibt, so wie bei DocFX oder GitHub.

# @a-difference-in-case-is-a
a-difference-in-case-is-a = Ein Unterschied in Groß- und Kleinschreibung ist ein Fehler: Viele Dateisysteme stört er nicht, Webserver schon.

# @a-heading-that-has-an-id
a-heading-that-has-an-id = Eine Überschrift, die eine Kennung hat (`{ "{" }#id{ "}" }`), hat keinen anderen Anker, weder in der Quelle noch in einer Locale.

# @handback-copies-no-images-unless-images
handback-copies-no-images-unless-images = handback kopiert keine Bilder, es sei denn, `images: copy` sagt das. Hat eine Locale die meisten Dateien, die ihre Seiten nennen, so fehlt jede, die sie nicht hat; sonst wird angenommen, dass die Website sie von neben der Quelle holt, was einmal vermerkt wird.

# @links-in-a-document-that-others
links-in-a-document-that-others = Links in einem Dokument, das andere einbinden, dürfen sich auf es selbst oder auf jene beziehen.

# @a-target-that-differs-from-that
a-target-that-differs-from-that = Ein Ziel, das von dem des Englischen abweicht, ist richtig, wenn es an dieselbe Stelle führt: zu einer Überschrift unter ihrem lokalisierten Namen, zu derselben Datei vom Ordner der Seite aus, mit oder ohne `/` am Ende.

# @a-link-that-only-a-site
a-link-that-only-a-site = Ein Link, dem nur eine Website folgen kann (`/root/relative`, `xref:`, ein Ordner, eine Vorlage), wird in Ruhe gelassen.

# @sites-other-than-docfxs-githubs-and
sites-other-than-docfxs-githubs-and = Andere Websites als die von DocFX, GitHub und mdBook liefern `a/b.md` als `a/b/` aus: Ein Link, der von dort aus stimmt, stimmt.

# @in-microsofts-pages-a-heading-that
in-microsofts-pages-a-heading-that = In Microsofts Seiten hat eine Überschrift, die sich wiederholt, wieder denselben Anker. `anchors: numbered` schreibt `-1`, `-2`, so wie DocFX und GitHub es in der englischen Seite tun, damit Links darauf in jeder Sprache gelten. `anchors: ids` schreibt die Kennung des Englischen hinter eine Überschrift, deren eigene eine andere wäre, für Websites, die solche Kennungen lesen: `## Premiers pas { "{" }#first-steps{ "}" }`.

