//! Writing a translation into the place of a unit so that nothing around it breaks.

use std::borrow::Cow;
use std::ops::Range;

use super::sites::tables;
use super::{Form, Unit, code, lines, scalar};
use crate::text::constructs::{Constructs, find};
use crate::text::flavor::Flavor;
use crate::text::markup::{code_span_len, tag_len, ticks};

/// The bytes that take the place of `source[unit.span]` when the unit says `text`.
pub fn put_back(source: &str, unit: &Unit<'_>, text: &str, constructs: &Constructs) -> String {
    let flavor = constructs.flavor;
    if text == unit.text {
        return source[unit.span.clone()].to_owned();
    }
    let (start, end) = (unit.span.start, unit.span.end);
    // White space around a text is skeleton, except in YAML values, where it is the author's, and in
    // cells, where it is padding that an adopted page may have had.
    let text = if matches!(unit.form, Form::Scalar(_) | Form::Cell | Form::Quoted | Form::Code) {
        text
    } else {
        text.trim_matches([' ', '\t', '\n', '\r'])
    };
    match unit.form {
        Form::Flow { quote_depth } => {
            let text = without_blank_lines(text);
            let text = if flavor == Flavor::Mkdocs { guard_definitions(text, &unit.text) } else { text };
            let text = guard_blocks(&text, &unit.text, constructs);
            let text = if flavor == Flavor::Jekyll { guard_bars(text, &unit.text) } else { text };
            match flavor {
                Flavor::Docfx => lines::unflatten(source, start, end, quote_depth, &text),
                _ => lines::unflatten_with_tags(source, start, end, quote_depth, &text),
            }
        }
        Form::Html { quote_depth } => {
            let text = without_blank_lines(text);
            let text = if flavor == Flavor::Docfx { text } else { with_tag_apart(text, &unit.text) };
            lines::unflatten(source, start, end, quote_depth, &text)
        }
        Form::Line => guard_closing_hashes(&on_one_line(text)).into_owned(),
        Form::Cell => cell(source, start, end, &cell_text(text, &unit.text, constructs), (&unit.text, constructs)),
        Form::Attribute { quote, in_cell } => {
            let entity = if quote == b'\'' { "&#39;" } else { "&quot;" };
            let keeps_lines = unit.text.contains('\n') && !in_cell && flavor != Flavor::Docfx;
            let value = if keeps_lines { on_several_lines(text) } else { on_one_line(text) };
            let value = value.replace(char::from(quote), entity);
            if in_cell { value.replace('|', "&#124;") } else { value }
        }
        Form::Words(escape) => escape.write(&on_one_line(text)),
        Form::Quoted => super::front_matter::other::spelled_like(&source[unit.span.clone()], text),
        Form::Comment(end) => code::comment(source, &unit.span, &unit.text, text, end),
        Form::Code => code::code(source, &unit.span, text),
        Form::Scalar(style) => scalar::encode(source, &unit.span, style, text),
    }
}

/// A line end in a place that has to stay on one line is a space, as in Markdown itself.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

/// The text of a cell. Hugo puts one mark in the place of a pair around code, which keeps its lines.
fn cell_text<'t>(text: &'t str, english: &str, constructs: &Constructs) -> Cow<'t, str> {
    if constructs.flavor != Flavor::Hugo || !english.contains('\n') || !text.contains('\n') {
        return on_one_line(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let is_kept = |range: &Range<usize>| {
        let construct = &text[range.clone()];
        construct.contains('\n') && english.contains(construct)
    };
    for range in constructs.find(text).into_iter().filter(is_kept).chain(std::iter::once(text.len()..text.len())) {
        let between = &text[at..range.start];
        let blank = |is_there: bool| if is_there { " " } else { "" };
        out.push_str(blank(between.starts_with(char::is_whitespace) && !between.trim().is_empty()));
        out.push_str(on_one_line(between).trim());
        out.push_str(blank(between.ends_with(char::is_whitespace) && !range.is_empty()));
        out.push_str(&text[range.clone()]);
        at = range.end;
    }
    Cow::Owned(out)
}

/// A tag that is broken over lines is part of a paragraph, and on one line a block of its own.
fn on_several_lines(text: &str) -> Cow<'_, str> {
    let lines = without_blank_lines(text);
    if lines.contains('\n') { lines } else { lines.replacen(' ', "\n", 1).into() }
}

/// A blank line would end the paragraph or HTML block.
fn without_blank_lines(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
    Cow::Owned(lines.join("\n"))
}

/// A tag alone on the first line begins a block of HTML, and on one line with text it does not.
fn with_tag_apart<'t>(text: Cow<'t, str>, english: &str) -> Cow<'t, str> {
    let is_alone = |line: &str| line.starts_with('<') && tag_len(line) == Some(line.trim_end().len());
    if !english.split_once('\n').is_some_and(|(first, _)| is_alone(first)) {
        return text;
    }
    match tag_len(&text).filter(|len| text.starts_with('<') && text[*len..].starts_with(' ')) {
        Some(len) => format!("{}\n{}", &text[..len], text[len..].trim_start()).into(),
        None => text,
    }
}

/// Escapes pipes that are not escaped yet, a backslash that would escape the pipe after the cell, and
/// in a row without an outer pipe what would make the row another block.
fn cell(source: &str, start: usize, end: usize, text: &str, (english, constructs): (&str, &Constructs)) -> String {
    let mut out = String::with_capacity(text.len());
    let mut backslashes = 0;
    // Where the English has a construct or code with a pipe in it, the pipe ends no cell.
    let free: Vec<Range<usize>> = match text.contains('|') && english.contains('|') {
        true => {
            let constructs = if constructs.flavor == Flavor::Hugo { constructs.find(text) } else { find(text) };
            let found = constructs.into_iter().chain(code_spans(text));
            found.filter(|range| english.contains(&text[range.clone()])).collect()
        }
        false => Vec::new(),
    };
    for (at, c) in text.char_indices() {
        if c == '|' && backslashes % 2 == 0 && !free.iter().any(|range| range.contains(&at)) {
            out.push('\\');
        }
        backslashes = if c == '\\' { backslashes + 1 } else { 0 };
        out.push(c);
    }
    if backslashes % 2 == 1 && source[end..].starts_with('|') {
        out.push(' ');
    }
    let before = || source.as_bytes()[..start].iter().rev().find(|b| !matches!(b, b' ' | b'\t' | b'>'));
    let opens_row = || before().is_none_or(|byte| *byte == b'\n');
    match block_mark(&out, false).filter(|_| opens_row()) {
        Some(at) => format!("{}\\{}", &out[..at], &out[at..]),
        None => out,
    }
}

/// Where code is in a text.
fn code_spans(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find('`') {
        at += next;
        let len = code_span_len(&text[at..]);
        found.extend(len.map(|len| at..at + len));
        at += len.unwrap_or(ticks(&text[at..]));
    }
    found
}

/// `C #` as a heading would lose its last sign to the closing sequence.
fn guard_closing_hashes(text: &str) -> Cow<'_, str> {
    let head = text.trim_end_matches('#');
    if head.len() < text.len() && head.ends_with([' ', '\t']) {
        Cow::Owned(format!("{head}\\{}", &text[head.len()..]))
    } else {
        Cow::Borrowed(text)
    }
}

/// Escapes the start of every line that Markdown would take for the start of another block (kramdown also `2. ` in the
/// middle of a paragraph). A line that
/// is in the source unit too is left alone: there it is text.
fn guard_blocks<'t>(text: &'t str, english: &str, constructs: &Constructs) -> Cow<'t, str> {
    let mark = |index: usize, line: &str, before: Option<&str>| {
        let definition = index == 0 && is_definition(text);
        let table = before.is_some_and(|before| is_delimiter_row(line) && columns(before) == columns(line));
        let item = || (constructs.flavor == Flavor::Jekyll).then(|| ordered_mark(line, false)).flatten();
        let at = if definition || table { Some(0) } else { block_mark(line, index > 0).or_else(item) };
        let as_in_english = |at: &usize| {
            let starts = |sign: char| line[*at..].starts_with(sign);
            // A component of MDX is one wherever it stands; with a backslash it would be text.
            let is_tag = starts('<') && (constructs.is_mdx || english.trim_start().starts_with('<'));
            let is_held =
                is_tag || starts('>') && is_in_tag(text, line) || starts('`') && closes_code(text, line, english);
            is_held || marks_same_line(english, index, line, *at)
        };
        at.filter(|at| !as_in_english(at) && !english.split('\n').any(|known| known == line))
    };
    let lines: Vec<&str> = text.split('\n').collect();
    let marks: Vec<Option<usize>> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| mark(index, line, index.checked_sub(1).map(|at| lines[at])))
        .collect();
    if marks.iter().all(Option::is_none) {
        return Cow::Borrowed(text);
    }
    let guarded: Vec<Cow<'_, str>> = lines
        .iter()
        .zip(marks)
        .map(|(line, mark)| match mark {
            Some(at) => Cow::Owned(format!("{}\\{}", &line[..at], &line[at..])),
            None => Cow::Borrowed(*line),
        })
        .collect();
    Cow::Owned(guarded.join("\n"))
}

/// Whether the English has the same mark at the start of the same line, and there it is text: so deep in the page it is none.
fn marks_same_line(english: &str, index: usize, line: &str, at: usize) -> bool {
    let sign = line[at..].chars().next();
    let known = english.split('\n').nth(index).filter(|_| index > 0);
    known.is_some_and(|known| block_mark(known, true).is_some_and(|at| known[at..].chars().next() == sign))
}

/// Whether a line of a text begins inside of a tag, which its `>` closes.
fn is_in_tag(text: &str, line: &str) -> bool {
    let start = line.as_ptr() as usize - text.as_ptr() as usize;
    let tag = text[..start].rfind('<').filter(|at| !text[*at..start].contains('>'));
    tag.and_then(|at| Some(at + tag_len(&text[at..])?)).is_some_and(|end| end > start)
}

/// Whether a line begins with the end of code that the English has, too: with a backslash it would end later.
fn closes_code(text: &str, line: &str, english: &str) -> bool {
    let at = line.trim_start().as_ptr() as usize - text.as_ptr() as usize;
    code_spans(text).iter().any(|code| code.start < at && at < code.end && english.contains(&text[code.clone()]))
}

/// kramdown reads a table where every line has a bar: the first line's are escaped, unless the English is one.
fn guard_bars<'t>(text: Cow<'t, str>, english: &str) -> Cow<'t, str> {
    if !tables::has_bars_throughout(&text) || tables::has_bars_throughout(english) {
        return text;
    }
    let mut out = text.into_owned();
    for bar in tables::first_bars(&out).into_iter().rev() {
        out.insert(bar, '\\');
    }
    Cow::Owned(out)
}

/// `[label]: target` and `[^1]: note` would vanish from the text; a label may run over lines.
fn is_definition(text: &str) -> bool {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '[' if at == 0 => {}
            _ if at == 0 => return false,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => return false,
            ']' => return text[at + 1..].starts_with(':'),
            _ => {}
        }
    }
    false
}

/// Python-Markdown takes `[label]: target` for a definition wherever it is a line: such a line goes on behind the one above.
fn guard_definitions<'t>(text: Cow<'t, str>, english: &str) -> Cow<'t, str> {
    let defines = |line: &str| {
        let behind = Some(line).filter(|line| is_definition(line)).and_then(|line| line.split_once("]:"));
        behind.is_some_and(|(_, target)| target.split_whitespace().count() == 1)
    };
    let is_new = |line: &str| defines(line) && !english.split('\n').any(|known| known == line);
    if !text.split('\n').skip(1).any(is_new) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        match index {
            0 => {}
            _ if is_new(line) => out.push(' '),
            _ => out.push('\n'),
        }
        out.push_str(line);
    }
    Cow::Owned(out)
}

fn columns(line: &str) -> usize {
    super::table::cells(line).len()
}

/// Position of the character that makes `line` start a block (or, on a continuation line, interrupt a
/// paragraph), by CommonMark's rules.
fn block_mark(line: &str, continuation: bool) -> Option<usize> {
    let start = line.len() - line.trim_start_matches([' ', '\t']).len();
    let content = &line[start..];
    let bytes = content.as_bytes();
    let run = |byte: u8| bytes.iter().take_while(|b| **b == byte).count();
    let blank_after = |at: usize| bytes.get(at).is_none_or(|b| matches!(b, b' ' | b'\t'));
    let item = |at: usize| blank_after(at) && (!continuation || !content[at..].trim().is_empty());
    let marked = match *bytes.first()? {
        b'#' => (1..=6).contains(&run(b'#')) && blank_after(run(b'#')),
        b'>' => true,
        b'`' => run(b'`') >= 3 && !content[run(b'`')..].contains('`'),
        b'~' => run(b'~') >= 3,
        b':' => content.starts_with(":::") && super::directive::is_directive(content.trim_end()),
        b'-' if continuation && content.trim_end().bytes().all(|b| b == b'-') => true,
        b'-' | b'+' | b'*' => item(1) || is_rule(content),
        b'_' => is_rule(content),
        b'[' => !continuation && is_task(content),
        b'<' => starts_html(content),
        b'=' => continuation && content.trim_end().bytes().all(|b| b == b'='),
        b'0'..=b'9' => return ordered_mark(content, continuation).map(|at| start + at),
        _ => false,
    };
    marked.then_some(start)
}

/// The start of a block of HTML, closed or not (CommonMark, section 4.6, kinds 1 to 6).
fn starts_html(content: &str) -> bool {
    const BLOCKS: &str = "address article aside base basefont blockquote body caption center col colgroup dd details \
        dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr \
        html iframe legend li link main menu menuitem nav noframes ol optgroup option p param pre script search \
        section style summary table tbody td textarea tfoot th thead title tr track ul";
    let rest = &content[1..];
    let name: String = rest.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    rest.starts_with(['!', '?']) || BLOCKS.split_whitespace().any(|block| block == name)
}

/// Three or more of `-`, `*` or `_` and nothing else.
fn is_rule(content: &str) -> bool {
    let mut signs = content.bytes().filter(|b| !b.is_ascii_whitespace());
    let Some(sign) = signs.next() else { return false };
    let mut count = 1;
    for next in signs {
        if next != sign {
            return false;
        }
        count += 1;
    }
    count >= 3
}

/// `|:--|--:|` below a line of text would make a table of both.
fn is_delimiter_row(content: &str) -> bool {
    content.contains('-') && content.bytes().all(|b| matches!(b, b'|' | b':' | b'-' | b' ' | b'\t'))
}

/// `[ ] ` at the start of a list item is a check box.
fn is_task(content: &str) -> bool {
    ["[ ] ", "[x] ", "[X] "].iter().any(|mark| content.starts_with(mark))
}

/// Position of the `.` or `)` in `1. `; only a list that starts with 1 interrupts a paragraph.
fn ordered_mark(content: &str, continuation: bool) -> Option<usize> {
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    let after = content.get(digits + 1..)?;
    let is_mark = (1..=9).contains(&digits)
        && content[digits..].starts_with(['.', ')'])
        && (after.is_empty() || after.starts_with([' ', '\t']));
    let interrupts = !continuation || (&content[..digits] == "1" && !after.trim().is_empty());
    (is_mark && interrupts).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::super::{Document, ParseOptions, Syntax};

    fn with(source: &str, text: &str) -> String {
        let options = ParseOptions {
            front_matter_keys: vec![],
            yaml_keys: vec![],
            html_attributes: vec!["title".into()],
            ..ParseOptions::default()
        };
        let document = Document::parse(source, Syntax::Markdown, &options);
        let unit = document.units.last().expect("a unit");
        format!("{}{}{}", &source[..unit.span.start], document.put_back(unit, text), &source[unit.span.end..])
    }

    #[test]
    fn a_bracket_at_the_start_of_a_line_is_no_mark_of_an_item() {
        let source = "See the [pier](https://tide.example/pier\n) and the quay.\n";
        let constructs = std::sync::Arc::new(super::Constructs::of(super::Flavor::Jekyll));
        let options = ParseOptions { constructs, ..ParseOptions::default() };
        let document = Document::parse(source, Syntax::Markdown, &options);
        let unit = &document.units[0];
        let put_back = |text: &str| document.put_back(unit, text);
        assert_eq!(
            put_back(&format!("« {} »", unit.text)),
            "« See the [pier](https://tide.example/pier\n) and the quay. »"
        );
        assert_eq!(put_back("Voir\n2) le quai"), "Voir\n2\\) le quai");
    }

    #[test]
    fn the_end_of_code_is_left_alone() {
        let source = "Attach to it:\n    ```\n    tide record --all\n    ```\n";
        let text = "S’y attacher : ```\ntide record --all\n``` !";
        assert_eq!(with(source, text), "S’y attacher : ```\n    tide record --all\n    ``` !\n");
        assert_eq!(with("Text\n", "a\n```\nb\n```"), "a\n\\```\nb\n\\```\n");
    }

    #[test]
    fn cells_hold_pipes_and_lines() {
        assert_eq!(with("|a|\n|-|\n|b|\n", "x|y\nz"), "|a|\n|-|\n|x\\|y z|\n");
        assert_eq!(with("|a|\n|-|\n|b|\n", "x\\|y"), "|a|\n|-|\n|x\\|y|\n");
    }

    #[test]
    fn a_tag_alone_keeps_its_line() {
        use crate::text::constructs::Constructs;
        let options = ParseOptions {
            constructs: std::sync::Arc::new(Constructs::of(super::Flavor::Gfm)),
            ..ParseOptions::default()
        };
        let source = "<label>\n  <input>\n  Dark\n</label>\n<br>\n<label>\nDim\n</label>\n";
        let document = Document::parse(source, Syntax::Markdown, &options);
        let [unit] = document.units.as_slice() else { panic!("{:?}", document.units) };
        let text = "<label> <input> Sombre </label> <br> <label> Gris </label>";
        assert_eq!(document.put_back(unit, text), "<label>\n  <input> Sombre </label> <br> <label> Gris </label>");
    }

    #[test]
    fn paragraphs_stay_paragraphs() {
        assert_eq!(with("Text\n", "- Texte"), "\\- Texte\n");
        assert_eq!(with("Text\n", "1. Texte"), "1\\. Texte\n");
        assert_eq!(with("Text\n", "a\n\nb\n# c"), "a\nb\n\\# c\n");
        assert_eq!(with("Text\n", "a\n2. b\n---"), "a\n2. b\n\\---\n");
        assert_eq!(with("> Text\n", "a\nb"), "> a\n> b\n");
        assert_eq!(with("Text\n", "a <b\n>c</b\n> d\n> e"), "a <b\n>c</b\n> d\n\\> e\n");
        assert_eq!(with("1. Text\n", "> a"), "1. \\> a\n");
        assert_eq!(with("Text\n    - b\n", "Texte\n- c\n- d"), "Texte\n    - c\n    \\- d\n");
    }

    #[test]
    fn headings_and_attributes() {
        assert_eq!(with("# Text\n", "C #"), "# C \\#\n");
        assert_eq!(
            with("<iframe title='a' src='b'></iframe>\n", "l'eau"),
            "<iframe title='l&#39;eau' src='b'></iframe>\n"
        );
    }
}
