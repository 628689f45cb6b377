# @merge-branches
merge-branches = Branches zusammenführen

# @commit-sources-locales-and-pages-together
commit-sources-locales-and-pages-together = Committen Sie Quellen, `locales/` und Seiten zusammen. Übersetzungen verschiedener Nachrichten lassen sich ohne Konflikt zusammenführen, auch benachbarte: Zwischen zwei Nachrichten steht in Ressourcen und Zuständen immer eine Zeile, die niemand ändert. Das braucht keine Einrichtung und gilt daher auch auf GitHub und GitLab, die keinen Merge-Treiber ausführen. (Eine Ressource, die jemand ohne Leerzeilen geschrieben hat, bleibt, wie sie ist, bis handback eine Nachricht hinzufügt; lassen Sie zwischen Nachrichten eine Leerzeile.)

# @see-it-two-people-translate-texts
see-it-two-people-translate-texts = Sehen Sie selbst: Zwei Personen übersetzen Texte einer Seite auf zwei Branches.

# @the-merge-driver
the-merge-driver = Der Merge-Treiber

# @what-else-both-branches-touched-needs
what-else-both-branches-touched-needs = Was beide Branches sonst noch berührt haben, braucht den Treiber, einmal in jedem Klon (`init` schreibt `.gitattributes`, das committet wird):

# @it-merges-by-message-a-persons
it-merges-by-message-a-persons = Er führt nach Nachrichten zusammen: Die Formulierung eines Menschen geht der einer Maschine vor, eine Änderung einer Entfernung, und eine Formulierung behält ihren eigenen Zustand. Wo zwei Personen eine Nachricht verschieden formuliert haben, bleibt unsere, ihre wartet im Zustand, `check` meldet `open-decision`, und die Prüfung bietet beide an.

# @a-branch-with-conflicts
a-branch-with-conflicts = Ein Branch mit Konflikten

# @if-github-or-gitlab-says-that
if-github-or-gitlab-says-that = Wenn GitHub oder GitLab sagt, dass ein Branch Konflikte hat, führen Sie ihn in einem Klon zusammen und pushen Sie das Ergebnis:

# @without-the-driver-git-leaves-marks
without-the-driver-git-leaves-marks = Ohne den Treiber lässt git Markierungen in den Dateien, die beide Seiten geändert haben:

# @git-checkout-ours-is-for-pages
git-checkout-ours-is-for-pages = `git checkout --ours` ist für Seiten mit Konflikten; jede der beiden Seiten tut es.

# @pages-are-generated-so-marks-of
pages-are-generated-so-marks-of = Seiten werden erzeugt; Markierungen eines Konflikts, die in einer stehen bleiben, gelten also nicht als Änderung von jemandem: Der nächste Sync schreibt die Seite neu und behält nur dann eine Kopie, wenn eine der beiden Fassungen von Hand bearbeitet wurde.

# @handback-resolve-works-in-the-middle
handback-resolve-works-in-the-middle = `handback resolve` arbeitet mitten in einem Merge, Rebase, Cherry-Pick oder Stash und mit Dateien, in denen eine Nachricht oder ihr Zustand zweimal steht, weil jemand beide Seiten behalten hat. Die erste Übersetzung einer Seite auf zwei Branches zugleich führt ohne den Treiber zu einem Konflikt, weil keiner der Branches die Datei hat, die der andere angelegt hat; ebenso Änderungen am Englischen eines Dokuments auf beiden, und zwar in seiner Struktur und seiner Übergabe. Beides ist für `handback resolve`.
