//! `handback import`: what translators made of the texts that went out, as one transaction.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use handback_core::catalog::escape::Pattern;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::exchange::decide::Verdict;
use handback_core::exchange::{Format, Incoming, Outgoing, Package, Returned};
use handback_core::text::count::counted;
use handback_core::text::date::Date;
use handback_core::text::words;
use serde::Serialize;

use super::alike::{self, Said};
use super::compare::{self, Entries, NotTaken, Planned};
use super::{refused, take};
use crate::commands::report::Report;
use crate::commands::sync::{self, Job, Messages, Reads, Step};
use crate::problem::{FileError, Problem, Problems, Weight};
use crate::project::{files, store};
use crate::review::proof;
use crate::review::queue::{self, Entry};
use crate::settings::config::Config;
use crate::snapshot::{LocaleView, Scope, Snapshot};

/// What to import.
#[derive(Debug, Clone)]
pub struct Order {
    pub files: Vec<PathBuf>,
    /// Who translated; else who the file says.
    pub translator: Option<Reviewer>,
    pub today: Date,
    pub dry_run: bool,
}

/// What was imported.
#[derive(Debug, Default, Serialize)]
pub struct ImportReport {
    /// Texts in all files.
    pub texts: usize,
    pub changes: Vec<Change>,
    pub refused: Vec<Refused>,
    /// Files with the texts that were refused.
    pub refused_files: Vec<PathBuf>,
    pub written: Vec<PathBuf>,
    pub problems: Problems,
}

/// A message that changed.
#[derive(Debug, Clone, Serialize)]
pub struct Change {
    pub locale: String,
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    pub file: PathBuf,
    pub line: u32,
    pub what: What,
    pub by: String,
    pub before: String,
    pub after: String,
    /// From the one to the other, word by word.
    pub diff: Vec<words::Stretch>,
    /// What the translator noted beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    Translated,
    Approved,
    /// Made from an English that changed since: it is stale, or waits beside the translation that is there.
    Earlier,
    /// Another person translated it meanwhile: it waits for a decision.
    Conflict,
    /// The translator noted something beside it.
    Noted,
}

/// A text that was not taken.
#[derive(Debug, Clone, Serialize)]
pub struct Refused {
    pub locale: String,
    pub id: String,
    pub file: PathBuf,
    pub line: u32,
    pub text: String,
    pub why: String,
}

/// A file that was read.
#[derive(Debug)]
struct ReadFile {
    path: PathBuf,
    format: Format,
    returned: Returned,
}

/// Imports files.
///
/// # Errors
/// A file that cannot be read: then nothing is imported. The project cannot be read or written.
pub fn run(config: &Config, order: &Order) -> Result<ImportReport, FileError> {
    let mut files: Vec<ReadFile> = order.files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    for (index, file) in files.iter_mut().enumerate() {
        file.returned.texts.iter_mut().for_each(|text| text.file = index);
    }
    let import = Arc::new(Import { files, order: order.clone(), result: Mutex::default() });
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: order.today };
    let step: Arc<dyn Step> = import.clone();
    let job = Job { dry_run: order.dry_run, count: false, step: Some(step), ..Job::sync(scope) };
    let Report { written, problems, .. } = sync::run(config, &job, None)?;
    let Taken { report, open, .. } = std::mem::take(&mut *import.result.lock().unwrap_or_else(PoisonError::into_inner));
    let mut report = ImportReport { written, ..report };
    report.problems.extend(problems);
    if report.problems.has_errors() || order.dry_run {
        return Ok(report);
    }
    for (index, texts) in open {
        let file = &import.files[index];
        let package = Package {
            source_locale: config.source_locale.clone(),
            locale: texts[0].ticket.locale.clone(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            texts,
            filled: false,
        };
        // What was imported stays, and what was refused is reported.
        match refused::write(&file.path, file.format, &package) {
            Ok(path) => report.refused_files.push(path),
            Err(error) => report.problems.push(error),
        }
    }
    Ok(report)
}

fn read(path: &Path) -> Result<ReadFile, FileError> {
    let bytes = files::read(path).map_err(|error| FileError::io(path, "read the file", &error))?;
    let (format, returned) = Format::read(&path.to_string_lossy(), &bytes)
        .map_err(|problem| FileError::at(path, problem.line, format!("{}; nothing was imported", problem.message)))?;
    Ok(ReadFile { path: path.to_owned(), format, returned })
}

/// The step of a sync that takes the files in.
#[derive(Debug)]
struct Import {
    files: Vec<ReadFile>,
    order: Order,
    result: Mutex<Taken>,
}

/// What a pass over the project came to.
#[derive(Debug, Default)]
struct Taken {
    report: ImportReport,
    /// Texts that were refused, by file.
    open: Vec<(usize, Vec<Outgoing>)>,
    /// What is to be said of texts, by file.
    said: Vec<(usize, Said)>,
    reads: Reads,
}

impl Taken {
    fn say(&mut self, (file, line): (usize, u32), weight: Weight, name: Option<String>, why: String) {
        self.said.push((file, Said { weight, line, name, why }));
    }
}

/// A plan of a locale: entry, what is to be done, and by whom; and what they noted.
#[derive(Default)]
struct Plan {
    texts: Vec<(Entry, Planned, Reviewer)>,
    notes: Vec<(Entry, Incoming, Reviewer)>,
}

impl Step for Import {
    fn apply(&self, snapshot: &mut Snapshot<'_>, reads: Reads) -> Result<(), Problems> {
        let mut taken = Taken { reads, ..Taken::default() };
        self.check_locales(snapshot)?;
        for (index, file) in self.files.iter().enumerate() {
            taken.report.texts += file.returned.texts.len();
            for (line, remark) in &file.returned.remarks {
                let weight = if remark.starts_with("not read") { Weight::Finding } else { Weight::Warning };
                taken.say((index, *line), weight, None, remark.clone());
            }
        }
        for index in 0..snapshot.analysis.locales.len() {
            let plan = self.plan(snapshot.locale(index), &mut taken)?;
            self.take(snapshot, index, plan, &mut taken)?;
        }
        for (index, file) in self.files.iter().enumerate() {
            let of_file = taken.said.iter().filter(|(of, _)| *of == index).map(|(_, said)| said.clone()).collect();
            let problems = alike::gathered(of_file).into_iter();
            let at = |(line, problem): (u32, Problem)| problem.at(file.path.clone(), Some(line));
            taken.report.problems.extend(problems.map(at));
        }
        *self.result.lock().unwrap_or_else(PoisonError::into_inner) = taken;
        Ok(())
    }

    fn messages(&self) -> Messages {
        let mut messages = Messages::default();
        for text in self.files.iter().flat_map(|file| &file.returned.texts) {
            match is_touched(text) {
                true => messages.touched.push((text.ticket.id.clone(), text.ticket.document.clone())),
                false => messages.known.push(text.ticket.id.clone()),
            }
        }
        messages
    }
}

/// Whether a text may change anything. Which overrides there are, a list of messages does not say.
fn is_touched(text: &Incoming) -> bool {
    let Incoming { ticket, target, approved, note, .. } = text;
    !ticket.is_unchanged(target.as_deref()) || *approved || note.is_some() || ticket.document.is_some()
}

impl Import {
    /// A text of another locale is no text of this project; of a locale that cannot be read nobody knows what it has.
    fn check_locales(&self, snapshot: &Snapshot<'_>) -> Result<(), Problems> {
        let mut problems = Problems::default();
        for file in &self.files {
            let mut seen: Vec<&str> = Vec::new();
            for text in &file.returned.texts {
                let name = text.ticket.locale.as_str();
                if seen.contains(&name) {
                    continue;
                }
                seen.push(name);
                let message = match snapshot.locales().find(|locale| locale.name() == name) {
                    None => format!("the text is in {name}, and the project has no such locale; nothing was imported"),
                    Some(locale) if !locale.is_known() => {
                        format!("files of {name} cannot be read; nothing was imported: fix them first")
                    }
                    Some(_) => continue,
                };
                problems.push(Problem::error(message).at(file.path.clone(), Some(text.line)));
            }
        }
        if problems.has_errors() { Err(problems) } else { Ok(()) }
    }

    /// Decides on the texts of a locale.
    fn plan(&self, locale: LocaleView<'_>, taken: &mut Taken) -> Result<Plan, Problems> {
        let name = locale.name();
        let of_locale = |text: &&Incoming| text.ticket.locale == name;
        let all: Vec<Incoming> =
            self.files.iter().flat_map(|file| &file.returned.texts).filter(of_locale).cloned().collect();
        let mut plan = Plan::default();
        if all.is_empty() {
            return Ok(plan);
        }
        let queue = queue::build(locale);
        let entries = Entries::of(&queue);
        let (groups, twice) = compare::grouped(all);
        let mut not_taken: Vec<(Option<&Entry>, NotTaken)> = Vec::new();
        let mut emptied: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for one in twice {
            let document = one.text.ticket.document.as_deref().map(ToString::to_string);
            not_taken.push((entries.get(&one.text.ticket.id, document.as_deref()), one));
        }
        for ((id, document), texts) in groups {
            let Some(entry) = entries.get(&id, document.as_deref()) else {
                match taken.reads {
                    Reads::All => self.unknown(texts, taken, &mut not_taken),
                    Reads::Part if !texts.iter().any(is_touched) => {}
                    // Somebody who reads everything says why it is not there.
                    Reads::Part => return Err(Problems::default()),
                }
                continue;
            };
            for text in texts.iter().filter(|text| compare::is_note_news(entry, text)) {
                plan.notes.push((entry.clone(), text.clone(), self.who(text)?));
            }
            let outcome = compare::of_message(entry, &texts, &|text| self.named(text));
            not_taken.extend(outcome.refused.into_iter().map(|one| (Some(entry), one)));
            emptied.entry(texts[0].file).or_default().extend(outcome.emptied);
            for (line, remark) in outcome.remarks {
                taken.say((texts[0].file, line), Weight::Warning, None, remark);
            }
            let Some(planned) = outcome.planned else { continue };
            match judge(locale, entry, &planned) {
                Some(why) => not_taken.push((Some(entry), NotTaken { text: planned.text, why })),
                None => {
                    let who = self.who(&planned.text)?;
                    plan.texts.push((entry.clone(), planned, who));
                }
            }
        }
        for (file, lines) in emptied.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            let count = counted(lines.len(), "translation");
            let message =
                format!("{count} of {name} taken out: what the project has stays (`handback review` rejects)");
            let line = lines.into_iter().min().unwrap_or(1);
            taken.say((file, line), Weight::Warning, None, message);
        }
        not_taken.sort_by_key(|(_, one)| (one.text.file, one.text.line));
        for (entry, one) in not_taken {
            self.refuse(Some(locale), entry, one, taken);
        }
        Ok(plan)
    }

    /// Texts that are not, or no longer, texts of the project. A person's work on one is not lost.
    fn unknown(&self, texts: Vec<Incoming>, taken: &mut Taken, not_taken: &mut Vec<(Option<&Entry>, NotTaken)>) {
        for text in &texts {
            if let Some(note) = &text.note {
                let why = format!("the project has no such text, of which a note says: {note}");
                taken.say((text.file, text.line), Weight::Warning, Some(text.ticket.name()), why);
            }
        }
        for text in texts {
            let why = match &text.ticket.document {
                Some(document) => format!("{document} has no wording of its own for it any more"),
                None => "the project has no such text any more".to_owned(),
            };
            if !text.ticket.is_unchanged(text.target.as_deref()) && text.target.is_some() {
                not_taken.push((None, NotTaken { text, why }));
                continue;
            }
            taken.say((text.file, text.line), Weight::Warning, Some(text.ticket.name()), why);
        }
    }

    /// Who translated a text, if anybody is named.
    fn named(&self, text: &Incoming) -> Option<Reviewer> {
        let of_file = || self.files[text.file].returned.author.as_deref().and_then(Reviewer::new);
        let of_text = || text.author.as_deref().and_then(Reviewer::new);
        self.order.translator.clone().or_else(of_text).or_else(of_file)
    }

    fn who(&self, text: &Incoming) -> Result<Reviewer, Problems> {
        let file = text.file;
        self.named(text).ok_or_else(|| {
            let message = "nobody is named who translated it, and the file does not say: `--translator NAME`; nothing was imported";
            let mut problems = Problems::default();
            problems.push(Problem::error(message).at(self.files[file].path.clone(), Some(text.line)));
            problems
        })
    }

    fn refuse(&self, locale: Option<LocaleView<'_>>, entry: Option<&Entry>, one: NotTaken, taken: &mut Taken) {
        let file = one.text.file;
        let ReadFile { path, format, .. } = &self.files[file];
        let why = format!("{}{}", alike::REFUSED, one.why);
        taken.say((file, one.text.line), Weight::Finding, Some(one.text.ticket.name()), why);
        let outgoing = refused::text(locale, entry, *format, &one);
        match taken.open.iter_mut().find(|(index, _)| *index == file) {
            Some((_, texts)) => texts.push(outgoing),
            None => taken.open.push((file, vec![outgoing])),
        }
        taken.report.refused.push(Refused {
            locale: one.text.ticket.locale.clone(),
            id: one.text.ticket.name(),
            file: path.clone(),
            line: one.text.line,
            text: one.text.target.unwrap_or_default(),
            why: one.why,
        });
    }

    /// Does what was planned for a locale.
    fn take(&self, snapshot: &mut Snapshot<'_>, index: usize, plan: Plan, taken: &mut Taken) -> Result<(), Problems> {
        if plan.texts.is_empty() && plan.notes.is_empty() {
            return Ok(());
        }
        let name = snapshot.locale(index).name().to_owned();
        let own = &mut snapshot.analysis.locales[index];
        for (entry, planned, who) in plan.texts {
            let ReadFile { path, .. } = &self.files[planned.text.file];
            let catalog = own.catalog.file_mut(&entry.key);
            if let Err(refusal) = take::take(catalog, &entry, &planned, &who, self.order.today) {
                self.refuse(None, Some(&entry), NotTaken { text: planned.text, why: refusal.to_string() }, taken);
                continue;
            }
            let was = entry.translation.clone().filter(|was| *was != planned.pattern);
            if let Some(was) = was.filter(|_| matches!(planned.verdict, Verdict::Edit | Verdict::AcceptDraft)) {
                own.pages.replaced.push((entry.id.clone(), was));
            }
            taken.report.changes.push(change(&name, &entry, &planned, &who, path));
        }
        for (entry, text, who) in plan.notes {
            let path = self.files[text.file].path.clone();
            match take::note(own.catalog.file_mut(&entry.key), &entry, &text, &who, self.order.today) {
                Some(note) => taken.report.changes.push(noted(&name, &entry, &text, (&who, path, note))),
                None => {
                    let (id, note) = (text.ticket.name(), text.note.unwrap_or_default());
                    let why = format!("there is no translation to keep a note with, which says: {note}");
                    taken.say((text.file, text.line), Weight::Warning, Some(id), why);
                }
            }
        }
        let written = store::settle(&mut own.catalog, &snapshot.analysis.extraction.reference);
        own.resources.retain(|(key, _)| !written.iter().any(|(other, _)| other == key));
        own.resources.extend(written);
        Ok(())
    }
}

/// A translation may be so many times as long as its English, and this long in any case: what is longer is no translation.
const LONGER: usize = 50;
const LONGEST: usize = 20_000;

/// Why a wording is refused, by the same judge as at every door. It is judged by the English that it was made from.
fn judge(locale: LocaleView<'_>, entry: &Entry, planned: &Planned) -> Option<String> {
    let english = match planned.verdict {
        Verdict::Edit | Verdict::Approve | Verdict::AcceptDraft => Some(&entry.english),
        _ => planned.english.as_ref(),
    };
    let english = english?;
    let (long, length) = (english.chars().count(), planned.pattern.as_str().chars().count());
    if length > LONGEST.max(LONGER * long) {
        return Some(format!("the translation has {length} characters, and its English {long}: is it one?"));
    }
    let problems = proof::of_wording(locale, entry, english, &planned.pattern);
    let refused: Vec<String> =
        problems.into_iter().filter(|problem| problem.refused).map(|problem| problem.message).collect();
    (!refused.is_empty()).then(|| refused.join("; "))
}

fn change(locale: &str, entry: &Entry, planned: &Planned, who: &Reviewer, file: &Path) -> Change {
    let before = entry.translation.as_ref().map(Pattern::shown).unwrap_or_default();
    let after = planned.pattern.shown();
    let what = match planned.verdict {
        Verdict::Approve | Verdict::AcceptDraft | Verdict::ApproveStale => What::Approved,
        Verdict::Start | Verdict::Keep => What::Earlier,
        Verdict::Conflict => What::Conflict,
        _ => What::Translated,
    };
    Change {
        locale: locale.to_owned(),
        id: planned.text.ticket.name(),
        document: entry.key.document().map(ToString::to_string),
        file: file.to_owned(),
        line: planned.text.line,
        what,
        by: who.to_string(),
        diff: words::diff(&before, &after),
        before,
        after,
        note: None,
    }
}

fn noted(locale: &str, entry: &Entry, text: &Incoming, (who, file, note): (&Reviewer, PathBuf, String)) -> Change {
    Change {
        locale: locale.to_owned(),
        id: text.ticket.name(),
        document: entry.key.document().map(ToString::to_string),
        file,
        line: text.line,
        what: What::Noted,
        by: who.to_string(),
        before: String::new(),
        after: String::new(),
        diff: Vec::new(),
        note: Some(note),
    }
}

/// What was done, in a sentence: `3 messages translated, 1 approved`.
pub fn summary(report: &ImportReport) -> String {
    let count = |what: What| report.changes.iter().filter(|change| change.what == what).count();
    let mut parts = Vec::new();
    for (what, said) in [
        (What::Translated, "translated"),
        (What::Approved, "approved"),
        (What::Earlier, "made from an earlier English, and kept as such"),
        (What::Conflict, "that another person translated meanwhile, and kept for a decision"),
        (What::Noted, "with a note"),
    ] {
        match count(what) {
            0 => {}
            some => parts.push(format!("{} {said}", counted(some, "message"))),
        }
    }
    if !report.refused.is_empty() {
        parts.push(format!("{} refused", counted(report.refused.len(), "message")));
    }
    if parts.is_empty() { "nothing changed".to_owned() } else { parts.join("; ") }
}
