//! What a check over everything leaves in CI, where nobody syncs: the next one of another checkout then reads what differs.
//!
//! The notes are those of a sync that has nothing to do, and so they are left only where there is none to be run. A sync does not go
//! by them: it has more to note.

use std::path::PathBuf;
use std::time::SystemTime;

use crate::checks::All;
use crate::commands::narrow::{self, Indexing};
use crate::commands::remembered::{self, By, Drafts};
use crate::commands::report::{LocaleReport, Report};
use crate::project::cache::Watch;
use crate::project::index::Index;
use crate::project::lock;
use crate::settings::code::Code;
use crate::settings::config::{Config, FILE_NAME};
use crate::snapshot::turns::Turn;
use crate::snapshot::{Inputs, Snapshot};

/// Notes that are being made.
pub(super) struct Notes {
    begun: SystemTime,
    /// What was looked at.
    pub watch: Watch,
    index: Option<Indexing>,
    pages: Vec<PathBuf>,
}

/// Notes that were made.
pub(super) struct Left {
    /// With the stamps of all that the result consists of: what changes from here on is noticed.
    watch: Watch,
    index: Index,
    /// The project's folder, if what is in it counts: it gets a folder for the notes now.
    root: Vec<PathBuf>,
}

impl Notes {
    /// `None` where no notes are wanted.
    pub fn begin(config: &Config) -> Option<Self> {
        let mut watch = Watch::default();
        watch.before_reading([config.root.join(FILE_NAME).as_path()]);
        let notes = Self { begun: SystemTime::now(), watch, index: None, pages: Vec::new() };
        config.notes_contents.then_some(notes)
    }

    pub fn add_english(&mut self, english: &Snapshot<'_>) {
        let config = english.config;
        self.index = Indexing::new(english);
        let of_locale =
            |locale: &str| english.pages().map(|page| config.output_path(locale, page.name())).collect::<Vec<_>>();
        self.pages = config.locales.iter().flat_map(|locale| of_locale(&locale.name)).collect();
    }

    pub fn add(&mut self, turn: &Turn<'_>) {
        if let Some(index) = &mut self.index {
            turn.locales().for_each(|locale| index.add(locale));
        }
    }

    /// Nothing, if somebody may have changed something meanwhile, or if a sync would.
    pub fn finish(mut self, config: &Config, inputs: &Inputs, found: &All) -> Option<Left> {
        let settings = remembered::settings_of(config, true);
        let mut index = self.index?.finish(&settings);
        index.asked = found.asked.iter().copied().collect();
        index.note_sought(config, &found.sought);
        let pages = self.pages.into_iter().chain(found.sought.folders().cloned()).collect();
        let results = remembered::results(config, &Report::default(), inputs, pages);
        let (root, others): (Vec<PathBuf>, Vec<PathBuf>) = results.into_iter().partition(|path| *path == config.root);
        self.watch.before_reading(others.iter().map(PathBuf::as_path));
        let may_differ = self.watch.may_have_changed_since(self.begun);
        let is_at_rest = found.kept.codes().all(stays_after_a_sync) && found.kept.is_handy();
        (is_at_rest && !may_differ).then_some(Left { watch: self.watch, index, root })
    }
}

/// Whether what was found is about the texts that lie there, and not about files that a sync would write, or could not.
fn stays_after_a_sync(code: Code) -> bool {
    code.is_about_a_text() || code.is_about_a_wording() || code.is_about_a_link() || code.is_drift()
}

impl Left {
    /// Leaves them for the next check, unless another command is at work.
    pub fn leave(self, config: &Config, found: &All) -> Option<()> {
        let Self { watch, index, root } = self;
        let _lock = lock::if_free_or_new(config)?;
        if !root.iter().all(|root| index.has_folder_as_it_was(config, root)) {
            return None;
        }
        let settings = remembered::settings_of(config, true);
        let mut report = Report::default();
        report.locales.extend(config.locales.iter().map(|locale| LocaleReport::new(&locale.name)));
        narrow::count(config, &index, &mut report);
        let how = (&report, Drafts::Unknown, By::Check);
        remembered::leave(config, &settings, watch, how, (Some(&found.kept), Some(index)), &root);
        Some(())
    }
}
