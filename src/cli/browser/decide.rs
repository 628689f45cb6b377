//! Decisions, taken and taken back.

use super::answer::Answer;
use super::desk::Desk;
use super::entry::{self, Kept};
use super::frame::Asked;
use super::request::{self, encode, value};
use handback::review::decision::{Decision, Refusal, editable};
use handback::review::queue::Entry;
use handback::review::session::Target;

/// What a button asks for.
enum Action {
    Decide(Decision),
    /// Only look at the wording.
    Check,
    Refuse(&'static str),
}

pub fn decide(
    desk: &mut Desk<'_, '_>,
    asked: &Asked<'_>,
    query: &[(String, String)],
    form: &[(String, String)],
) -> Answer {
    let typed = value(form, "text");
    let Some(at) = request::find(desk.session, asked.locale, query) else { return Answer::gone(typed) };
    let entry = desk.session.queue(asked.locale)[at].clone();
    let seen = value(form, "seen").unwrap_or_default().to_owned();
    let mut kept = Kept {
        text: typed.map(|text| text.replace("\r\n", "\n")),
        note: form.iter().find(|(name, _)| name == "note").map(|(_, note)| note.clone()),
        ..Kept::default()
    };
    let refusal = match action(&entry, &seen, form) {
        Action::Check => return entry::show(desk, asked, at, kept),
        Action::Refuse(reason) => reason.to_owned(),
        Action::Decide(decision) => {
            let target = Target { token: seen, ..desk.session.target(asked.locale, &entry) };
            match desk.session.decide(&target, &decision, asked.by) {
                Ok(taken) => {
                    desk.memory.done.push(taken);
                    desk.memory.notices.insert(asked.by.clone(), format!("{}: {}.", decision.done(), entry.id));
                    return Answer::Go(onward(desk, asked, at, &decision));
                }
                Err(refusal) => {
                    kept.has_changed = refusal == Refusal::Changed && kept.text.is_some();
                    reason(&refusal)
                }
            }
        }
    };
    kept.refusal = Some(refusal);
    entry::show(desk, asked, at, kept)
}

fn reason(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Changed => "Somebody changed this message since you opened it. Nothing of yours was written: \
                             look at it as it is now, and decide again."
            .into(),
        Refusal::Broken(message) => format!("Not saved: {message}."),
        Refusal::Impossible(message) | Refusal::Files(message) => format!("Nothing was written: {message}."),
    }
}

fn action(entry: &Entry, seen: &str, form: &[(String, String)]) -> Action {
    let typed = value(form, "text").unwrap_or_default();
    let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    // Who typed something else and then takes another button would lose it.
    let is_typed = seen == entry.token && {
        let now = plain(&editable(entry, entry.translation.as_ref()));
        form.iter().any(|(name, _)| name == "text") && plain(typed) != now
    };
    match value(form, "action").unwrap_or_default() {
        "edit" => Action::Decide(Decision::Edit(typed.to_owned())),
        "check" => Action::Check,
        "comment" => Action::Decide(Decision::Comment(value(form, "note").unwrap_or_default().to_owned())),
        "approve" | "draft" | "reject" if is_typed => {
            Action::Refuse("You typed another translation: save it, or put the old one back first.")
        }
        "approve" => Action::Decide(Decision::Approve),
        "draft" => Action::Decide(Decision::AcceptDraft),
        "reject" => Action::Decide(Decision::Reject),
        _ => Action::Refuse("It is not clear what is to be done."),
    }
}

/// The next entry that is wanted, else the queue; a note leaves one where one is.
fn onward(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, at: usize, decision: &Decision) -> String {
    let locale = desk.session.locales()[asked.locale].to_owned();
    let next = match decision {
        Decision::Comment(_) => Some(at),
        _ => desk.session.filtered(asked.locale, &asked.wanted.filter()).into_iter().find(|index| *index > at),
    };
    match next {
        Some(next) => request::address(&locale, asked.wanted, &desk.session.queue(asked.locale)[next]),
        None => format!("/{}/queue?{}", encode(&locale), asked.wanted.query()),
    }
}

/// Takes the last decision of whoever asks back, and goes to its message, or to the queue if it was about many.
pub fn undo(desk: &mut Desk<'_, '_>, asked: &Asked<'_>) -> Answer {
    let locale = desk.session.locales()[asked.locale].to_owned();
    let queue = format!("/{}/queue?{}", encode(&locale), asked.wanted.query());
    let last = desk.memory.done.iter().rposition(|taken| taken.by == *asked.by);
    let Some(taken) = last.map(|last| desk.memory.done.remove(last)) else {
        desk.memory.notices.insert(asked.by.clone(), "There is nothing to undo.".into());
        return Answer::Go(queue);
    };
    let (what, about) = (taken.what.clone(), taken.about());
    let (locale, name) = (desk.session.locale_of(&taken), taken.locale.clone());
    let target = taken.targets().next().cloned().filter(|_| taken.targets().count() == 1);
    let notice = match desk.session.undo(&taken) {
        Ok(left) if left.is_empty() => format!("Undone: “{what}” of {about}."),
        Ok(left) => {
            let names: Vec<&str> = left.iter().take(5).map(|target| &*target.id).collect();
            let more = if left.len() > names.len() { ", …" } else { "" };
            format!(
                "Undone: “{what}” of {about}, but for {} that changed since: {}{more}.",
                left.len(),
                names.join(", ")
            )
        }
        Err(Refusal::Changed) => format!("“{what}” of {about} cannot be undone: it changed since."),
        Err(refusal) => {
            desk.memory.done.push(taken);
            format!("“{what}” of {about} was not undone: {refusal}.")
        }
    };
    desk.memory.notices.insert(asked.by.clone(), notice);
    let (Some(target), Some(locale)) = (target, locale) else { return Answer::Go(queue) };
    match desk.session.entry(locale, &target.key, &target.id) {
        Some(entry) => Answer::Go(request::address(&name, asked.wanted, entry)),
        None => Answer::Go(queue),
    }
}

/// Problems of a wording, while it is typed.
pub fn proof(
    desk: &mut Desk<'_, '_>,
    asked: &Asked<'_>,
    query: &[(String, String)],
    form: &[(String, String)],
) -> Answer {
    let Some(at) = request::find(desk.session, asked.locale, query) else { return Answer::gone(None) };
    let entry = desk.session.queue(asked.locale)[at].clone();
    let problems = entry::proofread(desk.session, asked.locale, &entry, value(form, "text").unwrap_or_default());
    Answer::Json(serde_json::to_string(&problems).unwrap_or_default())
}
