use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

use clap::Args;
use handback_core::variables::declaration::Variable;
use unic_langid::LanguageIdentifier;

use crate::cli::args::{Format, Global, today};
use crate::cli::commands::suggestions;
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::declare;
use handback::problem::shown;
use handback::project::files;
use handback::project::setup_git::{self, Setup};
use handback::settings::config::{Config, FILE_NAME};
use handback::snapshot::{self, Scope};

/// The folder that sources lie in by default.
const SOURCES: &str = "source-docs";

/// Write a handback.yaml for this folder, with the locales that are already there
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Locale to translate into; may be given several times [default: those found, else none]
    #[arg(long, value_name = "LOCALE")]
    locale: Vec<String>,
    /// Locale of the sources
    #[arg(long, value_name = "LOCALE", default_value = "en-US")]
    source_locale: String,
    /// Have git merge the catalog with `handback merge-driver` in this clone; a configuration may be there already
    #[arg(long)]
    git: bool,
}

pub fn run(global: &Global, args: &InitArgs) -> Result<u8, Failure> {
    let path = global.config.clone().unwrap_or_else(|| FILE_NAME.into());
    let root = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if args.git && path.exists() {
        return set_up_git(&Config::read(&path)?, true);
    }
    let mut locales: BTreeSet<String> = args.locale.iter().cloned().collect();
    if locales.is_empty() {
        locales = found_locales(root);
        locales.remove(&args.source_locale);
    }
    let text = template(&args.source_locale, &locales);
    let config = Config::parse(&text, root)?;
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Failure::new(format!("{} is there already: edit it, or remove it first", path.display()))
            }
            _ => Failure::new(format!("{}: cannot write the configuration: {error}", path.display())),
        })?;
    file.write_all(text.as_bytes())?;
    drop(file);
    let mut out = anstream::stdout();
    writeln!(out, "Wrote {}.", path.display())?;
    let has_sources = declare_found(&mut out, global, &config, &path)?;
    if locales.is_empty() {
        writeln!(out, "No locale was found: name some under `locales`, then run `handback sync`.")?;
    } else if let Some((locale, folder)) = published(root, &locales) {
        let list: Vec<&str> = locales.iter().map(String::as_str).collect();
        writeln!(
            out,
            "Locales: {}. Pages are published already: put their English under {}source-docs/{:#}, then run\n\
             `handback adopt --locale {locale} {folder}` for each locale. `handback sync` leaves alone what handback did \
             not write.",
            list.join(", "),
            ui::BOLD,
            ui::BOLD
        )?;
    } else if has_sources {
        let list: Vec<&str> = locales.iter().map(String::as_str).collect();
        writeln!(out, "Locales: {}. Next: `handback sync`.", list.join(", "))?;
    } else {
        let list: Vec<&str> = locales.iter().map(String::as_str).collect();
        writeln!(
            out,
            "Locales: {}. Put the English documents under {}source-docs/{}, then run `handback sync`.",
            list.join(", "),
            ui::BOLD,
            format_args!("{:#}", ui::BOLD)
        )?;
    }
    set_up_git(&config, args.git)
}

/// Declares the variables that the documents have, if they are there already and it is worth it. Returns whether there are any
/// documents.
fn declare_found(out: &mut dyn std::io::Write, global: &Global, config: &Config, path: &Path) -> Result<bool, Failure> {
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), today: today(None)? };
    let inputs = match snapshot::read(config, &scope, &mut |_| ()) {
        Ok(inputs) => inputs,
        // The configuration names a folder that nobody made yet.
        Err(_) if !files::is_there(&config.root.join(SOURCES)) => return Ok(false),
        Err(error) => return Err(error.into()),
    };
    let documents = snapshot::parse_documents(config, &inputs);
    let has_sources = !documents.is_empty();
    if declare::hint(config, &documents).is_none() {
        return Ok(has_sources);
    }
    let found = declare::suggest(config, &documents);
    let variables: Vec<Variable> = found.suggestions.iter().map(|found| found.variable.clone()).collect();
    declare::write(path, &variables)?;
    if global.format != Format::Json {
        suggestions::show(out, global.format, &found, true)?;
    }
    Ok(has_sources)
}

/// Says in `.gitattributes` how files of the catalog are merged, and sets the driver up if that is asked for. Does
/// nothing outside a repository.
fn set_up_git(config: &Config, driver: bool) -> Result<u8, Failure> {
    let Some(setup) = Setup::of(config)? else {
        return match driver {
            true => Err(Failure::new("this folder is in no git repository: run `git init` first".to_owned())),
            false => Ok(exit::CLEAN),
        };
    };
    let mut out = anstream::stdout();
    if setup.attributes_written {
        writeln!(out, "Wrote {}: files of the catalog are merged by message.", shown(&setup.attributes))?;
    }
    if driver {
        setup_git::set_driver(&config.root)?;
        writeln!(out, "git merges files of the catalog with `{}` in this clone.", setup_git::DRIVER)?;
    } else {
        writeln!(out, "For merges without conflicts, run `handback init --git` in every clone, or:")?;
        writeln!(out, "  git config merge.handback.driver \"{}\"", setup_git::DRIVER)?;
    }
    Ok(exit::CLEAN)
}

/// Names of folders that are locales, where localized documents and resources usually lie.
fn found_locales(root: &Path) -> BTreeSet<String> {
    ["", "locales", "localized-docs", "docs"]
        .iter()
        .filter_map(|folder| std::fs::read_dir(root.join(folder)).ok())
        .flat_map(Iterator::flatten)
        .filter(|entry| entry.path().is_dir())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_locale_folder(name))
        .collect()
}

/// A locale whose localized pages lie where they are written by default, and their folder.
fn published<'l>(root: &Path, locales: &'l BTreeSet<String>) -> Option<(&'l str, String)> {
    let has_files = |folder: &String| {
        let walk = ignore::WalkBuilder::new(root.join(folder)).standard_filters(false).build();
        walk.flatten().any(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
    };
    let folders = locales.iter().map(|locale| (locale.as_str(), format!("localized-docs/{locale}")));
    folders.into_iter().find(|(_, folder)| has_files(folder))
}

/// `fr-FR`, `zh-Hant-TW`: a language alone (`docs`, `tests`, `src`) would fit too many folders.
fn is_locale_folder(name: &str) -> bool {
    name.parse::<LanguageIdentifier>().is_ok_and(|id| (id.region.is_some() || id.script.is_some()) && id == name)
}

fn template(source: &str, locales: &BTreeSet<String>) -> String {
    let list = if locales.is_empty() {
        "# locales: [fr-FR, de-DE]\n".to_owned()
    } else {
        let lines: String = locales.iter().map(|locale| format!("- {locale}\n")).collect();
        format!("locales:\n{lines}")
    };
    format!(
        "# Configuration of handback; `handback schema` prints the JSON Schema of this file.\n\
         source_locale: {source}\n\
         # A locale may fall back to others: `- fr-CA: [fr-FR]`.\n\
         {list}\
         \n\
         # Everything below is a default; take the `#` away to change it.\n\
         # sources: [\"source-docs/**/*.md\", \"source-docs/**/*.yml\", \"source-docs/**/*.yaml\"]\n\
         # resources: locales\n\
         # output: localized-docs/{{locale}}/{{path}}\n\
         # front_matter_keys: [title, description, keywords]\n\
         # yaml_keys: [name, title, description, prompt, text, summary]\n\
         # html_attributes: [title]\n\
         # anchors: true            # English anchors before localized headings\n\
         # metadata: microsoft      # or none\n\
         # hash: sha1               # or sha256\n\
         # newline: lf              # of localized Markdown: source, lf, crlf\n\
         # on_stale: source         # or keep, fail\n\
         # on_missing: source       # or fail\n\
         # carry: mechanical        # changes of the English that keep a translation: cosmetic, mechanical, none\n\
         # thresholds: {{}}           # of `handback check`: {{max_stale: 5, fr-FR: {{min_human: 80, max_age_days: 14}}}}\n\
         # fail_on: [stale, missing] # codes that fail it; all that are errors if left out\n\
         # checks: {{}}               # how much findings weigh, lengths, rules: {{levels: {{typography: off}}, max_length: {{heading: 80}}}}\n\
         # lift: differing          # what link targets, code and the like become values of: differing, always, never\n\
         # variables: {{}}            # what differs between pages of one form: `handback variables --suggest`\n\
         # translate: {{}}            # where drafts come from: {{provider: deepl, locales: {{ja-JP: azure}}, memory: [\"tm/*.tmx\"]}}\n\
         # providers: {{}}            # settings of machine-translation services: {{azure: {{region: westeurope}}}}\n\
         # authors: []              # how edits of git authors count: [{{match: \"*[bot]\", type: MT}}]\n"
    )
}
