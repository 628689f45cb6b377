//! The services that there are.
