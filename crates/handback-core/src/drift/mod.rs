//! What became of the English: which message each unit belongs to now, and how much a change weighs.
//!
//! - [`assign`] finds for every unit the message that it is, or the message that it is the changed form
//!   of; [`pairing`] aligns the old and the new sequence of one document.
//! - [`severity`] judges a change: [`values`](crate::text::values) takes texts apart, [`looks`](crate::text::looks) takes away what only changes
//!   how they look, [`meaning`](crate::text::meaning) and [`typo`] know words.
//! - [`carry`] asks whether a translation outlives a change.
//! - [`words`](crate::text::words) shows differences to people.

pub mod assign;
pub mod carry;
pub mod pairing;
pub mod severity;
pub mod typo;
