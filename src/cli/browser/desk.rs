//! The thread that owns the open project.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use handback::problem::FileError;
use handback::review::many::{Mass, Sorted};
use handback::review::session::{self, Session, Target};
use handback::review::undo::Taken;
use handback::settings::config::Config;
use handback_core::catalog::reviewer::Reviewer;
use handback_core::text::date::Date;
use rustc_hash::FxHashMap;

use super::opening;

/// What is reviewed.
pub struct Project<'a> {
    pub config: &'a Config,
    pub today: Date,
    /// Locales that are reviewed; none means all.
    pub locales: &'a [String],
    /// Whose queue is made before anybody asks.
    pub first: &'a str,
}

/// Messages that somebody chose to decide about at once, as they saw them.
pub struct List {
    pub number: usize,
    pub by: Reviewer,
    /// The locale by name: a project that is opened again may have others before it.
    pub locale: String,
    pub mass: Mass,
    pub targets: Vec<Target>,
    /// What became of them, once it is decided.
    pub result: Option<Sorted>,
}

/// So many lists are remembered.
const LISTS: usize = 5;

/// What outlives the opening of the project again.
#[derive(Default)]
pub struct Memory {
    /// Decisions that may be taken back, the newest last.
    pub done: Vec<Taken>,
    pub lists: Vec<List>,
    /// What the next page says of the last post, to each who posted.
    pub notices: FxHashMap<Reviewer, String>,
    /// Problems of pages that were regenerated.
    pub problems: Vec<String>,
}

impl Memory {
    /// Remembers a list; returns its number.
    pub fn keep(&mut self, list: List) -> usize {
        let number = self.lists.last().map_or(1, |last| last.number + 1);
        if self.lists.len() == LISTS {
            self.lists.remove(0);
        }
        self.lists.push(List { number, ..list });
        number
    }

    /// The last decision of a person.
    pub fn last_of(&self, by: &Reviewer) -> Option<&Taken> {
        self.done.iter().rfind(|taken| taken.by == *by)
    }
}

/// The open project, and what is remembered.
pub struct Desk<'d, 's> {
    pub session: &'d mut Session<'s>,
    pub memory: &'d mut Memory,
}

type Work = Box<dyn FnOnce(Result<Desk<'_, '_>, &FileError>) + Send>;

/// Something to do at the desk.
pub struct Job {
    /// It changes something: the project must be as it lies on disk.
    decides: bool,
    work: Work,
}

impl Job {
    /// The work gets an error where the project cannot be opened.
    pub fn new(decides: bool, work: impl FnOnce(Result<Desk<'_, '_>, &FileError>) + Send + 'static) -> Self {
        Self { decides, work: Box::new(work) }
    }
}

/// How long it may take until a change by somebody else is seen by who only looks.
const FRESH: Duration = Duration::from_secs(1);

/// Why a project is closed.
enum End {
    /// Nobody can ask any more.
    Finished,
    /// Its files changed, or something went wrong within: it is opened again.
    Outdated,
}

/// Works until all senders of jobs are gone. `ready` gets whether the project could be opened at first; if not, all who ask are
/// answered with that.
pub fn work(project: &Project<'_>, jobs: &Receiver<Job>, ready: &dyn Fn(Result<(), FileError>)) {
    let mut memory = Memory::default();
    let mut pending = None;
    let mut is_first = true;
    loop {
        let opened = session::open_locales(project.config, project.today, project.locales, |session| {
            if is_first {
                let first = session.locales().iter().position(|name| *name == project.first);
                // What the first page needs, before anybody waits for it.
                first.map(|first| (session.queue(first).len(), session.counts(first).messages));
                memory.done = session.earlier_decisions();
                ready(Ok(()));
                opening::keep(session);
            }
            let end = at_desk(session, &mut memory, jobs, &mut pending);
            if matches!(end, End::Finished) {
                opening::keep(session);
            }
            end
        });
        match opened {
            Ok(End::Finished) => return,
            Ok(End::Outdated) => is_first = false,
            Err(error) if is_first => {
                ready(Err(error.clone()));
                return jobs.iter().for_each(|job| (job.work)(Err(&error)));
            }
            Err(error) => {
                if let Some(Job { work, .. }) = pending.take() {
                    work(Err(&error));
                }
                // Whoever comes next may find it fixed.
                match jobs.recv() {
                    Ok(job) => pending = Some(job),
                    Err(_) => return,
                }
            }
        }
    }
}

/// Does jobs as long as the project is as it was opened. A job for which it is not stays in `pending`.
fn at_desk(session: &mut Session<'_>, memory: &mut Memory, jobs: &Receiver<Job>, pending: &mut Option<Job>) -> End {
    let mut looked = Instant::now();
    loop {
        let next = pending.take().map_or_else(|| jobs.try_recv().ok(), Some);
        let Some(job) = next else {
            render(session, memory);
            match jobs.recv_timeout(if session.has_work() { FRESH } else { Duration::MAX }) {
                Ok(job) => *pending = Some(job),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return End::Finished,
            }
            continue;
        };
        if job.decides || looked.elapsed() > FRESH {
            if session.is_outdated() {
                render(session, memory);
                *pending = Some(job);
                return End::Outdated;
            }
            looked = Instant::now();
        }
        let desk = Desk { session: &mut *session, memory: &mut *memory };
        // A flaw of ours in one page is not to end the review: what was decided is on disk.
        if catch_unwind(AssertUnwindSafe(|| (job.work)(Ok(desk)))).is_err() {
            return End::Outdated;
        }
    }
}

fn render(session: &mut Session<'_>, memory: &mut Memory) {
    const MOST: usize = 5;
    if session.has_work() {
        memory.problems = session.render().iter().take(MOST).map(ToString::to_string).collect();
    }
}
