# @publish-a-site-for-the-team
publish-a-site-for-the-team = Eine Site für das Team veröffentlichen

# @who-translates-who-reviews-and-who
who-translates-who-reviews-and-who = Wer übersetzt, wer prüft und wer danach fragt, will dasselbe sehen: wie weit jede Sprache ist, was zu tun ist, und wie es vorangegangen ist. `handback site` schreibt das als Ordner von Seiten, für jedes statische Hosting oder zum Öffnen als Dateien: kein Server, kein Skript, kein Netz.

# @page
page = Seite

# @what-it-shows
what-it-shows = was sie zeigt

# @all-locales-what-is-human-machine
all-locales-what-is-human-machine = alle Locales: was menschlich, maschinell, veraltet und fehlend ist, seit wann der älteste Text wartet, und wie jede vorangekommen ist

# @one-locale-how-long-texts-have
one-locale-how-long-texts-have = eine Locale: wie lange Texte gewartet haben, welche Dokumente am weitesten zurück sind, wer die Übersetzungen gemacht hat

# @what-there-is-to-do-the
what-there-is-to-do-the = was zu tun ist, das Schwerste zuerst: das Englische vorher und nachher, Wort für Wort, und die Übersetzung

# @every-document-in-every-locale
every-document-in-every-locale = jedes Dokument in jeder Locale

# @the-same-for-programs
the-same-for-programs = dasselbe für Programme

# @a-badge-for-each-locale-a
a-badge-for-each-locale-a = ein Abzeichen für jede Locale: ein Bild, und Daten, die [shields.io](https://shields.io/badges/endpoint-badge) zeichnet

# @long-lists-go-on-over-several
long-lists-go-on-over-several = Lange Listen gehen über mehrere Seiten: Keine ist größer als ein Megabyte. Von den fehlenden Texten einer Locale werden 2.000 aufgelistet, die der meisten Dokumente zuerst, und die Seite sagt, wie viele ausgelassen sind.

# @the-same-project-the-same-site
the-same-project-the-same-site = Dasselbe Projekt, dieselbe Website

# @nothing-of-the-site-comes-from
nothing-of-the-site-comes-from = Nichts an der Website kommt von einer Uhr: Ein zweiter Lauf schreibt nichts, und die Website darf committet werden. Alter wird bis `--date` gezählt, bis `SOURCE_DATE_EPOCH` oder sonst bis zum letzten Tag, den das Projekt nennt: dem des letzten Commits seiner Quellen oder Ressourcen, oder dem einer Übersetzung, die noch nicht committet ist. Die Seite sagt, welcher Tag das ist. Locales werden eine nach der anderen gelesen, was wenig Speicher braucht; um diesen letzten Tag zu finden, werden sie ein weiteres Mal gelesen, sodass ein großes Projekt schneller ist, wo der Tag genannt wird.

# @handback-keeps-a-list-of-what
handback-keeps-a-list-of-what = handback führt im Ordner eine Liste dessen, was es geschrieben hat, `.handback-site`. Ein Ordner mit anderen Dateien darin wird abgelehnt, und ebenso eine Datei der Website, die jemand geändert hat; was neben den Seiten liegt, wird in Ruhe gelassen, und Seiten, die nicht mehr gebraucht werden, werden entfernt.

# @history
history = Verlauf

# @the-charts-show-what-the-states
the-charts-show-what-the-states = Die Diagramme zeigen, was die Zustände an früheren Commits des Branches sagten: am letzten Commit jedes Tages, jeder Woche, jedes Monats, Quartals oder Jahres, je nachdem, was höchstens 24 Punkte ergibt (`--history N` verlangt mehr oder weniger, `--history 0` keine). Eine Übersetzung, die für alle Dokumente gilt, zählt einmal; wo ein Dokument seine eigene hat, ist die Nachricht so weit wie die, die am weitesten zurück ist. Was gezählt wurde, bleibt in `.handback/history`, damit der nächste Lauf nur ansieht, was neu ist.

# @in-a-shallow-clone-the-site
in-a-shallow-clone-the-site = In einem flachen Klon sagt die Website, ab wann sie etwas weiß. Holen Sie in der CI die ganze Geschichte (`fetch-depth: 0`).

# @links-to-your-forge
links-to-your-forge = Links zu Ihrer Forge

# @documents-pages-and-resources-link-to
documents-pages-and-resources-link-to = Dokumente, Seiten und Ressourcen führen zu GitHub, GitLab, Bitbucket oder Azure Repos, wo die Adresse des Remotes `origin` verrät, wohin. Sagen Sie für eine andere Forge, wo ihre Dateien zu sehen sind:

# @path-is-the-path-in-the
path-is-the-path-in-the = `{ "{" }path{ "}" }` ist der Pfad im Repository, `{ "{" }line{ "}" }` eine Zeile darin und `{ "{" }commit{ "}" }` der Commit, der ausgecheckt ist. `forge: none` lässt die Links weg.

# @publish-it-from-ci
publish-it-from-ci = Sie aus der CI veröffentlichen

# @the-site-shows-names-of-reviewers
the-site-shows-names-of-reviewers = Die Website zeigt Namen von Prüfern und Texte des Projekts: Wer das Repository lesen darf, darf sie lesen.

