//! Problems of the translation of each text: stale, missing, without its variables.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::Translation;
use handback_core::catalog::state::{Carried, State, TranslationType};
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{Id, notation};
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::{Rule, Severity};
use handback_core::judge;
use handback_core::text::count::{are, counted};
use handback_core::text::date::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::finding::{Finding, Place};
use super::places::{Missing, Places, overrides};
use super::targets::Targets;
use super::verdicts::Verdicts;
use super::{Wanted, own};
use crate::settings::code::Code;
use crate::settings::config::FILE_NAME;
use crate::snapshot::judging::dismissed;
use crate::snapshot::standing::Standing;
use crate::snapshot::{LocaleView, UnitView};

/// What looking at the texts of a locale came to.
pub struct Looked<'a> {
    pub findings: Vec<Finding>,
    /// Is not in there.
    pub missing: Missing<'a>,
    /// Hashes of the words on which a verdict depended, each with how many messages have it.
    pub asked: FxHashMap<u64, u32>,
    /// No finding depends on documents that were not read.
    pub is_sure: bool,
}

impl Looked<'_> {
    /// All findings.
    pub fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings;
        findings.extend(self.missing.findings());
        findings
    }
}

/// Findings about the texts of all documents in one locale: one for each document and message.
pub fn check<'a>(locale: LocaleView<'a>, verdicts: &'a Verdicts<'a>, wanted: Wanted<'a>) -> Looked<'a> {
    let elsewhere = locale.snapshot.inputs.elsewhere.texts.as_deref();
    let mut checker = Checker {
        places: Places::of(locale),
        vocabulary: Vocabulary::with(locale.snapshot.reference(), elsewhere),
        verdicts: FxHashMap::default(),
        judged: verdicts,
        missing_since: None,
        missing_unpublished: 0,
        targets: Targets::new(locale),
        wanted,
        findings: Vec::new(),
        missing: Vec::new(),
    };
    for page in locale.snapshot.pages().filter(|page| page.is_owned()) {
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        page.units().filter(|unit| seen.insert(unit.id)).for_each(|unit| checker.unit(unit));
    }
    let unpublished = unpublished(locale, checker.missing_unpublished).filter(|_| wanted(Code::Unpublished));
    checker.findings.extend(unpublished);
    checker.findings.extend(own::check(locale, wanted));
    let is_sure = checker.targets.is_sure;
    let missing = Missing::new(checker.places, checker.missing);
    Looked { findings: checker.findings, missing, asked: checker.vocabulary.asked(), is_sure }
}

/// The documents of a locale that are not published, as one finding.
fn unpublished(locale: LocaleView<'_>, missing: usize) -> Option<Finding> {
    let snapshot = locale.snapshot;
    let count = snapshot.pages().filter(|page| !locale.is_published(*page)).count();
    if count == 0 {
        return None;
    }
    let documents = format!("{count} of {}", counted(snapshot.documents.len(), "document"));
    let rule = snapshot.config.publish_in(&locale.own().locale);
    let message = format!(
        "{documents} {} no {} page (`publish: {rule}`), and {} of theirs {} not translated",
        if count == 1 { "has" } else { "have" },
        locale.name(),
        counted(missing, "text"),
        are(missing)
    );
    let fix = "translate more of them, or set `publish: all` to have them written in English";
    let mut finding = Finding::new(Code::Unpublished, message, fix);
    finding.locale = Some(locale.name().into());
    finding.resource = Some(Place { file: FILE_NAME.into(), line: None });
    Some(finding)
}

/// The text of a unit as an earlier English, or a translation, is to be compared with it: with the values of
/// the document in it, unless these are lifted out there too.
fn beside<'a>(unit: UnitView<'a>, other: &str, translation: &Pattern) -> &'a str {
    let lifted = notation::has_placeables(other) || notation::has_placeables(translation.as_str());
    if lifted { unit.english() } else { &unit.unit.text }
}

struct Checker<'a> {
    places: Places<'a>,
    vocabulary: Vocabulary<'a>,
    /// By message and whether the translation is the shared one.
    verdicts: FxHashMap<(&'a Id, bool), (Severity, Rule)>,
    judged: &'a Verdicts<'a>,
    /// Since when messages have no translation; asked for only if there are such.
    missing_since: Option<FxHashMap<&'a Id, Date>>,
    /// Texts without a translation in documents that are not published.
    missing_unpublished: usize,
    targets: Targets<'a>,
    wanted: Wanted<'a>,
    findings: Vec<Finding>,
    missing: Vec<(UnitView<'a>, Option<Date>)>,
}

impl<'a> Checker<'a> {
    fn unit(&mut self, unit: UnitView<'a>) {
        let id = unit.id;
        match self.places.standings.of(unit.page.name(), id) {
            Standing::Current(translation) => {
                self.judge(unit, &translation);
                self.current(unit, &translation);
            }
            // It is judged where it comes from.
            Standing::FromFallback(_, translation) => self.current(unit, &translation),
            Standing::Stale(_, translation) => self.stale(unit, &translation),
            // Of pages that are not published all that is missing is one finding.
            Standing::Missing if !self.places.locale.is_published(unit.page) => self.missing_unpublished += 1,
            Standing::Missing if (self.wanted)(Code::Missing) => {
                let snapshot = self.places.locale.snapshot;
                let elsewhere = snapshot.inputs.elsewhere.days.get(self.places.locale.index);
                let since = || self.places.standings.own().missing_since(snapshot.reference(), elsewhere);
                let days = self.missing_since.get_or_insert_with(since);
                self.missing.push((unit, days.get(id).copied()));
            }
            Standing::Missing | Standing::Unreadable => {}
        }
    }

    fn stale(&mut self, unit: UnitView<'a>, translation: &Translation<'_>) {
        let id = unit.id;
        if !(self.wanted)(Code::Stale) {
            return;
        }
        let previous = translation.state.and_then(State::base);
        let (change, rule) = match previous {
            Some(previous) => self.verdict(unit, previous, translation.pattern),
            None => (Severity::Substantive, Rule::PreviousUnknown),
        };
        let message =
            format!("the {} translation is of an earlier English; {change} change ({rule})", self.places.locale.name());
        let home = self.places.home(unit).file;
        let fix = match change {
            Severity::Substantive => format!("translate it again in {home}, or `handback accept {id} --still-valid`"),
            _ => format!("`handback accept {id} --still-valid` if the translation is still right, else edit {home}"),
        };
        let mut finding = self.places.finding(Code::Stale, unit, message, fix);
        finding.previous = previous.map(|text| notation::shown(text).into());
        if let Some(previous) = previous {
            finding.source = Some(notation::shown(beside(unit, previous, translation.pattern)).into());
        }
        (finding.change, finding.rule) = (Some(change), Some(rule));
        finding.translation = Some(translation.pattern.shown().into());
        finding.since = translation.state.and_then(|state| state.since);
        self.findings.push(finding);
    }

    fn verdict(&mut self, unit: UnitView<'a>, previous: &str, target: &Pattern) -> (Severity, Rule) {
        let shared = !overrides(&self.places.standings, unit);
        let key = (unit.id, shared);
        let english = beside(unit, previous, target);
        if let Some(known) = self.verdicts.get(&key).filter(|_| shared) {
            return *known;
        }
        let carrying = Carrying { locale: self.places.locale.name(), previous, english, target };
        let verdict = self.vocabulary.verdict(&carrying).0;
        self.verdicts.insert(key, (verdict.severity, verdict.rule));
        (verdict.severity, verdict.rule)
    }

    fn current(&mut self, unit: UnitView<'a>, translation: &Translation<'_>) {
        let id = unit.id;
        let Some(state) = translation.state else { return };
        for (code, message, fix) in self.notes(state, id) {
            let mut finding = self.places.finding(code, unit, message, fix);
            finding.translation = Some(translation.pattern.shown().into());
            finding.previous = state.previous.as_deref().map(|text| notation::shown(text).into());
            if let Some(previous) = state.previous.as_deref().filter(|_| code == Code::Carried) {
                let verdict = self.vocabulary.classify(previous, beside(unit, previous, translation.pattern));
                (finding.change, finding.rule) = (Some(verdict.severity), Some(verdict.rule));
            }
            self.findings.push(finding);
        }
    }

    /// What the judge says of the translation.
    fn judge(&mut self, unit: UnitView<'a>, translation: &Translation<'_>) {
        let findings = self.judged.about(self.places.locale, unit, translation);
        if findings.is_empty() {
            return;
        }
        let dismissed: Vec<&str> = dismissed(translation).collect();
        let counts = |judged: &&judge::Finding| {
            let is_dismissed = dismissed.contains(&judged.kind.name());
            !is_dismissed && (self.wanted)(judged.kind.into())
        };
        for judged in findings.iter().filter(counts) {
            if judged.targets.as_ref().is_some_and(|(english, wording)| self.targets.are_same(unit, english, wording)) {
                continue;
            }
            let message = format!("{}: {}", self.places.locale.name(), judged.message);
            let mut finding = self.places.finding(judged.kind.into(), unit, message, judged.fix.as_str());
            finding.words = Some(judged.words.as_str()).filter(|words| !words.trim().is_empty()).map(Into::into);
            finding.translation = Some(translation.pattern.shown().into());
            self.findings.push(finding);
        }
    }

    /// What may be said of a current translation, if it is asked for: code, message, fix.
    fn notes(&self, state: &State, id: &str) -> Vec<(Code, String, String)> {
        let locale = self.places.locale.name();
        let mut notes = Vec::new();
        if state.kind == TranslationType::Machine && (self.wanted)(Code::Machine) {
            let message = format!("the {locale} translation is a machine's ({})", state.origin);
            notes.push((Code::Machine, message, format!("have a person read `{id}` and approve or edit it")));
        }
        if let Some(other) = state.alternatives.first().filter(|_| (self.wanted)(Code::OpenDecision)) {
            let who = other.reviewer.as_deref().unwrap_or("another person");
            let text = notation::shown(&other.text);
            let message = format!("{who} worded the {locale} translation differently: {text}");
            notes.push((Code::OpenDecision, message, format!("choose one for `{id}` in `handback review`")));
        }
        if state.kind == TranslationType::Unproven && (self.wanted)(Code::UnknownAuthor) {
            let message = format!("it is not known whether a person or a machine made the {locale} translation");
            notes.push((Code::UnknownAuthor, message, format!("have a person read `{id}` and approve or edit it")));
        }
        if state.source_unproven && (self.wanted)(Code::Unproven) {
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
}
