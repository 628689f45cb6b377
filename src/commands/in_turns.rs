//! A run over a project whose locales do not fit into memory all at a time.
//!
//! Every locale has its turn: it is read and merged, what is to be written of it is noted, and its pages are written. After the last
//! turn all that was noted is written as one transaction. Pages are made of the catalog, and so they may be ahead of it where a run
//! is killed: the next one comes to the same.

use super::finishing::Finishing;
use super::remembered::Done;
use super::report::{Report, summarize_english, summarize_locales};
use super::sync::{Run, Stop, warnings_of_documents, without_words};
use super::translate;
use crate::project::store;
use crate::project::transaction::{Plan, Stopped};
use crate::project::write::Writer;
use crate::snapshot::read::{Inputs, wanted};
use crate::snapshot::turns::{Turn, Turns};

impl Run<'_> {
    /// Whether the job is one for that: it takes nothing into translations that has to be seen as a whole.
    pub(super) fn goes_in_turns(&self) -> bool {
        let job = self.job;
        !(job.take_edits || job.accept.is_some() || job.fix || job.step.is_some())
    }

    /// Steps 2 to 7. `None`: something needs a draft, which is for a run that has all locales; of the catalog nothing is written.
    pub(super) fn in_turns(
        &self,
        inputs: &Inputs,
        mut turns: Turns,
        report: &mut Report,
    ) -> Result<Option<Done>, Stop> {
        let Self { config, job, .. } = *self;
        let english = turns.english(config, inputs);
        report.problems.extend(warnings_of_documents(&english));
        summarize_english(&english, report);
        self.hint(&english, report);
        let (plan, writer) = (Plan::new(&inputs.held), Writer::new(job.dry_run));
        if job.write_catalogs {
            store::write_reference(config, english.last(), english.reference(), &plan);
        }
        // Locales keep the old English of what became stale.
        let all = !plan.is_empty();
        let mut finishing = Finishing::new(self, &english, &writer);
        while let Some(mut turn) = turns.next(&english, job.scope.today)? {
            if self.drafts.is_some() && self.needs_drafts(&turn) {
                finishing.give_up(report);
                (report.written, report.removed) = writer.finish();
                return Ok(None);
            }
            report.problems.extend(turn.locales().filter_map(without_words));
            turn.change(|snapshot, is_turn| self.hand_off(snapshot, is_turn, report));
            summarize_locales(turn.locales(), report);
            if job.write_catalogs {
                note_files(self, &turn, all, &plan)?;
            }
            finishing.add(&turn, report);
        }
        plan.commit(config, &writer)?;
        let done = finishing.finish(report);
        (report.written, report.removed) = writer.finish();
        Ok(Some(done.filter(|_| report.problems.are_harmless()).unwrap_or_default()))
    }

    fn needs_drafts(&self, turn: &Turn<'_>) -> bool {
        let mut in_scope = turn.locales().filter(|locale| wanted(&self.job.scope, locale.name()));
        in_scope.any(translate::needs_drafts)
    }
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
