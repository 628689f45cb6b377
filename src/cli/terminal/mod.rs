//! Review in the terminal: one entry a screen, one key a decision.
//!
//! - [`walk`]: where somebody is in the queue and what they decided; outlives the opening of the project again.
//! - [`act`]: what the keys do. [`keys`] says which they are.
//! - [`edit`]: wording a translation again, in an editor or on a line ([`line`]).
//! - [`list`]: entries one a line, to find one or to decide about many.
//! - [`screen`]: what an entry looks like; [`wrap`] fits it into the width.
//! - [`tty`]: the terminal itself, which is always left as it was found.

mod act;
mod edit;
mod keys;
mod line;
mod list;
mod screen;
mod tty;
mod walk;
mod wrap;

use std::io::{IsTerminal as _, Write as _};

use super::failure::Failure;
use super::{exit, ui};
use act::Next;
use handback::problem::{Problem, Problems};
use handback::review::queue::Filter;
use handback::review::session::{self, Session};
use handback::settings::config::Config;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;
use tty::Tty;
use walk::Walk;

pub fn run(config: &Config, today: Date, by: Reviewer, locale: &str, filter: &Filter) -> Result<u8, Failure> {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return Err(Failure::new(
            "a review needs a terminal to read keys from: use `--serve` for a browser, `--html FILE` for a report, \
             or `--format json` for programs",
        ));
    }
    let mut walk = Walk::new(locale, filter.clone(), by);
    let mut tty: Option<Tty> = None;
    let mut warnings = Problems::default();
    loop {
        match &tty {
            Some(tty) => tty.say("The project's files changed: reading them again …")?,
            None => say_beside("Reading the project …"),
        }
        let only = std::slice::from_ref(&walk.locale_name).to_vec();
        let next = session::open_locales(config, today, &only, |session| -> Result<Next, Failure> {
            if tty.is_none() {
                say_beside("");
            }
            warnings.clone_from(&session.warnings);
            walk.enter(session);
            if walk.is_empty() {
                render_rest(session, &mut walk);
                return Ok(Next::Quit);
            }
            let tty = match &mut tty {
                Some(tty) => tty,
                None => tty.insert(Tty::open()?),
            };
            act::work(session, &mut walk, tty)
        });
        // Whatever went wrong: the terminal first.
        match next.map_err(Failure::from).and_then(|next| next) {
            Ok(Next::Reopen) => {}
            Ok(Next::Quit) => break,
            Err(failure) => {
                if tty.take().is_none() {
                    say_beside("");
                }
                return Err(failure);
            }
        }
    }
    drop(tty);
    ui::problems(&walk.problems);
    ui::problems(&warnings);
    summary(locale, &walk)?;
    Ok(exit::CLEAN)
}

/// Says something on the line that the cursor is in, in place of what it said before; a large project takes seconds to open.
fn say_beside(text: &str) {
    if std::io::stderr().is_terminal() {
        let mut out = anstream::stderr().lock();
        let _ = write!(out, "\r\x1b[2K{text}");
        let _ = out.flush();
    }
}

/// Regenerates the pages that wait; says so if they are many.
fn render_rest(session: &mut Session<'_>, walk: &mut Walk) {
    let waiting = session.waiting();
    if waiting > act::FEW_PAGES {
        let _ = writeln!(anstream::stderr(), "Regenerating {} …", ui::plural(waiting, "page"));
    }
    walk.note(session.render());
    if session.has_work() {
        let why = "pages wait to be regenerated: run `handback render`";
        walk.note(Problems::from_iter([Problem::finding(why)]));
    }
}

fn summary(locale: &str, walk: &Walk) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    if walk.is_empty() {
        writeln!(out, "{}Nothing to review in {locale}.{:#}", ui::GREEN, ui::GREEN)?;
        return Ok(());
    }
    let counts = walk.counts();
    let (bold, green) = (ui::BOLD, ui::GREEN);
    write!(
        out,
        "{bold}{locale}{bold:#}: {green}{} approved{green:#}, {} edited, {} rejected, {} skipped, {} left",
        counts.approved, counts.edited, counts.rejected, counts.skipped, counts.left
    )?;
    if counts.commented > 0 {
        write!(out, "; {}", ui::plural(counts.commented, "comment"))?;
    }
    writeln!(out, ".")?;
    Ok(())
}
