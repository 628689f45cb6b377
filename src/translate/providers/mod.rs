//! The services that there are.
pub mod pseudo;
