//! Markdown as HTML in which nothing runs and nothing is loaded: a whole page, or one text of it.

use std::collections::HashSet;

use ammonia::Builder;
use pulldown_cmark::{BlockQuoteKind, BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, html};

/// What stands before and after the marked text. They count as punctuation, so that emphasis beside them stays what it is.
pub const OPEN: char = '⸨';
pub const CLOSE: char = '⸩';

/// The class of the element that holds a line which is no text, such as `::: zone pivot="windows"`.
pub const DIRECTIVE: &str = "directive";

/// A page is cut here: beyond it, nobody looks at a preview.
const LARGEST: usize = 400_000;

/// What stays of a page; everything else goes, and its words stay.
const TAGS: [&str; 35] = [
    "p",
    "a",
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
    "td",
];

/// A page. Headings are paragraphs: what is around it has its own.
pub fn page(markdown: &str) -> String {
    let end = (0..=markdown.len().min(LARGEST)).rev().find(|at| markdown.is_char_boundary(*at)).unwrap_or(0);
    let mut out = String::new();
    html::push_html(&mut out, Parser::new_ext(&markdown[..end], options()).map(quiet));
    clean(&out).replace(OPEN, "<mark>").replace(CLOSE, "</mark>")
}

/// One text of a page, which is no block of its own whatever it begins with. `is_defined` says whether the page has a definition of
/// a link by this name.
pub fn text(markdown: &str, is_defined: impl Fn(&str) -> bool) -> String {
    // Between two marks nothing is at the beginning of a line.
    let has_marks = markdown.contains([OPEN, CLOSE]);
    let source = if has_marks { markdown.to_owned() } else { format!("{OPEN}{markdown}{CLOSE}") };
    let elsewhere = |link: BrokenLink<'_>| {
        let is_link = !matches!(link.link_type, LinkType::ShortcutUnknown) || !link.reference.starts_with('^');
        (is_link && is_defined(&link.reference)).then(|| (CowStr::from(""), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(&source, options(), Some(elsewhere));
    let mut out = String::new();
    html::push_html(&mut out, parser.map(quiet));
    let clean = clean(&out);
    let clean = clean.trim();
    let inner = clean.strip_prefix("<p>").and_then(|inner| inner.strip_suffix("</p>"));
    let inner = inner.filter(|inner| !inner.contains("<p>")).unwrap_or(clean);
    if has_marks { inner.to_owned() } else { inner.replace([OPEN, CLOSE], "") }
}

/// HTML as it is, without what runs or loads.
pub fn clean(html: &str) -> String {
    Builder::new()
        .tags(HashSet::from(TAGS))
        .link_rel(None)
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
        .clean(html)
        .to_string()
        // Without a target it only looks like a link.
        .replace("<a>", "<span class=\"link\">")
        .replace("</a>", "</span>")
}

/// A text without any markup, as HTML.
pub fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
}

/// Links as words that look like links, images as their texts, headings as paragraphs.
fn quiet(event: Event<'_>) -> Event<'_> {
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
        // A line of the source is no line of what readers see.
        Event::SoftBreak => Event::Text(CowStr::from(" ")),
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
    use super::{page, text};

    #[test]
    fn alerts_and_lines_for_the_generator_are_shown_as_such() {
        let html = page("> [!NOTE]\n> ⸨Two⸩\n\n<span class=\"directive other\">&#58;&#58;&#58; zone</span>\n");
        assert!(html.contains("<blockquote>\n<p class=\"alert\">Note</p>\n<p><mark>Two</mark></p>"), "{html}");
        assert!(html.contains("<span class=\"directive\">::: zone</span>"), "{html}");
    }

    #[test]
    fn nothing_runs_and_nothing_is_loaded() {
        let source = "# A ⸨title⸩\n\n[a link](javascript:alert(1)) ![an image](https://x.example/a.png)\n\n\
                    <script>alert(1)</script><img src=x onerror=alert(1)><p onclick=\"x()\" style=\"color:red\" id=\"main\">raw</p>\n\n\
                    <iframe src=\"https://x.example\"></iframe><svg><a xlink:href=\"javascript:x\">s</a></svg><style>*{}</style>\n\n\
                    <form action=\"/fr-FR/undo\"><button>b</button><input name=token></form>\n";
        let html = page(source);
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
        let html = page("| a | b |\n|--|--|\n| 1 | ⸨**2**⸩ |\n");
        assert!(
            html.contains("<table><thead><tr><th>a</th>") && html.contains("<td><mark><strong>2</strong></mark></td>"),
            "{html}"
        );
    }

    #[test]
    fn a_text_is_what_its_marks_say_and_no_block() {
        let text = |markdown| text(markdown, |name| name == "docs");
        for (markdown, html) in [
            (
                "Keep **two** years, see [the shop](shop.md).",
                "Keep <strong>two</strong> years, see <span class=\"link\">the shop</span>.",
            ),
            ("**All** of _it_", "<strong>All</strong> of <em>it</em>"),
            ("# no heading", "# no heading"),
            ("One line\nand another.", "One line and another."),
            ("One line\nand another.", "One line and another."),
            ("1. no list | no cell", "1. no list | no cell"),
            ("`a < b` and 1 < 2", "<code>a &lt; b</code> and 1 &lt; 2"),
            ("<a href=\"x\" onclick=\"y()\">Open</a><script>z()</script>", "<span class=\"link\">Open</span>"),
            (
                "See [them][docs], [docs] and [others][none][^1].",
                "See <span class=\"link\">them</span>, <span class=\"link\">docs</span> and [others][none][^1].",
            ),
            ("![a pier](pier.png)", "<span class=\"image\">a pier</span>"),
            ("", ""),
        ] {
            assert_eq!(text(markdown), html, "{markdown}");
        }
        assert_eq!(text("a ⸨ b"), "a ⸨ b");
    }
}
