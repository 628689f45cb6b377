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
    index: usize,
    /// Its length in characters.
    len: usize,
}

/// Three characters; the edges of a text are characters too.
type Trigram = [char; 3];

const EDGE: char = '\u{FDD2}';

impl Trigrams {
    /// Indexes texts under the caller's numbers.
    pub fn new<'t>(texts: impl IntoIterator<Item = (usize, &'t str)>) -> Self {
        let mut all = Self::default();
        for (index, text) in texts {
            let place = all.texts.len() as u32;
            for trigram in trigrams_of(text) {
                all.postings.entry(trigram).or_default().push(place);
            }
            all.texts.push(Text { index, len: text.chars().count() });
        }
        all
    }

    /// Leaves out runs that more than so many texts have: then looking for candidates takes no longer where there are many texts, and
    /// a text that has hardly any other runs may be overlooked.
    #[must_use]
    pub fn without_common(mut self, most: usize) -> Self {
        let common = self.postings.extract_if(|_, places| places.len() > most).map(|(trigram, _)| trigram);
        self.common = common.collect();
        self
    }

    /// Hands every text that may reach a similarity of `least` to `take`, the most promising first, with
    /// the similarity that it has at most. `take` says which similarity is still of interest.
    pub fn candidates(&self, text: &str, least: f64, take: &mut dyn FnMut(usize, f64) -> f64) {
        let mut trigrams = trigrams_of(text);
        trigrams.retain(|trigram| !self.common.contains(trigram));
        let len = text.chars().count();
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
            let other = self.texts[place as usize].len;
            let lost = trigrams.len().saturating_sub(usize::from(shared[place as usize]));
            let edits = lost.div_ceil(3).max(len.abs_diff(other));
            1.0 - edits as f64 / len.max(other).max(1) as f64
        };
        let mut promising: Vec<(u32, f64)> =
            touched.into_iter().map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least).collect();
        // A text that shares no run at all is as many edits away as the runs need, which may be all additions.
        let lost = trigrams.len().div_ceil(3);
        if self.common.is_empty() && len as f64 / (len + lost) as f64 >= least {
            let untouched = (0..self.texts.len() as u32).filter(|place| shared[*place as usize] == 0);
            promising.extend(untouched.map(|place| (place, bound(place))).filter(|(_, bound)| *bound >= least));
        }
        promising.sort_unstable_by(|(a, best), (b, other)| other.total_cmp(best).then(a.cmp(b)));
        for (place, bound) in promising {
            if take(self.texts[place as usize].index, bound) > bound {
                return;
            }
        }
    }
}

fn trigrams_of(text: &str) -> FxHashSet<Trigram> {
    let chars: Vec<char> = [EDGE, EDGE].into_iter().chain(text.chars()).chain([EDGE, EDGE]).collect();
    chars.windows(3).map(|window| [window[0], window[1], window[2]]).collect()
}
