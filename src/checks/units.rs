//! What is wrong with the translation of each text: stale, missing, without its variables.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::Translation;
use handback_core::catalog::state::{Carried, Date, State, TranslationType, UNPROVEN};
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{FileKey, Id, notation};
use handback_core::document::Unit;
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::values::{Piece, ValueKind, pieces};
use handback_core::translate::glossary::Glossary;
use rustc_hash::{FxHashMap, FxHashSet};

use super::finding::{Finding, Place};
use super::terms;
use crate::settings::code::Code;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::subject::Subject;

/// Findings about the texts of all documents in one locale: one for each document and message.
pub fn check(subject: &Subject<'_>, locale: usize, wanted: &dyn Fn(Code) -> bool) -> Vec<Finding> {
    let own = &subject.analysis.locales[locale];
    let mut checker = Checker {
        subject,
        locale: &own.locale.name,
        standings: subject.analysis.standings(locale),
        vocabulary: Vocabulary::new(&subject.analysis.extraction.reference),
        verdicts: FxHashMap::default(),
        glossary: own.glossary.as_ref(),
        missing_since: None,
        wanted,
        findings: Vec::new(),
    };
    for (index, (document, ids)) in subject.documents.iter().zip(&subject.analysis.ids).enumerate() {
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        let units = document.units.iter().zip(ids).enumerate().filter(|(_, (unit, _))| unit.translatable);
        for (at, (unit, id)) in units {
            if let Some(id) = id.as_ref().filter(|id| seen.insert(id)) {
                let english = subject.analysis.english(index, at, &unit.text);
                checker.unit(&Spot { document: index, unit, id, english });
            }
        }
    }
    checker.findings
}

/// A text in a document.
struct Spot<'a> {
    document: usize,
    unit: &'a Unit<'a>,
    id: &'a Id,
    /// The text as its message has it.
    english: &'a str,
}

impl<'a> Spot<'a> {
    /// The text as an earlier English, or a translation, is to be compared with it: with the values of the
    /// document in it, unless these are lifted out there too.
    fn beside(&self, other: &str, translation: &Pattern) -> &'a str {
        let lifted = notation::has_placeables(other) || notation::has_placeables(translation.as_str());
        if lifted { self.english } else { &self.unit.text }
    }
}

struct Checker<'a> {
    subject: &'a Subject<'a>,
    locale: &'a str,
    standings: Standings<'a>,
    vocabulary: Vocabulary<'a>,
    /// By message and whether the translation is the shared one.
    verdicts: FxHashMap<(&'a Id, bool), (Severity, Rule)>,
    glossary: Option<&'a Glossary>,
    /// Since when messages have no translation; asked for only if there are such.
    missing_since: Option<FxHashMap<&'a Id, &'a Date>>,
    wanted: &'a dyn Fn(Code) -> bool,
    findings: Vec<Finding>,
}

impl<'a> Checker<'a> {
    fn unit(&mut self, spot: &Spot<'a>) {
        let (document, id) = (spot.document, spot.id);
        match self.standings.of(&self.subject.sources[document].name, id) {
            Standing::Current(translation) | Standing::FromFallback(_, translation) => self.current(spot, &translation),
            Standing::Stale(_, translation) => self.stale(spot, &translation),
            Standing::Missing if (self.wanted)(Code::Missing) => {
                let reference = &self.subject.analysis.extraction.reference;
                let message = format!("no {} translation", self.locale);
                let fix = format!("translate `{id}` in {}", self.home(document, id).file);
                let mut finding = self.finding(Code::Missing, spot, message, fix);
                let days = self.missing_since.get_or_insert_with(|| self.standings.own().missing_since(reference));
                finding.since = days.get(id).map(|day| (*day).clone());
                self.findings.push(finding);
            }
            Standing::Missing | Standing::Unreadable => {}
        }
    }

    fn stale(&mut self, spot: &Spot<'a>, translation: &Translation<'_>) {
        let (document, id) = (spot.document, spot.id);
        if !(self.wanted)(Code::Stale) {
            return;
        }
        let previous = translation.state.and_then(State::base);
        let (change, rule) = match previous {
            Some(previous) => self.verdict(spot, previous, translation.pattern),
            None => (Severity::Substantive, Rule::PreviousUnknown),
        };
        let message = format!("the {} translation is of an earlier English; {change} change ({rule})", self.locale);
        let home = self.home(document, id).file;
        let fix = match change {
            Severity::Substantive => format!("translate it again in {home}, or `handback accept {id} --still-valid`"),
            _ => format!("`handback accept {id} --still-valid` if the translation is still right, else edit {home}"),
        };
        let mut finding = self.finding(Code::Stale, spot, message, fix);
        finding.previous = previous.map(|text| notation::shown(text).into_owned());
        if let Some(previous) = previous {
            finding.source = Some(notation::shown(spot.beside(previous, translation.pattern)).into_owned());
        }
        (finding.change, finding.rule) = (Some(change), Some(rule));
        finding.translation = Some(translation.pattern.shown());
        finding.since = translation.state.and_then(|state| state.since.clone());
        self.findings.push(finding);
    }

    fn verdict(&mut self, spot: &Spot<'a>, previous: &str, target: &Pattern) -> (Severity, Rule) {
        let shared = !self.overrides(spot.document, spot.id);
        let key = (spot.id, shared);
        let english = spot.beside(previous, target);
        if let Some(known) = self.verdicts.get(&key).filter(|_| shared) {
            return *known;
        }
        let carrying = Carrying { locale: self.locale, previous, english, target };
        let verdict = self.vocabulary.verdict(&carrying).0;
        self.verdicts.insert(key, (verdict.severity, verdict.rule));
        (verdict.severity, verdict.rule)
    }

    fn current(&mut self, spot: &Spot<'a>, translation: &Translation<'_>) {
        let (document, id) = (spot.document, spot.id);
        let lacking = match translation.pattern {
            Pattern::Text(text) if spot.english.contains(['{', '%']) => lacking_variable(spot.english, text),
            _ => None,
        };
        if let Some(variable) = lacking.filter(|_| (self.wanted)(Code::MissingVariable)) {
            let message = format!("the {} translation lacks `{variable}`, which the English has", self.locale);
            let fix = format!("write `{variable}` into the translation in {}", self.home(document, id).file);
            let mut finding = self.finding(Code::MissingVariable, spot, message, fix);
            finding.translation = Some(translation.pattern.shown());
            self.findings.push(finding);
        }
        self.terms(spot, translation);
        let Some(state) = translation.state else { return };
        for (code, message, fix) in self.notes(state, id) {
            let mut finding = self.finding(code, spot, message, fix);
            finding.translation = Some(translation.pattern.shown());
            finding.previous = state.previous.as_deref().map(|text| notation::shown(text).into_owned());
            if let Some(previous) = state.previous.as_deref().filter(|_| code == Code::Carried) {
                let verdict = self.vocabulary.classify(previous, spot.beside(previous, translation.pattern));
                (finding.change, finding.rule) = (Some(verdict.severity), Some(verdict.rule));
            }
            self.findings.push(finding);
        }
    }

    fn terms(&mut self, spot: &Spot<'a>, translation: &Translation<'_>) {
        let Pattern::Text(text) = translation.pattern else { return };
        let english = spot.beside("", translation.pattern);
        let names = self.subject.names().in_text(spot.document, english);
        for (code, message, fix) in terms::check(self.glossary, &names, english, text) {
            if (self.wanted)(code) {
                let (message, fix) = (format!("{}: {message}", self.locale), fix);
                let mut finding = self.finding(code, spot, message, fix);
                finding.translation = Some(translation.pattern.shown());
                self.findings.push(finding);
            }
        }
    }

    /// What may be said of a current translation, if it is asked for: code, message, fix.
    fn notes(&self, state: &State, id: &str) -> Vec<(Code, String, String)> {
        let locale = self.locale;
        let mut notes = Vec::new();
        if state.kind == TranslationType::Machine && (self.wanted)(Code::Machine) {
            let message = format!("the {locale} translation is a machine's ({})", state.origin);
            notes.push((Code::Machine, message, format!("have a person read `{id}` and approve or edit it")));
        }
        if state.note.as_deref() == Some(UNPROVEN) && (self.wanted)(Code::Unproven) {
            let message = format!("it is not known what English the {locale} translation was made from");
            let fix = format!("compare them, then `handback accept {id} --still-valid` or edit the translation");
            notes.push((Code::Unproven, message, fix));
        }
        if let Some(how) = state.carried.filter(|_| (self.wanted)(Code::Carried)) {
            let what = match how {
                Carried::Cosmetic => "kept: the English changed in looks only",
                Carried::Mechanical => "carried over: values of the English changed",
            };
            let message = format!("the {locale} translation was {what}");
            notes.push((Code::Carried, message, format!("`handback accept {id} --still-valid` settles it")));
        }
        notes
    }

    fn finding(&self, code: Code, spot: &Spot<'_>, message: String, fix: String) -> Finding {
        let (document, id) = (spot.document, spot.id);
        let mut finding = Finding::new(code, message, fix);
        let source = &self.subject.sources[document];
        finding.locale = Some(self.locale.to_owned());
        finding.id = Some(id.to_string());
        finding.document = Some(source.name.to_string());
        finding.line = Some(spot.unit.line);
        finding.source = Some(notation::shown(spot.english).into_owned());
        finding.file = Some(self.subject.shown(&source.source.path));
        finding.resource = Some(self.home(document, id));
        let output = self.subject.config.output_path(self.locale, &source.name);
        finding.output = Some(Place { file: self.subject.shown(&output), line: None });
        finding
    }

    fn overrides(&self, document: usize, id: &str) -> bool {
        let own = FileKey::Document(self.subject.sources[document].name.clone());
        self.standings.own().files.get(&own).is_some_and(|file| file.pattern(id).is_some())
    }

    /// Where the translation stands, or where it belongs.
    fn home(&self, document: usize, id: &str) -> Place {
        let own = FileKey::Document(self.subject.sources[document].name.clone());
        let messages = &self.subject.analysis.extraction.reference.messages;
        let key = match messages.get(id) {
            Some(message) if !self.overrides(document, id) => message.home.clone(),
            _ => own,
        };
        let line = self.standings.own().files.get(&key).and_then(|file| file.resource.line(id));
        Place { file: self.subject.shown(&self.subject.config.resource_path(self.locale, &key)), line }
    }
}

/// A variable of the English (`{name}`, `%s`) that stands less often in the translation.
fn lacking_variable(english: &str, translation: &str) -> Option<String> {
    // Placeables for values of the document are looked at in the resource.
    let variables = |text: &str| -> Vec<String> {
        let parts = notation::parts(text).filter_map(|part| match part {
            notation::Part::Text(text) => Some(text),
            notation::Part::Placeable(_) => None,
        });
        let text = &parts.collect::<Vec<_>>().join(" ");
        let variable = |piece| match piece {
            Piece::Value(ValueKind::Variable, range) => Some(text[range].to_owned()),
            _ => None,
        };
        pieces(text).into_iter().filter_map(variable).collect()
    };
    let there = variables(translation);
    let wanted = variables(english);
    let count = |list: &[String], name: &str| list.iter().filter(|other| *other == name).count();
    wanted.iter().find(|name| count(&there, name) < count(&wanted, name)).cloned()
}
