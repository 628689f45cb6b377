//! Whose a wording is: what is recorded of it, and what follows where nothing is.
//!
//! A wording is named by the fingerprint of its pattern. Where the state of a message does not have that
//! fingerprint, other records are asked for: states of the same message in other files, in git, and in a list of
//! all that was ever written here. What none of them knows is a person's only if the records are complete; else it
//! is [`TranslationType::Unproven`]. This module decides and reads nothing: [`Evidence`] brings the records.

use rustc_hash::FxHashMap;

use super::state::{State, TranslationType};
use super::{DocumentName, FileKey, Id};
use crate::text::fingerprint::Fingerprint;

/// What a state, a commit or the ledger says of a wording. Sources of [`Evidence`] make these; [`verdict`] weighs them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The message that had the wording.
    pub id: Id,
    pub state: State,
}

/// How far the records of a wording can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// Git holds the wording: it was committed or staged, or git itself brought it here.
    pub in_git: bool,
    /// What a machine wrote would be on record: what is not was written by a person.
    pub complete: bool,
}

/// Who brought a wording into the project, as the configuration judges its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    pub name: String,
    pub kind: TranslationType,
    /// The author's work needs no approval.
    pub reviewed: bool,
}

/// Where records of one locale come from. Nothing is asked while every wording is the one that its state knows.
pub trait Evidence: Sync {
    /// What is on record of a wording where that is cheap to find out: of the message, perhaps also of others.
    fn records(&self, id: &Id, wording: &str) -> Vec<Record>;

    /// What earlier states knew of wordings. This may take long.
    fn history(&self, wordings: &[Fingerprint]) -> FxHashMap<Fingerprint, Vec<Record>>;

    /// How far the records of a wording in a file can be relied on.
    fn witness(&self, file: &FileKey, id: &Id, wording: &str) -> Witness;

    /// The author of the wording that is in a file, if the configuration has a rule for them.
    fn author(&self, file: &FileKey, id: &Id) -> Option<Author>;

    /// The English that the commit which brought a wording here had of its message, if that is another than today's: who
    /// wrote the wording saw that one. `None` where no commit did, or where its documents have the English of today.
    fn seen(&self, file: &FileKey, id: &Id, today: &str, documents: &[&DocumentName]) -> Option<String>;

    /// The text of an earlier wording of a message.
    fn wording(&self, file: &FileKey, id: &Id, wording: &str) -> Option<String>;

    /// The same of a machine's wording, where that is cheap to find out.
    fn draft(&self, file: &FileKey, id: &Id, wording: &str) -> Option<String>;

    /// English texts of earlier syncs, by fingerprint.
    fn english(&self, sources: &[Fingerprint]) -> FxHashMap<Fingerprint, String>;
}

/// Whose a wording is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A record knows it.
    Known(Box<State>),
    /// Nobody but a person can have written it.
    Person,
    Unproven,
}

/// What [`verdict`] goes by where a wording has no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// The state of its message knows another wording.
    pub replaces: bool,
    /// The file has no state at all.
    pub stateless: bool,
    /// Many wordings of the file are without a record.
    pub crowd: bool,
    pub witness: Witness,
}

/// Decides on a wording whose state does not know it, from the records that speak of it.
pub fn verdict(records: &[Record], circumstances: &Circumstances) -> Verdict {
    if let Some(best) = best(records) {
        return Verdict::Known(Box::new(best.state.clone()));
    }
    let Circumstances { replaces, stateless, crowd, witness } = *circumstances;
    // What git does not have was written here, over a state that was read.
    let edited_here = replaces && !witness.in_git;
    // Another checkout perhaps committed a whole file and not its state. Who adds to a file that has one, or begins one
    // with a few texts, is a translator who commits resources alone.
    let maybe_lost = witness.in_git && stateless && crowd;
    match (witness.complete && !maybe_lost) || edited_here || !(stateless || crowd) {
        true => Verdict::Person,
        false => Verdict::Unproven,
    }
}

/// Returns the record that counts among those of one wording: a person's before a machine's, then the newest.
pub fn best(records: &[Record]) -> Option<&Record> {
    let rank = |kind: TranslationType| match kind {
        TranslationType::Unproven => 0,
        TranslationType::Machine => 1,
        TranslationType::Human => 2,
    };
    records.iter().max_by(|a, b| (rank(a.state.kind), a.state.date).cmp(&(rank(b.state.kind), b.state.date)))
}

/// Whether so many of a file's wordings have no record that one person will hardly have written all of them: more than three,
/// and more than a fifth of `all`.
pub fn is_crowd(unrecorded: usize, all: usize) -> bool {
    unrecorded > 3 && unrecorded * 5 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::Date;

    fn record(kind: TranslationType, month: i8) -> Record {
        Record { id: "a".into(), state: State::new(kind, "x", "s", "t", Date::constant(2026, month, 1)) }
    }

    fn known(records: &[Record]) -> (TranslationType, i8) {
        let unsure = Circumstances {
            replaces: false,
            stateless: true,
            crowd: true,
            witness: Witness { in_git: true, complete: false },
        };
        match verdict(records, &unsure) {
            Verdict::Known(state) => (state.kind, state.date.month()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn of_several_records_a_persons_counts_then_the_newest() {
        use TranslationType::{Human, Machine, Unproven};
        let records = [record(Machine, 3), record(Human, 1), record(Human, 2)];
        assert_eq!(known(&records), (Human, 2));
        assert_eq!(known(&records[..1]), (Machine, 3));
        assert_eq!(known(&[record(Machine, 1), record(Unproven, 4)]).0, Machine);
    }

    #[test]
    fn a_record_outweighs_all_circumstances() {
        for bits in 0..32_u32 {
            let bit = |at: u32| bits >> at & 1 == 1;
            let circumstances = Circumstances {
                replaces: bit(0),
                stateless: bit(1),
                crowd: bit(2),
                witness: Witness { in_git: bit(3), complete: bit(4) },
            };
            let machine = record(TranslationType::Machine, 1);
            assert_eq!(
                verdict(std::slice::from_ref(&machine), &circumstances),
                Verdict::Known(Box::new(machine.state))
            );
            // Only what cannot be a machine's is a person's.
            let person = verdict(&[], &circumstances) == Verdict::Person;
            let lost = bit(3) && bit(1) && bit(2);
            let expected = (bit(4) && !lost) || (bit(0) && !bit(3)) || !(bit(1) || bit(2));
            assert_eq!(person, expected, "{circumstances:?}");
        }
    }

    #[test]
    fn a_few_texts_are_no_crowd() {
        assert!(!is_crowd(3, 3) && is_crowd(4, 4) && is_crowd(4, 19));
        assert!(!is_crowd(4, 20) && !is_crowd(100, 1000));
    }
}
