//! Which texts may be similar to a given one, by the runs of three characters that they share.
//!
//! An edit of one character changes at most three runs. So a text that is `d` edits away shares all but
//! `3 d` of the runs, and whatever shares fewer need not be compared.
//!
//! Among hundreds of thousands of texts nearly every run of three is in thousands. There, one in four runs of eight
//! characters is looked at: who shares none of these is overlooked.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

/// An index of texts.
#[derive(Debug)]
pub struct Trigrams {
    runs: Runs,
    /// Places in `texts` that hold a run, in order.
    postings: FxHashMap<Run, Vec<u32>>,
    /// Runs that are left out, since they tell hardly any text from another.
    common: FxHashSet<Run>,
    texts: Vec<Text>,
}

#[derive(Debug, Clone, Copy)]
struct Text {
    /// What the caller calls it.
    index: u32,
    /// Its length in characters.
    len: u32,
}

/// Some characters as one number; the edges of a text are characters too.
type Run = u64;

/// Which runs are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Runs {
    /// All of three characters.
    Three,
    /// Some of eight.
    Eight,
}

/// In an index of more texts than these, runs are of eight characters, and those that more than one text in eight has are left out.
const MANY: usize = 100_000;
/// Of the runs of eight, one in so many is looked at.
const ONE_IN: u64 = 4;

const EDGE: char = '\u{FDD2}';

/// So many places are looked at for one text. Where its runs stand in more, its rarest runs say where to look.
const LOOKED_AT: usize = 300_000;
/// Then so many texts are handed on, those that share most of these runs.
const HANDED_ON: usize = 3_000;

impl Trigrams {
    /// Indexes texts under the caller's numbers. Runs that more than `most` texts have are left out: then looking for candidates takes
    /// no longer where there are many texts, and a text that has hardly any other runs may be overlooked.
    pub fn new<'t>(texts: impl IntoIterator<Item = (usize, &'t str)>, most: usize) -> Self {
        Self::of(Runs::Three, texts, most)
    }

    /// The same of a memory, which may have very many texts.
    pub fn of_memory<'t>(texts: impl ExactSizeIterator<Item = (usize, &'t str)>) -> Self {
        match texts.len() {
            ..=MANY => Self::of(Runs::Three, texts, usize::MAX),
            many => Self::of(Runs::Eight, texts, many / 8),
        }
    }

    fn of<'t>(kind: Runs, texts: impl IntoIterator<Item = (usize, &'t str)>, most: usize) -> Self {
        let (postings, common) = (FxHashMap::default(), FxHashSet::default());
        let mut all = Self { runs: kind, postings, common, texts: Vec::new() };
        let (mut chars, mut runs) = (Vec::new(), Vec::new());
        for (index, text) in texts {
            let place = all.texts.len() as u32;
            kind.of(text, &mut chars, &mut runs);
            for trigram in &runs {
                let places = all.postings.entry(*trigram).or_default();
                // An empty list stands for a run that is left out.
                if places.len() < most && (places.capacity() > 0 || !all.common.contains(trigram)) {
                    places.push(place);
                } else if !places.is_empty() {
                    *places = Vec::new();
                    all.common.insert(*trigram);
                }
            }
            all.texts.push(Text { index: index as u32, len: chars.len().saturating_sub(4) as u32 });
        }
        all.postings.retain(|_, places| !places.is_empty());
        all.postings.values_mut().for_each(Vec::shrink_to_fit);
        all
    }

    /// Hands every text that may reach a similarity of `least` to `take`, the most promising first, with
    /// the similarity that it has at most. `take` says which similarity is still of interest.
    pub fn candidates(&self, text: &str, least: f64, take: &mut dyn FnMut(usize, f64) -> f64) {
        let (mut chars, mut trigrams) = (Vec::new(), Vec::new());
        self.runs.of(text, &mut chars, &mut trigrams);
        trigrams.retain(|trigram| !self.common.contains(trigram));
        let is_whole = self.keep_rarest(&mut trigrams) && self.common.is_empty() && self.runs == Runs::Three;
        let width = self.runs.width();
        let len = chars.len() - 4;
        let mut shared = vec![0_u16; self.texts.len()];
        let mut touched: Vec<u32> = Vec::new();
        for trigram in &trigrams {
            for place in self.postings.get(trigram).into_iter().flatten() {
                let count = &mut shared[*place as usize];
                if *count == 0 {
                    touched.push(*place);
                }
                *count = count.saturating_add(1);
            }
        }
        let bound = |place: u32| {
            let other = self.texts[place as usize].len as usize;
            let lost = trigrams.len().saturating_sub(usize::from(shared[place as usize]));
            let edits = lost.div_ceil(width).max(len.abs_diff(other));
            1.0 - edits as f64 / len.max(other).max(1) as f64
        };
        let mut promising: Vec<(u32, f64)> =
            touched.into_iter().map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least).collect();
        // A text that shares no run at all is as many edits away as the runs need, which may be all additions.
        let lost = trigrams.len().div_ceil(width);
        if is_whole && len as f64 / (len + lost) as f64 >= least {
            let untouched = (0..self.texts.len() as u32).filter(|place| shared[*place as usize] == 0);
            promising.extend(untouched.map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least));
        }
        let count = |place: &u32| shared[*place as usize];
        let best_first = |(a, best): &(u32, f64), (b, other): &(u32, f64)| {
            other.total_cmp(best).then_with(|| count(b).cmp(&count(a))).then(a.cmp(b))
        };
        if !is_whole && promising.len() > HANDED_ON {
            promising.select_nth_unstable_by(HANDED_ON, best_first);
            promising.truncate(HANDED_ON);
        }
        promising.sort_unstable_by(best_first);
        for (place, bound) in promising {
            if take(self.texts[place as usize].index as usize, bound) > bound {
                return;
            }
        }
    }

    /// Leaves of the runs of a text the rarest, as many as there is time for; returns whether these are all.
    fn keep_rarest(&self, trigrams: &mut Vec<Run>) -> bool {
        let places = |trigram: &Run| self.postings.get(trigram).map_or(0, Vec::len);
        let before = trigrams.len();
        if trigrams.iter().map(places).sum::<usize>() > LOOKED_AT {
            trigrams.sort_by_cached_key(|trigram| (places(trigram), *trigram));
            let mut sum = 0;
            trigrams.retain(|trigram| {
                sum += places(trigram);
                sum <= LOOKED_AT
            });
        }
        trigrams.len() == before
    }
}

impl Runs {
    fn width(self) -> usize {
        match self {
            Self::Three => 3,
            Self::Eight => 8,
        }
    }

    /// The runs of a text, each once; and its characters, with two edges on either side.
    fn of(self, text: &str, chars: &mut Vec<char>, runs: &mut Vec<Run>) {
        chars.clear();
        chars.extend([EDGE, EDGE].into_iter().chain(text.chars()).chain([EDGE, EDGE]));
        runs.clear();
        let windows = chars.windows(self.width());
        match self {
            Self::Three => runs.extend(windows.map(packed)),
            Self::Eight => runs.extend(windows.map(hashed).filter(|run| run.is_multiple_of(ONE_IN))),
        }
        runs.sort_unstable();
        runs.dedup();
    }
}

/// A character has 21 bits.
fn packed(run: &[char]) -> Run {
    run.iter().fold(0, |all, c| all << 21 | u64::from(u32::from(*c)))
}

fn hashed(run: &[char]) -> Run {
    let mut hasher = FxHasher::default();
    run.iter().for_each(|c| hasher.write_u32(u32::from(*c)));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(trigrams: &Trigrams, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        trigrams.candidates(text, 0.5, &mut |index, _| {
            found.push(index);
            0.0
        });
        found
    }

    #[test]
    fn runs_that_most_texts_have_are_left_out() {
        let texts = ["open the red door", "open the blue door", "open the green door", "open the window"];
        let of = |most| Trigrams::new(texts.iter().copied().enumerate(), most);
        assert_eq!(found(&of(usize::MAX), "open the rec door").first(), Some(&0));
        let few = of(2);
        assert!(
            few.common.contains(&packed(&['o', 'p', 'e'])) && !few.postings.contains_key(&packed(&['o', 'p', 'e']))
        );
        assert!(few.postings.values().all(|places| (1..=2).contains(&places.len())));
        assert_eq!(found(&few, "open the rec door"), [0], "by its rare runs");
    }

    #[test]
    fn in_a_large_index_the_rarest_runs_say_where_to_look() {
        let texts: Vec<String> = (0..60_000).map(|at| format!("the door {at:05} of the house")).collect();
        let trigrams = Trigrams::new(texts.iter().map(String::as_str).enumerate(), usize::MAX);
        let (mut chars, mut runs) = (Vec::new(), Vec::new());
        Runs::Three.of("the door 41277 of the horse", &mut chars, &mut runs);
        let all = runs.len();
        assert!(!trigrams.keep_rarest(&mut runs) && (1..all).contains(&runs.len()));
        let found = found(&trigrams, "the door 41277 of the horse");
        assert!(found.len() <= HANDED_ON && found[0] == 41_277, "{:?}", &found[..3]);
    }

    /// Of texts of a million, hardly one is overlooked of which a word is another.
    #[test]
    fn in_a_very_large_index_runs_are_longer() {
        let heads = [
            "nord", "sud", "berg", "tal", "see", "wald", "stern", "mond", "fels", "korn", "salz", "eis", "glut", "moor",
        ];
        let tails =
            ["wind", "pfad", "werk", "kraft", "hof", "steg", "turm", "bach", "horn", "stein", "feld", "grund", "mark"];
        let word = |at: usize, place: usize| {
            // Numbers without a pattern.
            let mut dice = ((at * 8 + place) as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            dice = (dice ^ (dice >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let dice = (dice >> 33) as usize;
            format!("{}{}", heads[dice % heads.len()], tails[dice / heads.len() % tails.len()])
        };
        let text = |at: usize| (0..8).map(|place| word(at, place)).collect::<Vec<_>>().join(" ");
        let texts: Vec<String> = (0..MANY + 1).map(text).collect();
        let trigrams = Trigrams::of_memory(texts.iter().map(String::as_str).enumerate());
        assert_eq!(trigrams.runs, Runs::Eight);
        let is_found = |at: usize| found(&trigrams, &text(at).replacen(&word(at, 3), "billing", 1)).contains(&at);
        let asked = (0..MANY).step_by(997);
        let (all, found) = asked.fold((0, 0), |(all, found), at| (all + 1, found + usize::from(is_found(at))));
        assert!(all > 40 && found * 100 >= all * 95, "{found} of {all}");
    }
}
