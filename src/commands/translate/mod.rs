//! Step 5: drafts for what is missing or stale, from the translation memory, then from a provider.
//!
//! 1. The merge of a sync, written first: drafts are made from today's English. A sync has merged before, and goes
//!    on with what the drafts make of it.
//! 2. Exact matches of the memory; fuzzy ones where asked.
//! 3. The rest goes to the locale's provider. What comes back is written as it comes, so that a run that is
//!    interrupted has lost nothing, and the next one goes on where it ended.

mod recall;
mod save;
pub mod tasks;
mod trail;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::reference::Reference;
use handback_core::catalog::state::{TranslationType, UNPROVEN};
use handback_core::catalog::{Id, notation};
use handback_core::document::Document;
use handback_core::drift::carry::Vocabulary;
use handback_core::render::values::LocalValues;
use handback_core::text::count::{are, counted};
use handback_core::text::terms::{Term, occurrences};
use handback_core::translate::glossary::Glossary;
use handback_core::translate::inline::Known;
use handback_core::translate::protect::Protected;
use handback_core::variables::bind::Bindings;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::progress::Progress;
use super::report::LocaleDrafts;
use crate::problem::FileError;
use crate::project::write::Writer;
use crate::project::{cache, lock};
use crate::providers::engine::{Engine, Text};
use crate::providers::provider::Failure;
use crate::providers::settings::ProviderConfig;
use crate::providers::{self, Environment};
use crate::settings::config::Config;
use crate::snapshot::read::{check_locales, wanted};
use crate::snapshot::{self, Analysis, Inputs, Names, Scope, SourceText, extract, missing, write};
use recall::{Recall, Recalled, Wishes};
use save::{Made, Saver};
use tasks::Task;
use trail::Trail;

/// What to translate, and how.
#[derive(Debug, Clone)]
pub struct TranslateJob {
    pub scope: Scope,
    /// Say what would be sent, and send and write nothing.
    pub dry_run: bool,
    /// Send no more characters than this.
    pub max_characters: Option<usize>,
    /// Instead of the provider that the configuration says.
    pub provider: Option<String>,
    /// Take translations of other texts as drafts that are at least so much alike, 0 to 1.
    pub fuzzy: Option<f64>,
    /// Make translations of this origin anew, though they are current.
    pub again: Option<String>,
    /// Look for translations of similar texts, for the report.
    pub suggest: bool,
}

/// What a run needs of the world around it.
pub struct World<'a> {
    pub environment: &'a Environment<'a>,
    /// Set when the run is to end early.
    pub stop: &'a AtomicBool,
    pub progress: Option<&'a dyn Progress>,
}

/// What became of the texts that needed drafts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct TranslateReport {
    pub locales: Vec<LocaleDrafts>,
    /// Texts that the machine could not translate, and what ended the work early.
    pub findings: Vec<String>,
    pub errors: Vec<String>,
}

impl TranslateReport {
    /// 2 for errors, 1 for findings, 0 for clean.
    pub fn exit_code(&self) -> u8 {
        super::report::exit_code(&self.errors, &self.findings)
    }
}

/// Drafts what needs a draft. An error means that nothing could be done at all.
pub fn translate(config: &Config, job: &TranslateJob, world: &World<'_>) -> Result<TranslateReport, FileError> {
    check_locales(config, &job.scope)?;
    check_provider(config, job)?;
    let _lock = if job.dry_run { None } else { Some(lock::acquire(&config.root)?) };
    let mut inputs = snapshot::read(config, &job.scope, &mut |_| ())?;
    let mut locales = std::mem::take(&mut inputs.locales);
    let errors: Vec<String> = inputs.all_errors().collect();
    if !inputs.catalog_usable {
        let errors = errors.into_iter().chain([NOT_USABLE.to_owned()]).collect();
        return Ok(TranslateReport { errors, ..TranslateReport::default() });
    }
    let (documents, lifted) = snapshot::parse(config, &inputs);
    let read = inputs.read_only();
    let mut analysis = extract::analyse(config, &mut locales, &read, &documents, lifted, &job.scope.today);
    if !job.dry_run {
        cache::forget(&config.root);
    }
    let project = Project { config, inputs: &inputs, documents: &documents, seen: &[] };
    let mut report = draft(&project, (job, world), &mut analysis, Merge::Always).report;
    report.errors.splice(0..0, errors);
    Ok(report)
}

/// Why nothing is drafted where a part of the catalog cannot be read.
const NOT_USABLE: &str = "nothing translated; fix the errors above first, so that nothing in those files is lost";

/// Says so if the provider that was asked for is none.
pub(super) fn check_provider(config: &Config, job: &TranslateJob) -> Result<(), FileError> {
    match &job.provider {
        Some(name) => config.translate.named(name).map(|_| ()).map_err(|message| FileError::new("", message)),
        None => Ok(()),
    }
}

/// A project as it was read.
pub(super) struct Project<'a> {
    pub config: &'a Config,
    pub inputs: &'a Inputs,
    pub documents: &'a [Document<'a>],
    /// Every file and folder that was looked at.
    pub seen: &'a [PathBuf],
}

/// When the merge is written that drafts are made after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    Always,
    /// Only before the first draft: else whoever asks writes it.
    BeforeDrafts,
}

/// Drafts that are in the catalogs, and what is to be known of them.
#[derive(Debug, Default)]
pub(super) struct Drafted {
    pub report: TranslateReport,
    pub trail: Trail,
    /// What is in memory is not what lies there: somebody edited meanwhile, or something could not be written.
    pub overtaken: bool,
}

/// Drafts what needs a draft into the catalogs of an analysis, and writes them as the drafts come in. The
/// project's lock is held.
pub(super) fn draft(
    project: &Project<'_>,
    (job, world): (&TranslateJob, &World<'_>),
    analysis: &mut Analysis,
    merge: Merge,
) -> Drafted {
    let mut drafted = Drafted::default();
    if !project.inputs.catalog_usable {
        drafted.report.errors.push(NOT_USABLE.into());
        return drafted;
    }
    let chosen = fallbacks_first(analysis, |name| wanted(&job.scope, name));
    let mut run = Run {
        config: project.config,
        job,
        world,
        sources: &project.inputs.sources,
        documents: project.documents,
        analysis,
        names: OnceLock::new(),
        labels: OnceLock::new(),
        covered: FxHashSet::default(),
        characters_left: job.max_characters.unwrap_or(usize::MAX),
        done: 0,
        total: 0,
        report: &mut drafted.report,
        trail: &mut drafted.trail,
        overtaken: false,
        last: &project.inputs.reference,
    };
    let mut merged = job.dry_run;
    if merge == Merge::Always && !std::mem::replace(&mut merged, true) && !run.write_merge(project) {
        return drafted;
    }
    for index in chosen {
        if world.stop.load(Ordering::Relaxed) {
            run.report.findings.push("interrupted; what had come in is written: run again to go on".into());
            break;
        }
        let tasks = run.plan(index);
        if !tasks.is_empty() && !std::mem::replace(&mut merged, true) && !run.write_merge(project) {
            return drafted;
        }
        run.total += tasks.len();
        run.locale(index, tasks);
    }
    if run.total > 0 {
        drafted.overtaken = run.overtaken || drafted.trail.is_crossed();
        missing::drop_found(&mut analysis.locales, &analysis.extraction.reference);
    }
    drafted
}

/// The locales that are wanted, each behind those that it falls back to: it needs nothing that these get.
fn fallbacks_first(analysis: &Analysis, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    let mut left: Vec<usize> =
        (0..analysis.locales.len()).filter(|index| wanted(&analysis.locales[*index].locale.name)).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |index: usize| {
            let fallbacks = &analysis.locales[index].locale.fallbacks;
            left.iter().any(|other| *other != index && fallbacks.contains(&analysis.locales[*other].locale.name))
        };
        // Of locales that fall back to each other the first has to begin.
        let next = left.iter().position(|index| !waits(*index)).unwrap_or(0);
        order.push(left.remove(next));
    }
    order
}

/// A run over the locales.
struct Run<'a> {
    config: &'a Config,
    job: &'a TranslateJob,
    world: &'a World<'a>,
    sources: &'a [SourceText],
    documents: &'a [Document<'a>],
    analysis: &'a mut Analysis,
    /// Found when there is something to draft, like the labels.
    names: OnceLock<Names>,
    /// Labels of link reference definitions, by document.
    labels: OnceLock<Vec<BTreeSet<String>>>,
    /// Messages that a locale gets a draft of in this run; in a dry run, would get.
    covered: FxHashSet<(String, Id)>,
    characters_left: usize,
    done: usize,
    total: usize,
    report: &'a mut TranslateReport,
    trail: &'a mut Trail,
    overtaken: bool,
    /// The reference of the last sync.
    last: &'a Reference,
}

impl Run<'_> {
    /// Writes what the merge made of the catalog: drafts are made after today's English. False if it cannot.
    fn write_merge(&mut self, project: &Project<'_>) -> bool {
        let writer = Writer::new(false);
        let wanted = |name: &str| wanted(&self.job.scope, name);
        let errors = write::write_catalogs(self.config, self.last, self.analysis, wanted, &writer);
        self.report.errors.extend(errors.iter().map(ToString::to_string));
        if errors.is_empty() {
            // They are written, and soon hold more.
            self.analysis.locales.iter_mut().for_each(|locale| locale.resources.clear());
        }
        self.trail.watch(project.seen.iter().chain(&project.inputs.folders).map(PathBuf::as_path));
        self.trail.wrote(writer.finish());
        errors.is_empty()
    }

    /// Notes what drafts replaced: pages may hold it still, with the values of the last sync, in this locale and
    /// in those that fall back to it.
    fn note_replaced(&mut self, locale: usize, replaced: Vec<(Id, Pattern, Vec<usize>)>) {
        let name = self.analysis.locales[locale].locale.name.clone();
        let mut all = Vec::with_capacity(replaced.len());
        for (id, pattern, documents) in replaced {
            if let Pattern::Text(text) = &pattern
                && notation::has_placeables(text)
            {
                for document in documents {
                    let Some(last) = self.last.documents.get(&self.sources[document].name) else { continue };
                    let bindings = Bindings::recall(&last.values, &self.config.variables);
                    let values = LocalValues::new(&name, Some(&bindings));
                    let filled = notation::fill(text, |expression| values.evaluate(expression));
                    all.extend(filled.ok().map(|text| (id.clone(), Pattern::Text(text))));
                }
            }
            all.push((id, pattern));
        }
        for other in &mut self.analysis.locales {
            if other.locale.name == name || other.locale.fallbacks.contains(&name) {
                other.replaced.extend(all.iter().cloned());
            }
        }
    }

    fn plan(&self, locale: usize) -> Vec<Task> {
        let again = self.job.again.as_deref();
        let mut tasks = tasks::tasks(self.sources, self.documents, self.analysis, &self.names, locale, again);
        let fallbacks = &self.analysis.locales[locale].locale.fallbacks;
        let is_covered = |id: &Id| fallbacks.iter().any(|name| self.covered.contains(&(name.clone(), id.clone())));
        tasks.retain(|task| !is_covered(&task.id));
        tasks
    }

    fn provider(&self, locale: &str) -> Option<ProviderConfig> {
        match &self.job.provider {
            Some(name) => self.config.translate.named(name).ok(),
            None => self.config.translate.provider(locale).cloned(),
        }
    }

    fn locale(&mut self, locale: usize, tasks: Vec<Task>) {
        let name = self.analysis.locales[locale].locale.name.clone();
        let provider = self.provider(&name);
        let mut drafts = LocaleDrafts {
            needed: tasks.len(),
            provider: provider.as_ref().map(|provider| provider.name.clone()),
            locale: name,
            ..LocaleDrafts::default()
        };
        let mut saver = Saver::new(self.config, self.job);
        let texts: Vec<Text> = tasks.par_iter().map(|task| self.text(locale, task)).collect();
        let work: Vec<(Task, Text)> = tasks.into_iter().zip(texts).collect();
        let left = match work.is_empty() {
            true => work,
            false => self.take_from_memory(locale, work, &mut drafts, &mut saver),
        };
        match provider {
            // Said with the file that cannot be read.
            _ if self.analysis.locales[locale].glossary.is_none() => drafts.left = left.len(),
            Some(provider) if !left.is_empty() => self.ask_machine(locale, left, &provider, &mut drafts, &mut saver),
            _ => drafts.left = left.len(),
        }
        let analysis = &mut *self.analysis;
        saver.save(&mut analysis.locales[locale].catalog, &analysis.extraction.reference, self.trail);
        self.overtaken |= !saver.errors.is_empty() || !saver.edited.is_empty();
        let replaced = std::mem::take(&mut saver.replaced);
        self.note_replaced(locale, replaced);
        self.report.errors.extend(saver.errors.iter().map(ToString::to_string));
        let edited = |id: &Id| format!("{}: `{id}` was edited while its draft was made; the edit stays", drafts.locale);
        self.report.findings.extend(saver.edited.iter().map(edited));
        self.report.locales.push(drafts);
    }

    /// Takes what the memory has, and returns the rest.
    fn take_from_memory(
        &mut self,
        locale: usize,
        work: Vec<(Task, Text)>,
        drafts: &mut LocaleDrafts,
        saver: &mut Saver<'_>,
    ) -> Vec<(Task, Text)> {
        let (memory, problems) = snapshot::memory::of_locale(self.config, self.analysis, locale);
        for problem in problems.iter().map(ToString::to_string) {
            if !self.report.errors.contains(&problem) {
                self.report.errors.push(problem);
            }
        }
        let suggest = self.job.suggest.then_some(self.config.translate.suggest);
        let recall = Recall {
            memory,
            analysis: self.analysis,
            vocabulary: Vocabulary::new(&self.analysis.extraction.reference),
            locale: &drafts.locale,
            wishes: Wishes { fuzzy: self.job.fuzzy, suggest },
        };
        let look_up = |(task, text): &(Task, Text)| recall.look_up(task, text, &self.sources[task.document].name);
        let recalled: Vec<Recalled> = work.par_iter().map(look_up).collect();
        let mut left = Vec::new();
        for ((task, text), recalled) in work.into_iter().zip(recalled) {
            let catalog = &mut self.analysis.locales[locale].catalog;
            match recalled {
                Recalled::Exact { text, entry } => {
                    let note = entry.unproven.then(|| UNPROVEN.to_owned());
                    saver.put(catalog, &task, &Made { text: &text, kind: entry.kind, origin: "memory", note });
                    drafts.from_memory += 1;
                    self.cover(&drafts.locale, &task.id);
                    self.advance();
                    continue;
                }
                Recalled::Similar { text, note } => {
                    let (kind, note) = (TranslationType::Machine, Some(note));
                    saver.put(catalog, &task, &Made { text: &text, kind, origin: "memory", note });
                    drafts.from_similar += 1;
                    self.cover(&drafts.locale, &task.id);
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

    fn ask_machine(
        &mut self,
        locale: usize,
        work: Vec<(Task, Text)>,
        config: &ProviderConfig,
        drafts: &mut LocaleDrafts,
        saver: &mut Saver<'_>,
    ) {
        let all = work.len();
        let (sent, characters) = self.within_limit(work, config);
        let (tasks, texts): (Vec<Task>, Vec<Text>) = sent.into_iter().unzip();
        let beyond = all - tasks.len();
        drafts.texts = tasks.len();
        drafts.characters = characters;
        drafts.cost = config.raw.price.map(|price| price * characters as f64 / 1e6);
        drafts.left = beyond;
        drafts.beyond_limit = beyond;
        if self.job.dry_run || tasks.is_empty() {
            tasks.iter().for_each(|task| self.cover(&drafts.locale, &task.id));
            self.characters_left -= characters;
            return;
        }
        let characters_left = Mutex::new(self.characters_left);
        let provider = match providers::open(config, &self.config.root, self.world.environment) {
            Ok(provider) => provider,
            Err(error) => {
                self.report.errors.push(error.message);
                drafts.left = all;
                return;
            }
        };
        let origin = format!("mt:{}", config.engine);
        let glossary = self.analysis.locales[locale].glossary.clone().unwrap_or_default();
        let target = self.analysis.locales[locale].locale.name.clone();
        let engine = Engine {
            provider: &*provider,
            markup: providers::markup(config),
            source: &self.config.source_locale,
            target: &target,
            glossary: &glossary.entries,
            limits: providers::limits(config, &*provider),
            patience: providers::patience(config),
            characters_left: &characters_left,
            stop: self.world.stop,
        };
        let ended = engine.translate(&texts, &mut |index, outcome| {
            self.advance();
            let task = &tasks[index];
            match outcome {
                Ok(text) => {
                    let analysis = &mut *self.analysis;
                    let catalog = &mut analysis.locales[locale].catalog;
                    let kind = TranslationType::Machine;
                    saver.put(catalog, task, &Made { text: &text, kind, origin: &origin, note: None });
                    saver.save_in_time(catalog, &analysis.extraction.reference, self.trail);
                    drafts.translated += 1;
                    self.cover(&target, &task.id);
                }
                Err(flaw) => {
                    drafts.flawed += 1;
                    let name = &self.sources[task.document].name;
                    let finding =
                        format!("{target}: `{}` ({name}:{}): {flaw}; it was left as it is", task.id, task.line);
                    self.report.findings.push(finding);
                }
            }
        });
        self.characters_left = characters_left.into_inner().unwrap_or_else(PoisonError::into_inner);
        drafts.left = all - drafts.translated - drafts.flawed;
        if self.world.stop.load(Ordering::Relaxed) && drafts.left > 0 {
            self.report
                .findings
                .push(format!("{target}: interrupted; what had come in is written: run again to go on"));
        } else if let Some(error) = ended {
            let left = format!("{} {} left", counted(drafts.left, "text"), are(drafts.left));
            let message = format!("{target}: {}; {left}, run again to go on", error.message);
            match error.kind {
                Failure::Quota => self.report.findings.push(message),
                _ => self.report.errors.push(message),
            }
        }
    }

    fn cover(&mut self, locale: &str, id: &Id) {
        self.covered.insert((locale.to_owned(), id.clone()));
    }

    fn advance(&mut self) {
        self.done += 1;
        if let Some(progress) = self.world.progress {
            progress.translated(self.done, self.total);
        }
    }

    /// Puts the texts apart that may be sent, and counts their characters; the rest does not fit the limit.
    fn within_limit(&self, work: Vec<(Task, Text)>, config: &ProviderConfig) -> (Vec<(Task, Text)>, usize) {
        let markup = providers::markup(config);
        let mut seen = FxHashSet::default();
        let mut characters = 0;
        let fits = |(_, text): &(Task, Text)| {
            let written = text.protected.write(markup);
            let more = written.chars().count();
            if !text.protected.has_text() || seen.contains(&written) {
                return true;
            }
            let fits = characters + more <= self.characters_left;
            if fits {
                characters += more;
                seen.insert(written);
            }
            fits
        };
        let sent: Vec<(Task, Text)> = work.into_iter().filter(fits).collect();
        (sent, characters)
    }

    fn text(&self, locale: usize, task: &Task) -> Text {
        let mut terms: Vec<Term> = task.names.clone();
        terms.extend(self.analysis.locales[locale].glossary.iter().flat_map(Glossary::kept));
        let (labels, doubtful) = match task.english.contains('[') {
            true => {
                let labels = self.labels.get_or_init(|| self.documents.par_iter().map(tasks::labels).collect());
                tasks::labels_of(labels, task)
            }
            false => Default::default(),
        };
        terms.extend(doubtful.iter().map(|label| Term { text: format!("[{label}]"), case_sensitive: false }));
        terms.sort();
        terms.dedup();
        terms.retain(|term| !occurrences(&task.english, term).is_empty());
        let rejected = self.analysis.locales[locale].catalog.rejected(&task.id);
        let known = Known { terms: &terms, labels: &labels };
        let protected = Protected::new(&task.english, known, tasks::values(self.analysis, task));
        Text { source: task.english.clone(), protected, terms, labels, rejected }
    }
}

/// The files of the translation memory that the configuration names, and their folders.
pub fn memory_files(config: &Config) -> Vec<PathBuf> {
    snapshot::memory::files(config)
}
