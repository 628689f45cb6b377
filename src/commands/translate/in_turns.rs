//! Drafts for locales that do not fit into memory all at a time.
//!
//! 1. [`merge`] writes what became of all of them: drafts are made from today's English.
//! 2. [`draft`] reads one after the other again and lets it have its drafts, each behind those that it falls back to.

use super::run::{Going, Run};
use super::trail::Trail;
use super::{Drafted, Merge, TranslateJob, World};
use crate::problem::Problem;
use crate::project::store;
use crate::project::transaction::{Plan, Stopped};
use crate::project::write::Writer;
use crate::snapshot::read::wanted;
use crate::snapshot::turns::{Turn, Turns};
use crate::snapshot::view::Written;
use crate::snapshot::{Scope, Snapshot};

/// Writes what the merge makes of the locales, and returns what was written.
///
/// # Errors
/// A file was changed since it was read, or cannot be written.
pub fn merge(english: &Snapshot<'_>, turns: &mut Turns, scope: &Scope) -> Result<Trail, Stopped> {
    let (config, plan, writer) = (english.config, Plan::new(&english.inputs.held), Writer::new(false));
    store::write_reference(config, english.last(), english.reference(), &plan);
    // Locales keep the old English of what became stale.
    let all = !plan.is_empty();
    let mut written = Written::new(english);
    turns.begin_again(config);
    while let Some(turn) = turns.next(english, scope.today)? {
        note_files(&turn, (scope, all), &plan, &writer)?;
        // Others are merged again when they are read again.
        turn.locales().filter(|locale| all || wanted(scope, locale.name())).for_each(|locale| written.add(locale));
    }
    plan.commit(config, &writer)?;
    turns.note_written(written);
    let mut trail = Trail::default();
    trail.wrote(writer.finish());
    Ok(trail)
}

/// Notes what is to be written of the locales of a turn: of all if the reference changes, else of those in scope.
///
/// # Errors
/// A state cannot be put on record.
pub fn note_files(
    turn: &Turn<'_>,
    (scope, all): (&Scope, bool),
    plan: &Plan<'_>,
    writer: &Writer,
) -> Result<(), Stopped> {
    let (config, new) = (turn.snapshot.config, turn.snapshot.reference());
    for locale in turn.locales().filter(|locale| all || wanted(scope, locale.name())) {
        let own = locale.own();
        let changed = store::write_locale(config, &own.catalog, &own.resources, new, plan);
        if !writer.is_dry() {
            store::note_states(config, &own.catalog, &changed)?;
        }
    }
    Ok(())
}

/// Makes drafts after [`merge`], of which this is the trail.
pub fn draft(english: &Snapshot<'_>, turns: &mut Turns, drafts: (&TranslateJob, &World<'_>), trail: Trail) -> Drafted {
    let mut drafted = Drafted { trail, ..Drafted::default() };
    if let Err(stopped) = each(english, turns, (drafts, Merge::Written), &mut drafted) {
        // What was drafted is written; the rest is for the next run.
        let why = stopped.into_error(english.config);
        drafted.report.problems.push(Problem::finding(format!("not all drafts were made: {why}")));
    }
    drafted
}

/// What drafts would be made, which is for a dry run to say.
///
/// # Errors
/// A file was changed since it was read.
pub fn say(english: &Snapshot<'_>, turns: &mut Turns, drafts: (&TranslateJob, &World<'_>)) -> Result<Drafted, Stopped> {
    let mut drafted = Drafted::default();
    each(english, turns, (drafts, Merge::Always), &mut drafted)?;
    Ok(drafted)
}

fn each(
    english: &Snapshot<'_>,
    turns: &mut Turns,
    (drafts, merge): ((&TranslateJob, &World<'_>), Merge),
    drafted: &mut Drafted,
) -> Result<(), Stopped> {
    let mut going = Going::new(drafts.0);
    turns.begin_with_fallbacks(english.config);
    while let Some(mut turn) = turns.next(english, drafts.0.scope.today)? {
        turn.change(|snapshot, is_turn| Run::new(snapshot, drafts, (&mut going, drafted)).all(&[], merge, is_turn));
        if going.interrupted {
            break;
        }
    }
    Ok(())
}
