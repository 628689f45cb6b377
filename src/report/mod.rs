//! What runs found, as data; the command line prints it for people and machines.

pub mod status;
