//! One file or folder a command: what it does, without arguments and printing (`cli/commands/` has these).

pub mod accept;
pub mod adopt;
pub mod analyze;
pub mod bilingual;
pub mod check;
pub mod declare;
pub mod diff;
pub mod dismiss;
mod finishing;
pub mod fix;
mod images;
mod in_turns;
pub mod log;
pub mod merging;
mod narrow;
pub mod progress;
pub mod recognize;
pub mod remembered;
pub mod report;
pub mod site;
pub mod sync;
pub mod translate;
pub mod unify;
