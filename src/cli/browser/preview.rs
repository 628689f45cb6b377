//! A page as readers see it, roughly, beside the text that is worked on: no scripts, no images, no links to follow.

use askama::Template;

use super::answer::Answer;
use super::desk::Desk;
use super::frame::Asked;
use super::request::value;
use handback::report::rendered::page as rendered;

#[derive(Template)]
#[template(path = "review/preview.html")]
struct Fragment {
    source: String,
    locale: String,
    /// HTML that [`rendered`] made.
    english: String,
    before: String,
    after: Option<String>,
}

/// The page of an entry as a part of HTML; with a wording also as it would be.
pub fn show(desk: &mut Desk<'_, '_>, asked: &Asked<'_>, at: usize, form: &[(String, String)]) -> Answer {
    let entry = desk.session.queue(asked.locale)[at].clone();
    let now = handback::review::decision::editable(&entry, entry.translation.as_ref());
    let typed = value(form, "text").map(|text| text.replace("\r\n", "\n"));
    let typed = typed.filter(|text| text.trim() != now.trim());
    let Some(preview) = desk.session.preview(asked.locale, &entry, typed.as_deref()) else {
        return Answer::Page(axum::http::StatusCode::OK, String::new());
    };
    let locale = desk.session.locales()[asked.locale].to_owned();
    let source = desk.session.config().source_locale.clone();
    let after = preview.after.filter(|after| *after != preview.before);
    Answer::page(&Fragment {
        source,
        locale,
        english: rendered(&preview.english),
        before: rendered(&preview.before),
        after: after.map(|after| rendered(&after)),
    })
}
