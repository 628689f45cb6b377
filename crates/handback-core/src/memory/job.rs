//! How similar the texts of one job are among themselves: whoever translates them in their order has translated the earlier ones
//! when they come to the later.

use rapidfuzz::distance::levenshtein::{Args, BatchComparator};
use rayon::prelude::*;

use super::trigrams::Trigrams;

/// Runs of characters that more texts have are not looked at: it would take the square of the number of texts.
const COMMON: usize = 1000;
/// So many texts are compared with one, the most promising first.
const MOST: usize = 200;

/// Of every text the similarity (`least` to 1) of the most similar one before it. Equal texts are as similar as can be. Among
/// thousands of texts that have most runs of characters in common some may be overlooked: then a text is thought to be newer
/// than it is.
pub fn similar_before(texts: &[&str], least: f64) -> Vec<Option<f64>> {
    let trigrams = Trigrams::new(texts.iter().copied().enumerate(), COMMON);
    (0..texts.len()).into_par_iter().map(|at| of_text(&trigrams, texts, at, least)).collect()
}

fn of_text(trigrams: &Trigrams, texts: &[&str], at: usize, least: f64) -> Option<f64> {
    let scorer = BatchComparator::new(texts[at].chars());
    let (mut best, mut compared): (Option<f64>, usize) = (None, 0);
    trigrams.candidates(texts[at], least, &mut |other, bound| {
        let cutoff = best.unwrap_or(least);
        if other < at && bound >= cutoff {
            let args = Args::default().score_cutoff(cutoff);
            let score = scorer.normalized_similarity_with_args(texts[other].chars(), &args);
            best = score.or(best);
            compared += 1;
        }
        if compared < MOST { best.unwrap_or(least) } else { f64::INFINITY }
    });
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::memory::similarity;

    #[test]
    fn only_earlier_texts_help() {
        let texts = ["Open the door.", "Close the door.", "Open the doors.", "Something else", "Open the door."];
        let found: Vec<Option<u32>> = similar_before(&texts, 0.5)
            .into_iter()
            .map(|score| score.map(|score| (score * 100.0).floor() as u32))
            .collect();
        assert_eq!(found, [None, Some(66), Some(93), None, Some(100)]);
        assert!(similar_before(&[], 0.5).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_overlooked(texts in proptest::collection::vec("[ab é]{0,9}", 0..24), least in 0.3_f64..1.0) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let best = |at: usize| {
                let scores = texts[..at].iter().map(|other| similarity(texts[at], other)).filter(|score| *score >= least);
                scores.max_by(f64::total_cmp)
            };
            let expected: Vec<Option<f64>> = (0..texts.len()).map(best).collect();
            prop_assert_eq!(similar_before(&texts, least), expected);
        }
    }
}
