//! Wording a translation again. What was typed is never lost: what is refused can be fixed, and what is given up
//! is there again with the next `e`.

use dialoguer::Editor;
use handback_core::catalog::notation::shown;

use super::keys::Key;
use super::line;
use super::tty::Tty;
use super::walk::Walk;
use super::wrap::{Span, hanging, wrap};
use crate::cli::failure::Failure;
use crate::cli::ui;
use handback::review::decision::{self, Refusal};
use handback::review::proof::Problem;
use handback::review::queue::Entry;
use handback::review::session::Session;
use handback::snapshot::own::Kind;

/// Everything from this line on is for the reader of the file.
const CUT: &str = "------------------------ >8 ------------------------";

/// What came of it.
pub enum Outcome {
    /// A wording to take.
    Text(String),
    /// Nothing new.
    Cancelled,
    /// Something new that is not to be taken now.
    GivenUp(String),
    /// The message is no longer what it was; this was typed for it.
    Changed(String),
}

/// Asks for a wording; `begin` is there to begin from, if not the translation or what was typed before.
pub fn edit(
    session: &mut Session<'_>,
    walk: &Walk,
    tty: &mut Tty,
    entry: &Entry,
    begin: Option<String>,
) -> Result<Outcome, Failure> {
    let start = decision::editable(entry, entry.translation.as_ref());
    let name = (entry.key.clone(), entry.id.clone());
    let kept = walk.shown.typed.as_ref().filter(|(of, _)| *of == name).map(|(_, text)| text.clone());
    let begun = begin.or(kept).unwrap_or_else(|| start.clone());
    let mut text = begun.clone();
    let mut problems: Vec<Problem> = Vec::new();
    loop {
        let Some(typed) = ask(tty, entry, &text, &problems)? else {
            // Nothing was typed since: what was typed before stays where it is.
            return Ok(if text == begun { Outcome::Cancelled } else { Outcome::GivenUp(text) });
        };
        if typed.trim().is_empty() || typed.trim() == start.trim() {
            return Ok(Outcome::Cancelled);
        }
        text = typed;
        problems = match session.proofread(walk.locale, &entry.key, &entry.id, &text) {
            Ok(problems) => problems,
            Err(Refusal::Changed) => return Ok(Outcome::Changed(text)),
            Err(refusal) => vec![Problem::refusal(refusal.to_string())],
        };
        if problems.is_empty() {
            return Ok(Outcome::Text(text));
        }
        match verdict(tty, entry, &text, &problems)? {
            Verdict::Take => return Ok(Outcome::Text(text)),
            Verdict::EditAgain => {}
            Verdict::GiveUp => return Ok(Outcome::GivenUp(text)),
        }
    }
}

/// What is to become of a wording with problems.
enum Verdict {
    Take,
    EditAgain,
    GiveUp,
}

/// Shows the problems, and asks.
fn verdict(tty: &mut Tty, entry: &Entry, text: &str, problems: &[Problem]) -> Result<Verdict, Failure> {
    let refused = problems.iter().any(|problem| problem.refused);
    loop {
        tty.draw(&question(entry, text, problems, refused, tty.size().0))?;
        match tty.key() {
            Key::Char('y') if !refused => return Ok(Verdict::Take),
            Key::Char('n' | 'e') | Key::Enter => return Ok(Verdict::EditAgain),
            Key::Escape | Key::Interrupt | Key::Char('q') | Key::Control('d') => return Ok(Verdict::GiveUp),
            _ => {}
        }
    }
}

/// What was typed, its problems, and what can be done.
fn question(entry: &Entry, text: &str, problems: &[Problem], refused: bool, width: usize) -> Vec<String> {
    let mut lines = about(entry, width);
    lines.extend(hanging(&Span::new(ui::DIM, "Typed"), 13, &[Span::plain(text)], width));
    lines.push(String::new());
    for problem in problems {
        let (style, word) = if problem.refused { (ui::RED, "refused") } else { (ui::YELLOW, "remark") };
        lines.extend(hanging(&Span::new(style, word), 13, &[Span::plain(&problem.message)], width));
    }
    lines.push(String::new());
    let question = if refused {
        "It cannot be taken like this. e edit again, Esc give up"
    } else {
        "Keep it? y yes, n edit again, Esc give up"
    };
    lines.extend(wrap(&[Span::new(ui::BOLD, question)], width));
    lines
}

/// A text as somebody types it; `None` if they called it off.
fn ask(tty: &mut Tty, entry: &Entry, text: &str, problems: &[Problem]) -> Result<Option<String>, Failure> {
    let Some(editor) = editor() else {
        return line::ask(tty, |width| about(entry, width), text);
    };
    let file = format!("{text}\n\n{CUT}\n{}", reminder(entry, problems));
    let edited = tty.lend(|| {
        // Scripts write within the same tick of the clock: the text says whether it was changed, not the date.
        let mut asked = Editor::new();
        asked.executable(editor).extension(".txt").require_save(false).edit(&file)
    })?;
    match edited {
        Ok(Some(edited)) => Ok(Some(edited.split(CUT).next().unwrap_or_default().trim_end().to_owned())),
        Ok(None) => Ok(None),
        Err(error) => Err(Failure::new(format!("cannot open the editor that VISUAL or EDITOR names: {error}"))),
    }
}

/// What VISUAL or EDITOR names, as far as it can be run.
fn editor() -> Option<String> {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR"))
}

/// What somebody who edits wants to see.
fn reminder(entry: &Entry, problems: &[Problem]) -> String {
    let mut out = String::from("Write the translation above; this line and all below are ignored.\n\n");
    for problem in problems {
        let word = if problem.refused { "Refused" } else { "Remark" };
        out.push_str(&format!("{word}: {}\n", problem.message));
    }
    if !problems.is_empty() {
        out.push('\n');
    }
    let mut part = |name: &str, text: &str| out.push_str(&format!("{name}:\n{}\n\n", ui::harmless(text)));
    if let Some(previous) = &entry.previous {
        part("English before", &shown(previous));
    }
    match entry.own {
        Some(Kind::Addition) => part("English", "none: the document has this beyond it"),
        _ => part("English", &shown(&entry.english)),
    }
    if let Some(draft) = &entry.draft {
        part("Draft", &shown(&draft.text));
    }
    out
}

fn about(entry: &Entry, width: usize) -> Vec<String> {
    let mut lines = wrap(&[Span::new(ui::BOLD, &entry.id)], width);
    lines.push(String::new());
    lines.extend(hanging(&Span::new(ui::DIM, "English"), 13, &[Span::plain(&shown(&entry.english))], width));
    lines
}
