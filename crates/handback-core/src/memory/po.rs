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
    let mut reader = Reader::default();
    for (line, number) in text.trim_start_matches('\u{FEFF}').lines().zip(1..) {
        reader.line(line.trim(), number)?;
    }
    reader.finish_entry();
    let mut po = reader.po;
    po.pairs.iter_mut().for_each(|pair| pair.date = reader.revised);
    Ok(po)
}

#[derive(Debug, Default)]
struct Reader {
    po: Po,
    revised: Option<Date>,
    entry: Entry,
    field: Field,
}

#[derive(Debug, Default)]
struct Entry {
    fuzzy: bool,
    plural: bool,
    source: Option<String>,
    target: Option<String>,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Source,
    Target,
    /// A context, a plural: read over.
    Other,
}

impl Reader {
    fn line(&mut self, line: &str, number: u32) -> Result<(), Problem> {
        let line = line.strip_prefix("#~|").map_or(line, |_| "");
        let line = line.strip_prefix("#~").map_or(line, str::trim_start);
        if let Some(flags) = line.strip_prefix("#,") {
            self.begin();
            self.entry.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
            return Ok(());
        }
        if line.is_empty() || line.starts_with('#') {
            self.begin();
            return Ok(());
        }
        let (field, rest) = match line.split_once([' ', '\t', '"']) {
            _ if line.starts_with('"') => (self.field, line),
            Some(("msgctxt", _)) => {
                self.begin();
                (Field::Other, line["msgctxt".len()..].trim_start())
            }
            Some(("msgid", _)) => {
                self.begin();
                (Field::Source, line["msgid".len()..].trim_start())
            }
            Some(("msgid_plural", _)) => {
                self.entry.plural = true;
                (Field::Other, line["msgid_plural".len()..].trim_start())
            }
            Some(("msgstr", _)) => (Field::Target, line["msgstr".len()..].trim_start()),
            Some((keyword, _)) if keyword.starts_with("msgstr[") => (Field::Other, line[keyword.len()..].trim_start()),
            _ => return Err(problem(number, line)),
        };
        let text = unquote(rest).ok_or_else(|| problem(number, line))?;
        self.field = field;
        match field {
            Field::None => return Err(problem(number, line)),
            Field::Source => self.entry.source.get_or_insert_default().push_str(&text),
            Field::Target => self.entry.target.get_or_insert_default().push_str(&text),
            Field::Other => {}
        }
        Ok(())
    }

    /// What comes now belongs to the next entry, if this one has its translation.
    fn begin(&mut self) {
        if self.entry.target.is_some() || self.entry.plural {
            self.finish_entry();
        }
    }

    fn finish_entry(&mut self) {
        let entry = std::mem::take(&mut self.entry);
        self.field = Field::None;
        let (Some(source), Some(target)) = (entry.source, entry.target) else { return };
        if source.is_empty() {
            return self.header(&target);
        }
        if !entry.fuzzy && !entry.plural && !target.trim().is_empty() {
            let (source, target) = (source.trim().to_owned(), target.trim().to_owned());
            self.po.pairs.push(Pair { source, target, kind: TranslationType::Human, date: None });
        }
    }

    fn header(&mut self, header: &str) {
        for (name, value) in header.lines().filter_map(|line| line.split_once(':')) {
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "language" if !value.is_empty() => self.po.language = Some(value.to_owned()),
                "po-revision-date" => self.revised = value.get(..10).and_then(|day| day.parse().ok()),
                _ => {}
            }
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
