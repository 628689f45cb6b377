# @set-up-a-site-of-your
set-up-a-site-of-your = Eine eigene Website einrichten

# @install
install = Installieren

# @where-handback-is-released-take-the
where-handback-is-released-take-the = Wo handback veröffentlicht wird, nehmen Sie das Programm für Ihr System:

# @cargo-binstall-git-https-git-contoso
cargo-binstall-git-https-git-contoso = `cargo binstall --git https://git.contoso.com/tools/handback handback`, wo Sie cargo-binstall haben,

# @the-debian-package-deb-of-the
the-debian-package-deb-of-the = das Debian-Paket (`.deb`) der Veröffentlichung,

# @the-archive-for-your-system-unpack
the-archive-for-your-system-unpack = das Archiv für Ihr System: Entpacken Sie es und legen Sie `handback` in den `PATH`. `SHA256SUMS` hat die Prüfsummen.

# @in-a-clone-with-rust-1
in-a-clone-with-rust-1 = In einem Klon, mit Rust 1.90 oder neuer, baut es `cargo install --path . --profile dist`.

# @handback-completions-bash-prints-what-a
handback-completions-bash-prints-what-a = `handback completions bash` gibt aus, was eine Shell braucht, um Befehle und Optionen zu vervollständigen (auch für `zsh`, `fish`, `powershell` und `elvish`), und `handback man DIR` schreibt Handbuchseiten. Die Archive haben beides, und das Debian-Paket installiert sie.

# @begin
begin = Beginnen

# @handback-init-looks-at-the-folder
handback-init-looks-at-the-folder = `handback init` sieht sich den Ordner an und schreibt `handback.yaml`: wo das Englische ist, wohin Seiten kommen, welche Locales da sind, und welcher Generator das Markdown liest.

# @it-names-what-comes-next-if
it-names-what-comes-next-if = Es nennt, was als Nächstes kommt. Wenn schon Seiten da sind, [übernehmen Sie diese](../../en/how-to/adopt-published-pages.md) vor dem ersten Sync; handback lässt Seiten in Ruhe, die es nicht geschrieben hat. Sonst:

# @commit-handback-yaml-gitattributes-locales-and
commit-handback-yaml-gitattributes-locales-and = Committen Sie `handback.yaml`, `.gitattributes`, `locales/` und die Seiten.

# @where-nothing-else-is-said-english
where-nothing-else-is-said-english = Wo nichts anderes gesagt ist, liegen englische Dokumente unter `source-docs/`, und eine `handback.yaml` von zwei Zeilen genügt:

# @what-is-in-which-file-afterwards
what-is-in-which-file-afterwards = [Was danach in welcher Datei steht](../../en/explanation/files.md), ist anderswo erklärt.

# @other-layouts
other-layouts = Andere Anordnungen

# @the-site-has
the-site-has = die Website hat

# @the-configuration-says
the-configuration-says = die Konfiguration sagt

# @a-folder-for-each-locale-content
a-folder-for-each-locale-content = einen Ordner für jede Locale (`content/en`, `content/pt-br`)

# @english-at-the-root-locales-below
english-at-the-root-locales-below = Englisch an der Wurzel, Locales darunter (`docs/`, `docs/fr/`)

# @the-locale-in-the-name-page
the-locale-in-the-name-page = die Locale im Namen (`page.md` oder `page.en.md`, `page.fr.md`)

# @sources-docs-md-output-docs-dir
sources-docs-md-output-docs-dir = `sources: docs/**/*.md`, `output: docs/{ "{" }dir{ "}" }{ "{" }stem{ "}" }.{ "{" }locale{ "}" }.{ "{" }ext{ "}" }`; Dokumente heißen ohne das `.en`

# @several-trees-docusaurus-docs-and-blog
several-trees-docusaurus-docs-and-blog = mehrere Bäume (docs und blog von Docusaurus, Versionen)

# @sources-and-output-for-the-first
sources-and-output-for-the-first = `sources` und `output` für den ersten, `trees` für andere: Ihre Dokumente heißen mit dem Ordner, in dem ihre Globs beginnen, oder mit `name`, damit ein weiterer Baum keines umbenennt

# @a-fork-that-is-translated-in
a-fork-that-is-translated-in = einen Fork, der an Ort und Stelle übersetzt wird

# @sources-upstream-src-md-output-src
sources-upstream-src-md-output-src = `sources: ../upstream/src/**/*.md`, `output: src/{ "{" }path{ "}" }`, eine Locale; das Englische ist ein anderes Arbeitsverzeichnis neben dem Fork. Ein Branch oder eine Revision desselben Repositorys ist keine Quelle

# @localized-pages-are-never-read-as
localized-pages-are-never-read-as = Lokalisierte Seiten werden nie als Englisch gelesen: weder jene, die `output` erreicht, noch ein Ordner (`docs/de`) oder eine Endung (`page.de.md`), die neben den eingestellten wie eine Locale heißen und deren Dokumente wie das Englische heißen: Ein Sync sagt einmal, was er ausgelassen hat. Auch von einer Datei, die ein Glob nennt und die keine Syntax liest (`.rst`, `.adoc`), sagt ein Sync das einmal.

# @all-keys-are-in-the-reference
all-keys-are-in-the-reference = [Alle Schlüssel](../../en/reference/configuration.md) stehen in der Referenz, und auch, was von [jedem Generator](../../en/reference/flavors.md) bekannt ist.

# @pages-that-a-locale-does-not
pages-that-a-locale-does-not = Seiten, die eine Locale nicht hat

# @many-generators-show-the-english-where
many-generators-show-the-english-where = Viele Generatoren zeigen das Englische, wo eine Locale keine Seite hat. Mit `publish` wird eine Seite erst geschrieben, wenn sie weit genug ist:

# @texts-count-as-in-the-percentages
texts-count-as-in-the-percentages = Texte zählen wie in den Prozentangaben, die `status` und `site` zeigen: eine Überschrift so viel wie ein langer Absatz.

# @a-page-that-was-published-stays
a-page-that-was-published-stays = Eine Seite, die veröffentlicht wurde, bleibt, solange etwas von ihr übersetzt ist, was sich auch am Englischen ändert: `on_stale` sagt, was an der Stelle veralteter Texte steht. Ihr Eintrag (`….page.yaml`) sagt, dass sie veröffentlicht wurde; übernommene Seiten sind es.

# @a-page-of-which-nothing-is
a-page-of-which-nothing-is = Eine Seite, von der nichts mehr übersetzt ist, wird genannt (`orphaned-output`) und gelassen; `sync --prune` entfernt sie, wenn sie so ist, wie handback sie schrieb. Eine Seite, die jemand anderes dorthin gelegt hat, wird nie entfernt.

# @translators-begin-such-a-document-in
translators-begin-such-a-document-in = Übersetzer beginnen ein solches Dokument in `handback review` oder mit seinen Nachrichten (wie in `locales/en-US/…ftl`) in einer Datei desselben Namens unter `locales/fr/`. Der erste Sync, nachdem genug übersetzt ist, schreibt die Seite.

# @what-is-missing-in-documents-without
what-is-missing-in-documents-without = Was in Dokumenten ohne Seite fehlt, ist ein Vermerk je Locale (`unpublished`); für `locale-incomplete` zählt es nicht. Ziele nach `links`, die zu ihnen führen, bleiben beim Englischen; von Links zu ihnen wird sonst nichts gesagt.

# @links-that-name-the-locale
links-that-name-the-locale = Links, die die Locale nennen

# @where-the-targets-of-links-hold
where-the-targets-of-links-hold = Wo die Ziele von Links die Locale ihrer Seite enthalten, sagen Sie das, und sie werden für jede Locale geschrieben:

# @the-rule-applies-to-links-images
the-rule-applies-to-links-images = Die Regel gilt für Links, Bilder, `href`, `src`, Definitionen und das, worauf Konstrukte zeigen, nie in Code. Ressourcen behalten die Ziele des Englischen. Ein Ziel, das die Locale nicht hat (eine Seite, die nicht veröffentlicht ist, eine Datei neben den Quellen), bleibt das des Englischen. In Shortcodes und Liquid sind das die Argumente von `ref`, `relref`, `link` und solche namens `href`, `link`, `url` und `to`.

# @an-argument-of-shortcodes-liquid-or
an-argument-of-shortcodes-liquid-or = Ein Argument von Shortcodes, Liquid oder Komponenten kann die Locale selbst nennen, etwa `{"{{"}< film id="boat" lang="en" >{"}}"}`:

# @its-whole-value-has-to-be
its-whole-value-has-to-be = Sein ganzer Wert muss `from` sein. Eine Seite, die `lang="fr"` sagt, wird übernommen, wie sie ist, und Maschinen sehen das Argument des Englischen. Wo Locales andere Werte haben, für die es keine Regel gibt (einen eigenen Film), darf die Übersetzung eines Textes das sagen, und `check` fragt, ob das gemeint war (`construct`); eine Zeile, die nichts als ein Konstrukt ist, ist in allen Locales die des Englischen, und `adopt` nennt die, die sich unterscheiden.

