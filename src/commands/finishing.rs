//! Steps 6 and 7 for the pages, and what a whole run leaves for the next, of one turn of locales after the other.

use std::path::PathBuf;

use rustc_hash::FxHashSet;

use super::images;
use super::narrow::Indexing;
use super::remembered::Done;
use super::report::Report;
use super::sync::{self, Run};
use crate::checks::AfterSync;
use crate::checks::finding::Finding;
use crate::checks::links::Links;
use crate::pages::RenderTo;
use crate::pages::write::{Pages, Written};
use crate::problem::Problems;
use crate::project::write::Writer;
use crate::settings::config::Images;
use crate::snapshot::read::wanted;
use crate::snapshot::turns::Turn;
use crate::snapshot::{LocaleView, PageView, Snapshot};

/// What comes after the catalog is written.
pub(super) struct Finishing<'s> {
    run: &'s Run<'s>,
    english: &'s Snapshot<'s>,
    writer: &'s Writer,
    /// A run that is to be remembered leaves the findings of a check.
    links: Option<Links<'s>>,
    copies: bool,
    pages: Written,
    /// Files beside the pages.
    beside: Vec<PathBuf>,
    after: Option<AfterSync<'s>>,
    index: Option<Indexing>,
}

impl<'s> Finishing<'s> {
    /// `english` is what all turns have in common.
    pub fn new(run: &'s Run<'s>, english: &'s Snapshot<'s>, writer: &'s Writer) -> Self {
        let is_remembered = run.settings.is_some();
        let copies = run.config.images == Images::Copy && run.job.render == Some(RenderTo::Output);
        Self {
            run,
            english,
            writer,
            links: (is_remembered || copies).then(|| Links::new(english)),
            copies,
            pages: Written::default(),
            beside: Vec::new(),
            after: is_remembered.then(|| AfterSync::new(english)),
            index: if is_remembered { Indexing::new(english) } else { None },
        }
    }

    /// Writes the pages of the next locales.
    pub fn add(&mut self, turn: &Turn<'_>, report: &mut Report) {
        let job = self.run.job;
        let locales: Vec<LocaleView<'_>> = turn.locales().collect();
        self.run.put_pages(&turn.snapshot, &locales, (self.writer, self.links.as_ref()), &mut self.pages);
        if let Some(links) = self.links.as_ref().filter(|_| self.copies) {
            let chosen = turn.locales().filter(|locale| wanted(&job.scope, locale.name()));
            self.beside.extend(images::copy(&turn.snapshot, chosen, links, self.writer, &mut report.problems));
        }
        if job.count {
            sync::count(turn.locales(), &job.scope, report);
        }
        if let Some(after) = &mut self.after {
            let of_turn = report.locales.iter().filter(|locale| turn.is_of(&locale.locale));
            let counts: Vec<_> = of_turn.filter_map(|one| Some((one.locale.clone(), one.counts.clone()?))).collect();
            let links = self.links.as_ref().map(|links| turn.locales().flat_map(|locale| links.of_locale(locale)));
            let links: Vec<Finding> = links.into_iter().flatten().collect();
            after.look(turn, &counts, (links, self.pages.again()));
        }
        if let Some(index) = &mut self.index {
            turn.locales().for_each(|locale| index.add(locale));
        }
    }

    /// Leaves it at the pages that are written, which the next attempt finds as this checkout's; returns where copies of pages that
    /// others wrote are.
    pub fn give_up(self) -> Problems {
        if !self.run.job.dry_run {
            self.english.written().save();
        }
        self.pages.copies(self.run.config, self.run.job.take_edits).into_iter().collect()
    }

    /// Says what became of the whole, and returns what is left for the next run.
    pub fn finish(mut self, report: &mut Report) -> Option<Done> {
        let job = self.run.job;
        let pages = self.run.report_pages(self.english, self.writer, self.pages, report);
        let mut done = Done { pages, ..Done::default() };
        report.locales.retain(|locale| !job.count || wanted(&job.scope, &locale.locale));
        let settings = self.run.settings.as_deref()?;
        // Pages of documents that are gone are findings as long as they lie there, also if they come back.
        let current: FxHashSet<PathBuf> = done.pages.iter().cloned().collect();
        done.pages.extend(self.english.written().paths().filter(|path| !current.contains(path)));
        done.pages.append(&mut self.beside);
        let of_links = self.links.take()?.finish();
        done.pages.extend(of_links.1.folders().cloned());
        let found = self.after.take().and_then(|after| after.finish(of_links));
        done.index = self.index.take().map(|index| index.finish(settings));
        if let Some(found) = found {
            if let Some(index) = &mut done.index {
                index.asked = found.asked.into_iter().collect();
                index.note_sought(self.run.config, &found.sought);
            }
            done.found = Some(found.kept);
        }
        Some(done)
    }
}

impl Run<'_> {
    /// Writes the pages of those of these locales that are in scope, and shows each to `links`.
    pub(super) fn put_pages(
        &self,
        snapshot: &Snapshot<'_>,
        locales: &[LocaleView<'_>],
        (writer, links): (&Writer, Option<&Links<'_>>),
        into: &mut Written,
    ) {
        let job = self.job;
        let Some(to) = &job.render else { return };
        let chosen = |locale: &&LocaleView<'_>| wanted(&job.scope, locale.name());
        let seen = |locale: LocaleView<'_>, page: PageView<'_>, text: &str| {
            if let Some(links) = links {
                links.look(locale, page, text);
            }
        };
        let pages = Pages {
            turn: locales.to_vec(),
            locales: locales.iter().filter(chosen).copied().collect(),
            seen: &seen,
            ..self.pages(snapshot, to, writer)
        };
        // With several turns nobody knows how many pages are published in the later ones.
        let (before, all) = (into.paths.len(), self.wanted_locales() * snapshot.documents.len());
        let is_all = locales.len() == self.config.locales.len();
        pages.render(into, &|done, total| {
            if let Some(progress) = self.progress {
                progress.rendered(before + done, if is_all { total } else { all });
            }
        });
    }

    /// Takes what became of pages into the report, and removes those that are left; returns where the others are.
    pub(super) fn report_pages(
        &self,
        snapshot: &Snapshot<'_>,
        writer: &Writer,
        mut written: Written,
        report: &mut Report,
    ) -> Vec<PathBuf> {
        let Some(to) = &self.job.render else { return Vec::new() };
        let paths = std::mem::take(&mut written.paths);
        for (name, failed) in std::mem::take(&mut written.failed) {
            if let Some(locale) = report.locales.iter_mut().find(|locale| locale.locale == name) {
                locale.failed_pages = failed;
            }
        }
        let left = self.pages(snapshot, to, writer).finish(written, self.job.prune);
        report.of_pages += left.problems.findings();
        report.problems.extend(left.problems);
        report.again.extend(left.again);
        report.orphans.extend(left.orphans);
        report.unpublished.extend(left.unpublished);
        if !self.job.dry_run {
            snapshot.written().save();
        }
        paths
    }

    fn pages<'p>(&self, snapshot: &'p Snapshot<'p>, to: &'p RenderTo, writer: &'p Writer) -> Pages<'p> {
        Pages {
            snapshot,
            to,
            turn: Vec::new(),
            locales: Vec::new(),
            several: self.wanted_locales() > 1,
            writer,
            written: snapshot.written(),
            taken: self.job.take_edits,
            seen: &|_, _, _| (),
        }
    }

    fn wanted_locales(&self) -> usize {
        self.config.locales.iter().filter(|locale| wanted(&self.job.scope, &locale.name)).count()
    }
}
