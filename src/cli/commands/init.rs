use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

use clap::Args;
use handback_core::catalog::DocumentName;
use handback_core::variables::declaration::Variable;

use crate::cli::args::{Format, Global, today};
use crate::cli::commands::init_ci::{self, Ci};
use crate::cli::commands::suggestions;
use crate::cli::failure::Failure;
use crate::cli::{exit, ui};
use handback::commands::declare;
use handback::commands::recognize::shown::{self, Shown};
use handback::commands::recognize::{self, Site};
use handback::problem::shown as path_shown;
use handback::project::setup_git::{self, Setup};
use handback::project::{files, git};
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
    /// Locale of the sources [default: what the site says, else en-US]
    #[arg(long, value_name = "LOCALE")]
    source_locale: Option<String>,
    /// Have git merge the catalog with `handback merge-driver` in this clone; a configuration may be there already
    #[arg(long)]
    git: bool,
    /// Write the file with which CI checks translations; a configuration may be there already
    #[arg(long, value_name = "CI")]
    ci: Option<Ci>,
}

pub fn run(global: &Global, args: &InitArgs) -> Result<u8, Failure> {
    let path = global.config.clone().unwrap_or_else(|| FILE_NAME.into());
    let root = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if (args.git || args.ci.is_some()) && path.exists() {
        let config = Config::read(&path)?;
        set_up_ci(args, &config)?;
        return if args.git { set_up_git(&config, true) } else { Ok(exit::CLEAN) };
    }
    let site = recognize::recognize(root)?;
    let source = args.source_locale.clone().or_else(|| site.as_ref().map(|site| site.source_locale.clone()));
    let source = source.unwrap_or_else(|| "en-US".into());
    let mut locales: BTreeSet<String> = args.locale.iter().cloned().collect();
    if locales.is_empty() {
        locales = match &site {
            Some(site) => site.locales.iter().cloned().collect(),
            None => recognize::locales_with_region(root)?.into_iter().collect(),
        };
        locales.remove(&source);
    }
    let text = template(site.as_ref(), &source, &locales, &Shown::default());
    let mut config = Config::parse(&text, root)?;
    let mut seen = Shown::default();
    let text = match &site {
        Some(found) => {
            seen = shown::look(&config, recognize::address::of(root, found).as_deref());
            seen.without_metadata =
                found.flavor == "docfx" && recognize::docfx::is_without_metadata(&config, &found.by)?;
            let text = template(site.as_ref(), &source, &locales, &seen);
            config = Config::parse(&text, root)?;
            text
        }
        None => text,
    };
    write_new(&path, &text)?;
    let mut out = ui::done();
    writeln!(out, "Wrote {}.", path.display())?;
    if let Some(site) = &site {
        writeln!(out, "Recognized {}, by {}.", site.name, path_shown(Path::new(&site.by)))?;
    }
    if site.is_none() {
        name_foreign(&mut out, root)?;
    }
    say_what_pages_show(&mut out, &seen)?;
    let documents = declare_found(&mut out, global, &config, &path, site.is_some())?;
    if site.is_some() {
        next_of_site(&mut out, &config, &documents)?;
        set_up_ci(args, &config)?;
        return set_up_git(&config, args.git);
    }
    next(&mut out, root, &locales, !documents.is_empty())?;
    set_up_ci(args, &config)?;
    set_up_git(&config, args.git)
}

/// Names a generator whose documents no flavor reads.
fn name_foreign(out: &mut dyn std::io::Write, root: &Path) -> Result<(), Failure> {
    if let Some(other) = recognize::foreign::look(root)? {
        let by = path_shown(Path::new(&other.by));
        writeln!(
            out,
            "{} makes the site here, by {by}: no flavor reads its {}, so none of its documents are sources.",
            other.name, other.language
        )?;
    }
    Ok(())
}

/// Says what comes next where no site was recognized.
fn next(
    out: &mut dyn std::io::Write,
    root: &Path,
    locales: &BTreeSet<String>,
    has_sources: bool,
) -> Result<(), Failure> {
    let list = locales.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    if locales.is_empty() && !has_sources {
        writeln!(
            out,
            "No document and no locale was found: put the English documents under {SOURCES}, or name others under \
             `sources`,\nand locales under `locales`, then run `handback sync`."
        )?;
    } else if locales.is_empty() {
        writeln!(out, "No locale was found: name some under `locales`, then run `handback sync`.")?;
    } else if let Some((locale, folder)) = published(root, locales) {
        writeln!(
            out,
            "Locales: {}. Pages are published already: put their English under {}source-docs/{:#}, then run\n\
             `handback adopt --locale {locale} {folder}` for each locale. `handback sync` leaves alone what handback did \
             not write.",
            list,
            ui::BOLD,
            ui::BOLD
        )?;
    } else if has_sources {
        writeln!(out, "Locales: {list}. Next: `handback sync`.")?;
    } else {
        writeln!(
            out,
            "Locales: {}. Put the English documents under {}source-docs/{}, then run `handback sync`.",
            list,
            ui::BOLD,
            format_args!("{:#}", ui::BOLD)
        )?;
    }
    Ok(())
}

fn set_up_ci(args: &InitArgs, config: &Config) -> Result<(), Failure> {
    args.ci.map_or(Ok(()), |ci| init_ci::write(&mut ui::done(), ci, &config.root))
}

/// Says what the localized pages of a site showed.
fn say_what_pages_show(out: &mut dyn std::io::Write, seen: &Shown) -> Result<(), Failure> {
    if let Some(((from, to), others)) = seen.links.split_first() {
        let more = match others.len() {
            0 => String::new(),
            more => format!(", and {} begin otherwise as well", ui::plural(more, "other kind")),
        };
        writeln!(out, "Links of localized pages name the locale: `{from}…` is `{to}…`{more} (`links`).")?;
    }
    let own: Vec<String> = seen.set.iter().chain(&seen.keep).map(|key| format!("`{key}`")).collect();
    if !own.is_empty() {
        writeln!(out, "Front matter of localized pages has {} of its own (`front_matter`).", own.join(", "))?;
    }
    if seen.heading_ids {
        writeln!(out, "Headings of localized pages have the ids of the English: `{{#id}}` (`anchors`).")?;
    }
    Ok(())
}

/// Writes the configuration, unless there is one.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let mut file =
        std::fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Failure::new(format!("{} is there already: edit it, or remove it first", path.display()))
            }
            _ => Failure::new(format!("{}: cannot write the configuration: {error}", path.display())),
        })?;
    Ok(file.write_all(text.as_bytes())?)
}

/// Says what was found of a site, and what comes next: the adoption of pages that are there.
fn next_of_site(
    out: &mut dyn std::io::Write,
    config: &Config,
    documents: &BTreeSet<DocumentName>,
) -> Result<(), Failure> {
    if documents.is_empty() {
        let globs: Vec<&str> = config.trees.iter().flat_map(|tree| &tree.globs).map(String::as_str).collect();
        writeln!(out, "No document was found: set `sources`, which now says `{}`.", globs.join("`, `"))?;
        return Ok(());
    }
    writeln!(out, "{} in {}.", ui::plural(documents.len(), "document"), config.source_locale)?;
    if config.locales.is_empty() {
        writeln!(out, "No locale was found: name some under `locales`, then run `handback sync`.")?;
        return Ok(());
    }
    let mut to_adopt = Vec::new();
    for locale in &config.locales {
        let is_there = |name: &&DocumentName| files::is_there(&config.output_path(&locale.name, name));
        let pages = documents.iter().filter(is_there).count();
        writeln!(out, "  {}: {} there already", locale.folder(), ui::plural(pages, "localized page"))?;
        if pages > 0 {
            to_adopt.push(format!("handback adopt --locale {}", locale.name));
        }
    }
    if to_adopt.is_empty() {
        writeln!(out, "Next: `handback sync`.")?;
    } else {
        writeln!(out, "Next, to take over the pages that are there, and then to bring all up to date:")?;
        for command in to_adopt.iter().map(String::as_str).chain(["handback sync"]) {
            writeln!(out, "  {command}")?;
        }
    }
    Ok(())
}

/// Declares the variables that the documents have, if they are there already and it is worth it. Returns the documents.
fn declare_found(
    out: &mut dyn std::io::Write,
    global: &Global,
    config: &Config,
    path: &Path,
    is_site: bool,
) -> Result<BTreeSet<DocumentName>, Failure> {
    let scope = Scope { paths: Vec::new(), locales: Vec::new(), shard: None, today: today(None)? };
    let inputs = match snapshot::read(config, &scope, &mut |_| ()) {
        Ok(inputs) => inputs,
        // The configuration names a folder that nobody made yet.
        Err(_) if is_site || !files::is_there(&config.root.join(SOURCES)) => return Ok(BTreeSet::new()),
        Err(error) => return Err(error.into()),
    };
    let documents = snapshot::parse_documents(config, &inputs);
    let names = inputs.sources.iter().map(|source| source.name.clone()).collect();
    if declare::hint(config, &documents).is_none() {
        return Ok(names);
    }
    let found = declare::suggest(config, &documents);
    let variables: Vec<Variable> = found.suggestions.iter().map(|found| found.variable.clone()).collect();
    declare::write(path, &variables)?;
    if global.format != Format::Json {
        suggestions::show(out, global.format, &found, true)?;
    }
    Ok(names)
}

/// Why git cannot be set up, and what to do.
pub(super) fn no_repository(root: &Path) -> String {
    git::refusal(root).unwrap_or_else(|| format!("{}: run `git init` first", git::NO_REPOSITORY))
}

/// Says in `.gitattributes` how files of the catalog are merged, and sets the driver up if that is asked for. Does
/// nothing outside a repository.
fn set_up_git(config: &Config, driver: bool) -> Result<u8, Failure> {
    let Some(setup) = Setup::of(config)? else {
        return match driver {
            true => Err(Failure::new(no_repository(&config.root))),
            false => Ok(exit::CLEAN),
        };
    };
    let mut out = ui::done();
    if setup.attributes_written {
        writeln!(out, "Wrote {}: files of the catalog are merged by message.", path_shown(&setup.attributes))?;
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

/// A locale whose localized pages lie where they are written by default, and their folder.
fn published<'l>(root: &Path, locales: &'l BTreeSet<String>) -> Option<(&'l str, String)> {
    let has_files = |folder: &String| {
        let walk = ignore::WalkBuilder::new(root.join(folder)).standard_filters(false).build();
        walk.flatten().any(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
    };
    let folders = locales.iter().map(|locale| (locale.as_str(), format!("localized-docs/{locale}")));
    folders.into_iter().find(|(_, folder)| has_files(folder))
}

/// What the configuration says of a site that was recognized.
fn of_site(site: &Site, seen: &Shown) -> String {
    let list = |globs: &[String]| {
        let quoted: Vec<String> = globs.iter().map(|glob| format!("{glob:?}")).collect();
        format!("[{}]", quoted.join(", "))
    };
    let mut text =
        format!("# Recognized: {}, by {}.\nflavor: {}\n", site.name, path_shown(Path::new(&site.by)), site.flavor);
    let (first, others) = site.trees.split_first().expect("a site has a tree");
    text.push_str(&format!("sources: {}\n", list(&first.sources)));
    if let Some(output) = &first.output {
        text.push_str(&format!("output: {output:?}\n"));
    }
    if !others.is_empty() {
        text.push_str("trees:\n");
    }
    for tree in others {
        text.push_str(&format!("- sources: {}\n", list(&tree.sources)));
        let output = tree.output.iter().map(|output| format!("  output: {output:?}\n"));
        text.extend(output);
    }
    if seen.lacks_pages && site.flavor != "docfx" {
        // Half is enough to be read; what is published stays.
        text.push_str("publish: {min_current: 50} # percent of a page's texts; else the site shows the English. Or: all, translated\n");
    }
    if !seen.links.is_empty() {
        text.push_str("links:\n");
    }
    text.extend(seen.links.iter().map(|(from, to)| format!("- {{from: {from:?}, to: {to:?}}}\n")));
    if seen.heading_ids {
        text.push_str("anchors: ids\n");
    }
    if seen.without_metadata {
        text.push_str("metadata: none\nnewline: source\n");
    }
    text.push_str(&of_entries(seen));
    text
}

/// What the configuration says of entries that localized pages have for themselves.
fn of_entries(seen: &Shown) -> String {
    let mut rules = Vec::new();
    if !seen.set.is_empty() {
        let set: Vec<String> = seen.set.iter().map(|key| format!("{key}: \"{{locale}}\"")).collect();
        rules.push(format!("set: {{{}}}", set.join(", ")));
    }
    if !seen.keep.is_empty() {
        rules.push(format!("keep: [{}]", seen.keep.join(", ")));
    }
    if rules.is_empty() { String::new() } else { format!("front_matter: {{{}}}\n", rules.join(", ")) }
}

fn template(site: Option<&Site>, source: &str, locales: &BTreeSet<String>, seen: &Shown) -> String {
    let list = if locales.is_empty() {
        "# locales: [fr-FR, de-DE]\n".to_owned()
    } else {
        let line = |locale: &String| match recognize::of_alias(locale) {
            Some(tag) => format!("- {tag}: {{folder: {locale}}}\n"),
            None => format!("- {locale}\n"),
        };
        let lines: String = locales.iter().map(line).collect();
        format!("locales:\n{lines}")
    };
    let site = site.map_or_else(String::new, |site| of_site(site, seen));
    let rest = format!(
        "# Configuration of handback; `handback schema` prints the JSON Schema of this file.\n\
         source_locale: {source}\n\
         # A locale may fall back to others: `- fr-CA: [fr-FR]`.\n\
         {list}\
         {site}\
         \n\
         # All keys that are left, with their defaults; take the `#` away to change one.\n\
         # sources: [\"source-docs/**/*.md\", \"source-docs/**/*.yml\", \"source-docs/**/*.yaml\"]\n\
         # resources: locales\n\
         # output: localized-docs/{{locale}}/{{path}}\n\
         # front_matter_keys: [title, description, keywords]\n\
         # yaml_keys: [name, title, description, prompt, text, summary]\n\
         # html_attributes: [title]\n\
         # anchors: true            # English anchors before localized headings\n\
         # metadata: microsoft      # or none\n\
         # hash: sha1               # or sha256\n\
         # publish: all             # or translated, {{min_current: 50}}: only pages of which so many percent are current\n\
         # newline: lf              # of localized Markdown: source, lf, crlf\n\
         # on_stale: source         # or keep, fail\n\
         # on_missing: source       # or fail\n\
         # carry: mechanical        # changes of the English that keep a translation: cosmetic, mechanical, none\n\
         # thresholds: {{}}           # of `handback check`: {{max_stale: 5, fr-FR: {{min_human: 80, max_age_days: 14}}}}\n\
         # fail_on:                 # codes that fail it, such as [stale, missing]; all that are errors if left out\n\
         # checks: {{}}               # how much findings weigh, lengths, rules: {{levels: {{typography: off}}, max_length: {{heading: 80}}}}\n\
         # lift: differing          # what link targets, code and the like become values of: differing, always, never\n\
         # variables: {{}}            # what differs between pages of one form: `handback variables --suggest`\n\
         # translate: {{}}            # where drafts come from: {{provider: deepl, locales: {{ja-JP: azure}}, memory: [\"tm/*.tmx\"]}}\n\
         # providers: {{}}            # settings of machine-translation services: {{azure: {{region: westeurope}}}}\n\
         # authors: []              # how edits of git authors count: [{{match: \"*[bot]\", type: MT}}]\n"
    );
    // What the site or its flavor sets is no default.
    let is_set = |line: &str| {
        const OF_FLAVOR: [&str; 7] =
            ["sources", "output", "front_matter_keys", "html_attributes", "anchors", "metadata", "newline"];
        let key = line.strip_prefix("# ").and_then(|line| line.split_once(':')).map_or("", |(key, _)| key);
        !site.is_empty() && OF_FLAVOR.contains(&key) || site.contains(&format!("\n{key}: "))
    };
    rest.split_inclusive('\n').filter(|line| !is_set(line)).collect()
}
