//! What people changed of what a page has of its own: additions and blocks of code that were edited, newly written, or removed.

use handback_core::catalog::addition::Beside;
use handback_core::catalog::locale::{LocaleCatalog, LocaleFile};
use handback_core::catalog::{DocumentName, FileKey, Id};
use handback_core::text::date::Date;

use super::beyond::{self, Additions};
use super::decide::{AdoptOptions, Adopted};
use crate::snapshot::own::{self, Kind};
use crate::snapshot::{LocaleAnalysis, LocaleView, PageView};

/// What somebody changed in one page.
#[derive(Debug, Clone)]
pub struct OwnEdits {
    document: DocumentName,
    additions: Additions,
    removed: Vec<Id>,
}

impl OwnEdits {
    /// What of a page's own is not as the catalog has it; `None` if all is. `was_published`: the page held all of the catalog's
    /// before somebody edited it, so that what is not there was removed.
    pub fn of(
        locale: LocaleView<'_>,
        page: PageView<'_>,
        mut additions: Additions,
        was_published: bool,
    ) -> Option<Self> {
        let removed = if was_published { removed(locale, page, &additions) } else { Vec::new() };
        if let Some(file) = locale.own().catalog.files.get(&page.key()) {
            drop_known(file, &mut additions);
        }
        let found = &additions.found;
        let is_nothing = found.additions.is_empty() && found.blocks.is_empty() && removed.is_empty();
        (!is_nothing).then(|| Self { document: page.name().clone(), additions, removed })
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.additions.found.additions.len() + self.additions.found.blocks.len() + self.removed.len()
    }

    /// Puts them into the catalog as a person's; returns those that somebody edited in the resource as well, which counts.
    pub fn put(&self, locale: &mut LocaleAnalysis, today: Date) -> Vec<Id> {
        let options = AdoptOptions { force: true, ..AdoptOptions::default() };
        let mut adopted = Adopted::default();
        let changes = std::mem::take(&mut locale.changes);
        let edited = (Some(today), changes.as_slice());
        beyond::put(&mut locale.catalog, &self.document, &self.additions, edited, options, &mut adopted);
        locale.changes = changes;
        self.drop_removed(&mut locale.catalog);
        adopted.kept_human
    }

    /// What somebody removed from the page is kept, and no longer published.
    fn drop_removed(&self, catalog: &mut LocaleCatalog) {
        let file = catalog.file_mut(&FileKey::Document(self.document.clone()));
        for id in &self.removed {
            if let Some(state) = file.state.messages.get_mut(id) {
                (state.obsolete, state.dropped, state.since) = (true, true, None);
            }
        }
    }
}

/// Leaves what the catalog does not have in that place, or with other words.
fn drop_known(file: &LocaleFile, additions: &mut Additions) {
    let used = || file.state.messages.iter().filter(|(_, state)| !state.obsolete);
    let has = |id: &Id, text: &str| file.pattern(id).is_some_and(|pattern| pattern.as_str() == text);
    additions.found.additions.retain(|found| {
        !used().any(|(id, state)| state.addition.as_deref() == Some(&found.place) && has(id, &found.text))
    });
    additions.found.blocks.retain(|found| {
        let is_there = |block: &handback_core::catalog::block::Block| block.spot == found.block.spot;
        !used().any(|(id, state)| state.block.as_deref().is_some_and(is_there) && has(id, &found.text))
    });
}

/// What the catalog has and the page has no more, where the page was looked through to the end.
fn removed(locale: LocaleView<'_>, page: PageView<'_>, additions: &Additions) -> Vec<Id> {
    let found = &additions.found;
    let is_gone = |own: &own::Own<'_>| match own.kind {
        Kind::Addition => {
            let is_above = matches!(own.state.addition.as_ref().map(|place| &place.beside), Some(Beside::Before(_)));
            let mut sure = found.sure.iter();
            let is_sure =
                sure.any(|gap| if is_above { gap.end == own.at } else { gap.start <= own.at && own.at <= gap.end });
            let is_there = found
                .additions
                .iter()
                .any(|found| Some(&found.place) == own.state.addition.as_deref() || found.text == own.pattern.as_str());
            is_sure && !is_there
        }
        // While it is stale the English is published.
        Kind::Block => !own.is_stale() && found.same.contains(&own.at),
    };
    own::of_page(locale, page).into_iter().filter(is_gone).map(|own| own.id.clone()).collect()
}
