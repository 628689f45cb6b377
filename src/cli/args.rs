//! What may be typed.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use handback_core::text::date::Date;

use super::failure::Failure;
use super::ui::Detail;
use handback::settings::config::{Config, FILE_NAME};
use handback::settings::shard::Shard;
use handback::snapshot::Scope;

/// What every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Run as if handback was started in this folder
    #[arg(short = 'C', global = true, value_name = "DIR")]
    pub start_in: Option<PathBuf>,
    /// Configuration file [default: handback.yaml here or in a folder above]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Threads to use [default: number of CPUs]
    #[arg(long, global = true, value_name = "N")]
    pub jobs: Option<usize>,
    /// Output for people or for machines: text or json; some commands have more
    #[arg(long, global = true, value_enum, default_value_t, hide_possible_values = true)]
    pub format: Format,
    /// When to use color
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: Color,
    /// Say only what needs attention: nothing of what was done, and of `check` errors only
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Name every file that is written or removed, however many there are
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Json,
    Markdown,
    Html,
    Sarif,
    Github,
    Gitlab,
    Junit,
    Csv,
    Xliff2,
    Xliff1,
    Po,
    Tmx,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    pub fn apply(self) {
        match self {
            Self::Auto => {}
            Self::Always => anstream::ColorChoice::Always.write_global(),
            Self::Never => anstream::ColorChoice::Never.write_global(),
        }
    }
}

/// Which documents and locales.
#[derive(Debug, Args)]
pub struct ScopeArgs {
    /// Documents or folders of the sources [default: all]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Locale to work on; may be given several times [default: all]
    #[arg(long, value_name = "LOCALE")]
    pub locale: Vec<String>,
    /// Show what would be written without writing it
    #[arg(long)]
    pub dry_run: bool,
    /// Date for what changes in this run, instead of SOURCE_DATE_EPOCH or today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<jiff::civil::Date>,
}

/// The part of the documents that a run is for.
#[derive(Debug, Clone, Copy, Args)]
pub struct ShardArgs {
    /// Do one of N parts of the work, where other runs do the others: `1/4` to `4/4`. Documents belong to a part by
    /// their names; merge what the runs write with git, then run `handback sync`
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
}

impl ShardArgs {
    /// Restricts a scope to the part.
    pub fn of(self, scope: Scope) -> Scope {
        Scope { shard: self.shard, ..scope }
    }
}

impl ScopeArgs {
    /// The scope of a command that writes nothing.
    pub fn of(paths: &[PathBuf], locale: &[String], date: Option<jiff::civil::Date>) -> Self {
        Self { paths: paths.to_vec(), locale: locale.to_vec(), dry_run: true, date }
    }

    pub fn resolve(&self) -> Result<Scope, Failure> {
        Ok(Scope { paths: self.paths.clone(), locales: self.locale.clone(), shard: None, today: today(self.date)? })
    }
}

/// `--date`, else SOURCE_DATE_EPOCH (UTC), else today.
pub fn today(given: Option<jiff::civil::Date>) -> Result<Date, Failure> {
    let named = named_day(given)?;
    named.map_or_else(|| as_date(jiff::Zoned::now().date()), Ok)
}

/// `--date`, else SOURCE_DATE_EPOCH (UTC), if one of them is given.
pub fn named_day(given: Option<jiff::civil::Date>) -> Result<Option<Date>, Failure> {
    let from_environment = || match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds_to_day(&seconds).map(Some),
        Err(_) => Ok(None),
    };
    let date = given.map_or_else(from_environment, |given| Ok(Some(given)))?;
    date.map(as_date).transpose()
}

fn as_date(date: jiff::civil::Date) -> Result<Date, Failure> {
    Date::try_from(date).map_err(|error| Failure::new(error.to_string()))
}

fn seconds_to_day(seconds: &str) -> Result<jiff::civil::Date, Failure> {
    let timestamp = seconds.trim().parse::<i64>().ok().and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
    let timestamp = timestamp
        .ok_or_else(|| Failure::new(format!("SOURCE_DATE_EPOCH is `{seconds}`: expected seconds since 1970")))?;
    Ok(timestamp.to_zoned(jiff::tz::TimeZone::UTC).date())
}

impl Global {
    /// Goes to the folder that was named; from there on all paths are read and shown.
    pub fn enter(&self) -> Result<(), Failure> {
        let Some(folder) = &self.start_in else { return Ok(()) };
        std::env::set_current_dir(folder)
            .map_err(|error| Failure::new(format!("-C {}: cannot go to this folder: {error}", folder.display())))
    }

    /// How much is said to people of what was done.
    pub fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Problems,
            (false, true) => Detail::Files,
            (false, false) => Detail::Sums,
        }
    }

    /// Refuses a format that the command does not have.
    pub fn allow(&self, formats: &[Format]) -> Result<(), Failure> {
        if formats.contains(&self.format) {
            return Ok(());
        }
        let name =
            |format: &Format| format.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        let known: Vec<String> = formats.iter().map(name).collect();
        Err(Failure::new(format!("this command has no format `{}`: expected {}", name(&self.format), known.join(", "))))
    }

    /// Reads the project's configuration.
    pub fn config(&self) -> Result<Config, Failure> {
        let mut config = Config::read(&self.config_path()?)?;
        config.notes_contents = is_ci();
        Ok(config)
    }

    /// Where the configuration lies: as given, or found here or in a folder above.
    pub fn config_path(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.config {
            return Ok(path.clone());
        }
        let here = std::env::current_dir()?;
        let found = Config::find(&here).ok_or_else(|| {
            Failure::new(format!("no {FILE_NAME} here or in a folder above: run `handback init` to write one"))
        })?;
        // Relative to here paths are shorter to read.
        Ok(if found.parent() == Some(&here) { PathBuf::from(FILE_NAME) } else { found })
    }
}

/// Whether this is a job of a CI service: most set `CI`, Azure Pipelines `TF_BUILD`.
fn is_ci() -> bool {
    let says_no = |value: &std::ffi::OsStr| value.is_empty() || value == "0" || value.eq_ignore_ascii_case("false");
    ["CI", "TF_BUILD"].into_iter().filter_map(std::env::var_os).any(|value| !says_no(&value))
}
