//! A run over a project whose locales do not fit into memory all at a time.
//!
//! Every locale has its turn: it is read and merged, what is to be written of it is noted, and its pages are written. After the last
//! turn all that was noted is written as one transaction. Pages are made of the catalog, and so they may be ahead of it where a run
//! is killed: the next one comes to the same.

use super::finishing::Finishing;
use super::remembered::Done;
use super::report::{Report, summarize_english, summarize_locales};
use super::sync::{Attempt, Run, Stop, warnings_of_documents, without_words};
use super::translate;
use crate::project::store;
use crate::project::transaction::{Plan, Stopped};
use crate::project::write::Writer;
use crate::snapshot::Snapshot;
use crate::snapshot::read::{Inputs, wanted};
use crate::snapshot::turns::{Turn, Turns};

impl Run<'_> {
    /// Whether the job is one for that: it takes nothing into translations that has to be seen as a whole.
    pub(super) fn goes_in_turns(&self) -> bool {
        let job = self.job;
        !(job.take_edits || job.accept.is_some() || job.fix || job.step.is_some())
    }

    /// Steps 2 to 7.
    pub(super) fn in_turns(&self, inputs: &Inputs, mut turns: Turns, report: &mut Report) -> Result<Way, Stop> {
        let Self { config, job, .. } = *self;
        let english = turns.english(config, inputs);
        report.problems.extend(warnings_of_documents(&english));
        summarize_english(&english, report);
        self.hint(&english, report);
        let (plan, writer) = (Plan::new(&inputs.held), Writer::new(job.dry_run));
        let mut finishing = Finishing::new(self, &english, &writer);
        let went = self.every_turn((&english, turns), &plan, &mut finishing, report);
        let went = went.and_then(|went| if went { plan.commit(config, &writer).map(|()| true) } else { Ok(false) });
        if let Ok(true) = went {
            let done = finishing.finish(report);
            (report.written, report.removed) = writer.finish();
            return Ok(Way::Done(Box::new(done.filter(|_| report.problems.are_harmless()).unwrap_or_default())));
        }
        let copies = finishing.give_up();
        let (written, removed) = writer.finish();
        let attempt = Box::new(Attempt { copies, written, removed });
        match went {
            Ok(_) => Ok(Way::NeedsDrafts(attempt)),
            Err(why) => Err(Stop { why, drafted: None, attempt }),
        }
    }

    /// Merges the locales, notes what is to be written of them, and writes their pages; false if something needs a draft.
    fn every_turn<'s>(
        &self,
        (english, mut turns): (&Snapshot<'s>, Turns),
        plan: &Plan<'_>,
        finishing: &mut Finishing<'_>,
        report: &mut Report,
    ) -> Result<bool, Stopped> {
        let Self { config, job, .. } = *self;
        if job.write_catalogs {
            store::write_reference(config, english.last(), english.reference(), plan);
        }
        // Locales keep the old English of what became stale.
        let all = !plan.is_empty();
        while let Some(mut turn) = turns.next(english, job.scope.today)? {
            if self.drafts.is_some() && self.needs_drafts(&turn) {
                return Ok(false);
            }
            report.problems.extend(turn.locales().filter_map(without_words));
            turn.change(|snapshot, is_turn| self.hand_off(snapshot, is_turn, report));
            summarize_locales(turn.locales(), report);
            if job.write_catalogs {
                note_files(self, &turn, all, plan)?;
            }
            finishing.add(&turn, report);
        }
        Ok(true)
    }

    fn needs_drafts(&self, turn: &Turn<'_>) -> bool {
        let mut in_scope = turn.locales().filter(|locale| wanted(&self.job.scope, locale.name()));
        in_scope.any(translate::needs_drafts)
    }
}

/// What became of a way through all locales.
pub(super) enum Way {
    Done(Box<Done>),
    /// Something needs a draft, which is for a run that has all locales. Of the catalog nothing is written.
    NeedsDrafts(Box<Attempt>),
}

/// Notes what is to be written of the locales of a turn: of all if the reference changes, else of those in scope.
fn note_files(run: &Run<'_>, turn: &Turn<'_>, all: bool, plan: &Plan<'_>) -> Result<(), Stopped> {
    let new = turn.snapshot.reference();
    for locale in turn.locales().filter(|locale| all || wanted(&run.job.scope, locale.name())) {
        let own = locale.own();
        let changed = store::write_locale(run.config, &own.catalog, &own.resources, new, plan);
        if !run.job.dry_run {
            store::note_states(run.config, &own.catalog, &changed)?;
        }
    }
    Ok(())
}
