//! Localized pages of locales that are not configured, where English and its translations lie in one tree.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use handback_core::catalog::DocumentName;
use handback_core::text::count::{are, counted};

use super::discover::{Found, relative};
use crate::problem::Problem;
use crate::settings::config::Config;
use crate::settings::locale::{language, tag_of};

/// Words that name folders of English documentation, and languages as well.
const ALSO_WORDS: &str = "am an ar as ay be bo br ch co cs el fo gd ha he hi ho hr ia id ie ii in io is it ki la li lo \
    mi ml mr ms mt my na no nr or os pa pi ps rm rs rw sa sc sd se sg si sm so ss st su ta te tk tl tn to tr ts tt ug \
    ve vi vo wa wo";

/// What a place begins with that is a name with a locale behind a hyphen.
const BEHIND_HYPHEN: [&str; 2] = ["*-", "*_"];

/// Leaves out what is a translation by its place and its name; returns what to say of it.
pub(super) fn leave_out(config: &Config, found: &mut BTreeMap<DocumentName, Found>) -> Vec<Problem> {
    let paths: BTreeSet<String> = found.values().filter_map(|found| shown(config, found)).collect();
    let mut candidates = Vec::new();
    // How many locales of a document lie beside each other, behind a hyphen.
    let mut siblings: BTreeMap<String, usize> = BTreeMap::new();
    for (name, found) in found.iter() {
        let Some(path) = shown(config, found) else { continue };
        let translated = in_folder(config, found, &path).or_else(|| beside(config, found, &path));
        let Some((place, mirrored)) = translated.or_else(|| behind_hyphen(config, &path)) else { continue };
        if BEHIND_HYPHEN.iter().any(|mark| place.starts_with(mark)) {
            *siblings.entry(mirrored[0].clone()).or_default() += 1;
        }
        candidates.push((name.clone(), place, mirrored));
    }
    let mut by_place: BTreeMap<String, Place> = BTreeMap::new();
    for (name, place, mirrored) in candidates {
        let place = by_place.entry(place).or_default();
        let has_siblings = mirrored.first().and_then(|path| siblings.get(path)).is_some_and(|count| *count > 1);
        let mirrors = has_siblings || mirrored.iter().any(|path| paths.contains(path));
        place.mirroring += usize::from(mirrors);
        place.telling |= mirrors && !mirrored.iter().all(|path| is_index(path));
        place.names.push(name);
    }
    by_place.retain(|place, found| found.mirrors(place));
    for name in by_place.values().flat_map(|place| &place.names) {
        found.remove(name);
    }
    by_place.iter().map(|(place, found)| note(place, found.names.len())).collect()
}

/// Documents of what may be one locale.
#[derive(Default)]
struct Place {
    names: Vec<DocumentName>,
    /// So many have an English document of the same name.
    mirroring: usize,
    /// One of them is named as no other folder would have it.
    telling: bool,
}

impl Place {
    /// Whether the documents are translations: most of them have their English. Every folder has an index.
    fn mirrors(&self, place: &str) -> bool {
        let tag =
            place.trim_end_matches('/').trim_start_matches(['*', '-', '_']).rsplit(['/', '.']).next().unwrap_or(place);
        let is_word = || tag.len() == 2 && ALSO_WORDS.split_whitespace().any(|word| word == tag);
        2 * self.mirroring >= self.names.len() && self.mirroring > 0 && (self.telling || !is_word())
    }
}

fn shown(config: &Config, found: &Found) -> Option<String> {
    relative(&config.root, &found.source.path)
}

/// A document in a folder that is named like a locale, where `output` has those of locales: that folder, and where its
/// English would lie.
fn in_folder(config: &Config, found: &Found, path: &str) -> Option<(String, Vec<String>)> {
    let output = &config.trees[found.tree].output;
    let below = output.below_locale()?;
    let root = match output.common_folder() {
        folder if folder.is_empty() => folder,
        folder => format!("{folder}/"),
    };
    let (folder, rest) = path.strip_prefix(root.as_str())?.split_once('/')?;
    // A glob that starts in the folder means it.
    let is_meant = found.base.starts_with(PathBuf::from(format!("{root}{folder}")));
    if is_meant || !is_foreign(config, folder) {
        return None;
    }
    let rest = rest.strip_prefix(below)?;
    Some((format!("{root}{folder}/"), vec![format!("{root}{rest}")]))
}

/// A document whose name has a locale in it, as `output` has it: its locale as part of a name, and where its English would
/// lie.
fn beside(config: &Config, found: &Found, path: &str) -> Option<(String, Vec<String>)> {
    let output = &config.trees[found.tree].output;
    let (stem, extension) = path.rsplit_once('.').filter(|_| output.is_suffix())?;
    let (stem, tag) = stem.rsplit_once('.')?;
    if !is_foreign(config, tag) {
        return None;
    }
    let source = [config.source_locale.as_str(), language(&config.source_locale)];
    let named = source.map(|tag| format!("{stem}.{tag}.{extension}"));
    Some((format!("*.{tag}"), [format!("{stem}.{extension}")].into_iter().chain(named).collect()))
}

/// A document whose name ends with a locale behind a hyphen, as names in capitals do (`HOWTO-fr.md`), or others with one that is no
/// word (`guide-zh-CN.md`): where its English would lie, beside it or above its folder.
fn behind_hyphen(config: &Config, path: &str) -> Option<(String, Vec<String>)> {
    let (stem, extension) = path.rsplit_once('.')?;
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let is_capital = |name: &str| !name.is_empty() && name.bytes().all(|byte| !byte.is_ascii_lowercase());
    let is_telling = |english: &str, tag: &str| {
        let is_word = ALSO_WORDS.split_whitespace().any(|word| word.eq_ignore_ascii_case(tag));
        is_foreign(config, tag) && (tag.contains(['-', '_']) || is_capital(english) && (!is_word || is_index(english)))
    };
    let splits = name.match_indices(['-', '_']).map(|(at, separator)| (&name[..at], separator, &name[at + 1..]));
    let (english, separator, tag) = splits.into_iter().find(|(english, _, tag)| is_telling(english, tag))?;
    let above = folder.rsplit_once('/').map_or("", |(above, _)| above);
    let places = [folder, above].map(|place| if place.is_empty() { String::new() } else { format!("{place}/") });
    let named = |place: &String| format!("{place}{english}.{extension}");
    Some((format!("*{separator}{tag}"), places.iter().map(named).collect()))
}

/// Whether a name is that of a locale other than English.
fn is_foreign(config: &Config, name: &str) -> bool {
    tag_of(name).is_some_and(|tag| language(&tag) != language(&config.source_locale))
}

fn is_index(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    let stem = file.split('.').next().unwrap_or(file).trim_start_matches('_');
    ["index", "readme", "toc", "summary"].iter().any(|known| stem.eq_ignore_ascii_case(known))
}

fn note(place: &str, count: usize) -> Problem {
    let what = match place.strip_prefix('*').filter(|named| named.len() > 1) {
        Some(named) => (format!("named `*{named}.*`"), &named[1..]),
        None => ("here".to_owned(), place.trim_end_matches('/').rsplit('/').next().unwrap_or(place)),
    };
    let (how, tag) = what;
    let message = format!(
        "{} {how} {} named like the English, with a locale: not read as English. To translate into it, add `{tag}` to \
         `locales`; if it is English, give it a tree of its own (`trees`)",
        counted(count, "document"),
        are(count)
    );
    let note = Problem::warning(message);
    if place.starts_with('*') { note } else { note.at(place.trim_end_matches('/'), None) }
}
