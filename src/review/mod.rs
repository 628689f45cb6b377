//! `handback review`: people read what machines wrote and what went stale, and decide.
//!
//! - [`queue`]: what needs a person, one entry for each message of a locale, the most urgent first.
//! - [`beginning`]: the first of it, from what the last sync left, before a large project is read.
//! - [`decision`]: what a person may say of an entry, and what that makes of a resource and its state.
//! - [`many`]: one decision about many entries, what it takes and what it leaves.
//! - [`undo`]: decisions that may be taken back, by what a message was ([`before`]) and what changed to the byte ([`patch`]).
//! - [`accepting`]: the same for `handback accept`, which is a step of a sync.
//! - [`proof`]: the problems of a wording, looked for while it is typed.
//! - [`concordance`]: where words stand in all that a locale has.
//! - [`preview`]: a page with one text marked, before and after an edit.
//! - [`similar`]: what the translation memory has for who words a text.
//! - [`exchange`]: texts out to translators and back.
//! - [`session`]: a project held open: takes decisions, writes each at once, and regenerates the pages.
//! - [`html`] and [`json`]: the queue for who does not decide; [`counts`]: how far a locale or a document is.
//!
//! A decision names the state that its maker saw. If the message changed meanwhile, it is refused.

pub mod accepting;
mod before;
pub mod beginning;
pub mod concordance;
pub mod counts;
pub mod decision;
pub mod exchange;
pub mod html;
pub mod json;
pub mod many;
mod patch;
pub mod preview;
pub mod proof;
pub mod queue;
pub mod session;
pub mod similar;
pub mod undo;
