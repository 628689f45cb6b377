//! Which values the declared variables have in a document.

use super::declaration::{Place, Variable};
use super::value::Value;
use crate::catalog::notation;
use crate::catalog::reference::Values;
use crate::document::{Document, UnitKind};
use crate::text::markup::label_text;

/// The variables that a document has, by name.
#[derive(Debug, Clone, Default)]
pub struct Bindings {
    pub list: Vec<Binding>,
}

/// A variable with its value.
#[derive(Debug, Clone)]
pub struct Binding {
    pub name: String,
    pub value: Value,
    /// The unit that the value was read from.
    pub unit: Option<usize>,
    /// Line of the value in the source.
    pub line: u32,
    /// Its translation takes its place in other texts.
    pub translate: bool,
    /// It is lifted out of link targets and attributes too, because a pattern found it.
    pub anywhere: bool,
    /// The place itself shows that this is a value; a title may be any text.
    pub certain: bool,
}

impl Bindings {
    /// Looks for every declared variable.
    pub fn of(document: &Document<'_>, variables: &[Variable]) -> Self {
        Self { list: variables.iter().filter_map(|variable| bind(document, variable)).collect() }
    }

    /// The variables that a document had at the last sync.
    pub fn recall(values: &Values, variables: &[Variable]) -> Self {
        let recall = |variable: &Variable| {
            let text = values.get(&notation::expression(&variable.name, None, &[]))?;
            let value = Value::read(variable.kind, text)?;
            Some(Binding::new(variable, value, None, 0))
        };
        Self { list: variables.iter().filter_map(recall).collect() }
    }

    pub fn get(&self, name: &str) -> Option<&Binding> {
        self.list.iter().find(|binding| binding.name == name)
    }
}

/// A value with the unit it is in and its line.
type Found = (Value, Option<usize>, u32);

fn bind(document: &Document<'_>, variable: &Variable) -> Option<Binding> {
    let (value, unit, line) = match &variable.place {
        Place::Heading(level) => heading(document, variable, *level),
        Place::Row(labels) => row(document, variable, labels),
        Place::After(texts) => after(document, variable, texts),
        Place::FrontMatter(key) => front_matter(document, variable, key),
        Place::Pattern(regex) => pattern(document, variable, regex),
    }?;
    Some(Binding::new(variable, value, unit, line))
}

impl Binding {
    /// A variable of which nothing but its value is known.
    pub fn recalled(name: &str, value: Value) -> Self {
        Self { name: name.to_owned(), value, unit: None, line: 0, translate: false, anywhere: false, certain: true }
    }

    fn new(variable: &Variable, value: Value, unit: Option<usize>, line: u32) -> Self {
        let anywhere = matches!(variable.place, Place::Pattern(_));
        let title = matches!(variable.place, Place::Heading(_) | Place::FrontMatter(_));
        let certain = !title || !matches!(value, Value::Text(_));
        Self { name: variable.name.clone(), value, unit, line, translate: variable.translate_value, anywhere, certain }
    }
}

fn heading(document: &Document<'_>, variable: &Variable, level: u8) -> Option<Found> {
    let heading = document.headings.iter().find(|heading| heading.level == level)?;
    let index = document.units.partition_point(|unit| unit.span.start < heading.anchor_at);
    let unit = document.units.get(index).filter(|unit| unit.kind == UnitKind::Heading)?;
    Some((Value::read(variable.kind, &inner_text(document, index))?, Some(index), unit.line))
}

/// The text of a unit as other texts would have it: without emphasis, link target and the like; but as it
/// stands, if it is that what other texts hold (`a*b` is no emphasis).
fn inner_text(document: &Document<'_>, index: usize) -> String {
    let label = label_text(&document.units[index].text);
    let raw = document.units[index].text.trim().trim_matches(['*', '_']);
    let others = || document.units.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, unit)| &unit.text);
    let stands = |value: &str| others().any(|text| text.contains(value));
    if label != raw && !stands(&label) && stands(raw) { raw.to_owned() } else { label }
}

fn row(document: &Document<'_>, variable: &Variable, labels: &[String]) -> Option<Found> {
    let cells = document.units.iter().enumerate().filter(|(_, unit)| unit.kind == UnitKind::Cell && unit.column == 1);
    cells.into_iter().find_map(|(index, unit)| {
        let label = label_text(&document.units[unit.row? as usize].text);
        let is_label = |wanted: &String| label_text(wanted).eq_ignore_ascii_case(&label);
        labels.iter().find(|wanted| is_label(wanted))?;
        Some((Value::read(variable.kind, &inner_text(document, index))?, Some(index), unit.line))
    })
}

fn after(document: &Document<'_>, variable: &Variable, texts: &[String]) -> Option<Found> {
    document.units.iter().enumerate().find_map(|(index, unit)| {
        texts.iter().find_map(|text| {
            let text = text.trim_end();
            let rest = &unit.text[unit.text.find(text)? + text.len()..];
            let rest = rest.lines().next()?.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
            Some((Value::read(variable.kind, rest)?, Some(index), unit.line))
        })
    })
}

fn front_matter(document: &Document<'_>, variable: &Variable, key: &str) -> Option<Found> {
    let value = document.front_matter_value(key)?;
    let line = document.front_matter.as_ref()?.keys.iter().find(|line| line.name == key)?.lines.start;
    let is_unit = |unit: &crate::document::Unit<'_>| {
        unit.kind == UnitKind::FrontMatter && unit.label.as_deref() == Some(key) && unit.text == value
    };
    let unit = document.units.iter().position(is_unit);
    Some((Value::read(variable.kind, &value)?, unit, line_at(document, line)))
}

fn pattern(document: &Document<'_>, variable: &Variable, regex: &regex::Regex) -> Option<Found> {
    let found = regex.captures(document.source)?;
    let group = found.name(&variable.name).or_else(|| found.get(1)).or_else(|| found.get(0))?;
    Some((Value::read(variable.kind, group.as_str())?, None, line_at(document, group.start())))
}

fn line_at(document: &Document<'_>, at: usize) -> u32 {
    1 + memchr::memchr_iter(b'\n', &document.source.as_bytes()[..at]).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{ParseOptions, Syntax};
    use crate::variables::declaration::resolve;

    const PAGE: &str = "---\ntitle: Contoso CRM\nms.date: 12/16/2019\n---\n# Contoso **CRM**\n\n*Last updated by the developer on: December 9, 2021*\n\n| **Information** | Response |\n|-|-|\n| Partner company name | [Contoso, Ltd.](https://contoso.com) |\n| Seats | 1,200 |\n\n[Store](https://store.contoso.com/app/WA104)\n";

    fn bound(yaml: &str) -> Option<(String, u32, Option<usize>)> {
        let variables = resolve(Some(serde_yaml::from_str(yaml).unwrap())).unwrap();
        let options = ParseOptions {
            front_matter_keys: vec!["title".into()],
            yaml_keys: vec![],
            html_attributes: vec![],
            ..ParseOptions::default()
        };
        let document = Document::parse(PAGE, Syntax::Markdown, &options);
        let bindings = Bindings::of(&document, &variables);
        bindings.list.first().map(|binding| (binding.value.text().to_owned(), binding.line, binding.unit))
    }

    #[test]
    fn values_are_found_where_they_are_declared_to_stand() {
        let found = |yaml: &str| bound(yaml).map(|(value, line, _)| (value, line));
        let is = |value: &str, line: u32| Some((value.to_owned(), line));
        assert_eq!(found("app: { heading: 1 }"), is("Contoso CRM", 5));
        assert_eq!(found("app: { heading: 2 }"), None);
        assert_eq!(found("dev: { row: partner company name }"), is("Contoso, Ltd.", 11));
        assert_eq!(found("dev: { row: [Publisher, Partner company name] }"), is("Contoso, Ltd.", 11));
        assert_eq!(found("n: { row: Seats, type: number }"), is("1,200", 12));
        assert_eq!(
            found("d: { after: \"Last updated by the developer on: \", type: date }"),
            is("December 9, 2021", 7)
        );
        assert_eq!(found("d: { front_matter: ms.date, type: date }"), is("12/16/2019", 3));
        assert_eq!(found("t: { front_matter: title }"), is("Contoso CRM", 2));
        assert_eq!(found("t: { front_matter: author }"), None);
        assert_eq!(found("s: { pattern: \"app/(WA[0-9]+)\" }"), is("WA104", 14));
        assert_eq!(found("s: { pattern: \"(store).*app/(?<s>WA[0-9]+)\" }"), is("WA104", 14));
        assert_eq!(found("s: { row: Partner company name, type: date }"), None);
    }

    #[test]
    fn marks_of_a_name_are_part_of_it_if_other_texts_have_them() {
        let variables = resolve(Some(serde_yaml::from_str("app: { heading: 1 }").unwrap())).unwrap();
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: vec![],
            html_attributes: vec![],
            ..ParseOptions::default()
        };
        for (page, expected) in [
            ("# Foo [1]\n\nData of Foo [1] here.\n", "Foo [1]"),
            ("# a*b\n\nData of a*b here.\n", "a*b"),
            ("# **Foo** Bar\n\nData of Foo Bar here.\n", "Foo Bar"),
            ("# [Foo](https://foo.com)\n\nNothing.\n", "Foo"),
        ] {
            let document = Document::parse(page, Syntax::Markdown, &options);
            assert_eq!(Bindings::of(&document, &variables).list[0].value.text(), expected, "{page}");
        }
    }

    #[test]
    fn the_unit_of_a_value_is_known() {
        assert_eq!(bound("t: { front_matter: title }").unwrap().2, Some(0));
        assert_eq!(bound("app: { heading: 1 }").unwrap().2, Some(1));
    }
}
