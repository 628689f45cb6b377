//! Folders and files of a site that are named like locales.
//!
//! What cannot be looked into is an error: nobody knows which locales lie there.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::problem::FileError;
use crate::settings::locale::{canonical, language, tag_of};

/// Names of countries that sites give to languages, where no language has that name, and languages with their countries in one word.
const ALIASES: [(&str, &str); 14] = [
    ("ptbr", "pt-BR"),
    ("zhcn", "zh-CN"),
    ("zhtw", "zh-TW"),
    ("zhhans", "zh-Hans"),
    ("zhhant", "zh-Hant"),
    ("cn", "zh-CN"),
    ("jp", "ja"),
    // Kanuri has this name, and no site.
    ("kr", "ko"),
    ("ua", "uk"),
    ("cz", "cs"),
    ("dk", "da"),
    ("vn", "vi"),
    ("gr", "el"),
    ("cht", "zh-TW"),
];

/// English names of languages, by which single documents name them: `README.french.md`.
const NAMES: [(&str, &str); 39] = [
    ("arabic", "ar"),
    ("basque", "eu"),
    ("bengali", "bn"),
    ("brazilian-portuguese", "pt-BR"),
    ("bulgarian", "bg"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("indonesian", "id"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("norwegian", "nb"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("simplified-chinese", "zh-CN"),
    ("slovak", "sk"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("thai", "th"),
    ("traditional-chinese", "zh-TW"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("vietnamese", "vi"),
];

/// The locale that a name stands for which is none.
pub fn of_alias(name: &str) -> Option<&'static str> {
    let mut known = ALIASES.iter().chain(&NAMES);
    known.find(|(alias, _)| name.eq_ignore_ascii_case(alias)).map(|(_, tag)| *tag)
}

/// Whether a name is none of a locale, and stands for one.
pub fn is_alias(name: &str) -> bool {
    of_alias(name).is_some()
}

/// The canonical form of a locale as a site writes it.
pub fn tag(name: &str) -> Option<String> {
    of_alias(name).map(str::to_owned).or_else(|| canonical(name).ok())
}

/// Whether an error says that nothing of that name is there.
pub fn is_not_there(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Whether a folder is there.
pub fn has_folder(root: &Path, folder: &str) -> Result<bool, FileError> {
    match std::fs::metadata(root.join(folder)) {
        Ok(found) => Ok(found.is_dir()),
        Err(error) if is_not_there(error.kind()) => Ok(false),
        Err(error) => Err(FileError::io(folder, "look for the site's documents", &error)),
    }
}

/// The names of the folders below another, and those of its files, sorted.
pub fn listed(root: &Path, folder: &str) -> Result<(Vec<String>, Vec<String>), FileError> {
    let shown = if folder.is_empty() { "." } else { folder };
    let fail = |error: &std::io::Error| FileError::io(shown, "look for folders of locales", error);
    let entries = match std::fs::read_dir(root.join(folder)) {
        Ok(entries) => entries,
        Err(error) if is_not_there(error.kind()) => return Ok((Vec::new(), Vec::new())),
        Err(error) => return Err(fail(&error)),
    };
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in entries {
        let entry = entry.map_err(|error| fail(&error))?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let into = if entry.path().is_dir() { &mut folders } else { &mut files };
        into.push(name);
    }
    folders.sort();
    files.sort();
    Ok((folders, files))
}

/// The folders below another that are named like locales, sorted.
pub fn locale_folders(root: &Path, folder: &str) -> Result<Vec<String>, FileError> {
    let (folders, _) = listed(root, folder)?;
    let (mut found, others): (Vec<String>, Vec<String>) = folders.into_iter().partition(|name| is_locale(name));
    found.extend(rare_locales(root, folder, &found, others)?);
    found.sort();
    Ok(found)
}

/// Whether a name is that of a locale.
pub fn is_locale(name: &str) -> bool {
    tag_of(name).is_some() || is_alias(name)
}

/// Folders named with three letters, as languages are that software is seldom translated into (`pcm`), and many other
/// things: beside at least two locales, with nothing in them but documents that are named as those of locales are.
fn rare_locales(root: &Path, folder: &str, known: &[String], names: Vec<String>) -> Result<Vec<String>, FileError> {
    const TELLING: usize = 3;
    let is_tag = |name: &String| name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    let names: Vec<String> = names.into_iter().filter(is_tag).collect();
    if known.len() < 2 || names.is_empty() {
        return Ok(Vec::new());
    }
    let mut usual = BTreeSet::new();
    for locale in known {
        usual.extend(listed(root, &super::below(folder, locale))?.1);
    }
    let mut found = Vec::new();
    for name in names {
        let (_, files) = listed(root, &super::below(folder, &name))?;
        let documents = files.iter().filter(|file| is_document(file));
        let (like, other): (Vec<&String>, Vec<&String>) = documents.partition(|file| usual.contains(*file));
        if like.len() >= TELLING && other.is_empty() {
            found.push(name);
        }
    }
    Ok(found)
}

/// The locale of the sources as their folder is named, where they have one: a site of `en-US` may keep them in `en`.
pub fn home(root: &Path, folder: &str, said: String) -> Result<String, FileError> {
    for name in [said.clone(), said.to_lowercase(), language(&said).to_owned()] {
        if has_folder(root, &super::below(folder, &name))? {
            return Ok(name);
        }
    }
    Ok(said)
}

/// Names of folders that are locales with a region or a script, where localized documents and resources usually lie: a
/// language alone (`docs`, `tests`, `src`) would fit too many.
///
/// # Errors
/// One of these folders cannot be looked into.
pub fn locales_with_region(root: &Path) -> Result<Vec<String>, FileError> {
    let mut all = BTreeSet::new();
    for folder in ["", "locales", "localized-docs", "docs"] {
        all.extend(locale_folders(root, folder)?);
    }
    Ok(all.into_iter().filter(|name| name.contains('-') && canonical(name).as_ref() == Ok(name)).collect())
}

/// The locales that suffixes of file names say: `page.fr.md`.
pub fn locale_suffixes(root: &Path, folder: &str) -> Result<Vec<String>, FileError> {
    if !has_folder(root, folder)? {
        return Ok(Vec::new());
    }
    // By the paths that documents have without it.
    let mut suffixes: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    let mut plain = BTreeSet::new();
    for entry in ignore::WalkBuilder::new(root.join(folder)).build() {
        let entry =
            entry.map_err(|error| FileError::new(folder, format!("cannot look for localized documents: {error}")))?;
        let name = entry.file_name().to_str().unwrap_or_default();
        let Some(stem) = [".md", ".mdx"].iter().find_map(|end| name.strip_suffix(end)) else { continue };
        match stem.rsplit_once('.').filter(|(_, suffix)| is_locale(suffix)) {
            Some((stem, suffix)) => {
                suffixes.entry(entry.path().with_file_name(stem)).or_default().insert(suffix.to_owned());
            }
            None => {
                plain.insert(entry.path().with_file_name(stem));
            }
        }
    }
    // `fly.io.md` without a page `fly.md` is about something of that name.
    let is_one_of_several =
        |(path, locales): &(&PathBuf, &BTreeSet<String>)| plain.contains(*path) || locales.len() > 1;
    let found: BTreeSet<&String> = suffixes.iter().filter(is_one_of_several).flat_map(|(_, locales)| locales).collect();
    Ok(found.into_iter().cloned().collect())
}

/// Whether a path is that of a page in Markdown.
pub fn is_document(path: impl AsRef<Path>) -> bool {
    path.as_ref().extension().is_some_and(|extension| extension == "md" || extension == "mdx")
}
