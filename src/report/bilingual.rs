//! A page in both languages, in two columns, as one HTML file that needs no other.

use askama::Template;
use handback_core::catalog::state::TranslationType;
use handback_core::document::{Unit, UnitKind};
use handback_core::render::RenderOptions;
use handback_core::render::choose::{Choice, Chooser};
use handback_core::render::options::{OnMachine, OnStale};

use super::rendered;
use crate::pages::render::render_options;
use crate::snapshot::{LocaleView, PageView};

#[derive(Template)]
#[template(path = "bilingual.html")]
struct Page<'a> {
    title: String,
    locale: &'a str,
    source: &'a str,
    rows: Vec<Row>,
}

/// A text, and what is on the page of the locale for it.
struct Row {
    kind: &'static str,
    is_heading: bool,
    state: &'static str,
    /// HTML that [`rendered`] made; of the translation `None` where there is none.
    english: String,
    localized: Option<String>,
}

/// The texts of a page with their translations, also of those that are stale or that nobody approved.
pub fn html(locale: LocaleView<'_>, page: PageView<'_>) -> String {
    let config = locale.snapshot.config;
    let options = render_options(config, locale.name());
    let options = RenderOptions { on_machine: OnMachine::Publish, on_stale: OnStale::Keep, ..options };
    let formatters = locale.formatters();
    let mut chooser = Chooser::new(page.subject(), locale.snapshot.reference(), &formatters, &options);
    let mut rows = Vec::new();
    for (index, unit) in page.document().units.iter().enumerate() {
        // What cannot be formatted is reported by the checks.
        let choice = chooser.choose(index, &mut Vec::new());
        if !unit.translatable {
            continue;
        }
        let (state, localized) = match choice {
            Choice::Current { text, kind: TranslationType::Human } => ("human", Some(text)),
            Choice::Current { text, kind: TranslationType::Machine } => ("machine", Some(text)),
            Choice::Current { text, kind: TranslationType::Unproven } => ("unproven", Some(text)),
            Choice::Stale { text, .. } => ("stale", text),
            Choice::Unapproved | Choice::Missing => ("missing", None),
        };
        let is_heading = unit.kind == UnitKind::Heading;
        let (english, localized) = (shown(page, unit, &unit.text), localized.map(|text| shown(page, unit, &text)));
        rows.push(Row { kind: unit.kind.name(), is_heading, state, english, localized });
    }
    let title = format!("{}, {}", page.name(), locale.name());
    let page = Page { title, locale: locale.name(), source: &config.source_locale, rows };
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}

/// A text of a unit as readers see it: with emphasis, code and what looks like a link, and nothing that runs or loads.
fn shown(page: PageView<'_>, unit: &Unit<'_>, text: &str) -> String {
    match unit.kind {
        UnitKind::Html => rendered::clean(text),
        UnitKind::FrontMatter | UnitKind::Attribute | UnitKind::Comment | UnitKind::Code => rendered::plain(text),
        _ => rendered::text(text, |name| has_definition(page.document().source, name)),
    }
}

/// Whether a page defines a link by this name, as `[name]: address`.
fn has_definition(source: &str, name: &str) -> bool {
    let begins = |line: &str| {
        let rest = line.trim_start_matches(['>', ' ', '\t']).strip_prefix('[')?;
        let (known, rest) = rest.split_once(']')?;
        Some(rest.starts_with(':') && known.to_lowercase() == name.to_lowercase())
    };
    source.lines().any(|line| begins(line) == Some(true))
}
