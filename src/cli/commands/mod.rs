//! One file a command: its arguments, and what it prints.

pub mod accept;
pub mod adopt;
pub mod analyze;
pub mod check;
pub mod diff;
pub mod export;
pub mod extract;
pub mod findings;
pub mod import;
pub mod init;
pub mod log;
pub mod merge_driver;
pub mod render;
pub mod resolve;
pub mod review;
pub mod schema;
pub mod status;
pub mod step_summary;
pub mod suggestions;
pub mod sync;
pub mod translate;
pub mod trust;
pub mod unify;
pub mod units;
pub mod variables;
