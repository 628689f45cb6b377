//! Gettext catalogs: <https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html>.
//!
//! Our own reader, because those on the registry lose what is obsolete, which is memory too.

use super::pair::Pair;
use crate::catalog::Problem;
use crate::catalog::state::TranslationType;
use crate::text::date::Date;

/// What a memory needs of a Gettext catalog: its language and its pairs.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Po {
    /// What the header says the translations are written in.
    pub language: Option<String>,
    /// Also of obsolete entries (`#~`); without fuzzy ones, which are nobody's translation of that text.
    pub pairs: Vec<Pair>,
}

/// Reads a catalog.
pub fn read(text: &str) -> Result<Po, Problem> {
    let mut po = Po::default();
    let mut revised = None;
    for message in messages(text)? {
        if message.source.is_empty() {
            let header = Header::of(&message.target);
            (po.language, revised) = (header.language, header.revised);
        } else if !message.fuzzy && !message.plural && !message.target.trim().is_empty() {
            let (source, target) = (message.source.trim().to_owned(), message.target.trim().to_owned());
            po.pairs.push(Pair { source, target, kind: TranslationType::Human, date: None });
        }
    }
    po.pairs.iter_mut().for_each(|pair| pair.date = revised);
    Ok(po)
}

/// A message of a catalog. That without a source is the header.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Message {
    /// Where it begins.
    pub line: u32,
    pub context: Option<String>,
    /// Comments that a program made: `#. …`.
    pub extracted: Vec<String>,
    /// Comments that a person made: `# …`.
    pub comments: Vec<String>,
    pub fuzzy: bool,
    pub obsolete: bool,
    pub plural: bool,
    pub source: String,
    pub target: String,
}

/// What the header of a catalog says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub language: Option<String>,
    pub revised: Option<Date>,
    pub translator: Option<String>,
}

impl Header {
    /// Reads the translation of the message without a source.
    pub fn of(header: &str) -> Self {
        let mut read = Self::default();
        for (name, value) in header.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "language" if !value.is_empty() => read.language = Some(value.to_owned()),
                "po-revision-date" => read.revised = value.get(..10).and_then(|day| day.parse().ok()),
                "last-translator" => read.translator = Some(value.to_owned()),
                _ => {}
            }
        }
        read
    }
}

/// Reads all messages of a catalog, in order, each with what stands above it.
pub fn messages(text: &str) -> Result<Vec<Message>, Problem> {
    let mut reader = Reader::default();
    let mut last = 0;
    for (line, number) in text.trim_start_matches('\u{FEFF}').lines().zip(1..) {
        reader.line(line.trim(), number)?;
        last = number;
    }
    if reader.source.is_some() && reader.target.is_none() && !reader.message.plural {
        return Err(Problem { line: last, message: "the file is cut off: expected `msgstr \"…\"`".into() });
    }
    reader.finish();
    Ok(reader.messages)
}

#[derive(Debug, Default)]
struct Reader {
    messages: Vec<Message>,
    message: Message,
    source: Option<String>,
    target: Option<String>,
    field: Field,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Context,
    Source,
    Target,
    /// What was the source before, a plural: read over.
    Other,
}

impl Reader {
    fn line(&mut self, line: &str, number: u32) -> Result<(), Problem> {
        // What an obsolete message was before is of no use.
        let line = line.strip_prefix("#~|").map_or(line, |_| "");
        let (line, obsolete) = line.strip_prefix("#~").map_or((line, false), |rest| (rest.trim_start(), true));
        if line.is_empty() {
            return Ok(());
        }
        if let Some(comment) = line.strip_prefix('#') {
            self.comment(comment, number);
            return Ok(());
        }
        let (field, rest) = match line.split_once([' ', '\t', '"']) {
            Some(("", _)) => (self.field, line),
            Some(("msgctxt", _)) => (self.begin(number, Field::Context), line["msgctxt".len()..].trim_start()),
            Some(("msgid", _)) => (self.begin(number, Field::Source), line["msgid".len()..].trim_start()),
            Some(("msgid_plural", _)) => {
                self.message.plural = true;
                (Field::Other, line["msgid_plural".len()..].trim_start())
            }
            Some(("msgstr", _)) => (Field::Target, line["msgstr".len()..].trim_start()),
            Some((keyword, _)) if keyword.starts_with("msgstr[") => (Field::Other, line[keyword.len()..].trim_start()),
            _ => return Err(problem(number, line)),
        };
        let text = unquote(rest).ok_or_else(|| problem(number, line))?;
        self.message.obsolete |= obsolete;
        self.field = field;
        match field {
            Field::None => return Err(problem(number, line)),
            Field::Context => self.message.context.get_or_insert_default().push_str(&text),
            Field::Source => self.source.get_or_insert_default().push_str(&text),
            Field::Target => self.target.get_or_insert_default().push_str(&text),
            Field::Other => {}
        }
        Ok(())
    }

    fn comment(&mut self, comment: &str, number: u32) {
        // Comments stand above what they are about.
        if self.target.is_some() || self.message.plural {
            self.finish();
        }
        if self.message.line == 0 {
            self.message.line = number;
        }
        if let Some(extracted) = comment.strip_prefix('.') {
            self.message.extracted.push(extracted.trim().to_owned());
        }
        if comment.starts_with(char::is_whitespace) {
            self.message.comments.push(comment.trim().to_owned());
        }
        if let Some(flags) = comment.strip_prefix(',') {
            self.message.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        }
    }

    /// What comes now belongs to the next message, if this one has its translation.
    fn begin(&mut self, number: u32, field: Field) -> Field {
        if self.target.is_some() || self.message.plural {
            self.finish();
        }
        if self.message.line == 0 {
            self.message.line = number;
        }
        field
    }

    fn finish(&mut self) {
        let message = std::mem::take(&mut self.message);
        self.field = Field::None;
        let (source, target) = (self.source.take(), self.target.take());
        let target = target.or_else(|| message.plural.then(String::new));
        if let (Some(source), Some(target)) = (source, target) {
            self.messages.push(Message { source, target, ..message });
        }
    }
}

fn problem(line: u32, text: &str) -> Problem {
    let short: String = text.chars().take(60).collect();
    Problem { line, message: format!("`{short}`: expected a comment, `msgid \"…\"` or `msgstr \"…\"`") }
}

/// A string in quotes, with C's escapes.
fn unquote(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match chars.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"# Translators
msgid ""
msgstr ""
"Language: fr\n"
"PO-Revision-Date: 2025-02-03 10:00+0100\n"

#: a.md:1
msgctxt "title"
msgid "Where is it?"
msgstr "Où est-ce ?"

#, fuzzy
#| msgid "Where was it?"
msgid "Where are they?"
msgstr "Où était-ce ?"

msgid ""
"two "
"lines\n\"quoted\""
msgstr "deux "
"lignes\n« cités »"
msgid "not yet"
msgstr ""

msgid "one"
msgid_plural "many"
msgstr[0] "un"
msgstr[1] "des"

#~ msgid "gone"
#~ msgstr "parti"
"#;

    #[test]
    fn translations_are_read_and_fuzzy_ones_are_not() {
        let po = read(FILE).unwrap();
        assert_eq!(po.language.as_deref(), Some("fr"));
        let short: Vec<(&str, &str)> = po.pairs.iter().map(|pair| (&*pair.source, &*pair.target)).collect();
        assert_eq!(
            short,
            [("Where is it?", "Où est-ce ?"), ("two lines\n\"quoted\"", "deux lignes\n« cités »"), ("gone", "parti")]
        );
        assert_eq!(po.pairs[0].date, Some(Date::constant(2025, 2, 3)));
        assert_eq!(read(&FILE.replace('\n', "\r\n")).unwrap(), po);
        assert_eq!(read(""), Ok(Po::default()));
    }

    #[test]
    fn mistakes_are_explained() {
        for (file, line) in
            [("msgid \"a\"\nmsgstr \"b", 2), ("hello\n", 1), ("\"lost\"\n", 1), ("msgid \"a\"\nmsgstr \"b\" c\n", 2)]
        {
            let found = read(file).unwrap_err();
            assert!(found.line == line && found.message.contains("expected"), "{file}: {found:?}");
        }
    }
}
