//! `handback resolve`: files that a merge, rebase, cherry-pick or stash left in conflict.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use handback_core::catalog::evidence::{self, Evidence as _};
use handback_core::catalog::locale::LocaleFile;
use handback_core::catalog::resource::{Entry, Resource};
use handback_core::catalog::state::{HandOff, State};
use handback_core::catalog::three_way::{self, Merged, Wordings};
use handback_core::catalog::{FileKey, Id};
use handback_core::text::conflict;
use ignore::WalkBuilder;

use super::pair::Pair;
use super::{Kind, elsewhere, kind, merge_derived, sibling};
use crate::problem::{FileError, shown};
use crate::project::evidence::Records;
use crate::project::merging::{self, Commits, Texts};
use crate::project::seen::{Print, Seen};
use crate::project::transaction::Plan;
use crate::project::write::Writer;
use crate::project::{discover, files, git, lock, paths};
use crate::settings::config::Config;

/// What was resolved.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Files that were written, below the project.
    pub written: Vec<PathBuf>,
    /// Files that are left as they are, with the reason.
    pub left: Vec<(PathBuf, String)>,
    /// Messages that two people worded differently.
    pub open: Vec<String>,
    /// Files that the next sync recomputes are among those written.
    pub derived: bool,
}

/// Resolves the files of the catalog that git could not merge; those below `wanted`, if any are named.
pub fn resolve(config: &Config, wanted: &[PathBuf]) -> Result<Resolved, FileError> {
    let _lock = lock::acquire(config)?;
    let root = &config.root;
    // Outside a repository nothing conflicts, and something may stand twice all the same.
    let unmerged = merging::unmerged(root);
    if unmerged.is_none()
        && let Some(why) = git::refusal(root)
    {
        return Err(FileError::new(".", format!("it is not known what is in conflict: {why}")));
    }
    let unmerged = unmerged.unwrap_or_default();
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let is_wanted = |path: &PathBuf| {
        let path = absolute(&root.join(path));
        wanted.is_empty() || wanted.iter().any(|wanted| path.starts_with(absolute(wanted)))
    };
    let is_known = |wanted: &&PathBuf| {
        let wanted = absolute(wanted);
        // Resource and state are resolved together, whichever of them is named or is left.
        let pair = ["ftl", "yaml"].map(|extension| wanted.with_extension(extension));
        let is_of_pair = pair.contains(&wanted) && pair.iter().any(|path| files::is_there(path));
        is_of_pair
            || files::is_there(&wanted)
            || unmerged.iter().any(|path| absolute(&root.join(path)).starts_with(&wanted))
    };
    if let Some(nowhere) = wanted.iter().find(|wanted| !is_known(wanted)) {
        let message = "no such file or folder, and git has none in conflict: `git status` lists what is";
        return Err(FileError::new(nowhere, message));
    }
    let mut run = Run {
        config,
        seen: Seen::default(),
        changes: Vec::new(),
        resolved: Resolved::default(),
        done: BTreeSet::new(),
    };
    for path in unmerged.iter().filter(|path| is_wanted(path)) {
        let Some(kind) = kind(config, path) else { continue };
        if !run.done.insert(path.clone()) {
            continue;
        }
        if let Err(reason) = run.one(path, kind, &unmerged) {
            run.resolved.left.push((path.clone(), reason));
        }
    }
    let (resources, unlisted) = resources(config);
    run.resolved.left.extend(unlisted);
    for path in resources.iter().filter(|path| is_wanted(path) || is_wanted(&path.with_extension("yaml"))) {
        if let Err(reason) = run.single(path) {
            run.resolved.left.push((path.clone(), reason));
        }
    }
    let plan = Plan::new(&run.seen);
    for (path, text) in run.changes {
        match text.is_empty() {
            true => plan.remove(path),
            false => plan.put(path, text),
        }
    }
    plan.commit(config, &Writer::new(false)).map_err(|stopped| stopped.into_error(config))?;
    let mut resolved = run.resolved;
    resolved.written.sort();
    Ok(resolved)
}

/// The resources of all locales, and of the reference, below the project, and what cannot be listed, with the reason.
fn resources(config: &Config) -> (Vec<PathBuf>, Vec<(PathBuf, String)>) {
    let names = config.locales.iter().map(|locale| &locale.name).chain([&config.source_locale]);
    let folders = names.map(|name| config.locale_folder(name));
    let (mut paths, mut unlisted) = (Vec::new(), Vec::new());
    for folder in folders.filter(|folder| files::is_there(folder)) {
        for entry in WalkBuilder::new(folder).standard_filters(false).build() {
            match entry {
                Ok(entry) => paths.push(config.shown(entry.path())),
                Err(error) => {
                    let error = discover::walk_error(config, &error);
                    unlisted.push((error.path, error.message));
                }
            }
        }
    }
    paths.retain(|path| matches!(kind(config, path), Some(Kind::Resource | Kind::Reference)));
    paths.sort();
    (paths, unlisted)
}

/// The locale that a file of the catalog is of.
fn locale_of<'c>(config: &'c Config, path: &Path) -> Option<&'c str> {
    let whole = config.root.join(path);
    let names = config.locales.iter().map(|locale| locale.name.as_str());
    names.into_iter().find(|name| whole.starts_with(config.locale_folder(name)))
}

/// What is on record of a wording of a message, here or in git.
fn known(records: &Records<'_>, id: &Id, wording: &str) -> Option<State> {
    let mut found = records.records(id, wording);
    found.retain(|record| record.id == *id);
    if found.is_empty() {
        found = records.history(&[wording.into()]).remove(wording).unwrap_or_default();
        found.retain(|record| record.id == *id);
    }
    evidence::best(&found).map(|record| record.state.clone())
}

/// The commits that are merged, where the file is in each of them, and its texts: a document was renamed, or texts moved
/// between files, and git takes that for the same.
fn moved(config: &Config, path: &Path) -> Result<(Commits, [PathBuf; 3], Texts), String> {
    let root = &config.root;
    let commits = merging::renamed(root, path);
    let commits = commits.ok_or("it is not known which commits are merged: resolve it by hand")?;
    let mut places = merging::places(root, &commits, path);
    // What documents share is no document under another name.
    if places.iter().chain([&path.to_owned()]).any(|place| is_shared(config, place)) {
        places = [(); 3].map(|()| path.to_owned());
    }
    let texts = merging::committed_at(root, &commits, places.each_ref().map(PathBuf::as_path));
    Ok((commits, places, texts.ok_or("git cannot read the file")?))
}

/// Whether a path is that of the shared messages of a locale, or of what is known of them.
fn is_shared(config: &Config, path: &Path) -> bool {
    let path = config.root.join(path);
    let is_of_locale = path.parent().and_then(Path::parent) == Some(config.resources.as_path());
    is_of_locale && path.file_stem().is_some_and(|stem| stem == paths::resource_stem(&FileKey::Shared).as_str())
}

struct Run<'c> {
    config: &'c Config,
    /// What the files held that are written.
    seen: Seen,
    /// Files and what they are to hold; nothing: they go.
    changes: Vec<(PathBuf, String)>,
    resolved: Resolved,
    /// Files that were looked at.
    done: BTreeSet<PathBuf>,
}

impl Run<'_> {
    fn one(&mut self, path: &Path, kind: Kind, unmerged: &[PathBuf]) -> Result<(), String> {
        let root = &self.config.root;
        let mut own = merging::staged(root, path).ok_or("git has no three versions of it")?;
        self.is_as_git_left_it(path, &own)?;
        if kind.is_derived() {
            let text = merge_derived(kind, &own).ok_or("a version of it cannot be read")?;
            self.resolved.derived = true;
            return self.put(path, &text);
        }
        let beside = sibling(path, kind);
        let mut known = None;
        let other = match unmerged.contains(&beside) {
            true => {
                let other = merging::staged(root, &beside).ok_or("git has no three versions of the file beside it")?;
                self.is_as_git_left_it(&beside, &other)
                    .map_err(|why| format!("left beside {}: {why}", shown(&beside)))?;
                self.done.insert(beside.clone());
                other
            }
            false => {
                self.is_untouched(&beside)?;
                let (commits, places) = match merging::commits(root, None, path, &own) {
                    Some(commits) => (commits, [(); 3].map(|()| path.to_owned())),
                    None => {
                        let (commits, places, texts) = moved(self.config, path)?;
                        own = texts;
                        (commits, places)
                    }
                };
                let places = places.map(|place| sibling(&place, kind));
                let other = merging::committed_at(root, &commits, places.each_ref().map(PathBuf::as_path));
                let other = other.ok_or("git cannot read the file beside it")?;
                self.is_of_the_merge(&beside, &other)?;
                known = Some(commits);
                other
            }
        };
        let (resource, state) = if kind == Kind::Resource { (&own, &other) } else { (&other, &own) };
        let commits =
            known.or_else(|| merging::commits(root, None, path, &own)).or_else(|| merging::renamed(root, path));
        let elsewhere = |ids: &[Id]| {
            commits.as_ref().map_or_else(LocaleFile::default, |commits| elsewhere(root, commits, path, ids))
        };
        let pair = Pair { resource: Some(resource), state: Some(state), elsewhere: &elsewhere };
        let merged = pair.merge(Wordings::Best);
        let merged = merged.ok_or(
            "a version cannot be read, or both sides changed comments or terms: resolve it by hand, then run `handback sync`",
        )?;
        let (resource, state) = if kind == Kind::Resource { (path, &*beside) } else { (&*beside, path) };
        self.pair(resource, state, &merged)
    }

    /// Leaves every message of a resource and its state once.
    fn single(&mut self, path: &Path) -> Result<(), String> {
        let beside = sibling(path, Kind::Resource);
        if self.done.contains(path) || self.done.contains(&beside) {
            return Ok(());
        }
        let read = |path: &Path| match files::read_text(&self.config.root.join(path)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(format!("{} cannot be read: {error}", shown(path)))
            }
            read => Ok(read.unwrap_or_default()),
        };
        if kind(self.config, path) == Some(Kind::Reference) {
            let Some(text) = three_way::first_of_each(&read(path)?) else { return Ok(()) };
            self.resolved.derived = true;
            return self.put(path, &text);
        }
        let records = locale_of(self.config, path).map(|locale| Records::new(self.config, locale));
        let on_record = |id: &Id, wording: &str| known(records.as_ref()?, id, wording);
        match three_way::single(&read(path)?, &read(&beside)?, &on_record) {
            Some(merged) => self.pair(path, &beside, &merged),
            None => Ok(()),
        }
    }

    fn pair(&mut self, resource: &Path, state: &Path, merged: &Merged) -> Result<(), String> {
        self.resolved.open.extend(merged.open.iter().map(ToString::to_string));
        if let Some(hand_off) = &merged.state.document {
            let page = resource.with_extension("").display().to_string() + paths::PAGE + ".yaml";
            self.put(Path::new(&page), &HandOff::format(hand_off))?;
        }
        let yaml = if merged.state.is_empty() { String::new() } else { merged.state_source() };
        self.put(resource, &merged.resource)?;
        self.put(state, &yaml)
    }

    /// Notes what a file is to hold; one that says nothing goes.
    fn put(&mut self, path: &Path, text: &str) -> Result<(), String> {
        let whole = self.config.root.join(path);
        match files::read(&whole) {
            Ok(bytes) => self.seen.note(&whole, Some(Print::of(&bytes))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(format!("cannot be read: {error}")),
        }
        self.changes.push((whole, text.to_owned()));
        self.resolved.written.push(path.to_owned());
        Ok(())
    }

    /// What somebody has begun to resolve by hand is not written over.
    fn is_as_git_left_it(&self, path: &Path, own: &Texts) -> Result<(), String> {
        let found = files::read_text(&self.config.root.join(path)).unwrap_or_default().replace("\r\n", "\n");
        let marked = found.lines().any(conflict::is_border);
        let is_side = own.iter().any(|text| text.replace("\r\n", "\n") == found);
        match marked || is_side {
            true => Ok(()),
            false => Err(format!(
                "it holds no conflict marks any more: `git add` it, or bring them back with `git checkout -m -- {}`",
                shown(path)
            )),
        }
    }

    /// A wording that none of the merged versions has is somebody's who resolved the resource by hand.
    fn is_of_the_merge(&self, path: &Path, versions: &Texts) -> Result<(), String> {
        if kind(self.config, path) != Some(Kind::Resource) {
            return Ok(());
        }
        let entries = |text: &str| Resource::parse(text.to_owned()).map(|resource| resource.entries().to_vec());
        let known: Vec<_> = versions.iter().flat_map(|text| entries(text).unwrap_or_default()).collect();
        let is_known = |entry: &Entry| known.iter().any(|one| one.id == entry.id && one.pattern == entry.pattern);
        let found = files::read_text(&self.config.root.join(path)).unwrap_or_default();
        match entries(&found).is_ok_and(|found| found.iter().all(is_known)) {
            true => Ok(()),
            false => Err(format!(
                "{} was resolved by hand: resolve this file by hand too, or bring that conflict back with \
                 `git checkout -m -- {}`",
                shown(path),
                shown(path)
            )),
        }
    }

    fn is_untouched(&self, path: &Path) -> Result<(), String> {
        let root = &self.config.root;
        let found = files::read_text(&root.join(path)).unwrap_or_default().replace("\r\n", "\n");
        let known = merging::indexed(root, path).unwrap_or_default().replace("\r\n", "\n");
        match found == known {
            true => Ok(()),
            false => Err(format!("{} was changed since: commit or stash that first", shown(path))),
        }
    }
}
