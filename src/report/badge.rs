//! A badge for each locale: how much of it is current.

use askama::Template;
use serde_json::json;

use crate::snapshot::counts::LocaleCounts;

#[derive(Template)]
#[template(path = "badge.svg", ext = "html")]
struct Badge<'a> {
    locale: &'a str,
    text: &'a str,
    color: &'static str,
    left: usize,
    right: usize,
    width: usize,
}

/// The SVG of a locale's badge.
pub fn svg(locale: &str, counts: &LocaleCounts) -> String {
    let (text, color) = (text(counts), color(counts));
    let (left, right) = (width_of(locale), width_of(&text));
    let badge = Badge { locale, text: &text, color, left, right, width: left + right };
    // Writing to a string cannot fail.
    badge.render().unwrap_or_default()
}

/// The same as shields.io asks for it: a badge in the look of others, at an address of one's own.
pub fn endpoint(locale: &str, counts: &LocaleCounts) -> String {
    let color = color(counts).trim_start_matches('#');
    let badge = json!({ "schemaVersion": 1, "label": locale, "message": text(counts), "color": color });
    format!("{badge}\n")
}

/// Dark enough for white letters (WCAG AA).
fn color(counts: &LocaleCounts) -> &'static str {
    let by = &counts.by_message;
    match () {
        () if by.missing + by.stale == 0 => "#1a7f37",
        () if by.current * 10 >= by.total() * 9 => "#4d6b00",
        () if by.current * 2 >= by.total() => "#9a6700",
        () => "#b42318",
    }
}

/// `98 % current, 3 stale`; never rounded up to 100.
fn text(counts: &LocaleCounts) -> String {
    let by = &counts.by_message;
    let percent = (by.current * 100).checked_div(by.total()).unwrap_or(100);
    match by.stale {
        0 => format!("{percent} % current"),
        stale => format!("{percent} % current, {stale} stale"),
    }
}

/// Room for a text in an 11 px sans-serif, with padding.
fn width_of(text: &str) -> usize {
    text.chars().count() * 7 + 12
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::counts::Counts;

    #[test]
    fn a_badge_says_what_is_current() {
        let counts = |current, stale, missing| LocaleCounts {
            by_message: Counts { current, human: current, machine: 0, unproven: 0, stale, missing },
            ..LocaleCounts::default()
        };
        assert!(svg("fr-FR", &counts(999, 1, 0)).contains("99 % current, 1 stale</text>"));
        let expected =
            "{\"schemaVersion\":1,\"label\":\"fr-FR\",\"message\":\"99 % current, 1 stale\",\"color\":\"4d6b00\"}\n";
        assert_eq!(endpoint("fr-FR", &counts(999, 1, 0)), expected);
        assert!(svg("fr-FR", &counts(0, 0, 0)).contains("100 % current</text>"));
        assert!(
            svg("<fr>", &counts(1, 0, 1)).contains("&#60;fr&#62;") && !svg("<fr>", &counts(1, 0, 1)).contains("<fr>")
        );
    }
}
