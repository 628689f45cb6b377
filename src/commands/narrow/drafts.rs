//! Drafts in a run after a few changes: what they depend on besides the documents that changed, and making them.

use handback_core::catalog::ids::IdSet;
use handback_core::catalog::{DocumentName, FileKey, Id, notation};
use handback_core::text::fingerprint::{fingerprint, short_hash};
use rustc_hash::FxHashSet;

use super::Reached;
use crate::commands::remembered::{self, Drafts, Remembered, is_whole};
use crate::commands::report::Refusal;
use crate::commands::sync::Run;
use crate::commands::translate::tasks::{self, Task};
use crate::commands::translate::{self, Drafted, Merge};
use crate::project::index::{self, Record};
use crate::snapshot::narrow::Focus;
use crate::snapshot::read::wanted;
use crate::snapshot::{LocaleView, Snapshot, records};

/// What documents outside are asked for.
#[derive(Default)]
struct Asked {
    /// Texts of which a translation is wanted, as texts and as what a translation was made from.
    texts: FxHashSet<u64>,
    earlier: FxHashSet<u64>,
    /// Messages that say them: a document may have its own wording of one that is shared.
    ids: FxHashSet<u64>,
    /// Shared messages that are to get a draft, as all documents do that have them.
    shared: FxHashSet<u64>,
}

/// The documents outside on which drafts of the texts inside depend: they have the same text, and perhaps a translation of it,
/// or get the draft as well. `None`: that is for any text of the project to say.
pub(super) fn needs(
    run: &Run<'_>,
    remembered: &Remembered,
    snapshot: &Snapshot<'_>,
    focus: &Focus<'_>,
) -> Option<FxHashSet<DocumentName>> {
    let Some((job, _)) = run.drafts else { return Some(FxHashSet::default()) };
    // What others need was tried by the run that left the index.
    let flawed = match remembered.drafts {
        Drafts::Made => FxHashSet::default(),
        Drafts::Flawed => flawed(snapshot, focus, left_alone(run, remembered).map(|all| touched(all, snapshot, focus))),
        Drafts::Unknown => return None,
    };
    let mut asked = Asked::default();
    for locale in snapshot.locales().filter(|locale| wanted(&job.scope, locale.name())) {
        let tasks = tasks::tasks(locale, None);
        // Similar texts may stand anywhere.
        let takes_hints = |locale: LocaleView<'_>| {
            let provider = snapshot.config.translate.provider(locale.name());
            provider.is_some_and(|provider| provider.own.takes_hints())
        };
        let asks_for_similar = job.fuzzy.is_some() || job.suggest || job.provider.is_some() || takes_hints(locale);
        if !tasks.is_empty() && (asks_for_similar || job.again.is_some()) {
            return None;
        }
        for task in &tasks {
            asked.add(locale, task);
        }
        if asked.is_of_shared(locale) {
            return None;
        }
    }
    asked.add_messages(snapshot);
    let outside = focus.index.outside(&focus.inside);
    let hit = outside.filter(|(_, record)| asked.hits(record)).map(|(name, _)| name.as_str().into());
    Some(hit.chain(flawed).collect())
}

/// The documents outside of which some text has no draft although a machine was asked for it; of those messages only, if these
/// are said.
fn flawed(snapshot: &Snapshot<'_>, focus: &Focus<'_>, only: Option<Vec<&Refusal>>) -> FxHashSet<DocumentName> {
    let config = snapshot.config;
    let asked: Vec<bool> =
        config.locales.iter().map(|locale| config.translate.provider(&locale.name).is_some()).collect();
    let waits = |record: &Record| record.locales.iter().zip(&asked).any(|(locale, asked)| *asked && locale.waits);
    let only: Option<FxHashSet<u64>> = only.map(|all| all.iter().map(|refusal| IdSet::hash(&refusal.id)).collect());
    let has_one =
        |record: &Record| only.as_ref().is_none_or(|only| record.uses.iter().any(|one| only.contains(&one.id)));
    let outside = focus.index.outside(&focus.inside);
    let outside = outside.filter(|(_, record)| record.is_document && waits(record) && has_one(record));
    outside.map(|(name, _)| name.as_str().into()).collect()
}

/// The texts that no sync of today asks for again, if these are all that have no draft.
fn left_alone<'t>(run: &Run<'_>, remembered: &'t Remembered) -> Option<&'t [Refusal]> {
    let (job, _) = run.drafts?;
    let is_so = is_whole(run.job) && remembered::are_left_alone(run.config, job, &remembered.refused);
    is_so.then_some(remembered.refused.as_slice())
}

/// Those of them of which the documents inside may decide what becomes of them.
fn touched<'t>(refused: &'t [Refusal], snapshot: &Snapshot<'_>, focus: &Focus<'_>) -> Vec<&'t Refusal> {
    let mut ids: FxHashSet<u64> =
        snapshot.analysis.extraction.unit_ids.iter().flatten().map(|id| IdSet::hash(id)).collect();
    let before = focus.inside.iter().filter_map(|name| focus.index.records.get(&**name));
    ids.extend(before.flat_map(Record::ids));
    // A translation that was made from such a text is as good as one of it.
    let mut texts: FxHashSet<u64> = FxHashSet::default();
    for (key, file) in snapshot.analysis.locales.iter().flat_map(|locale| &locale.catalog.files) {
        let is_shared = *key == FileKey::Shared;
        let counts = |id: &Id| !is_shared || ids.contains(&IdSet::hash(id));
        for (_, state) in file.state.messages.iter().filter(|(id, _)| counts(id)) {
            texts.extend(state.base().map(records::text_hash));
        }
    }
    let is_touched = |refusal: &Refusal| ids.contains(&IdSet::hash(&refusal.id)) || texts.contains(&refusal.text);
    refused.iter().filter(|refusal| is_touched(refusal)).collect()
}

/// The texts without a draft that a run did not have to look at; empty if that is not certain.
pub(super) fn still_refused(
    run: &Run<'_>,
    remembered: &Remembered,
    snapshot: &Snapshot<'_>,
    focus: &Focus<'_>,
) -> Vec<Refusal> {
    let refused = if run.drafts.is_none() { Some(remembered.refused.as_slice()) } else { left_alone(run, remembered) };
    let Some(refused) = refused.filter(|_| remembered.drafts == Drafts::Flawed) else { return Vec::new() };
    let touched = touched(refused, snapshot, focus);
    // What became of these only a run knows that looked at them with a machine at hand.
    if run.drafts.is_none() && !touched.is_empty() {
        return Vec::new();
    }
    refused.iter().filter(|refusal| !touched.contains(refusal)).cloned().collect()
}

impl Asked {
    fn add(&mut self, locale: LocaleView<'_>, task: &Task) {
        self.add_text(&task.english);
        if task.key == FileKey::Shared {
            self.shared.insert(IdSet::hash(&task.id));
        }
        if notation::has_placeables(&task.english) {
            for page in task.documents.iter().map(|document| locale.snapshot.page(*document)) {
                page.places(&task.id).for_each(|place| self.add_text(&page.document().units[place].text));
            }
        }
    }

    fn add_text(&mut self, text: &str) {
        self.texts.insert(records::text_hash(text));
        self.earlier.extend([short_hash(&fingerprint(text)), records::earlier_hash(text)]);
    }

    /// Whether an earlier English of a shared message is such a text: which of several translations fits best depends on all
    /// documents that have the message.
    fn is_of_shared(&self, locale: LocaleView<'_>) -> bool {
        let Some(file) = locale.own().catalog.files.get(&FileKey::Shared) else { return false };
        let mut earlier = file.state.messages.values().filter_map(|state| state.base());
        !self.texts.is_empty() && earlier.any(|text| self.texts.contains(&records::text_hash(text)))
    }

    fn add_messages(&mut self, snapshot: &Snapshot<'_>) {
        if self.texts.is_empty() {
            return;
        }
        let messages = snapshot.reference().messages.iter();
        let same = messages.filter(|(_, message)| self.texts.contains(&records::text_hash(&message.text)));
        self.ids.extend(same.map(|(id, _)| IdSet::hash(id)));
    }

    fn hits(&self, record: &Record) -> bool {
        index::meet(&self.texts, &record.texts)
            || index::meet(&self.earlier, &record.earlier)
            || index::meet(&self.ids, &record.held)
            || !self.shared.is_empty() && record.uses.iter().any(|one| self.shared.contains(&one.id))
    }
}

/// Makes the drafts that a job wants.
pub(super) fn make(run: &Run<'_>, reached: &mut Reached<'_, '_>) -> Drafted {
    match run.drafts {
        Some(drafts) => translate::draft(reached.snapshot, &reached.files, drafts, Merge::BeforeDrafts),
        None => Drafted::default(),
    }
}
