//! Short hashes of texts: what a translation was made from, and what it was when last seen.

use std::hash::Hasher as _;

use sha2::{Digest, Sha256};

use super::Word;

/// The first 64 bits of the SHA-256 of a text, as 16 hex digits.
pub type Fingerprint = Word;

/// Fingerprint of an English text or of a translation.
pub fn fingerprint(text: &str) -> Fingerprint {
    digits(&Sha256::digest(text.as_bytes())[..8]).collect()
}

/// A hash that stands for a text as long as a program of this version lives: faster than a fingerprint, and not for files
/// that others read.
pub fn short_hash(text: &str) -> u64 {
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Bytes as lower-case hex digits.
pub fn hex(bytes: &[u8]) -> String {
    digits(bytes).collect()
}

fn digits(bytes: &[u8]) -> impl Iterator<Item = char> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)]))
}
