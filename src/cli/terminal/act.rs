//! What the keys do.

use super::edit::{self, Outcome};
use super::keys::{self, Action, Key};
use super::tty::Tty;
use super::walk::{Done, Kind, Message, Walk};
use super::wrap::{Span, wrap};
use super::{line, list, render_rest, screen};
use crate::cli::failure::Failure;
use handback::review::decision::{self, Decision, Refusal};
use handback::review::queue::{Entry, Status};
use handback::review::session::{Session, Target};
use handback::review::undo::Taken;

/// So many pages are regenerated while their reader looks at the next entry.
pub const FEW_PAGES: usize = 50;

/// What comes after a session.
pub enum Next {
    Quit,
    /// The project's files are no longer what was read.
    Reopen,
}

/// Shows entries and takes decisions until somebody quits, or the project has to be read again.
pub fn work(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty) -> Result<Next, Failure> {
    if retry(session, walk, tty) {
        return Ok(Next::Reopen);
    }
    loop {
        let entry = present(session, walk);
        let rows = show(session, walk, tty, entry.as_ref())?;
        if session.has_work() && session.waiting() <= FEW_PAGES {
            let _writing = tty.writing();
            walk.note(session.render());
        }
        let key = tty.key();
        walk.shown.message = None;
        let action = keys::action(&key);
        let next = match action {
            Action::Quit => {
                let _writing = tty.writing();
                render_rest(session, walk);
                return Ok(Next::Quit);
            }
            Action::Help => help(tty)?,
            Action::Scroll(lines) => scroll(walk, lines),
            Action::Page(pages) => scroll(walk, pages * rows as isize),
            Action::Back => {
                walk.go(walk.at().saturating_sub(1));
                None
            }
            Action::Undo => undo(session, walk, tty),
            Action::Unfold => {
                walk.shown.unfolded = !walk.shown.unfolded;
                None
            }
            Action::List => list::queue(session, walk, tty)?,
            Action::Search => list::search(session, walk, tty)?,
            Action::History => history(session, walk, tty, entry.as_ref())?,
            Action::Pasted => {
                walk.shown.message =
                    Some(Message::Bad("a pasted text decides nothing; press e first to edit the translation".into()));
                None
            }
            Action::None => None,
            action => match &entry {
                Some(entry) => on_entry(session, walk, tty, entry, action)?,
                None => None,
            },
        };
        if let Some(next) = next {
            return Ok(next);
        }
    }
}

/// The entry that the walk is at, as it is now.
fn present(session: &mut Session<'_>, walk: &Walk) -> Option<Entry> {
    let (key, id) = walk.name()?.clone();
    session.entry(walk.locale, &key, &id).cloned()
}

/// Draws the screen; returns how many lines of the entry it has room for.
fn show(session: &Session<'_>, walk: &mut Walk, tty: &Tty, entry: Option<&Entry>) -> Result<usize, Failure> {
    let (width, height) = tty.size();
    let locale = session.locales()[walk.locale].to_owned();
    let similar = entry.map_or_else(Vec::new, |entry| session.similar(walk.locale, entry));
    let body = match entry {
        Some(entry) => screen::entry(session, walk, entry, &similar, width, tty.has_color()),
        None => screen::end(width),
    };
    let mut lines = screen::head(&locale, walk, entry, width);
    lines.push(String::new());
    let folded = entry.is_some_and(screen::is_foldable);
    let can = |more| screen::Can { more, similar: !similar.is_empty(), folded };
    let foot = screen::foot(walk, entry, can(false), width);
    let fits = lines.len() + body.len() + foot.len() < height;
    let foot = if fits { foot } else { screen::foot(walk, entry, can(true), width) };
    let room = height.saturating_sub(lines.len() + foot.len() + 1).max(1);
    walk.shown.scroll = walk.shown.scroll.min(body.len().saturating_sub(room));
    lines.extend(body.into_iter().skip(walk.shown.scroll).take(room));
    lines.resize(height.saturating_sub(foot.len()).max(lines.len()), String::new());
    lines.extend(foot);
    lines.truncate(height);
    tty.draw(&lines)?;
    Ok(room)
}

fn scroll(walk: &mut Walk, lines: isize) -> Option<Next> {
    walk.shown.scroll = walk.shown.scroll.saturating_add_signed(lines);
    None
}

fn help(tty: &mut Tty) -> Result<Option<Next>, Failure> {
    pages(tty, &|width| screen::help(width))
}

/// What was the translation of an entry.
fn history(session: &Session<'_>, walk: &Walk, tty: &mut Tty, entry: Option<&Entry>) -> Result<Option<Next>, Failure> {
    let Some(entry) = entry else { return Ok(None) };
    let history = session.history(walk.locale, entry);
    pages(tty, &|width| screen::history(&history, entry, width))
}

/// Shows lines that may be more than fit, until a key says that they were read.
fn pages(tty: &mut Tty, lines: &dyn Fn(usize) -> Vec<String>) -> Result<Option<Next>, Failure> {
    let mut from: usize = 0;
    loop {
        let (width, height) = tty.size();
        let all = lines(width);
        let room = height;
        let fits = all.len() <= room;
        from = from.min(all.len().saturating_sub(room));
        let shown: Vec<String> = all.into_iter().skip(from).take(room).collect();
        tty.draw(&shown)?;
        from = match tty.key() {
            Key::Resized => from,
            _ if fits => return Ok(None),
            Key::Down | Key::Char('j') => from + 1,
            Key::Up | Key::Char('k') => from.saturating_sub(1),
            Key::PageDown | Key::Char(' ') => from + room,
            Key::PageUp => from.saturating_sub(room),
            _ => return Ok(None),
        };
    }
}

fn on_entry(
    session: &mut Session<'_>,
    walk: &mut Walk,
    tty: &mut Tty,
    entry: &Entry,
    action: Action,
) -> Result<Option<Next>, Failure> {
    let bad = |walk: &mut Walk, text: &str| {
        walk.shown.message = Some(Message::Bad(text.to_owned()));
        Ok(None)
    };
    let (decision, kind) = match action {
        Action::Skip => {
            walk.skip();
            return Ok(None);
        }
        // A reflex must not make a translation of yesterday's sentence one of today's.
        Action::Approve if entry.status == Status::Stale => {
            return bad(walk, "its English changed: v if the translation still holds, d for the draft, e to edit");
        }
        Action::StillValid if entry.status != Status::Stale => {
            return bad(walk, "only a stale translation is marked as still valid");
        }
        Action::Approve | Action::StillValid => (Decision::Approve, Kind::Approved),
        Action::AcceptDraft => (Decision::AcceptDraft, Kind::Approved),
        Action::Reject => (Decision::Reject, Kind::Rejected),
        Action::Comment => match comment(tty, entry)? {
            Some(note) => (Decision::Comment(note), Kind::Commented),
            None => return Ok(None),
        },
        Action::Edit | Action::EditSimilar => match word(session, walk, tty, entry, action == Action::EditSimilar)? {
            Ok(text) => (Decision::Edit(text), Kind::Edited),
            Err(next) => return Ok(next),
        },
        _ => return Ok(None),
    };
    let target = session.target(walk.locale, entry);
    Ok(decide(session, walk, tty, &target, decision, kind))
}

/// A new wording, or what comes instead.
fn word(
    session: &mut Session<'_>,
    walk: &mut Walk,
    tty: &mut Tty,
    entry: &Entry,
    from_similar: bool,
) -> Result<Result<String, Option<Next>>, Failure> {
    let name = (entry.key.clone(), entry.id.clone());
    let begin = match from_similar {
        true => session.similar(walk.locale, entry).first().map(|it| decision::editable(entry, Some(&it.translation))),
        false => None,
    };
    if from_similar && begin.is_none() {
        walk.shown.message = Some(Message::Bad("no similar text is translated".into()));
        return Ok(Err(None));
    }
    match edit::edit(session, walk, tty, entry, begin) {
        Ok(Outcome::Text(text)) => {
            // Until it is written.
            walk.shown.typed = Some((name, text.clone()));
            Ok(Ok(text))
        }
        Ok(Outcome::Cancelled) => {
            walk.shown.message = Some(Message::Bad("nothing was changed".into()));
            Ok(Err(None))
        }
        Ok(Outcome::GivenUp(text)) => {
            walk.shown.typed = Some((name, text));
            walk.shown.message = Some(Message::Bad("not taken; e goes on with what was typed".into()));
            Ok(Err(None))
        }
        Ok(Outcome::Changed(text)) => {
            walk.shown.typed = Some((name, text));
            walk.shown.message = Some(changed(true));
            Ok(Err(Some(Next::Reopen)))
        }
        // An editor that cannot be started ends no review.
        Err(failure) if !failure.broken_pipe => {
            walk.shown.message = Some(Message::Bad(failure.message));
            Ok(Err(None))
        }
        Err(failure) => Err(failure),
    }
}

fn comment(tty: &mut Tty, entry: &Entry) -> Result<Option<String>, Failure> {
    let note = entry.note.clone().unwrap_or_default();
    let what = if entry.state.is_none() { "Question about" } else { "Note on" };
    let above = format!("{what} {} (an empty one takes it away):", entry.id);
    Ok(line::ask(tty, |width| wrap(&[Span::plain(&above)], width), &note)?.filter(|typed| *typed != note))
}

fn decide(
    session: &mut Session<'_>,
    walk: &mut Walk,
    tty: &mut Tty,
    target: &Target,
    decision: Decision,
    kind: Kind,
) -> Option<Next> {
    let result = {
        let _writing = tty.writing();
        session.decide(target, &decision, &walk.by)
    };
    let name = (target.key.clone(), target.id.clone());
    match result {
        Ok(taken) => {
            walk.shown.typed = walk.shown.typed.take().filter(|(of, _)| kind != Kind::Edited || *of != name);
            walk.decided(taken, kind);
            walk.shown.message = Some(Message::Good(said(target, kind)));
            if kind != Kind::Commented {
                walk.go(walk.at() + 1);
            }
            None
        }
        Err(Refusal::Changed) => {
            walk.pending = Some((target.clone(), decision, kind));
            Some(Next::Reopen)
        }
        Err(refusal) => {
            walk.shown.message = Some(Message::Bad(refusal.to_string()));
            None
        }
    }
}

fn said(target: &Target, kind: Kind) -> String {
    let word = match kind {
        Kind::Approved => "approved",
        Kind::Edited => "edited",
        Kind::Rejected => "rejected",
        Kind::Commented => "noted on",
    };
    format!("{word} {}", target.id)
}

/// A file changed since it was read. If the message is still what its reader saw, the decision stands; else it
/// is for them to look again. True if the files changed once more.
fn retry(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty) -> bool {
    let Some((target, decision, kind)) = walk.pending.take() else { return false };
    let target = Target { locale: walk.locale, ..target };
    let entry = session.entry(target.locale, &target.key, &target.id);
    if entry.is_some_and(|entry| entry.token == target.token) {
        let again = decide(session, walk, tty, &target, decision, kind).is_some();
        if again {
            // Files that change as often as they are read: whoever decides has to look themselves.
            walk.pending = None;
            walk.shown.message = Some(changed(kind == Kind::Edited));
        }
        return again;
    }
    walk.shown.message = Some(changed(kind == Kind::Edited));
    false
}

fn changed(typed: bool) -> Message {
    let kept = if typed { "; e goes on with what was typed" } else { "" };
    Message::Bad(format!("the message changed meanwhile: this is how it is now{kept}"))
}

fn undo(session: &mut Session<'_>, walk: &mut Walk, tty: &mut Tty) -> Option<Next> {
    let earlier = |session: &Session<'_>| {
        let is_own = |taken: &Taken| taken.by == walk.by && taken.locale == walk.locale_name;
        let taken = session.earlier_decisions().into_iter().rfind(is_own)?;
        Some(Done { taken, kind: Kind::Approved, messages: Vec::new() })
    };
    let Some(done) = walk.undo.pop().or_else(|| earlier(session)) else {
        walk.shown.message = Some(Message::Bad("there is nothing to undo".into()));
        return None;
    };
    let outdated = session.is_outdated();
    let result = {
        let _writing = tty.writing();
        session.undo(&done.taken)
    };
    let (what, about) = (&done.taken.what, done.taken.about());
    let first = done.taken.targets().next().map(|target| (target.key.clone(), target.id.clone()));
    match result {
        Ok(left) => {
            let but =
                if left.is_empty() { String::new() } else { format!(", but for {} that changed since", left.len()) };
            walk.shown.message = Some(Message::Good(format!("undone: “{what}” of {about}{but}")));
            walk.undone(&done);
            first.iter().for_each(|name| walk.go_to(name));
            None
        }
        Err(Refusal::Changed) if outdated => {
            walk.shown.message = Some(Message::Bad("files changed meanwhile: press u again".into()));
            walk.undo.push(done);
            Some(Next::Reopen)
        }
        Err(Refusal::Changed) => {
            first.iter().for_each(|name| walk.go_to(name));
            walk.shown.message = Some(Message::Bad("it changed since, and cannot be undone".into()));
            None
        }
        Err(refusal) => {
            walk.undo.push(done);
            walk.shown.message = Some(Message::Bad(refusal.to_string()));
            None
        }
    }
}
