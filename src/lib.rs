//! Documentation localisation with Project Fluent.
//!
//! `handback` extracts translatable units from English documents into Fluent resources, keeps the state
//! of every translation beside them, finds what went stale, and regenerates every localised document
//! byte for byte. See [`pipeline`] for the way that data goes, and `ARCHITECTURE.md` for the rooms.

pub mod accept;
pub mod adoption;
pub mod catalog;
pub mod checks;
pub mod diff;
pub mod document;
pub mod drift;
pub mod exchange;
pub mod memory;
pub mod pipeline;
pub mod problem;
pub mod project;
pub mod render;
pub mod report;
pub mod review;
pub mod run;
#[cfg(feature = "serve")]
pub mod serve;
pub mod store;
pub mod text;
pub mod translate;
pub mod variables;
