//! Tests of whole commands and of real documents: one program, because each would be linked on its own.
//!
//! `cargo test --test all drift::` runs the tests of one file.

mod adopt;
mod ages;
mod alignment;
mod analyze;
mod bad_input;
mod bilingual;
mod changed_since;
mod check;
mod code;
mod commands;
mod consistency;
mod corpus;
mod diff;
#[cfg(unix)]
mod doors;
mod drift;
mod evidence;
mod examples;
mod exchange;
mod faults;
mod flavors;
mod front_matter;
mod hints;
mod histories;
mod hostile;
mod images;
mod in_turns;
mod installed;
mod judge;
mod layouts;
mod lifting;
mod links;
mod machine;
mod merging;
mod misplaced;
mod narrow;
mod notice;
mod properties;
mod publish;
mod report;
mod review;
mod review_report;
mod rooms;
mod serve;
mod shards;
mod site;
mod support;
mod sync;
mod targets;
mod transaction;
mod translate;
mod variables;
