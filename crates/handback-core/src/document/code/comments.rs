//! Finds the comments of a code block.

use std::ops::Range;

use super::languages::Comments;

/// A comment, or a paragraph of one.
#[derive(Debug, PartialEq, Eq)]
pub struct Comment {
    /// From its first word to its last.
    pub span: Range<usize>,
    /// Its words, without what stands before each line.
    pub text: String,
    /// What would end it, if it may run over lines.
    pub end: Option<&'static str>,
}

/// A line of a comment.
struct Line {
    /// What is said in it.
    words: Range<usize>,
    /// Where the comment begins on this line, with nothing but white space before it.
    alone_at: Option<usize>,
    end: Option<&'static str>,
}

/// Finds the comments in some lines of code.
pub fn find(body: &str, lines: &[Range<usize>], language: Comments) -> Vec<Comment> {
    let mut found: Vec<Line> = Vec::new();
    let mut inside: Option<&'static str> = None;
    for line in lines {
        inside = of_line(body, line, language, inside, &mut found);
    }
    joined(body, found)
}

/// Adds the comments of a line; returns what ends the comment that goes on behind it.
fn of_line(
    body: &str,
    line: &Range<usize>,
    language: Comments,
    mut inside: Option<&'static str>,
    out: &mut Vec<Line>,
) -> Option<&'static str> {
    let text = body[line.clone()].trim_end();
    let indent = text.len() - text.trim_start().len();
    let mut add = |from: usize, to: usize, alone: bool, end: Option<&'static str>| {
        let words = without_marks(text, from..to);
        let alone_at = alone.then_some(indent);
        out.push(Line { words: line.start + words.start..line.start + words.end, alone_at, end });
    };
    let mut at = 0;
    let mut was_begun = inside.is_some();
    while at < text.len() {
        if let Some(end) = inside {
            let to = text[at..].find(end).map(|len| at + len);
            let alone = was_begun || at <= indent;
            add(
                at,
                to.unwrap_or(text.len()),
                alone && to.is_none_or(|to| text[to + end.len()..].trim().is_empty()),
                Some(end),
            );
            let Some(to) = to else { return inside };
            (at, inside, was_begun) = (to + end.len(), None, false);
            continue;
        }
        let rest = &text[at..];
        if let Some((begin, end)) = language.block.iter().find(|(begin, _)| rest.starts_with(begin)) {
            was_begun = at == indent;
            (at, inside) = (at + begin.len(), Some(*end));
            continue;
        }
        // The line that names the program.
        if rest.starts_with("#!") {
            return None;
        }
        if let Some(mark) = language.line.iter().find(|mark| rest.starts_with(**mark) && stands_free(text, at, mark)) {
            add(at + mark.len(), text.len(), at == indent, None);
            return None;
        }
        at += string_len(rest, language.quotes).unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
    }
    inside
}

/// Whether a mark begins a comment: `#` is in `$#` and `a#b`, too, `//` in addresses, and `;` behind every statement.
fn stands_free(text: &str, at: usize, mark: &str) -> bool {
    let before = text[..at].chars().next_back();
    match mark {
        "//" | "--" => before.is_none_or(|c| c != ':' && c != '-'),
        _ => before.is_none_or(char::is_whitespace),
    }
}

/// The length of a string that a text begins with; of quotes that do not close on their line nothing is known.
fn string_len(text: &str, quotes: &[u8]) -> Option<usize> {
    let quote = *text.as_bytes().first().filter(|byte| quotes.contains(byte))?;
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            _ if byte == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// A part of a line without the white space and the marks around its words: `///`, ` * `, `#!`, `====`.
fn without_marks(text: &str, part: Range<usize>) -> Range<usize> {
    let said = &text[part.clone()];
    let start = said.trim_start_matches([' ', '\t']);
    let start = start.trim_start_matches(['/', '*', '!', '#', '<', '=', ';', '%']).trim_start();
    // One dash is that of a list.
    let start = if start.starts_with("--") { start.trim_start_matches('-').trim_start() } else { start };
    let words = start.trim_end_matches([' ', '\t', '*', '=', '-', '/', '#']).len();
    let from = part.end - start.len();
    from..from + words
}

/// Comments for programs, in the words that they begin with.
const ORDERS: [&str; 24] = [
    "eslint",
    "prettier-",
    "@ts-",
    "ts-",
    "noqa",
    "pylint",
    "type:",
    "-*-",
    "vim:",
    "language=",
    "highlight-",
    "[!code",
    "ANCHOR",
    "nolint",
    "pragma",
    "region",
    "endregion",
    "istanbul",
    "c8 ",
    "@vue",
    "@jsx",
    "go:",
    "+build",
    "rubocop",
];

/// Lines of comments that go together, as texts.
fn joined(body: &str, lines: Vec<Line>) -> Vec<Comment> {
    let mut found: Vec<(Comment, Option<usize>)> = Vec::new();
    // Whether the line before was of the same comment, and said something.
    let mut last_end: Option<usize> = None;
    for line in lines {
        let said = &body[line.words.clone()];
        if said.is_empty() || ORDERS.iter().any(|order| said.starts_with(order)) {
            last_end = None;
            continue;
        }
        let is_next = last_end.is_some_and(|end| body[end..line.words.start].matches('\n').count() == 1);
        let begins = said.starts_with(['-', '*', '@', '•']) || said.starts_with(|c: char| c.is_ascii_digit());
        match found.last_mut() {
            Some((comment, alone_at))
                if is_next && !begins && line.alone_at.is_some() && alone_at.is_some() && comment.end == line.end =>
            {
                comment.text.push('\n');
                comment.text.push_str(said);
                comment.span.end = line.words.end;
            }
            _ => {
                let comment = Comment { span: line.words.clone(), text: said.to_owned(), end: line.end };
                found.push((comment, line.alone_at));
            }
        }
        last_end = Some(line.words.end);
    }
    found.into_iter().map(|(comment, _)| comment).collect()
}

#[cfg(test)]
mod tests {
    use super::super::OpenCode;

    fn texts(info: &str, code: &str) -> Vec<String> {
        let mut block = OpenCode::new(info);
        block.push(code, 0..code.len());
        block.comments(code).into_iter().map(|comment| comment.text).collect()
    }

    #[test]
    fn comments_are_found_where_the_language_has_them() {
        for (info, code, expected) in [
            ("js", "let a = 1; // The first.\nlet b = 'x // no'; /* second */ f()\n", vec!["The first.", "second"]),
            ("ts title=\"a\"", "fetch(`https://x.test // no`)\n// eslint-disable-next-line\n// Yes.\n", vec!["Yes."]),
            (
                "rust,ignore",
                "/// Moors the boat.\nfn moor<'a>(b: &'a str) {} // Done.\n",
                vec!["Moors the boat.", "Done."],
            ),
            (
                "bash",
                "#!/bin/sh\necho $# a#b # Count them.\n# Then go on\n# with the next.\n",
                vec!["Count them.", "Then go on\nwith the next."],
            ),
            ("python", "x = \"# no\"  # Yes.\n\n# One.\n#\n# Two.\n", vec!["Yes.", "One.", "Two."]),
            ("css", "/* Wide\n * screens\n */\na { color: red } /* red */\n", vec!["Wide\nscreens", "red"]),
            ("html", "<!-- Menu\n     of the day -->\n<a href=\"//x\">y</a>\n", vec!["Menu\nof the day"]),
            ("sql", "SELECT 1 -- one\n", vec!["one"]),
            ("{.yaml}", "a: b # Who.\nurl: http://x#y\n", vec!["Who."]),
            (
                "js",
                "/**\n * Moors it.\n * @param boat Which one.\n * - fast\n */\n",
                vec!["Moors it.", "@param boat Which one.", "- fast"],
            ),
            ("console", "$ ls\n# root\n", vec![]),
            ("", "# no\n", vec![]),
        ] {
            let expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
            assert_eq!(texts(info, code), expected, "{info}: {code}");
        }
    }
}
