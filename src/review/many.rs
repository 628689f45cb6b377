//! One decision about many entries: which of them it takes, and why it leaves the others as they are.

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::state::TranslationType;

use super::decision::Decision;
use super::queue::{Entry, Status};
use super::session::Target;

/// A decision that needs nothing typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mass {
    /// Translations of today's English are right.
    Approve,
    /// Stale translations are right for today's English, too.
    StillValid,
    /// Drafts take the place of what is there.
    AcceptDraft,
    /// What machines wrote is not to be used.
    Reject,
}

/// What becomes of the entries that somebody chose.
#[derive(Debug, Clone, Default)]
pub struct Sorted {
    pub taken: Vec<Target>,
    /// Entries that stay as they are, each with the reason.
    pub left: Vec<(Target, String)>,
}

impl Sorted {
    /// The reasons, each with how many entries it holds for and the first of them; the commonest comes first.
    pub fn reasons(&self, most: usize) -> Vec<(String, usize, Vec<&Target>)> {
        let mut reasons: Vec<(String, usize, Vec<&Target>)> = Vec::new();
        for (target, why) in &self.left {
            match reasons.iter_mut().find(|(known, ..)| known == why) {
                Some((_, count, first)) => {
                    *count += 1;
                    first.extend((first.len() < most).then_some(target));
                }
                None => reasons.push((why.clone(), 1, vec![target])),
            }
        }
        reasons.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        reasons
    }
}

/// Why an entry that somebody chose is left: it is no longer what they saw.
pub const CHANGED: &str = "it changed since the list was made";

impl Mass {
    pub const ALL: [Self; 4] = [Self::Approve, Self::StillValid, Self::AcceptDraft, Self::Reject];

    /// As forms and addresses say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::StillValid => "valid",
            Self::AcceptDraft => "draft",
            Self::Reject => "reject",
        }
    }

    /// As a button says it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Approve => "Approve",
            Self::StillValid => "Still valid",
            Self::AcceptDraft => "Accept drafts",
            Self::Reject => "Reject",
        }
    }

    /// What it does to an entry, before a number.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Approve => "Approve",
            Self::StillValid => "Mark as still valid",
            Self::AcceptDraft => "Accept the drafts of",
            Self::Reject => "Reject",
        }
    }

    /// What was done, in a word.
    pub fn done(self) -> &'static str {
        match self {
            Self::StillValid => "Still valid",
            _ => self.decision().done(),
        }
    }

    pub fn decision(self) -> Decision {
        match self {
            Self::Approve | Self::StillValid => Decision::Approve,
            Self::AcceptDraft => Decision::AcceptDraft,
            Self::Reject => Decision::Reject,
        }
    }

    /// The wording that would be published, if the decision makes one so: the judge has a say.
    pub fn wording(self, entry: &Entry) -> Option<Pattern> {
        match self {
            Self::Approve | Self::StillValid => entry.translation.clone(),
            Self::AcceptDraft => entry.draft.as_ref().map(|draft| Pattern::Text(draft.text.clone())),
            Self::Reject => None,
        }
    }

    /// Why an entry cannot be among many that are decided on at once; `None` if it can.
    pub fn why_not(self, entry: &Entry) -> Option<&'static str> {
        if entry.is_open() {
            return Some("two people worded it differently: choose one of the wordings");
        }
        match self {
            Self::Approve | Self::StillValid if entry.status == Status::Missing => Some("it has no translation"),
            Self::Approve if entry.status == Status::Stale => {
                Some("its English changed: accept the draft, or say that it is still valid")
            }
            Self::Approve if !entry.needs_a_person() => Some("a person approved it already"),
            Self::StillValid if entry.status != Status::Stale => Some("its English did not change"),
            Self::AcceptDraft if entry.draft.is_none() => Some("it has no draft for today's English"),
            Self::Reject if entry.own.is_some() => Some("the document has it beyond its English"),
            Self::Reject if entry.draft.is_none() && entry.status == Status::Missing => Some("it has no translation"),
            Self::Reject if entry.draft.is_none() && is_human(entry) => Some("a person wrote it: edit it instead"),
            _ => None,
        }
    }
}

fn is_human(entry: &Entry) -> bool {
    entry.state.as_ref().is_some_and(|state| state.kind == TranslationType::Human)
}

#[cfg(test)]
mod tests {
    use handback_core::catalog::FileKey;

    use super::*;

    #[test]
    fn reasons_are_counted_and_the_commonest_comes_first() {
        let target = |id: &str| Target { locale: 0, key: FileKey::Shared, id: id.into(), token: String::new() };
        let left = [("a", "x"), ("b", "y"), ("c", "y"), ("d", "y")];
        let left = left.iter().map(|(id, why)| (target(id), (*why).to_owned())).collect();
        let sorted = Sorted { taken: Vec::new(), left };
        let shown: Vec<String> = sorted
            .reasons(2)
            .into_iter()
            .map(|(why, count, first)| {
                format!("{why} {count}: {}", first.iter().map(|target| &*target.id).collect::<Vec<_>>().join(" "))
            })
            .collect();
        assert_eq!(shown, ["y 3: b c", "x 1: a"]);
    }
}
