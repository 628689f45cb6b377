//! Pages as people make them, and what of them must be paired.

use super::{Alignment, Lexicon, Why, align};
use crate::document::{Document, ParseOptions, Syntax};

fn parsed(text: &str) -> Document<'_> {
    Document::parse(text, Syntax::Markdown, &ParseOptions::default())
}

fn aligned(english: &str, page: &str) -> Alignment {
    align(&parsed(english), &parsed(page), None)
}

/// The pairs as texts, `English = translation`, in the order of the English.
fn pairs(english: &str, page: &str) -> Vec<String> {
    let (ours, theirs) = (parsed(english), parsed(page));
    let alignment = align(&ours, &theirs, None);
    let pairs = alignment.pairs.iter();
    pairs.map(|pair| format!("{} = {}", ours.units[pair.english].text, theirs.units[pair.page].text)).collect()
}

/// Lines of a document, each a paragraph.
fn paragraphs(lines: &[&str]) -> String {
    lines.join("\n\n") + "\n"
}

const ENGLISH: [&str; 13] = [
    "# Backups",
    "A backup is a copy of all your data at one moment, kept in another place.",
    "## Create a backup",
    "Open the settings and choose **Backups**.",
    "Do you want to include attachments?",
    "- Yes, with all attachments and their history.",
    "- No, only the text of the messages.",
    "## Restore",
    "Restoring takes a while: please do not close the window.",
    "1. Choose the backup in the list.",
    "2. Select **Restore**.",
    "3. Wait until the bar is full.",
    "That is all.",
];
const FRENCH: [&str; 13] = [
    "# Sauvegardes",
    "Une sauvegarde est une copie de toutes vos données à un instant donné, gardée ailleurs.",
    "## Créer une sauvegarde",
    "Ouvrez les paramètres et choisissez **Sauvegardes**.",
    "Voulez-vous inclure les pièces jointes ?",
    "- Oui, avec toutes les pièces jointes et leur historique.",
    "- Non, seulement le texte des messages.",
    "## Restaurer",
    "La restauration prend un moment : merci de ne pas fermer la fenêtre.",
    "1. Choisissez la sauvegarde dans la liste.",
    "2. Sélectionnez **Restaurer**.",
    "3. Attendez que la barre soit pleine.",
    "C'est tout.",
];

/// The sample with a line put before one of each side, and how many pairs are right and wrong.
fn with_lines(english: Option<(usize, &str)>, page: Option<(usize, &str)>) -> (usize, usize) {
    let (mut ours, mut theirs) = (ENGLISH.to_vec(), FRENCH.to_vec());
    english.inspect(|(at, line)| ours.insert(*at, line));
    page.inspect(|(at, line)| theirs.insert(*at, line));
    let bare = |line: &str| line.trim_start_matches(|c: char| "#-. ".contains(c) || c.is_ascii_digit()).to_owned();
    let right = |pair: &String| ENGLISH.iter().zip(FRENCH).any(|(a, b)| *pair == format!("{} = {}", bare(a), bare(b)));
    let pairs = pairs(&paragraphs(&ours), &paragraphs(&theirs));
    let count = pairs.iter().filter(|pair| right(pair)).count();
    (count, pairs.len() - count)
}

#[test]
fn one_block_more_or_less_costs_only_itself() {
    assert_eq!(with_lines(None, None), (13, 0));
    let note = "*(Note du traducteur : les captures d'écran montrent la version anglaise.)*";
    for at in 1..=13 {
        let (right, wrong) = with_lines(None, Some((at, note)));
        assert!(right >= 12 && wrong == 0, "a note at {at}: {right} right, {wrong} wrong");
    }
    assert_eq!(with_lines(None, Some((12, "4. Fermez la fenêtre des paramètres quand tout est terminé."))), (13, 0));
    // Two paragraphs of one section that are about as long: one of them is left out, too.
    let (right, wrong) =
        with_lines(Some((2, "Since last year backups are encrypted with a key that only you know.")), None);
    assert!(right >= 12 && wrong == 0, "{right} right, {wrong} wrong");
    assert_eq!(with_lines(Some((1, "import { Steps } from '@contoso/components';")), None), (13, 0));
}

#[test]
fn differences_that_cancel_shift_nothing() {
    let note = "*(Une note du traducteur, qui n'a pas d'équivalent dans le texte anglais.)*";
    for (ours, theirs) in [(12, 1), (1, 12), (9, 4), (4, 9)] {
        let new = "Something entirely new, which nobody has translated up to now.";
        let (right, wrong) = with_lines(Some((ours, new)), Some((theirs, note)));
        assert!(right >= 12 && wrong == 0, "{ours} and {theirs}: {right} right, {wrong} wrong");
    }
    let english = "Intro words here.\n\nThe purpose of the hook is told below:\n\n1. Render the first content.\n2. Measure the layout.\n3. Render the last content.\n\nThere are several options:\n\n- Replace the hook.\n- A new option of today.\n";
    let page = "Mots d'introduction.\n\n*(Une note du traducteur.)*\n\nLe but du hook est dit ci-dessous :\n\n1. Faire le premier rendu.\n2. Mesurer la mise en page.\n3. Faire le dernier rendu.\n\nIl y a plusieurs options :\n\n- Remplacer le hook.\n";
    holds(
        &pairs(english, page),
        &[
            "Intro words here. = Mots d'introduction.",
            "The purpose of the hook is told below: = Le but du hook est dit ci-dessous :",
            "Render the first content. = Faire le premier rendu.",
            "Measure the layout. = Mesurer la mise en page.",
            "Render the last content. = Faire le dernier rendu.",
            "There are several options: = Il y a plusieurs options :",
            "Replace the hook. = Remplacer le hook.",
        ],
    );
}

fn holds(found: &[String], expected: &[&str]) {
    assert_eq!(found, expected);
}

#[test]
fn lists_that_were_sorted_follow_their_links() {
    let english = "# See also\n\n- [Restore files](restore.md)\n- [Prices](prices.md)\n";
    let page = "# Voir aussi\n\n- [Prix](prices.md)\n- [Restaurer des fichiers](restore.md)\n";
    holds(
        &pairs(english, page),
        &[
            "See also = Voir aussi",
            "[Restore files](restore.md) = [Restaurer des fichiers](restore.md)",
            "[Prices](prices.md) = [Prix](prices.md)",
        ],
    );
}

#[test]
fn what_no_evidence_tells_in_a_sorted_list_is_left_out() {
    let english =
        "# See\n\n- [Restore](restore.md)\n- Ask us\n- [Prices](prices.md)\n- Read on\n- [Accounts](accounts.md)\n";
    let page =
        "# Voir\n\n- [Comptes](accounts.md)\n- Lire\n- Nous demander\n- [Prix](prices.md)\n- [Restaurer](restore.md)\n";
    let pairs = pairs(english, page);
    assert!(pairs.contains(&"[Restore](restore.md) = [Restaurer](restore.md)".to_owned()), "{pairs:?}");
    assert!(pairs.contains(&"[Accounts](accounts.md) = [Comptes](accounts.md)".to_owned()), "{pairs:?}");
    assert!(!pairs.iter().any(|pair| pair.starts_with("Ask us") || pair.starts_with("Read on")), "{pairs:?}");
}

#[test]
fn rows_follow_their_keys_and_take_their_cells_along() {
    let english = "# Limits\n\n| Name | Meaning |\n|--|--|\n| `vault` | Where keys are kept. |\n| `quota` | How much you may store. |\n| `agent` | Runs in the background. |\n";
    let page = "# Limites\n\n| Nom | Sens |\n|--|--|\n| `agent` | Tourne en arrière-plan. |\n| `quota` | Ce que vous pouvez stocker. |\n| `vault` | Là où sont les clés. |\n";
    let pairs = pairs(english, page);
    assert_eq!(pairs.len(), 9, "{pairs:?}");
    assert!(pairs.contains(&"Where keys are kept. = Là où sont les clés.".to_owned()), "{pairs:?}");
    assert!(pairs.contains(&"Meaning = Sens".to_owned()), "{pairs:?}");
}

#[test]
fn sections_follow_their_ids() {
    for (before, after) in [(" {#", "}"), (" {/*", "*/}"), (" { #", " }")] {
        let section = |title: &str, id: &str, text: &str| format!("## {title}{before}{id}{after}\n\n{text}\n\n");
        let english =
            section("Use it", "use", "Some words of use.") + &section("Remove it", "remove", "Words of removal, more.");
        let page = section("Le retirer", "remove", "Mots de retrait, plus.")
            + &section("L'utiliser", "use", "Des mots d'usage.");
        let pairs = pairs(&english, &page);
        assert_eq!(pairs.len(), 4, "{before}: {pairs:?}");
        assert!(pairs.contains(&"Some words of use. = Des mots d'usage.".to_owned()), "{before}: {pairs:?}");
    }
}

#[test]
fn headings_that_lost_their_text_still_open_sections() {
    let english = "# App\n\nWhat it is.\n\n## Data\n\nWhat it keeps.\n\nA new text of today, which says at length what else it does with all of that.\n\n## Rights\n\nWhat it may do.\n";
    let page = "# <a name=\"app\"></a>\n\nCe que c'est.\n\n## <a name=\"data\"></a>\n\nCe qu'elle garde.\n\n## <a name=\"rights\"></a>\n\nCe qu'elle peut faire.\n";
    holds(
        &pairs(english, page),
        &[
            "What it is. = Ce que c'est.",
            "What it keeps. = Ce qu'elle garde.",
            "What it may do. = Ce qu'elle peut faire.",
        ],
    );
}

#[test]
fn code_between_texts_is_a_fixed_point() {
    let code = |name: &str| format!("```\nlet {name} = open({name});\nprint({name});\n```");
    let (a, b) = (code("first"), code("second"));
    let english = paragraphs(&["Open it.", &a, "Close it.", "Then go.", &b, "Done now."]);
    let page = paragraphs(&["Ouvrez-le.", &a, "Fermez-le.", &b, "C'est fait."]);
    let pairs = pairs(&english, &page);
    assert!(pairs.contains(&"Done now. = C'est fait.".to_owned()), "{pairs:?}");
    assert!(pairs.contains(&"Open it. = Ouvrez-le.".to_owned()), "{pairs:?}");
}

#[test]
fn what_was_split_or_merged_is_left_out_and_named() {
    let first = "The first of these sentences says what the whole tool is good for.";
    let second = "The second one adds how to begin with it on a new machine.";
    let merged = "La première de ces phrases dit à quoi tout l'outil est bon. La seconde ajoute comment débuter sur une nouvelle machine.";
    let english = paragraphs(&["# Tool", first, second, "## More", "Last words."]);
    let page = paragraphs(&["# Outil", merged, "## Plus", "Derniers mots."]);
    let alignment = aligned(&english, &page);
    assert_eq!((alignment.lost.clone(), alignment.extra.clone()), (vec![1, 2], vec![1]));
    assert!(alignment.refused.iter().all(|refused| refused.why == Why::Merged) && alignment.refused.len() == 2);
    // The other way round.
    let turned = align(&parsed(&page), &parsed(&english), None);
    assert_eq!((turned.lost, turned.extra), (vec![1], vec![1, 2]));
}

#[test]
fn a_pair_that_links_refute_is_none_and_an_altered_target_is_one() {
    let english = "Read [this](one.md).\n\nRead [that](two.md).\n";
    let elsewhere = "Lisez [cela](two.md).\n";
    holds(&pairs(english, elsewhere), &["Read [that](two.md). = Lisez [cela](two.md)."]);
    let altered = "Lisez [ceci](https://fr.wikipedia.org/wiki/Un).\n\nLisez [cela](two.md).\n";
    assert_eq!(pairs(english, altered).len(), 2);
}

#[test]
fn front_matter_belongs_together_by_its_keys() {
    let english = "---\ntitle: Pods\ndescription: What a pod is.\n---\n\nWords.\n";
    let page = "---\ndescription: Ce qu'est un pod.\ntitle: Les pods\n---\n\nDes mots.\n";
    let pairs = pairs(english, page);
    assert!(!pairs.iter().any(|pair| pair.starts_with("Pods = Ce")), "{pairs:?}");
    assert!(pairs.contains(&"Words. = Des mots.".to_owned()), "{pairs:?}");
}

#[test]
fn words_of_other_pages_tell_what_order_does_not() {
    let known = [
        ("Does it keep passwords?", "Garde-t-il des mots de passe ?"),
        ("Who reads passwords?", "Qui lit les mots de passe ?"),
        ("Change passwords now.", "Changez les mots de passe."),
        ("Does it send reports?", "Envoie-t-il des rapports ?"),
        ("Who reads reports?", "Qui lit les rapports ?"),
        ("Print reports now.", "Imprimez les rapports."),
    ];
    let lexicon = Lexicon::learn(known.into_iter());
    let says = |english: &str, page: &str| lexicon.score(&lexicon.words(english), &lexicon.words(page));
    assert!(says("Our passwords", "Nos mots de passe") > 0.5);
    assert!(says("Our passwords", "Nos rapports") < -1.0);
    assert!(says("Our cars", "Nos voitures").abs() < f64::EPSILON);
}

#[test]
fn quality_tells_the_english_that_a_page_was_made_from() {
    let page = paragraphs(&FRENCH);
    let older = paragraphs(&ENGLISH);
    let newer = older.replace("That is all.", "That is all.\n\n## New\n\nMuch that is new.\n\nAnd more of it.");
    assert!(aligned(&older, &page).quality() > aligned(&newer, &page).quality());
    assert!((aligned("", "").quality() - 1.0).abs() < f32::EPSILON);
}
