//! Translation memory.
