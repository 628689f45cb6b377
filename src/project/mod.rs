//! A project on disk: configuration, paths, discovery, reading and writing. All I/O of the library is
//! here; the rooms that think know no files.

pub mod cache;
pub mod discover;
pub mod files;
pub mod git;
pub mod hash;
pub mod journal;
pub mod lock;
pub mod open;
pub mod paths;
pub mod store;
pub mod write;
pub mod written;
