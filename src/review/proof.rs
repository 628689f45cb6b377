//! What is wrong with a wording, looked at while somebody types it.

use std::collections::BTreeSet;

use handback_core::catalog::notation;
use handback_core::catalog::placeables::References;
use handback_core::text::terms::Term;
use handback_core::translate::glossary::Glossary;
use handback_core::translate::inline::Known;
use handback_core::translate::protect::Protected;
use handback_core::translate::verify;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::checks::terms;
use crate::providers::http::language;

/// Something that is wrong with a wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The wording is refused; else it is only worth a look.
    pub refused: bool,
    pub message: String,
}

/// What a wording is compared with.
#[derive(Debug, Clone, Copy)]
pub struct Against<'a> {
    pub english: &'a str,
    pub locale: &'a str,
    pub labels: &'a [String],
    pub names: &'a [Term],
    pub glossary: Option<&'a Glossary>,
}

/// Compares a wording with its English.
pub fn read(text: &str, against: &Against<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut refuse = |message: String| problems.push(Problem { refused: true, message });
    if text.trim().is_empty() {
        refuse("the translation is empty".into());
        return problems;
    }
    if let Some(c) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t') && !against.english.contains(*c))
    {
        refuse(format!("a control character (U+{:04X}) stands in the translation", c as u32));
    }
    placeables(text, against.english).into_iter().for_each(&mut refuse);
    let known = Known { terms: &[], labels: against.labels };
    let (lost, new) = verify::compare_markup(against.english, text, known);
    let is_emphasis = |mark: &String| mark.chars().all(|c| matches!(c, '*' | '_' | '~'));
    for (marks, what) in [(lost, "is missing"), (new, "is not in the English")] {
        for mark in marks.into_iter().filter(|mark| !is_placeable(mark)) {
            let refused = !is_emphasis(&mark);
            problems.push(Problem { refused, message: format!("`{}` {what}", mark.trim_start_matches(']')) });
        }
    }
    let mut remark = |message: String| problems.push(Problem { refused: false, message });
    let words = Protected::new(against.english, known, None).words();
    let translated = Protected::new(text, known, None).words();
    if translated.chars().count() > 3 * words.chars().count() + 40 {
        remark("it is very long for its English".into());
    }
    if verify::is_unchanged(&words, &translated) {
        remark("it is the English".into());
    }
    if let Some(number) = verify::lost_number(&words, &translated) {
        remark(format!("the number {number} is missing"));
    }
    // Canadian French writes none but before a colon.
    if language(against.locale) == "fr" && against.locale != "fr-CA" {
        french_spacing(&translated).into_iter().for_each(&mut remark);
    }
    for (_, message, _) in terms::check(against.glossary, against.names, against.english, text) {
        remark(message);
    }
    problems
}

/// Compares a wording that is Fluent, as it stands behind `id =`, with its English. A selector may look at any value
/// that documents have; what the English says has to be said in some variant.
pub fn read_fluent(content: &str, english: &str, known: &[&str]) -> Vec<Problem> {
    let references = References::of(&format!("x ={content}\n"));
    let name = |expression| notation::Expression::parse(expression).map(|parsed| parsed.variable.to_owned());
    let wanted: BTreeSet<String> = notation::placeables(english).filter_map(name).collect();
    let missing = wanted.iter().filter(|name| !references.variables.contains(*name));
    let unknown = references.variables.iter().filter(|name| !known.contains(&name.as_str()) && !wanted.contains(*name));
    missing
        .map(|name| format!("the placeable `{{ ${name} }}` is missing"))
        .chain(unknown.map(|name| format!("there is no variable `${name}`")))
        .map(|message| Problem { refused: true, message })
        .collect()
}

/// Whether a mark is nothing but a placeable, which is looked at by itself.
fn is_placeable(mark: &str) -> bool {
    let mut parts = notation::parts(mark);
    matches!(parts.next(), Some(notation::Part::Placeable(_))) && parts.next().is_none()
}

/// Placeables of the English that are missing, and others that are not there.
fn placeables(text: &str, english: &str) -> Vec<String> {
    let variable = |expression: &str| {
        notation::Expression::parse(expression)
            .map_or_else(|| expression.to_owned(), |parsed| parsed.variable.to_owned())
    };
    let count = |text: &str| {
        let mut counts: FxHashMap<String, usize> = FxHashMap::default();
        notation::placeables(text).for_each(|expression| *counts.entry(variable(expression)).or_default() += 1);
        counts
    };
    let (wanted, there) = (count(english), count(text));
    let mut problems: Vec<String> = Vec::new();
    for name in wanted.keys().filter(|name| !there.contains_key(*name)) {
        problems.push(format!("the placeable `{{ ${name} }}` is missing"));
    }
    for name in there.keys().filter(|name| !wanted.contains_key(*name)) {
        problems.push(format!("the placeable `{{ ${name} }}` is not in the English"));
    }
    problems.sort();
    problems
}

/// French writes a blank before double marks.
fn french_spacing(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found: Vec<String> = Vec::new();
    for (at, c) in chars.iter().enumerate().filter(|(_, c)| matches!(c, ':' | ';' | '!' | '?' | '»')) {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let ends = chars.get(at + 1).is_none_or(|next| next.is_whitespace() || matches!(next, ')' | '*' | '"'));
        let glued = before.is_some_and(|before| before.is_alphanumeric() || matches!(before, ')' | '»' | '’'));
        let message = format!("French writes a blank before `{c}`");
        if ends && glued && !found.contains(&message) {
            found.push(message);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(english: &str, text: &str) -> Vec<String> {
        let against = Against { english, locale: "fr-FR", labels: &[], names: &[], glossary: None };
        let show = |problem: Problem| format!("{}{}", if problem.refused { "! " } else { "" }, problem.message);
        read(text, &against).into_iter().map(show).collect()
    }

    #[test]
    fn broken_wordings_are_refused_and_odd_ones_remarked() {
        let none: [&str; 0] = [];
        assert_eq!(proof("See [the **docs**](x.md).", "Voir [la **doc**](x.md)."), none);
        assert_eq!(
            proof("See [the docs](x.md).", "Voir [la doc](y.md)."),
            ["! `(x.md)` is missing", "! `(y.md)` is not in the English"]
        );
        assert_eq!(proof("a **bold** word", "un mot gras"), ["`**` is missing", "`**` is missing"]);
        assert_eq!(proof("Yes", " "), ["! the translation is empty"]);
        assert_eq!(proof("Why?", "Pourquoi?"), ["French writes a blank before `?`"]);
        assert_eq!(proof("Why?", "Pourquoi\u{202f}?"), none);
        let canadian = Against { english: "Why?", locale: "fr-CA", labels: &[], names: &[], glossary: None };
        assert!(read("Pourquoi?", &canadian).is_empty());
        assert_eq!(proof("Kept for 30 days", "Conservé trente jours"), ["the number 30 is missing"]);
        assert_eq!(proof("Where is it kept", "Where is it kept"), ["it is the English"]);
        let app = "By \u{FDD0}$app\u{FDD1} alone";
        assert_eq!(proof(app, "Par \u{FDD0}$app\u{FDD1} seul"), none);
        assert_eq!(proof(app, "Seul"), ["! the placeable `{ $app }` is missing"]);
        assert_eq!(proof("Alone", "Par \u{FDD0}$app\u{FDD1}"), ["! the placeable `{ $app }` is not in the English"]);
        let fluent = |source: &str| read_fluent(source, app, &["kind", "app"]).len();
        assert_eq!(fluent("{ $kind ->\n [heading] { $app }\n *[other] Par { $app }\n }"), 0);
        assert_eq!(fluent("{ $kind ->\n [heading] a\n *[other] b\n }"), 1);
        assert_eq!(fluent("{ $kid ->\n [heading] { $app }\n *[other] b\n }"), 1);
        assert_eq!(proof("a", "b\u{1b}[31m"), ["! a control character (U+001B) stands in the translation"]);
    }
}
