//! Sums of probabilities that are known by their logarithms.

use std::sync::LazyLock;

/// How unlikely a part of a sum is, in logarithms, that does not count.
const NOTHING: f64 = 30.0;
/// Steps of the table to one.
const FINE: f64 = 64.0;

/// `ln(1 + e^-d)` and its slope, for every step of `d` up to [`NOTHING`]: long texts ask for tens of millions of them, and the
/// functions themselves take ten times as long as all else.
static TABLE: LazyLock<Vec<(f64, f64)>> = LazyLock::new(|| {
    let steps = (NOTHING * FINE) as usize + 2;
    let at = |step: usize| step as f64 / FINE;
    (0..steps).map(|step| ((-at(step)).exp().ln_1p(), -1.0 / (1.0 + at(step).exp()))).collect()
});

/// The logarithm of a sum.
#[inline]
pub fn add(a: f64, b: f64) -> f64 {
    let (large, small) = if a > b { (a, b) } else { (b, a) };
    let apart = large - small;
    // Neither may be possible: then the difference is no number.
    if apart < NOTHING { large + beyond(apart) } else { large }
}

/// `ln(1 + e^-d)` between two steps of the table, by a cubic that has their slopes.
fn beyond(apart: f64) -> f64 {
    let place = apart * FINE;
    let step = place as usize;
    let t = place - step as f64;
    let ((before, rise), (after, fall)) = (TABLE[step], TABLE[step + 1]);
    let rest = 1.0 - t;
    before * (1.0 + 2.0 * t) * rest * rest
        + after * (3.0 - 2.0 * t) * t * t
        + (rise * rest - fall * t) * t * rest / FINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_enough() {
        for at in 0..40_000 {
            let (a, b) = (-3.7, -3.7 - f64::from(at) / 1_111.0);
            let exact = a + (b - a).exp().ln_1p();
            assert!((add(a, b) - exact).abs() < 1e-10 && (add(b, a) - exact).abs() < 1e-10, "{b}");
        }
    }

    #[test]
    fn what_cannot_be_adds_nothing() {
        let never = f64::NEG_INFINITY;
        assert_eq!((add(never, never), add(never, -2.0), add(-2.0, never)), (never, -2.0, -2.0));
        assert_eq!(add(0.0, 0.0), 2f64.ln());
    }
}
