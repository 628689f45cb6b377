//! What needs a person in a locale.

use std::cmp::Reverse;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::Translation;
use handback_core::catalog::state::{Alternative, Draft, State, TranslationType};
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{FileKey, Id};
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::{Rule, Severity};
use handback_core::text::date::Date;
use handback_core::text::fingerprint::{Fingerprint, fingerprint, short_hash};
use handback_core::text::values::ValueKind;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::concordance;
use crate::snapshot::judging::same_words;
use crate::snapshot::own::{self, Own};
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, PageView, SourceText, UnitView};

/// How far a translation is from what people approved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Its English changed.
    Stale,
    /// There is none.
    Missing,
    /// Current, and nobody knows who made it.
    Unproven,
    /// A machine's, and current.
    Machine,
    /// A person's, and current.
    Human,
}

impl Status {
    pub const ALL: [Self; 5] = [Self::Stale, Self::Missing, Self::Unproven, Self::Machine, Self::Human];

    pub fn name(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::Unproven => "unproven",
            Self::Machine => "machine",
            Self::Human => "human",
        }
    }
}

/// A message of a locale.
#[derive(Debug, Clone)]
pub struct Entry {
    pub id: Id,
    /// The file that its translation is in, or belongs to.
    pub key: FileKey,
    pub status: Status,
    /// The English of today, as the translation is measured against it, and its fingerprint.
    pub english: String,
    pub source: Fingerprint,
    /// While stale: the English that the translation was made from, and what became of it.
    pub previous: Option<String>,
    pub change: Option<(Severity, Rule)>,
    pub translation: Option<Pattern>,
    /// What a machine proposes for today's English, beside a person's stale translation; or what another person
    /// wrote, if that waits for a decision.
    pub draft: Option<Draft>,
    pub state: Option<State>,
    /// Where it stands: document and unit, by their places in the snapshot.
    pub places: Vec<(usize, usize)>,
    /// Number of documents that it is in.
    pub documents: usize,
    /// The document has a wording of its own beside the shared one.
    pub is_override: bool,
    /// It is what the document has of its own; `english` is that of the block it stands for, or empty.
    pub own: Option<own::Kind>,
    /// Other current translations of the same English in this locale.
    pub others: Vec<String>,
    /// What a person noted on the translation, or asks of a text that has none.
    pub note: Option<String>,
    /// What its maker saw when a decision was made: changes with translation, state and English.
    pub token: Fingerprint,
}

impl Entry {
    /// Whether the translation has selectors or terms, and is edited as Fluent.
    pub fn is_fluent(&self) -> bool {
        matches!(self.translation, Some(Pattern::Complex(_)))
    }

    /// Whether two people worded the message differently, in branches that were merged: `draft` is the other wording.
    pub fn is_open(&self) -> bool {
        self.alternative().is_some()
    }

    /// The wording of another person that waits for a decision.
    pub fn alternative(&self) -> Option<&Alternative> {
        self.state.as_ref().and_then(|state| state.alternatives.first())
    }

    /// What its reader should know of the translation: a note, or where it comes from.
    pub fn remark(&self) -> Option<String> {
        // What somebody asked before a machine translated the text is still open.
        let is_asked = self.note.is_some() && self.state.as_ref().is_none_or(|state| state.note.is_none());
        let asked = self.note.clone().filter(|_| is_asked && !self.is_open());
        asked.or_else(|| self.state.as_ref().and_then(State::remark))
    }

    /// The translation as people read it.
    pub fn shown(&self) -> String {
        self.translation.as_ref().map_or_else(String::new, Pattern::shown)
    }

    /// Whether somebody has to translate or approve it.
    pub fn needs_a_person(&self) -> bool {
        self.status != Status::Human || self.state.as_ref().is_some_and(State::awaits_approval)
    }

    /// Since when it needs a person, as far as that is known.
    pub fn since(&self) -> Option<Date> {
        let state = self.state.as_ref()?;
        Some(state.since.unwrap_or(state.date))
    }
}

/// All messages of a locale: by status and severity, then those of most documents, then the oldest.
pub fn build(locale: LocaleView<'_>) -> Vec<Entry> {
    let mut builder = Builder::new(locale);
    locale.snapshot.pages().for_each(|page| builder.page(page));
    let mut entries = builder.entries;
    note_others(&mut entries);
    // No sort that needs room for half of them besides.
    entries.sort_unstable_by(|a, b| urgency(a).cmp(&urgency(b)).then_with(|| (&a.id, &a.key).cmp(&(&b.id, &b.key))));
    entries
}

/// Makes entries again after decisions.
pub struct Refresher<'a>(Builder<'a>);

impl<'a> Refresher<'a> {
    pub fn new(locale: LocaleView<'a>) -> Self {
        Self(Builder::new(locale))
    }

    /// An entry as it is now; `None` if its message is gone.
    pub fn refreshed(&self, old: &Entry) -> Option<Entry> {
        let (document, unit) = *old.places.first()?;
        let locale = self.0.locale;
        let page = locale.snapshot.page(document);
        let entry = match old.own {
            Some(_) => {
                let own = own::with_dropped(locale, page).into_iter().find(|own| *own.id == old.id)?;
                own_entry(&own)?
            }
            None => self.0.entry(page, unit, &old.id, old.key.clone())?,
        };
        let (places, others) = (old.places.clone(), old.others.clone());
        Some(Entry { places, documents: old.documents, others, ..entry })
    }
}

fn urgency(entry: &Entry) -> impl Ord + '_ {
    let severity = entry.change.map(|(severity, _)| Reverse(severity));
    let since = entry.since();
    (entry.status, severity, Reverse(entry.documents), since.is_none(), since, entry.places[0])
}

struct Builder<'a> {
    locale: LocaleView<'a>,
    standings: Standings<'a>,
    vocabulary: Vocabulary<'a>,
    /// Where in `entries` the message of a file is.
    index: FxHashMap<(FileKey, &'a Id), usize>,
    entries: Vec<Entry>,
}

impl<'a> Builder<'a> {
    fn new(locale: LocaleView<'a>) -> Self {
        Self {
            locale,
            standings: locale.all_standings(),
            vocabulary: Vocabulary::new(locale.snapshot.reference()),
            index: FxHashMap::default(),
            // To grow would take as much room again.
            entries: Vec::with_capacity(locale.snapshot.reference().messages.len()),
        }
    }

    fn page(&mut self, page: PageView<'a>) {
        let own = page.key();
        let mut seen: FxHashSet<&Id> = FxHashSet::default();
        for UnitView { at: unit, id, .. } in page.units() {
            let Some(message) = page.snapshot.reference().messages.get(id) else { continue };
            let overrides = self.is_own(&own, page, id);
            let key = if overrides { own.clone() } else { message.home.clone() };
            let first_here = seen.insert(id);
            if let Some(at) = self.index.get(&(key.clone(), id)) {
                let entry = &mut self.entries[*at];
                entry.places.push((page.index, unit));
                entry.documents += usize::from(first_here);
                continue;
            }
            let Some(mut entry) = self.entry(page, unit, id, key.clone()) else { continue };
            let elsewhere = page.snapshot.reference().elsewhere.get(id).filter(|_| !overrides);
            entry.documents += elsewhere.map_or(0, |count| *count as usize);
            self.index.insert((key, id), self.entries.len());
            self.entries.push(entry);
        }
        let own: Vec<Entry> = self.own_entries(page).collect();
        self.entries.extend(own);
    }

    /// What a document has of its own. Where it has no text at all there is no place to show it.
    fn own_entries(&self, page: PageView<'a>) -> impl Iterator<Item = Entry> + use<'a> {
        own::of_page(self.locale, page).into_iter().filter_map(|own| own_entry(&own))
    }

    /// Whether a document has a wording of its own for a message, and uses it: one that a machine made from other
    /// values gives way to the shared one.
    fn is_own(&self, own: &FileKey, page: PageView<'_>, id: &Id) -> bool {
        let catalog = &self.locale.own().catalog;
        let pattern = catalog.files.get(own).and_then(|file| file.pattern(id));
        let used = || catalog.lookup(page.snapshot.reference(), page.name(), id);
        pattern.is_some_and(|pattern| used().is_none_or(|used| std::ptr::eq(used.pattern, pattern)))
    }

    fn entry(&self, page: PageView<'_>, unit: usize, id: &Id, key: FileKey) -> Option<Entry> {
        let reference = page.snapshot.reference();
        let found = match self.standings.as_read(page.name(), id) {
            Standing::Current(own) | Standing::Stale(0, own) => Some(own),
            // A fallback locale has one.
            Standing::FromFallback(..) => return None,
            // What is stale elsewhere is not for this locale to work on.
            Standing::Stale(..) | Standing::Missing | Standing::Unreadable => None,
        };
        // A slip of the pen hides it: the place is named as junk, and another wording beside it would be lost.
        if found.is_none() && self.standings.own().files.get(&key).is_some_and(|file| file.resource.is_unreadable(id)) {
            return None;
        }
        let message = reference.messages.get(id)?;
        let state = found.and_then(|found| found.state).cloned();
        let english = found.and_then(|found| {
            let made_from = found.state.map_or("", |state| state.source.as_str());
            reference.english(&key, id, found.pattern, made_from)
        });
        let (english, source): (String, Fingerprint) = match english {
            Some(english) => (english.text.into_owned(), english.fingerprint.into()),
            None => (message.text.clone(), message.fingerprint().into()),
        };
        let status = status(found);
        // One for an earlier English is of no use any more. A draft is made from the text of the message, also
        // where the translation beside it was made from the text with the values in it.
        let draft = state.as_ref().and_then(|state| state.draft.clone());
        let draft = draft.filter(|draft| draft.source == message.fingerprint()).map(|draft| *draft);
        // What another person wrote in a branch that was merged comes first: somebody has to choose.
        let alternative = state.as_ref().and_then(|state| state.alternatives.first()).map(|other| Draft {
            text: other.text.clone(),
            origin: other.origin.to_string(),
            source: other.source.clone(),
            reworded: false,
        });
        let draft = alternative.or(draft);
        let previous = state.as_ref().and_then(State::base).filter(|_| status == Status::Stale).map(str::to_owned);
        let change = (status == Status::Stale).then(|| self.change(previous.as_deref(), &english, found)).flatten();
        let pattern = found.map(|found| found.pattern.clone());
        let note = self.note(&key, id, state.as_ref());
        Some(Entry {
            token: token((pattern.as_ref(), state.as_ref()), &source, note.as_deref()),
            id: id.clone(),
            is_override: key != message.home,
            own: None,
            key,
            status,
            english,
            source,
            previous,
            change,
            translation: pattern,
            draft,
            state,
            places: vec![(page.index, unit)],
            documents: 1,
            others: Vec::new(),
            note,
        })
    }

    /// What a person noted on a translation, or asks of the text where there is none.
    fn note(&self, key: &FileKey, id: &Id, state: Option<&State>) -> Option<String> {
        let noted = state.and_then(|state| state.note.clone());
        let file = self.locale.own().catalog.files.get(key);
        noted.or_else(|| file?.state.decided.get(id)?.note.clone())
    }

    fn change(
        &self,
        previous: Option<&str>,
        english: &str,
        found: Option<Translation<'_>>,
    ) -> Option<(Severity, Rule)> {
        let Some(previous) = previous else { return Some((Severity::Substantive, Rule::PreviousUnknown)) };
        let carrying = Carrying { locale: self.locale.name(), previous, english, target: found?.pattern };
        let verdict = self.vocabulary.verdict(&carrying).0;
        Some((verdict.severity, verdict.rule))
    }
}

fn own_entry(own: &Own<'_>) -> Option<Entry> {
    let (state, source, is_stale) = (own.state.clone(), own.source(), own.is_stale());
    let previous = state.previous.clone().filter(|_| is_stale);
    let rule = if previous.is_some() { Rule::Value(ValueKind::Code) } else { Rule::PreviousUnknown };
    let draft = state.alternatives.first().map(|other| Draft {
        text: other.text.clone(),
        origin: other.origin.to_string(),
        source: other.source.clone(),
        reworded: false,
    });
    Some(Entry {
        token: token((Some(own.pattern), Some(&state)), &source, None),
        id: own.id.clone(),
        key: own.page.key(),
        status: match is_stale {
            _ if state.dropped => Status::Missing,
            true => Status::Stale,
            false => status_of(state.kind),
        },
        english: own.english().to_owned(),
        source,
        previous,
        change: is_stale.then_some((Severity::Substantive, rule)),
        translation: Some(own.pattern.clone()),
        draft,
        note: state.note.clone(),
        state: Some(state),
        places: vec![(own.page.index, own.unit?)],
        documents: 1,
        is_override: false,
        own: Some(own.kind),
        others: Vec::new(),
    })
}

fn status(found: Option<Translation<'_>>) -> Status {
    match found {
        None => Status::Missing,
        Some(found) if !found.current => Status::Stale,
        Some(found) => status_of(found.kind()),
    }
}

fn status_of(kind: TranslationType) -> Status {
    match kind {
        TranslationType::Human => Status::Human,
        TranslationType::Machine => Status::Machine,
        TranslationType::Unproven => Status::Unproven,
    }
}

/// What changes with everything that a person sees of a message.
fn token(translation: (Option<&Pattern>, Option<&State>), source: &str, note: Option<&str>) -> Fingerprint {
    let (pattern, state) = translation;
    fingerprint(&format!("{pattern:?} {state:?} {source} {note:?}"))
}

/// Texts that say the same and have several current translations, as a check finds them.
fn note_others(entries: &mut [Entry]) {
    const MOST: usize = 5;
    // Nearly all texts stand alone, or are worded in one way: only of the others are the words kept.
    let english: Vec<Option<u64>> =
        entries.par_iter().map(|entry| Some(short_hash(&same_words(current(entry)?.0)?))).collect();
    let mut many: FxHashMap<u64, bool> = FxHashMap::default();
    english.iter().flatten().for_each(|hash| {
        many.entry(*hash).and_modify(|many| *many = true).or_insert(false);
    });
    let hashes = |(entry, english): (&Entry, &Option<u64>)| {
        let english = english.filter(|hash| many[hash])?;
        Some((english, short_hash(&same_words(current(entry)?.1)?)))
    };
    let hashes: Vec<Option<(u64, u64)>> = entries.par_iter().zip(&english).map(hashes).collect();
    let mut wordings: FxHashMap<u64, (u64, bool)> = FxHashMap::default();
    for (english, words) in hashes.iter().flatten() {
        let (first, has_several) = wordings.entry(*english).or_insert((*words, false));
        *has_several |= first != words;
    }
    let has_several = |hash: &Option<(u64, u64)>| hash.is_some_and(|(english, _)| wordings[&english].1);
    let words = |(entry, hash): (&Entry, &Option<(u64, u64)>)| if has_several(hash) { said(entry) } else { None };
    let said: Vec<Option<(String, String)>> = entries.par_iter().zip(&hashes).map(words).collect();
    let mut by_words: FxHashMap<&str, Vec<(&str, String)>> = FxHashMap::default();
    for (entry, said) in entries.iter().zip(&said) {
        let Some((english, words)) = said else { continue };
        let targets = by_words.entry(english).or_default();
        if !targets.iter().any(|(other, _)| other == words) {
            targets.push((words, entry.shown()));
        }
    }
    by_words.retain(|_, targets| targets.len() > 1);
    if by_words.is_empty() {
        return;
    }
    for (entry, said) in entries.iter_mut().zip(&said) {
        let Some((english, words)) = said else { continue };
        let Some(targets) = by_words.get(english.as_str()) else { continue };
        let others = targets.iter().filter(|(other, _)| other != words).map(|(_, shown)| shown);
        entry.others = others.take(MOST).cloned().collect();
    }
}

/// What the English of an entry says, and its current translation.
fn said(entry: &Entry) -> Option<(String, String)> {
    let (english, text) = current(entry)?;
    Some((same_words(english)?, same_words(text)?))
}

/// The English of an entry and its translation, if that is a current one of plain text.
fn current(entry: &Entry) -> Option<(&str, &str)> {
    let is_current = matches!(entry.status, Status::Unproven | Status::Machine | Status::Human) && entry.own.is_none();
    let Some(Pattern::Text(text)) = entry.translation.as_ref().filter(|_| is_current) else { return None };
    Some((&entry.english, text))
}

/// Which entries are wanted.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Documents whose name holds this, or that this glob matches.
    pub path: Option<String>,
    /// `None`: all that need a person.
    pub status: Option<Vec<Status>>,
    pub severity: Option<Severity>,
    /// Words in the English, the translation or the id, whatever their case.
    pub text: Option<String>,
    pub overrides: bool,
    pub inconsistent: bool,
}

impl Filter {
    /// What says whether an entry is wanted.
    pub fn matcher<'f>(&'f self, sources: &'f [SourceText]) -> impl Fn(&Entry) -> bool + 'f {
        let special = self.overrides || self.inconsistent;
        let is_meant = self.path.as_deref().map(names);
        let words = self.text.as_deref().map(str::to_lowercase);
        move |entry| {
            let status = match &self.status {
                Some(wanted) => wanted.contains(&entry.status),
                None => special || entry.needs_a_person() || entry.is_open(),
            };
            let in_document = |is_meant: &dyn Fn(&str) -> bool| {
                entry.places.iter().any(|(document, _)| is_meant(&sources[*document].name))
            };
            status
                && (!self.overrides || entry.is_override)
                && (!self.inconsistent || !entry.others.is_empty())
                && self.severity.is_none_or(|wanted| entry.change.is_some_and(|(severity, _)| severity == wanted))
                && is_meant.as_ref().is_none_or(|is_meant| in_document(is_meant))
                && words.as_deref().is_none_or(|words| concordance::holds(entry, words))
        }
    }
}

/// Whether a filter of paths means a document: a glob matches its name as a whole, anything else is a part of it.
pub fn names(path: &str) -> impl Fn(&str) -> bool + use<> {
    let path = path.trim_start_matches("./").to_owned();
    let is_glob = path.contains(['*', '?', '[', '{']);
    let glob = is_glob.then(|| globset::Glob::new(&path).ok()).flatten().map(|glob| glob.compile_matcher());
    move |name| name.contains(&path) || glob.as_ref().is_some_and(|glob| glob.is_match(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::discover::Source;
    use handback_core::document::Syntax;

    fn entry(id: &str, status: Status) -> Entry {
        Entry {
            id: id.into(),
            key: FileKey::Shared,
            status,
            english: "Open the app".into(),
            source: "s".into(),
            previous: None,
            change: None,
            translation: None,
            draft: None,
            state: None,
            places: vec![(0, 0)],
            documents: 1,
            is_override: false,
            own: None,
            others: Vec::new(),
            note: None,
            token: "t".into(),
        }
    }

    fn made(day: i8, since: Option<i8>) -> Option<State> {
        let date = |day| Date::constant(2026, 1, day);
        let state = State::new(TranslationType::Human, "human", "s", "t", date(day));
        Some(State { since: since.map(date), ..state })
    }

    #[test]
    fn what_is_most_urgent_comes_first() {
        let stale = |id, severity| Entry { change: Some((severity, Rule::Words)), ..entry(id, Status::Stale) };
        let mut entries = [
            entry("human", Status::Human),
            Entry { state: made(9, None), ..entry("machine", Status::Machine) },
            Entry { state: made(9, Some(1)), ..entry("machine-for-long", Status::Machine) },
            entry("machine-of-an-unknown-day", Status::Machine),
            entry("missing", Status::Missing),
            Entry { documents: 2, ..entry("missing-in-two", Status::Missing) },
            stale("cosmetic", Severity::Cosmetic),
            stale("substantive", Severity::Substantive),
        ];
        entries.sort_by(|a, b| urgency(a).cmp(&urgency(b)));
        let ids: Vec<&str> = entries.iter().map(|entry| &*entry.id).collect();
        assert_eq!(
            ids,
            [
                "substantive",
                "cosmetic",
                "missing-in-two",
                "missing",
                "machine-for-long",
                "machine",
                "machine-of-an-unknown-day",
                "human"
            ]
        );
    }

    #[test]
    fn a_filter_admits_what_meets_all_of_it() {
        let source = Source { name: "guide/start.md".into(), path: "x".into(), syntax: Syntax::Markdown };
        let sources = [SourceText { name: "guide/start.md".into(), source, text: String::new(), hash: String::new() }];
        let admits = |filter: Filter, entry: &Entry| filter.matcher(&sources)(entry);
        let (machine, human) = (entry("open-app", Status::Machine), entry("open-app", Status::Human));
        assert!(admits(Filter::default(), &machine) && !admits(Filter::default(), &human));
        let of = |status| Filter { status: Some(vec![status]), ..Filter::default() };
        assert!(admits(of(Status::Human), &human) && !admits(of(Status::Stale), &machine));
        let path = |path: &str| Filter { path: Some(path.to_owned()), ..Filter::default() };
        assert!(admits(path("./guide/"), &machine) && !admits(path("other"), &machine));
        assert!(admits(path("guide/*.md"), &machine) && !admits(path("*.yml"), &machine));
        let text = |text: &str| Filter { text: Some(text.to_owned()), ..Filter::default() };
        assert!(admits(text("OPEN THE"), &machine) && admits(text("open-app"), &machine));
        assert!(!admits(text("close"), &machine));
        let severity = Filter { severity: Some(Severity::Cosmetic), ..Filter::default() };
        assert!(!admits(severity.clone(), &machine), "it is not stale");
        let stale = Entry { change: Some((Severity::Cosmetic, Rule::Case)), ..entry("a", Status::Stale) };
        assert!(admits(severity, &stale));
        let differs = Filter { inconsistent: true, ..Filter::default() };
        assert!(!admits(differs.clone(), &human));
        assert!(admits(differs, &Entry { others: vec!["Ouvrir".into()], ..human }));
    }

    #[test]
    fn other_wordings_of_one_english_are_named() {
        let worded =
            |id, text: &str, status| Entry { translation: Some(Pattern::Text(text.to_owned())), ..entry(id, status) };
        let mut entries = [
            worded("a", "Ouvrez l’application", Status::Human),
            worded("b", "Ouvrir l’application", Status::Machine),
            worded("c", "Ouvrez l’app", Status::Stale),
        ];
        note_others(&mut entries);
        assert_eq!(
            entries.map(|entry| entry.others),
            [vec!["Ouvrir l’application".to_owned()], vec!["Ouvrez l’application".to_owned()], Vec::new(),]
        );
    }

    #[test]
    fn texts_that_say_the_same_are_compared_as_a_check_does() {
        let worded = |id, english: &str, text: &str| Entry {
            translation: Some(Pattern::Text(text.to_owned())),
            english: english.to_owned(),
            ..entry(id, Status::Human)
        };
        let mut entries = [
            worded("a", "Open the app", "Ouvrez l’application"),
            worded("b", "**Open the app:**", "**Lancez l’application :**"),
            worded("c", "OPEN THE APP", "OUVREZ L’APPLICATION"),
        ];
        note_others(&mut entries);
        let [a, b, c] = entries.map(|entry| entry.others.len());
        assert_eq!((a, b, c), (1, 1, 1), "c says the same as a");
    }
}
