//! Texts that go to a machine-translation service.

use std::sync::atomic::Ordering;
use std::sync::{Mutex, PoisonError};

use handback_core::catalog::state::TranslationType;
use handback_core::judge::Language;
use handback_core::text::count::{are, counted};
use handback_core::text::limits::{self, LONGEST_TEXT};
use handback_core::translate::item::Flaw;
use rustc_hash::FxHashSet;

use super::TranslateJob;
use super::refused::{self, Refused};
use super::run::Run;
use super::save::{From, Made, Saver};
use super::tasks::Task;
use crate::commands::report::{LocaleDrafts, Refusal};
use crate::problem::Problem;
use crate::project::files;
use crate::providers;
use crate::providers::engine::{Engine, Text};
use crate::providers::provider::{Failure, Provider, ProviderError};
use crate::providers::settings::ProviderConfig;
use crate::snapshot::{PageView, records};

/// What is to be known of a text that was refused, and why.
fn refusal(
    page: &PageView<'_>,
    task: &Task,
    (why, key): (String, String),
    drafts: &LocaleDrafts,
    job: &TranslateJob,
) -> Refusal {
    Refusal {
        locale: drafts.locale.clone(),
        provider: drafts.provider.clone().unwrap_or_default(),
        id: task.id.clone(),
        document: page.name().clone(),
        line: task.line,
        why,
        day: job.scope.today,
        key,
        text: records::text_hash(&task.english),
    }
}

impl Run<'_, '_> {
    /// Sends what fits the limit to the provider of a locale, and takes what comes back.
    pub fn ask_machine(
        &mut self,
        locale: usize,
        work: Vec<(Task, Text)>,
        config: &ProviderConfig,
        drafts: &mut LocaleDrafts,
        saver: &mut Saver<'_>,
    ) {
        let work = self.without_refused(locale, work, config, drafts);
        let all = work.len();
        let (sent, characters) = self.within_limit(work, config);
        let beyond = all - sent.len();
        drafts.texts = sent.len();
        drafts.characters = characters;
        drafts.cost = config.common.price.map(|price| price * characters as f64 / 1e6);
        (drafts.left, drafts.beyond_limit) = (beyond, beyond);
        if self.job.dry_run || sent.is_empty() {
            sent.iter().for_each(|(task, _)| self.cover(&drafts.locale, task));
            self.going.characters_left -= characters;
            return;
        }
        let world = self.world;
        let provider = match providers::open(config, &self.snapshot.config.root, world.environment, world.trusted) {
            Ok(provider) => provider,
            Err(error) => {
                self.drafted.report.problems.push(Problem::error(error.message));
                drafts.left = all;
                return;
            }
        };
        let known = drafts.flawed;
        let ended = self.send(locale, sent, (config, &*provider), drafts, saver);
        drafts.left = all - drafts.translated - (drafts.flawed - known);
        self.note_end(ended, drafts);
        if let Some(refused) = &mut self.going.refused {
            refused.save(self.snapshot.config);
        }
    }

    /// Puts the texts aside of which an answer was refused today, and says so.
    fn without_refused(
        &mut self,
        locale: usize,
        work: Vec<(Task, Text)>,
        config: &ProviderConfig,
        drafts: &mut LocaleDrafts,
    ) -> Vec<(Task, Text)> {
        let project = self.snapshot.config;
        let refused = self.going.refused.get_or_insert_with(|| Refused::read(project, self.job));
        if self.job.dry_run || refused.is_empty() {
            return work;
        }
        let view = self.snapshot.locale(locale);
        let glossary = view.own().glossary.clone().unwrap_or_default();
        let mut left = Vec::new();
        for (task, text) in work {
            let key = refused::key(&text, &drafts.locale, config, &glossary);
            let Some(why) = refused.why(&key) else {
                left.push((task, text));
                continue;
            };
            let refusal = refusal(&self.snapshot.page(task.document), &task, (why.to_owned(), key), drafts, self.job);
            drafts.flawed += 1;
            self.drafted.report.problems.push(refusal.of_before());
            drafts.refused.push(refusal);
        }
        left
    }

    /// Sends texts, and returns what ended the work early.
    fn send(
        &mut self,
        locale: usize,
        sent: Vec<(Task, Text)>,
        (config, provider): (&ProviderConfig, &dyn Provider),
        drafts: &mut LocaleDrafts,
        saver: &mut Saver<'_>,
    ) -> Option<ProviderError> {
        let (tasks, texts): (Vec<Task>, Vec<Text>) = sent.into_iter().unzip();
        let characters_left = Mutex::new(self.going.characters_left);
        let origin = format!("mt:{}", config.engine);
        let glossary = self.snapshot.locale(locale).own().glossary.clone().unwrap_or_default();
        let (target, project) = (drafts.locale.clone(), self.snapshot.config);
        let takes_hints = config.own.takes_hints();
        let style = if takes_hints { self.style(&target) } else { None };
        let engine = Engine {
            provider,
            markup: providers::markup(config),
            source: &project.source_locale,
            target: &target,
            language: Language::of(&target),
            glossary: &glossary.entries,
            takes_hints,
            style: style.as_deref(),
            limits: providers::limits(config, provider),
            patience: providers::patience(config),
            characters_left: &characters_left,
            stop: self.world.stop,
        };
        let ended = engine.translate(&texts, &mut |index, outcome| {
            self.advance();
            let task = &tasks[index];
            match outcome {
                Ok(text) => {
                    let analysis = &mut self.snapshot.analysis;
                    let catalog = &mut analysis.locales[locale].catalog;
                    let kind = TranslationType::Machine;
                    let previous = texts[index].hints.previous.as_ref().filter(|_| takes_hints);
                    let reworded = previous.is_some_and(|previous| previous.is_reworded(&text));
                    let from = From { reworded, ..From::default() };
                    saver.put(catalog, task, &Made { text: &text, kind, origin: &origin, from });
                    saver.save_in_time(catalog, &analysis.extraction.reference, &mut self.drafted.trail);
                    drafts.translated += 1;
                    self.cover(&target, task);
                    if let Some(refused) = self.going.refused.as_mut().filter(|refused| !refused.is_empty()) {
                        refused.forget(&refused::key(&texts[index], &target, config, &glossary));
                    }
                }
                Err(flaw) => {
                    let key = refused::key(&texts[index], &target, config, &glossary);
                    self.refuse(task, &flaw, key, drafts);
                }
            }
        });
        self.going.characters_left = characters_left.into_inner().unwrap_or_else(PoisonError::into_inner);
        ended
    }

    /// Says why an answer was refused, and notes it for the next sync.
    fn refuse(&mut self, task: &Task, flaw: &Flaw, key: String, drafts: &mut LocaleDrafts) {
        drafts.flawed += 1;
        if let Some(refused) = &mut self.going.refused {
            refused.note(key.clone(), flaw.to_string());
        }
        let refusal = refusal(&self.snapshot.page(task.document), task, (flaw.to_string(), key), drafts, self.job);
        self.drafted.report.problems.push(refusal.of_now());
        drafts.refused.push(refusal);
    }

    /// The style guide of a locale, if its translators wrote one.
    fn style(&mut self, locale: &str) -> Option<String> {
        let config = self.snapshot.config;
        let path = config.locale_folder(locale).join("style.md");
        if !files::is_there(&path) {
            return None;
        }
        let problem = match files::read_text(&path) {
            Ok(style) if style.len() <= LONGEST_TEXT => return Some(style).filter(|style| !style.trim().is_empty()),
            Ok(style) => {
                let (is, most) = (limits::shown(style.len()), limits::shown(LONGEST_TEXT));
                format!("a style guide of {is} is not sent: {most} is the most")
            }
            Err(error) => format!("the style guide cannot be read, and is not sent: {error}"),
        };
        self.drafted.report.problems.push(Problem::finding(problem).at(config.shown(&path), None));
        None
    }

    /// Says what ended the work early, if anything did.
    fn note_end(&mut self, ended: Option<ProviderError>, drafts: &LocaleDrafts) {
        let (target, report) = (&drafts.locale, &mut self.drafted.report);
        if self.world.stop.load(Ordering::Relaxed) && drafts.left > 0 {
            let why = format!("{target}: interrupted; what had come in is written: run again to go on");
            report.problems.push(Problem::finding(why));
        } else if let Some(error) = ended {
            let left = format!("{} {} left", counted(drafts.left, "message"), are(drafts.left));
            let message = format!("{target}: {}; {left}, run again to go on", error.message);
            report.problems.push(match error.kind {
                Failure::Quota => Problem::finding(message),
                _ => Problem::error(message),
            });
        }
    }

    /// Puts the texts apart that may be sent, and counts their characters; the rest does not fit the limit.
    fn within_limit(&self, work: Vec<(Task, Text)>, config: &ProviderConfig) -> (Vec<(Task, Text)>, usize) {
        let (markup, takes_hints) = (providers::markup(config), config.own.takes_hints());
        let mut seen = FxHashSet::default();
        let mut characters = 0;
        let fits = |(_, text): &(Task, Text)| {
            let written = text.protected.write(markup);
            let hints = if takes_hints && !text.hints.is_empty() { text.hints.characters() } else { 0 };
            let more = written.chars().count() + hints;
            if !text.protected.has_text() || seen.contains(&written) {
                return true;
            }
            let fits = characters + more <= self.going.characters_left;
            if fits {
                characters += more;
                seen.insert(written);
            }
            fits
        };
        let sent: Vec<(Task, Text)> = work.into_iter().filter(fits).collect();
        (sent, characters)
    }
}
