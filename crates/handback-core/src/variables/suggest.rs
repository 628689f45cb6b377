//! Values that nobody declared yet: what differs between otherwise equal texts of the documents.
//!
//! Every place that a variable could be declared by is a candidate: headings, rows of tables, what stands
//! behind a colon, front matter, the changing part of addresses. A candidate is worth as many messages as
//! it saves; the best is taken first, and others for what they save besides.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rayon::prelude::*;
use regex::Regex;
use rustc_hash::{FxHashMap, FxHashSet};
use unicode_segmentation::UnicodeSegmentation as _;

use super::bind::Bindings;
use super::choose::{self, Known};
use super::declaration::{Place, ValueType, Variable};
use super::inline::agree::Lift;
use super::inline::mask::mask;
use super::value::Value;
use crate::catalog::reference::Reference;
use crate::document::{Document, Unit, UnitKind};
use crate::text::markup::label_text;

/// A declaration that would save messages.
#[derive(Debug, Clone)]
pub struct Suggestion {
    pub variable: Variable,
    /// Documents that have a value there.
    pub documents: usize,
    /// Messages that it saves, beyond what is declared and suggested before it.
    pub saves: usize,
    /// A few of its values.
    pub examples: Vec<String>,
}

/// What was found in the documents that were looked at.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Messages that these documents have without the suggestions.
    pub messages: usize,
    /// The best first.
    pub suggestions: Vec<Suggestion>,
}

impl Found {
    /// How many messages all suggestions save together.
    pub fn saves(&self) -> usize {
        self.suggestions.iter().map(|suggestion| suggestion.saves).sum()
    }
}

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub struct Effort {
    /// Documents that are looked at, evenly chosen.
    documents: usize,
    /// Candidates that are measured, those in most documents first.
    candidates: usize,
}

impl Effort {
    /// For somebody who asked for suggestions.
    pub const THOROUGH: Self = Self { documents: 400, candidates: 120 };
    /// Shows whether it is worth asking.
    pub const GLANCE: Self = Self { documents: 16, candidates: 8 };
}

/// A value that differs in fewer documents than this is no form's.
const LEAST_VALUES: usize = 3;
/// Candidates that save fewer messages are not worth a declaration.
const LEAST_SAVED: usize = 3;

/// Returns declarations that would each save messages, without those there are. Of many documents only some are looked at.
pub fn suggest(documents: &[Document<'_>], declared: &[Variable], source_locale: &str, effort: Effort) -> Found {
    let step = documents.len().div_ceil(effort.documents).max(1);
    let sample: Vec<&Document<'_>> = documents.iter().step_by(step).collect();
    let measure = |variables: &[Variable]| messages(&sample, variables, source_locale);
    let mut chosen: Vec<Variable> = declared.to_vec();
    let messages = measure(&chosen);
    let mut count = messages;
    let mut open = candidates(&sample, declared, effort);
    let mut suggestions = Vec::new();
    // What a value saves may show only when another one is lifted out of the same texts.
    loop {
        let with =
            |variable: &Variable| -> Vec<Variable> { chosen.iter().cloned().chain([variable.clone()]).collect() };
        let mut worth: Vec<(usize, Variable)> = open
            .par_iter()
            .map(|variable| (count.saturating_sub(measure(&with(variable))), variable.clone()))
            .filter(|(saves, _)| *saves >= LEAST_SAVED)
            .collect();
        worth.sort_by(|(a, x), (b, y)| {
            b.cmp(a).then_with(|| rank(&x.place).cmp(&rank(&y.place))).then_with(|| x.name.cmp(&y.name))
        });
        let found = suggestions.len();
        for (_, variable) in worth {
            let with: Vec<Variable> = chosen.iter().cloned().chain([variable.clone()]).collect();
            let then = measure(&with);
            let saves = count.saturating_sub(then);
            if saves >= LEAST_SAVED {
                (chosen, count) = (with, then);
                open.retain(|other| other.name != variable.name);
                suggestions.push(suggestion(documents, variable, saves));
            }
        }
        if suggestions.len() == found {
            return Found { messages, suggestions };
        }
    }
}

/// Among equals a place that people see goes first.
fn rank(place: &Place) -> u8 {
    match place {
        Place::Heading(_) => 0,
        Place::Row(_) => 1,
        Place::After(_) => 2,
        Place::FrontMatter(_) => 3,
        Place::Pattern(_) => 4,
    }
}

fn suggestion(documents: &[Document<'_>], variable: Variable, saves: usize) -> Suggestion {
    let one = std::slice::from_ref(&variable);
    let values: Vec<String> = documents
        .iter()
        .filter_map(|document| Bindings::of(document, one).list.pop())
        .map(|binding| binding.value.text().to_owned())
        .collect();
    let mut examples: Vec<String> = Vec::new();
    for value in &values {
        if examples.len() < 3 && !examples.contains(value) {
            examples.push(value.clone());
        }
    }
    Suggestion { variable, documents: values.len(), saves, examples }
}

/// How many messages the documents have with these variables.
fn messages(documents: &[&Document<'_>], variables: &[Variable], source_locale: &str) -> usize {
    let mut documents: Vec<Document<'_>> = documents.iter().map(|document| (*document).clone()).collect();
    let (reference, kept) = (Reference::default(), FxHashSet::default());
    let lift = Lift::default();
    let known = Known { source_locale, variables, reference: &reference, kept: &kept, names: &[], lift, outside: &[] };
    let lifted = choose::lift(&mut documents, known);
    let mut texts: FxHashSet<&str> = FxHashSet::default();
    for (index, document) in documents.iter().enumerate() {
        let of_document = lifted.of(index);
        let units = document.units.iter().enumerate();
        texts.extend(units.filter_map(|(at, unit)| match (unit.translatable, of_document.form(at)) {
            (true, form) => Some(form.unwrap_or(&unit.text)),
            // A text that is nothing but the value is not saved by being called one.
            (false, Some(_)) => Some(&*unit.text),
            (false, None) => None,
        }));
    }
    texts.len()
}

/// Values by document, for a place.
type Places = IndexMap<Spot, FxHashMap<usize, String>>;

/// A place as documents have it in common.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Spot {
    Heading(u8),
    Row(String),
    After(String),
    FrontMatter(String),
    /// What stands before the changing part of an address.
    Address(String),
}

fn candidates(documents: &[&Document<'_>], declared: &[Variable], effort: Effort) -> Vec<Variable> {
    let mut places = Places::default();
    for (index, document) in documents.iter().enumerate() {
        for (spot, value) in spots(document) {
            places.entry(spot).or_default().entry(index).or_insert(value);
        }
    }
    let differs = |values: &FxHashMap<usize, String>| values.values().collect::<FxHashSet<_>>().len() >= LEAST_VALUES;
    places.retain(|_, values| differs(values));
    let mut places: Vec<(Spot, FxHashMap<usize, String>)> = places.into_iter().collect();
    places.sort_by_key(|(_, values)| std::cmp::Reverse(values.len()));
    places.truncate(effort.candidates);
    let words = lower_case_words(documents);
    let mut names: FxHashSet<String> = declared.iter().map(|variable| variable.name.clone()).collect();
    let of_heading = heading_name(&places);
    let named = places.into_iter().map(|(spot, values)| match (&spot, &of_heading) {
        (Spot::Heading(1), Some(name)) => (name.clone(), spot, values),
        _ => (name_of(&spot), spot, values),
    });
    named.filter_map(|(name, spot, values)| variable(&name, spot, &values, &words, &mut names)).collect()
}

/// The name of the row that says what the headings say in nearly all documents that have both.
fn heading_name(places: &[(Spot, FxHashMap<usize, String>)]) -> Option<String> {
    let (_, headings) = places.iter().find(|(spot, _)| *spot == Spot::Heading(1))?;
    places.iter().find_map(|(spot, values)| {
        let Spot::Row(_) = spot else { return None };
        let both: Vec<bool> = values.iter().filter_map(|(at, value)| Some(headings.get(at)? == value)).collect();
        let same = both.iter().filter(|same| **same).count();
        (both.len() >= LEAST_VALUES && same * 5 >= both.len() * 4).then(|| name_of(spot))
    })
}

/// Words that stand in lower case somewhere: what is made of them alone is no name.
fn lower_case_words(documents: &[&Document<'_>]) -> FxHashSet<String> {
    let units = documents.iter().flat_map(|document| &document.units).filter(|unit| unit.translatable);
    let mut words = FxHashSet::default();
    for unit in units {
        // Names are in lower case in addresses.
        let masked = mask(&unit.text);
        let text = masked.as_ref().map_or(&*unit.text, |masked| &masked.mask);
        let small = text.unicode_words().filter(|word| word.starts_with(char::is_lowercase));
        words.extend(small.map(str::to_owned));
    }
    words
}

/// Whether a value is a name, and no ordinary text, which would have to be translated.
fn is_name_like(value: &str, words: &FxHashSet<String>) -> bool {
    value.unicode_words().any(|word| {
        let is_odd = word.contains(|c: char| c.is_ascii_digit()) || word.chars().skip(1).any(char::is_uppercase);
        is_odd || (word.starts_with(char::is_uppercase) && !words.contains(&word.to_lowercase()))
    })
}

/// The places of a document that a variable could be declared by, with what stands there.
fn spots(document: &Document<'_>) -> Vec<(Spot, String)> {
    let mut spots = Vec::new();
    for level in 1..=2 {
        if let Some(heading) = document.headings.iter().find(|heading| heading.level == level) {
            spots.push((Spot::Heading(level), heading.text.clone()));
        }
    }
    for unit in &document.units {
        spots.extend(unit_spots(document, unit));
    }
    for line in document.front_matter.iter().flat_map(|block| &block.keys) {
        let value = document.front_matter_value(&line.name);
        spots.extend(value.map(|value| (Spot::FrontMatter(line.name.clone()), value.into_owned())));
    }
    spots.extend(addresses(document.source));
    spots.retain(|(_, value)| Value::read(ValueType::Text, value).is_some());
    spots
}

fn unit_spots(document: &Document<'_>, unit: &Unit<'_>) -> Option<(Spot, String)> {
    if unit.kind == UnitKind::Cell {
        let label = label_text(&document.units[unit.row.filter(|_| unit.column == 1)? as usize].text);
        return (!label.is_empty()).then(|| (Spot::Row(label), label_text(&unit.text)));
    }
    let (before, after) = unit.text.rsplit_once(": ")?;
    let short = before.len() <= 80 && !before.contains(['\n', '(', '[', '<', '`']) && !after.contains('\n');
    short.then(|| (Spot::After(format!("{before}: ")), after.to_owned()))
}

/// The identifiers in addresses, each with what stands before it: `product/office/` and `WA104381060`.
fn addresses(source: &str) -> Vec<(Spot, String)> {
    let mut found = Vec::new();
    for (at, _) in source.match_indices("://") {
        let end = source[at..].find(|c: char| c.is_whitespace() || matches!(c, ')' | '"' | '<' | '>' | '\'' | '|'));
        let address = &source[at + 3..end.map_or(source.len(), |end| at + end)];
        let path = address.split(['?', '#']).next().unwrap_or("");
        let segments: Vec<&str> = path.split('/').collect();
        for pair in segments.windows(2).skip(1) {
            let digits = pair[1].bytes().filter(u8::is_ascii_digit).count();
            if digits >= 3 && pair[1].bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
                found.push((Spot::Address(format!("{}/", pair[0])), pair[1].to_owned()));
            }
        }
    }
    found
}

fn variable(
    name: &str,
    spot: Spot,
    values: &FxHashMap<usize, String>,
    words: &FxHashSet<String>,
    names: &mut FxHashSet<String>,
) -> Option<Variable> {
    let dates = values.values().filter(|value| Value::read(ValueType::Date, value).is_some()).count();
    let kind = if dates * 5 > values.len() * 4 { ValueType::Date } else { ValueType::Text };
    let like_names = values.values().filter(|value| is_name_like(value, words)).count();
    if kind == ValueType::Text && like_names * 5 < values.len() * 3 {
        return None;
    }
    let place = match spot {
        Spot::Heading(level) => Place::Heading(level),
        Spot::Row(label) => Place::Row(vec![label]),
        Spot::After(text) => Place::After(vec![text]),
        Spot::FrontMatter(key) => Place::FrontMatter(key),
        Spot::Address(before) => {
            let pattern = Regex::new(&format!("{}([A-Za-z0-9_-]+)", regex::escape(&before))).ok()?;
            Place::Pattern(pattern)
        }
    };
    Some(Variable { name: free_name(name, names), place, kind, translate_value: false })
}

/// A name as a person would choose it: `Partner company name` is `partner_company`, `Last updated by the developer on:` is
/// `last_updated`, `Name of the app` is `app`.
fn name_of(spot: &Spot) -> String {
    match spot {
        Spot::Heading(1) => "title".to_owned(),
        Spot::Heading(level) => format!("heading_{level}"),
        Spot::Row(text) | Spot::After(text) => short_name(text),
        Spot::FrontMatter(key) => key.rsplit('.').next().unwrap_or(key).to_owned(),
        Spot::Address(before) => format!("{before} id"),
    }
}

/// The first words of a label that say what it is.
fn short_name(label: &str) -> String {
    const LITTLE: [&str; 24] = [
        "a", "an", "and", "are", "at", "by", "does", "for", "from", "has", "in", "is", "of", "on", "or", "the", "this",
        "to", "was", "what", "where", "which", "with", "your",
    ];
    const MOST: usize = 3;
    let words: Vec<String> = label.unicode_words().map(str::to_lowercase).collect();
    let is_little = |word: &&String| LITTLE.contains(&word.as_str());
    let is_generic = |word: &String| matches!(word.as_str(), "name" | "value");
    let mut phrases = words.split(|word| is_little(&word)).filter(|phrase| !phrase.is_empty());
    let first = phrases.next().unwrap_or(&[]);
    let phrase = match (first, phrases.next()) {
        ([only], Some(next)) if is_generic(only) => next,
        _ => first,
    };
    let phrase = match phrase {
        [start @ .., last] if !start.is_empty() && is_generic(last) => start,
        all => all,
    };
    phrase.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// A name of a few words that no other variable has.
fn free_name(text: &str, names: &mut FxHashSet<String>) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = words.take(4).map(str::to_ascii_lowercase).collect::<Vec<_>>().join("_");
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        name.insert_str(0, "value_");
    }
    let mut free = name.clone();
    let mut number = 2;
    while crate::catalog::notation::CONTEXT.contains(&free.as_str()) || !names.insert(free.clone()) {
        free = format!("{name}_{number}");
        number += 1;
    }
    free
}

/// The declaration of a variable as it is written in `handback.yaml`, behind its name.
pub fn declaration(variable: &Variable) -> BTreeMap<&'static str, serde_json::Value> {
    let mut out: BTreeMap<&'static str, serde_json::Value> = BTreeMap::new();
    let one_or_all = |texts: &[String]| match texts {
        [one] => one.as_str().into(),
        all => all.into(),
    };
    let (key, value) = match &variable.place {
        Place::Heading(level) => ("heading", (*level).into()),
        Place::Row(labels) => ("row", one_or_all(labels)),
        Place::After(texts) => ("after", one_or_all(texts)),
        Place::FrontMatter(key) => ("front_matter", key.as_str().into()),
        Place::Pattern(regex) => ("pattern", regex.as_str().into()),
    };
    out.insert(key, value);
    if variable.kind != ValueType::Text {
        out.insert("type", variable.kind.name().into());
    }
    if variable.translate_value {
        out.insert("translate_value", true.into());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParseOptions, Syntax};

    #[test]
    fn what_differs_between_equal_texts_is_suggested() {
        let page = |app: &str, developer: &str, day: u32, id: u32| {
            format!(
                "# {app}\n\nLast updated on: May {day}, 2021\n\n[View {app} now](https://store.contoso.com/app/WA{id}00)\n\n| A | B |\n|-|-|\n| Company | {developer} |\n\nGiven by {developer} to us.\n\nAll about {app} here.\n"
            )
        };
        let pages = [
            page("Mail Guard", "Fabrikam", 1, 11),
            page("Shift Board", "Adatum", 2, 12),
            page("Room Book", "Contoso", 3, 13),
            page("Poll Maker", "Tailwind", 4, 14),
            page("Bot Desk", "Northwind", 5, 15),
        ];
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: vec![],
            html_attributes: vec![],
            ..ParseOptions::default()
        };
        let documents: Vec<Document<'_>> =
            pages.iter().map(|page| Document::parse(page, Syntax::Markdown, &options)).collect();
        let found = suggest(&documents, &[], "en-US", Effort::THOROUGH).suggestions;
        let of = |place: &str| found.iter().find(|suggestion| suggestion.variable.place.describe().starts_with(place));
        assert!(of("heading").is_some(), "{found:?}");
        assert!(of("row “Company”").is_some(), "{found:?}");
        let day = of("after “Last updated on:”").unwrap_or_else(|| panic!("{found:?}"));
        assert_eq!((day.variable.kind, day.documents, day.saves), (ValueType::Date, 5, 4));
        assert!(of("a pattern").is_none(), "addresses are lifted by themselves: {found:?}");
        let declared: Vec<Variable> = found.iter().map(|suggestion| suggestion.variable.clone()).collect();
        assert!(suggest(&documents, &declared, "en-US", Effort::THOROUGH).suggestions.is_empty());
        let names: Vec<&str> = declared.iter().map(|variable| variable.name.as_str()).collect();
        assert_eq!(names, ["title", "company", "last_updated"]);
    }

    #[test]
    fn ordinary_words_are_no_names() {
        let pages = ["Install", "Remove", "Update", "Start", "Stop"]
            .map(|verb| format!("# {verb}\n\n{verb} the service now.\n\nYou may {} it.\n", verb.to_lowercase()));
        let documents: Vec<Document<'_>> =
            pages.iter().map(|page| Document::parse(page, Syntax::Markdown, &ParseOptions::default())).collect();
        assert!(suggest(&documents, &[], "en-US", Effort::THOROUGH).suggestions.is_empty());
    }

    #[test]
    fn names_are_those_that_a_person_would_choose() {
        for (label, name) in [
            ("Partner company name", "partner company"),
            ("Last updated by the developer on: ", "last updated"),
            ("Name of the app", "app"),
            ("App name", "app"),
            ("Name", "name"),
            ("Which cloud is used?", "cloud"),
            ("The of", ""),
        ] {
            assert_eq!(short_name(label), name, "{label}");
        }
    }
}
