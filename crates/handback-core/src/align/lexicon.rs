//! Which words translate which: learned from pairs of texts that are known to belong together.

use rustc_hash::{FxHashMap, FxHashSet};

use super::evidence::folded;
use super::token::hash_of;

/// Letters of a word that count: endings change with the sentence.
const STEM: usize = 6;
/// Words of a text that are looked at, and texts that are learned from at most.
const WORDS_OF_A_TEXT: usize = 40;
const MOST_TEXTS: usize = 40_000;
/// A word must have met its translation so often, and so often in all its texts.
const MEETINGS: u32 = 3;
const SHARE: f64 = 0.35;
/// The same, of all texts in which one of both is.
const OVERLAP: f64 = 0.3;
/// What words can say at most for and against a pair.
const MOST: f64 = 8.0;

/// What it says that a translation is known.
const KNOWN: f64 = 5.0;
/// What is enough to look at a pair again.
const AGAINST: f64 = -2.0;

/// Words of a text that count, by hash: sorted, each once.
pub type Words = Vec<u64>;

/// Translations of words, with how sure each is.
#[derive(Debug, Default)]
pub struct Lexicon {
    translations: FxHashMap<u64, Vec<Translation>>,
    /// The English of a translated text that several pages have, both by hash.
    texts: FxHashMap<u64, u64>,
}

#[derive(Debug, Clone, Copy)]
struct Translation {
    word: u64,
    /// How often the translation of a text with the English word has this one, and how often any text has it.
    share: f64,
    by_chance: f64,
}

impl Lexicon {
    /// Learns from texts and their translations.
    pub fn learn<'t>(pairs: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        let mut seen: FxHashSet<(u64, u64)> = FxHashSet::default();
        let mut pages: FxHashMap<u64, FxHashMap<u64, u32>> = FxHashMap::default();
        let (mut ours, mut theirs): (FxHashMap<u64, u32>, FxHashMap<u64, u32>) = Default::default();
        let mut together: FxHashMap<(u64, u64), u32> = FxHashMap::default();
        let distinct = pairs.filter(|(english, text)| {
            let hashes = (hash_of(english), hash_of(text));
            *pages.entry(hashes.1).or_default().entry(hashes.0).or_default() += 1;
            english != text && seen.insert(hashes)
        });
        let texts: Vec<(Words, Words)> =
            distinct.take(MOST_TEXTS).map(|(english, text)| (words(english), words(text))).collect();
        for (english, page) in &texts {
            english.iter().for_each(|word| *ours.entry(*word).or_default() += 1);
            page.iter().for_each(|word| *theirs.entry(*word).or_default() += 1);
        }
        // What is in one or two texts cannot have met anything often enough.
        let is_common = |counts: &FxHashMap<u64, u32>, word: &u64| counts[word] >= MEETINGS;
        for (english, page) in &texts {
            for word in english.iter().filter(|word| is_common(&ours, word)) {
                for other in page.iter().filter(|other| is_common(&theirs, other)) {
                    *together.entry((*word, *other)).or_default() += 1;
                }
            }
        }
        let mut translations: FxHashMap<u64, Vec<Translation>> = FxHashMap::default();
        for ((english, word), count) in together {
            let (our, their, met) = (f64::from(ours[&english]), f64::from(theirs[&word]), f64::from(count));
            if count >= MEETINGS && met / our >= SHARE && 2.0 * met / (our + their) >= OVERLAP {
                let by_chance = their / texts.len() as f64;
                translations.entry(english).or_default().push(Translation { word, share: met / our, by_chance });
            }
        }
        for found in translations.values_mut() {
            found.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.word.cmp(&b.word)));
            found.truncate(3);
        }
        Self { translations, texts: pages.into_iter().filter_map(|(text, of)| Some((text, only(&of)?))).collect() }
    }

    /// What it says that other pages have these texts, by their hashes.
    pub fn text(&self, english: u64, page: u64) -> f64 {
        match self.texts.get(&page) {
            Some(known) if *known == english => KNOWN,
            Some(_) => -KNOWN,
            None => 0.0,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.translations.is_empty() && self.texts.is_empty()
    }

    /// Whether the words of two texts speak against a pair.
    pub fn speaks_against(&self, english: &str, page: &str) -> bool {
        let text = self.text(hash_of(english), hash_of(page));
        english != page && text + self.score(&words(english), &words(page)) < AGAINST
    }

    /// The words of a text, for [`Lexicon::score`].
    pub fn words(&self, text: &str) -> Words {
        words(text)
    }

    /// What the words of two texts say for a pair.
    pub fn score(&self, english: &Words, page: &Words) -> f64 {
        let known = english.iter().filter_map(|word| self.translations.get(word));
        let sum: f64 = known
            .map(|translations| {
                let met = translations.iter().filter(|translation| page.binary_search(&translation.word).is_ok());
                let best = met.map(|translation| (translation.share / translation.by_chance).ln()).reduce(f64::max);
                best.map_or_else(|| (1.0 - translations[0].share.min(0.8)).ln() * 0.7, |gain| gain.clamp(0.0, 3.5))
            })
            .sum();
        sum.clamp(-MOST, MOST)
    }
}

/// The English that a text nearly always has.
fn only(of: &FxHashMap<u64, u32>) -> Option<u64> {
    let (english, count) = of.iter().max_by_key(|(english, count)| (**count, **english))?;
    let all: u32 = of.values().sum();
    (*count >= MEETINGS && count * 10 >= all * 9).then_some(*english)
}

/// Words as far as they tell a text: stems of Latin and other alphabets; pairs of letters where words are not written apart.
fn words(text: &str) -> Words {
    let mut found = Vec::new();
    for run in text.split(|c: char| !c.is_alphanumeric()) {
        if run.chars().any(is_unspaced) {
            unspaced(run, &mut found);
            continue;
        }
        let folded = folded(run);
        let word = if folded.len() >= run.chars().count() { folded } else { run.to_lowercase() };
        let stem: String = word.chars().take(STEM).collect();
        if stem.chars().count() >= 3 {
            found.push(hash_of(&stem));
        }
    }
    found.truncate(WORDS_OF_A_TEXT);
    found.sort_unstable();
    found.dedup();
    found
}

/// Runs of one script are words; of Han every two letters.
fn unspaced(run: &str, found: &mut Vec<u64>) {
    let chars: Vec<char> = run.chars().collect();
    for part in chars.chunk_by(|a, b| script(*a) == script(*b)) {
        match script(part[0]) {
            // Grammar, for the most part.
            Script::Hiragana => {}
            Script::Han if part.len() > 1 => {
                found.extend(part.windows(2).map(|two| hash_of(&two.iter().collect::<String>())));
            }
            _ => found.push(hash_of(&part.iter().take(8).collect::<String>().to_lowercase())),
        }
    }
}

#[derive(PartialEq, Eq)]
enum Script {
    Han,
    Hiragana,
    Katakana,
    Other,
}

fn script(c: char) -> Script {
    match c {
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        '\u{30a0}'..='\u{30ff}' => Script::Katakana,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Script::Han,
        _ => Script::Other,
    }
}

fn is_unspaced(c: char) -> bool {
    script(c) != Script::Other
}
