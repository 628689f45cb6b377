//! Printing for people: color only where the stream is a terminal and NO_COLOR is not set.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use indicatif::{ProgressBar, ProgressStyle};
use rustc_hash::FxHashMap;

pub use handback_core::text::count::counted as plural;

use super::failure::Failure;
use handback::commands::progress::Progress;
use handback::problem::{Problems, Weight, shown};
use handback::report::{json, plain};
use handback::snapshot::counts::{Counts, LocaleCounts};

pub const GREEN: Style = AnsiColor::Green.on_default();
pub const CYAN: Style = AnsiColor::Cyan.on_default();
pub const YELLOW: Style = AnsiColor::Yellow.on_default();
pub const RED: Style = AnsiColor::Red.on_default();
pub const BOLD: Style = Style::new().bold();
pub const DIM: Style = Style::new().dimmed();
/// Words that went, and words that came.
pub const OLD: Style = AnsiColor::Red.on_default().strikethrough();
pub const NEW: Style = AnsiColor::Green.on_default().bold();

const BAR_WIDTH: usize = 24;

/// How much is said to people of what was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: problems are on standard error.
    Problems,
    /// How many files were written.
    Sums,
    /// Which they are.
    Files,
}

/// Said once, before a command runs; as color, it holds for all that is printed.
static DETAIL: OnceLock<Detail> = OnceLock::new();

pub fn set_detail(detail: Detail) {
    let _ = DETAIL.set(detail);
}

fn detail() -> Detail {
    DETAIL.get().copied().unwrap_or(Detail::Sums)
}

/// Where a command says what it did: standard output, or nowhere.
pub fn done() -> Box<dyn Write> {
    match detail() {
        Detail::Problems => Box::new(io::sink()),
        Detail::Sums | Detail::Files => Box::new(anstream::stdout().lock()),
    }
}

/// A heading that counts files, and the files if these are wanted.
pub fn files(out: &mut dyn Write, heading: &str, list: &[PathBuf]) -> io::Result<()> {
    match detail() {
        Detail::Files => paths(out, &format!("{heading}:"), list, usize::MAX),
        Detail::Problems | Detail::Sums => writeln!(out, "{heading}."),
    }
}

/// Control characters of a text made visible, so that no file name or text can drive the terminal.
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// A message for standard error, which runners of workflows read as well: no line of it is a command to them.
fn for_log(message: &str) -> String {
    let line = |line: &str| {
        let line = plain::harmless(line);
        if line.trim_start().starts_with("::") { format!("| {line}") } else { line.into_owned() }
    };
    message.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// What every command's JSON has in common: these keys, then the command's own.
#[derive(serde::Serialize)]
struct Envelope<'a, T> {
    version: u32,
    command: &'a str,
    #[serde(flatten)]
    own: T,
}

/// The report of a command that writes, and whether it wrote.
#[derive(serde::Serialize)]
pub struct Run<'a, T> {
    pub dry_run: bool,
    #[serde(flatten)]
    pub report: &'a T,
}

/// Output of a command as JSON: of an object, the keys.
pub fn json(command: &str, own: &impl serde::Serialize) -> Result<(), Failure> {
    machine(&Envelope { version: 1, command, own })
}

/// Output for programs in a form that others define, as JSON with a final line end.
pub fn machine(value: &impl serde::Serialize) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    json::write(&mut out, value)?;
    out.flush()?;
    Ok(())
}

/// Output for programs as it is.
pub fn raw(text: &str) -> Result<(), Failure> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(())
}

/// Output for programs, written as it is made.
pub fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    Ok(out.flush()?)
}

/// A line on standard error that counts what is done, where a person is looking.
pub fn progress(what: &'static str) -> impl Fn(usize, usize) + Sync {
    use std::io::IsTerminal as _;
    let is_watched = io::stderr().is_terminal();
    let step = |all: usize| (all / 100).max(1);
    move |done, all| {
        if is_watched && (done % step(all) == 0 || done == all) {
            let end = if done == all { "\n" } else { "" };
            let _ = write!(anstream::stderr(), "\r{done} of {all} {what}{end}");
        }
    }
}

/// One warning on standard error, about the output.
pub fn warning(message: &str) {
    let _ = writeln!(anstream::stderr(), "{YELLOW}warning{YELLOW:#}: {}", for_log(message));
}

/// One error on standard error.
pub fn error(message: &str) {
    let _ = writeln!(anstream::stderr(), "{RED}error{RED:#}: {}", for_log(message));
}

/// What a run met, on standard error.
pub fn problems(problems: &Problems) {
    /// Files of which the same is to be said are named up to here.
    const NAMED: usize = 5;
    let mut err = anstream::stderr().lock();
    let mut same: FxHashMap<&str, usize> = FxHashMap::default();
    problems.iter().for_each(|problem| *same.entry(problem.message.as_str()).or_default() += 1);
    let mut said: FxHashMap<&str, usize> = FxHashMap::default();
    for problem in problems.iter() {
        let (count, said) = (same[problem.message.as_str()], said.entry(problem.message.as_str()).or_default());
        *said += 1;
        if count > NAMED + 1 && *said > NAMED {
            if *said == count {
                let _ =
                    writeln!(err, "{DIM}… and the same of {} more (`--format json` names all){DIM:#}", count - NAMED);
            }
            continue;
        }
        let (style, name) = match problem.weight {
            Weight::Error => (RED, "error"),
            Weight::Finding => (YELLOW, "finding"),
            Weight::Warning => (YELLOW, "warning"),
        };
        let _ = writeln!(err, "{style}{name}{style:#}: {}", for_log(&problem.to_string()));
    }
}

/// A bar of human, machine, stale and missing.
pub fn bar(counts: &Counts) -> String {
    let total = counts.total().max(1);
    let parts = [
        (GREEN, '█', counts.human),
        (CYAN, '▓', counts.machine),
        (YELLOW, '▓', counts.unproven),
        (YELLOW, '▒', counts.stale),
        (DIM, '░', counts.missing),
    ];
    let mut out = String::new();
    let (mut sum, mut drawn) = (0, 0);
    for (style, sign, count) in parts {
        sum += count;
        let to = (sum * BAR_WIDTH + total / 2) / total;
        if to > drawn {
            out.push_str(&format!("{style}{}{style:#}", sign.to_string().repeat(to - drawn)));
            drawn = to;
        }
    }
    out.push_str(&" ".repeat(BAR_WIDTH - drawn));
    out
}

/// `98 %`, never rounded up to 100.
pub fn percent(part: usize, total: usize) -> String {
    format!("{} %", (part * 100).checked_div(total).unwrap_or(100))
}

/// One line a locale: bar and counts.
pub fn locale_line(out: &mut dyn Write, locale: &str, width: usize, counts: &LocaleCounts) -> io::Result<()> {
    let by = &counts.by_message;
    let unproven = match by.unproven {
        0 => String::new(),
        count => format!(", {YELLOW}{count} unproven{YELLOW:#}"),
    };
    writeln!(
        out,
        "{BOLD}{locale:<width$}{BOLD:#}  {}  {:>5} current: {GREEN}{} human{GREEN:#}, {CYAN}{} machine{CYAN:#}{unproven}; {YELLOW}{} stale{YELLOW:#}, {} missing",
        bar(by),
        percent(by.current, by.total()),
        by.human,
        by.machine,
        by.stale,
        by.missing
    )?;
    if counts.unknown_english > 0 {
        writeln!(
            out,
            "{:width$}  {YELLOW}{} whose freshness is unproven{YELLOW:#}: adopted from pages whose English was not found",
            "", counts.unknown_english
        )?;
    }
    if counts.unpublished > 0 {
        let documents = plural(counts.documents, "document");
        writeln!(out, "{:width$}  {} of {documents} without a page: too little is translated", "", counts.unpublished)?;
    }
    if counts.stale_blocks > 0 {
        let blocks = plural(counts.stale_blocks, "stale block");
        writeln!(out, "{:width$}  {YELLOW}{blocks} of its own code{YELLOW:#}: the English code changed", "")?;
    }
    Ok(())
}

/// Paths of a list, the first few of many.
pub fn paths(out: &mut dyn Write, heading: &str, list: &[PathBuf], limit: usize) -> io::Result<()> {
    if list.is_empty() {
        return Ok(());
    }
    writeln!(out, "{heading}")?;
    let limit = if detail() == Detail::Files { usize::MAX } else { limit };
    for path in list.iter().take(limit) {
        writeln!(out, "  {}", shown(path))?;
    }
    if list.len() > limit {
        writeln!(out, "  {DIM}and {} more{DIM:#}", list.len() - limit)?;
    }
    Ok(())
}

/// A progress bar on standard error; it shows itself only on a terminal and if the work takes a while.
pub struct Bar(ProgressBar);

impl Bar {
    pub fn new() -> Self {
        let bar = ProgressBar::no_length();
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    pub fn finish(self) {
        self.0.finish_and_clear();
    }

    fn show(&self, what: &str, done: usize, total: usize) {
        if done == 1 {
            // A template of our own that cannot fail to parse.
            if let Ok(style) = ProgressStyle::with_template(&format!("{{bar:32}} {{pos}}/{{len}} {what}")) {
                self.0.set_style(style);
            }
        }
        self.0.set_length(total as u64);
        self.0.set_position(done as u64);
    }
}

impl Progress for Bar {
    fn rendered(&self, done: usize, total: usize) {
        self.show("documents", done, total);
    }

    fn translated(&self, done: usize, total: usize) {
        self.show("texts", done, total);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_message_is_a_command() {
        assert_eq!(for_log("a\n::error::b\n  ::c\n##[d]\u{1b}[2J"), "a\n| ::error::b\n|   ::c\n##\\[d]\\u{1b}[2J");
    }
}
