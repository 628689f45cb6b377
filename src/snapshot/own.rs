//! What a locale's document has of its own: additions, and its versions of blocks of code.

use handback_core::catalog::Id;
use handback_core::catalog::addition::Beside;
use handback_core::catalog::escape::Pattern;
use handback_core::catalog::state::State;
use handback_core::render::additions::Places;
use handback_core::render::blocks::{self, Located};
use handback_core::text::fingerprint::{Fingerprint, fingerprint};

use super::{LocaleView, PageView};

/// What a message without a text of the English is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The English has nothing there.
    Addition,
    /// It stands for a block of code of the English.
    Block,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Addition => "addition",
            Self::Block => "block",
        }
    }
}

/// A message of a document that no text of the English is behind, and where it stands.
pub struct Own<'s> {
    pub page: PageView<'s>,
    pub id: &'s Id,
    pub kind: Kind,
    pub pattern: &'s Pattern,
    pub state: &'s State,
    /// The unit of the document that it is near; `None` if the document has none.
    pub unit: Option<usize>,
    /// Where it stands, or is put, in the source, and the line of that, from 1.
    pub at: usize,
    pub line: u32,
    /// The block of the English that it stands for.
    pub block: Option<Located>,
}

impl Own<'_> {
    /// What the English says there today; nothing for an addition.
    pub fn english(&self) -> &str {
        self.block.as_ref().map_or("", |block| &block.english.text)
    }

    /// Fingerprint of what the English says there today.
    pub fn source(&self) -> Fingerprint {
        self.block.as_ref().map_or_else(|| self.state.source.clone(), |block| fingerprint(&block.english.text))
    }

    /// The block of the English is not the one that it was made for.
    pub fn is_stale(&self) -> bool {
        self.block.is_some() && self.state.source != self.source()
    }
}

/// What a document of a locale has of its own and in use, in the order of its places.
pub fn of_page<'s>(locale: LocaleView<'s>, page: PageView<'s>) -> Vec<Own<'s>> {
    find(locale, page, |state| !state.obsolete)
}

/// The same with what a person dropped.
pub fn with_dropped<'s>(locale: LocaleView<'s>, page: PageView<'s>) -> Vec<Own<'s>> {
    find(locale, page, |state| !state.obsolete || state.dropped)
}

fn find<'s>(locale: LocaleView<'s>, page: PageView<'s>, wanted: impl Fn(&State) -> bool) -> Vec<Own<'s>> {
    let Some(file) = locale.own().catalog.files.get(&page.key()) else { return Vec::new() };
    let used = file.state.messages.iter().filter(|(_, state)| state.is_own() && wanted(state));
    let used: Vec<_> = used.filter_map(|(id, state)| Some((id, state, file.pattern(id)?))).collect();
    if used.is_empty() {
        return Vec::new();
    }
    let (document, ids) = (page.document(), page.ids());
    let places = Places::of(document, ids);
    let located = blocks::blocks(document, ids);
    let line = |at: usize| 1 + memchr::memchr_iter(b'\n', &document.source.as_bytes()[..at]).count() as u32;
    let first = page.units().next().map(|unit| unit.at);
    let mut found: Vec<Own<'s>> = Vec::new();
    for (id, state, pattern) in used {
        let (kind, anchor, at, block) = match (&state.addition, &state.block) {
            (Some(place), _) => {
                let Some(spot) = places.find(place) else { continue };
                let anchor = match &place.beside {
                    Beside::Beginning => None,
                    Beside::After(anchor) | Beside::Before(anchor) => Some(anchor),
                };
                (Kind::Addition, anchor, spot.at, None)
            }
            (None, Some(own)) => {
                let Some(block) = located.iter().find(|block| block.english.spot == own.spot) else { continue };
                (Kind::Block, own.spot.behind.as_ref(), block.span.start, Some(block.clone()))
            }
            (None, None) => continue,
        };
        let unit = anchor.and_then(|anchor| places.unit(anchor)).or(first);
        found.push(Own { page, id, kind, pattern, state, unit, at, line: line(at), block });
    }
    found.sort_by(|one, two| one.at.cmp(&two.at).then_with(|| one.id.cmp(two.id)));
    found
}
