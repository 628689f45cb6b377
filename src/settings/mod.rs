//! What `handback.yaml` says: types and their checks. No file is opened here.

pub mod authors;
pub mod checks;
pub mod code;
pub mod config;
pub mod constructs;
pub mod declare;
mod flavor;
pub mod forge;
pub mod front_matter;
pub mod globs;
pub mod hand_off;
pub mod links;
pub mod locale;
pub mod notice;
pub mod output;
pub mod provenance;
pub mod publish;
pub mod rates;
pub mod shard;
pub mod tree;
