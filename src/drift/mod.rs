//! What became of the English: which message each unit belongs to now.
//!
//! [`assign`] finds for every unit the message that it is, or the message that it is the changed form
//! of; [`pairing`] aligns the old and the new sequence of one document.

pub mod assign;
pub mod carry;
pub mod meaning;
pub mod pairing;
pub mod severity;
pub mod typo;
pub mod values;
pub mod words;
