//! A run over the catalog is one transaction: whatever call of it fails, or wherever it is killed, the next run completes
//! it or begins again, and nothing that people made is lost.
//!
//! [`points`] has every call that changes the disk fail, of every command that writes; [`stories`] are what happens
//! to people.

mod points;
pub mod project;
mod stories;
