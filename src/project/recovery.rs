//! Completes what a run noted and could not finish: [`finish`].
//!
//! Where every file is still as the run left it, the rest is put in place. A file that others changed since is never
//! written over: of a resource and its state, messages that are as the run knew them become what the run wanted, and all
//! others stay. What goes from one file to another leaves the one only when the other has it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use handback_core::catalog::Id;

use super::blend::{Pair, Sides};
use super::journal::{self, Entry, Read};
use super::transaction::{Step, end, print, take};
use super::{disk, files, paths};
use crate::problem::FileError;
use crate::settings::config::Config;

/// How a noted file is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// As it is to be.
    Done,
    /// As it was, and what it is to be lies beside it.
    Ready,
    /// As it was, and what it is to be is lost.
    Lost,
    /// As others made it.
    Foreign,
}

/// A noted file.
struct Noted {
    entry: Entry,
    step: Step,
    standing: Standing,
    /// What lies there, and what the run was to put there.
    now: Option<Vec<u8>>,
    new: Option<Vec<u8>>,
}

/// Completes the transaction that a run noted before it was interrupted. The project's lock is held.
///
/// # Errors
/// A file that cannot be read or written: the note stays. A note that is damaged: it is set aside, once.
pub(super) fn finish(config: &Config) -> Result<(), FileError> {
    let entries = match journal::read(config)? {
        Read::None => return Ok(()),
        Read::Whole(entries) => entries,
        Read::Damaged(aside) => return Err(damaged(config, &aside)),
    };
    let mut noted = entries.into_iter().map(|entry| note(config, entry)).collect::<Result<Vec<_>, _>>()?;
    settle_lost(&mut noted);
    if noted.iter().all(|one| matches!(one.standing, Standing::Done | Standing::Ready)) {
        for one in noted.iter().filter(|one| one.standing == Standing::Ready) {
            take(config, &one.step)?;
        }
    } else {
        around_others(config, &noted)?;
    }
    for temporary in noted.iter().filter_map(|one| one.step.temporary.as_ref()) {
        // Those that are left are found by the next run.
        let _ = disk::unlink_if_there(temporary);
    }
    let steps: Vec<Step> = noted.into_iter().map(|one| one.step).collect();
    end(config, &steps)
}

fn damaged(config: &Config, aside: &Path) -> FileError {
    let message = "a run was interrupted, and its note of what was to be written is damaged: compare the catalog with its \
                   last commit (`git diff`), delete this file, and run the command again";
    FileError::new(config.shown(aside), message)
}

fn note(config: &Config, entry: Entry) -> Result<Noted, FileError> {
    let path = config.resources.join(&entry.path);
    let target = disk::behind_links(&path);
    let temporary = entry.temporary.as_ref().map(|name| target.with_file_name(name));
    let now = read(config, &target)?;
    let new = temporary.as_deref().map(|path| read(config, path)).transpose()?.flatten();
    let new = new.filter(|bytes| Some(print(bytes)) == entry.new);
    let found = now.as_deref().map(print);
    let standing = match () {
        () if found == entry.new => Standing::Done,
        () if found != entry.old => Standing::Foreign,
        () if entry.new.is_none() || new.is_some() => Standing::Ready,
        () => Standing::Lost,
    };
    let new = if standing == Standing::Done { now.clone() } else { new };
    let step = Step { path, target, temporary, made: entry.made };
    Ok(Noted { entry, step, standing, now, new })
}

/// Files were put in place one after the other: what lies before one that is in place was in place too, and others
/// changed it back since.
fn settle_lost(noted: &mut [Noted]) {
    let in_place = noted.iter().rposition(|one| one.standing == Standing::Done).unwrap_or(0);
    for one in noted[..in_place].iter_mut().filter(|one| one.standing == Standing::Lost) {
        one.standing = Standing::Foreign;
    }
    // What others made of a file that was in place is where it is to go on from.
    for one in noted.iter_mut().filter(|one| one.standing == Standing::Foreign && one.new.is_none()) {
        if one.entry.new.is_some() {
            one.new.clone_from(&one.now);
        }
    }
}

fn read(config: &Config, path: &Path) -> Result<Option<Vec<u8>>, FileError> {
    match files::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(FileError::io(config.shown(path), "read the file", &error)),
    }
}

/// A resource and its state, of which at least one is noted.
struct Couple {
    locale: String,
    /// Paths of resource and state.
    paths: [PathBuf; 2],
    sides: Sides,
}

/// Completes what can be completed without touching what others changed.
fn around_others(config: &Config, noted: &[Noted]) -> Result<(), FileError> {
    if noted.iter().any(|one| one.entry.made && one.standing == Standing::Lost) {
        return undo(config, noted);
    }
    let mut stems: BTreeMap<&str, [Option<&Noted>; 2]> = BTreeMap::new();
    for one in noted.iter().filter(|one| one.entry.made) {
        let (stem, extension) = one.entry.path.rsplit_once('.').unwrap_or((&one.entry.path, ""));
        if stem.ends_with(paths::PAGE) {
            // A hand-off belongs to no pair; the next run brings it up to date.
            continue;
        }
        stems.entry(stem).or_default()[usize::from(extension == "yaml")] = Some(one);
    }
    let (mut couples, mut unread) = (Vec::new(), BTreeSet::new());
    for (stem, pair) in stems {
        match couple(config, stem, pair)? {
            Some(couple) => couples.push(couple),
            None => drop(unread.insert(locale_of(stem))),
        }
    }
    // First everybody has everything, then what was given goes.
    for couple in &couples {
        write(config, couple, &|_| false)?;
    }
    let receives = |locale: &str, id: &Id| {
        let mut all = couples.iter().filter(|other| other.locale == locale && other.sides.receives(id)).peekable();
        // What cannot be read may be what was to receive it.
        !unread.contains(locale) && (all.peek().is_none() || all.any(|other| has(config, other, id)))
    };
    for couple in couples.iter().filter(|couple| !couple.sides.given().is_empty()) {
        write(config, couple, &|id| receives(&couple.locale, id))?;
    }
    for one in noted.iter().filter(|one| !one.entry.made && one.standing == Standing::Ready) {
        take(config, &one.step)?;
    }
    Ok(())
}

/// Takes back what was put in place: what belongs to it is lost. By the order of the note nothing was removed yet, nor
/// was anything of the reference put in place.
fn undo(config: &Config, noted: &[Noted]) -> Result<(), FileError> {
    for one in noted.iter().filter(|one| one.entry.made && one.standing == Standing::Done) {
        put(config, &one.step.path, one.now.as_deref(), one.entry.text.as_deref())?;
    }
    Ok(())
}

/// Reads the three sides of a pair. `None` where one cannot be read: it is left as it is, and reported when it is read
/// next.
fn couple(config: &Config, stem: &str, pair: [Option<&Noted>; 2]) -> Result<Option<Couple>, FileError> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let paths = [".ftl", ".yaml"].map(|extension| config.resources.join(format!("{stem}{extension}")));
    let mut sides = [Pair::default(), Pair::default(), Pair::default()];
    for (half, one) in pair.into_iter().enumerate() {
        let [old, new, now] = match one {
            Some(one) => {
                let new = one.new.as_deref().map(text);
                [one.entry.text.clone(), new, one.now.as_deref().map(text)]
            }
            None => {
                let now = read(config, &paths[half])?.as_deref().map(text);
                [now.clone(), now.clone(), now]
            }
        };
        for (side, value) in sides.iter_mut().zip([old, new, now]) {
            *(if half == 0 { &mut side.resource } else { &mut side.state }) = value;
        }
    }
    let [old, new, now] = &sides;
    let locale = locale_of(stem).to_owned();
    Ok(Sides::of(old, new, now).ok().map(|sides| Couple { locale, paths, sides }))
}

/// The locale of a noted file.
fn locale_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// Writes what a pair is to hold, where it does not hold it yet.
fn write(config: &Config, couple: &Couple, may_go: &dyn Fn(&Id) -> bool) -> Result<(), FileError> {
    let blended = couple.sides.blended(may_go);
    for (path, text) in couple.paths.iter().zip([blended.resource, blended.state]) {
        let now = read(config, &disk::behind_links(path))?;
        put(config, path, now.as_deref(), text.as_deref())?;
    }
    Ok(())
}

fn put(config: &Config, path: &Path, now: Option<&[u8]>, text: Option<&str>) -> Result<(), FileError> {
    let target = disk::behind_links(path);
    let (doing, done) = match text {
        _ if now == text.map(str::as_bytes) => return Ok(()),
        Some(text) => ("write the file", disk::replace(&target, text.as_bytes(), true)),
        None => ("remove the file", disk::unlink_if_there(&target)),
    };
    done.map_err(|error| FileError::io(config.shown(path), doing, &error))
}

/// The pair holds the message by now.
fn has(config: &Config, couple: &Couple, id: &Id) -> bool {
    let text = read(config, &disk::behind_links(&couple.paths[0])).ok().flatten();
    let resource = text.and_then(|text| String::from_utf8(text).ok());
    let resource = resource.and_then(|text| handback_core::catalog::resource::Resource::parse(text).ok());
    resource.is_some_and(|resource| resource.get(id).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::faults::{self, Fault};
    use super::*;

    const STATE: &str = "version: 2\nmessages:\n\n  # m\n  m:\n    \
                         {type: HT, origin: human, source: a, target: b, date: 2026-01-01}\n\n# end\n";
    const WORDING: &str = "# @m\nm = M\n\n";

    /// A file that a run noted: what was there, what is to be there, and what lies there now. New content lies beside
    /// its place, if it is not lost.
    #[derive(Clone)]
    struct File {
        path: &'static str,
        old: Option<&'static str>,
        new: Option<&'static str>,
        now: Option<&'static str>,
        lost: bool,
    }

    fn file(path: &'static str, old: &'static str, new: &'static str, now: &'static str) -> File {
        let [old, new, now] = [old, new, now].map(|text| Some(text).filter(|text| !text.is_empty()));
        File { path, old, new, now, lost: false }
    }

    /// The texts of the files after what a run noted was completed.
    fn finished(files: &[File]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR, de-DE]\n", folder.path()).unwrap();
        let entries: Vec<Entry> = files.iter().enumerate().map(|(at, file)| lay(&config, at, file)).collect();
        journal::write(&config, &entries).unwrap();
        finish(&config).unwrap();
        assert!(!journal::is_there(&config));
        let text = |file: &File| std::fs::read_to_string(config.resources.join(file.path)).unwrap_or_default();
        files.iter().map(text).collect()
    }

    fn lay(config: &Config, at: usize, file: &File) -> Entry {
        let path = config.resources.join(file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let temporary = file.new.map(|_| format!(".handback-abc12{at}"));
        if let (Some(name), Some(new), false) = (&temporary, file.new, file.lost || file.now == file.new) {
            std::fs::write(path.with_file_name(name), new).unwrap();
        }
        file.now.iter().for_each(|now| std::fs::write(&path, now).unwrap());
        let [old, new] = [file.old, file.new].map(|text| text.map(|text| print(text.as_bytes())));
        let made = !file.path.starts_with("en-US");
        let text = file.old.filter(|_| made).map(str::to_owned);
        Entry { path: file.path.into(), temporary, old, new, text, made }
    }

    /// `m` goes from `a` to the shared file of a locale, where somebody made something else of resource and state.
    fn moving(locale: &'static str, resource: &'static str, state: &'static str) -> [File; 4] {
        let [a, a_state, shared, shared_state] = match locale {
            "fr-FR" => ["fr-FR/a.ftl", "fr-FR/a.yaml", "fr-FR/shared.ftl", "fr-FR/shared.yaml"],
            _ => ["de-DE/a.ftl", "de-DE/a.yaml", "de-DE/shared.ftl", "de-DE/shared.yaml"],
        };
        [
            file(shared, "", WORDING, resource),
            file(shared_state, "", STATE, state),
            file(a, WORDING, "", WORDING),
            file(a_state, STATE, "", STATE),
        ]
    }

    #[test]
    fn what_was_ready_is_put_in_place() {
        assert_eq!(finished(&moving("fr-FR", "", "")), [WORDING, STATE, "", ""]);
        assert_eq!(finished(&moving("fr-FR", WORDING, "")), [WORDING, STATE, "", ""], "some of it was");
    }

    #[test]
    fn what_goes_leaves_its_file_when_the_other_has_it() {
        let by_hand = "# @x\nx = X\n\n";
        let texts = finished(&moving("fr-FR", by_hand, ""));
        assert!(texts[0].contains("m = M") && texts[0].contains("x = X"), "{}", texts[0]);
        assert_eq!(texts[2], "");
    }

    #[test]
    fn what_the_other_file_does_not_take_stays_in_each_locale_for_itself() {
        // Somebody noted something of `m` in the shared state: it is not as the run knew it.
        let other = "version: 2\nmessages:\n  m: {type: HT, origin: human, source: x, target: y, date: 2026-01-01}\n";
        for stuck in ["fr-FR", "de-DE"] {
            let one = |locale| moving(locale, "", if locale == stuck { other } else { "" });
            let texts = finished(&one("fr-FR").into_iter().chain(one("de-DE")).collect::<Vec<_>>());
            let (stays, goes) = if stuck == "fr-FR" { (&texts[..4], &texts[4..]) } else { (&texts[4..], &texts[..4]) };
            assert_eq!((stays[0].as_str(), stays[2].as_str()), ("", WORDING), "{stuck}");
            assert_eq!((goes[0].trim_end(), goes[2].as_str()), (WORDING.trim_end(), ""), "{stuck}");
        }
    }

    #[test]
    fn a_hand_off_is_no_file_that_could_receive_something() {
        let mut files = moving("fr-FR", "# @x\nx = X\n\n", "").to_vec();
        let hand_off = "version: 1\nhash: 1\ndate: 2026-01-01\nfileid: f\n";
        files.push(file("fr-FR/a.page.yaml", "", hand_off, ""));
        let texts = finished(&files);
        assert!(texts[0].contains("m = M") && texts[2].is_empty(), "{texts:?}");
    }

    #[test]
    fn nothing_leaves_its_file_while_another_cannot_be_read() {
        let conflict = "<<<<<<< ours\nx = X\n=======\nx = Y\n>>>>>>> theirs\n";
        assert_eq!(finished(&moving("fr-FR", conflict, "")), [conflict, "", WORDING, STATE]);
    }

    #[test]
    fn what_cannot_be_completed_is_undone() {
        let mut files = moving("fr-FR", WORDING, "");
        files[1].lost = true;
        // By the order of the note nothing was removed yet.
        assert_eq!(finished(&files), ["", "", WORDING, STATE]);
    }

    #[test]
    fn what_others_took_back_is_theirs() {
        // All was in place; somebody took the shared wording out again, and put the first file back.
        let mut files = moving("fr-FR", "", STATE);
        files[0].lost = true;
        files[2].now = None;
        files[3].now = None;
        assert_eq!(finished(&files), ["", STATE, "", ""]);
    }

    #[test]
    fn the_reference_is_written_after_what_people_made() {
        let mut files = moving("fr-FR", "# @x\nx = X\n\n", "").to_vec();
        files.push(file("en-US/shared.ftl", "", "m = Text\n", ""));
        files.push(file("en-US/a.ftl", "m = Text\n", "", "m = Text by hand\n"));
        let texts = finished(&files);
        assert_eq!((texts[4].as_str(), texts[5].as_str()), ("m = Text\n", "m = Text by hand\n"));
    }

    #[test]
    fn what_was_in_place_and_edited_since_loses_nothing() {
        let (old, new) = ("# @m\nm = M\n\n# @n\nn = N\n", "# @m\nm = M\n\n# @n\nn = N2\n");
        let edited = "# @m\nm = M\n\n# @n\nn = N2\n\n# @x\nx = X\n";
        let mut first = file("fr-FR/a.ftl", old, new, edited);
        first.lost = true;
        let texts = finished(&[first, file("fr-FR/b.ftl", "", WORDING, "")]);
        assert_eq!(texts[0], edited);
        assert_eq!(texts[1].trim_end(), WORDING.trim_end());
    }

    #[test]
    fn what_others_edited_is_not_undone() {
        let mut files = moving("fr-FR", WORDING, "");
        files[1].lost = true;
        files[2].now = Some("# @m\nm = By hand\n");
        assert_eq!(finished(&files), ["", "", "# @m\nm = By hand\n", STATE]);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_one_that_went() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("locales: [fr-FR]\n", folder.path()).unwrap();
        let ready = [file("fr-FR/a.ftl", "", WORDING, ""), file("fr-FR/b.ftl", "", WORDING, "")];
        let entries: Vec<Entry> = ready.iter().enumerate().map(|(at, file)| lay(&config, at, file)).collect();
        journal::write(&config, &entries).unwrap();
        let (one, other) = (config.resources.join("fr-FR/a.ftl"), config.resources.join("fr-FR/b.ftl"));
        std::fs::create_dir(&other).unwrap();
        let error = finish(&config).unwrap_err().to_string();
        assert!(error.contains("cannot read the file"), "{error}");
        assert!(!one.exists() && journal::is_there(&config), "nothing was done, and it is still noted");
        std::fs::remove_dir(&other).unwrap();
        finish(&config).unwrap();
        assert_eq!(std::fs::read_to_string(other).unwrap(), WORDING);
    }

    #[test]
    fn a_file_that_is_as_it_is_to_be_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config::parse("", folder.path()).unwrap();
        let path = folder.path().join("a.ftl");
        let guard = faults::inject(folder.path(), 0, Fault::Nothing);
        put(&config, &path, Some(b"x"), Some("x")).unwrap();
        put(&config, &path, None, None).unwrap();
        assert_eq!(guard.calls(), 0);
    }
}
