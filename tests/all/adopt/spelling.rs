//! Pages that write in another way what means the same come back as they are, and keep their spelling when the English changes.

use super::sites::{comes_back, site};
use crate::support::rests;

const ENGLISH: &str = "---\ntitle: Harbor list\ndescription: \"All boats\"\nweight: 3\n---\n\n# Harbor\n\nBoats land here:\n\n- by day\n- by \
                       night\n- in fog\n\n| Boat | Crew |\n|---|---|\n| Sloop | four people |\n| Brig | twelve people |\n\n```sh\n\
                       land --all\n```\n\nMind the tide at the quay, which\nrises quickly.\n";
const FRENCH: &str = "---\nweight: 3\ndescription: >-\n  Tous les\n  bateaux\ntitle: 'Liste du port'\n---\n\n# Port\nLes bateaux \
                      accostent ici :\n\n*   le jour\n*   la nuit\n*   dans le brouillard\n\n\n| Bateau | Équipage         |\n| ------ | ---------------- |\n\
                      | Sloop  | quatre personnes |\n| Brick  | douze personnes  |\n\n\n```sh\nland --all\n```\nAttention à la marée \
                      sur le quai,\n  qui monte vite.\n\n";

#[test]
fn what_markdown_reads_the_same_stays_as_it_is_written() {
    for flavor in ["hugo", "gfm", "vitepress", "docusaurus", "mdbook"] {
        comes_back(flavor, ENGLISH, FRENCH);
    }
    comes_back("jekyll", "---\nname: \"a\"\n---\n\n1. One\n1. Two\n", "---\nname: a\n---\n\n1. Un\n2. Deux\n");
}

#[test]
fn a_spelling_holds_as_long_as_the_english_has_what_it_stands_for() {
    let project = site("gfm", "", ENGLISH, FRENCH);
    let changed = ENGLISH.replace("- in fog\n", "- in fog\n- at any time\n").replace("| Brig |", "|  Brig |");
    project.write("en/quay.md", &changed.replace("# Harbor\n", "# The harbor\n"));
    project.sync();
    let french = project.read("fr/quay.md");
    // The new item has the mark of the others; where the English has other blanks, its own count.
    let expected = FRENCH
        .replace("*   dans le brouillard\n", "*   dans le brouillard\n*   at any time\n")
        .replace("| Brick ", "|  Brick ");
    assert_eq!(french, expected.replace("# Port\n", "# The harbor\n"), "{french}");
    rests(&project);
}

/// What would be read otherwise is no spelling.
#[test]
fn another_structure_is_not_kept() {
    let english = "# Harbor\n\nBoats land here:\n\n- by day\n- by night\n";
    let project = site("gfm", "", english, "# Port\n\nLes bateaux accostent ici :\n\n- le jour\n* la nuit\n");
    assert_eq!(project.read("fr/quay.md"), "# Port\n\nLes bateaux accostent ici :\n\n- le jour\n- la nuit\n");
    rests(&project);
}

/// A new item among others that are spelled by their place would make two lists of one: then the English counts for all marks.
#[test]
fn a_page_never_reads_otherwise_for_its_spelling() {
    let english = "# Harbor\n\n- by day\n- by night\n\nBoats land here.\n\n- by day or by night\n- when it is calm\n";
    let french =
        "# Port\n\n* le jour\n* la nuit\n\nLes bateaux accostent ici.\n\n- de jour ou de nuit\n- par temps calme\n";
    let project = site("gfm", "", english, french);
    assert_eq!(project.read("fr/quay.md"), french);
    project.write("en/quay.md", &english.replace("- by night\n\n", "- by night\n- at dawn\n\n"));
    project.sync();
    let after = project.read("fr/quay.md");
    assert!(after.contains("- le jour\n- la nuit\n- at dawn\n"), "{after}");
    rests(&project);
}

/// The line ends of a page are its own, and stay when the English changes.
#[test]
fn pages_keep_their_line_ends() {
    let with_returns = FRENCH.replace('\n', "\r\n");
    for flavor in ["gfm", "hugo"] {
        comes_back(flavor, ENGLISH, &with_returns);
        comes_back(flavor, &ENGLISH.replace('\n', "\r\n"), FRENCH);
    }
    let project = site("gfm", "", ENGLISH, &with_returns);
    project.write("en/quay.md", &ENGLISH.replace("# Harbor\n", "# The harbor\n"));
    project.sync();
    assert_eq!(project.read("fr/quay.md"), with_returns.replace("# Port", "# The harbor"));
    rests(&project);
}

/// `newline` says it for all pages, from the next change on.
#[test]
fn configured_line_ends_count_more_than_those_of_a_page() {
    let project = site("gfm", "newline: lf\n", ENGLISH, &FRENCH.replace('\n', "\r\n"));
    project.write("en/quay.md", &ENGLISH.replace("# Harbor\n", "# The harbor\n"));
    project.sync();
    assert_eq!(project.read("fr/quay.md"), FRENCH.replace("# Port", "# The harbor"));
    rests(&project);
}
