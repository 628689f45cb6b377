//! Which texts of a locale are meant: the same options for `review`, `accept` and `export`.

use std::path::Path;

use clap::{Args, ValueEnum};
use handback::review::queue::{Filter, Status};
use handback::settings::config::Config;
use handback_core::drift::severity::Severity;

#[derive(Debug, Default, Args)]
pub struct FilterArgs {
    /// Only messages of documents whose name holds this, or matches this glob (`apps/*.md`)
    #[arg(long, value_name = "PATH")]
    path: Option<String>,
    /// Only messages in this state; may be given several times [default: all that need a person]
    #[arg(long, value_enum, value_name = "STATE")]
    state: Vec<State>,
    /// Only stale messages whose English changed in this way
    #[arg(long, value_enum, value_name = "CHANGE")]
    severity: Option<Change>,
    /// Only messages that hold these words, in English or in translation
    #[arg(long, value_name = "WORDS", visible_alias = "search")]
    text: Option<String>,
    /// Only wordings of single documents beside the shared one
    #[arg(long)]
    overrides: bool,
    /// Only messages with several translations
    #[arg(long)]
    inconsistent: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum State {
    Stale,
    Missing,
    Unproven,
    Machine,
    Human,
    /// Every message
    All,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Change {
    Cosmetic,
    Mechanical,
    Substantive,
}

impl State {
    fn statuses(self) -> Vec<Status> {
        match self {
            Self::Stale => vec![Status::Stale],
            Self::Missing => vec![Status::Missing],
            Self::Unproven => vec![Status::Unproven],
            Self::Machine => vec![Status::Machine],
            Self::Human => vec![Status::Human],
            Self::All => Status::ALL.to_vec(),
        }
    }
}

impl FilterArgs {
    /// Nothing was asked for.
    pub fn is_empty(&self) -> bool {
        let none = self.path.is_none() && self.state.is_empty() && self.severity.is_none() && self.text.is_none();
        none && !self.overrides && !self.inconsistent
    }

    pub fn filter(&self, config: &Config) -> Filter {
        Filter {
            path: self.path.as_ref().map(|path| name_of(config, path).unwrap_or_else(|| path.clone())),
            status: (!self.state.is_empty()).then(|| self.state.iter().flat_map(|state| state.statuses()).collect()),
            severity: self.severity.map(|change| match change {
                Change::Cosmetic => Severity::Cosmetic,
                Change::Mechanical => Severity::Mechanical,
                Change::Substantive => Severity::Substantive,
            }),
            text: self.text.clone(),
            overrides: self.overrides,
            inconsistent: self.inconsistent,
        }
    }
}

/// The name of a document or folder that is given by where it lies, as reports show it.
fn name_of(config: &Config, path: &str) -> Option<String> {
    if !config.root.join(path).exists() {
        return None;
    }
    let path = Path::new(path.trim_start_matches("./"));
    config.trees.iter().find_map(|tree| {
        let below = tree.bases().find_map(|base| path.strip_prefix(base).ok().map(Path::to_owned))?;
        let below = below.to_string_lossy().replace('\\', "/");
        (!below.is_empty()).then(|| tree.name_of(&below, &config.source_locale))
    })
}
