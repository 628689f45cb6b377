//! Message ids: a readable slug of the English text, made unique by a short hash where needed.

use rustc_hash::FxHashSet;

use super::Id;
use crate::text::fingerprint::{fingerprint, short_hash};

/// About six words are enough to recognize a text.
const WORDS: usize = 6;
/// Ids of one long word would be as hard to read as a hash.
const LONGEST: usize = 60;

/// Ids in use or reserved, compared without regard to case.
#[derive(Debug, Default)]
pub struct IdSet {
    taken: FxHashSet<String>,
    /// Hashes of those that files have which were not read.
    elsewhere: FxHashSet<u64>,
}

impl IdSet {
    /// Knows the ids of files that were not read, by their [hashes](IdSet::hash).
    pub fn beside(elsewhere: FxHashSet<u64>) -> Self {
        Self { taken: FxHashSet::default(), elsewhere }
    }

    /// What stands for an id.
    pub fn hash(id: &str) -> u64 {
        short_hash(&id.to_ascii_lowercase())
    }

    /// Reserves an id; false if it was taken.
    pub fn insert(&mut self, id: &str) -> bool {
        if !self.elsewhere.is_empty() && self.elsewhere.contains(&Self::hash(id)) {
            return false;
        }
        self.taken.insert(id.to_ascii_lowercase())
    }

    /// Gives a new message its id and reserves it.
    pub fn assign(&mut self, text: &str) -> Id {
        let slug = slug(text);
        if self.insert(&slug) {
            return slug.into();
        }
        let hash = fingerprint(text);
        for len in 4..=hash.len() {
            let id = format!("{slug}-{}", &hash[..len]);
            if self.insert(&id) {
                return id.into();
            }
        }
        // Only ids that people made up can have taken all of these.
        let mut number = 2u32;
        loop {
            let id = format!("{slug}-{hash}-{number}");
            if self.insert(&id) {
                return id.into();
            }
            number += 1;
        }
    }
}

/// The id under which a locale may give a message to a text that is not translatable. It depends on
/// the text alone, because the reference holds no message that could remember it.
pub fn natural(text: &str) -> Id {
    format!("{}-{}", slug(text), &fingerprint(text)[..8]).into()
}

/// Lower-case words of the text joined by `-`; markup, entities and link targets leave no trace.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let words = plain_words(text);
    for word in words.iter().take(WORDS) {
        if slug.len() + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    match slug.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => slug,
        Some(_) => format!("n-{slug}"),
        None => format!("text-{}", &fingerprint(text)[..8]),
    }
}

/// ASCII words outside tags and link targets, apostrophes joined (`don't` is `dont`).
fn plain_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut hidden = None;
    let mut previous = '\0';
    for c in text.chars() {
        match hidden {
            Some(close) if c == close => hidden = None,
            Some(_) => {}
            None if c == '<' => hidden = Some('>'),
            None if c == '(' && previous == ']' => hidden = Some(')'),
            None if c == '&' => hidden = Some(';'),
            None if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
            None if matches!(c, '\'' | '\u{2019}') => {}
            None => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                // `R & D` is no entity: a blank ends what looked like one.
            }
        }
        if hidden == Some(';') && c.is_whitespace() {
            hidden = None;
        }
        if hidden.is_some() && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        previous = c;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable() {
        for (text, id) in [
            ("General information", "general-information"),
            ("Does your app expose any web APIs?", "does-your-app-expose-any-web"),
            ("**Type** of [permission](https://contoso.com/x)", "type-of-permission"),
            ("R & D: don't", "r-d-dont"),
            ("3 zones", "n-3-zones"),
            ("<a href=\"x\">View</a>", "view"),
        ] {
            assert_eq!(slug(text), id);
        }
        assert!(slug("一般情報").starts_with("text-"));
    }

    #[test]
    fn ids_are_unique_without_regard_to_case() {
        let mut ids = IdSet::default();
        ids.insert("Yes");
        let first = ids.assign("yes");
        let second = ids.assign("YES!");
        assert_ne!(first, second);
        assert!(first.starts_with("yes-") && second.starts_with("yes-"));
    }
}
