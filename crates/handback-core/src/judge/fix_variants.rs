//! Repairs of a wording with selectors: what is safe in each of its texts, put back to where it stands.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::{DiffOp, TextDiff};

use super::variants::{Variant, Variants};
use super::{Context, English, fix, judge};
use crate::catalog::escape::Pattern;

/// A wording without what is safe to repair in its texts; `None` if nothing is, or if it is not plain where a repair belongs.
pub fn fixed(english: &str, source: &str, context: &Context<'_>) -> Option<String> {
    let variants = Variants::of(source).filter(|variants| !variants.is_open)?;
    let mut edits: BTreeMap<(usize, usize), String> = BTreeMap::new();
    let mut expected = Vec::new();
    for variant in &variants.texts {
        let repaired = fix::fixed(english, &variant.text, context);
        let text = repaired.unwrap_or_else(|| variant.text.clone());
        for (range, new) in edits_of(variant, &text)? {
            let known = edits.entry((range.start, range.end)).or_insert_with(|| new.clone());
            if *known != new {
                return None;
            }
        }
        expected.push(text);
    }
    let wording = spliced(source, &edits)?;
    let is_expected = |after: &Variants| after.texts.iter().map(|variant| &variant.text).eq(&expected);
    Variants::of(&wording).filter(is_expected)?;
    is_better(english, source, &wording, context).then_some(wording)
}

/// Where in the wording the characters of a text are that become others.
fn edits_of(variant: &Variant, text: &str) -> Option<Vec<(Range<usize>, String)>> {
    let diff = TextDiff::from_chars(variant.text.as_str(), text);
    let old: Vec<usize> = offsets(&variant.text);
    let new: Vec<usize> = offsets(text);
    let changes = diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let edit = |op: &DiffOp| {
        let (from, to) = (op.old_range(), op.new_range());
        let place = variant.place(old[from.start]..old[from.end])?;
        Some((place, text[new[to.start]..new[to.end]].to_owned()))
    };
    changes.map(edit).collect()
}

/// Where each character begins, and the end.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// `None` if nothing changes, or if two edits overlap.
fn spliced(source: &str, edits: &BTreeMap<(usize, usize), String>) -> Option<String> {
    let mut out = String::with_capacity(source.len() + 8);
    let mut done = 0;
    for ((start, end), new) in edits {
        out.push_str(source.get(done..*start)?);
        out.push_str(new);
        done = *end;
    }
    out.push_str(source.get(done..)?);
    (out != source).then_some(out)
}

fn is_better(english: &str, before: &str, after: &str, context: &Context<'_>) -> bool {
    let english = &English::new(english, context.known());
    let judged = |source: &str| judge(english, &Pattern::Complex(source.to_owned()), context);
    fix::is_better(&judged(before), &judged(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::judge::{House, Language};

    fn fix(english: &str, wording: &str) -> Option<String> {
        let (language, house) = (Language::of("fr-FR"), House::default());
        fixed(english, wording, &Context { variables: &["n"], ..Context::new(&language, &house) })
    }

    #[test]
    fn what_is_safe_is_repaired_in_every_variant() {
        let english = "Delete \u{FDD0}$n\u{FDD1} files?";
        let wording = "{ $n ->\n    [one] Supprimer  { $n } fichier?\n   *[other] Supprimer { $n } fichiers ?\n}";
        let repaired = fix(english, wording).unwrap();
        assert_eq!(
            repaired,
            "{ $n ->\n    [one] Supprimer { $n } fichier\u{202f}?\n   *[other] Supprimer { $n } fichiers ?\n}"
        );
        assert_eq!(fix(english, &repaired), None);
    }

    #[test]
    fn a_text_around_a_selector_is_repaired_once() {
        let wording = "Voulez-vous  supprimer { $n ->\n    [one] ce fichier\n   *[other] ces fichiers\n}?";
        let repaired = fix("Delete \u{FDD0}$n\u{FDD1} files?", wording).unwrap();
        assert_eq!(
            repaired,
            "Voulez-vous supprimer { $n ->\n    [one] ce fichier\n   *[other] ces fichiers\n}\u{202f}?"
        );
    }

    #[test]
    fn what_is_not_all_there_stays() {
        assert_eq!(fix("Open it?", "Ouvrir { -app }  ?"), None);
        assert_eq!(fix("Open it?", "{ $n ->"), None);
    }
}
