//! Whether one word is another one misspelt.

use crate::text::meaning;

/// Endings that make another form of a word: such a change is grammar or meaning, not spelling.
const ENDINGS: &[&str] = &[
    "", "s", "es", "d", "ed", "n", "en", "ing", "er", "ers", "or", "ors", "ly", "y", "ies", "ied", "al", "e", "ion",
    "ions", "'s", "able", "ible", "ity", "ic", "r", "st", "est", "th", "ful", "less",
];

/// One of `old` and `new` (in lower case) is the other with a slip of the pen. `is_used` tells whether
/// a word is in other texts of today: then it is a word, not a misspelling.
pub fn is_typo(old: &str, new: &str, is_used: &dyn Fn(&str) -> bool) -> bool {
    let letters = |word: &str| word.chars().all(|c| c.is_ascii_alphabetic());
    if !letters(old) || !letters(new) || old.as_bytes().first() != new.as_bytes().first() {
        return false;
    }
    if meaning::bears_meaning(old) || meaning::bears_meaning(new) || meaning::is_look_alike(old) {
        return false;
    }
    if meaning::are_confusable(old, new) || meaning::is_negated_pair(old, new) || is_other_form(old, new) {
        return false;
    }
    let length = old.len().max(new.len());
    let distance = strsim::damerau_levenshtein(old, new);
    let close = match length {
        0..=2 => false,
        // Of short words only a transposition: `teh`.
        3..=4 => distance == 1 && is_anagram(old, new),
        _ => distance == 1,
    };
    close && !is_used(old)
}

/// The same letters in another order.
pub fn is_anagram(old: &str, new: &str) -> bool {
    let sorted = |word: &str| {
        let mut bytes = word.as_bytes().to_vec();
        bytes.sort_unstable();
        bytes
    };
    sorted(old) == sorted(new)
}

/// `user` and `users`, `stores` and `stored`: one stem, another ending.
fn is_other_form(old: &str, new: &str) -> bool {
    let common = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    // `acces` lacks an `s`; it is not the singular of `access`.
    if [old, new].iter().any(|word| word.ends_with("ss")) {
        return false;
    }
    // A stem may lose or double its last letter before an ending. No stem takes both `-d` and `-ed`:
    // there a letter was left out.
    (common.saturating_sub(1)..=common).any(|stem| {
        let (a, b) = (&old[stem..], &new[stem..]);
        let one_in_the_other = !a.is_empty() && !b.is_empty() && (a.ends_with(b) || b.ends_with(a));
        stem >= 3 && ENDINGS.contains(&a) && ENDINGS.contains(&b) && !one_in_the_other
    })
}

#[cfg(test)]
mod tests {
    use super::is_typo;

    #[test]
    fn slips_of_the_pen() {
        for (old, new) in [
            ("recieves", "receives"),
            ("teh", "the"),
            ("enviroment", "environment"),
            ("applicaton", "application"),
            ("acces", "access"),
            ("occured", "occurred"),
            ("seperate", "separate"),
            ("securty", "security"),
            ("adminstrator", "administrator"),
            ("deletd", "deleted"),
            ("automaticaly", "automatically"),
            ("certifed", "certified"),
        ] {
            assert!(is_typo(old, new, &|_| false), "{old} {new}");
        }
    }

    #[test]
    fn other_words() {
        for (old, new) in [
            ("user", "users"),
            ("stores", "stored"),
            ("internal", "external"),
            ("form", "from"),
            ("now", "not"),
            ("valid", "invalid"),
            ("hour", "hours"),
            ("secure", "insecure"),
            ("encrypts", "encrypted"),
            ("policy", "policies"),
            ("data", "date"),
            ("import", "export"),
            ("personal", "personnel"),
            ("fifteen", "fifty"),
            ("first", "fist"),
            ("least", "last"),
            ("loose", "lose"),
            ("sing", "sign"),
            ("for", "fro"),
            ("contact", "contract"),
        ] {
            assert!(!is_typo(old, new, &|_| false), "{old} {new}");
        }
        assert!(!is_typo("staple", "stable", &|word| word == "staple"));
    }
}
