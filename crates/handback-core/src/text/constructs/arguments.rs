//! Arguments of constructs, and which of them hold words for readers.

use std::ops::Range;

use super::is_wiki_link;
use crate::text::flavor::Flavor;

/// A quoted argument of a construct, a tag or a directive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument<'t> {
    /// `title` of `title="…"`; empty where only its position tells.
    pub name: &'t str,
    /// How many quoted arguments without a name stand before it.
    pub position: usize,
    pub quote: u8,
    /// What is between the quotes.
    pub value: Range<usize>,
}

/// Names of arguments whose values are words for readers.
const WORDED: [&str; 29] = [
    "data-toc-label",
    "alt-text",
    "alt",
    "title",
    "caption",
    "text",
    "label",
    "summary",
    "heading",
    "header",
    "subtitle",
    "tagline",
    "description",
    "tooltip",
    "placeholder",
    "aria-label",
    "aria-description",
    "hint",
    "message",
    "desc",
    "linktext",
    "headline",
    "eyebrow",
    "subheading",
    "cta",
    "question",
    "answer",
    "blurb",
    "excerpt",
];

/// Names of arguments whose values are words if they read so: elsewhere they are names and keys.
const PERHAPS: [&str; 12] =
    ["name", "content", "note", "body", "quote", "role", "tag", "badge", "intro", "lead", "info", "details"];

/// What the names of worded arguments end with: `buttonText`, `image_alt`.
const ENDINGS: [&str; 9] =
    ["text", "title", "label", "alt", "caption", "description", "heading", "placeholder", "tooltip"];

/// Names of arguments whose values are none, though they may have blanks.
const WORDLESS: [&str; 27] = [
    "class",
    "classname",
    "style",
    "src",
    "href",
    "id",
    "url",
    "path",
    "file",
    "width",
    "height",
    "link",
    "ref",
    "lang",
    "language",
    "type",
    "options",
    "icon",
    "sizes",
    "srcset",
    "target",
    "rel",
    "key",
    "hl_lines",
    "format",
    "command",
    "cmd",
];

/// Arguments without a name that are words: the name of the construct, and the position.
const POSITIONS: [(Flavor, &str, usize); 28] = [
    (Flavor::Hugo, "tab", 0),
    (Flavor::Hugo, "details", 0),
    (Flavor::Hugo, "expand", 0),
    (Flavor::Hugo, "button", 0),
    (Flavor::Hugo, "step", 0),
    (Flavor::Hugo, "card", 0),
    (Flavor::Jekyll, "tab", 0),
    (Flavor::Jekyll, "note", 0),
    (Flavor::Mdn, "cssxref", 1),
    (Flavor::Mdn, "domxref", 1),
    (Flavor::Mdn, "jsxref", 1),
    (Flavor::Mdn, "htmlelement", 1),
    (Flavor::Mdn, "htmlattrxref", 2),
    (Flavor::Mdn, "svgelement", 1),
    (Flavor::Mdn, "svgattr", 1),
    (Flavor::Mdn, "mathmlelement", 1),
    (Flavor::Mdn, "httpheader", 1),
    (Flavor::Mdn, "httpstatus", 1),
    (Flavor::Mdn, "httpmethod", 1),
    (Flavor::Mdn, "glossary", 1),
    (Flavor::Mdn, "webextapiref", 1),
    (Flavor::Mdn, "csp", 1),
    (Flavor::Mdn, "livesamplelink", 1),
    (Flavor::Mdn, "bug", 1),
    (Flavor::Mdn, "rfc", 1),
    (Flavor::Mdn, "interactiveexample", 0),
    (Flavor::Docfx, "glossary", 1),
    (Flavor::Docfx, "cssxref", 1),
];

/// Macros of MDN that show what they name as code, unless an argument says `nocode`.
const SHOWN_AS_CODE: [&str; 13] = [
    "cssxref",
    "domxref",
    "jsxref",
    "htmlelement",
    "htmlattrxref",
    "svgelement",
    "svgattr",
    "mathmlelement",
    "httpheader",
    "httpstatus",
    "httpmethod",
    "webextapiref",
    "csp",
];

/// Tags of Liquid and Jinja that compute: strings in them are no text.
const LOGIC: [&str; 16] = [
    "if", "elsif", "elif", "unless", "else", "case", "when", "for", "assign", "capture", "set", "macro", "import",
    "from", "extends", "block",
];

/// The quoted arguments of a construct, in order.
pub fn arguments(construct: &str) -> Vec<Argument<'_>> {
    let bytes = construct.as_bytes();
    let mut found = Vec::new();
    let (mut at, mut position) = (0, 0);
    while at < bytes.len() {
        let quote = bytes[at];
        // An apostrophe in a word quotes nothing.
        let in_word = at > 0 && bytes[at - 1].is_ascii_alphanumeric();
        if !matches!(quote, b'"' | b'\'' | b'`') || (quote == b'\'' && in_word) {
            at += 1;
            continue;
        }
        let Some(len) = closing(&bytes[at + 1..], quote) else { break };
        let name = name_before(&construct[..at]);
        found.push(Argument { name, position, quote, value: at + 1..at + 1 + len });
        position += usize::from(name.is_empty());
        at += len + 2;
    }
    found
}

fn closing(bytes: &[u8], quote: u8) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in bytes.iter().enumerate() {
        match *byte {
            _ if escaped => escaped = false,
            b'\\' if quote != b'`' => escaped = true,
            byte if byte == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// The name before `=` at the end of a text.
fn name_before(text: &str) -> &str {
    let Some(text) = text.trim_end().strip_suffix(['=']) else { return "" };
    let text = text.trim_end();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '@' | '.');
    &text[text.rfind(|c| !is_name(c)).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))..]
}

/// Where words for readers stand in a construct: the values of certain arguments, and quoted sentences.
pub fn words(flavor: Flavor, construct: &str) -> Vec<Range<usize>> {
    if is_wiki_link(construct) {
        return wiki_words(construct).into_iter().collect();
    }
    if is_left_whole(construct) {
        return Vec::new();
    }
    if let Some(words) = role_words(construct) {
        return words.into_iter().collect();
    }
    let mut found = shown(flavor, construct);
    if flavor == Flavor::Mdn && is_shown_as_code(construct) {
        found.retain(|range| is_phrase(&construct[range.clone()]));
    }
    found
}

/// Whether a construct is a formula of TeX, or keys, `++ctrl+"My key"++`, which are what the keyboard has.
fn is_left_whole(construct: &str) -> bool {
    ["\\(", "\\\\(", "++", "$$"].iter().any(|open| construct.starts_with(open)) || construct.ends_with('$')
}

/// The words of a role of MyST, ``{doc}`words <page>` ``; `None` if it is none.
fn role_words(construct: &str) -> Option<Option<Range<usize>>> {
    let given = construct.strip_prefix('{').filter(|rest| rest.ends_with('`'))?.find("}`")? + 2;
    let inner = construct[given..].trim_matches('`');
    let start = given + (construct[given..].len() - construct[given..].trim_start_matches('`').len());
    let words = inner.strip_suffix('>').and_then(|inner| inner.rfind(" <")).map(|end| inner[..end].trim_end());
    let words = words.filter(|words| words.contains(char::is_alphabetic) && !words.starts_with(' '));
    Some(words.map(|words| start..start + words.len()))
}

/// The words of `[[Page|words]]`. GitHub's wikis have them first: `[[words|Name-Of-The-Page]]`.
fn wiki_words(link: &str) -> Option<Range<usize>> {
    let inner = &link[2..link.len() - 2];
    let bar = inner.find('|')?;
    let (first, last) = (inner[..bar].trim_end_matches('\\'), &inner[bar + 1..]);
    let is_page = last.contains('-') && !last.contains(' ') && last.starts_with(|c: char| c.is_ascii_uppercase());
    let words =
        if is_page && !first.contains('#') { 2..2 + first.len() } else { link.len() - 2 - last.len()..link.len() - 2 };
    link[words.clone()].contains(char::is_alphabetic).then_some(words)
}

/// Whether what a macro shows is the name of something in a program.
fn is_shown_as_code(macro_call: &str) -> bool {
    let name = name_of(macro_call);
    let says_otherwise = || {
        let arguments = arguments(macro_call);
        let behind = arguments.last().map_or("", |last| &macro_call[last.value.end + 1..]);
        let last = behind.trim_matches([',', ' ', '\n', ')', '}']);
        matches!(last, "1" | "true") || arguments.iter().any(|other| &macro_call[other.value.clone()] == "nocode")
    };
    SHOWN_AS_CODE.iter().any(|known| known.eq_ignore_ascii_case(name)) && !says_otherwise()
}

/// Two words and more, of nothing but letters.
fn is_phrase(value: &str) -> bool {
    let is_word = |word: &str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | ','));
    value.split_whitespace().count() > 1 && value.split_whitespace().all(is_word)
}

/// Where a construct has text that readers see: words, and names that one language may write in another way.
pub fn shown(flavor: Flavor, construct: &str) -> Vec<Range<usize>> {
    if is_wiki_link(construct) {
        return std::iter::once(2..construct.len() - 2).collect();
    }
    if is_left_whole(construct) {
        return Vec::new();
    }
    if let Some(words) = role_words(construct) {
        let names_an_entry = construct.starts_with("{term}") || construct.starts_with("{abbr}");
        let whole = || construct.len() - construct.trim_start_matches(|c| c != '`').trim_start_matches('`').len();
        let whole = || whole()..construct.trim_end_matches('`').len();
        return words.or_else(|| names_an_entry.then(whole)).into_iter().collect();
    }
    let name = name_of(construct);
    // mdBook: all that stands behind the name.
    if let Some(title) = construct.strip_prefix("{{#title ").and_then(|rest| rest.strip_suffix("}}")) {
        let start = construct.len() - title.len() - 2;
        return Some(start..start + title.len()).filter(|range| !range.is_empty()).into_iter().collect();
    }
    // Expressions of JavaScript are a program's.
    if construct.starts_with("{:")
        || construct.starts_with("{#")
        || (flavor == Flavor::Vitepress && construct.starts_with("{{"))
    {
        return Vec::new();
    }
    if let Some(words) = tag_of_words(construct, name) {
        return vec![words];
    }
    let is_logic = construct.starts_with("{%") && LOGIC.contains(&name);
    let is_worded = |argument: &Argument<'_>| {
        let value = &construct[argument.value.clone()];
        value.contains(char::is_alphabetic) && !is_logic && {
            match argument.name {
                "" if argument.quote == b'`' => false,
                "" => is_positional(flavor, name, argument.position) || (flavor != Flavor::Mdn && is_sentence(value)),
                _ => is_worded(argument.name, value) || (!is_wordless_name(argument.name) && is_sentence(value)),
            }
        }
    };
    let found = arguments(construct).into_iter().filter(|argument| is_worded(argument));
    found.map(|argument| argument.value).collect()
}

/// The words of a tag that has them without quotes, as those of Hexo: `{% note warning Mind the tide %}`; and what a page sets
/// for readers: `{% set caption = "The long pier" %}`.
fn tag_of_words(construct: &str, name: &str) -> Option<Range<usize>> {
    let inner = construct.strip_prefix("{%")?.strip_suffix("%}")?;
    let start = 2 + inner.find(name)? + name.len();
    let rest = &construct[start..construct.len() - 2];
    let trimmed = |range: Range<usize>| {
        let text = &construct[range.clone()];
        let start = range.start + (text.len() - text.trim_start().len());
        start..start + text.trim().len()
    };
    match name {
        "set" => {
            let (variable, _) = rest.split_once('=')?;
            let given = trimmed(start + variable.len() + 1..construct.len() - 2);
            let value = construct[given.clone()].strip_prefix('"')?.strip_suffix('"')?;
            let variable = variable.trim();
            let is_shown = is_worded(variable, value) || matches!(variable, "callout" | "headline" | "summary");
            (is_shown && is_sentence(value) && !value.contains('"')).then_some(given.start + 1..given.end - 1)
        }
        "note" | "details" | "spoiler" | "folding" | "collapse" => {
            let kinds = rest.split_whitespace().take_while(|word| NOTES.contains(word)).map(str::len).sum::<usize>();
            let kinds = if kinds == 0 || name != "note" { 0 } else { behind_words(rest, kinds) };
            let words = trimmed(start + kinds..construct.len() - 2);
            let text = &construct[words.clone()];
            let is_plain = !text.contains(['"', '\'', '=', '|', '{', '`', ':']);
            let is_words = text.split_whitespace().count() > 1 || text.starts_with(char::is_uppercase);
            (is_plain && is_words).then_some(words)
        }
        _ => None,
    }
}

/// How a note of Hexo looks.
const NOTES: [&str; 11] =
    ["default", "primary", "success", "info", "warning", "warn", "danger", "tip", "no-icon", "simple", "flat"];

/// Where so many letters of words end, with the blanks between them.
fn behind_words(text: &str, letters: usize) -> usize {
    let mut left = letters;
    text.char_indices()
        .find(|(_, c)| {
            left -= if c.is_whitespace() { 0 } else { c.len_utf8().min(left) };
            left == 0 && c.is_whitespace()
        })
        .map_or(text.len(), |(at, _)| at)
}

/// Where words for readers stand in the attributes of a tag.
pub fn tag_words(tag: &str) -> Vec<Range<usize>> {
    let (mut counted, mut depth) = (0, 0i64);
    let is_worded = |argument: &Argument<'_>| {
        for byte in &tag.as_bytes()[counted..argument.value.start] {
            depth += i64::from(*byte == b'{') - i64::from(*byte == b'}');
        }
        counted = argument.value.start;
        // What is in braces is a program's.
        let is_plain = argument.quote != b'`' && depth <= 0;
        let value = &tag[argument.value.clone()];
        let is_component = tag[1..].starts_with(|c: char| c.is_ascii_uppercase());
        // `title="#low-tide"` is an address.
        let is_address = value.starts_with('#') && !value.contains(char::is_whitespace);
        is_plain
            && value.contains(char::is_alphabetic)
            && !is_address
            && match is_component {
                true => is_worded(argument.name, value),
                false => is_worded_name(argument.name),
            }
    };
    arguments(tag).into_iter().filter(is_worded).map(|argument| argument.value).collect()
}

/// Words for readers in strings of JavaScript in the attributes of a tag of MDX: one that is all of a value, `title={'Words'}`, or
/// is of a list or map in it, `items={[{ title: 'Words' }]}`, `steps={['Two words']}`.
pub fn literal_words(tag: &str) -> Vec<Argument<'_>> {
    let literal = |argument: Argument<'_>| {
        let (before, behind) = (&tag[..argument.value.start - 1], &tag[argument.value.end + 1..]);
        let (before, behind) = (before.trim_end(), behind.trim_start());
        let value = &tag[argument.value.clone()];
        let is_of_collection = behind.starts_with([',', '}', ']']) && !argument.name.contains(char::is_alphabetic);
        let name = match before.chars().next_back()? {
            '{' if behind.starts_with('}') => name_before(&before[..before.len() - 1]),
            ':' if is_of_collection => key_before(&before[..before.len() - 1])?,
            '[' | ',' if is_of_collection && behind.starts_with([',', ']']) => "",
            _ => return None,
        };
        let is_words = name.is_empty() || is_worded(name, value);
        let is_plain = value.contains(char::is_alphabetic) && !value.contains("${") && !value.contains('\n');
        (is_words && is_plain).then_some(Argument { name, ..argument })
    };
    let mut found: Vec<Argument<'_>> = arguments(tag).into_iter().filter_map(literal).collect();
    // One sentence shows that the strings of a list are words.
    let reads_so = |argument: &Argument<'_>| {
        let value = &tag[argument.value.clone()];
        argument.name.is_empty() && value.starts_with(char::is_uppercase) && is_sentence(value)
    };
    if !found.iter().any(reads_so) {
        found.retain(|argument| !argument.name.is_empty());
    }
    found
}

/// The key at the end of a text, which stands behind a brace or comma: `{ title`, `, 'title'`.
fn key_before(text: &str) -> Option<&str> {
    let text = text.trim_end().trim_end_matches(['"', '\'']);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '$');
    let start = text.rfind(|c| !is_name(c)).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let before = text[..start].trim_end_matches(['"', '\'']).trim_end();
    before.ends_with(['{', ',']).then_some(&text[start..])
}

/// Whether a word names a component, as in `::card-group`.
pub fn is_component(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Whether a title of code is words, and not the name of a file.
pub fn is_words(title: &str) -> bool {
    let is_path = title.contains(['/', '\\', '_'])
        || title.split('.').skip(1).any(|part| part.starts_with(char::is_alphanumeric));
    // `enforce=true` is a setting.
    title.contains(char::is_alphabetic) && (!is_path && !title.contains('=') || title.contains(' '))
}

/// Whether a value of an argument is words for readers, by both its name and what it says.
pub fn is_worded(name: &str, value: &str) -> bool {
    let reads_so = || value.trim_start().starts_with(char::is_uppercase) && is_sentence(value);
    let is_flag = matches!(value, "true" | "false");
    is_worded_name(name)
        || PERHAPS.contains(&name) && reads_so()
        || ends_worded(name) && !is_flag && !value.starts_with('#') && is_words(value) && !is_identifier(value)
}

/// `buttonText`, `button-text`, `button_text`.
fn ends_worded(name: &str) -> bool {
    ENDINGS.iter().any(|ending| {
        let before = name.len().checked_sub(ending.len()).filter(|at| *at > 0 && name.is_char_boundary(*at));
        before.is_some_and(|at| {
            let (start, end) = name.split_at(at);
            let is_apart = end.starts_with(char::is_uppercase) || start.ends_with(['-', '_']);
            end.eq_ignore_ascii_case(ending) && is_apart && !start.starts_with("data-")
        })
    })
}

/// One word as programs have them: `land-it`, `landIt`.
fn is_identifier(value: &str) -> bool {
    let has_inner_capital =
        || value.chars().zip(value.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    !value.contains(' ') && (value.starts_with(char::is_lowercase) && value.contains(['-', ':']) || has_inner_capital())
}

/// Whether the values of an argument or attribute are words for readers.
pub fn is_worded_name(name: &str) -> bool {
    WORDED.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn is_wordless_name(name: &str) -> bool {
    // `imageStyle`, `wrapperClass`.
    let is_for_looks = |end: &str| name.len() > end.len() && name.ends_with(end);
    WORDLESS.iter().any(|known| known.eq_ignore_ascii_case(name))
        || name.starts_with("data-")
        || ["Style", "Class", "ClassName"].iter().any(|end| is_for_looks(end))
}

fn is_positional(flavor: Flavor, name: &str, position: usize) -> bool {
    POSITIONS.iter().any(|(of, known, at)| *of == flavor && *at == position && known.eq_ignore_ascii_case(name))
}

/// More than one word, and no path, address or code.
fn is_sentence(value: &str) -> bool {
    let words = value.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let is_path = value.starts_with('/') || value.contains("://");
    words > 1 && !value.contains(['=', '{', '}', '<', '|']) && !is_path && !is_style(value) && !is_date_format(value)
}

/// `%B %e, %Y`, `yyyy LLL dd`.
fn is_date_format(value: &str) -> bool {
    let is_repeated = |word: &str| {
        let first = word.bytes().next().unwrap_or(b' ');
        b"yYMLdDhHmsaE".contains(&first) && word.bytes().all(|byte| byte == first)
    };
    if value.contains("yy")
        && value.split([' ', ',', '/', ':', '.', '-']).filter(|word| !word.is_empty()).all(is_repeated)
    {
        return true;
    }
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | '/' | ':' | '.');
    let words: Vec<&str> = value.split(is_edge).filter(|word| !word.is_empty()).collect();
    let is_directive = |word: &&&str| word.strip_prefix('%').is_some_and(|rest| (1..=3).contains(&rest.len()));
    words.iter().filter(is_directive).count() * 2 > words.len()
}

/// `object-fit: cover; aspect-ratio: 16/9;`
fn is_style(value: &str) -> bool {
    let is_declaration = |part: &str| {
        let is_name = |c: char| c.is_ascii_lowercase() || c == '-';
        part.split_once(':').is_some_and(|(name, value)| !value.trim().is_empty() && name.trim().chars().all(is_name))
    };
    let mut parts = value.split(';').filter(|part| !part.trim().is_empty());
    value.contains(';') && parts.all(is_declaration)
}

/// `ref` of `{{< ref "x" >}}`, `jsxref` of `{{jsxref("Map")}}`.
pub fn name_of(construct: &str) -> &str {
    let inner =
        construct.trim_start_matches(['{', '<', '%', '#', '!', '$', '=']).trim_start_matches(['-']).trim_start();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/');
    &inner[..inner.bytes().take_while(|b| is_name(b)).count()]
}

/// The name of what a construct closes: `tab` of `{{< /tab >}}`, `{{</ tab >}}` and `{% endtab %}`.
pub fn closed_name(construct: &str) -> Option<&str> {
    let name = name_of(construct);
    match name {
        // The blank stands behind the mark.
        "/" => {
            let at = name.as_ptr() as usize - construct.as_ptr() as usize + 1;
            Some(name_of(&construct[at..])).filter(|name| !name.is_empty())
        }
        _ => name.strip_prefix('/').or_else(|| name.strip_prefix("end")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_something_says_so() {
        for closing in ["{{< /tab >}}", "{{</ tab >}}", "{{% / tab %}}", "{{</tab>}}", "{% endtab %}", "{%- endtab -%}"]
        {
            assert_eq!(closed_name(closing), Some("tab"), "{closing}");
        }
        for other in ["{{< tab >}}", "{{< tab \"/\" />}}", "{% tab %}", "{{< / >}}"] {
            assert_eq!(closed_name(other), None, "{other}");
        }
    }

    fn found(flavor: Flavor, construct: &str) -> Vec<&str> {
        words(flavor, construct).into_iter().map(|range| &construct[range]).collect()
    }

    #[test]
    fn names_and_values_say_what_is_words() {
        let of_tag = |tag| tag_words(tag).into_iter().map(|range: Range<usize>| &tag[range]).collect::<Vec<&str>>();
        assert_eq!(
            of_tag(r#"<Step name="First landing" buttonText="Row" image_alt="A pier" cta="Go" role="Chief of boats">"#),
            ["First landing", "Row", "A pier", "Go", "Chief of boats"]
        );
        assert_eq!(
            of_tag(
                r#"<Field name="pier_id" hideTitle="true" goLabel="pierLink" content="row it" context="Low tide" iconTitle="boat-plan">"#
            ),
            [] as [&str; 0]
        );
        assert_eq!(of_tag("<a title=\"#low-tide\" href=\"#low-tide\">"), [] as [&str; 0]);
        assert_eq!(of_tag(r#"<input name="Low tide" title="Low tide">"#), ["Low tide"]);
    }

    #[test]
    fn tags_without_quotes_have_words() {
        for (tag, words) in [
            ("{% note warning Mind the tide %}", ["Mind the tide"].as_slice()),
            ("{% note info no-icon Tide %}", &["Tide"]),
            ("{% note info %}", &[]),
            ("{% note %}", &[]),
            ("{% details All the boats %}", &["All the boats"]),
            ("{% details open=true %}", &[]),
            ("{% set caption = \"The long pier\" %}", &["The long pier"]),
            ("{% set layout = \"The long pier\" %}", &[]),
            ("{% set caption = \"The long pier\" | upper %}", &[]),
            ("{% assign caption = \"The long pier\" %}", &[]),
        ] {
            assert_eq!(found(Flavor::Jekyll, tag), words, "{tag}");
        }
    }

    #[test]
    fn words_for_readers_are_found() {
        let figure = r#"{{< figure src="a b.png" alt="A plan" class="wide left" caption='Our "new" plan' >}}"#;
        assert_eq!(found(Flavor::Hugo, figure), ["A plan", "Our \"new\" plan"]);
        assert_eq!(found(Flavor::Hugo, r#"{{< tab "Linux" >}}"#), ["Linux"]);
        assert_eq!(found(Flavor::Hugo, r#"{{< ref "guide.md" >}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Hugo, r#"{{% note "Two words" "x" %}}"#), ["Two words"]);
        assert_eq!(found(Flavor::Hugo, r#"{{% row base="/Two words" %}}"#), [] as [&str; 0]);
        // Looks are no words.
        let card = r#"{{< card imageStyle="object-fit:cover; aspect-ratio:16/9;" wrapClass="a b" data="margin: 0; color: red" >}}"#;
        assert_eq!(found(Flavor::Hugo, card), [] as [&str; 0]);
        assert_eq!(
            found(Flavor::Hugo, r#"{{< card note="Mind this: slow; and that" >}}"#),
            ["Mind this: slow; and that"]
        );
        assert_eq!(found(Flavor::Hugo, r#"{{< run command="boat moor -f" >}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Mdn, r#"{{jsxref("Statements/for", "for loop")}}"#), ["for loop"]);
        assert_eq!(found(Flavor::Mdn, r#"{{jsxref("Array/find", "find()")}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Mdn, r#"{{domxref("Node.name", "name")}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Mdn, r#"{{domxref("Node", "nodes", "", "nocode")}}"#), ["nodes"]);
        assert_eq!(
            found(Flavor::Mdn, r#"{{jsxref("Statements/for...of", "for...of loops", "", 1)}}"#),
            ["for...of loops"]
        );
        assert_eq!(found(Flavor::Mdn, r#"{{Glossary("Call_stack", "stack")}}"#), ["stack"]);
        assert_eq!(found(Flavor::Mdn, r#"{{EmbedLiveSample("The first sample", 100)}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Jekyll, r#"{{ page.date | date: "%B %e, %Y" }}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Jekyll, "{{ page.date | date: \"%-d\u{a0}%B\u{a0}%Y\"}}"), [] as [&str; 0]);
        assert_eq!(found(Flavor::Hugo, r#"{{< now format="Monday, January 2" >}}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Jekyll, r#"{{ page.date | newsDate("yyyy LLL dd") }}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Jekyll, r#"{% if page.title == "Two words" %}"#), [] as [&str; 0]);
        assert_eq!(found(Flavor::Jekyll, r#"{% include x.html content="Don't panic now" %}"#), ["Don't panic now"]);
    }
}
