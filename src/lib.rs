//! Documentation localization with Project Fluent.
//!
//! `handback` extracts translatable units from English documents into Fluent resources, keeps the state
//! of every translation beside them, finds what went stale, and regenerates every localized document
//! byte for byte. See [`snapshot`] for the way that data goes, `ARCHITECTURE.md` for the rooms, and `handback_core` for the
//! part that only thinks.

// In the order in which they may import each other: each only those above it.
pub mod problem;

pub mod providers;
pub mod settings;

pub mod project;

pub mod snapshot;

pub mod pages;

pub mod checks;

pub mod commands;

pub mod report;
pub mod review;
