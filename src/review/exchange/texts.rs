//! An entry of the queue as texts for translators.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::leaves::{Leaf, Leaves};
use handback_core::catalog::state::{Rejected, State, TranslationType};
use handback_core::catalog::{Id, notation};
use handback_core::exchange::codes::Cut;
use handback_core::exchange::ticket::Ticket;
use handback_core::exchange::{Format, Made, Match, Note, Outgoing, Place, Standing};
use handback_core::memory::{similarity, whole_percent};
use handback_core::text::fingerprint::fingerprint;
use handback_core::translate::glossary;
use handback_core::translate::inline::Known;
use rustc_hash::FxHashMap;

use crate::review::queue::{Entry, Status};
use crate::review::similar::Similar;
use crate::snapshot::around::{self, one_line};
use crate::snapshot::{LocaleView, UnitView};

/// What all texts of an entry have in common.
pub struct Maker<'a> {
    locale: LocaleView<'a>,
    format: Format,
    /// What people rejected, by message: the files of a large project are not asked for each text.
    rejected: FxHashMap<Id, Vec<Rejected>>,
}

impl<'a> Maker<'a> {
    pub fn new(locale: LocaleView<'a>, format: Format) -> Self {
        Self { locale, format, rejected: locale.own().catalog.all_rejected() }
    }

    /// The texts of an entry: one, or one for each variant of a wording with selectors. None if it has more variants than
    /// anybody could translate one by one.
    pub fn texts(&self, entry: &Entry, at: (usize, usize), similar: &[Similar]) -> Vec<Outgoing> {
        let unit = self.unit(at);
        let known = unit.page.known();
        let Some(Pattern::Complex(source)) = &entry.translation else {
            let translation = entry.translation.as_ref().map(|pattern| Cut::of(pattern.as_str(), known));
            return vec![self.text(entry, unit, similar, (translation, None))];
        };
        let Some(leaves) = Leaves::of(source) else { return Vec::new() };
        let cut = |leaf: &Leaf| Cut::of(&leaf.text, known).mapped(|text| leaves.shown(text));
        leaves.texts.iter().map(|leaf| self.text(entry, unit, similar, (Some(cut(leaf)), Some(leaf)))).collect()
    }

    fn unit(&self, (document, at): (usize, usize)) -> UnitView<'a> {
        let page = self.locale.snapshot.page(document);
        page.units().find(|unit| unit.at == at).expect("the queue names units of this snapshot")
    }

    fn text(
        &self,
        entry: &Entry,
        unit: UnitView<'_>,
        similar: &[Similar],
        (translation, leaf): (Option<Cut>, Option<&Leaf>),
    ) -> Outgoing {
        let known = unit.page.known();
        let english = Cut::of(&entry.english, known);
        // Another person's wording is no draft: see the matches.
        let draft = entry.draft.as_ref().filter(|_| !entry.is_open());
        let standing = standing(entry, draft.is_some());
        let keeps_stale = self.format == Format::Po;
        let target = match standing {
            Standing::Missing => None,
            Standing::Draft => draft.map(|draft| Cut::of(&draft.text, known)),
            Standing::Stale if !keeps_stale => None,
            _ => translation.clone(),
        };
        let is_stale = entry.status == Status::Stale;
        let previous = translation.filter(|_| is_stale).map(|translation| {
            // Where nobody knows which English it was made from, it is no match of any.
            let (score, english) = match &entry.previous {
                Some(previous) => (whole_percent(similarity(previous, &entry.english)), previous.as_str()),
                None => (0, "(unknown)"),
            };
            Match { score, english: Cut::of(english, known), translation, origin: "previous".to_owned() }
        });
        Outgoing {
            ticket: Ticket {
                locale: self.locale.name().to_owned(),
                id: entry.id.clone(),
                source: entry.source.clone(),
                target: target.as_ref().map(|target| fingerprint(&target.text())),
                variant: leaf.map(|leaf| leaf.keys.clone()),
                document: entry.key.document().filter(|_| entry.is_override).cloned(),
            },
            standing,
            english,
            target,
            made: entry.state.as_ref().map(|state| made(state, draft.map(|draft| draft.origin.as_str()))),
            previous,
            matches: matches(entry, similar, known),
            place: place(unit),
            notes: self.notes(entry, unit, leaf),
            longest: self.longest(unit),
        }
    }

    fn longest(&self, unit: UnitView<'_>) -> Option<usize> {
        let house = self.locale.snapshot.config.checks.house(self.locale.name());
        house.lengths.of(unit.unit.kind.name())
    }

    fn notes(&self, entry: &Entry, unit: UnitView<'_>, leaf: Option<&Leaf>) -> Vec<Note> {
        let note = |about, text: String| Note { about, text };
        let mut notes = Vec::new();
        if let Some(leaf) = leaf.filter(|leaf| !leaf.condition.is_empty()) {
            notes.push(note("variant", format!("the text where {}", leaf.condition)));
        }
        let places = match entry.documents {
            0 | 1 => String::new(),
            several => format!("; {several} documents share it"),
        };
        let place = place(unit);
        let section = if place.section.is_empty() { String::new() } else { format!(", {}", place.section) };
        notes.push(note("context", format!("{}{section} ({}){places}", place.document, place.kind)));
        let comment = self.locale.snapshot.reference().messages.get(unit.id).map(|message| message.comment.as_str());
        // The first line is the place again.
        for line in comment.unwrap_or_default().lines().skip(1) {
            match line.strip_prefix("Note: ") {
                Some(text) => notes.push(note("author", text.to_owned())),
                None => notes.push(note("value", line.to_owned())),
            }
        }
        for (about, neighbor) in ["before", "after"].into_iter().zip(around::neighbors(unit)) {
            notes.extend(neighbor.map(|neighbor| match around::both(self.locale, neighbor) {
                (english, Some(translation)) => note(about, format!("{english} → {translation}")),
                (english, None) => note(about, english),
            }));
        }
        if let Some(glossary) = self.locale.own().glossary.as_ref() {
            notes.extend(glossary.of_text(&entry.english).into_iter().map(|term| note("glossary", term_note(term))));
        }
        let rejected = self.rejected.get(&entry.id).into_iter().flatten();
        let rejected = rejected.filter_map(|rejected| rejected.text.as_deref());
        notes.extend(rejected.map(|text| note("rejected", notation::shown(text).into_owned())));
        notes.extend(entry.remark().map(|remark| note("remark", remark)));
        notes
    }
}

/// How far an entry is, with a draft beside it or not.
fn standing(entry: &Entry, has_draft: bool) -> Standing {
    match entry.status {
        Status::Missing | Status::Stale if has_draft => Standing::Draft,
        Status::Missing => Standing::Missing,
        Status::Stale => Standing::Stale,
        Status::Unproven => Standing::Unproven,
        Status::Machine => Standing::Machine,
        Status::Human if entry.needs_a_person() || entry.is_open() => Standing::Written,
        Status::Human => Standing::Approved,
    }
}

fn made(state: &State, draft: Option<&str>) -> Made {
    let engine = draft.or((state.kind == TranslationType::Machine).then_some(state.origin.as_str()));
    Made { by: state.reviewer.as_deref().map(str::to_owned), date: state.date, engine: engine.map(str::to_owned) }
}

fn matches(entry: &Entry, similar: &[Similar], known: Known<'_>) -> Vec<Match> {
    let of_similar = |similar: &Similar| {
        let Pattern::Text(translation) = &similar.translation else { return None };
        Some(Match {
            score: whole_percent(similar.score),
            english: Cut::of(&similar.english, known),
            translation: Cut::of(translation, known),
            origin: similar.from.clone(),
        })
    };
    let other = entry.alternative().filter(|other| !other.fluent).map(|other| {
        let english = other.english.as_deref().unwrap_or(&entry.english);
        Match {
            score: whole_percent(similarity(english, &entry.english)),
            english: Cut::of(english, known),
            translation: Cut::of(&other.text, known),
            origin: other.reviewer.as_deref().unwrap_or("another person").to_owned(),
        }
    });
    other.into_iter().chain(similar.iter().filter_map(of_similar)).collect()
}

fn place(unit: UnitView<'_>) -> Place {
    Place {
        document: unit.page.name().to_string(),
        line: unit.unit.line,
        kind: unit.unit.kind.name().to_owned(),
        section: around::section(unit),
    }
}

fn term_note(entry: &glossary::Entry) -> String {
    let mut note = match (&entry.translation, entry.do_not_translate) {
        (_, true) => format!("{}: is not translated", entry.term),
        (Some(translation), false) => format!("{} → {translation}", entry.term),
        (None, false) => entry.term.clone(),
    };
    if let Some(part) = &entry.part_of_speech {
        note.push_str(&format!(" ({part})"));
    }
    for more in [&entry.definition, &entry.note].into_iter().flatten() {
        note.push_str(&format!("; {}", one_line(more)));
    }
    if !entry.forbidden.is_empty() {
        note.push_str(&format!("; not: {}", entry.forbidden.join(", ")));
    }
    note
}
