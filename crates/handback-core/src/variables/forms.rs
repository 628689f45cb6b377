//! Where values are in a text, and which forms the text could have with them lifted out.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::bind::Bindings;
use super::inline::mask::Masked;
use super::locale::{self, DATE_STYLES};
use super::value::{Value, is_grouped};
use crate::catalog::notation;
use crate::document::is_translatable;
use crate::text::markup::{code_span_len, link_target_len, looks_like_address, tag_len, ticks};

/// How a value is written in the English of a document, and the placeable that writes it so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// `$app`, `DATETIME($updated, dateStyle: "long")`.
    pub expression: String,
    pub text: String,
    /// May be in link targets, attributes and code.
    pub anywhere: bool,
    /// A name, which is the same in every language.
    pub name: bool,
}

/// How the values of a document may be written in its texts.
pub fn spellings(bindings: &Bindings, source_locale: &str) -> Vec<Spelling> {
    let mut spellings = Vec::new();
    for binding in &bindings.list {
        let spelling = |expression: String, text: String| Spelling {
            expression,
            text,
            anywhere: binding.anywhere,
            name: !binding.translate,
        };
        match &binding.value {
            Value::Text(text) => {
                spellings.push(spelling(notation::expression(&binding.name, None, &[]), text.clone()));
            }
            Value::Date(_, date) => {
                for style in DATE_STYLES {
                    let Some(text) = locale::date(source_locale, style, *date) else { continue };
                    let expression = date_expression(&binding.name, style);
                    spellings.push(spelling(expression, text));
                }
            }
            Value::Number(text, number) => {
                if locale::number(source_locale, number, is_grouped(text)) == *text {
                    let expression = notation::expression(&binding.name, Some("NUMBER"), &[]);
                    spellings.push(spelling(expression, text.clone()));
                }
            }
        }
    }
    spellings
}

/// Whether a form holds a date or a number, which each locale writes in its own way.
pub fn is_written(form: &str) -> bool {
    notation::placeables(form).any(|expression| !expression.starts_with('$'))
}

/// A date in one of the styles.
pub fn date_expression(name: &str, style: &str) -> String {
    notation::expression(name, Some("DATETIME"), &[("dateStyle", style)])
}

/// A value at a place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence<'s> {
    pub range: Range<usize>,
    pub spelling: &'s Spelling,
}

/// Where the values stand, from left to right; occurrences may overlap.
pub fn occurrences<'s>(text: &str, spellings: &'s [Spelling]) -> Vec<Occurrence<'s>> {
    let mut found = Vec::new();
    let mut protected: Option<Vec<Range<usize>>> = None;
    for spelling in spellings.iter().filter(|spelling| spelling.text.len() <= text.len()) {
        for range in places(text, &spelling.text, spelling.anywhere) {
            let hidden = !spelling.anywhere && {
                let spans = protected.get_or_insert_with(|| protected_spans(text));
                spans.iter().any(|span| span.start < range.end && range.start < span.end)
            };
            if !hidden {
                found.push(Occurrence { range, spelling });
            }
        }
    }
    found.sort_by_key(|occurrence| (occurrence.range.start, occurrence.range.end));
    found
}

/// Where a value is in a text as words of its own.
pub fn places(text: &str, value: &str, identifier: bool) -> Vec<Range<usize>> {
    let finder = memchr::memmem::Finder::new(value);
    let places = finder.find_iter(text.as_bytes()).map(|at| at..at + value.len());
    places.filter(|range| !within_a_word(text, range, identifier)).collect()
}

/// Whether a range is a part of a longer word or number: `Teams` in `Teamster`, `contoso` in
/// `contoso.com`, `5` in `1.5`.
fn within_a_word(text: &str, range: &Range<usize>, identifier: bool) -> bool {
    let (value, before, after) = (&text[range.clone()], &text[..range.start], &text[range.end..]);
    // Scripts that write no blanks between words, and Korean particles, join nothing: `Contosoの`.
    let unspaced =
        |c: char| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..);
    let joins = |c: char| (c.is_alphanumeric() && !unspaced(c)) || c == '_' || (identifier && c == '-');
    let links = |c: char| matches!(c, '.' | ',' | '@');
    let outer = |first: Option<char>, second: Option<char>| {
        first.is_some_and(joins) || (first.is_some_and(links) && second.is_some_and(char::is_alphanumeric))
    };
    let (mut left, mut right) = (before.chars().rev(), after.chars());
    // A comma or stop with nothing between it and a word links only where no blank stands, as in `a.b`.
    let starts = value.starts_with(char::is_alphanumeric) && outer(left.next(), left.next());
    let ends = value.ends_with(char::is_alphanumeric) && outer(right.next(), right.next());
    starts || ends
}

/// Code, tags, link targets and addresses: a name there is no name.
fn protected_spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(['<', '`', ']']) {
        at += found;
        let rest = &text[at..];
        let len = match rest.as_bytes()[0] {
            b'<' => tag_len(rest),
            b'`' => code_span_len(rest),
            _ => link_target_len(rest),
        };
        if let Some(len) = len {
            spans.push(at..at + len);
        }
        at += len.unwrap_or(ticks(rest).max(1));
    }
    for word in text.split_whitespace().filter(|word| looks_like_address(word)) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        spans.push(start..start + word.len());
    }
    spans
}

/// The text with some of its occurrences lifted; they must not overlap.
fn lifted<'o>(text: &str, chosen: impl Iterator<Item = &'o Occurrence<'o>>) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut copied = 0;
    for occurrence in chosen {
        out.push_str(&text[copied..occurrence.range.start]);
        notation::push_placeable(&mut out, &occurrence.spelling.expression);
        copied = occurrence.range.end;
    }
    out.push_str(&text[copied..]);
    out
}

/// The forms that a text could have with values lifted out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidates {
    /// Where the text is nothing but values (and marks), so that no translator has anything to do with it:
    /// the form that writes the values as each locale does.
    pub only_values: Option<String>,
    /// Forms with some values lifted and words left, each with how many; in a fixed order, fewest first.
    pub forms: Vec<(String, usize)>,
}

/// A text that could have more forms than this has its values lifted together or not at all.
const MOST: usize = 128;

/// Returns the forms that a text could have besides the one it has.
pub fn candidates(text: &str, spellings: &[Spelling]) -> Candidates {
    let found = occurrences(text, spellings);
    if found.is_empty() {
        return Candidates::default();
    }
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for set in subsets(&found) {
        let form = lifted(text, set.iter().copied());
        if says_something(&form) {
            forms.insert(form, set.len());
        }
    }
    let mut forms: Vec<(String, usize)> = forms.into_iter().collect();
    forms.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    Candidates { only_values: only_values(text, &found), forms }
}

/// Whether there is something to translate besides the values.
fn says_something(form: &str) -> bool {
    let rest: String = notation::parts(form)
        .map(|part| match part {
            notation::Part::Text(text) => text,
            notation::Part::Placeable(_) => " ",
        })
        .collect();
    is_translatable(&rest, &[])
}

/// The form of a text that consists of names, dates and numbers alone: longest values first.
fn only_values(text: &str, found: &[Occurrence<'_>]) -> Option<String> {
    let mut by_length: Vec<&Occurrence<'_>> = found.iter().filter(|occurrence| occurrence.spelling.name).collect();
    by_length.sort_by(|a, b| b.range.len().cmp(&a.range.len()).then(a.range.start.cmp(&b.range.start)));
    let mut chosen: Vec<&Occurrence<'_>> = Vec::new();
    for occurrence in by_length {
        if chosen.iter().all(|other| !overlap(&other.range, &occurrence.range)) {
            chosen.push(occurrence);
        }
    }
    chosen.sort_by_key(|occurrence| occurrence.range.start);
    let form = lifted(text, chosen.into_iter());
    (!says_something(&form)).then_some(form)
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Sets of occurrences that do not overlap: all there are where they are few, else every variable with all
/// its places or none.
fn subsets<'o>(found: &'o [Occurrence<'o>]) -> Vec<Vec<&'o Occurrence<'o>>> {
    let mut sets: Vec<Vec<&Occurrence<'_>>> = vec![Vec::new()];
    for occurrence in found {
        let free = |set: &&Vec<&Occurrence<'_>>| set.last().is_none_or(|last| !overlap(&last.range, &occurrence.range));
        let with: Vec<Vec<&Occurrence<'_>>> =
            sets.iter().filter(free).map(|set| set.iter().copied().chain([occurrence]).collect()).collect();
        sets.extend(with);
        if sets.len() > MOST {
            return together(found);
        }
    }
    sets.retain(|set| !set.is_empty());
    sets
}

/// Sets of variables, each with all its places; of a few variables at most.
fn together<'o>(found: &'o [Occurrence<'o>]) -> Vec<Vec<&'o Occurrence<'o>>> {
    const VARIABLES: usize = 6;
    let mut groups: BTreeMap<&str, Vec<&Occurrence<'_>>> = BTreeMap::new();
    for occurrence in found {
        groups.entry(&occurrence.spelling.expression).or_default().push(occurrence);
    }
    let groups: Vec<Vec<&Occurrence<'_>>> = groups.into_values().take(VARIABLES).collect();
    (1u32..1 << groups.len())
        .filter_map(|mask| {
            let chosen = groups.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0);
            let mut set: Vec<&Occurrence<'_>> = chosen.flat_map(|(_, group)| group.iter().copied()).collect();
            set.sort_by_key(|occurrence| occurrence.range.start);
            let apart = set.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start);
            apart.then_some(set)
        })
        .collect()
}

/// A document with what is in its units.
pub(super) struct Looked<'d> {
    /// Lifted forms that it had at the last sync, their inline values hidden.
    pub(super) had: FxHashSet<String>,
    pub(super) spellings: Vec<Spelling>,
    /// What each of its units could become, and its text.
    pub(super) candidates: Vec<Candidates>,
    pub(super) texts: Vec<&'d str>,
    /// The texts with their inline values hidden, where they have any.
    pub(super) masks: Vec<Option<Masked<'d>>>,
}

impl<'d> Looked<'d> {
    /// The text of each unit, its inline values hidden, with what it could become.
    pub(super) fn units(&self) -> impl Iterator<Item = (&str, &Candidates)> {
        let texts = self.texts.iter().zip(&self.masks);
        let texts = texts.map(|(text, masked)| masked.as_ref().map_or(*text, |masked| masked.mask.as_str()));
        texts.zip(&self.candidates)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelling(expression: &str, text: &str) -> Spelling {
        let anywhere = expression == "$store";
        Spelling { expression: expression.into(), text: text.into(), anywhere, name: expression != "$translated" }
    }

    fn shown(text: &str, values: &[(&str, &str)]) -> Vec<String> {
        let spellings: Vec<Spelling> = values.iter().map(|(expression, text)| spelling(expression, text)).collect();
        let candidates = candidates(text, &spellings);
        let only = candidates.only_values.iter().map(|form| format!("only {}", notation::shown(form)));
        let forms = candidates.forms.iter().map(|(form, _)| notation::shown(form).into_owned());
        only.chain(forms).collect()
    }

    #[test]
    fn every_combination_is_a_form() {
        let values = [("$app", "Hibob"), ("$developer", "Hibob Inc.")];
        assert_eq!(
            shown("By Hibob Inc. to Microsoft", &values),
            ["By { $app } Inc. to Microsoft", "By { $developer } to Microsoft"]
        );
        assert_eq!(
            shown("Teams in Teams", &[("$app", "Teams")]),
            ["Teams in { $app }", "{ $app } in Teams", "{ $app } in { $app }"]
        );
    }

    #[test]
    fn a_value_is_a_word_of_its_own() {
        for text in ["A Teamster", "myTeams are", "see teams.com now", "Teams_x is", "Team is here", "a.Teams is"] {
            assert_eq!(shown(text, &[("$app", "Teams"), ("$n", "teams")]), Vec::<String>::new(), "{text}");
        }
        for text in ["(Teams), here", "Teams’s work", "is Teams.", "Teams-like is", "**Teams** is", "is Teams,"] {
            assert_eq!(shown(text, &[("$app", "Teams")]).len(), 1, "{text}");
        }
        assert_eq!(shown("worth 1.5 or 15", &[("$n", "5"), ("$m", "1")]), Vec::<String>::new());
    }

    #[test]
    fn scripts_without_blanks_join_nothing() {
        assert_eq!(shown("これはContosoのアプリです", &[("$app", "Contoso")]), ["これは{ $app }のアプリです"]);
        assert_eq!(shown("이것은 Contoso의 앱입니다", &[("$app", "Contoso")]), ["이것은 { $app }의 앱입니다"]);
        assert!(shown("это Contosoвый", &[("$app", "Contoso")]).is_empty());
    }

    #[test]
    fn a_name_in_an_address_or_in_code_is_none() {
        for text in [
            "see [x](https://contoso/a) now",
            "run `contoso` now",
            "a <b title=\"contoso\">word</b>",
            "at www.contoso now",
        ] {
            assert_eq!(shown(text, &[("$app", "contoso")]), Vec::<String>::new(), "{text}");
        }
        assert_eq!(
            shown("<a href=\"https://x/office/WA10?p\">View</a>", &[("$store", "WA10")]),
            ["<a href=\"https://x/office/{ $store }?p\">View</a>"]
        );
        assert_eq!(shown("View WA10-2", &[("$store", "WA10")]), Vec::<String>::new());
    }

    #[test]
    fn texts_of_nothing_but_values_are_noted() {
        let values = [("$app", "Hibob"), ("$developer", "Hibob Inc."), ("$translated", "Name")];
        assert_eq!(shown("Hibob Inc.", &values), ["only { $developer }", "{ $app } Inc."]);
        assert_eq!(shown("**Hibob** / Hibob Inc.", &values)[0], "only **{ $app }** / { $developer }");
        assert_eq!(shown("[Hibob](https://hibob.com)", &values), ["only [{ $app }](https://hibob.com)"]);
        // A text whose translation is wanted is never only a value.
        assert_eq!(shown("Name", &values), Vec::<String>::new());
    }

    #[test]
    fn many_places_go_together() {
        let forms = shown("A B A B A B A B words", &[("$a", "A"), ("$b", "B")]);
        assert_eq!(forms.len(), 3, "{forms:?}");
        // Three variables with one value in two places: each place has one of them or none.
        let forms = shown("A by A", &[("$a", "A"), ("$b", "A"), ("$c", "A")]);
        assert_eq!(forms.len(), 15, "{forms:?}");
    }
}
