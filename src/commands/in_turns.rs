//! A run over a project whose locales do not fit into memory all at a time.
//!
//! Every locale has its turn: it is read and merged, what is to be written of it is noted, and its pages are written. After the last
//! turn all that was noted is written as one transaction. Pages are made of the catalog, and so they may be ahead of it where a run
//! is killed: the next one comes to the same.

use super::finishing::Finishing;
use super::remembered::Done;
use super::report::{Report, summarize_english, summarize_locales};
use super::sync::{Attempt, Run, Stop, add_drafts, warnings_of_documents, without_words};
use super::translate::in_turns;
use super::translate::{self, Drafted};
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

    /// Steps 2 to 7. Where something needs drafts that were not made before, what was noted until then is let go, and there are
    /// three ways through the locales: all of them are merged and written, they get their drafts, and then their pages.
    pub(super) fn in_turns(
        &self,
        inputs: &Inputs,
        mut turns: Turns,
        mut drafted: Option<Drafted>,
        report: &mut Report,
    ) -> Result<Done, Stop> {
        let mut english = turns.english(self.config, inputs);
        report.problems.extend(warnings_of_documents(&english));
        summarize_english(&english, report);
        self.hint(&english, report);
        let (mut before, numbers) = (Attempt::default(), english.numbers());
        loop {
            let (went, attempt) = self.way((&english, &mut turns), drafted.as_ref(), report);
            before = before.and(attempt);
            let made = match went {
                Ok(Some(done)) => {
                    before.add_to(report);
                    add_drafts(drafted.unwrap_or_default(), report);
                    return Ok(done);
                }
                Ok(None) => self.draft_in_turns(&english, &mut turns),
                Err(why) => Err(why),
            };
            match made {
                Ok(made) => drafted = Some(made),
                Err(why) => return Err(Stop { why, drafted: drafted.map(Box::new), attempt: Box::new(before) }),
            }
            turns.begin_again(self.config);
            english = english.begun_again(numbers.clone());
        }
    }

    /// One way through the locales, with what it did to pages if it did not come to its end; `None`: something needs drafts first.
    fn way(
        &self,
        (english, turns): (&Snapshot<'_>, &mut Turns),
        drafted: Option<&Drafted>,
        report: &mut Report,
    ) -> (Result<Option<Done>, Stopped>, Attempt) {
        let (plan, writer) = (Plan::new(&english.inputs.held), Writer::new(self.job.dry_run));
        let mut finishing = Finishing::new(self, english, &writer);
        let mut tried = report.clone();
        let went = self.every_turn((english, turns), (&plan, drafted), &mut finishing, &mut tried);
        let went =
            went.and_then(|went| if went { plan.commit(self.config, &writer).map(|()| true) } else { Ok(false) });
        if let Ok(true) = went {
            *report = tried;
            let done = finishing.finish(report);
            (report.written, report.removed) = writer.finish();
            let done = done.filter(|_| report.is_settled()).unwrap_or_default();
            return (Ok(Some(done)), Attempt::default());
        }
        let copies = finishing.give_up();
        let (written, removed) = writer.finish();
        (went.map(|_| None), Attempt { copies, written, removed })
    }

    /// Merges all locales, and makes their drafts.
    fn draft_in_turns(&self, english: &Snapshot<'_>, turns: &mut Turns) -> Result<Drafted, Stopped> {
        let trail = in_turns::merge(english, turns, &self.job.scope)?;
        let Some(drafts) = self.drafts else { return Ok(Drafted::default()) };
        Ok(in_turns::draft(english, turns, drafts, trail))
    }

    /// Merges the locales, notes what is to be written of them, and writes their pages; false if something needs drafts that were
    /// not made before.
    fn every_turn<'s>(
        &self,
        (english, turns): (&Snapshot<'s>, &mut Turns),
        (plan, drafted): (&Plan<'_>, Option<&Drafted>),
        finishing: &mut Finishing<'_>,
        report: &mut Report,
    ) -> Result<bool, Stopped> {
        let Self { config, job, .. } = *self;
        if job.write_catalogs {
            store::write_reference(config, english.last(), english.reference(), plan);
        }
        // Locales keep the old English of what became stale.
        let all = !plan.is_empty();
        let records = Writer::new(job.dry_run);
        while let Some(mut turn) = turns.next(english, job.scope.today)? {
            if drafted.is_none() && self.drafts.is_some() && self.needs_drafts(&turn) {
                return Ok(false);
            }
            report.problems.extend(turn.locales().filter_map(without_words));
            turn.change(|snapshot, is_turn| {
                if let Some(drafted) = drafted {
                    drafted.tell_pages(snapshot);
                }
                self.hand_off(snapshot, is_turn, report);
            });
            summarize_locales(turn.locales(), report);
            if job.write_catalogs {
                in_turns::note_files(&turn, (&job.scope, all), plan, &records)?;
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
