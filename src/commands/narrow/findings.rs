//! What a check finds after a few changes: what the last one over everything found, but for the documents that changed.
//!
//! Findings about wordings side by side depend on documents that were not read. They stay as they were if nothing changed that they
//! depend on; otherwise everything has to be read. Where links changed, or what they lead to, all pages are read that tell what is
//! to be said of them now.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use handback_core::catalog::resource::Resource;
use handback_core::catalog::{DocumentName, FileKey};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::Reached;
use super::task::Task;
use crate::checks::finding::Finding;
use crate::checks::links::Links;
use crate::checks::some::Pages;
use crate::checks::{self, Found, output};
use crate::commands::remembered::{self, Findings};
use crate::commands::report::{LocaleReport, Report};
use crate::commands::sync::Messages;
use crate::pages::left::Left;
use crate::problem::Problem;
use crate::project::cache::Looked;
use crate::project::files;
use crate::project::index::{Record, Shared};
use crate::project::paths::slashed;
use crate::project::sought::Sought;
use crate::settings::code::Code;
use crate::settings::config::Config;
use crate::snapshot::counts::LocaleCounts;
use crate::snapshot::destination::{Kind, kind};
use crate::snapshot::narrow::Focus;
use crate::snapshot::{Scope, Snapshot, narrow, records, unaffected};

/// What takes the place of what was found before about some documents.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Patch {
    /// The lines of the texts of each document, by message; of one that is gone there are none.
    documents: BTreeMap<String, FxHashMap<String, u32>>,
    findings: Vec<Finding>,
    /// What was found about their links, as far as that is known without all others: gives findings of before their lines.
    links: Vec<Finding>,
    /// Documents about whose links nothing is found but that.
    relinked: BTreeSet<String>,
    counts: Vec<(String, LocaleCounts)>,
    count: usize,
}

/// What the index said before.
pub(super) struct Before {
    /// The records of the documents that changed.
    records: Vec<(DocumentName, Option<Record>)>,
    shared: Shared,
}

impl Before {
    /// To be called right before the index is brought up to date: it gives away what documents share.
    pub fn of(task: &mut Task) -> Self {
        let record = |name: &DocumentName| (name.clone(), task.index.records.get(&**name).cloned());
        let records = task.inside.iter().map(record).collect();
        Self { records, shared: std::mem::take(&mut task.index.shared) }
    }
}

/// What a sync after a few changes leaves for a check, and the files on which it depends; `None`: the next check has to read
/// everything.
pub(super) fn after_sync(
    config: &Config,
    task: &mut Task,
    before: &Before,
    (snapshot, links): (&Snapshot<'_>, Links<'_>),
    report: &Report,
) -> Option<(Findings, Sought)> {
    let last = task.remembered.findings.clone().filter(|_| task.has_files_as_they_were(config))?;
    let mut patch = remembered::patch(config, &last)?;
    let (found, relinked) = new(task, before, snapshot, Pages::Written(&report.again))?;
    patch.add(found, task, snapshot, report);
    let sought = patch.add_links((snapshot, links), task, relinked)?;
    task.index.note_more_sought(config, &sought);
    Some((remembered::put_patch(config, &last, &patch)?, sought))
}

/// What a check finds now, and what was left out of the sources; `None`: everything has to be read.
pub(crate) fn check(config: &Config, scope: &Scope, looked: Option<Looked>) -> Option<(Found, Vec<Problem>)> {
    let whole = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: scope.today };
    let hand_off = |snapshot: &mut Snapshot<'_>| {
        let _ = snapshot.hand_off(|_| true, scope.today, false);
        Some(())
    };
    let more = |task: &Task, snapshot: &Snapshot<'_>, focus: &Focus<'_>| Some(super::tied(task, snapshot, focus));
    super::reach(config, looked, (&whole, &Messages::default()), &hand_off, &more, |reached, ()| {
        let Reached { mut task, snapshot, shared, records, .. } = reached;
        let snapshot = &*snapshot;
        let last = task.remembered.findings.clone().filter(|_| task.has_files_as_they_were(config))?;
        let before = Before::of(&mut task);
        let records = records.unwrap_or_else(|| records::of(snapshot));
        narrow::update(&mut task.index, records, &task.inside, shared);
        let links = Links::new(snapshot);
        let (found, relinked) = new(&mut task, &before, snapshot, Pages::Unwritten(&links))?;
        let mut report = Report::default();
        report.locales.extend(snapshot.locales().map(|locale| LocaleReport::new(locale.name())));
        super::count(config, &task.index, &mut report);
        report.orphans = task.orphans(config, &Left::of(snapshot).orphans(snapshot));
        let mut patch = remembered::patch(config, &last)?;
        patch.add(found, &task, snapshot, &report);
        patch.add_links((snapshot, links), &task, relinked)?;
        let found = patch.apply(config, remembered::base(config, &last)?, Some(snapshot))?;
        Some((found, task.notes))
    })
}

/// What is found about the documents that changed, if what is found about all others stays as it was; and the documents of which
/// the links are to be looked at again.
fn new(
    task: &mut Task,
    before: &Before,
    snapshot: &Snapshot<'_>,
    pages: Pages<'_, '_>,
) -> Option<(Vec<Finding>, FxHashSet<String>)> {
    let follows = task.has_reference_as_it_was(snapshot.config);
    let changed = unaffected::Changed { before: &before.records, shared: &before.shared, snapshot, follows };
    let others = unaffected::others(&task.index, &changed)?;
    let about = checks::some::find(snapshot, pages, &Code::is_kept)?;
    task.index.asked.extend(others.words);
    task.index.asked.extend(about.asked);
    Some((about.findings, others.relinked))
}

impl Patch {
    /// Adds what was found about the documents of a run.
    fn add(&mut self, found: Vec<Finding>, task: &Task, snapshot: &Snapshot<'_>, report: &Report) {
        for name in &task.inside {
            self.documents.insert(name.to_string(), FxHashMap::default());
        }
        for unit in snapshot.pages().flat_map(|page| page.units().collect::<Vec<_>>()) {
            if let Some(lines) = self.documents.get_mut(&**unit.page.name()) {
                lines.entry(unit.id.to_string()).or_insert(unit.unit.line);
            }
        }
        self.findings.retain(|finding| finding.document.as_ref().is_some_and(|name| !task.is_inside(name)));
        self.findings.extend(found);
        self.findings.extend(output::orphans(snapshot, report.orphans.clone()));
        let counts = report.locales.iter().filter_map(|one| Some((one.locale.clone(), one.counts.clone()?)));
        self.counts = counts.collect();
        self.count = report.documents;
    }

    /// Adds what was found about the links of the documents of a run, of which those of `relinked` are not as they were; returns
    /// the files that it depends on. `None`: some of it is for all documents to say.
    fn add_links(
        &mut self,
        (snapshot, links): (&Snapshot<'_>, Links<'_>),
        task: &Task,
        relinked: FxHashSet<String>,
    ) -> Option<Sought> {
        if links.are_shared(&relinked) {
            return None;
        }
        let mut found: Vec<Finding> = snapshot.locales().flat_map(|locale| links.of_locale(locale)).collect();
        let (of_sources, sought) = links.finish();
        found.extend(of_sources);
        let of = |finding: &Finding, names: &dyn Fn(&str) -> bool| finding.document.as_deref().is_some_and(names);
        let (before, kept): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.links).into_iter().partition(|finding| of(finding, &|name| task.is_inside(name)));
        self.links = kept;
        // Nobody read where they lead, but that is as it was.
        let stays = |name: &str| self.relinked.contains(name) && !relinked.contains(name);
        let placed = before.iter().filter(|finding| of(finding, &stays) && !is_about_a_file(finding));
        let placed = placed.map(|finding| placed_again(finding, &found)).collect::<Option<Vec<_>>>()?;
        let found = found.into_iter().filter(|finding| !of(finding, &stays) || is_about_a_file(finding));
        self.links.extend(found.chain(placed));
        self.relinked.extend(relinked);
        Some(sought)
    }

    /// Puts it into what was found before; `None` if that has findings that may have changed. Messages stand where a
    /// snapshot has them that is not written yet, else where they lie.
    pub fn apply(self, config: &Config, mut found: Found, unwritten: Option<&Snapshot<'_>>) -> Option<Found> {
        let mut lines = Lines::new(config, unwritten);
        let is_relinked = |finding: &Finding| {
            let name =
                finding.document.as_ref().filter(|_| finding.code.is_about_a_link() && !is_about_a_file(finding));
            name.is_some_and(|name| self.relinked.contains(&**name))
        };
        let mut stays = |finding: &mut Finding| -> Option<bool> {
            let changed = finding.document.as_ref().and_then(|name| self.documents.get(&**name));
            let of_shared = lines.is_shared(finding);
            let is_looked_for = of_shared && !finding.code.is_about_selectors();
            match changed {
                None if finding.code == Code::OrphanedOutput || finding.document.is_none() && is_looked_for => {
                    return Some(false);
                }
                // Of the pages that it counts one may be among them.
                _ if !self.relinked.is_empty() && is_of_several_pages(finding) => return None,
                _ if is_relinked(finding) => return Some(false),
                None => {}
                Some(texts) if finding.code.is_about_consistency() => {
                    finding.line = Some(*texts.get(finding.id.as_deref()?)?);
                    lines.find(finding)?;
                }
                Some(_) if finding.code.is_about_a_link() => *finding = placed_again(finding, &self.links)?,
                // It may have been the reason why nothing else was said of its message.
                Some(_) if finding.code == Code::UnknownPlaceable => return None,
                Some(_) => return Some(false),
            }
            if of_shared {
                lines.find(finding)?;
            }
            Some(true)
        };
        // In their place: there may be millions.
        let mut is_sure = true;
        found.findings.retain_mut(|finding| {
            let stays = stays(finding);
            is_sure &= stays.is_some();
            stays == Some(true)
        });
        if !is_sure {
            return None;
        }
        let mut findings = found.findings;
        let links: Vec<Finding> = self.links.iter().filter(|finding| is_relinked(finding)).cloned().collect();
        let again = self.findings.into_iter().chain(links).map(|mut finding| {
            if lines.is_shared(&finding) && finding.id.is_some() {
                lines.find(&mut finding)?;
            }
            Some(finding)
        });
        findings.extend(again.collect::<Option<Vec<_>>>()?);
        checks::drop_consequences(&mut findings);
        Some(Found { findings, counts: self.counts, documents: self.count })
    }
}

/// Whether it is about a link to a file that is no page. What is said of these depends on all pages that name one.
fn is_about_a_file(finding: &Finding) -> bool {
    let is_file = |target: &str| matches!(kind(target), Kind::Image | Kind::Other);
    finding.code.is_about_a_link() && finding.target.as_deref().is_some_and(is_file)
}

/// Whether it says of a link to a page how many have it.
fn is_of_several_pages(finding: &Finding) -> bool {
    finding.code.is_about_a_link() && !is_about_a_file(finding) && finding.message.contains(" (on ")
}

/// A finding about a link, where it stands now: nothing but its place changed.
fn placed_again(finding: &Finding, links: &[Finding]) -> Option<Finding> {
    let known = |finding: &Finding| {
        let message = finding.message.split(" (on ").next().unwrap_or_default().to_owned();
        (finding.code, finding.locale.clone(), finding.document.clone(), finding.target.clone(), message)
    };
    let key = known(finding);
    let found = links.iter().find(|other| known(other) == key)?;
    Some(Finding { message: finding.message.clone(), ..found.clone() })
}

/// The lines of messages in resources as they are now.
struct Lines<'c> {
    config: &'c Config,
    /// The shared resources.
    shared: FxHashSet<String>,
    known: FxHashMap<String, Option<Cow<'c, Resource>>>,
}

impl<'c> Lines<'c> {
    fn new(config: &'c Config, snapshot: Option<&'c Snapshot<'_>>) -> Self {
        let path = |locale: &str, key: &FileKey| slashed(&config.shown(&config.resource_path(locale, key)));
        let shared = config.locales.iter().map(|locale| path(&locale.name, &FileKey::Shared)).collect();
        let mut known = FxHashMap::default();
        for locale in snapshot.iter().flat_map(|snapshot| snapshot.locales()) {
            let files = &locale.own().catalog.files;
            let resources =
                files.iter().map(|(key, file)| (path(locale.name(), key), Some(Cow::Borrowed(&file.resource))));
            known.extend(resources);
        }
        Self { config, shared, known }
    }

    fn is_shared(&self, finding: &Finding) -> bool {
        finding.resource.as_ref().is_some_and(|place| self.shared.contains(&*place.file))
    }

    /// Gives a finding the line that its message has now.
    fn find(&mut self, finding: &mut Finding) -> Option<()> {
        let (Some(place), Some(id)) = (&mut finding.resource, &finding.id) else { return Some(()) };
        let path = self.config.root.join(&*place.file);
        let read = || Some(Cow::Owned(Resource::parse(files::read_text(&path).ok()?).ok()?));
        let resource = self.known.entry(place.file.to_string()).or_insert_with(read).as_ref();
        let line = resource.and_then(|resource| resource.line(id));
        // Where a translation is missing, its message has no line.
        if place.line.is_some() && line.is_none() {
            return None;
        }
        place.line = line;
        Some(())
    }
}
