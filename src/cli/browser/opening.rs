//! What a browser sees while the project is being read: the list of its locale as it was when the last review ended, or that it
//! is being read. A large project takes seconds; nobody should wait for them before an empty window.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use askama::Template;
use handback::project::files;
use handback::project::lock::WORK_FOLDER;
use handback::project::write::Writer;
use handback::review::session::Session;
use handback_core::text::date::Date;
use serde::{Deserialize, Serialize};

use super::answer::Answer;
use super::frame::{Asked, Frame, Here};
use super::queue::{self, Listing};

const FILE_NAME: &str = "first-pages";
/// The largest file that is read: a first page has some kilobytes.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The first pages of the queues, as they were.
#[derive(Default, Serialize, Deserialize)]
pub struct FirstPages {
    program: String,
    day: Option<Date>,
    locales: BTreeMap<String, Listing>,
}

#[derive(Template)]
#[template(path = "review/opening.html")]
struct Opening {
    frame: Frame,
    here: String,
}

impl FirstPages {
    /// What the last review of a project left; nothing if it cannot be read.
    pub fn read(root: &Path) -> Self {
        let bytes = files::read_at_most(&path_of(root), LARGEST).unwrap_or_default();
        let kept: Self = serde_json::from_slice(&bytes).unwrap_or_default();
        if kept.program == program() { kept } else { Self::default() }
    }

    /// Leaves the queues that were looked at for the next review. What cannot be written is not shown, nothing else.
    pub fn write(session: &mut Session<'_>) {
        let root = session.config().root.clone();
        let mut kept = Self::read(&root);
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

    fn of(&self, locale: &str) -> Option<(Date, &Listing)> {
        Some((self.day?, self.locales.get(locale)?))
    }
}

/// Answers who asks for the queue before the project is open.
pub fn show(kept: &FirstPages, frame: Frame, asked: &Asked<'_>, page: usize) -> Answer {
    let here = asked.address.to_owned();
    let is_first = page == 1 && asked.wanted.query().is_empty();
    let locale = frame.locale.clone();
    match kept.of(&locale).filter(|_| is_first) {
        Some((day, list)) => queue::show_kept(list.clone(), frame, asked.wanted, day, here),
        None => Answer::page(&Opening { frame, here }),
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
