//! The places of texts in a locale, and the band of each.

use std::collections::BTreeMap;

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::state::{Rejected, State, TranslationType};
use handback_core::catalog::update::Carrying;
use handback_core::catalog::{FileKey, Id};
use handback_core::drift::carry::Vocabulary;
use handback_core::drift::severity::Severity;
use handback_core::memory::band::Band;
use handback_core::memory::{Exact, Memory, Origin};
use handback_core::text::fingerprint::fingerprint;
use handback_core::text::markup::prose;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Engine, Tally};
use crate::commands::translate::tasks::context;
use crate::snapshot::counts::count_words;
use crate::snapshot::standing::{Standing, Standings};
use crate::snapshot::{LocaleView, PageView, UnitView};

/// Where a text stands.
pub struct Place<'a> {
    pub unit: Stand<'a>,
    /// Known without the memory.
    settled: Option<Band>,
    /// It is counted where it first stands.
    pub is_repeated: bool,
    /// Of a stale translation: how much the English changed.
    pub severity: Option<Severity>,
    pub is_carried: bool,
}

/// A text of a page; one that nobody translates has no message.
pub struct Stand<'a> {
    pub page: PageView<'a>,
    at: usize,
    unit: Option<UnitView<'a>>,
}

impl Place<'_> {
    /// The band of the text. `rejected` are translations that nobody is to offer again, by message.
    pub fn band(&self, locale: LocaleView<'_>, memory: &Memory, rejected: &FxHashMap<Id, Vec<Rejected>>) -> Band {
        let (None, Some(unit)) = (self.settled, self.unit.unit) else {
            return self.settled.unwrap_or(Band::NotTranslatable);
        };
        let english = unit.english();
        let rejected = rejected.get(unit.id).map_or(&[][..], Vec::as_slice);
        let exact = memory.exact(english, Some(&context(unit)));
        let stale = locale.standings().as_read(unit.page.name(), unit.id).translation().map(|stale| stale.pattern);
        let is_usable = |exact: &Exact<'_>| {
            let target = &exact.entry.target;
            // A file that has the stale translation beside today's English has it from a tool that pairs by ids.
            let is_stale_one = matches!(exact.entry.origin, Origin::File(_))
                && matches!(stale, Some(Pattern::Text(stale)) if stale == target);
            !is_stale_one && !rejected.iter().any(|rejected| rejected.target == fingerprint(target))
        };
        let exact = exact.into_iter().find(is_usable);
        match exact {
            Some(exact) if exact.entry.kind == TranslationType::Machine => Band::Draft,
            Some(exact) if exact.in_context => Band::Context,
            Some(_) => Band::Exact,
            None => {
                let similar = memory.fuzzy(english, 0.5, 1);
                similar.first().map_or(Band::New, |similar| Band::of_similarity(similar.score))
            }
        }
    }

    /// The English of a text that somebody translates.
    pub fn english(&self) -> Option<&str> {
        self.unit.unit.map(UnitView::english)
    }

    /// The text as it is counted.
    pub fn tally(&self) -> Tally {
        let text = &self.unit.page.document().units[self.unit.at].text;
        let characters = prose(text).chars().filter(|c| !c.is_whitespace()).count();
        Tally { texts: 1, words: count_words(text), characters }
    }
}

/// Walks through the documents of a locale.
pub struct Walk<'a> {
    locale: LocaleView<'a>,
    standings: Standings<'a>,
    vocabulary: Vocabulary<'a>,
    changed: Option<&'a FxHashSet<String>>,
    seen: FxHashSet<(FileKey, &'a Id)>,
}

impl<'a> Walk<'a> {
    /// `changed`: the messages that are looked at; all if it is absent.
    pub fn new(locale: LocaleView<'a>, changed: Option<&'a FxHashSet<String>>) -> Self {
        Self {
            locale,
            standings: locale.all_standings(),
            vocabulary: Vocabulary::new(locale.snapshot.reference()),
            changed,
            seen: FxHashSet::default(),
        }
    }

    /// All places, in the order of the documents.
    pub fn places(mut self) -> Vec<Place<'a>> {
        let mut places = Vec::new();
        for page in self.locale.snapshot.pages() {
            let mut units = page.units().peekable();
            for at in 0..page.document().units.len() {
                let unit = units.next_if(|unit| unit.at == at);
                places.extend(self.place(Stand { page, at, unit }));
            }
        }
        places
    }

    fn place(&mut self, stand: Stand<'a>) -> Option<Place<'a>> {
        let place = |unit, settled| Place { unit, settled, is_repeated: false, severity: None, is_carried: false };
        let Some(unit) = stand.unit else {
            // Nothing of it changed that anybody would have to look at.
            return self.changed.is_none().then(|| place(stand, Some(Band::NotTranslatable)));
        };
        if self.changed.is_some_and(|changed| !changed.contains(&**unit.id)) {
            return None;
        }
        let home = self.locale.snapshot.reference().messages.get(unit.id)?.home.clone();
        let own = unit.page.key();
        let has_own = self.standings.own().files.get(&own).is_some_and(|file| file.pattern(unit.id).is_some());
        let is_repeated = !self.seen.insert((if has_own { own } else { home }, unit.id));
        let (settled, severity, is_carried) = self.settled(unit);
        let is_open = settled.is_none_or(Band::is_work);
        let settled = if is_repeated && is_open { Some(Band::Repeated) } else { settled };
        Some(Place { unit: stand, settled, is_repeated, severity, is_carried })
    }

    /// What the catalog says of a text: its band, unless the memory has to be asked, and what became of its English.
    fn settled(&self, unit: UnitView<'_>) -> (Option<Band>, Option<Severity>, bool) {
        match self.standings.as_read(unit.page.name(), unit.id) {
            Standing::FromFallback(..) => (Some(Band::Current), None, false),
            Standing::Current(translation) => {
                let state = translation.state;
                let is_done =
                    translation.kind() == TranslationType::Human && !state.is_some_and(State::awaits_approval);
                let band = if is_done { Band::Current } else { Band::Draft };
                (Some(band), None, state.is_some_and(|state| state.carried.is_some()))
            }
            Standing::Stale(0, translation) => {
                let (state, target, english) = (translation.state, translation.pattern, unit.english());
                let severity = state.and_then(State::base).map_or(Severity::Substantive, |previous| {
                    let carrying = Carrying { locale: self.locale.name(), previous, english, target };
                    self.vocabulary.verdict(&carrying).0.severity
                });
                let draft = state.and_then(|state| state.draft.as_ref());
                let has_draft = draft.is_some_and(|draft| draft.source == fingerprint(english));
                let band = match severity {
                    // Whoever accepts it as it is has nothing to translate.
                    Severity::Cosmetic => Some(Band::Current),
                    _ => has_draft.then_some(Band::Draft),
                };
                (band, Some(severity), false)
            }
            Standing::Stale(..) | Standing::Missing | Standing::Unreadable => (None, None, false),
        }
    }
}

/// Whether characters are counted instead of words.
pub fn is_written_without_blanks(locale: &str) -> bool {
    let language = locale.split('-').next().unwrap_or_default();
    ["ja", "zh", "ko", "th"].contains(&language)
}

/// What people made of the drafts of machines, by engine.
pub fn engines(locale: LocaleView<'_>) -> Vec<Engine> {
    let mut engines: BTreeMap<&str, (usize, Vec<usize>)> = BTreeMap::new();
    let files = locale.own().catalog.files.values();
    let states = files.flat_map(|file| file.state.messages.values());
    for state in states.filter(|state| state.kind == TranslationType::Human && !state.obsolete) {
        match (&state.edited, state.origin.strip_prefix("mt:")) {
            (Some(edited), _) => {
                let engine = edited.from.strip_prefix("mt:").unwrap_or(&edited.from);
                engines.entry(engine).or_default().1.push(usize::from(edited.percent));
            }
            (None, Some(engine)) => engines.entry(engine).or_default().0 += 1,
            (None, None) => {}
        }
    }
    let engine = |(engine, (approved, edits)): (&str, (usize, Vec<usize>))| Engine {
        engine: engine.to_owned(),
        approved,
        edited: edits.len(),
        changed: edits.iter().sum::<usize>().checked_div(edits.len()).unwrap_or(0),
    };
    engines.into_iter().map(engine).collect()
}
