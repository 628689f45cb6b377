//! Drafts for what has no translation: from the translation memory, then from machines.
//!
//! - [`provider`]: what a machine-translation service has to do; [`providers`]: those that there are.
//! - [`glossary`]: a locale's terms.

pub mod glossary;
pub mod provider;
pub mod providers;
