//! What a locale's documents have of their own: code that is of an earlier English, and, if asked for, all of it.

use handback_core::catalog::escape::Pattern;
use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::values::ValueKind;

use super::Wanted;
use super::finding::{Finding, Place, Text};
use crate::settings::code::Code;
use crate::snapshot::LocaleView;
use crate::snapshot::own::{self, Kind, Own};

/// Findings about what the documents of a locale have of their own.
pub fn check(locale: LocaleView<'_>, wanted: Wanted<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for own in locale.snapshot.pages().filter(|page| page.is_owned()).flat_map(|page| own::of_page(locale, page)) {
        if own.is_stale() && wanted(Code::Stale) {
            findings.push(stale(locale, &own));
        }
        if wanted(Code::OwnText) {
            let (what, change) = match own.kind {
                Kind::Addition => ("the page has this block beyond its English", "edit or remove it in"),
                Kind::Block => ("the page has this block of code in another form than its English", "edit it in"),
            };
            let message = format!("{}: {what}", locale.name());
            let home = home(locale, &own);
            let fix = format!("nothing, if that is meant; {change} {}", home.file);
            findings.push(finding(Code::OwnText, locale, &own, message, fix));
        }
    }
    findings
}

fn stale(locale: LocaleView<'_>, own: &Own<'_>) -> Finding {
    let (id, home) = (own.id, home(locale, own).file);
    let previous = own.state.previous.clone();
    let rule = if previous.is_some() { Rule::Value(ValueKind::Code) } else { Rule::PreviousUnknown };
    let change = Severity::Substantive;
    let message =
        format!("the {} version of this code is of an earlier English; {change} change ({rule})", locale.name());
    let fix = format!("bring it up to date in {home}, or `handback accept {id} --still-valid`");
    let mut finding = finding(Code::Stale, locale, own, message, fix);
    (finding.previous, finding.since) = (previous.map(Into::into), own.state.since);
    (finding.change, finding.rule) = (Some(change), Some(rule));
    finding
}

fn home(locale: LocaleView<'_>, own: &Own<'_>) -> Place {
    let (snapshot, key) = (locale.snapshot, own.page.key());
    let line = locale.own().catalog.files.get(&key).and_then(|file| file.resource.line(own.id));
    Place { file: snapshot.shown(&snapshot.config.resource_path(locale.name(), &key)).into(), line }
}

fn finding(code: Code, locale: LocaleView<'_>, own: &Own<'_>, message: String, fix: String) -> Finding {
    let (snapshot, source) = (locale.snapshot, own.page.source());
    let mut finding = Finding::new(code, message, fix);
    finding.locale = Some(locale.name().into());
    finding.id = Some(own.id.clone());
    finding.document = Some(source.name.clone());
    finding.line = Some(own.line);
    finding.source = Some(own.english().into()).filter(|english: &Text| !english.is_empty());
    finding.translation = Some(Pattern::shown(own.pattern).into());
    finding.file = Some(snapshot.shown(&source.source.path).into());
    finding.resource = Some(home(locale, own));
    let output = snapshot.config.output_path(locale.name(), &source.name);
    finding.output = Some(Place { file: snapshot.shown(&output).into(), line: None });
    finding
}
