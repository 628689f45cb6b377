//! `handback accept --approve`, `--draft`, `--reject`, `--still-valid` without ids, and `--undo`: decisions about all that a
//! filter finds.

use std::io::Write as _;
use std::time::{SystemTime, UNIX_EPOCH};

use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;
use serde_json::{Value, json};

use crate::cli::args::{Format, Global};
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::problem::Problems;
use handback::review::counts::of_ids;
use handback::review::decision::Refusal;
use handback::review::many::{Mass, Sorted};
use handback::review::queue::{Filter, Status};
use handback::review::session::{self, Session, Target};
use handback::review::undo::Taken;
use handback::settings::config::Config;

/// How many messages are named for each reason.
const NAMED: usize = 5;

/// What takes it back.
pub const TO_UNDO: &str = "To undo it: `handback accept --undo`";

/// A name for what this command decides.
pub fn name_of_command() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{:x}-{:x}", now.as_nanos(), std::process::id())
}

/// What is to be decided.
pub struct Order<'a> {
    pub mass: Mass,
    /// Only these messages; all if there are none.
    pub ids: &'a [String],
    pub filter: Filter,
    pub dry_run: bool,
}

/// What was decided in a locale.
struct Done {
    locale: String,
    sorted: Sorted,
}

pub fn run(
    global: &Global,
    (config, day): (&Config, Date),
    order: &Order<'_>,
    locales: &[String],
    by: &Reviewer,
) -> Result<u8, Failure> {
    if locales.is_empty() {
        return Err(Failure::new("say in which locale: `--locale LOCALE`"));
    }
    for name in locales {
        config.locale(name).map_err(Failure::new)?;
    }
    let command = name_of_command();
    let work = |session: &mut Session<'_>| -> Result<(Vec<Done>, Problems), Failure> {
        let names: Vec<String> = session.locales().into_iter().map(str::to_owned).collect();
        let wanted = |name: &String| locales.iter().any(|other| other.eq_ignore_ascii_case(name));
        let mut done = Vec::new();
        for (locale, name) in names.iter().enumerate().filter(|(_, name)| wanted(name)) {
            let sorted = decide(session, locale, order, (by, &command))?;
            done.push(Done { locale: name.clone(), sorted });
        }
        let mut problems: Problems = session.warnings.clone();
        problems.extend(session.render());
        Ok((done, problems))
    };
    let (done, problems) = match order.dry_run {
        true => session::look(config, day, locales, work)??,
        false => session::open_locales(config, day, locales, work)??,
    };
    match global.format {
        Format::Json => {
            let locales: Vec<Value> = done.iter().map(of_locale).collect();
            ui::json("accept", &json!({ "dry_run": order.dry_run, "locales": locales, "problems": problems }))?;
        }
        _ => {
            ui::problems(&problems);
            text(&done, order)?;
        }
    }
    Ok(exit::of(&problems))
}

fn decide(
    session: &mut Session<'_>,
    locale: usize,
    order: &Order<'_>,
    (by, command): (&Reviewer, &str),
) -> Result<Sorted, Failure> {
    let mut filter = order.filter.clone();
    if order.mass == Mass::StillValid {
        filter.status.get_or_insert_with(|| vec![Status::Stale]);
    }
    if !order.ids.is_empty() {
        filter.status.get_or_insert_with(|| Status::ALL.to_vec());
    }
    let mut found = session.filtered(locale, &filter);
    if !order.ids.is_empty() {
        let queue = session.queue(locale);
        if let Some(id) = order.ids.iter().find(|id| queue.iter().all(|entry| *entry.id != ***id)) {
            return Err(Failure::new(format!("there is no message `{id}`: `handback units` lists the ids")));
        }
        found.retain(|at| order.ids.iter().any(|id| *queue[*at].id == **id));
    }
    let mut sorted = session.sort(locale, &found, order.mass);
    if order.dry_run || sorted.taken.is_empty() {
        return Ok(sorted);
    }
    let refused = |refusal: Refusal| Failure::new(format!("nothing was decided: {refusal}"));
    let (_, decided) = session.decide_many_in(&sorted.taken, order.mass, by, Some(command)).map_err(refused)?;
    sorted.taken = decided.taken;
    sorted.left.extend(decided.left);
    Ok(sorted)
}

fn of_locale(done: &Done) -> Value {
    let name = |target: &Target| json!({ "id": &*target.id, "document": target.key.document() });
    let left = |(target, why): &(Target, String)| {
        let mut left = name(target);
        left["why"] = json!(why);
        left
    };
    json!({
        "locale": done.locale,
        "accepted": done.sorted.taken.iter().map(name).collect::<Vec<_>>(),
        "left": done.sorted.left.iter().map(left).collect::<Vec<_>>(),
    })
}

fn text(done: &[Done], order: &Order<'_>) -> Result<(), Failure> {
    let mut out = ui::done();
    let (verb, end) = match (order.dry_run, order.mass) {
        (true, Mass::Approve) => ("would approve", ""),
        (true, Mass::StillValid) => ("would mark as still valid", ""),
        (true, Mass::AcceptDraft) => ("would accept the drafts of", ""),
        (true, Mass::Reject) => ("would reject the machine's wording of", ""),
        (false, Mass::Approve) => ("approved", ""),
        (false, Mass::StillValid) => ("marked", " as still valid"),
        (false, Mass::AcceptDraft) => ("accepted the drafts of", ""),
        (false, Mass::Reject) => ("rejected the machine's wording of", ""),
    };
    for Done { locale, sorted } in done {
        let left = match sorted.left.len() {
            0 => String::new(),
            left => format!("; {left} left as {}", if left == 1 { "it is" } else { "they are" }),
        };
        writeln!(out, "{locale}: {verb} {}{end}{left}.", of_ids(sorted.taken.iter().map(|target| &*target.id)))?;
        for (why, count, first) in sorted.reasons(NAMED) {
            let mut names: Vec<String> = first.iter().map(|target| target.id.to_string()).collect();
            names.extend((count > names.len()).then(|| "…".to_owned()));
            writeln!(out, "{count:>7}  {}: {}", ui::harmless(&why), names.join(", "))?;
        }
    }
    if !order.dry_run && done.iter().any(|done| !done.sorted.taken.is_empty()) {
        writeln!(out, "{TO_UNDO}")?;
    }
    Ok(())
}

/// Takes the last decision of a person back, whichever program it was taken in; one that was about several locales in all of them.
pub fn undo(global: &Global, (config, day): (&Config, Date), by: &Reviewer) -> Result<u8, Failure> {
    let work = |session: &mut Session<'_>| -> Result<_, Failure> {
        let last = last_of(session, by);
        let Some(what) = last.first().map(|taken| taken.what.clone()) else {
            return Err(Failure::new(format!("there is no decision of {by} to undo")));
        };
        let (mut back, mut left): (Vec<Target>, Vec<Target>) = (Vec::new(), Vec::new());
        for taken in &last {
            let changed = match session.undo(taken) {
                Ok(changed) => changed,
                Err(Refusal::Changed) => taken.targets().cloned().collect(),
                Err(refusal) => return Err(Failure::new(refusal.to_string())),
            };
            back.extend(taken.targets().filter(|target| !changed.iter().any(|left| left.is_of(target))).cloned());
            left.extend(changed);
        }
        if back.is_empty() {
            let about = match last.as_slice() {
                [one] => one.about(),
                _ => messages(&left),
            };
            return Err(Failure::new(format!("“{what}” of {about} cannot be undone: it changed since")));
        }
        Ok((what, back, left, session.render()))
    };
    let (what, back, left, problems) = session::open(config, day, work)??;
    match global.format {
        Format::Json => {
            let left: Vec<&str> = left.iter().map(|target| &*target.id).collect();
            let undone = json!({ "what": what, "messages": back.len(), "left": left });
            ui::json("accept", &json!({ "undone": undone, "problems": problems }))?;
        }
        _ => {
            ui::problems(&problems);
            let mut out = ui::done();
            writeln!(out, "Undone: “{what}” of {}.", messages(&back))?;
            for target in left {
                writeln!(out, "  {} changed since and stays as it is", target.id)?;
            }
        }
    }
    Ok(exit::of(&problems))
}

/// How many messages there are, in each locale for itself.
fn messages(targets: &[Target]) -> String {
    let names: Vec<String> = targets.iter().map(|target| format!("{} {}", target.locale, target.id)).collect();
    of_ids(names.iter().map(String::as_str))
}

/// The last decision of a person, the newest line of it first.
fn last_of(session: &Session<'_>, by: &Reviewer) -> Vec<Taken> {
    let mut taken = session.earlier_decisions();
    taken.retain(|taken| taken.by == *by);
    taken.reverse();
    let last = taken.first().and_then(|last| last.command.clone());
    let mut is_first = true;
    taken.retain(|taken| std::mem::take(&mut is_first) || last.is_some() && taken.command == last);
    taken
}
