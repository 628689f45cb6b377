//! Whether the words on which the weight of changes depended stand in other texts as before.

use std::collections::BTreeMap;
use std::sync::Arc;

use handback_core::catalog::FileKey;
use handback_core::catalog::reference::{Message, Reference};
use handback_core::drift::carry::{MANY, word_hashes};
use rustc_hash::{FxHashMap, FxHashSet};

use super::unaffected::Changed;
use crate::project::index::{Index, Record};

/// In how many messages each of the words stands now, at least; `None` if a verdict may have become another one.
pub(super) fn asked_now(index: &Index, changed: &Changed<'_>) -> Option<BTreeMap<u64, u32>> {
    if index.asked.is_empty() {
        return Some(BTreeMap::new());
    }
    let (went, came) = if changed.follows { differences(index, changed) } else { after_a_switch(index, changed) };
    let now = |(word, count): (&u64, &u32)| {
        let of = |counts: &FxHashMap<u64, u32>| counts.get(word).copied().unwrap_or(0);
        let (lost, gained) = (of(&went), of(&came));
        // A switch may bring back what it takes away: what counts is that enough other texts have it all the time.
        let rest = count.saturating_sub(lost);
        let stays = lost == 0 && gained == 0 || rest >= MANY;
        stays.then_some((*word, rest + gained))
    };
    index.asked.iter().map(now).collect()
}

/// How many texts with each word went and came since the last sync.
fn differences(index: &Index, changed: &Changed<'_>) -> (FxHashMap<u64, u32>, FxHashMap<u64, u32>) {
    let (old, new) = (changed.snapshot.last(), changed.snapshot.reference());
    (count(index, without(old, new)), count(index, without(new, old)))
}

/// Messages that another reference does not have with this text.
fn without<'r>(reference: &'r Reference, other: &'r Reference) -> impl Iterator<Item = &'r Message> {
    let is_new =
        |(id, message): &(_, &Arc<Message>)| other.messages.get(*id).is_none_or(|other| other.text != message.text);
    reference.messages.iter().filter(is_new).map(|(_, message)| &**message)
}

/// The same where the reference is another one, of which nobody knows what it said: every text that may have gone had all the
/// words.
fn after_a_switch(index: &Index, changed: &Changed<'_>) -> (FxHashMap<u64, u32>, FxHashMap<u64, u32>) {
    let own = |record: &Record| record.uses.iter().filter(|one| !one.is_shared).count();
    let owned: usize = changed.before.iter().filter_map(|(_, old)| old.as_ref()).map(own).sum();
    let shared: FxHashSet<&(u64, u64)> = index.shared.reference.iter().collect();
    let went = owned + changed.shared.reference.iter().filter(|message| !shared.contains(message)).count();
    let went = u32::try_from(went).unwrap_or(u32::MAX);
    let went = index.asked.keys().map(|word| (*word, went)).collect();
    // Which of the shared ones are new nobody knows.
    let messages = changed.snapshot.reference().messages.values().map(Arc::as_ref);
    (went, count(index, messages.filter(|message| message.home != FileKey::Shared)))
}

/// In how many messages each of the words stands.
fn count<'r>(index: &Index, messages: impl Iterator<Item = &'r Message>) -> FxHashMap<u64, u32> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for word in messages.flat_map(|message| word_hashes(&message.text)) {
        if index.asked.contains_key(&word) {
            *counts.entry(word).or_default() += 1;
        }
    }
    counts
}
