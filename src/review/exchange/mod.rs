//! `handback export` and `handback import`: texts out to translators, and what they made of them back.
//!
//! - [`texts`]: an entry of the queue as texts of [`handback_core::exchange`], with all that a translator should know.
//! - [`export`]: which texts go into which file.
//! - [`import`]: reads files that came back, and takes them in as one transaction; [`compare`] says what becomes of each text,
//!   [`take`] does it.
//! - [`refused`]: the file with what could not be taken; [`alike`]: what is to be said of many texts.
//!
//! Nothing remembers what was exported: every text carries its ticket.

mod alike;
pub mod compare;
pub mod export;
pub mod import;
mod refused;
mod take;
mod texts;
