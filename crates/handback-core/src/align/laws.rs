//! What holds for all documents: with evidence that is unique no pair is wrong, whatever was done to the page.

use proptest::prelude::*;

use super::align;
use crate::document::{Document, ParseOptions, Syntax};

/// What may have happened to a page since its English, at a place between 0 and 1.
#[derive(Debug, Clone, Copy)]
enum Change {
    Insert,
    Delete,
    Swap,
    Duplicate,
    Rotate,
}

fn change() -> impl Strategy<Value = (Change, f64, bool)> {
    const KINDS: [Change; 5] = [Change::Insert, Change::Delete, Change::Swap, Change::Duplicate, Change::Rotate];
    (proptest::sample::select(KINDS.to_vec()), 0.0..1.0f64, any::<bool>())
}

/// A block with evidence of its own: a link, or code.
fn block(number: usize, words: usize, is_item: bool, french: bool) -> String {
    let word = if french { "parole " } else { "word " };
    let mark = if is_item { "- " } else { "" };
    format!("{mark}{}[see](page-{number}.md) `code{number}`.", word.repeat(words))
}

fn apply(blocks: &mut Vec<String>, change: Change, place: f64) {
    let at = (place * blocks.len() as f64) as usize;
    match change {
        Change::Insert => blocks.insert(at, "Something else.".to_owned()),
        Change::Delete if blocks.len() > 1 => drop(blocks.remove(at)),
        Change::Swap if at + 1 < blocks.len() => blocks.swap(at, at + 1),
        Change::Duplicate => blocks.insert(at, blocks[at].clone()),
        Change::Rotate => blocks.rotate_left(at),
        Change::Delete | Change::Swap => {}
    }
}

/// The number of the link in a text.
fn number(text: &str) -> Option<&str> {
    text.split_once("(page-")?.1.split_once('.').map(|(number, _)| number)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn unique_evidence_is_never_paired_wrongly(
        sizes in proptest::collection::vec((1usize..12, any::<bool>()), 2..24),
        changes in proptest::collection::vec(change(), 0..6),
    ) {
        let make = |french| -> Vec<String> {
            let numbered = sizes.iter().enumerate();
            numbered.map(|(number, (words, is_item))| block(number, *words, *is_item, french)).collect()
        };
        let (mut english, mut page) = (make(false), make(true));
        for (change, place, on_page) in changes {
            apply(if on_page { &mut page } else { &mut english }, change, place);
        }
        let (english, page) = (english.join("\n\n"), page.join("\n\n"));
        let options = ParseOptions::default();
        let ours = Document::parse(&english, Syntax::Markdown, &options);
        let theirs = Document::parse(&page, Syntax::Markdown, &options);
        for pair in align(&ours, &theirs, None).pairs {
            let (a, b) = (&ours.units[pair.english].text, &theirs.units[pair.page].text);
            let link = |text: &str| number(text).map(|number| format!("(page-{number}.md)"));
            // Where one side has lost a text, another may be taken for what a translator made of it.
            let on_both = |text: &str| link(text).is_some_and(|link| english.contains(&link) && page.contains(&link));
            prop_assert!(number(a) == number(b) || !on_both(a) || !on_both(b), "{} = {}", a, b);
        }
    }

    #[test]
    fn every_unit_is_paired_once_or_left(english in "([a-z#|`\\[\\]()*_:>-]| |\n){0,160}", page in "([a-z#|`\\[\\]()*_:>-]| |\n){0,160}") {
        let options = ParseOptions::default();
        let ours = Document::parse(&english, Syntax::Markdown, &options);
        let theirs = Document::parse(&page, Syntax::Markdown, &options);
        let alignment = align(&ours, &theirs, None);
        let mut english: Vec<usize> = alignment.pairs.iter().map(|pair| pair.english).chain(alignment.lost).collect();
        let mut page: Vec<usize> = alignment.pairs.iter().map(|pair| pair.page).chain(alignment.extra).collect();
        english.sort_unstable();
        page.sort_unstable();
        prop_assert_eq!(english, (0..ours.units.len()).collect::<Vec<_>>());
        prop_assert_eq!(page, (0..theirs.units.len()).collect::<Vec<_>>());
    }
}

#[test]
fn long_documents_take_no_quadratic_time() {
    let text = |count: usize, word: &str| format!("{word}.\n\n").repeat(count);
    let (english, page) = (text(3000, "The same"), text(2999, "Le même"));
    let options = ParseOptions::default();
    let ours = Document::parse(&english, Syntax::Markdown, &options);
    let theirs = Document::parse(&page, Syntax::Markdown, &options);
    let alignment = align(&ours, &theirs, None);
    assert_eq!(alignment.pairs.len() + alignment.lost.len(), 3000);
}
