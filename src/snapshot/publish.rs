//! Which documents have no page in a locale: `publish` in the configuration.
//!
//! The record that a page was handed off says that it was published. Such a page stays while something of it is translated:
//! a change of the English makes no page come and go.

use handback_core::catalog::locale::Translation;
use handback_core::catalog::state::TranslationType;
use handback_core::catalog::{DocumentName, FileKey};
use handback_core::render::options::OnMachine;
use rustc_hash::FxHashSet;

use super::standing::{Standing, Standings};
use super::{LocaleView, PageView};
use crate::settings::publish::Publish;

/// The documents without a page, also those outside of the run.
pub(super) fn unpublished(locale: LocaleView<'_>) -> FxHashSet<DocumentName> {
    let snapshot = locale.snapshot;
    let rule = snapshot.config.publish_in(&locale.own().locale);
    // Where files could not be read, nobody knows how far a page is, and it is left alone anyway.
    if rule == Publish::All || locale.own().unknown || locale.is_unusable(&FileKey::Shared) {
        return FxHashSet::default();
    }
    let standings = locale.all_standings();
    let is_out =
        |page: &PageView<'_>| !locale.is_unusable(&page.key()) && !is_published(locale, &standings, rule, *page);
    let in_run = snapshot.pages().filter(is_out).map(|page| page.name().clone());
    let kept = snapshot.inputs.kept.iter().filter(|name| !is_handed_off(locale, name)).cloned();
    in_run.chain(kept).collect()
}

fn is_published(locale: LocaleView<'_>, standings: &Standings<'_>, rule: Publish, page: PageView<'_>) -> bool {
    let only_approved = locale.snapshot.config.on_machine_in(&locale.own().locale) != OnMachine::Publish;
    let is_shown = |found: &Translation<'_>| !only_approved || found.kind() == TranslationType::Human;
    let (mut texts, mut current, mut stale) = (0, 0, 0);
    for unit in page.units() {
        texts += 1;
        match standings.as_read(page.name(), unit.id) {
            Standing::Current(found) | Standing::FromFallback(_, found) if is_shown(&found) => current += 1,
            // It is there, and waits for a person.
            Standing::Current(_) | Standing::FromFallback(..) => stale += 1,
            Standing::Stale(..) => stale += 1,
            Standing::Missing | Standing::Unreadable => {}
        }
    }
    let has_own = || {
        let file = locale.own().catalog.files.get(&page.key());
        file.is_some_and(|file| file.state.messages.values().any(|state| state.is_own() && !state.obsolete))
    };
    let was_published = || is_handed_off(locale, page.name());
    // A page without a text is as good as it will ever be.
    rule.is_reached(current, texts) || (was_published() && (current + stale > 0 || texts == 0 || has_own()))
}

fn is_handed_off(locale: LocaleView<'_>, name: &DocumentName) -> bool {
    let file = locale.own().catalog.files.get(&FileKey::Document(name.clone()));
    file.is_some_and(|file| file.state.document.is_some())
}
