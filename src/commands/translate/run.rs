//! A run of drafts over the locales.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Mutex, OnceLock, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::locale::LocaleCatalog;
use handback_core::catalog::state::{Rejected, TranslationType};
use handback_core::catalog::{Id, notation};
use handback_core::drift::carry::Vocabulary;
use handback_core::judge::Language;
use handback_core::render::values::LocalValues;
use handback_core::text::terms::{Term, occurrences};
use handback_core::translate::glossary::Glossary;
use handback_core::translate::inline::Known;
use handback_core::translate::item::Markup;
use handback_core::translate::protect::Protected;
use handback_core::variables::bind::Bindings;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::hints;
use super::recall::{Recall, Recalled, Wishes};
use super::refused::Refused;
use super::save::{From, Made, Saver};
use super::tasks::{self, Labels, Task, Why};
use super::{Drafted, Merge, TranslateJob, World};
use crate::commands::report::LocaleDrafts;
use crate::problem::Problem;
use crate::project::transaction::Stopped;
use crate::project::write::Writer;
use crate::providers;
use crate::providers::engine::Text;
use crate::providers::hints::{Hints, Neighbor};
use crate::providers::settings::ProviderConfig;
use crate::settings::locale::{Locale, fallbacks_first};
use crate::snapshot::read::wanted;
use crate::snapshot::{self, Snapshot, write};

/// A run over the locales.
pub(super) struct Run<'r, 'a> {
    pub snapshot: &'r mut Snapshot<'a>,
    pub job: &'r TranslateJob,
    pub world: &'r World<'r>,
    /// Labels of link reference definitions, by document; found when there is something to draft.
    /// By the documents that a text stands in: see [`tasks::labels_of`].
    labels: Mutex<BTreeMap<Vec<usize>, (Labels, Labels)>>,
    /// What people rejected, by locale and message.
    rejected: Vec<OnceLock<FxHashMap<Id, Vec<Rejected>>>>,
    pub going: &'r mut Going,
    pub drafted: &'r mut Drafted,
}

/// How far the drafts of all locales are, whether these are in memory together or one after the other.
#[derive(Debug, Default)]
pub(super) struct Going {
    /// Messages that a locale which others fall back to gets a draft of in this run; in a dry run, would get.
    covered: FxHashSet<(String, Id)>,
    pub characters_left: usize,
    /// Known once a machine is to be asked.
    pub refused: Option<Refused>,
    /// Texts that are done, and texts in all so far.
    steps: (usize, usize),
    pub interrupted: bool,
}

impl Going {
    pub fn new(job: &TranslateJob) -> Self {
        Self { characters_left: job.max_characters.unwrap_or(usize::MAX), ..Self::default() }
    }
}

impl<'r, 'a> Run<'r, 'a> {
    pub fn new(
        snapshot: &'r mut Snapshot<'a>,
        (job, world): (&'r TranslateJob, &'r World<'r>),
        (going, drafted): (&'r mut Going, &'r mut Drafted),
    ) -> Self {
        let rejected = snapshot.locales().map(|_| OnceLock::new()).collect();
        Self { rejected, snapshot, job, world, labels: Mutex::default(), going, drafted }
    }

    /// Drafts for all locales that are wanted and whose turn it is. But for [`Merge::BeforeDrafts`] the catalogs are of no use
    /// after it.
    pub fn all(mut self, seen: &[PathBuf], merge: Merge, is_turn: &dyn Fn(&str) -> bool) {
        let mut merged = self.job.dry_run || merge == Merge::Written;
        if merge == Merge::Always
            && !std::mem::replace(&mut merged, true)
            && let Err(stopped) = self.write_merge(seen)
        {
            self.drafted.stopped = Some(stopped);
            return;
        }
        let order = self.order(is_turn);
        for (at, index) in order.iter().copied().enumerate() {
            if self.world.stop.load(Ordering::Relaxed) {
                let why = "interrupted; what had come in is written: run again to go on";
                self.drafted.report.problems.push(Problem::finding(why));
                self.going.interrupted = true;
                break;
            }
            let tasks = self.plan(index);
            if !tasks.is_empty()
                && !std::mem::replace(&mut merged, true)
                && let Err(stopped) = self.write_merge(seen)
            {
                self.drafted.stopped = Some(stopped);
                return;
            }
            self.going.steps.1 += tasks.len();
            self.locale(index, tasks);
            if merge != Merge::BeforeDrafts {
                self.let_go(index, &order[at + 1..]);
            }
        }
        if self.going.steps.1 > 0 && merge != Merge::Written {
            self.drafted.overtaken |= self.drafted.trail.is_crossed();
        }
        if self.going.steps.1 > 0 && merge == Merge::BeforeDrafts {
            self.drafted.tell_pages(self.snapshot);
            self.snapshot.drop_found();
        }
    }

    /// The locales that are to get drafts, each behind those that it falls back to.
    fn order(&self, is_turn: &dyn Fn(&str) -> bool) -> Vec<usize> {
        let wanted = |name: &str| is_turn(name) && wanted(&self.job.scope, name);
        let (places, locales): (Vec<usize>, Vec<&Locale>) = self
            .snapshot
            .locales()
            .filter(|locale| wanted(locale.name()))
            .map(|locale| (locale.index, &self.snapshot.analysis.locales[locale.index].locale))
            .unzip();
        fallbacks_first(&locales).into_iter().map(|at| places[at]).collect()
    }

    /// Lets go of a locale whose drafts are written, if none of the others falls back to it: nothing is made of it any more.
    fn let_go(&mut self, index: usize, others: &[usize]) {
        let locales = &mut self.snapshot.analysis.locales;
        let name = &locales[index].locale.name;
        if !others.iter().any(|other| locales[*other].locale.fallbacks.contains(name)) {
            locales[index].catalog = LocaleCatalog::new(&locales[index].locale.name);
        }
    }

    /// Writes what the merge made of the catalog: drafts are made after today's English.
    fn write_merge(&mut self, seen: &[PathBuf]) -> Result<(), Stopped> {
        let writer = Writer::new(false);
        let wanted = |name: &str| wanted(&self.job.scope, name);
        write::write_catalogs(self.snapshot, wanted, &writer)?;
        // They are written, and soon hold more.
        self.snapshot.analysis.locales.iter_mut().for_each(|locale| locale.resources.clear());
        let trail = &mut self.drafted.trail;
        trail.watch(seen.iter().chain(&self.snapshot.inputs.folders).map(PathBuf::as_path));
        trail.wrote(writer.finish());
        Ok(())
    }

    /// Notes what drafts replaced: pages may hold it still, with the values of the last sync.
    fn note_replaced(&mut self, locale: usize, replaced: Vec<(Id, Pattern, Vec<usize>)>) {
        let name = self.snapshot.locale(locale).name().to_owned();
        let mut all = Vec::with_capacity(replaced.len());
        for (id, pattern, documents) in replaced {
            if let Pattern::Text(text) = &pattern
                && notation::has_placeables(text)
            {
                for document in documents {
                    let last = self.snapshot.last().documents.get(self.snapshot.page(document).name());
                    let Some(last) = last else { continue };
                    let bindings = Bindings::recall(&last.values, &self.snapshot.config.variables);
                    let values = LocalValues::new(&name, Some(&bindings));
                    for place in last.places(&id) {
                        let filled = notation::fill(text, |expression| values.evaluate_at(&place.values, expression));
                        all.extend(filled.ok().map(|text| (id.clone(), Pattern::Text(text))));
                    }
                }
            }
            all.push((id, pattern));
        }
        self.drafted.replaced.push((name, all));
    }

    fn plan(&mut self, locale: usize) -> Vec<Task> {
        let view = self.snapshot.locale(locale);
        let mut tasks = tasks::tasks(view, self.job.again.as_deref());
        let fallbacks = &view.own().locale.fallbacks;
        let is_covered =
            |id: &Id| fallbacks.iter().any(|name| self.going.covered.contains(&(name.clone(), id.clone())));
        tasks.retain(|task| !is_covered(&task.id));
        let (name, scope) = (view.name().to_owned(), &self.job.scope);
        let (own, others): (Vec<_>, Vec<_>) =
            tasks.into_iter().partition(|task| scope.owns_file(view.name(), &task.key));
        // What another part drafts, locales that fall back to this one have.
        others.iter().for_each(|task| self.cover(&name, task));
        own
    }

    fn provider(&self, locale: &str) -> Option<ProviderConfig> {
        match &self.job.provider {
            Some(name) => self.snapshot.config.translate.named(name).ok(),
            None => self.snapshot.config.translate.provider(locale).cloned(),
        }
    }

    fn locale(&mut self, locale: usize, tasks: Vec<Task>) {
        let name = self.snapshot.locale(locale).name().to_owned();
        let provider = self.provider(&name);
        let mut drafts = LocaleDrafts {
            needed: tasks.len(),
            provider: provider.as_ref().map(|provider| provider.name.clone()),
            locale: name,
            ..LocaleDrafts::default()
        };
        let mut saver = Saver::new(self.snapshot.config, self.job, &self.snapshot.inputs.held);
        // What hints cost is only paid where they are of use.
        let asked = provider.as_ref().filter(|provider| provider.own.takes_hints()).map(providers::markup);
        let texts: Vec<Text> = tasks.par_iter().map(|task| self.text(locale, task, asked)).collect();
        let work: Vec<(Task, Text)> = tasks.into_iter().zip(texts).collect();
        let left = match work.is_empty() {
            true => work,
            false => self.take_from_memory(locale, (work, asked.is_some()), &mut drafts, &mut saver),
        };
        match provider {
            // Said with the file that cannot be read.
            _ if self.snapshot.locale(locale).own().glossary.is_none() => drafts.left = left.len(),
            Some(provider) if !left.is_empty() => self.ask_machine(locale, left, &provider, &mut drafts, &mut saver),
            _ => drafts.left = left.len(),
        }
        let analysis = &mut self.snapshot.analysis;
        let reference = &analysis.extraction.reference;
        saver.save(&mut analysis.locales[locale].catalog, reference, &mut self.drafted.trail);
        self.drafted.overtaken |= !saver.errors.is_empty() || !saver.edited.is_empty();
        let replaced = std::mem::take(&mut saver.replaced);
        self.note_replaced(locale, replaced);
        self.drafted.report.problems.extend(&saver.errors);
        let edited = |id: &Id| {
            let why = "was edited while its draft was made; the edit stays";
            Problem::finding(format!("{}: `{id}` {why}", drafts.locale))
        };
        self.drafted.report.problems.extend(saver.edited.iter().map(edited));
        self.drafted.report.locales.push(drafts);
    }

    /// Takes what the memory has, and returns the rest.
    fn take_from_memory(
        &mut self,
        locale: usize,
        (work, takes_hints): (Vec<(Task, Text)>, bool),
        drafts: &mut LocaleDrafts,
        saver: &mut Saver<'_>,
    ) -> Vec<(Task, Text)> {
        let view = self.snapshot.locale(locale);
        let (memory, problems) = snapshot::memory::of_locale(view);
        self.drafted.report.problems.extend_new(problems);
        let suggest = self.job.suggest.then_some(view.snapshot.config.translate.suggest);
        let recall = Recall {
            memory,
            locale: view,
            vocabulary: Vocabulary::new(view.snapshot.reference()),
            wishes: Wishes { fuzzy: self.job.fuzzy, suggest },
            language: Language::of(view.name()),
        };
        let look_up = |(task, text): &(Task, Text)| {
            let similar = if takes_hints {
                hints::similar(&recall.memory, task, text.hints.previous.as_ref())
            } else {
                Vec::new()
            };
            (recall.look_up(task, text), similar)
        };
        let recalled: Vec<(Recalled, Vec<Neighbor>)> = work.par_iter().map(look_up).collect();
        let mut left = Vec::new();
        for ((task, mut text), (recalled, similar)) in work.into_iter().zip(recalled) {
            text.hints.similar = similar;
            let catalog = &mut self.snapshot.analysis.locales[locale].catalog;
            match recalled {
                Recalled::Exact { text, entry } => {
                    let from = From { source_unproven: entry.unproven, ..From::default() };
                    saver.put(catalog, &task, &Made { text: &text, kind: entry.kind, origin: "memory", from });
                    drafts.from_memory += 1;
                    self.cover(&drafts.locale, &task);
                    self.advance();
                    continue;
                }
                Recalled::Similar { text, similar } => {
                    let (kind, from) = (TranslationType::Machine, From { similar: Some(similar), ..From::default() });
                    saver.put(catalog, &task, &Made { text: &text, kind, origin: "memory", from });
                    drafts.from_similar += 1;
                    self.cover(&drafts.locale, &task);
                    self.advance();
                    continue;
                }
                Recalled::Suggested(suggestion) => drafts.suggestions.push(*suggestion),
                Recalled::Nothing => {}
            }
            left.push((task, text));
        }
        left
    }

    /// Notes that a locale gets a draft. One that only waits beside the wording of a person is nothing to those that fall back.
    pub fn cover(&mut self, locale: &str, task: &Task) {
        let all = &self.snapshot.config.locales;
        let is_asked_for = all.iter().any(|other| other.fallbacks.iter().any(|name| name == locale));
        if is_asked_for && task.why != Why::StaleHuman {
            self.going.covered.insert((locale.to_owned(), task.id.clone()));
        }
    }

    pub fn advance(&mut self) {
        self.going.steps.0 += 1;
        if let Some(progress) = self.world.progress {
            progress.translated(self.going.steps.0, self.going.steps.1);
        }
    }

    fn text(&self, locale: usize, task: &Task, asked: Option<Markup>) -> Text {
        let mut terms: Vec<Term> = task.names.clone();
        terms.extend(self.snapshot.locale(locale).own().glossary.iter().flat_map(Glossary::kept));
        let (labels, doubtful) = match task.english.contains('[') {
            true => {
                let mut known = self.labels.lock().unwrap_or_else(PoisonError::into_inner);
                let of = |document: &usize| self.snapshot.page(*document).labels().clone();
                let found = known.entry(task.documents.clone());
                found
                    .or_insert_with_key(|documents| tasks::labels_of(&documents.iter().map(of).collect::<Vec<_>>()))
                    .clone()
            }
            false => Default::default(),
        };
        terms.extend(doubtful.iter().map(|label| Term { text: format!("[{label}]"), case_sensitive: false }));
        terms.sort();
        terms.dedup();
        terms.retain(|term| !occurrences(&task.english, term).is_empty());
        let catalog = &self.snapshot.locale(locale).own().catalog;
        let rejected = self.rejected[locale].get_or_init(|| catalog.all_rejected());
        let refused = rejected.get(&task.id).map(Vec::as_slice).unwrap_or_default();
        // A brace that is a program's in one of them is no machine's in any.
        let of = |document: usize| &self.snapshot.page(document).document().constructs;
        let mdx = task.documents.iter().map(|document| of(*document)).find(|constructs| constructs.is_mdx);
        let constructs = mdx.unwrap_or_else(|| of(task.document)).clone();
        let known = Known { terms: &terms, labels: &labels, constructs: Some(&constructs) };
        let page = self.snapshot.page(task.document);
        let values = page.places(&task.id).next().map(|place| page.values_at(place));
        let protected = Protected::new(&task.english, known, values.as_ref());
        let view = self.snapshot.locale(locale);
        let hints = asked.map(|markup| Hints {
            avoid: hints::avoid(refused, &protected, (known, markup)),
            ..hints::hints(view, task, &protected, (known, markup))
        });
        let hints = hints.unwrap_or_default();
        let rejected = refused.iter().map(|refused| refused.target.clone()).collect();
        Text { source: task.english.clone(), protected, terms, labels, constructs, rejected, hints }
    }
}
