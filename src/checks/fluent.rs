//! What Fluent allows and nobody means: variants that nothing selects, values that select no variant, terms that are defined
//! twice or used by nothing.

use std::collections::{BTreeMap, BTreeSet};

use handback_core::catalog::notation::CONTEXT;
use handback_core::catalog::placeables::{Definition, References};
use handback_core::catalog::resource::Entry;
use handback_core::catalog::selections::{On, Selection};
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::judge::is_key_of_numbers;
use handback_core::render::format::variant_key;
use handback_core::variables::value::Value;
use rustc_hash::FxHashMap;

use super::Wanted;
use super::finding::{Finding, Place};
use super::resources::about;
use super::terms::Terms;
use crate::settings::code::Code;
use crate::snapshot::{LocaleView, PageView, UnitView, selections};

/// Findings about the selectors and terms of a locale.
pub fn check(locale: LocaleView<'_>, wanted: Wanted<'_>) -> Vec<Finding> {
    let terms = Terms::of(locale);
    let mut findings = Vec::new();
    if wanted(Code::ShadowedTerm) {
        findings.extend(shadowed(&terms, locale));
    }
    // In what cannot be read there may be another term, and what uses one.
    if !is_all_read(locale) {
        return findings;
    }
    if wanted(Code::UnusedTerm) {
        findings.extend(unused(&terms, locale));
    }
    findings.extend(about_selectors(&selecting(locale), &terms, locale, wanted));
    findings
}

/// Findings about the selectors of messages that documents have for themselves: what is found about shared ones depends on
/// all documents that have them.
pub fn check_own(locale: LocaleView<'_>, wanted: Wanted<'_>) -> Vec<Finding> {
    let messages: Vec<Selecting<'_>> =
        selecting(locale).into_iter().filter(|message| *message.key != FileKey::Shared).collect();
    if messages.is_empty() { Vec::new() } else { about_selectors(&messages, &Terms::of(locale), locale, wanted) }
}

fn about_selectors(
    messages: &[Selecting<'_>],
    terms: &Terms,
    locale: LocaleView<'_>,
    wanted: Wanted<'_>,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let shown = Shown::of(locale, messages);
    for message in messages {
        if wanted(Code::MissingVariant) {
            findings.extend(without_variant(terms, message, locale));
        }
        if wanted(Code::UnusedVariant) {
            findings.extend(shown.unused(message, locale));
        }
    }
    findings
}

fn is_all_read(locale: LocaleView<'_>) -> bool {
    locale.is_known() && !locale.own().catalog.files.values().any(|file| file.resource.has_unreadable())
}

/// A message with selectors or calls, and where it stands.
struct Selecting<'s> {
    key: &'s FileKey,
    entry: &'s Entry,
    within: References,
}

/// The messages of a locale that select something.
fn selecting(locale: LocaleView<'_>) -> Vec<Selecting<'_>> {
    let files = locale.own().catalog.files.iter();
    let of_file =
        |(key, file)| selections::selecting(file).map(move |(entry, within)| Selecting { key, entry, within });
    files.flat_map(of_file).collect()
}

/// Terms of which another definition holds.
fn shadowed(terms: &Terms, locale: LocaleView<'_>) -> Vec<Finding> {
    let finding = |(place, term, other): (&Place, &Definition, &Place)| {
        let name = &term.name;
        let line = other.line.map_or_else(String::new, |line| format!(":{line}"));
        let message = format!("the term `-{name}` stands twice: what {}{line} says holds, not this", other.file);
        let fix = format!("remove one of the two, or give it another name than `-{name}`");
        at(Finding::new(Code::ShadowedTerm, message, fix), locale, place)
    };
    terms.shadowed().map(finding).collect()
}

/// Terms that no translation and no other term uses.
fn unused(terms: &Terms, locale: LocaleView<'_>) -> Vec<Finding> {
    if terms.all.is_empty() {
        return Vec::new();
    }
    let mut used: BTreeSet<String> = BTreeSet::new();
    for file in locale.own().catalog.files.values() {
        used.extend(References::of(file.resource.source()).terms);
    }
    terms.all.iter().for_each(|(_, term)| used.extend(term.within.terms.iter().cloned()));
    let unused = terms.all.iter().filter(|(_, term)| !used.contains(&term.name));
    let finding = |(place, term): &(Place, Definition)| {
        let message = format!("no translation uses the term `-{}`", term.name);
        let fix = format!("use it as `{{ -{} }}`, or remove it", term.name);
        at(Finding::new(Code::UnusedTerm, message, fix), locale, place)
    };
    unused.map(finding).collect()
}

/// Values that a message selects by and that have no variant: readers get the default.
fn without_variant(terms: &Terms, message: &Selecting<'_>, locale: LocaleView<'_>) -> Vec<Finding> {
    let mut wrong: BTreeMap<String, String> = BTreeMap::new();
    for call in &message.within.calls {
        let Some(term) = terms.get(&call.term) else { continue };
        let own = |selection: &&Selection| selection.on == On::Variable(call.argument.clone());
        let selections: Vec<&Selection> = term.within.selections.iter().filter(own).collect();
        let (name, argument, value) = (&call.term, &call.argument, &call.value);
        if !term.within.variables.contains(argument) {
            let written = format!("`{{ -{name}({argument}: …) }}`");
            let why = format!("the term `-{name}` does not look at `{argument}`, so {written} says nothing else");
            wrong.insert(why, format!("write `{{ -{name} }}`, or give the term a selector on `${argument}`"));
        } else if let Some(first) = selections.first()
            && !selections.iter().any(|selection| selection.has(value))
            && !is_key_of_numbers(value)
        {
            let default = &first.default;
            let why = format!("the term `-{name}` has no variant `[{value}]`: readers get `[{default}]`");
            wrong.insert(why, format!("add `[{value}]` to `-{name}`, or correct the value of `{argument}`"));
        }
    }
    for selection in &message.within.selections {
        let On::Attribute { term: name, attribute } = &selection.on else { continue };
        let Some(term) = terms.get(name) else { continue };
        let Some((_, value)) = term.attributes.iter().find(|(name, _)| name == attribute) else { continue };
        if !selection.has(value) {
            let default = &selection.default;
            let why = format!("`-{name}.{attribute}` is `{value}`, which has no variant: readers get `[{default}]`");
            wrong.insert(why, format!("add a variant `[{value}]`"));
        }
    }
    let finding = |(message, fix)| Finding::new(Code::MissingVariant, message, fix);
    wrong.into_iter().map(|one| about(finding(one), locale, message.key, message.entry)).collect()
}

fn at(mut finding: Finding, locale: LocaleView<'_>, place: &Place) -> Finding {
    finding.locale = Some(locale.name().into());
    finding.resource = Some(place.clone());
    finding
}

/// Where messages with selectors are shown, and what the variables say there.
struct Shown<'s> {
    /// By message, and the document that words it for itself.
    places: FxHashMap<(Option<&'s DocumentName>, &'s Id), Vec<UnitView<'s>>>,
}

impl<'s> Shown<'s> {
    fn of(locale: LocaleView<'s>, messages: &[Selecting<'s>]) -> Self {
        let keys = messages.iter().filter(|message| !message.within.selections.is_empty());
        let mut places: FxHashMap<_, Vec<UnitView<'s>>> =
            keys.map(|message| ((message.key.document(), &message.entry.id), Vec::new())).collect();
        // Of documents outside this run nobody knows what they say.
        let are_all_read = || locale.snapshot.inputs.kept.is_empty() || places.keys().all(|(own, _)| own.is_some());
        if places.is_empty() || !are_all_read() {
            return Self { places: FxHashMap::default() };
        }
        let files = &locale.own().catalog.files;
        for page in locale.snapshot.pages() {
            let own = page.key();
            for unit in page.units() {
                let overrides = files.get(&own).is_some_and(|file| file.pattern(unit.id).is_some());
                let whose = overrides.then(|| page.name());
                if let Some(units) = places.get_mut(&(whose, unit.id)) {
                    units.push(unit);
                }
            }
        }
        Self { places }
    }

    /// Variants of a message that no place selects.
    fn unused(&self, message: &Selecting<'_>, locale: LocaleView<'_>) -> Vec<Finding> {
        let Some(units) = self.places.get(&(message.key.document(), &message.entry.id)) else { return Vec::new() };
        let mut findings = Vec::new();
        for selection in &message.within.selections {
            let On::Variable(variable) = &selection.on else { continue };
            let Some(values) = values(variable, units) else { continue };
            let unused = selection.keys.iter().filter(|key| !is_key_of_numbers(key) && !values.contains(*key));
            let unused: Vec<String> = unused.map(|key| format!("[{key}]")).collect();
            if unused.is_empty() {
                continue;
            }
            let unused = unused.join(", ");
            let why = format!("nothing selects {unused}: `${variable}` is {} there", listed(&values));
            let fix = format!("correct {unused}, or remove it");
            let mut finding = about(Finding::new(Code::UnusedVariant, why, fix), locale, message.key, message.entry);
            finding.words = Some(unused.into());
            findings.push(finding);
        }
        findings
    }
}

/// What a variable is in these places; `None` where that is not for selectors to say, as with values that are translated.
fn values(variable: &str, units: &[UnitView<'_>]) -> Option<BTreeSet<String>> {
    if !CONTEXT.contains(&variable) {
        let pages = units.iter().map(|unit| unit.page);
        return pages
            .map(|page| value(variable, page))
            .collect::<Option<Vec<_>>>()
            .map(|all| all.into_iter().collect());
    }
    let of_place = |unit: &UnitView<'_>| {
        let document = unit.page.document();
        match variable {
            "kind" => unit.unit.kind.name().to_owned(),
            "section" => variant_key(document.section(unit.unit)),
            _ => variant_key(&document.row_slug(unit.unit)),
        }
    };
    (variable != "occurrence").then(|| units.iter().map(of_place).collect())
}

fn value(variable: &str, page: PageView<'_>) -> Option<String> {
    let binding = page.lifted().bindings?.get(variable)?;
    match &binding.value {
        Value::Text(text) if !binding.translate => Some(text.clone()),
        _ => None,
    }
}

fn listed(values: &BTreeSet<String>) -> String {
    const MOST: usize = 5;
    let mut shown: Vec<String> = values.iter().take(MOST).map(|value| format!("`{value}`")).collect();
    if values.len() > MOST {
        shown.push(format!("{} more", values.len() - MOST));
    }
    match shown.as_slice() {
        [] => "nothing".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}
