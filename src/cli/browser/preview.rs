//! A page as readers see it, roughly, beside the text that is worked on: no scripts, no images, no links to follow.

use std::collections::HashSet;

use ammonia::Builder;
use askama::Template;
use pulldown_cmark::{BlockQuoteKind, CowStr, Event, Options, Parser, Tag, TagEnd, html};

use super::answer::Answer;
use super::desk::Desk;
use super::frame::Asked;
use super::request::value;
use handback::review::preview::{CLOSE, DIRECTIVE, OPEN};

/// A page is cut here: beyond it, nobody looks at a preview.
const LARGEST: usize = 400_000;

/// What stays of a page; everything else goes, and its words stay.
const TAGS: [&str; 33] = [
    "p",
    "span",
    "div",
    "br",
    "hr",
    "b",
    "strong",
    "i",
    "em",
    "u",
    "s",
    "del",
    "ins",
    "sub",
    "sup",
    "small",
    "code",
    "kbd",
    "samp",
    "var",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
];

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

/// Markdown as HTML in which nothing runs and nothing is loaded. Headings are paragraphs: the page around it has its own.
fn rendered(markdown: &str) -> String {
    let end = (0..=markdown.len().min(LARGEST)).rev().find(|at| markdown.is_char_boundary(*at)).unwrap_or(0);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(&markdown[..end], options).map(plain));
    let clean = Builder::new()
        .tags(TAGS.into_iter().chain(["td"]).collect::<HashSet<_>>())
        .tag_attributes(
            [("th", HashSet::from(["colspan", "rowspan"])), ("td", HashSet::from(["colspan", "rowspan"]))].into(),
        )
        .generic_attributes(HashSet::new())
        .allowed_classes(
            [
                ("p", HashSet::from(["h1", "h2", "h3", "h4", "alert"])),
                ("span", HashSet::from(["link", "image", DIRECTIVE])),
            ]
            .into(),
        )
        .clean(&out)
        .to_string();
    clean.replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
}

/// Links as words that look like links, images as their texts, headings as paragraphs.
fn plain(event: Event<'_>) -> Event<'_> {
    let html = |text: String| Event::Html(CowStr::from(text));
    let inline = |text: &str| Event::InlineHtml(CowStr::from(text.to_owned()));
    match event {
        Event::Start(Tag::Heading { level, .. }) => html(format!("<p class=\"h{}\">", (level as usize).min(4))),
        Event::End(TagEnd::Heading(_)) => html("</p>\n".to_owned()),
        Event::Start(Tag::Link { .. }) => inline("<span class=\"link\">"),
        Event::Start(Tag::Image { .. }) => inline("<span class=\"image\">"),
        Event::Start(Tag::BlockQuote(Some(kind))) => {
            html(format!("<blockquote>\n<p class=\"alert\">{}</p>\n", alert(kind)))
        }
        Event::End(TagEnd::Link | TagEnd::Image) => inline("</span>"),
        other => other,
    }
}

/// What generators write above an alert.
fn alert(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}

#[cfg(test)]
mod tests {
    use super::rendered;

    #[test]
    fn alerts_and_lines_for_the_generator_are_shown_as_such() {
        let html = rendered("> [!NOTE]\n> ⸨Two⸩\n\n<span class=\"directive other\">&#58;&#58;&#58; zone</span>\n");
        assert!(html.contains("<blockquote>\n<p class=\"alert\">Note</p>\n<p><mark>Two</mark></p>"), "{html}");
        assert!(html.contains("<span class=\"directive\">::: zone</span>"), "{html}");
    }

    #[test]
    fn nothing_runs_and_nothing_is_loaded() {
        let page = "# A ⸨title⸩\n\n[a link](javascript:alert(1)) ![an image](https://x.example/a.png)\n\n\
                    <script>alert(1)</script><img src=x onerror=alert(1)><p onclick=\"x()\" style=\"color:red\" id=\"main\">raw</p>\n\n\
                    <iframe src=\"https://x.example\"></iframe><svg><a xlink:href=\"javascript:x\">s</a></svg><style>*{}</style>\n\n\
                    <form action=\"/fr-FR/undo\"><button>b</button><input name=token></form>\n";
        let html = rendered(page);
        for bad in [
            "<script",
            "<img",
            "onclick",
            "onerror",
            "style",
            "href",
            "src",
            "<iframe",
            "<form",
            "<button",
            "<input",
            "id=",
            "alert(1)</",
        ] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
        assert!(html.contains("<p class=\"h1\">A <mark>title</mark></p>"), "{html}");
        assert!(html.contains("<span class=\"link\">a link</span> <span class=\"image\">an image</span>"), "{html}");
    }

    #[test]
    fn tables_are_tables() {
        let html = rendered("| a | b |\n|--|--|\n| 1 | ⸨**2**⸩ |\n");
        assert!(
            html.contains("<table><thead><tr><th>a</th>") && html.contains("<td><mark><strong>2</strong></mark></td>"),
            "{html}"
        );
    }
}
