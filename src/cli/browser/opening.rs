//! What a browser sees while the project is being read: the list of its locale as it was when the last review ended, or its
//! beginning by what the last sync left, or that it is being read. A large project takes seconds; nobody should wait for them
//! before an empty window.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use askama::Template;
use handback::project::files;
use handback::project::lock::WORK_FOLDER;
use handback::project::write::Writer;
use handback::review::beginning;
use handback::review::session::Session;
use handback::settings::config::Config;
use handback_core::text::date::Date;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::frame::{Asked, Frame, Here};
use super::queue::{self, Listing};

const FILE_NAME: &str = "first-pages";
/// The largest file that is read: a first page has some kilobytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The first pages of the queues, as the last review left them.
#[derive(Default, Serialize, Deserialize)]
struct FirstPages {
    program: String,
    day: Option<Date>,
    locales: BTreeMap<String, Listing>,
}

/// Where a list comes from that is shown before the project is open.
#[derive(Clone, Copy)]
pub enum Origin {
    /// The last review, of this day.
    Review(Date),
    /// What the last sync left.
    Sync,
}

/// What is shown of queues before the project is open.
pub struct Early {
    config: Config,
    today: Date,
    kept: FirstPages,
    /// A sync came after the last review.
    is_old: bool,
    /// Beginnings of queues, by locale; `None` where nothing says how one begins.
    begun: Mutex<BTreeMap<String, Option<Listing>>>,
}

#[derive(Template)]
#[template(path = "review/opening.html")]
struct Opening {
    frame: Frame,
    here: String,
}

impl FirstPages {
    /// What the last review of a project left; nothing if it cannot be read.
    fn read(root: &Path) -> Self {
        let bytes = files::read_at_most(&path_of(root), LARGEST).unwrap_or_default();
        let kept: Self = serde_json::from_slice(&bytes).unwrap_or_default();
        if kept.program == program() { kept } else { Self::default() }
    }

    fn of(&self, locale: &str) -> Option<(Origin, Listing)> {
        Some((Origin::Review(self.day?), self.locales.get(locale)?.clone()))
    }
}

/// Leaves the queues that were looked at for the next review. What cannot be written is not shown, nothing else.
pub fn keep(session: &mut Session<'_>) {
    let root = session.config().root.clone();
    let mut kept = FirstPages::read(&root);
    (kept.program, kept.day) = (program(), Some(session.today()));
    for locale in session.looked_at() {
        kept.locales.insert(session.locales()[locale].to_owned(), queue::first(session, locale));
    }
    let names: Vec<&str> = session.config().locales.iter().map(|locale| locale.name.as_str()).collect();
    kept.locales.retain(|name, _| names.contains(&name.as_str()));
    if let Ok(bytes) = serde_json::to_vec(&kept) {
        let _ = Writer::put_memory(&path_of(&root), &bytes);
    }
}

impl Early {
    /// Has what the first page shows ready, that of this locale.
    pub fn new(config: &Config, today: Date, first: &str) -> Self {
        let kept_at = fs::metadata(path_of(&config.root)).and_then(|metadata| metadata.modified()).ok();
        let early = Self {
            config: config.clone(),
            today,
            kept: FirstPages::read(&config.root),
            is_old: beginning::left_at(config) > kept_at,
            begun: Mutex::default(),
        };
        if early.is_old || early.kept.of(first).is_none() {
            early.begin(first);
        }
        early
    }

    /// What there is to show of a queue: what the last review left, unless a sync came after it, which may have brought anything.
    fn of(&self, locale: &str) -> Option<(Origin, Listing)> {
        let kept = || self.kept.of(locale);
        let begun = || Some((Origin::Sync, self.begun(locale)?));
        if self.is_old { begun().or_else(kept) } else { kept().or_else(begun) }
    }

    /// The beginning of a queue. Meanwhile the project is being read by as many threads as there are processors: to wait for
    /// these would be to wait for the project.
    fn begun(&self, locale: &str) -> Option<Listing> {
        let known = self.known().get(locale).cloned();
        known.unwrap_or_else(|| {
            let own = rayon::ThreadPoolBuilder::new().num_threads(1).build().ok()?;
            own.install(|| self.begin(locale))
        })
    }

    fn begin(&self, locale: &str) -> Option<Listing> {
        let begun = beginning::of_locale(&self.config, self.today, locale, queue::MOST);
        let list = begun.map(|begun| queue::begun(&begun, locale));
        self.known().insert(locale.to_owned(), list.clone());
        list
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Option<Listing>>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers who asks for the queue before the project is open.
    pub fn show(&self, frame: Frame, asked: &Asked<'_>, page: usize) -> Answer {
        let here = asked.address.to_owned();
        let is_first = page == 1 && asked.wanted.query().is_empty();
        match is_first.then(|| self.of(&frame.locale)).flatten() {
            Some((origin, list)) => queue::show_kept(list, frame, asked.wanted, origin, here),
            None => Answer::page(&Opening { frame, here }),
        }
    }
}

/// What all pages have, before anything of the project is known.
pub fn frame(names: &[String], source: &str, asked: &Asked<'_>) -> Frame {
    let here = Here { title: "Review".into(), part: "queue", address: "queue".into() };
    Frame::early(names, source, asked, &here)
}

/// A page that another version made may say something else.
fn program() -> String {
    env!("HANDBACK_VERSION").to_owned()
}

fn path_of(root: &Path) -> PathBuf {
    root.join(WORK_FOLDER).join(FILE_NAME)
}
