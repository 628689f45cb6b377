//! What an entry looks like.

use anstyle::Style;
use console::measure_text_width;
use handback_core::catalog::notation::shown;
use handback_core::catalog::state::State;
use handback_core::drift::severity::Severity;
use handback_core::memory::percent;
use handback_core::text::words::{self, Op, Stretch};

use super::keys;
use super::walk::{Message, Walk};
use super::wrap::{Span, hanging, wrap};
use crate::cli::ui;
use handback::commands::log::History;
use handback::review::queue::{self, Entry, Status};
use handback::review::session::{PageUnit, Session};
use handback::review::similar::Similar;
use handback::snapshot::own::Kind;

/// Columns of the names before the texts.
const INDENT: usize = 13;
/// Lines of a neighbour in the page.
const CONTEXT_LINES: usize = 2;

/// The lines of an entry, without the head and the foot of the screen.
pub fn entry(
    session: &Session<'_>,
    walk: &Walk,
    entry: &Entry,
    alike: &[Similar],
    width: usize,
    color: bool,
) -> Vec<String> {
    let mut out = Body { lines: Vec::new(), width };
    out.span(Span::new(ui::BOLD, &entry.id));
    out.span(Span::new(ui::DIM, &stands(session, walk, entry)));
    out.blank();
    english(&mut out, entry, color, walk.shown.unfolded);
    terms(&mut out, session, walk, entry);
    out.blank();
    translation(&mut out, entry);
    similar(&mut out, alike, entry, color);
    out.blank();
    context(&mut out, session, walk, entry);
    out.lines
}

/// Position, progress, and what the entry is.
pub fn head(locale: &str, walk: &Walk, entry: Option<&Entry>, width: usize) -> Vec<String> {
    let position = format!("{}/{} · {} decided", (walk.at() + 1).min(walk.len()), walk.len(), walk.done());
    let mut spans = vec![Span::new(ui::BOLD, locale), Span::plain("  "), Span::plain(&position)];
    if let Some(entry) = entry {
        spans.push(Span::plain("  "));
        spans.extend(state(entry));
    }
    wrap(&spans, width)
}

/// What there is besides what the entry says of itself.
#[derive(Clone, Copy)]
pub struct Can {
    /// Lines to scroll to.
    pub more: bool,
    /// Translations of similar texts.
    pub similar: bool,
    /// Texts that are not shown in full.
    pub folded: bool,
}

/// The message to the user, and the keys.
pub fn foot(walk: &Walk, entry: Option<&Entry>, can: Can, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    match &walk.shown.message {
        Some(Message::Good(text)) => lines.extend(wrap(&[Span::new(ui::GREEN, text)], width)),
        Some(Message::Bad(text)) => lines.extend(wrap(&[Span::new(ui::RED, text)], width)),
        None => {}
    }
    lines.extend(keys_line(entry, can, width));
    lines
}

/// The keys that make sense now; a short list is read, a long one is not.
fn keys_line(entry: Option<&Entry>, can: Can, width: usize) -> Vec<String> {
    let fits = |key: &str| match (key, entry) {
        ("↑↓", _) => can.more,
        ("f", _) => can.folded,
        ("b" | "u" | "l" | "/" | "?" | "q", _) => true,
        (_, None) => false,
        ("a", Some(entry)) => matches!(entry.status, Status::Unproven | Status::Machine | Status::Human),
        ("v", Some(entry)) => entry.status == Status::Stale,
        ("d", Some(entry)) => entry.draft.is_some(),
        ("m", Some(_)) => can.similar,
        ("r", Some(entry)) => entry.status != Status::Missing,
        _ => true,
    };
    let mut lines = vec![String::new()];
    let mut used = 0;
    for (key, word, _) in keys::HELP.iter().filter(|(key, ..)| fits(key)) {
        let wide = measure_text_width(key) + 1 + word.len();
        if used > 0 && used + 2 + wide > width {
            lines.push(String::new());
            used = 0;
        }
        let (cyan, dim) = (ui::CYAN, ui::DIM);
        let blank = if used > 0 { "  " } else { "" };
        used += blank.len() + wide;
        if let Some(line) = lines.last_mut() {
            line.push_str(&format!("{blank}{cyan}{key}{cyan:#} {dim}{word}{dim:#}"));
        }
    }
    lines
}

/// The help.
pub fn help(width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (key, word, text) in keys::HELP {
        lines.extend(hanging(
            &Span::new(ui::CYAN, &format!("  {key:<3} {word}")),
            INDENT + 2,
            &[Span::plain(text)],
            width,
        ));
    }
    lines.push(String::new());
    lines.extend(wrap(&[Span::new(ui::DIM, "Any key goes back.")], width));
    lines
}

/// Shown behind the last entry.
pub fn end(width: usize) -> Vec<String> {
    let text = "That was the last entry. b goes back, u takes the last decision back, q ends.";
    let mut lines = vec![String::new()];
    lines.extend(wrap(&[Span::plain(text)], width));
    lines
}

struct Body {
    lines: Vec<String>,
    width: usize,
}

impl Body {
    fn span(&mut self, span: Span) {
        self.lines.extend(wrap(&[span], self.width));
    }

    fn named(&mut self, name: &str, spans: &[Span]) {
        self.lines.extend(hanging(&Span::new(ui::DIM, name), INDENT, spans, self.width));
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }
}

fn state(entry: &Entry) -> Vec<Span> {
    let style = match entry.status {
        Status::Stale | Status::Unproven => ui::YELLOW,
        Status::Missing => ui::RED,
        Status::Machine => ui::CYAN,
        Status::Human => ui::GREEN,
    };
    let mut spans = vec![Span::new(style, entry.status.name())];
    if let Some((severity, rule)) = &entry.change {
        let style = match severity {
            Severity::Substantive => ui::RED,
            Severity::Mechanical => ui::YELLOW,
            Severity::Cosmetic => ui::DIM,
        };
        spans.push(Span::plain(" · "));
        spans.push(Span::new(style, &format!("{severity} ({rule})")));
    }
    if entry.is_override {
        spans.push(Span::plain(" · wording of one document"));
    }
    match entry.own {
        Some(Kind::Addition) => spans.push(Span::plain(" · addition")),
        Some(Kind::Block) => spans.push(Span::plain(" · code of its own")),
        None => {}
    }
    spans
}

/// The place that is shown: one that the filter of paths names, else the first.
fn place(session: &Session<'_>, walk: &Walk, entry: &Entry) -> (usize, usize) {
    let documents = session.documents();
    let is_meant = walk.filter.path.as_deref().map(queue::names);
    let is_meant = |name: &str| is_meant.as_ref().is_none_or(|is_meant| is_meant(name));
    let named = entry.places.iter().find(|(document, _)| is_meant(documents[*document]));
    named.copied().unwrap_or(entry.places[0])
}

fn stands(session: &Session<'_>, walk: &Walk, entry: &Entry) -> String {
    let (document, unit) = place(session, walk, entry);
    let line = session.line(document, unit);
    let name = session.documents()[document];
    match entry.documents {
        1 if entry.places.len() > 1 => format!("{name}:{line}, {} times", entry.places.len()),
        1 => format!("{name}:{line}"),
        documents => format!("{name}:{line} and {}", ui::plural(documents - 1, "more document")),
    }
}

/// Characters of unchanged text at each end that stay when a long text is folded.
const KEPT: usize = 60;

/// Whether the English of an entry has long stretches that did not change.
pub fn is_foldable(entry: &Entry) -> bool {
    let long = |text: &str| text.chars().count() > 4 * KEPT;
    entry.previous.as_deref().is_some_and(|previous| long(previous) && previous != entry.english)
}

/// A stretch that did not change, without its middle if it is long.
fn folded(stretch: &Stretch) -> Stretch {
    let chars: Vec<char> = stretch.text.chars().collect();
    if stretch.op != Op::Equal || chars.len() <= 3 * KEPT {
        return stretch.clone();
    }
    let (head, tail) = (chars[..KEPT].iter(), chars[chars.len() - KEPT..].iter());
    Stretch { op: Op::Equal, text: head.chain([' ', '…', ' '].iter()).chain(tail).collect() }
}

/// The terms of the glossary in the English, before anybody types.
fn terms(out: &mut Body, session: &Session<'_>, walk: &Walk, entry: &Entry) {
    for (index, term) in session.terms(walk.locale, entry).into_iter().enumerate() {
        let called = match &term.translation {
            Some(translation) => format!("{} → {translation}", term.term),
            None if term.do_not_translate => format!("{} is not translated", term.term),
            None => term.term.clone(),
        };
        let forbidden = term.forbidden.join(", ");
        let forbidden = if forbidden.is_empty() { forbidden } else { format!("; not: {forbidden}") };
        let notes = [&term.definition, &term.note].into_iter().flatten().map(|note| format!("; {note}"));
        let rest = Span::new(ui::DIM, &(forbidden + &notes.collect::<String>()));
        out.named(if index == 0 { "Glossary" } else { "" }, &[Span::plain(&called), rest]);
    }
}

/// What was the translation of an entry, the newest first.
pub fn history(history: &History, entry: &Entry, width: usize) -> Vec<String> {
    let mut out = Body { lines: Vec::new(), width };
    out.span(Span::new(ui::BOLD, &format!("History of {}", entry.id)));
    if history.entries.is_empty() {
        out.span(Span::plain("There is no translation, and there was none."));
    }
    for past in &history.entries {
        out.blank();
        let by = if past.kind == "question" { "by" } else { "approved by" };
        let mut about = vec![past.kind.to_owned()];
        about.extend(past.origin.as_ref().map(ToString::to_string));
        about.extend(past.reviewer.as_ref().map(|name| format!("{by} {name}")));
        about.extend(past.author.as_ref().map(|name| format!("committed by {name}")));
        about.extend(past.replaced.then(|| "replaced since".to_owned()));
        out.named(&past.date.to_string(), &[Span::new(ui::CYAN, &about.join(", "))]);
        for (name, text) in [("text", &past.text), ("from", &past.english), ("note", &past.note)] {
            text.iter().for_each(|text| out.named(&format!("  {name}"), &[Span::plain(text)]));
        }
    }
    out.blank();
    out.span(Span::new(ui::DIM, "Any key goes back; the arrows scroll."));
    out.lines
}

fn english(out: &mut Body, entry: &Entry, color: bool, unfolded: bool) {
    if entry.own == Some(Kind::Addition) {
        out.named("English", &[Span::new(ui::DIM, "none: the document has this beyond it")]);
        return;
    }
    let today = shown(&entry.english);
    let Some(previous) = entry.previous.as_deref().filter(|previous| *previous != entry.english) else {
        out.named("English", &[Span::plain(&today)]);
        return;
    };
    let diff = words::diff(&shown(previous), &today);
    for (name, side) in [("English was", Op::Delete), ("English now", Op::Insert)] {
        let stretches = diff.iter().filter(|stretch| stretch.op == Op::Equal || stretch.op == side);
        let shown = |stretch: &Stretch| if unfolded { stretch.clone() } else { folded(stretch) };
        let spans: Vec<Span> = stretches.map(|stretch| marked(&shown(stretch), color)).collect();
        out.named(name, &spans);
    }
}

fn translation(out: &mut Body, entry: &Entry) {
    match &entry.translation {
        Some(_) => out.named("Translation", &[Span::plain(&entry.shown())]),
        None => out.named("Translation", &[Span::new(ui::DIM, "none")]),
    }
    if let Some(state) = &entry.state {
        out.named("", &[Span::new(ui::DIM, &made(state))]);
    }
    if let Some(draft) = &entry.draft {
        let origin = Span::new(ui::DIM, &format!("  ({})", draft.origin));
        out.named("Draft", &[Span::new(ui::CYAN, &shown(&draft.text)), origin]);
    }
    if let Some(note) = entry.remark() {
        out.named("Note", &[Span::new(ui::YELLOW, &note)]);
    }
    for (index, other) in entry.others.iter().enumerate() {
        out.named(if index == 0 { "Elsewhere" } else { "" }, &[Span::plain(&shown(other))]);
    }
}

/// Translations of similar texts, the words marked that this English does not have or has besides.
fn similar(out: &mut Body, found: &[Similar], entry: &Entry, color: bool) {
    let today = shown(&entry.english);
    for similar in found {
        let diff = words::diff(&shown(&similar.english), &today);
        let spans: Vec<Span> = diff.iter().map(|stretch| marked(stretch, color)).collect();
        let name =
            if similar.score < 1.0 { format!("Similar {}", percent(similar.score)) } else { "Same text".to_owned() };
        out.named(&name, &spans);
        let from = Span::new(ui::DIM, &format!("  ({})", similar.from));
        out.named("", &[Span::new(ui::CYAN, &similar.translation.shown()), from]);
    }
}

/// A stretch of a text, marked by color or by signs.
fn marked(stretch: &Stretch, color: bool) -> Span {
    let (style, before, after) = match stretch.op {
        Op::Equal => return Span::plain(&stretch.text),
        Op::Delete => (ui::OLD, "[-", "-]"),
        Op::Insert => (ui::NEW, "{+", "+}"),
    };
    match color {
        true => Span::new(style, &stretch.text),
        false => Span::plain(&format!("{before}{}{after}", stretch.text)),
    }
}

/// Who made a translation, and when.
fn made(state: &State) -> String {
    let mut text = format!("{}, {}, {}", state.kind.name(), state.origin, state.date);
    if let Some(reviewer) = &state.reviewer {
        text.push_str(&format!(", {reviewer}"));
    }
    if let Some(since) = &state.since {
        text.push_str(&format!("; stale since {since}"));
    }
    text
}

/// The units around the entry, in both languages.
fn context(out: &mut Body, session: &Session<'_>, walk: &Walk, entry: &Entry) {
    let (document, unit) = place(session, walk, entry);
    let page = session.page(walk.locale, document);
    let at = page.iter().position(|other| other.unit == unit).unwrap_or(0);
    if let Some(before) = at.checked_sub(1).and_then(|at| page.get(at)) {
        neighbour(out, "Before", before);
    }
    if let Some(after) = page.get(at + 1) {
        neighbour(out, "After", after);
    }
}

fn neighbour(out: &mut Body, name: &str, unit: &PageUnit) {
    short(out, name, ui::DIM, &unit.english);
    if unit.is_translated && unit.localized != unit.english {
        short(out, if unit.is_stale { "  stale" } else { "" }, Style::new(), &unit.localized);
    }
}

/// The first lines of a text.
fn short(out: &mut Body, name: &str, style: Style, text: &str) {
    let from = out.lines.len();
    out.named(name, &[Span::new(style, text)]);
    if out.lines.len() > from + CONTEXT_LINES {
        out.lines.truncate(from + CONTEXT_LINES - 1);
        out.named("", &[Span::new(ui::DIM, "…")]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_did_not_change_is_folded_where_it_is_long() {
        let stretch = |op, text: &str| Stretch { op, text: text.to_owned() };
        let short = stretch(Op::Equal, &"é".repeat(3 * KEPT));
        assert_eq!(folded(&short), short);
        let changed = stretch(Op::Insert, &"é".repeat(9 * KEPT));
        assert_eq!(folded(&changed), changed, "what changed is shown in full");
        let long = stretch(Op::Equal, &format!("{}{}{}", "a".repeat(KEPT), "b".repeat(2 * KEPT), "c".repeat(KEPT)));
        assert_eq!(folded(&long).text, format!("{} … {}", "a".repeat(KEPT), "c".repeat(KEPT)));
    }
}
