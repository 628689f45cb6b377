//! Which texts may be similar to a given one, by the runs of three characters that they share.
//!
//! An edit of one character changes at most three runs. So a text that is `d` edits away shares all but
//! `3 d` of the runs, and whatever shares fewer need not be compared.

use rustc_hash::{FxHashMap, FxHashSet};

/// An index of texts.
#[derive(Debug, Default)]
pub struct Trigrams {
    /// Places in `texts` that hold a run, in order.
    postings: FxHashMap<Trigram, Vec<u32>>,
    /// Runs that are left out, since they tell hardly any text from another.
    common: FxHashSet<Trigram>,
    texts: Vec<Text>,
}

#[derive(Debug, Clone, Copy)]
struct Text {
    /// What the caller calls it.
    index: u32,
    /// Its length in characters.
    len: u32,
}

/// Three characters, in one number; the edges of a text are characters too.
type Trigram = u64;

const EDGE: char = '\u{FDD2}';

/// So many places are looked at for one text. Where its runs stand in more, its rarest runs say where to look.
const LOOKED_AT: usize = 150_000;
/// Then so many texts are handed on, those that share most of these runs.
const HANDED_ON: usize = 1_000;

impl Trigrams {
    /// Indexes texts under the caller's numbers. Runs that more than `most` texts have are left out: then looking for candidates takes
    /// no longer where there are many texts, and a text that has hardly any other runs may be overlooked.
    pub fn new<'t>(texts: impl IntoIterator<Item = (usize, &'t str)>, most: usize) -> Self {
        let mut all = Self::default();
        let (mut chars, mut runs) = (Vec::new(), Vec::new());
        for (index, text) in texts {
            let place = all.texts.len() as u32;
            runs_of(text, &mut chars, &mut runs);
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
        runs_of(text, &mut chars, &mut trigrams);
        trigrams.retain(|trigram| !self.common.contains(trigram));
        let is_whole = self.keep_rarest(&mut trigrams) && self.common.is_empty();
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
            let edits = lost.div_ceil(3).max(len.abs_diff(other));
            1.0 - edits as f64 / len.max(other).max(1) as f64
        };
        let mut promising: Vec<(u32, f64)> =
            touched.into_iter().map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least).collect();
        // A text that shares no run at all is as many edits away as the runs need, which may be all additions.
        let lost = trigrams.len().div_ceil(3);
        if is_whole && len as f64 / (len + lost) as f64 >= least {
            let untouched = (0..self.texts.len() as u32).filter(|place| shared[*place as usize] == 0);
            promising.extend(untouched.map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least));
        }
        let best_first = |(a, best): &(u32, f64), (b, other): &(u32, f64)| other.total_cmp(best).then(a.cmp(b));
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
    fn keep_rarest(&self, trigrams: &mut Vec<Trigram>) -> bool {
        let places = |trigram: &Trigram| self.postings.get(trigram).map_or(0, Vec::len);
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

/// A character has 21 bits.
fn trigram(chars: [char; 3]) -> Trigram {
    chars.into_iter().fold(0, |all, c| all << 21 | u64::from(u32::from(c)))
}

/// The runs of a text, each once; and its characters, with two edges on either side.
fn runs_of(text: &str, chars: &mut Vec<char>, runs: &mut Vec<Trigram>) {
    chars.clear();
    chars.extend([EDGE, EDGE].into_iter().chain(text.chars()).chain([EDGE, EDGE]));
    runs.clear();
    runs.extend(chars.windows(3).map(|window| trigram([window[0], window[1], window[2]])));
    runs.sort_unstable();
    runs.dedup();
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
            few.common.contains(&trigram(['o', 'p', 'e'])) && !few.postings.contains_key(&trigram(['o', 'p', 'e']))
        );
        assert!(few.postings.values().all(|places| (1..=2).contains(&places.len())));
        assert_eq!(found(&few, "open the rec door"), [0], "by its rare runs");
    }

    #[test]
    fn in_a_large_index_the_rarest_runs_say_where_to_look() {
        let texts: Vec<String> = (0..60_000).map(|at| format!("the door {at:05} of the house")).collect();
        let trigrams = Trigrams::new(texts.iter().map(String::as_str).enumerate(), usize::MAX);
        let (mut chars, mut runs) = (Vec::new(), Vec::new());
        runs_of("the door 41277 of the horse", &mut chars, &mut runs);
        let all = runs.len();
        assert!(!trigrams.keep_rarest(&mut runs) && (1..all).contains(&runs.len()));
        let found = found(&trigrams, "the door 41277 of the horse");
        assert!(found.len() <= HANDED_ON && found[0] == 41_277, "{:?}", &found[..3]);
    }
}
