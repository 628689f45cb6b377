//! `import` and `export` of MDX.

use std::ops::Range;

use super::super::layout::Scan;
use super::is_hidden;

/// Whether a line is one of JavaScript, and no sentence that begins with the word.
pub fn is_module(text: &str) -> bool {
    let words = |text: &str| text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).count();
    let imported = |rest: &str| {
        let from = rest.split(" from ").next().unwrap_or(rest);
        rest.starts_with(['{', '*', '"', '\'']) || rest.contains(" from ") && words(from) == 1 || rest.contains(", {")
    };
    const EXPORTED: [&str; 9] = ["const ", "let ", "var ", "function ", "class ", "default ", "async ", "{", "*"];
    text.strip_prefix("import ").is_some_and(imported)
        || text.strip_prefix("export ").is_some_and(|rest| EXPORTED.iter().any(|word| rest.starts_with(word)))
}

/// Notes that the braces of a module do not close: those below are no longer followed to the end of the page.
const MODULE: &str = "import";

/// `import` and `export` go on to the next empty line outside of braces; where these do not close, to the first.
pub fn module(scan: &mut Scan<'_, '_>, line: &Range<usize>) -> Option<usize> {
    let above = scan.body[..line.start].trim_end_matches([' ', '\t']);
    // What follows a comment is not below a text.
    let is_below_comment = ["-->", "*/}"].iter().any(|close| above.trim_end().ends_with(close));
    let is_below_empty = above.is_empty() || above.ends_with("\n\n") || above.ends_with("\n\r\n");
    let is_below_heading = above.lines().next_back().is_some_and(is_heading);
    let is_first = is_below_empty || is_below_heading || is_below_comment || is_hidden(scan, line.start);
    if !is_first {
        return None;
    }
    let mut open = Open::default();
    let mut end = line.start;
    let mut first = None;
    for part in scan.body[line.start..].split_inclusive('\n') {
        if part.trim().is_empty() {
            first.get_or_insert(end);
            if !open.is_open() || scan.unclosed.contains(MODULE) {
                break;
            }
        }
        open.read(part);
        end += part.len();
    }
    if open.is_open() {
        scan.unclosed.insert(MODULE.to_owned());
    }
    let end = first.filter(|_| open.is_open()).unwrap_or(end);
    let end = line.start + scan.body[line.start..end].trim_end().len();
    scan.code.push(line.start..end);
    scan.hide(line.start..end);
    Some(end)
}

/// `# Words`: what follows is no more of it.
fn is_heading(line: &str) -> bool {
    let marks = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&marks) && line[marks..].starts_with([' ', '\t'])
}

/// Whether lines of JavaScript are one program without imports: nothing is open at their end, and no empty line ends it before.
pub fn is_whole_program(text: &str) -> bool {
    let mut open = Open::default();
    for line in text.split('\n') {
        if !open.is_open() && (line.trim().is_empty() || line.starts_with("import ")) {
            return false;
        }
        open.read(line);
    }
    !open.is_open()
}

/// What is open in lines of JavaScript: braces, and a template, which may have empty lines.
#[derive(Default)]
struct Open {
    depth: i32,
    in_template: bool,
}

impl Open {
    fn is_open(&self) -> bool {
        self.depth > 0 || self.in_template
    }

    /// Goes over a line.
    fn read(&mut self, line: &str) {
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => at += 1,
                b'`' => self.in_template = !self.in_template,
                _ if self.in_template => {}
                quote @ (b'"' | b'\'') => at += memchr::memchr(quote, &bytes[at + 1..]).map_or(0, |len| len + 1),
                b'/' if bytes.get(at + 1) == Some(&b'/') => return,
                b'{' | b'(' | b'[' => self.depth += 1,
                b'}' | b')' | b']' => self.depth -= 1,
                _ => {}
            }
            at += 1;
        }
    }
}
