//! What stands around a text: for people and machines who translate it.

use handback_core::catalog::notation;
use handback_core::text::limits::head;

use super::{LocaleView, UnitView};

/// Neighbors are cut after so many bytes: they are there to be recognized.
const LONGEST: usize = 300;

/// Section, row and kind of a text: `General › App name (cell)`.
pub fn section(unit: UnitView<'_>) -> String {
    one_line(&unit.page.document().place(unit.unit))
}

/// The texts before and after a text in its document.
pub fn neighbors(unit: UnitView<'_>) -> [Option<UnitView<'_>>; 2] {
    let is_other = |other: &UnitView<'_>| other.id != unit.id;
    let before = unit.page.units().take_while(|other| other.at < unit.at).filter(is_other).last();
    let after = unit.page.units().find(|other| other.at > unit.at && is_other(other));
    [before, after]
}

/// A text as people read it, and its translation if that is current.
pub fn both(locale: LocaleView<'_>, unit: UnitView<'_>) -> (String, Option<String>) {
    let standings = locale.standings();
    let standing = standings.as_read(unit.page.name(), unit.id);
    let translation = standing.translation().filter(|translation| translation.current);
    let english = one_line(&notation::shown(unit.english()));
    (english, translation.map(|translation| one_line(&translation.pattern.shown())))
}

/// A text on one line, cut where it is long.
pub fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match head(&line, LONGEST) {
        whole if whole.len() == line.len() => line,
        cut => format!("{cut}…"),
    }
}
