//! What a decision changed in the bytes of a resource, so that taking it back restores each of them: blank lines and
//! the order of messages too, which the values alone do not tell.

use handback_core::text::fingerprint::{Fingerprint, fingerprint};
use serde::{Deserialize, Serialize};

/// The stretch in which two texts differ.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Patch {
    /// Fingerprint of the newer text.
    after: Fingerprint,
    at: usize,
    /// Length of the stretch in the newer text, and what it was in the older one.
    len: usize,
    was: String,
}

impl Patch {
    pub fn between(before: &str, after: &str) -> Self {
        let pairs = || before.bytes().zip(after.bytes());
        let mut at = pairs().take_while(|(a, b)| a == b).count();
        while !before.is_char_boundary(at) {
            at -= 1;
        }
        let (old, new) = (&before[at..], &after[at..]);
        let mut same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
        while !old.is_char_boundary(old.len() - same) {
            same -= 1;
        }
        let was = old[..old.len() - same].to_owned();
        Self { after: fingerprint(after), at, len: new.len() - same, was }
    }

    /// The older text, if this is the newer one still.
    pub fn undo(&self, now: &str) -> Option<String> {
        (fingerprint(now) == self.after).then(|| {
            let (head, rest) = now.split_at(self.at);
            [head, &self.was, &rest[self.len..]].concat()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        let texts = ["", "a", "aa", "\na = é\n\nb = è\n", "\nb = è\n", "a = ê\n", "é", "è", "éé", "😀", "😁"];
        for before in texts {
            for after in texts {
                let patch = Patch::between(before, after);
                assert_eq!(patch.undo(after).as_deref(), Some(before), "{before:?} {after:?}");
                assert_eq!(patch.undo("another"), None);
            }
        }
    }
}
