//! What comes in from, and goes out to, other tools.
//!
//! - [`page`]: a localised page as another pipeline published it: its metadata, its bilingual form.
//! - [`align`]: which unit of a localised page translates which unit of its English.
//! - [`adopt`]: aligned pages become messages, overrides and state.
//! - [`tmx`] and [`po`] read [`pair`]s of texts and translations for the memory.

pub mod adopt;
pub mod align;
pub mod page;
pub mod pair;
pub mod po;
pub mod tmx;
