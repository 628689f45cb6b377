//! Entries one a line: to find one, or to decide about many at once.

use std::collections::{BTreeSet, HashMap};

use handback_core::catalog::notation::shown;

use super::act::Next;
use super::keys::Key;
use super::line;
use super::tty::Tty;
use super::walk::{Kind, Message, Name, Walk};
use super::wrap::{Span, wrap};
use crate::cli::failure::Failure;
use crate::cli::ui;
use handback::review::counts;
use handback::review::decision::Refusal;
use handback::review::many::{Mass, Sorted};
use handback::review::queue::Entry;
use handback::review::session::{Session, Target};

/// Messages that are named for each reason why they are left.
const NAMED: usize = 4;

/// A line.
struct Row {
    /// `None` for what is only remembered: there is nothing to open.
    name: Option<Name>,
    status: &'static str,
    english: String,
    translation: String,
}

/// A list on the screen.
struct List {
    heading: String,
    rows: Vec<Row>,
    at: usize,
    /// The first row that is shown.
    from: usize,
    chosen: BTreeSet<usize>,
    said: Option<String>,
}

/// All entries of the walk.
pub fn queue(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty) -> Result<Option<Next>, Failure> {
    let names = walk.names();
    let mut rows: HashMap<Name, Row> = session.queue(walk.locale).iter().map(row).filter_map(named).collect();
    let rows = names.iter().filter_map(|name| rows.remove(name)).collect();
    let heading = format!("{} in the list", counts::of_ids(names.iter().map(|(_, id)| &**id)));
    run(session, walk, tty, List::new(heading, rows, walk.at()))
}

/// Asks for words, and lists what holds them.
pub fn search(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty) -> Result<Option<Next>, Failure> {
    let above = "Words to find, in all texts, both languages, every state, and the translation memory:";
    let words = line::ask(tty, |width| wrap(&[Span::plain(above)], width), "")?;
    let Some(words) = words.filter(|words| !words.trim().is_empty()) else { return Ok(None) };
    let found = session.concordance(walk.locale, &words);
    let entries = session.queue(walk.locale);
    let mut rows: Vec<Row> = found.entries.iter().map(|at| row(&entries[*at])).collect();
    let messages = counts::of_ids(found.entries.iter().map(|at| &*entries[*at].id));
    let own = rows.len();
    rows.extend(found.remembered.iter().map(|old| Row {
        name: None,
        status: if old.is_obsolete { "gone" } else { "memory" },
        english: old.english.clone(),
        translation: old.translation.clone(),
    }));
    let besides = match rows.len() - own {
        0 => String::new(),
        remembered => format!(" and {remembered} remembered"),
    };
    let heading = format!("{messages}{besides} with “{}”", words.trim());
    let mut list = List::new(heading, rows, 0);
    if !found.unread.is_empty() {
        list.said = Some(format!("not searched: {}", found.unread.join("; ")));
    }
    run(session, walk, tty, list)
}

fn named(row: Row) -> Option<(Name, Row)> {
    row.name.clone().map(|name| (name, row))
}

fn row(entry: &Entry) -> Row {
    Row {
        name: Some((entry.key.clone(), entry.id.clone())),
        status: entry.status.name(),
        english: shown(&entry.english).into_owned(),
        translation: entry.shown(),
    }
}

fn run(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty, mut list: List) -> Result<Option<Next>, Failure> {
    loop {
        let room = list.draw(tty)?;
        list.said = None;
        match tty.key() {
            Key::Down | Key::Char('j') => list.go(1),
            Key::Up | Key::Char('k') => list.go(-1),
            Key::PageDown => list.go(room.cast_signed()),
            Key::PageUp => list.go(-room.cast_signed()),
            Key::Home => list.go(isize::MIN),
            Key::End => list.go(isize::MAX),
            Key::Char(' ') => list.choose(),
            Key::Char('*') => list.choose_all(),
            Key::Enter => {
                if let Some(name) = list.rows.get(list.at).and_then(|row| row.name.clone()) {
                    walk.visit(&name);
                    return Ok(None);
                }
            }
            Key::Char(key @ ('a' | 'v' | 'd' | 'r')) => {
                if let Some(next) = decide(session, walk, tty, (&mut list, mass(key)))? {
                    return Ok(next);
                }
            }
            Key::Escape | Key::Interrupt | Key::Char('q' | 'l' | 'b') | Key::Control('d') => return Ok(None),
            _ => {}
        }
    }
}

fn mass(key: char) -> Mass {
    match key {
        'v' => Mass::StillValid,
        'd' => Mass::AcceptDraft,
        'r' => Mass::Reject,
        _ => Mass::Approve,
    }
}

impl List {
    fn new(heading: String, rows: Vec<Row>, at: usize) -> Self {
        let at = at.min(rows.len().saturating_sub(1));
        Self { heading, rows, at, from: 0, chosen: BTreeSet::new(), said: None }
    }

    fn go(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows).min(self.rows.len().saturating_sub(1));
    }

    fn choose(&mut self) {
        if self.rows.get(self.at).is_some_and(|row| row.name.is_some()) && !self.chosen.remove(&self.at) {
            self.chosen.insert(self.at);
        }
        self.go(1);
    }

    /// Chooses all, or none if all are chosen.
    fn choose_all(&mut self) {
        let all: BTreeSet<usize> =
            self.rows.iter().enumerate().filter(|(_, row)| row.name.is_some()).map(|(index, _)| index).collect();
        self.chosen = if self.chosen == all { BTreeSet::new() } else { all };
    }

    /// Draws the list; returns how many rows there is room for.
    fn draw(&mut self, tty: &Tty) -> Result<usize, Failure> {
        let (width, height) = tty.size();
        let chosen = self.chosen.len();
        let heading = if chosen > 0 { format!("{} · {chosen} selected", self.heading) } else { self.heading.clone() };
        let mut lines = wrap(&[Span::new(ui::BOLD, &heading)], width);
        let keys = "Enter opens, space selects, * selects all; a approves, v still valid, d accepts drafts, r rejects what is \
                    selected; q goes back";
        let mut foot = match &self.said {
            Some(said) => wrap(&[Span::new(ui::YELLOW, said)], width),
            None => Vec::new(),
        };
        foot.extend(wrap(&[Span::new(ui::DIM, keys)], width));
        let room = height.saturating_sub(lines.len() + foot.len()).max(1);
        self.from = self.from.clamp((self.at + 1).saturating_sub(room), self.at);
        for (index, row) in self.rows.iter().enumerate().skip(self.from).take(room) {
            lines.push(self.line(index, row, width));
        }
        lines.resize(height.saturating_sub(foot.len()).max(lines.len()), String::new());
        lines.extend(foot);
        lines.truncate(height);
        tty.draw(&lines)?;
        Ok(room)
    }

    fn line(&self, index: usize, row: &Row, width: usize) -> String {
        let here = if index == self.at { "> " } else { "  " };
        let mark = match (&row.name, self.chosen.contains(&index)) {
            (None, _) => "   ",
            (_, true) => "[x]",
            (_, false) => "[ ]",
        };
        let head = format!("{here}{mark} {:<8} ", row.status);
        let left = width.saturating_sub(head.len());
        let (english, translation) = (left / 2, left - left / 2 - 1);
        let cut = |text: &str, columns: usize| {
            let text = Span::plain(text).text.replace('\n', " ");
            let text = console::truncate_str(&text, columns, "…").into_owned();
            console::pad_str(&text, columns, console::Alignment::Left, None).into_owned()
        };
        let style = if index == self.at { ui::BOLD } else { anstyle::Style::new() };
        let (cyan, english, translation) = (ui::CYAN, cut(&row.english, english), cut(&row.translation, translation));
        format!("{style}{head}{english}{style:#} {cyan}{}{cyan:#}", translation.trim_end())
    }
}

/// Asks about what is selected, and decides. `Some` ends the list.
fn decide(
    session: &mut Session<'_>,
    walk: &mut Walk,
    tty: &mut Tty,
    (list, mass): (&mut List, Mass),
) -> Result<Option<Option<Next>>, Failure> {
    if list.chosen.is_empty() {
        list.said = Some("nothing is selected: space selects the line, * selects all".into());
        return Ok(None);
    }
    let names: BTreeSet<&Name> = list.chosen.iter().filter_map(|index| list.rows[*index].name.as_ref()).collect();
    let entries = session.queue(walk.locale).iter().enumerate();
    let is_chosen = |entry: &Entry| names.contains(&(entry.key.clone(), entry.id.clone()));
    let places: Vec<usize> = entries.filter(|(_, entry)| is_chosen(entry)).map(|(at, _)| at).collect();
    let sorted = session.sort(walk.locale, &places, mass);
    if !is_wanted(tty, mass, &sorted)? {
        return Ok(None);
    }
    let result = {
        let _writing = tty.writing();
        session.decide_many(&sorted.taken, mass, &walk.by)
    };
    match result {
        Ok((taken, decided)) => {
            let left = sorted.left.len() + decided.left.len();
            let left = match left {
                0 => String::new(),
                1 => "; 1 left as it is".to_owned(),
                left => format!("; {left} left as they are"),
            };
            let done = counts::of_ids(decided.taken.iter().map(|target| &*target.id));
            walk.shown.message = Some(Message::Good(format!("{}: {done}{left}", mass.done().to_lowercase())));
            let kind = if mass == Mass::Reject { Kind::Rejected } else { Kind::Approved };
            taken.into_iter().for_each(|taken| walk.decided(taken, kind));
            Ok(Some(None))
        }
        Err(Refusal::Changed) => {
            walk.shown.message =
                Some(Message::Bad("files changed meanwhile, and nothing was decided: try again".into()));
            Ok(Some(Some(Next::Reopen)))
        }
        Err(refusal) => {
            list.said = Some(refusal.to_string());
            Ok(None)
        }
    }
}

/// Shows what would be decided and what is left, and asks.
fn is_wanted(tty: &mut Tty, mass: Mass, sorted: &Sorted) -> Result<bool, Failure> {
    loop {
        let (width, height) = tty.size();
        let mut lines = question(mass, sorted, width);
        let can = !sorted.taken.is_empty();
        let keys = if can { "y decides, any other key goes back" } else { "Any key goes back" };
        lines.truncate(height.saturating_sub(2));
        lines.push(String::new());
        lines.extend(wrap(&[Span::new(ui::DIM, keys)], width));
        tty.draw(&lines)?;
        match tty.key() {
            Key::Resized => {}
            Key::Char('y') => return Ok(can),
            _ => return Ok(false),
        }
    }
}

fn question(mass: Mass, sorted: &Sorted, width: usize) -> Vec<String> {
    let named = |targets: &[&Target], count: usize| {
        let names: Vec<&str> = targets.iter().map(|target| &*target.id).collect();
        let more = if count > names.len() { ", …" } else { "" };
        format!("{}{more}", names.join(", "))
    };
    let count = sorted.taken.len();
    let asked = format!("{} {}?", mass.verb(), counts::of_ids(sorted.taken.iter().map(|target| &*target.id)));
    let mut lines = wrap(&[Span::new(ui::BOLD, &asked)], width);
    let first: Vec<&Target> = sorted.taken.iter().take(NAMED).collect();
    lines.extend(wrap(&[Span::plain(&named(&first, count))], width));
    if !sorted.left.is_empty() {
        lines.push(String::new());
        lines.extend(wrap(
            &[Span::new(
                ui::YELLOW,
                &format!("{} left:", counts::of_ids(sorted.left.iter().map(|(target, _)| &*target.id))),
            )],
            width,
        ));
        for (why, count, first) in sorted.reasons(NAMED) {
            lines.extend(wrap(&[Span::plain(&format!("{count}  {why}: {}", named(&first, count)))], width));
        }
    }
    lines
}
