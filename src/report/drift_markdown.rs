//! Drift as Markdown, fit for a comment on a pull request.

use std::fmt::Write as _;

use handback_core::text::count::counted;
use handback_core::text::words::{self, Op, Stretch};

use crate::commands::diff::came::Came;
use crate::commands::diff::entry::{Entry, Kind};
use crate::commands::diff::{Drift, PageDiff};

/// GitHub refuses comments of more than 65,536 characters.
const MOST: usize = 60_000;

/// One heading, then an entry for each message, then the translations that came; ends early and says so where it would become
/// too long.
pub fn format(drift: &Drift) -> String {
    let mut out = format!("### Translations: {}\n", drift.headline());
    add(&mut out, drift.entries.iter().map(one), drift.entries.len());
    if !drift.came.is_empty() {
        let _ = writeln!(out, "\n#### {} came", counted(drift.came.len(), "translation"));
        add(&mut out, drift.came.iter().map(translation), drift.came.len());
    }
    let mut hidden = Vec::new();
    if drift.missing > 0 {
        hidden.push(format!("{} missing (`handback diff --missing`)", counted(drift.missing, "translation")));
    }
    if drift.carried > 0 {
        hidden.push(format!("{} kept after small changes (`handback diff --carried`)", drift.carried));
    }
    if !hidden.is_empty() {
        let _ = writeln!(out, "\nNot shown: {}.", hidden.join("; "));
    }
    out
}

/// Adds parts as long as there is room, and says how many had none.
fn add(out: &mut String, parts: impl Iterator<Item = String>, count: usize) {
    let mut room = MOST.saturating_sub(out.chars().count());
    for (index, part) in parts.enumerate() {
        let size = part.chars().count();
        if size > room {
            let _ = writeln!(out, "\n… and {} more: `handback diff` shows all.", count - index);
            return;
        }
        room -= size;
        out.push_str(&part);
    }
}

fn translation(came: &Came) -> String {
    let text = match &came.previous {
        Some(previous) => marked(&words::diff(previous, &came.translation)),
        None => format!("<ins>{}</ins>", escaped(&came.translation)),
    };
    format!(
        "\n**{}** `{}` at `{}`\n\n> {}\n>\n> {text}\n",
        escaped(&came.maker()),
        came.id,
        came.place(),
        escaped(&came.source)
    )
}

fn one(entry: &Entry) -> String {
    let id = entry.id.as_deref().map_or_else(String::new, |id| format!("`{id}` "));
    let (first, more) = entry.place_and_count();
    let mut out = format!("\n**{}** {id}at `{first}`{more}\n\n", entry.weight());
    let text = match (entry.kind, &entry.previous, &entry.source) {
        (Kind::Changed, ..) => marked(&entry.diff),
        (Kind::New | Kind::Untranslated, _, Some(source)) => format!("<ins>{}</ins>", escaped(source)),
        (Kind::Removed, Some(previous), _) => format!("<del>{}</del>", escaped(previous)),
        _ => String::new(),
    };
    let _ = writeln!(out, "> {text}\n");
    for side in &entry.locales {
        let translation = side.translation.as_deref().map_or_else(String::new, |text| format!(": {}", escaped(text)));
        let _ = writeln!(out, "- {}, {}{translation}", side.locale, side.words());
    }
    out
}

fn marked(diff: &[Stretch]) -> String {
    let mark = |stretch: &Stretch| match stretch.op {
        Op::Equal => escaped(&stretch.text),
        Op::Delete => format!("<del>{}</del>", escaped(&stretch.text)),
        Op::Insert => format!("<ins>{}</ins>", escaped(&stretch.text)),
    };
    diff.iter().map(mark).collect()
}

/// A text as itself: no markup, no link, nobody mentioned.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("<br>"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '@' => out.push_str("&#64;"),
            ':' => out.push_str("&#58;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '-' | '!' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
    out
}

/// Page diffs as fenced blocks.
pub fn pages(pages: &[PageDiff]) -> String {
    let mut out = match pages.len() {
        0 => "### Localized pages: nothing would change\n".to_owned(),
        1 => "### Localized pages: 1 would change\n".to_owned(),
        count => format!("### Localized pages: {count} would change\n"),
    };
    for (index, page) in pages.iter().enumerate() {
        // A fence has to be longer than any in the page.
        let longest = page.diff.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        let part = format!("\n{fence}diff\n{}{fence}\n", page.diff);
        if out.chars().count() + part.chars().count() > MOST {
            let _ = writeln!(out, "\n… and {} more.", pages.len() - index);
            break;
        }
        out.push_str(&part);
    }
    out
}
