//! Single documents with their translations beside them: `README.md` and `README.fr.md`, in whatever folder; or in a folder beside
//! them: `translations/README-fr.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::folders::{is_alias, is_locale};
use super::{Site, SiteTree};
use crate::problem::FileError;

/// What stands between the name of a document and a locale.
const SEPARATORS: [char; 3] = ['.', '-', '_'];

/// So many names of documents are listed.
const MOST: usize = 8;

/// So many locales in a folder of their own show that it has translations.
const ENOUGH: usize = 2;

/// Documents that have translations with one separator.
#[derive(Debug, Default)]
struct Named {
    locales: BTreeSet<String>,
    /// Names of the English without their extension, and whether one lies in a folder.
    stems: BTreeMap<String, bool>,
    /// A translation, to name what was found.
    example: String,
}

/// The documents of a repository that have translations beside them.
///
/// # Errors
/// A folder cannot be looked into.
pub fn look(root: &Path) -> Result<Option<Site>, FileError> {
    let files = documents(root)?;
    let mut all: BTreeMap<char, Named> = BTreeMap::new();
    for file in &files {
        let Some(stem) = file.file_stem().and_then(|stem| stem.to_str()) else { continue };
        for separator in SEPARATORS {
            let split = if separator == '.' { stem.rsplit_once(separator) } else { stem.split_once(separator) };
            let Some((english, locale)) = split else { continue };
            // `how-to.md` is no translation of `how.md`; names of this kind are written in capitals.
            let is_telling = separator == '.' || english.bytes().all(|byte| byte.is_ascii_uppercase());
            if is_telling && is_locale(locale) && files.contains(&file.with_file_name(format!("{english}.md"))) {
                let named = all.entry(separator).or_default();
                named.locales.insert(locale.to_owned());
                let is_below = file.parent().is_some_and(|folder| folder != Path::new(""));
                *named.stems.entry(english.to_owned()).or_default() |= is_below;
                if named.example.is_empty() {
                    named.example = file.to_string_lossy().replace('\\', "/");
                }
            }
        }
    }
    let most = all.into_iter().max_by_key(|(separator, named)| (named.locales.len(), std::cmp::Reverse(*separator)));
    let beside = most.as_ref().map_or(0, |(_, named)| named.locales.len());
    let apart = apart(&files).filter(|site| site.locales.len() > beside.max(ENOUGH - 1));
    Ok(apart.or_else(|| most.map(|(separator, named)| site(separator, named))))
}

/// Folders whose documents are named by nothing but their locales: `translations/fr.md`.
const OF_LOCALES: [&str; 10] =
    ["translations", "translation", "i18n", "l10n", "locales", "locale", "lang", "langs", "languages", "readmes"];

/// Folders of translations of the README beside them, each named by its locale alone. No output says so, but they are not English.
///
/// # Errors
/// A folder cannot be looked into.
pub fn named_by_locale(root: &Path) -> Result<Vec<String>, FileError> {
    let files = documents(root)?;
    let mut all: BTreeMap<&Path, (usize, usize)> = BTreeMap::new();
    for file in &files {
        let (Some(stem), Some(folder)) = (file.file_stem().and_then(|stem| stem.to_str()), file.parent()) else {
            continue;
        };
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
        if OF_LOCALES.contains(&name.as_str()) {
            let (locales, others) = all.entry(folder).or_default();
            *(if is_locale(stem) || is_alias(stem) { locales } else { others }) += 1;
        }
    }
    let is_one = |(folder, (locales, others)): &(&Path, (usize, usize))| {
        let has_english = folder.parent().is_some_and(|above| files.contains(&above.join("README.md")));
        has_english && *locales >= ENOUGH && locales > others && !files.contains(&folder.join("en.md"))
    };
    let shown = |folder: &Path| folder.to_string_lossy().replace('\\', "/");
    Ok(all.into_iter().filter(is_one).map(|(folder, _)| shown(folder)).collect())
}

/// The document that has translations in a folder beside it, in most locales.
fn apart(files: &BTreeSet<PathBuf>) -> Option<Site> {
    let mut all: BTreeMap<(&Path, &str, char), BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        let (Some(stem), Some(folder)) = (file.file_stem().and_then(|stem| stem.to_str()), file.parent()) else {
            continue;
        };
        let Some(above) = folder.parent() else { continue };
        for separator in SEPARATORS {
            let Some((english, locale)) = stem.split_once(separator).filter(|(_, locale)| is_locale(locale)) else {
                continue;
            };
            let name = format!("{english}.md");
            if files.contains(&above.join(&name)) && !files.contains(&folder.join(&name)) {
                all.entry((folder, english, separator)).or_default().insert(locale);
            }
        }
    }
    let ((folder, english, separator), locales) = all.into_iter().max_by_key(|(_, locales)| locales.len())?;
    let shown = |path: &Path| path.to_string_lossy().replace('\\', "/");
    Some(Site {
        name: "a document with locales",
        by: shown(folder),
        flavor: "gfm",
        source_locale: "en".into(),
        locales: locales.into_iter().map(str::to_owned).collect(),
        trees: vec![SiteTree {
            sources: vec![shown(&folder.parent()?.join(format!("{english}.md")))],
            output: Some(format!("{}/{{stem}}{separator}{{locale}}.{{ext}}", shown(folder))),
        }],
    })
}

fn site(separator: char, named: Named) -> Site {
    let glob = |(stem, is_below): (&String, &bool)| match is_below {
        true => format!("**/{stem}.md"),
        false => format!("{stem}.md"),
    };
    // A list that nobody would read names most of what is there.
    let mut sources: Vec<String> = match named.stems.len() {
        0..=MOST => named.stems.iter().map(glob).collect(),
        _ => vec!["**/*.md".to_owned()],
    };
    sources.extend(["!node_modules/**".to_owned(), "!**/node_modules/**".to_owned()]);
    let output = Some(format!("{{dir}}{{stem}}{separator}{{locale}}.{{ext}}"));
    Site {
        name: "documents with locales",
        by: named.example,
        flavor: "gfm",
        source_locale: "en".into(),
        locales: named.locales.into_iter().collect(),
        trees: vec![SiteTree { sources, output }],
    }
}

/// The paths of all documents in Markdown, from the folder of the project.
fn documents(root: &Path) -> Result<BTreeSet<PathBuf>, FileError> {
    let mut found = BTreeSet::new();
    for entry in ignore::WalkBuilder::new(root).filter_entry(|entry| entry.file_name() != "node_modules").build() {
        let entry =
            entry.map_err(|error| FileError::misuse(format!("cannot look for localized documents: {error}")))?;
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "md")
            && entry.file_type().is_some_and(|kind| kind.is_file())
        {
            found.extend(path.strip_prefix(root).ok().map(Path::to_owned));
        }
    }
    Ok(found)
}
