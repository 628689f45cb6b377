//! What pages say to their readers (`notice`), and translations that nobody approved (`on_machine`).

use crate::support::{MADE_UP_WORDS, Project, git, rests, translate};

const PAGE: &str = "# Quay\n\nBoats land here.\n\nThe crane lifts crates.\n\nThe sea rises.\n";

/// A page in French: two texts are a machine's, one is a person's, and one changed since.
fn project(config: &str) -> Project {
    let project = Project::new(&format!("locales: [fr-FR]\nflavor: gfm\n{config}{MADE_UP_WORDS}"));
    project.write("source-docs/quay.md", PAGE);
    project.sync();
    translate(&project, "fr-FR", |text| Some(format!("Fr {text}")));
    project.sync();
    for id in ["boats-land-here", "the-crane-lifts-crates"] {
        machine(&project, id);
    }
    project.edit("source-docs/quay.md", "The sea rises.", "The sea rises and falls.");
    project.sync();
    project
}

/// What a person wrote is a machine's from now on.
fn machine(project: &Project, id: &str) {
    let (from, to) =
        (format!("  {id}:\n    {{type: HT, origin: human"), format!("  {id}:\n    {{type: MT, origin: mt:x"));
    project.edit("locales/fr-FR/quay.yaml", &from, &to);
}

fn approve(project: &Project, id: &str) {
    let (from, to) =
        (format!("  {id}:\n    {{type: MT, origin: mt:x"), format!("  {id}:\n    {{type: HT, origin: human"));
    project.edit("locales/fr-FR/quay.yaml", &from, &to);
    project.sync();
}

fn page(project: &Project) -> String {
    project.read("localized-docs/fr-FR/quay.md")
}

#[test]
fn a_page_says_what_of_it_is_not_as_its_english() {
    let project = project("notice: block\n");
    insta::assert_snapshot!(page(&project), @"
    # Fr Quay

    <!-- reader notice by handback 9ecf535d -->

    > [!NOTE]
    > 2 textes sur 4 ont été traduits par une machine et n’ont pas encore été relus. 1 texte sur 4 a changé dans l’original depuis le 31 janvier 2026. 1 texte sur 4 est affiché en anglais.

    <!-- end of reader notice -->

    Fr Boats land here.

    Fr The crane lifts crates.

    The sea rises and falls.
    ");
    rests(&project);
    approve(&project, "boats-land-here");
    insta::assert_snapshot!(page(&project).lines().nth(5).unwrap(), @"> 1 texte sur 4 a été traduit par une machine et n’a pas encore été relu. 1 texte sur 4 a changé dans l’original depuis le 31 janvier 2026. 1 texte sur 4 est affiché en anglais.");
    approve(&project, "the-crane-lifts-crates");
    let accepted = project.run(&["accept", "the-sea-rises", "--still-valid", "--date", "2026-01-31"]);
    assert_eq!(accepted.code, 0, "{}", accepted.err);
    // Nothing is left to say.
    assert_eq!(page(&project), "# Fr Quay\n\nFr Boats land here.\n\nFr The crane lifts crates.\n\nFr The sea rises.\n");
    rests(&project);
}

#[test]
fn it_is_in_the_words_of_the_locale() {
    let project = project("notice: block\n");
    project.write("locales/fr-FR/terms.ftl", "notice-changed = Nouveau depuis { DATETIME($since) } : { $changed }.\n");
    project.sync();
    assert!(page(&project).contains("Nouveau depuis 31 janvier 2026 : 1."), "{}", page(&project));
    assert!(page(&project).contains("2 textes sur 4 ont été traduits"), "{}", page(&project));
    rests(&project);
    project.write("handback.yaml", &project.read("handback.yaml").replace("[fr-FR]", "[fr-FR, sv-SE]"));
    let synced = project.sync();
    assert!(synced.err.contains("locales/sv-SE/terms.ftl: the notice to readers is in English"), "{}", synced.err);
    let swedish = project.read("localized-docs/sv-SE/quay.md");
    assert!(swedish.contains("This page is shown in English: its translation is not finished yet."), "{swedish}");
}

#[test]
fn a_theme_may_say_it() {
    let project = project("notice: front_matter\n");
    insta::assert_snapshot!(page(&project), @"
    ---
    translation:
      state: outdated
      notice: 2 textes sur 4 ont été traduits par une machine et n’ont pas encore été relus. 1 texte sur 4 a changé dans l’original depuis le 31 janvier 2026. 1 texte sur 4 est affiché en anglais.
      texts: 4
      machine: 2
      changed: 1
      shown_in_source: 1
      since: 2026-01-31
    ---
    # Fr Quay

    Fr Boats land here.

    Fr The crane lifts crates.

    The sea rises and falls.
    ");
    rests(&project);
    project.write("source-docs/quay.md", &format!("---\ntitle: Quay\n---\n{}", project.read("source-docs/quay.md")));
    project.sync();
    insta::assert_snapshot!(page(&project).split("---").nth(1).unwrap(), @"

    title: Fr Quay
    translation:
      state: outdated
      notice: 2 textes sur 5 ont été traduits par une machine et n’ont pas encore été relus. 1 texte sur 5 a changé dans l’original depuis le 31 janvier 2026. 1 texte sur 5 est affiché en anglais.
      texts: 5
      machine: 2
      changed: 1
      shown_in_source: 1
      since: 2026-01-31
    ");
    rests(&project);
}

#[test]
fn what_nobody_approved_is_english_or_holds_the_page_back() {
    let project = project("on_machine: source\nnotice: block\n");
    insta::assert_snapshot!(page(&project), @"
    # Fr Quay

    <!-- reader notice by handback e0d5aa3e -->

    > [!NOTE]
    > 1 texte sur 4 a changé dans l’original depuis le 31 janvier 2026. 3 textes sur 4 sont affichés en anglais.

    <!-- end of reader notice -->

    Boats land here.

    The crane lifts crates.

    The sea rises and falls.
    ");
    rests(&project);
    approve(&project, "boats-land-here");
    assert!(page(&project).contains("Fr Boats land here."), "{}", page(&project));
    assert!(page(&project).contains("\nThe crane lifts crates."), "{}", page(&project));
    let failing = project.read("handback.yaml").replace("on_machine: source", "on_machine: fail");
    project.write("handback.yaml", &failing);
    std::fs::remove_file(project.path("localized-docs/fr-FR/quay.md")).unwrap();
    insta::assert_snapshot!(project.shown(&["sync", "--date", "2026-01-31"]), @"
    $ handback sync --date 2026-01-31
    1 document, 4 units in 4 messages (0 shared by several documents)
    fr-FR  ████████████▓▓▓▓▓▓▒▒▒▒▒▒   75 % current: 2 human, 1 machine; 1 stale, 0 missing
    Every file was up to date.
    Next for fr-FR translators: 1 stale message to bring up to date, 1 machine translation to approve (`handback review --locale fr-FR`).
    --- stderr
    finding: source-docs/quay.md: not written in fr-FR: 1 unit is stale and 0 are missing, 1 is translated by a machine and not approved, and the configuration says `fail`
    --- exit code 1
    ");
    assert!(!project.path("localized-docs/fr-FR/quay.md").exists());
    // A locale may say otherwise.
    project.write("handback.yaml", &failing.replace("[fr-FR]", "[{fr-FR: {on_machine: publish, notice: none}}]"));
    project.sync();
    assert!(page(&project).contains("Fr The crane lifts crates.") && !page(&project).contains("reader notice"));
}

#[test]
fn a_page_that_is_not_far_enough_counts_what_is_shown() {
    let config = "publish: {min_current: 50}\non_machine: source\n";
    let project = Project::new(&format!("locales: [fr-FR]\nflavor: gfm\n{config}{MADE_UP_WORDS}"));
    project.write("source-docs/quay.md", PAGE);
    project.sync();
    project.run(&["translate", "--provider", "pseudo", "--date", "2026-01-31"]);
    project.sync();
    assert!(!project.path("localized-docs/fr-FR/quay.md").exists());
    let file = project.read("locales/fr-FR/quay.yaml").replacen("type: MT", "type: HT", 2);
    project.write("locales/fr-FR/quay.yaml", &file);
    project.sync();
    assert!(project.path("localized-docs/fr-FR/quay.md").exists());
}

/// The words of a notice are the catalog's, whoever wrote the page: they are nobody's edit, and an edit of them is one.
#[test]
fn a_notice_is_no_edit_and_an_edit_of_it_is_one() {
    for config in ["notice: block\n", "notice: front_matter\n"] {
        let project = project(config);
        git(&project, &["init", "-q"]);
        git(&project, &["add", "-A"]);
        git(&project, &["commit", "-q", "-m", "all"]);
        // Another checkout, where nobody remembers what was written; its page says what was true before.
        std::fs::remove_dir_all(project.path(".handback")).unwrap();
        machine(&project, "quay");
        let check = project.run(&["check"]);
        assert!(!check.out.contains("hand-edited-output"), "{}", check.out);
        assert!(check.out.contains("is not what it would be after a sync"), "{}", check.out);
        let synced = project.run(&["sync", "--date", "2026-02-28"]);
        assert!(!synced.err.contains("a copy is kept") && page(&project).contains("3 textes sur 4"), "{}", synced.err);
        // Turned off, it goes without a word.
        if config == "notice: block\n" {
            std::fs::remove_dir_all(project.path(".handback")).unwrap();
            let before = project.read("handback.yaml");
            project.write("handback.yaml", &before.replace(config, ""));
            let synced = project.run(&["sync", "--date", "2026-02-28"]);
            assert!(!synced.err.contains("a copy is kept") && !page(&project).contains("notice"), "{}", synced.err);
            project.write("handback.yaml", &before);
            project.sync();
            project.edit("localized-docs/fr-FR/quay.md", "3 textes", "Trois textes");
            let check = project.run(&["check"]);
            assert!(check.out.contains("hand-edited-output"), "{}", check.out);
            let synced = project.run(&["sync", "--date", "2026-02-28"]);
            assert!(synced.err.contains("a copy is kept as rescued-pages"), "{}", synced.err);
        }
    }
}

#[test]
fn an_adoption_learns_nothing_from_a_notice() {
    for config in ["notice: block\n", "notice: front_matter\n"] {
        let project = project(config);
        let published = page(&project);
        let other = Project::new(&format!("locales: [fr-FR]\nflavor: gfm\n{config}{MADE_UP_WORDS}"));
        other.write("source-docs/quay.md", &project.read("source-docs/quay.md"));
        other.write("published/quay.md", &published.replace("The sea rises and falls.", "Fr La mer."));
        let adopted = other.run(&["adopt", "--locale", "fr-FR", "published", "--date", "2026-01-31"]);
        assert!(adopted.out.contains("1 of 1 page"), "{}{}", adopted.out, adopted.err);
        let all: String = other
            .snapshot()
            .iter()
            .map(|(name, bytes, _)| format!("{name}\n{}", String::from_utf8_lossy(bytes)))
            .collect();
        let catalog: String = all.split("handback.yaml").map(str::to_owned).collect();
        assert!(other.read("locales/fr-FR/quay.ftl").contains("Fr La mer."));
        assert!(!other.read("locales/fr-FR/quay.ftl").contains("textes sur"), "{catalog}");
        assert!(!other.read("locales/fr-FR/quay.yaml").contains("addition"), "{catalog}");
        let synced = other.run(&["sync", "--date", "2026-01-31"]);
        assert_eq!(synced.code, 0, "{}", synced.err);
    }
}

/// What a locale has of its own is held back like a translation: the English has nothing there.
#[test]
fn what_nobody_approved_of_a_locale_s_own_is_not_on_its_page() {
    let project = Project::new("locales: [fr-FR]\nflavor: gfm\nmetadata: none\nanchors: false\non_machine: source\n");
    let english = "# Quay\n\nBoats land at [pier 4](a.md).\n\nThe crane `K7` lifts 12 crates.\n\nThe sea rises 3 m.\n";
    let note = "Note de la traductrice : voir la carte.";
    let french = format!(
        "# Le quai\n\nLes bateaux accostent au [quai 4](a.md).\n\n{note}\n\nLa grue `K7` lève 12 caisses.\n\n\
         La mer monte de 3 m.\n"
    );
    project.write("source-docs/a.md", english);
    project.write("p/a.md", &french);
    let page = |project: &Project| project.read("localized-docs/fr-FR/a.md");
    assert_eq!(project.run(&["adopt", "--locale", "fr-FR", "p", "--type", "machine"]).code, 1);
    assert!(project.read("locales/fr-FR/a.ftl").contains(note));
    project.sync();
    assert_eq!(page(&project), english);
    let state = project.read("locales/fr-FR/a.yaml");
    project.write("locales/fr-FR/a.yaml", &state.replace("type: MT", "type: HT"));
    project.sync();
    assert_eq!(page(&project), french);
    // Where what nobody approved fails, the addition alone holds the page back.
    let addition = state.lines().find(|line| line.contains("addition: ")).unwrap();
    let rest = state.replace("type: MT", "type: HT");
    project.write("locales/fr-FR/a.yaml", &rest.replace(&addition.replace("type: MT", "type: HT"), addition));
    project.edit("handback.yaml", "on_machine: source", "on_machine: fail");
    let outcome = project.run(&["sync", "--date", "2026-03-01"]);
    assert!(outcome.err.contains("1 is translated by a machine and not approved"), "{}{}", outcome.out, outcome.err);
}
