//! A project on disk: configuration, paths, discovery, reading and writing. All I/O of the library is
//! here; the rooms that think know no files.

mod blend;
pub mod cache;
mod content;
pub mod decisions;
pub mod discover;
mod disk;
pub mod evidence;
#[doc(hidden)]
pub mod faults;
pub mod files;
mod foreign;
pub mod forge;
pub mod git;
pub mod hash;
pub mod history;
pub mod index;
pub mod journal;
pub mod ledger;
pub mod lock;
pub mod merging;
pub mod misplaced;
pub mod objects;
pub mod open;
pub mod owned;
pub mod paths;
pub mod points;
mod recovery;
pub mod seen;
pub mod setup_git;
pub mod sought;
mod stamp;
pub mod store;
pub mod summed;
mod temporaries;
pub mod transaction;
mod unread;
pub mod versions;
pub mod write;
pub mod written;
