//! Counts as a bar and as words.

use crate::snapshot::counts::Counts;

/// States from the best to the worst: the names of classes in the style sheet.
pub const STATES: [&str; 5] = ["human", "machine", "unproven", "stale", "missing"];

/// Counts in the order of [`STATES`].
pub fn parts(counts: &Counts) -> [usize; 5] {
    [counts.human, counts.machine, counts.unproven, counts.stale, counts.missing]
}

/// A bar of counts.
pub struct Bar(pub Counts);

/// A part of a bar, in hundredths of its length.
pub struct Segment {
    pub state: &'static str,
    pub count: usize,
    pub from: String,
    pub width: String,
}

impl Bar {
    /// How much is current, in percent: never rounded up.
    pub fn percent(&self) -> usize {
        percent(&self.0)
    }

    pub fn total(&self) -> usize {
        self.0.total()
    }

    /// Its parts; what is unproven only if there is any.
    pub fn segments(&self) -> Vec<Segment> {
        let total = self.0.total().max(1) as f64;
        let mut from = 0.0;
        let segment = |(state, count): (&'static str, usize)| {
            let (start, width) = (from, count as f64 * 100.0 / total);
            from += width;
            Segment { state, count, from: format!("{start:.2}"), width: format!("{width:.2}") }
        };
        let all: Vec<Segment> = STATES.into_iter().zip(parts(&self.0)).map(segment).collect();
        all.into_iter().filter(|part| part.count > 0 || part.state != "unproven").collect()
    }

    /// The bar in words.
    pub fn words(&self) -> String {
        let parts = self.segments().into_iter().map(|part| format!("{} {}", part.count, part.state));
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// How much is current, in percent: never rounded up; of nothing, all.
pub fn percent(counts: &Counts) -> usize {
    (counts.current * 100).checked_div(counts.total()).unwrap_or(100)
}

/// The class of a share, for cells of a table.
pub fn class(counts: &Counts) -> &'static str {
    match percent(counts) {
        _ if counts.stale + counts.missing == 0 => "whole",
        90.. => "most",
        50.. => "half",
        1.. => "some",
        0 => "none",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_says_what_it_shows() {
        let bar = Bar(Counts { current: 3, human: 1, machine: 2, unproven: 0, stale: 1, missing: 4 });
        assert_eq!(bar.words(), "1 human, 2 machine, 1 stale, 4 missing");
        assert_eq!((bar.percent(), bar.total(), class(&bar.0)), (37, 8, "some"));
        assert_eq!(bar.segments().last().map(|part| part.from.clone()).as_deref(), Some("50.00"));
        assert_eq!((percent(&Counts::default()), class(&Counts::default())), (100, "whole"));
    }
}
