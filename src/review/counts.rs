//! How far a locale or a document is, and the bar that shows it.

use handback_core::text::count::counted;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::queue::Status;
use crate::snapshot::counts;

/// How many messages ids are of; a message has wordings for single documents besides where its id comes again.
pub fn of_ids<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    let mut known = FxHashSet::default();
    let all = ids.map(|id| known.insert(id)).count();
    let messages = counted(known.len(), "message");
    match all - known.len() {
        0 => messages,
        more => format!("{messages} with {}", counted(more, "more wording")),
    }
}

/// How many messages, or units, are in each state.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Counts([usize; 5]);

/// A part of a bar, in hundredths of its length.
pub struct Segment {
    pub state: &'static str,
    pub count: usize,
    pub from: String,
    pub width: String,
}

impl From<&counts::Counts> for Counts {
    fn from(counts: &counts::Counts) -> Self {
        let mut all = Self::default();
        all.0[Status::Human as usize] = counts.human;
        all.0[Status::Machine as usize] = counts.machine;
        all.0[Status::Unproven as usize] = counts.unproven;
        all.0[Status::Stale as usize] = counts.stale;
        all.0[Status::Missing as usize] = counts.missing;
        all
    }
}

impl Counts {
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    pub fn extend(&mut self, others: &Self) {
        self.0.iter_mut().zip(others.0).for_each(|(own, other)| *own += other);
    }

    pub fn get(&self, status: Status) -> usize {
        self.0[status as usize]
    }

    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Share of what is current, in whole hundredths: never 100 before all is.
    pub fn current(&self) -> usize {
        let current = self.get(Status::Unproven) + self.get(Status::Machine) + self.get(Status::Human);
        (current * 100).checked_div(self.total()).unwrap_or(100)
    }

    /// The bar from what is best to what is worst.
    pub fn segments(&self) -> Vec<Segment> {
        let total = self.total().max(1) as f64;
        let mut from = 0.0;
        let order = [Status::Human, Status::Machine, Status::Unproven, Status::Stale, Status::Missing];
        let segment = |status: Status| {
            let width = self.get(status) as f64 * 100.0 / total;
            let start = from;
            from += width;
            let (from, width) = (format!("{start:.2}"), format!("{width:.2}"));
            Segment { state: status.name(), count: self.get(status), from, width }
        };
        order.into_iter().map(segment).collect()
    }

    /// The bar in words; what is unproven is named only if there is any.
    pub fn words(&self) -> String {
        let parts = self.segments().into_iter();
        let parts = parts
            .filter(|part| part.count > 0 || part.state != Status::Unproven.name())
            .map(|part| format!("{} {}", part.count, part.state));
        parts.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_goes_from_the_best_to_the_worst() {
        let counts = counts::Counts { human: 1, machine: 2, unproven: 0, stale: 0, missing: 1, current: 3 };
        let counts = Counts::from(&counts);
        assert_eq!(counts.words(), "1 human, 2 machine, 0 stale, 1 missing");
        assert_eq!((counts.total(), counts.current()), (4, 75));
        let bar: Vec<String> =
            counts.segments().into_iter().map(|part| format!("{}+{}", part.from, part.width)).collect();
        assert_eq!(bar, ["0.00+25.00", "25.00+50.00", "75.00+0.00", "75.00+0.00", "75.00+25.00"]);
        assert_eq!(Counts::default().current(), 100);
    }
}
