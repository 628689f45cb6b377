//! The work of a locale, with the English before and after, word by word.

use askama::Template;
use handback_core::text::words::{self, Op, Stretch};

use super::frame::{Frame, Part, age, titled};
use crate::commands::site::Site;
use crate::commands::site::work::{Kind, Task};
use crate::report::pager::Pager;

/// A page has so many texts, at most.
const TEXTS: usize = 100;
/// A page goes on no further once its texts take so many bytes.
const ROOM: usize = 300_000;
/// The longest text that is shown, in characters.
const LONGEST: usize = 4000;

#[derive(Template)]
#[template(path = "site/work.html")]
struct Page<'a> {
    frame: Frame,
    name: &'a str,
    pager: Pager,
    tasks: Vec<Shown<'a>>,
}

/// A text as people read it.
struct Shown<'a> {
    task: &'a Task,
    state: &'static str,
    change: Option<String>,
    age: Option<String>,
    english: Vec<Stretch>,
    translation: Option<String>,
    source: Option<String>,
    resource: Option<(&'a str, Option<String>)>,
}

/// Cuts the work into what pages hold.
pub fn cut(tasks: &[Task]) -> Vec<&[Task]> {
    let mut pages = Vec::new();
    let (mut start, mut room) = (0, 0);
    for (at, task) in tasks.iter().enumerate() {
        let size = size(task);
        if at > start && (at - start >= TEXTS || room + size > ROOM) {
            pages.push(&tasks[start..at]);
            (start, room) = (at, 0);
        }
        room += size;
    }
    if start < tasks.len() {
        pages.push(&tasks[start..]);
    }
    pages
}

/// About the bytes that a text takes on its page: characters that stand for markup take more than one.
fn size(task: &Task) -> usize {
    let of_text = |text: &str| {
        let shown = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
        shown.len() + 4 * shown.bytes().filter(|byte| b"<>&\"'".contains(byte)).count()
    };
    let texts = [task.previous.as_deref(), Some(&*task.english), task.translation.as_deref(), task.remark.as_deref()];
    texts.into_iter().flatten().map(of_text).sum::<usize>() + 1000
}

/// `page` is counted from 0.
pub fn page(site: &Site<'_>, index: usize, tasks: &[Task], page: usize, pages: usize) -> String {
    let name = site.names[index];
    let title = titled(&format!("{name}: work"), page, pages);
    let page = Page {
        frame: Frame::new(site, &title, "../../", Part::Locale(index)),
        name,
        pager: Pager::new(page + 1, pages, |page| format!("work-{page}.html")),
        tasks: tasks.iter().map(|task| shown(site, task)).collect(),
    };
    page.render().unwrap_or_default()
}

fn shown<'t>(site: &Site<'_>, task: &'t Task) -> Shown<'t> {
    let address = |file: &str, line: Option<u32>| site.forge.as_ref().and_then(|forge| forge.address(file, line));
    let state = match task.kind {
        Kind::Stale => "stale",
        Kind::Decision => "unproven",
        Kind::Missing => "missing",
    };
    let english = match &task.previous {
        Some(previous) => words::diff(previous, &task.english),
        None => vec![Stretch { op: Op::Equal, text: task.english.clone() }],
    };
    Shown {
        state,
        change: task.change.map(|(severity, rule)| format!("{severity} change ({rule})")),
        age: age(task.since, site.as_of),
        english: shortened(english),
        translation: task.translation.as_deref().map(|text| short(text, LONGEST)),
        source: address(&task.file, task.line),
        resource: task.resource.as_ref().map(|place| (&*place.file, address(&place.file, place.line))),
        task,
    }
}

impl Shown<'_> {
    fn kind(&self) -> &'static str {
        match self.task.kind {
            Kind::Stale => "stale",
            Kind::Decision => "two wordings",
            Kind::Missing => "missing",
        }
    }

    /// Where the text stands.
    fn place(&self) -> String {
        let more = match self.task.documents {
            0 | 1 => String::new(),
            count => format!(" and {} more", count - 1),
        };
        match self.task.line {
            Some(line) => format!("{}:{line}{more}", self.task.file),
            None => format!("{}{more}", self.task.file),
        }
    }
}

/// As much as a page shows, of both texts together.
fn shortened(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut left = LONGEST;
    let mut out = Vec::new();
    for Stretch { op, text } in stretches {
        if left == 0 {
            break;
        }
        let text = short(&text, left);
        left = left.saturating_sub(text.chars().count());
        out.push(Stretch { op, text });
    }
    out
}

fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(english: String) -> Task {
        Task {
            kind: Kind::Missing,
            id: "x".into(),
            change: None,
            file: "a.md".into(),
            line: Some(1),
            resource: None,
            documents: 1,
            since: None,
            previous: None,
            english,
            translation: None,
            remark: None,
        }
    }

    #[test]
    fn no_page_grows_too_large() {
        let lengths = |tasks: &[Task]| cut(tasks).iter().map(|page| page.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&[]), Vec::<usize>::new());
        assert_eq!(lengths(&vec![task("A text.".into()); 250]), [100, 100, 50]);
        // Of a text of a megabyte only the start is shown, and each `<` takes five bytes.
        assert_eq!(lengths(&vec![task("<".repeat(1 << 20)); 30]), [14, 14, 2]);
    }

    #[test]
    fn long_texts_are_cut() {
        let all = shortened(words::diff(&"old ".repeat(3000), &"new ".repeat(3000)));
        let shown: usize = all.iter().map(|stretch| stretch.text.chars().count()).sum();
        assert!(shown <= LONGEST + 1 && all.last().is_some_and(|last| last.text.ends_with('…')), "{shown}");
    }
}
