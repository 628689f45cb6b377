//! Lists of patterns that words are compared with: there are hundreds of patterns, and every word of a project is asked for.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// Patterns, set apart by blanks. `nicht`: a word. `kein*`: what it begins with. `in?*`: the same with another letter at least. `*los`: what
/// it ends with, behind three letters at least. Where a language sets no blanks between words, they are parts of a text.
pub(super) struct List {
    text: &'static str,
    patterns: OnceLock<Patterns>,
}

/// Patterns by what they are looked for by, each with its place in the list.
#[derive(Default)]
struct Patterns {
    whole: FxHashMap<&'static str, usize>,
    /// By first character; with whether more has to follow.
    begins: FxHashMap<char, Vec<(usize, &'static str, bool)>>,
    /// By last character.
    ends: FxHashMap<char, Vec<(usize, &'static str)>>,
}

impl Patterns {
    fn of(text: &'static str) -> Self {
        let mut patterns = Self::default();
        for (at, pattern) in parts(text).enumerate() {
            if let Some(end) = pattern.strip_prefix('*') {
                patterns.ends.entry(end.chars().next_back().unwrap_or('*')).or_default().push((at, end));
            } else if let Some(start) = pattern.strip_suffix('*') {
                let (start, more) = start.strip_suffix('?').map_or((start, false), |start| (start, true));
                patterns.begins.entry(start.chars().next().unwrap_or('*')).or_default().push((at, start, more));
            } else {
                patterns.whole.entry(pattern).or_insert(at);
            }
        }
        patterns
    }

    /// The place of the first pattern that a word fits.
    fn place(&self, word: &str) -> Option<usize> {
        let (first, last) = (word.chars().next()?, word.chars().next_back()?);
        let whole = self.whole.get(word).copied();
        let begins = self.begins.get(&first).and_then(|all| {
            let fits = |start: &str, more: bool| word.starts_with(start) && (!more || word.len() > start.len());
            all.iter().find(|(_, start, more)| fits(start, *more)).map(|(at, ..)| *at)
        });
        let ends = self.ends.get(&last).and_then(|all| {
            let fits = |end: &str| word.strip_suffix(end).is_some_and(|stem| stem.chars().count() > 2);
            all.iter().find(|(_, end)| fits(end)).map(|(at, _)| *at)
        });
        [whole, begins, ends].into_iter().flatten().min()
    }
}

fn parts(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.split(' ').filter(|pattern| !pattern.is_empty())
}

impl List {
    pub const fn new(text: &'static str) -> Self {
        Self { text, patterns: OnceLock::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The patterns as parts of a text.
    pub fn parts(&self) -> impl Iterator<Item = &'static str> {
        parts(self.text)
    }

    /// Whether a word fits one of them.
    pub fn has(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// The first word that fits one of them.
    pub fn any_of<'w>(&self, words: &'w [String]) -> Option<&'w String> {
        words.iter().find(|word| self.has(word))
    }

    /// The first word that fits the first of them that a word fits.
    pub fn first_of<'w>(&self, words: impl Iterator<Item = &'w String>) -> Option<&'w String> {
        let placed = words.filter_map(|word| Some((self.place(word)?, word)));
        placed.min_by_key(|(at, _)| *at).map(|(_, word)| word)
    }

    fn place(&self, word: &str) -> Option<usize> {
        self.patterns.get_or_init(|| Patterns::of(self.text)).place(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fit_patterns() {
        static ALL: List = List::new("nicht kein* in?* *los nie");
        for (word, place) in [
            ("nicht", Some(0)),
            ("nichts", None),
            ("kein", Some(1)),
            ("keinem", Some(1)),
            ("in", None),
            ("inaktiv", Some(2)),
            ("los", None),
            ("ablos", None),
            ("drahtlos", Some(3)),
            ("nie", Some(4)),
            ("", None),
        ] {
            assert_eq!(ALL.place(word), place, "{word}");
        }
        let words = ["Haus", "nie", "drahtlos", "keiner"].map(str::to_owned);
        assert_eq!(ALL.any_of(&words), Some(&words[1]), "the first word");
        assert_eq!(ALL.first_of(words.iter()), Some(&words[3]), "the first pattern");
        assert_eq!(ALL.parts().count(), 5);
    }
}
