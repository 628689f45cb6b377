//! What lengths say: a long text has a long translation (Gale and Church).

use super::item::Item;

/// How the logarithm of a translation's length varies: for long texts, and more for short ones.
const SPREAD: f64 = 0.02;
const SPREAD_OF_SHORT: f64 = 1.5;
/// How far apart the lengths of any two texts are.
const BY_CHANCE: f64 = 1.0;
/// No length refutes more than this.
const LEAST: f64 = -5.0;

/// How long translations are in a page, compared with its English.
pub struct Lengths {
    /// Logarithm of the usual ratio.
    ratio: f64,
}

impl Lengths {
    pub fn of(english: &[Item], page: &[Item], same_script: bool) -> Self {
        let usual = if same_script { 0.17 } else { -0.5 };
        let mean = |items: &[Item]| {
            let lengths = items.iter().filter(|item| item.translatable).map(|item| item.length as f64 + 1.0);
            let (count, sum) = lengths.fold((0.0f64, 0.0), |(count, sum), length| (count + 1.0, sum + length));
            (count, sum / count.max(1.0))
        };
        let ((our_count, ours), (their_count, theirs)) = (mean(english), mean(page));
        let seen = if ours > 0.0 && theirs > 0.0 { (theirs / ours).ln() } else { usual };
        // Of a few texts the mean says little, and a page without its longest texts has another mean.
        let trust = our_count.min(their_count) / (our_count.min(their_count) + 20.0);
        Self { ratio: usual + trust * (seen - usual).clamp(-0.4, 0.4) }
    }

    /// What two lengths say for a pair.
    pub fn pair(&self, english: usize, page: usize) -> f64 {
        let (ours, theirs) = (english as f64 + 1.0, page as f64 + 1.0);
        let difference = (theirs / ours).ln() - self.ratio;
        let variance = SPREAD + SPREAD_OF_SHORT / ours.min(theirs).max(2.0);
        let by_chance = variance + BY_CHANCE;
        let fits = -difference * difference / (2.0 * variance) - variance.ln() / 2.0;
        let chance = -difference * difference / (2.0 * by_chance) - by_chance.ln() / 2.0;
        (fits - chance).max(LEAST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_lengths_speak_for_a_pair_and_other_ones_against() {
        let lengths = Lengths::of(&[], &[], true);
        assert!(lengths.pair(100, 120) > 1.0 && lengths.pair(100, 30) < -3.0 && lengths.pair(30, 100) < -3.0);
        // Of short texts it says little.
        assert!(lengths.pair(3, 8) > -1.0);
        assert!(lengths.pair(0, 500) >= LEAST);
    }
}
