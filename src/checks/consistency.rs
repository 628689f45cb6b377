//! One text, one translation: texts that say the same and are worded differently, and the reverse.
//!
//! Texts say the same if their words do: capitals, blanks, and what stands around the words (marks of emphasis, a colon) are
//! not looked at.

use std::collections::BTreeSet;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::Translation;
use handback_core::catalog::{FileKey, Id, notation};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Wanted;
use super::finding::Finding;
use super::places::{finding, home};
use crate::settings::code::Code;
use crate::snapshot::judging::{dismissed, same_words as words};
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, PageView, Snapshot, UnitView};

/// The texts of all documents by what they say, the same for every locale.
#[derive(Default)]
pub struct Texts<'s> {
    /// Messages that share what they say with another.
    groups: FxHashMap<&'s Id, usize>,
}

/// A translation of a text that has, or may have, others.
struct Worded<'s> {
    unit: UnitView<'s>,
    translation: Translation<'s>,
    /// What it says.
    words: String,
}

impl Worded<'_> {
    /// Whether a person said that it is no fault.
    fn is_dismissed(&self, code: Code) -> bool {
        dismissed(&self.translation).any(|name| name == code.name())
    }
}

impl<'s> Texts<'s> {
    /// Looks at all texts, if somebody wants to know.
    pub fn of(snapshot: &'s Snapshot<'s>, wanted: Wanted<'_>) -> Self {
        if !wanted(Code::Inconsistent) {
            return Self::default();
        }
        let mut by_words: FxHashMap<String, BTreeSet<&Id>> = FxHashMap::default();
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        for unit in snapshot.pages().flat_map(PageView::units).filter(|unit| seen.insert(unit.id)) {
            if let Some(words) = words(unit.english()) {
                by_words.entry(words).or_default().insert(unit.id);
            }
        }
        let shared = by_words.into_values().filter(|ids| ids.len() > 1).enumerate();
        Self { groups: shared.flat_map(|(group, ids)| ids.into_iter().map(move |id| (id, group))).collect() }
    }

    /// Texts of a locale that are worded in another way than most of those that say the same.
    pub fn inconsistent(&self, locale: LocaleView<'s>) -> Vec<Finding> {
        let standings = locale.all_standings();
        let overridden = overridden(&standings, locale);
        let key = |id: &'s Id| match self.groups.get(id) {
            Some(group) => Some(Ok(*group)),
            None => overridden.contains(id).then_some(Err(id)),
        };
        let mut groups: FxHashMap<Result<usize, &Id>, Vec<Worded<'s>>> = FxHashMap::default();
        let mut order = Vec::new();
        for page in locale.snapshot.pages() {
            let mut seen: FxHashSet<&Id> = FxHashSet::default();
            for unit in page.units().filter(|unit| seen.insert(unit.id)) {
                let Some(key) = key(unit.id) else { continue };
                let Some(worded) = worded(unit, &standings) else { continue };
                let group = groups.entry(key).or_default();
                if group.is_empty() {
                    order.push(key);
                }
                group.push(worded);
            }
        }
        let groups = order.iter().filter_map(|key| groups.get(key));
        groups.flat_map(|group| outvoted(group, locale, &standings)).collect()
    }
}

/// Messages that a document words for itself in a locale.
fn overridden<'s>(standings: &Standings<'s>, locale: LocaleView<'s>) -> FxHashSet<&'s Id> {
    let reference = locale.snapshot.reference();
    let is_shared = |id: &Id| reference.messages.get(id).is_some_and(|message| message.home == FileKey::Shared);
    let own = standings.own().files.iter().filter(|(key, _)| **key != FileKey::Shared);
    own.flat_map(|(_, file)| file.resource.entries()).map(|entry| &entry.id).filter(|id| is_shared(id)).collect()
}

fn worded<'s>(unit: UnitView<'s>, standings: &Standings<'s>) -> Option<Worded<'s>> {
    let Standing::Current(translation) = standings.of(unit.page.name(), unit.id) else { return None };
    // One with selectors says several things.
    let Pattern::Text(text) = translation.pattern else { return None };
    let words = words(text)?;
    Some(Worded { unit, translation, words })
}

/// The translations in a group that say something else than most.
fn outvoted<'s>(group: &[Worded<'s>], locale: LocaleView<'s>, standings: &Standings<'s>) -> Vec<Finding> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for one in group {
        match counts.iter_mut().find(|(words, _)| *words == one.words) {
            Some((_, count)) => *count += 1,
            None => counts.push((&one.words, 1)),
        }
    }
    if counts.len() < 2 {
        return Vec::new();
    }
    // Of several that are as frequent, the first.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count).map_or("", |(words, _)| words);
    let Some(model) = group.iter().find(|one| one.words == most) else { return Vec::new() };
    let others = group.iter().filter(|one| one.words != most && !one.is_dismissed(Code::Inconsistent));
    others.map(|one| inconsistent(one, model, locale, standings)).collect()
}

fn inconsistent<'s>(
    one: &Worded<'s>,
    model: &Worded<'s>,
    locale: LocaleView<'s>,
    standings: &Standings<'s>,
) -> Finding {
    let whose = if one.unit.id == model.unit.id {
        format!("in {}", model.unit.page.name())
    } else {
        format!("as `{}`", model.unit.id)
    };
    let name = locale.name();
    let message =
        format!("{name}: the same English is worded differently {whose}: {}", model.translation.pattern.shown());
    let fix = format!("use one wording: `handback review --locale {name} --inconsistent` shows them side by side");
    let mut finding = finding(Code::Inconsistent, locale, one.unit, message, fix);
    finding.resource = Some(home(locale, standings, one.unit));
    finding.translation = Some(one.translation.pattern.shown().into());
    finding
}

/// Different English texts that one translation stands for.
pub fn reused(locale: LocaleView<'_>) -> Vec<Finding> {
    let standings = locale.all_standings();
    let mut seen: FxHashSet<&Id> = FxHashSet::default();
    let mut first: FxHashMap<String, UnitView<'_>> = FxHashMap::default();
    let mut findings = Vec::new();
    for unit in locale.snapshot.pages().flat_map(PageView::units).filter(|unit| seen.insert(unit.id)) {
        let Some(one) = worded(unit, &standings) else { continue };
        let Some(english) = words(unit.english()) else { continue };
        let Some(other) = first.get(&one.words) else {
            first.insert(one.words, unit);
            continue;
        };
        let differs = words(other.english()).is_some_and(|words| words != english);
        if differs && !one.is_dismissed(Code::ReusedTranslation) {
            let shown = notation::shown(other.english());
            let name = locale.name();
            let message =
                format!("{name}: `{}` has the same translation, and its English is another: {shown}", other.id);
            let fix = format!("see whether one of `{}` and `{}` is wrong", unit.id, other.id);
            let mut finding = finding(Code::ReusedTranslation, locale, unit, message, fix);
            finding.resource = Some(home(locale, &standings, unit));
            finding.translation = Some(one.translation.pattern.shown().into());
            findings.push(finding);
        }
    }
    findings
}

/// Both kinds of findings, as far as they are wanted.
pub fn check<'s>(texts: &Texts<'s>, locale: LocaleView<'s>, wanted: Wanted<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if wanted(Code::Inconsistent) {
        findings.extend(texts.inconsistent(locale));
    }
    if wanted(Code::ReusedTranslation) {
        findings.extend(reused(locale));
    }
    findings
}
