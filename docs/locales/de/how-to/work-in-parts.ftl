# @work-in-parts-on-many-machines
work-in-parts-on-many-machines = In Teilen arbeiten, auf vielen Rechnern

# @sync-translate-and-check-take-shard
sync-translate-and-check-take-shard = `sync`, `translate` und `check` nehmen `--shard I/N`: einen von N Teilen der Arbeit. Welche Dokumente zu einem Teil gehören, folgt aus ihren Namen, sodass die Rechner nichts voneinander wissen müssen. Jeder arbeitet in einem eigenen Klon und committet; die Branches lassen sich ohne Konflikt zusammenführen, wo der Merge-Treiber eingerichtet ist, und ein `handback sync` danach schreibt die Seiten, die Entwürfe mehrerer Teile brauchen. Das Ergebnis ist das eines einzigen Syncs. Gemeinsame Texte entwirft ein Teil je Locale, sodass ein N über die Zahl der Dokumente und Locales hinaus nichts bringt; alle Teile lesen das ganze Projekt, sodass ein einfacher `sync` wenig gewinnt.

# @on-one-machine-with-a-work
on-one-machine-with-a-work = Auf einem Rechner, mit einem Arbeitsverzeichnis für jeden Teil:

# @on-github-and-kubernetes
on-github-and-kubernetes = Auf GitHub und Kubernetes

# @a-check-in-parts-each-job
a-check-in-parts-each-job = Eine Prüfung in Teilen: Jeder Job scheitert an seinen eigenen Dokumenten, und der erste an dem, was zu keinem Dokument gehört, etwa `locale-incomplete`.

