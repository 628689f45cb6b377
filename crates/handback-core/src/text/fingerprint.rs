//! Short hashes of texts: what a translation was made from, and what it was when last seen.

use std::hash::Hasher as _;

use sha2::{Digest, Sha256};

/// The first 64 bits of the SHA-256 of a text, as 16 hex digits.
pub type Fingerprint = String;

/// Fingerprint of an English text or of a translation.
pub fn fingerprint(text: &str) -> Fingerprint {
    hex(&Sha256::digest(text.as_bytes())[..8])
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
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
