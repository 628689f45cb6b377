//! Variables: placeables for values of the document, and those of programs (`{name}`, `%s`).

use std::collections::BTreeSet;

use super::variants::Variants;
use super::{Context, Finding, Kind, Pair, plural};
use crate::catalog::notation::{self, Part};
use crate::text::constructs::Constructs;
use crate::text::values::{Piece, ValueKind, pieces};
use crate::variables::inline::spans;

/// Compares the variables of both texts.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    let replaced = replaced(pair.english.source, std::iter::once(pair.source));
    let wanted: Vec<String> = documents(pair.english.source);
    let wanted: Vec<String> = wanted.into_iter().filter(|name| !replaced.contains(name)).collect();
    let said: Vec<String> = documents(pair.source).into_iter().filter(|name| !replaced.contains(name)).collect();
    compare(&wanted, &said, findings);
    compare(&pair.english.programs, &programs(pair.source, pair.context.constructs), findings);
}

/// Looks at all variants of a wording at once: what the English says has to be said in some of them, and a selector may
/// look at any value that documents have.
pub fn check_all(english: &str, wording: &Variants, context: &Context<'_>) -> Vec<Finding> {
    let wanted: BTreeSet<String> = documents(english).into_iter().collect();
    let mut findings = Vec::new();
    let said: BTreeSet<String> = wording.texts.iter().flat_map(|variant| documents(&variant.text)).collect();
    let replaced = replaced(english, wording.texts.iter().map(|variant| variant.text.as_str()));
    findings.extend(wanted.difference(&said).filter(|name| !replaced.contains(*name)).map(|name| missing(name)));
    findings.extend(dropped(wording, &said, context.language.locale()));
    let is_wanted = |name: &str| wanted.iter().any(|wanted| *wanted == written(name));
    let is_known = |name: &str| context.variables.contains(&name) || notation::CONTEXT.contains(&name);
    for name in wording.variables.iter().filter(|name| !is_wanted(name) && !is_known(name)) {
        findings.push(unknown(&written(name)));
    }
    findings
}

/// Inline values of the English in whose place some text has a value of its own, such as another target.
fn replaced<'t>(english: &str, texts: impl Iterator<Item = &'t str>) -> BTreeSet<String> {
    let own = texts.flat_map(|text| {
        let own = spans::spans(text).into_iter().filter(|span| !notation::has_placeables(&text[span.range.clone()]));
        own.map(|span| span.kind).collect::<Vec<_>>()
    });
    let kinds: BTreeSet<spans::Kind> = own.collect();
    let of_english = spans::spans(english).into_iter().filter(|span| kinds.contains(&span.kind));
    of_english.flat_map(|span| documents(&english[span.range])).collect()
}

/// A variant for many numbers that does not say which: `[one]` is also 21 and 31 in Russian.
fn dropped(wording: &Variants, said: &BTreeSet<String>, locale: &str) -> Option<Finding> {
    let [selector] = wording.selectors.as_slice() else { return None };
    let name = written(&selector.on);
    let lacks = wording.texts.iter().filter(|variant| !documents(&variant.text).contains(&name));
    let mut of_many = lacks.filter(|variant| {
        let key = variant.condition.trim_matches(['[', ']']);
        key != "other" && plural::stands_for_many(key, locale)
    });
    let variant = of_many.next().filter(|_| said.contains(&name))?;
    let message = format!("the variant {} stands for several numbers, and does not say which", variant.condition);
    Some(Finding::new(Kind::MissingVariable, &name, message, format!("write `{name}` into this variant")))
}

fn written(variable: &str) -> String {
    format!("{{ ${variable} }}")
}

/// Placeables of a text by their variable: how it is formatted is up to the locale.
fn documents(text: &str) -> Vec<String> {
    let name = |expression: &str| {
        notation::Expression::parse(expression).map_or_else(|| expression.to_owned(), |parsed| written(parsed.variable))
    };
    notation::placeables(text).map(name).collect()
}

pub(super) fn programs(text: &str, constructs: &Constructs) -> Vec<String> {
    if !text.contains(['{', '%', '$']) {
        return Vec::new();
    }
    let text: String = notation::parts(text)
        .map(|part| match part {
            Part::Text(text) => text,
            Part::Placeable(_) => " ",
        })
        .collect();
    let constructs = constructs.find(&text);
    let variable = |piece| match piece {
        Piece::Value(ValueKind::Variable, range) if !constructs.iter().any(|other| other.contains(&range.start)) => {
            Some(text[range].to_owned())
        }
        _ => None,
    };
    pieces(&text).into_iter().filter_map(variable).filter(|variable| !is_prose(variable)).collect()
}

/// `{ word }` with blanks and nothing of a program is a word in braces.
fn is_prose(variable: &str) -> bool {
    let inner = variable.trim_start_matches('{').trim_end_matches('}');
    variable.starts_with('{')
        && inner.starts_with(' ')
        && inner.ends_with(' ')
        && inner.trim().chars().all(|c| c.is_alphabetic() || c == ' ')
        && (inner.trim().contains(' ') || inner.trim().chars().all(char::is_lowercase))
}

fn compare(english: &[String], wording: &[String], findings: &mut Vec<Finding>) {
    let count = |list: &[String], name: &str| list.iter().filter(|other| *other == name).count();
    let names = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
    for name in names(english).iter().filter(|name| count(wording, name) < count(english, name)) {
        findings.push(missing(name));
    }
    for name in names(wording).iter().filter(|name| count(english, name) == 0) {
        findings.push(unknown(name));
    }
}

fn missing(name: &str) -> Finding {
    let message = format!("the translation lacks `{name}`, which the English has");
    Finding::new(Kind::MissingVariable, name, message, format!("write `{name}` into the translation"))
}

fn unknown(name: &str) -> Finding {
    let message = format!("the translation has `{name}`, which the English does not have");
    Finding::new(Kind::UnknownPlaceable, name, message, format!("remove `{name}`, or write what the English has"))
}
