//! How a locale came along, as an area for each state: an SVG of our own, with the numbers beside it as a table.

use handback_core::text::date::Date;

use super::bar::{STATES, parts, percent};
use crate::commands::site::Site;
use crate::commands::site::history::Gap;
use crate::snapshot::counts::Counts;

const WIDTH: f64 = 600.0;
const HEIGHT: f64 = 150.0;

/// The chart of a locale.
pub struct Chart {
    pub areas: Vec<Area>,
    pub rows: Vec<Row>,
    /// The most messages at any time: the top of the chart.
    pub most: usize,
    /// What the chart says, in a sentence.
    pub says: String,
}

/// The area of a state, as points of a polygon.
pub struct Area {
    pub state: &'static str,
    pub points: String,
}

/// The numbers of a day.
pub struct Row {
    pub date: Date,
    pub percent: usize,
    pub counts: Counts,
}

/// The chart of a locale, by its place among those of the site; `None` where fewer than two days are known.
pub fn of_locale(site: &Site<'_>, index: usize) -> Option<Chart> {
    let mut known: Vec<(Date, Counts)> = Vec::new();
    let past = site.past.points.iter().filter_map(|point| Some((point.date, point.counts[index]?)));
    let now = site.as_of.zip(site.locales[index].counts.as_ref()).map(|(date, counts)| (date, counts.by_message));
    if site.past.points.is_empty() {
        return None;
    }
    for (date, counts) in past.chain(now) {
        // What a day came to in the end.
        known.retain(|(other, _)| *other < date);
        known.push((date, counts));
    }
    (known.len() > 1).then(|| Chart::new(&known))
}

impl Chart {
    fn new(days: &[(Date, Counts)]) -> Self {
        let most = days.iter().map(|(_, counts)| counts.total()).max().unwrap_or(0);
        let (first, last) = (days[0], days[days.len() - 1]);
        let span = last.0.days_since(first.0).max(1) as f64;
        let x = |date: Date| WIDTH * date.days_since(first.0) as f64 / span;
        let y = |count: usize| HEIGHT * (1.0 - count as f64 / most.max(1) as f64);
        let area = |(at, state): (usize, &'static str)| {
            let sum = |counts: &Counts, upto: usize| parts(counts)[..upto].iter().sum::<usize>();
            let upper = days.iter().map(|(date, counts)| (x(*date), y(sum(counts, at + 1))));
            let lower = days.iter().rev().map(|(date, counts)| (x(*date), y(sum(counts, at))));
            let points: Vec<String> = upper.chain(lower).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            Area { state, points: points.join(" ") }
        };
        let is_used = |at: &usize| days.iter().any(|(_, counts)| parts(counts)[*at] > 0);
        let areas = (0..STATES.len()).filter(is_used).map(|at| area((at, STATES[at]))).collect();
        let says = format!("Current: {} % on {}, {} % on {}", percent(&first.1), first.0, percent(&last.1), last.0);
        let row = |(date, counts): &(Date, Counts)| Row { date: *date, percent: percent(counts), counts: *counts };
        Self { areas, rows: days.iter().rev().map(row).collect(), most, says }
    }

    pub fn first(&self) -> Date {
        self.rows.last().map_or(Date::UNKNOWN, |row| row.date)
    }

    pub fn last(&self) -> Date {
        self.rows.first().map_or(Date::UNKNOWN, |row| row.date)
    }
}

/// What is not known of the history, in a sentence.
pub fn gap(site: &Site<'_>) -> Option<String> {
    let first = site.past.points.first().map(|point| point.date);
    Some(match (site.past.gap?, first) {
        (Gap::NotCommitted, _) => "There is no history: git holds no commit of the catalog here.".to_owned(),
        (Gap::Shallow, Some(first)) => {
            format!(
                "The clone is shallow: what was before {first} is not known here. Fetch the whole history to see it."
            )
        }
        (Gap::Shallow, None) => "The clone is shallow: the history is not known here.".to_owned(),
        (Gap::Unreadable(count), _) => {
            format!("At {count} of the points in time files could not be read: these are left out of the charts.")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_lie_on_each_other() {
        let counts = |human, missing| Counts { current: human, human, missing, ..Counts::default() };
        let day = |day| Date::constant(2026, 1, day);
        let chart = Chart::new(&[(day(1), counts(0, 10)), (day(11), counts(5, 5)), (day(21), counts(20, 0))]);
        let areas: Vec<(&str, &str)> = chart.areas.iter().map(|area| (area.state, &*area.points)).collect();
        assert_eq!(
            areas,
            [
                ("human", "0.0,150.0 300.0,112.5 600.0,0.0 600.0,150.0 300.0,150.0 0.0,150.0"),
                ("missing", "0.0,75.0 300.0,75.0 600.0,0.0 600.0,0.0 300.0,112.5 0.0,150.0"),
            ]
        );
        assert_eq!(chart.says, "Current: 0 % on 2026-01-01, 100 % on 2026-01-21");
        assert_eq!((chart.most, chart.first(), chart.last(), chart.rows.len()), (20, day(1), day(21), 3));
    }
}
