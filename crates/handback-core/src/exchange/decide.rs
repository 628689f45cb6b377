//! What becomes of a text that came back: a comparison of three, what went out, what came back, and what is there by now.

use crate::catalog::state::TranslationType;
use crate::text::fingerprint::Fingerprint;

/// A text that came back.
#[derive(Debug, Clone)]
pub struct Back<'t> {
    /// Fingerprint of the English that went out.
    pub source: &'t str,
    /// What went out in the place of the translation, by fingerprint; `None` if nothing did.
    pub exported: Option<&'t str>,
    /// What stands in the place of the translation, by fingerprint; `None` if nothing does.
    pub wording: Option<Fingerprint>,
    /// It is not what went out; where lines end is no change.
    pub changed: bool,
    /// The file says that somebody approved it.
    pub approved: bool,
}

/// What the project has by now.
#[derive(Debug, Clone, Default)]
pub struct Now {
    /// Fingerprint of today's English.
    pub english: Fingerprint,
    pub translation: Option<Translation>,
    /// A machine's draft for today's English, beside a stale translation.
    pub draft: Option<Fingerprint>,
    /// Wordings of people that others took the place of, or that wait for a decision.
    pub known: Vec<Fingerprint>,
}

/// A translation as it is in the catalog.
#[derive(Debug, Clone)]
pub struct Translation {
    pub wording: Fingerprint,
    /// Fingerprint of the English that it was made from, and of the one before a change that it outlived.
    pub source: Fingerprint,
    pub carried_from: Option<Fingerprint>,
    pub kind: TranslationType,
    /// A person's that another is to approve yet.
    pub awaits_approval: bool,
    /// Whoever translates now made it.
    pub is_theirs: bool,
}

/// What becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was done to it, or all of it is known.
    Nothing,
    /// Somebody took the translation out: that is no translation, and no reason to drop the one that is there.
    Emptied,
    /// What was approved is no longer what is there.
    Superseded,
    /// It is the translation of today's English now.
    Edit,
    /// The translation that is there is right.
    Approve,
    /// So is the draft beside it.
    AcceptDraft,
    /// A person approved it for an earlier English, from which it was made: it is theirs, and stays stale.
    ApproveStale,
    /// The first translation of the text, made from an earlier English: it is there, and stale.
    Start,
    /// Made from an earlier English: it is kept beside the translation that is there.
    Keep,
    /// Another person worded it meanwhile: both are kept, and somebody has to choose.
    Conflict,
}

impl Verdict {
    /// Whether nothing is to be done.
    pub fn is_idle(self) -> bool {
        matches!(self, Self::Nothing | Self::Emptied | Self::Superseded)
    }
}

/// Decides on one text.
pub fn decide(back: &Back<'_>, now: &Now) -> Verdict {
    let Some(wording) = back.wording.as_deref() else {
        return if back.changed { Verdict::Emptied } else { Verdict::Nothing };
    };
    if !back.changed && !back.approved {
        return Verdict::Nothing;
    }
    let there = now.translation.as_ref().filter(|translation| translation.wording == wording);
    let outlived = there.is_some_and(|there| there.carried_from.as_deref() == Some(back.source));
    let moved_on = back.source != now.english && !outlived;
    let is_settled =
        |translation: &Translation| translation.kind == TranslationType::Human && !translation.awaits_approval;
    if !back.changed {
        return match there {
            Some(there) if moved_on => match there.source == back.source && !is_settled(there) {
                true => Verdict::ApproveStale,
                false => Verdict::Nothing,
            },
            Some(there) if there.source == now.english && is_settled(there) => Verdict::Nothing,
            Some(_) => Verdict::Approve,
            None if moved_on => Verdict::Nothing,
            None if now.draft.as_deref() == Some(wording) => Verdict::AcceptDraft,
            None => Verdict::Superseded,
        };
    }
    let is_known = now.known.iter().any(|known| known == wording);
    match &now.translation {
        None if moved_on => Verdict::Start,
        None => Verdict::Edit,
        Some(_) if there.is_none() && is_known => Verdict::Nothing,
        Some(translation) if there.is_some() => match translation.kind == TranslationType::Human {
            // It is there, and a person's: whether it is stale follows from its English.
            true if moved_on || translation.source == now.english => Verdict::Nothing,
            _ if moved_on && translation.source == back.source => Verdict::ApproveStale,
            _ if moved_on => Verdict::Nothing,
            _ => Verdict::Edit,
        },
        Some(_) if moved_on => Verdict::Keep,
        Some(translation) => {
            let is_persons = translation.kind == TranslationType::Human && translation.source == now.english;
            // Of what went out, and of what they made themselves, it is a correction.
            let is_correction = translation.is_theirs || back.exported == Some(translation.wording.as_str());
            let is_anothers = is_persons && !is_correction;
            if is_anothers { Verdict::Conflict } else { Verdict::Edit }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What went out with `source` and `exported`, and came back as `wording`.
    fn back<'t>(source: &'t str, exported: Option<&'t str>, wording: Option<&'t str>, approved: bool) -> Back<'t> {
        Back { source, exported, wording: wording.map(Into::into), changed: wording != exported, approved }
    }

    fn made(wording: &str, source: &str, kind: TranslationType) -> Translation {
        let (wording, source) = (wording.into(), source.into());
        Translation { wording, source, carried_from: None, kind, awaits_approval: false, is_theirs: false }
    }

    fn now(translation: Option<Translation>) -> Now {
        Now { english: "v2".into(), translation, draft: Some("draft".into()), known: vec!["known".into()] }
    }

    const MT: TranslationType = TranslationType::Machine;
    const HT: TranslationType = TranslationType::Human;

    #[test]
    fn what_is_untouched_stays() {
        for source in ["v1", "v2"] {
            for there in [None, Some(made("a", source, MT)), Some(made("a", source, HT))] {
                let exported = there.as_ref().map(|there| there.wording.clone());
                let untouched = back(source, exported.as_deref(), exported.as_deref(), false);
                assert_eq!(decide(&untouched, &now(there)), Verdict::Nothing);
            }
        }
        assert_eq!(decide(&back("v2", Some("a"), None, true), &now(Some(made("a", "v2", MT)))), Verdict::Emptied);
    }

    #[test]
    fn what_was_translated_is_that_persons_unless_another_person_was_there() {
        let verdict = |exported, there| decide(&back("v2", exported, Some("b"), false), &now(there));
        assert_eq!(verdict(None, None), Verdict::Edit);
        assert_eq!(verdict(Some("a"), Some(made("a", "v2", MT))), Verdict::Edit);
        assert_eq!(verdict(Some("a"), Some(made("a", "v2", HT))), Verdict::Edit, "a correction");
        assert_eq!(verdict(None, Some(made("a", "v1", HT))), Verdict::Edit, "the stale text of a person");
        assert_eq!(verdict(Some("a"), Some(made("c", "v2", MT))), Verdict::Edit, "a machine's newer text");
        assert_eq!(verdict(Some("a"), Some(made("c", "v2", HT))), Verdict::Conflict);
        let own = Translation { is_theirs: true, ..made("c", "v2", HT) };
        assert_eq!(verdict(Some("a"), Some(own)), Verdict::Edit, "they imported it before, and corrected it");
        assert_eq!(verdict(Some("a"), Some(made("b", "v2", MT))), Verdict::Edit, "the same words of a machine");
        assert_eq!(verdict(Some("a"), Some(made("b", "v2", HT))), Verdict::Nothing, "a second import");
        assert_eq!(verdict(None, Some(made("b", "v1", HT))), Verdict::Edit, "it holds for today's English");
        let replaced = back("v2", Some("a"), Some("known"), false);
        assert_eq!(decide(&replaced, &now(Some(made("c", "v2", HT)))), Verdict::Nothing);
    }

    #[test]
    fn what_was_made_from_an_earlier_english_is_never_current() {
        let verdict = |exported, wording, there| decide(&back("v1", exported, Some(wording), false), &now(there));
        assert_eq!(verdict(None, "b", None), Verdict::Start);
        assert_eq!(verdict(Some("a"), "b", Some(made("a", "v1", HT))), Verdict::Keep);
        assert_eq!(verdict(Some("a"), "b", Some(made("c", "v2", MT))), Verdict::Keep);
        assert_eq!(verdict(None, "b", Some(made("b", "v1", HT))), Verdict::Nothing, "a second import");
        assert_eq!(verdict(Some("a"), "known", Some(made("a", "v1", HT))), Verdict::Nothing, "a second import");
    }

    #[test]
    fn approval_is_of_what_the_approver_saw() {
        let verdict = |source, there| decide(&back(source, Some("a"), Some("a"), true), &now(there));
        assert_eq!(verdict("v2", Some(made("a", "v2", MT))), Verdict::Approve);
        assert_eq!(verdict("v2", Some(made("a", "v1", HT))), Verdict::Approve, "still valid");
        assert_eq!(verdict("v2", Some(made("a", "v2", HT))), Verdict::Nothing);
        let waiting = Translation { awaits_approval: true, ..made("a", "v2", HT) };
        assert_eq!(verdict("v2", Some(waiting)), Verdict::Approve);
        assert_eq!(verdict("v2", Some(made("c", "v2", MT))), Verdict::Superseded);
        assert_eq!(verdict("v1", Some(made("a", "v1", MT))), Verdict::ApproveStale);
        assert_eq!(verdict("v1", Some(made("a", "v1", HT))), Verdict::Nothing);
        let carried = Translation { carried_from: Some("v1".into()), ..made("a", "v2", MT) };
        assert_eq!(verdict("v1", Some(carried)), Verdict::Approve, "the change was one of looks");
        let draft = back("v2", Some("draft"), Some("draft"), true);
        assert_eq!(decide(&draft, &now(Some(made("a", "v1", HT)))), Verdict::AcceptDraft);
    }
}
