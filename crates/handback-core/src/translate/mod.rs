//! Drafts for what has no translation: from the translation memory, then from machines.
//!
//! - [`provider`]: what a machine-translation service has to do; [`providers`]: those that there are.
//! - [`inline`] finds what a machine must not touch, [`protect`] takes it out and puts it back, [`markup`]
//!   writes it in the form that a service keeps best, [`verify`] looks at what came back.
//! - [`engine`] cuts the work into requests; [`http`] and [`process`] carry them.
//! - [`glossary`]: a locale's terms.

pub mod glossary;
pub mod inline;
pub mod item;
pub mod markup;
pub mod protect;
pub mod verify;
