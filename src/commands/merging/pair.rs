//! A resource and its state, merged together.

use handback_core::catalog::Id;
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::Resource;
use handback_core::catalog::state_file::StateFile;
use handback_core::catalog::three_way::{self, Merged, Versions, Wordings};

use crate::project::merging::Texts;

/// Both files in three versions, or one of them if the other is not known.
pub struct Pair<'t> {
    pub resource: Option<&'t Texts>,
    pub state: Option<&'t Texts>,
    /// Finds messages that stood in other files of the locale where both sides began.
    pub elsewhere: &'t dyn Fn(&[Id]) -> LocaleFile,
}

/// Whether git takes one side of a file as it is, and which.
fn taken([base, ours, theirs]: &Texts) -> Option<Wordings> {
    match () {
        () if ours == theirs || theirs == base => Some(Wordings::Ours),
        () if ours == base => Some(Wordings::Theirs),
        () => None,
    }
}

impl Pair<'_> {
    /// Merges both files.
    pub fn merge(&self, wordings: Wordings) -> Option<Merged> {
        let read = |at: usize| -> Option<LocaleFile> {
            let resource = self.resource.map_or_else(String::new, |texts| texts[at].clone());
            let state = self.state.map(|texts| texts[at].as_str()).filter(|text| !text.is_empty());
            let state = state.map_or_else(|| Ok(StateFile::default()), StateFile::parse);
            Some(LocaleFile::new(Resource::parse(resource).ok()?, state.ok()?))
        };
        let [base, ours, theirs] = [read(0)?, read(1)?, read(2)?];
        let versions = Versions { base: &base, ours: &ours, theirs: &theirs };
        let merged = three_way::merge(versions, wordings)?;
        let is_new = |id: &&Id| base.resource.get(id).is_none();
        let came_in: Vec<Id> = merged.open.iter().filter(is_new).cloned().collect();
        if came_in.is_empty() {
            return Some(merged);
        }
        let elsewhere = (self.elsewhere)(&came_in);
        three_way::merge_with(versions, Some(&elsewhere), wordings)
    }

    /// The resource alone: its state is merged by git, or by another call. `None` if the state could not keep what
    /// the resource gives up.
    pub fn resource(&self) -> Option<String> {
        let merged = self.merge(Wordings::Best)?;
        let state_is_taken = self.state.is_none_or(|state| taken(state).is_some());
        (merged.open.is_empty() || !state_is_taken).then_some(merged.resource)
    }

    /// The state alone: where git takes one side's resource as a whole, it has to fit that.
    pub fn state(&self) -> Option<String> {
        if self.resource.is_none() && !self.states_agree_on_wordings() {
            return None;
        }
        let wordings = self.resource.and_then(taken).unwrap_or(Wordings::Best);
        let merged = self.merge(wordings)?;
        // Version 1 holds the hand-off, for which this file has no place.
        merged.state.document.is_none().then(|| merged.state_source())
    }

    /// Without the resource, states can be merged only where both sides speak of the same wording.
    fn states_agree_on_wordings(&self) -> bool {
        let read = |text: &String| match text.is_empty() {
            true => Some(StateFile::default()),
            false => StateFile::parse(text).ok(),
        };
        let Some([Some(base), Some(ours), Some(theirs)]) = self.state.map(|texts| texts.each_ref().map(read)) else {
            return false;
        };
        ours.messages.iter().all(|(id, mine)| {
            let (before, other) = (base.messages.get(id), theirs.messages.get(id));
            before == Some(mine) || other == before || other.is_some_and(|other| other.target == mine.target)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A state file with messages, by wording and reviewer.
    fn states(messages: &[(&str, &str, &str)]) -> String {
        let line = |(id, target, reviewer): &(&str, &str, &str)| {
            format!(
                "  {id}: {{type: HT, origin: human, source: s, target: {target}, date: 2026-01-31, reviewer: {reviewer}}}\n"
            )
        };
        format!("version: 2\nmessages:\n{}", messages.iter().map(line).collect::<String>())
    }

    #[test]
    fn states_without_their_resource_are_merged_where_both_sides_speak_of_one_wording() {
        let alone =
            |texts: &Texts| Pair { resource: None, state: Some(texts), elsewhere: &|_| LocaleFile::default() }.state();
        let texts = |ours: &[_], theirs: &[_]| {
            [states(&[("a", "a1", "Zoe"), ("b", "b1", "Zoe")]), states(ours), states(theirs)]
        };
        let (a, b) = (("a", "a1", "Zoe"), ("b", "b1", "Zoe"));
        // Each side changed another message, or both said something of one wording.
        for (ours, theirs, expected) in [
            ([("a", "a2", "Ada"), b], [a, ("b", "b2", "Bob")], ["target: a2", "target: b2"]),
            ([a, ("b", "b2", "Ada")], [("a", "a2", "Bob"), b], ["target: a2", "target: b2"]),
            ([("a", "a2", "Ada"), b], [("a", "a2", "Bob"), b], ["target: a2", "target: b1"]),
        ] {
            let merged = alone(&texts(&ours, &theirs)).unwrap();
            assert!(expected.iter().all(|part| merged.contains(part)), "{merged}");
        }
        // Nobody knows the wordings that the resource has by now.
        assert_eq!(alone(&texts(&[("a", "a2", "Ada"), b], &[("a", "a3", "Bob"), b])), None);
        assert_eq!(alone(&texts(&[("a", "a2", "Ada"), b], &[b])), None);
        assert_eq!(alone(&texts(&[a, b], &[a, b]).map(|text| text.replace("HT", "XX"))), None);
    }
}
