# @the-index-and-how-fast-it
the-index-and-how-fast-it = Der Index und wie schnell es geht

# @a-sync-that-finds-nothing-to
a-sync-that-finds-nothing-to = Ein Sync, der nichts zu tun findet, soll nichts kosten, und einer nach einer kleinen Änderung soll nicht tausend Dokumente lesen. Deshalb behält handback unter `.handback/` Aufzeichnungen des letzten Syncs:

# @stamps-sizes-and-times-of-all
stamps-sizes-and-times-of-all = **Stempel**: Größen und Zeiten von allem, was der letzte Sync angesehen hat. Wo sich keiner geändert hat, ist nichts zu tun, und was eine Prüfung damals fand, gilt noch.

# @an-index-what-the-last-whole
an-index-what-the-last-whole = **Ein Index**: was der letzte vollständige Sync von jedem Dokument wusste, als Hashes und Anzahlen. Nach wenigen Änderungen wird nur gelesen, was sie erreichen können.

# @decisions-of-reviews-which-may-be
decisions-of-reviews-which-may-be = **Entscheidungen** von Prüfungen, die zurückgenommen werden können, solange sie da sind.

# @records-of-all-wordings-that-were
records-of-all-wordings-that-were = **Aufzeichnungen** aller Wortlaute, die in diesem Arbeitsverzeichnis geschrieben wurden; sie sagen, [von wem eine Übersetzung ist](../../en/explanation/whose-a-translation-is.md).

# @the-folder-ignores-itself-in-git
the-folder-ignores-itself-in-git = Der Ordner nimmt sich in git selbst aus. Er darf gelöscht werden, bis auf `unfinished` darin, woraus der nächste Lauf einen vollendet, der abgebrochen wurde; danach liest der nächste Lauf einmal alles.

# @measured-by-benches-compare-py-on
measured-by-benches-compare-py-on = Gemessen mit `benches/compare.py` an 216 echten Dokumenten (1,7 MB) in drei Locales, 2 Kerne, Release-Build, als Verhältnisse innerhalb eines Laufs: Ein Sync ohne alle Vorarbeit dauert etwa so lange wie `cp -r` von allem, was er schreibt (0,1 bis 0,3 s), ein Sync, der nichts zu tun findet, so lange wie `git status` desselben Baums (8 bis 13 ms). `handback check` dauert so lange wie dieser Sync, wenn sich seit dem letzten nichts geändert hat, und so lange wie ein Sync, der alles liest, in einem frischen Klon dreier vollständiger Locales (0,2 bis 0,5 s). 216 lokalisierte Seiten zu übernehmen dauert 0,2 bis 0,9 s. Nach wenigen Änderungen lesen `sync`, `check` und `status`, was diese erreichen können, es sei denn, das Projekt hat `images: copy` oder `publish`; ein Sync mit Entwürfen tut das, wenn kein geänderter Text einen Entwurf braucht. Eine Prüfung liest alles, wo sich eine Überschrift geändert hat, die andere nennen, ein Link, einer von mehreren Wortlauten eines Textes oder das, was ein Selektor sieht.

# @measured-on-216-real-documents-1
measured-on-216-real-documents-1 = Gemessen an 216 echten Dokumenten (1,7 MB) in drei Locales, 2 Kerne, Release-Build: Ein Sync ohne alle Vorarbeit braucht 0,3 bis 0,4 s CPU (`cp -r` von allem, was er schreibt, 0,04 s), einer in einem frischen Klon, der vollständig ist, 0,6 bis 0,7 s, eine Prüfung dort 0,5 s, die Übernahme von 216 Seiten 0,8 s. Ein Sync, der nichts zu tun findet, dauert 1,2- bis 1,3-mal so lange wie `git status` desselben Baums (14 ms und 11 ms), eine Prüfung gleich danach, die noch einmal sagt, was damals gefunden wurde, bis zu doppelt so lange.

# @after-a-few-changes-sync-check
after-a-few-changes-sync-check = Nach wenigen Änderungen lesen `sync`, `check` und `status`, was diese erreichen können, es sei denn, das Projekt hat `images: copy` oder `publish`. Bei 14.567 Dokumenten, von denen sich eines geändert hat, braucht ein Status das 1,5- bis 1,8-Fache von `git status`, eine Prüfung und ein Sync etwa das Doppelte, auch mit einem Anbieter, der Fehlendes entwirft, und auch, wenn sich Links oder Überschriften geändert haben oder ein Dokument dazukam oder wegfiel. `handback import` liest die Dokumente der Texte, an denen jemand gearbeitet hat.

# @in-ci-every-checkout-is-new
in-ci-every-checkout-is-new = In der CI ist jeder Checkout neu, und Stempel sagen nichts. Wo `CI` gesetzt ist (bei Azure Pipelines `TF_BUILD`), merkt sich ein Lauf auch, was in den Dateien steht, und auch eine Prüfung hinterlässt all diese Notizen, wenn ein Sync nichts zu schreiben hätte. Der nächste Lauf liest jede Datei und arbeitet nur an dem, was sich unterscheidet: Für die 14.567 Dokumente von oben braucht eine Prüfung 1 s statt 15. Dafür muss der Ordner von einem Job zum nächsten erhalten bleiben; die Action für GitHub und die Vorlage für GitLab sorgen dafür.

# @where-the-files-of-all-locales
where-the-files-of-all-locales = Sind die Dateien aller Locales zusammen länger als 64 MB, nimmt sich ein Lauf, der alles liest, immer nur einige Locales vor, so dass sein Speicher nicht mit ihrer Zahl wächst.

# @everything-is-read-where-drafts-are
everything-is-read-where-drafts-are = Alles gelesen wird, wo Entwürfe aus ähnlichen Texten entstehen (`fuzzy`, Sprachmodelle), von einem Sync nach einer Änderung der Konfiguration, und von einer Prüfung, wenn sich einer von mehreren Wortlauten eines Textes geändert hat, ein Bild oder eine andere Datei, die Seiten nennen, oder das, was ein Selektor sieht.

