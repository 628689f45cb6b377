//! What machine translation must leave alone.
//!
//! [`inline`] finds what a machine must not touch, [`protect`] takes it out and puts it back, [`markup`] writes it in
//! the form that a service keeps best, the judge looks at what came back; [`item`] has their words. [`glossary`]: a
//! locale's terms. The services themselves are not here: nothing in this crate reaches a network.

mod among;
pub mod glossary;
pub mod inline;
pub mod item;
pub mod markup;
pub mod protect;
pub mod titles;
