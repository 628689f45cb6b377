//! A page as Markdown with one of its texts marked: in English, as the localized page is, and as it would be with another
//! wording. Nothing of it is written; it has no hand-off metadata, no anchors and nothing of the locale's own. Lines that only the
//! site's generator understands are between marks of their own.

use handback_core::document::{Unit, view};
use handback_core::render::RenderOptions;
use handback_core::render::choose::{Choice, Chooser};
use handback_core::render::options::OnMachine;

use crate::pages::render::render_options;
use crate::report::rendered::{CLOSE, DIRECTIVE, OPEN};
use crate::snapshot::{LocaleView, PageView};

/// A page, without its front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub english: String,
    pub before: String,
    /// With the wording that was asked for.
    pub after: Option<String>,
}

/// A page with the text at one of its units marked; `None` for a document that is no Markdown. `wording` is plain text with
/// placeables.
pub fn of_page(locale: LocaleView<'_>, page: PageView<'_>, marked: usize, wording: Option<&str>) -> Option<Preview> {
    let document = page.document();
    if !document.syntax.is_markdown() {
        return None;
    }
    let formatters = locale.formatters();
    // Whoever reviews reads what a machine wrote, whatever readers see.
    let options = render_options(locale.snapshot.config, locale.name());
    let options = RenderOptions { on_machine: OnMachine::Publish, ..options };
    let mut chooser = Chooser::new(page.subject(), locale.snapshot.reference(), &formatters, &options);
    let here = page.ids().get(marked).cloned().flatten();
    let is_marked = |index: usize| here.is_some() && page.ids()[index] == here;
    let mut texts: Vec<[Option<String>; 2]> = Vec::with_capacity(document.units.len());
    for index in 0..document.units.len() {
        let now = match chooser.choose(index, &mut Vec::new()) {
            Choice::Current { text, .. } => Some(text),
            Choice::Stale { text, .. } => text,
            Choice::Unapproved | Choice::Missing => None,
        };
        let then = wording.filter(|_| is_marked(index)).and_then(|wording| chooser.word(index, wording).ok());
        texts.push([now.clone(), then.or(now)]);
    }
    let page_with = |text_of: &dyn Fn(usize) -> Option<String>| {
        let mut out = String::new();
        let mut at = document.body_start;
        let body = document.units.iter().enumerate().filter(|(_, unit)| unit.span.start >= document.body_start);
        for (index, unit) in body {
            out.push_str(&document.source[at..unit.span.start]);
            let text = text_of(index).unwrap_or_else(|| unit.text.to_string());
            let text = if is_marked(index) { mark(&text) } else { text };
            out.push_str(&written(page, unit, &text));
            at = unit.span.end;
        }
        out.push_str(&document.source[at..]);
        view::plain(&out, &document.constructs, directive)
    };
    Some(Preview {
        english: page_with(&|_| None),
        before: page_with(&|index| texts[index][0].clone()),
        after: wording.map(|_| page_with(&|index| texts[index][1].clone())),
    })
}

/// A line for the generator as it is, whatever a Markdown parser would make of it. What opens an alert stays: parsers know it.
fn directive(line: &str) -> String {
    const ALERTS: [&str; 5] = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"];
    if ALERTS.iter().any(|alert| alert.eq_ignore_ascii_case(line)) {
        return line.to_owned();
    }
    let mut out = format!("<span class=\"{DIRECTIVE}\">");
    for c in line.chars() {
        match c {
            c if c.is_ascii_punctuation() => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "</span>"
}

fn written(page: PageView<'_>, unit: &Unit<'_>, text: &str) -> String {
    page.document().put_back(unit, text)
}

/// A text between the marks; one that holds such a character has none.
fn mark(text: &str) -> String {
    match text.contains([OPEN, CLOSE]) || text.trim().is_empty() {
        true => text.to_owned(),
        false => format!("{OPEN}{text}{CLOSE}"),
    }
}
