//! What a house demands of its translations: its glossary, names, lengths and rules of its own.

use std::collections::BTreeMap;

use regex::Regex;

use super::{Finding, Kind, Pair};
use crate::text::count::counted;
use crate::translate::glossary::{Breach, Entry, breaches};

/// Demands of the configuration, for one locale.
#[derive(Debug, Clone, Default)]
pub struct House {
    pub lengths: Lengths,
    pub rules: Vec<Rule>,
    /// French spaces have to be no-break spaces.
    pub no_break_spaces: bool,
}

/// How long texts may be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lengths {
    /// In characters, by kind of unit (`heading`, `cell` …); `all` is for every kind that is not named.
    pub by_unit: BTreeMap<String, usize>,
}

impl Lengths {
    /// The limit of a kind of unit.
    pub fn of(&self, unit: &str) -> Option<usize> {
        self.by_unit.get(unit).or_else(|| self.by_unit.get("all")).copied()
    }
}

/// A rule by regular expression.
#[derive(Debug, Clone)]
pub struct Rule {
    /// What must not be in the translation.
    pub forbidden: Option<Regex>,
    /// What must be in it.
    pub required: Option<Regex>,
    /// Only where the English matches.
    pub english: Option<Regex>,
    /// What is said of a breach.
    pub message: String,
}

/// Looks for breaches of what the house demands.
pub(super) fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    terms(pair, findings);
    lengths(pair, findings);
    rules(pair, findings);
}

fn terms(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let (english, wording) = (pair.english.source, pair.source);
    let found = pair.context.glossary.map_or_else(Vec::new, |glossary| breaches(glossary, english, wording));
    findings.extend(found.iter().map(against_glossary));
    for name in pair.context.names {
        if !holds(wording, &name.text, name.case_sensitive) {
            findings.push(Finding::new(
                Kind::AlteredName,
                &name.text,
                format!("the translation alters the name `{}`", name.text),
                format!("write `{}` as the English does", name.text),
            ));
        }
    }
}

/// Languages that decline put endings to names.
fn holds(text: &str, name: &str, case_sensitive: bool) -> bool {
    text.contains(name) || (!case_sensitive && text.to_lowercase().contains(&name.to_lowercase()))
}

fn against_glossary(breach: &Breach<'_>) -> Finding {
    let (words, message, fix) = match breach {
        Breach::Lacks(entry) => {
            let wanted = entry.translation.as_deref().unwrap_or_default();
            (
                entry.term.as_str(),
                format!("`{}` is not translated as `{wanted}`", entry.term),
                format!("write `{wanted}`"),
            )
        }
        Breach::Altered(entry) => {
            let message = format!("`{}` is not to be translated", entry.term);
            (entry.term.as_str(), message, format!("write `{}` as the English does", entry.term))
        }
        Breach::Forbidden(entry, wrong) => {
            let instead = entry.translation.as_deref().map_or_else(String::new, |right| format!(", write `{right}`"));
            (
                *wrong,
                format!("`{wrong}` is no translation of `{}`", entry.term),
                format!("do not write `{wrong}`{instead}"),
            )
        }
    };
    let (Breach::Lacks(entry) | Breach::Altered(entry) | Breach::Forbidden(entry, _)) = breach;
    Finding::new(Kind::Glossary, words, message, format!("{fix}, or change the glossary{}", remarks(entry)))
}

/// What the glossary says to people about a term.
fn remarks(entry: &Entry) -> String {
    let remarks = [("definition", &entry.definition), ("note", &entry.note)];
    let said = remarks.into_iter().filter_map(|(name, text)| Some(format!("{name}: {}", text.as_ref()?.trim())));
    let said: Vec<String> = said.collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join("; ")) }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

/// By how much a translation may be shorter than its English. Of a short text hardly anything may be left: a label, a name.
fn least_part(pair: &Pair<'_>, english: usize) -> usize {
    match (pair.context.language.is_cjk(), english) {
        (true, _) => 12,
        (false, ..60) => 5,
        (false, _) => 4,
    }
}

fn lengths(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    // A Chinese character says as much as three letters.
    let weight = |c: char| if is_ideograph(c) { 3 } else { 1 };
    let english: usize = pair.english.visible.text.chars().map(weight).sum();
    let wording = pair.wording.text.chars().count();
    if let Some(most) = pair.context.house.lengths.of(pair.context.unit).filter(|most| wording > *most) {
        findings.push(Finding::new(
            Kind::Length,
            pair.source,
            format!("the translation has {wording} characters, and {most} are allowed"),
            "shorten it",
        ));
    } else if wording > 3 * english + 40 {
        let message = format!("the translation is far longer than its English ({wording} characters for {english})");
        findings.push(Finding::new(
            Kind::Length,
            pair.source,
            message,
            "see whether it says only what the English says",
        ));
    } else if english >= 40 && wording < english / least_part(pair, english) {
        let words = counted(wording, "character");
        let message = format!("the translation is far shorter than its English ({words} for {english})");
        findings.push(Finding::new(
            Kind::Length,
            pair.source,
            message,
            "see whether it says all that the English says",
        ));
    }
}

fn rules(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    for rule in &pair.context.house.rules {
        if rule.english.as_ref().is_some_and(|english| !english.is_match(pair.english.source)) {
            continue;
        }
        if let Some(found) = rule.forbidden.as_ref().and_then(|forbidden| forbidden.find(pair.source)) {
            findings.push(Finding::new(
                Kind::Pattern,
                found.as_str(),
                rule.message.clone(),
                "see the rule in `checks: patterns`",
            ));
        } else if rule.required.as_ref().is_some_and(|required| !required.is_match(pair.source)) {
            findings.push(Finding::new(Kind::Pattern, "", rule.message.clone(), "see the rule in `checks: patterns`"));
        }
    }
}
