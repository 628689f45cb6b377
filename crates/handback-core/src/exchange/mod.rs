//! Texts on their way to translators and back, in the formats of their tools.
//!
//! One model, thin writers and readers: an [`Outgoing`] text has its English, what stands in the place of the translation, and all
//! that a translator should know; an [`Incoming`] one has what came of it. Both carry a [`ticket`], by which a text is known again
//! and compared with what went out. [`decide`] says what becomes of it: a comparison of three.
//!
//! - [`codes`]: a text cut into words and inline codes.
//! - [`xliff2`], [`xliff1`], [`tmx`] over [`xml`]; [`po`]; [`csv`].
//!
//! A stale translation stands nowhere as the translation of today's English: tools that know nothing of states would take it for
//! that. It is among the [`Match`]es, with the English that it was made from. Of PO it is the `msgstr` of a fuzzy message, with that
//! English above it, as every tool for PO expects it.

pub mod codes;
pub mod csv;
pub mod decide;
mod placeables;
pub mod po;
pub mod ticket;
pub mod tmx;
pub mod unicode;
pub mod xliff1;
pub mod xliff2;
pub mod xml;

use std::fmt;

use crate::catalog::Problem;
use crate::text::date::Date;
use codes::Cut;
use ticket::Ticket;

/// A format of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// XLIFF 2.0: <https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html>.
    Xliff2,
    /// XLIFF 1.2: <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>.
    Xliff1,
    Po,
    Csv,
    /// A memory: what people approved, for reuse.
    Tmx,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Xliff2, Self::Xliff1, Self::Po, Self::Csv, Self::Tmx];

    /// As the command line names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xliff2 => "xliff2",
            Self::Xliff1 => "xliff1",
            Self::Po => "po",
            Self::Csv => "csv",
            Self::Tmx => "tmx",
        }
    }

    /// What names of files end in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xliff2 | Self::Xliff1 => "xlf",
            Self::Po => "po",
            Self::Csv => "csv",
            Self::Tmx => "tmx",
        }
    }

    /// Whether the format can hold a text: XML has no way to write control characters.
    pub fn can_hold(self, text: &Outgoing) -> bool {
        let is_xml = matches!(self, Self::Xliff2 | Self::Xliff1 | Self::Tmx);
        let texts = [Some(&text.english), text.target.as_ref()].into_iter().flatten();
        !is_xml || texts.into_iter().all(|cut| xml::can_hold(&cut.text()))
    }

    /// Writes a file.
    pub fn write(self, package: &Package) -> Vec<u8> {
        match self {
            Self::Xliff2 => xliff2::write(package).into_bytes(),
            Self::Xliff1 => xliff1::write(package).into_bytes(),
            Self::Po => po::write(package).into_bytes(),
            Self::Csv => csv::write(package),
            Self::Tmx => tmx::write(package).into_bytes(),
        }
    }

    /// Reads a file as a tool left it; its format is known from what it holds if that is XML, else from the end of its name.
    pub fn read(name: &str, bytes: &[u8]) -> Result<(Self, Returned), Problem> {
        let (format, mut returned) = Self::read_as_it_is(name, bytes)?;
        unicode::settle(&mut returned);
        placeables::settle(&mut returned);
        returned.check_language()?;
        Ok((format, returned))
    }

    fn read_as_it_is(name: &str, bytes: &[u8]) -> Result<(Self, Returned), Problem> {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        let refuse = |message: &str| Err(Problem { line: 1, message: message.into() });
        match (extension.as_str(), Content::of(bytes)) {
            (_, Content::Nothing) => refuse("the file is empty"),
            (_, Content::Packed) => {
                refuse("a packed file: unpack it; have a spreadsheet save its table as “CSV UTF-8”")
            }
            (_, Content::Xml) => Self::read_xml(bytes),
            ("po" | "pot", _) => Ok((Self::Po, po::read(bytes)?)),
            ("csv" | "tsv" | "txt", _) => Ok((Self::Csv, csv::read(bytes)?)),
            ("xlf" | "xliff" | "tmx" | "xml", _) => refuse("expected an XML file"),
            _ => refuse("expected a file that `handback export` wrote: `.xlf`, `.xliff`, `.po`, `.csv` or `.tmx`"),
        }
    }

    fn read_xml(bytes: &[u8]) -> Result<(Self, Returned), Problem> {
        let root = xml::parse(bytes)?;
        match (root.name.as_str(), root.attribute("version").unwrap_or_default()) {
            ("xliff", version) if version.starts_with("2.") => Ok((Self::Xliff2, xliff2::read(&root)?)),
            ("xliff", version) if version.starts_with("1.") => Ok((Self::Xliff1, xliff1::read(&root)?)),
            ("tmx", _) => Ok((Self::Tmx, tmx::read(&root)?)),
            ("xliff", version) => Err(Problem {
                line: root.line,
                message: format!("XLIFF of version `{version}`: expected version 1.2, 2.0 or 2.1"),
            }),
            (name, _) => {
                let message = format!("`<{name}>`: expected a file in XLIFF or TMX");
                Err(Problem { line: root.line, message })
            }
        }
    }
}

/// What the first bytes of a file show. Tools name files as they like.
enum Content {
    Nothing,
    Xml,
    /// A ZIP archive, which spreadsheets and packages of tools are, or one of gzip.
    Packed,
    Other,
}

impl Content {
    fn of(bytes: &[u8]) -> Self {
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\x1F\x8B") {
            return Self::Packed;
        }
        // In UTF-16 a zero stands beside every letter.
        let is_mark = |byte: &&u8| matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF) || byte.is_ascii_whitespace();
        let mut letters = bytes.iter().skip_while(is_mark).filter(|byte| **byte != 0);
        match (letters.next(), letters.next()) {
            (None, _) => Self::Nothing,
            (Some(b'<'), Some(b'?' | b'!' | b'a'..=b'z' | b'A'..=b'Z')) => Self::Xml,
            _ => Self::Other,
        }
    }
}

/// How far the translation of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Missing,
    /// It was made from an earlier English.
    Stale,
    /// A machine proposes one for today's English.
    Draft,
    /// A machine's, and current.
    Machine,
    /// Nobody knows whose.
    Unproven,
    /// A person's, whose work another is to approve.
    Written,
    /// A person's.
    Approved,
}

impl Standing {
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Machine => "machine",
            Self::Unproven => "unproven",
            Self::Written => "written",
            Self::Approved => "approved",
        }
    }
}

/// A file on its way out.
#[derive(Debug, Clone)]
pub struct Package {
    pub source_locale: String,
    pub locale: String,
    /// The version of this program.
    pub version: String,
    /// Texts of one document stand together.
    pub texts: Vec<Outgoing>,
    /// Where there is no translation, XLIFF has the English in its place: some tools only show what is there.
    pub filled: bool,
}

/// A text on its way out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    pub ticket: Ticket,
    pub standing: Standing,
    pub english: Cut,
    /// What stands in the place of the translation.
    pub target: Option<Cut>,
    /// Who made it and when, and whether a machine did; its English where that is not today's.
    pub made: Option<Made>,
    /// The translation before the English changed, if there is one, and what the English said.
    pub previous: Option<Match>,
    /// Other translations that may help, the best first.
    pub matches: Vec<Match>,
    pub place: Place,
    /// What a translator should know, each a line.
    pub notes: Vec<Note>,
    /// The most characters that the translation may have.
    pub longest: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub by: Option<String>,
    pub date: Date,
    /// The engine, if a machine or the memory made it.
    pub engine: Option<String>,
}

/// A text with its translation that may help with another.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Similarity of the two English texts, in percent.
    pub score: u8,
    pub english: Cut,
    pub translation: Cut,
    /// Where it is from.
    pub origin: String,
}

/// Where a text stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub document: String,
    pub line: u32,
    /// `heading`, `cell` …
    pub kind: String,
    /// Section and row.
    pub section: String,
}

/// A line for translators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// A word such as `context` or `glossary`.
    pub about: &'static str,
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.text)
    }
}

/// What a file brings back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Returned {
    pub texts: Vec<Incoming>,
    /// Who translated, as far as the file says.
    pub author: Option<String>,
    /// What the translations are in, as far as the file says.
    pub language: Option<String>,
    /// What is to be said of the file, with the line.
    pub remarks: Vec<(u32, String)>,
}

/// A text that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub ticket: Ticket,
    pub line: u32,
    /// The English as the tool left it, if it did, in the form of [`codes`].
    pub english: Option<String>,
    /// What stands in the place of the translation.
    pub target: Option<String>,
    /// The file says that somebody approved it.
    pub approved: bool,
    pub author: Option<String>,
    /// What the translator noted beside it.
    pub note: Option<String>,
    /// Which of several files it came in with; readers leave it 0.
    pub file: usize,
}

impl Returned {
    /// A file that says of itself that it is in another language was made into one of that: its texts are none of ours.
    fn check_language(&self) -> Result<(), Problem> {
        let primary = |tag: &str| tag.split(['-', '_', '@', '.']).next().unwrap_or_default().to_ascii_lowercase();
        let Some(language) = self.language.as_deref().filter(|language| !language.trim().is_empty()) else {
            return Ok(());
        };
        match self.texts.iter().find(|text| primary(&text.ticket.locale) != primary(language.trim())) {
            Some(text) => {
                let of = &text.ticket.locale;
                let message =
                    format!("the file says that it is a translation into {language}, and this text is of {of}");
                Err(Problem { line: text.line, message })
            }
            None => Ok(()),
        }
    }

    /// Takes in a unit by what its places for the ticket hold. A unit without any is none of ours.
    fn take<'t>(
        &mut self,
        line: u32,
        places: impl IntoIterator<Item = &'t str>,
        text: impl FnOnce(Ticket) -> Incoming,
    ) {
        match Ticket::of_places(places) {
            Ok(Some(ticket)) => self.texts.push(text(ticket)),
            Ok(None) => {
                let said = "not read: nothing says which text of the project it is (its ticket, `handback:…`, is gone)";
                self.remarks.push((line, said.into()));
            }
            Err(contradiction) => self.remarks.push((line, format!("not read: {contradiction}"))),
        }
    }
}

/// What the notes of an export are about, and so begin with where a format has one kind of notes only.
const ABOUT: [&str; 15] = [
    "ticket",
    "variant",
    "context",
    "author",
    "value",
    "before",
    "after",
    "glossary",
    "rejected",
    "remark",
    "refused",
    "length",
    "previous English",
    "previous translation",
    "similar",
];

/// Whether a note begins as those of an export do. Tools move notes to where people write theirs.
fn is_like_ours(note: &str) -> bool {
    let about = note.split([':', ',']).next().unwrap_or_default();
    ABOUT.contains(&about) || Ticket::read(note).is_some()
}

/// Notes of a person as one.
fn noted<'n>(notes: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let words = |note: &str| note.split_whitespace().collect::<Vec<_>>().join(" ");
    let notes: Vec<String> = notes.into_iter().map(words).filter(|note| !note.is_empty()).collect();
    (!notes.is_empty()).then(|| notes.join(" / "))
}

/// What is said of a unit of which a translator left out a part.
const PARTLY: &str = "not read: only a part of the segments of the unit is translated";

/// A text in the place of a translation; blank is none.
fn filled(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::notation;
    use crate::text::fingerprint::fingerprint;
    use crate::translate::inline::Known;

    fn cut(text: &str) -> Cut {
        Cut::of(&notation::from_state(text), Known::default())
    }

    /// A text as it goes out, with all that can be said of it.
    fn outgoing(id: &str, english: &str, target: Option<&str>, standing: Standing) -> Outgoing {
        let ticket = Ticket {
            locale: "fr-FR".into(),
            id: id.into(),
            source: fingerprint(english),
            target: target.map(fingerprint),
            variant: None,
            document: None,
        };
        let other =
            Match { score: 87, english: cut("Open `it`"), translation: cut("Ouvrez `cela`"), origin: "open-it".into() };
        let engine = (standing != Standing::Approved).then(|| "apertium".to_owned());
        Outgoing {
            ticket,
            standing,
            english: cut(english),
            target: target.map(cut),
            made: target.map(|_| Made { by: Some("A. Person".into()), date: Date::constant(2026, 1, 31), engine }),
            previous: (standing == Standing::Stale).then(|| other.clone()),
            matches: vec![other],
            place: Place { document: "a b.md".into(), line: 3, kind: "cell".into(), section: "One › Two".into() },
            notes: vec![Note { about: "context", text: "<before> & \"after\"".into() }],
            longest: Some(40),
        }
    }

    const TEXTS: [(&str, &str, Option<&str>, Standing); 9] = [
        ("new", "Open **the { $app }**", None, Standing::Missing),
        ("machine", "See [it](x.md) & <b>that</b>.", Some("Voir <b>cela</b> et [ceci](x.md)."), Standing::Machine),
        ("done", "Two\nlines  \nof `x`", Some("Deux\nlignes  \nde `x`"), Standing::Approved),
        ("formula", "=1+2", Some("=1+2 \"cité\""), Standing::Approved),
        ("quoted", "'=x", Some("''-y"), Standing::Written),
        ("dash", "- a, b; c\td", Some("- a, b; c\td"), Standing::Unproven),
        ("stale", "A {\"{\"} b } by { $app }", None, Standing::Stale),
        ("draft", "Wide 日本語 \u{202f}!", Some("Large 日本語\u{a0}!"), Standing::Draft),
        ("number", "1-2", Some("01-02"), Standing::Approved),
    ];

    fn package() -> Package {
        let texts = TEXTS.iter().map(|(id, english, target, standing)| outgoing(id, english, *target, *standing));
        let (source_locale, locale, version) = ("en-US".into(), "fr-FR".into(), "1".into());
        Package { source_locale, locale, version, texts: texts.collect(), filled: false }
    }

    fn read(format: Format, bytes: &[u8]) -> Returned {
        let (found, returned) = Format::read(&format!("x.{}", format.extension()), bytes).unwrap();
        assert_eq!(found, format);
        returned
    }

    #[test]
    fn what_goes_out_comes_back_in_every_format() {
        for format in Format::ALL {
            let written = format.write(&package());
            let returned = read(format, &written);
            assert_eq!(returned.remarks, [], "{format:?}");
            let expected = package().texts.into_iter().filter(|text| format != Format::Tmx || text.target.is_some());
            let expected: Vec<Outgoing> = expected.collect();
            assert_eq!(returned.texts.len(), expected.len(), "{format:?}");
            for (back, out) in returned.texts.iter().zip(expected) {
                assert_eq!(back.ticket, out.ticket, "{format:?}");
                assert_eq!(back.english, Some(out.english.text()), "{format:?}");
                assert_eq!(back.target, out.target.as_ref().map(Cut::text), "{format:?}");
                assert!(back.ticket.is_unchanged(back.target.as_deref()), "{format:?} {}", out.ticket.id);
                let approved = out.standing == Standing::Approved && format != Format::Tmx;
                assert_eq!(back.approved, approved, "{format:?} {}", out.ticket.id);
            }
            assert_eq!(format.write(&package()), written, "the same bytes again");
            let none = Package { texts: Vec::new(), ..package() };
            assert_eq!(read(format, &format.write(&none)).texts, [], "{format:?}");
        }
    }

    /// What tools make of files that they did not mean to change.
    #[test]
    fn files_as_tools_write_them_say_the_same() {
        for format in Format::ALL {
            let text = String::from_utf8(format.write(&package())).unwrap();
            let bare = text.trim_start_matches('\u{feff}');
            let expected = read(format, text.as_bytes());
            let wide: Vec<u8> = format!("\u{feff}{bare}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(read(format, &wide), expected, "{format:?} in UTF-16");
            assert_eq!(read(format, format!("\u{feff}{bare}").as_bytes()), expected, "{format:?} with a mark");
            assert_eq!(read(format, bare.as_bytes()), expected, "{format:?} without a mark");
            let dropped = |keep_first: bool| {
                let drop = |line: &str| match format {
                    Format::Po if keep_first => !line.starts_with("#. ticket:"),
                    Format::Po => !line.starts_with("msgctxt"),
                    _ => {
                        keep_first
                            || !(line.contains("category=\"handback\"")
                                || line.contains("from=\"handback\"")
                                || line.contains("<prop type=\"x-handback\""))
                    }
                };
                let lines: Vec<&str> = bare.split('\n').filter(|line| drop(line)).collect();
                let text = lines.join("\n");
                if !keep_first {
                    return text;
                }
                text.replace(" name=\"handback:", " name=\"x")
                    .replace(" resname=\"handback:", " resname=\"x")
                    .replace(" tuid=\"handback:", " tuid=\"x")
            };
            for keep_first in [true, false] {
                let ids = |returned: &Returned| -> Vec<Ticket> {
                    returned.texts.iter().map(|text| text.ticket.clone()).collect()
                };
                assert_eq!(
                    ids(&read(format, dropped(keep_first).as_bytes())),
                    ids(&expected),
                    "{format:?}: a place was dropped"
                );
            }
        }
    }

    #[test]
    fn what_is_cut_off_is_refused_with_its_line() {
        for format in Format::ALL {
            let written = format.write(&package());
            let text = String::from_utf8(written).unwrap();
            let place = match format {
                Format::Po => text.rfind("msgstr").unwrap(),
                // Within the last quoted cell.
                Format::Csv => text.rfind("cité").unwrap(),
                _ => text.rfind("<target").or(text.rfind("<seg")).unwrap(),
            };
            let problem = Format::read(&format!("x.{}", format.extension()), &text.as_bytes()[..place]).unwrap_err();
            assert!(problem.line > 5, "{format:?}: {problem:?}");
        }
        for (name, bytes, said) in [
            ("x.docx", &b"Open it"[..], "`.xliff`"),
            ("x.xlf", b"msgid \"\"", "expected an XML file"),
            ("x.po", b" \n\n", "empty"),
            ("x.csv", b"\xEF\xBB\xBF", "empty"),
            ("x.xlf", b"PK\x03\x04\0\0", "unpack"),
            ("x.po", b"\x1F\x8B\x08\0", "unpack"),
        ] {
            let problem = Format::read(name, bytes).unwrap_err();
            assert!(problem.message.contains(said), "{name}: {problem:?}");
        }
        // Tools name files as they like.
        let text = Format::Xliff1.write(&package());
        let names = ["x.sdlxliff", "x.mqxliff", "x.xml", "x.po", "x"];
        assert!(
            names.into_iter().all(|name| Format::read(name, &text).is_ok_and(|(format, _)| format == Format::Xliff1))
        );
    }

    #[test]
    fn spreadsheets_may_change_marks_and_encoding() {
        let bytes = b"check;translation;State\r\n".to_vec();
        let ticket = package().texts[0].ticket.to_string();
        let row = [ticket.as_bytes(), b";\"d\xE9j\xE0 \x80;\r\nvu\";Approved\r\n"].concat();
        let returned = read(Format::Csv, &[bytes, row].concat());
        assert_eq!(returned.texts[0].target.as_deref(), Some("déjà €;\nvu"));
        assert!(returned.texts[0].approved && returned.texts[0].english.is_none());
        assert!(returned.remarks[0].1.contains("windows-1252"));
        for (file, said) in [("a,b\n1,2\n", "translation"), ("translation,b\n1,2\n", "`id` and `check`")] {
            assert!(Format::read("x.csv", file.as_bytes()).unwrap_err().message.contains(said));
        }
    }

    /// Which encoding a table is in shows in what nobody changed.
    #[test]
    fn a_table_in_another_encoding_is_read_by_what_went_out() {
        for (locale, exported, typed, encoding) in [
            ("fr-FR", "déjà « là »", "Fermé à clé", encoding_rs::MACINTOSH),
            ("fr-FR", "déjà « là »", "Fermé à clé", encoding_rs::WINDOWS_1252),
            ("ja-JP", "開く", "閉じる。", encoding_rs::SHIFT_JIS),
            ("pl-PL", "Otwórz się", "Zamknij łódź", encoding_rs::WINDOWS_1250),
        ] {
            let ticket = |id: &str, target: Option<&str>| Ticket {
                locale: locale.into(),
                target: target.map(fingerprint),
                ..outgoing(id, "Open it", None, Standing::Missing).ticket
            };
            let (kept, new) = (ticket("kept", Some(exported)), ticket("new", None));
            let table = format!("id;English;translation\r\n{kept};Open it;{exported}\r\n{new};Open it;{typed}\r\n");
            let (bytes, ..) = encoding.encode(&table);
            let returned = read(Format::Csv, &bytes);
            let targets: Vec<Option<&str>> = returned.texts.iter().map(|text| text.target.as_deref()).collect();
            assert_eq!(targets, [Some(exported), Some(typed)], "{}", encoding.name());
            assert!(returned.remarks[0].1.contains(encoding.name()), "{:?}", returned.remarks);
        }
    }

    fn xliff(version: &str, unit: &str) -> Returned {
        let ticket = outgoing("a", "Open it. Close it.", None, Standing::Missing).ticket;
        let unit = unit.replace("TICKET", &ticket.to_string());
        let body = match version {
            "1.2" => {
                format!("<file target-language=\"fr-FR\"><body><trans-unit id=\"1\" {unit}</trans-unit></body></file>")
            }
            _ => format!("<file id=\"f\"><unit id=\"1\" {unit}</unit></file>"),
        };
        Format::read("x.xlf", format!("<xliff version=\"{version}\">{body}</xliff>").as_bytes()).unwrap().1
    }

    fn targets(returned: &Returned) -> Vec<Option<&str>> {
        returned.texts.iter().map(|text| text.target.as_deref()).collect()
    }

    #[test]
    fn a_unit_that_is_translated_in_part_is_not_read() {
        let unit = |second: &str| {
            let segment = |id: u8, text: &str| format!("<mrk mtype=\"seg\" mid=\"{id}\">{text}</mrk>");
            let (open, close) = (segment(1, "Open it."), segment(2, "Close it."));
            let cut = format!("<seg-source>{open} {close}</seg-source>");
            let target = format!("<target>{} {second}</target>", segment(1, "Ouvrez-le."));
            xliff("1.2", &format!("resname=\"TICKET\"><source>Open it. Close it.</source>{cut}{target}"))
        };
        let whole = unit("<mrk mtype=\"seg\" mid=\"2\">Fermez-le.</mrk>");
        assert_eq!(targets(&whole), [Some("Ouvrez-le. Fermez-le.")]);
        for part in ["<mrk mtype=\"seg\" mid=\"2\"/>", "<mrk mtype=\"seg\" mid=\"2\"> </mrk>", ""] {
            let returned = unit(part);
            assert!(returned.texts.is_empty() && returned.remarks[0].1.contains("only a part"), "{returned:?}");
        }
        let twice = xliff("1.2", "resname=\"TICKET\"><source>Open it.</source><target>A</target><target>B</target>");
        assert!(twice.texts.is_empty() && twice.remarks[0].1.contains("more than one"), "{twice:?}");
    }

    #[test]
    fn segments_stand_where_the_translator_put_them() {
        let segment = |source: &str, target: &str| format!("<segment><source>{source}</source>{target}</segment>");
        let (first, second) = (
            segment("Open it.", "<target order=\"3\">puis ouvrez.</target>"),
            segment("Close it.", "<target order=\"1\">Fermez,</target>"),
        );
        let between = "<ignorable><source> </source><target order=\"2\"> </target></ignorable>";
        let returned = xliff("2.0", &format!("name=\"TICKET\">{first}{between}{second}"));
        assert_eq!(targets(&returned), [Some("Fermez, puis ouvrez.")]);
    }

    /// Some tools put the English where there is no translation, and so does an export for those that only show what is there.
    #[test]
    fn english_that_a_tool_put_there_is_no_translation() {
        for format in [Format::Xliff1, Format::Xliff2] {
            let filled = format.write(&Package { filled: true, ..package() });
            let (known, plain) = (read(format, &filled), read(format, &format.write(&package())));
            assert_eq!(targets(&known), targets(&plain), "{format:?}");
            let text = String::from_utf8(filled).unwrap();
            assert!(text.matches(">Open <").count() > 1, "{text}");
        }
        let copied = |state: &str| {
            let target = format!("<target{state}>Open it. Close it.</target>");
            let returned = xliff("1.2", &format!("resname=\"TICKET\"><source>Open it. Close it.</source>{target}"));
            returned.texts[0].target.is_some()
        };
        assert!(!copied("") && !copied(" state=\"needs-translation\"") && copied(" state=\"translated\""));
        assert!(copied(" state=\"final\""), "somebody says that it is right");
    }

    #[test]
    fn what_a_person_notes_in_a_memory_is_read() {
        let text = String::from_utf8(Format::Tmx.write(&package())).unwrap();
        let noted = text.replacen("<tuv xml:lang=\"fr-FR\">", "<tuv xml:lang=\"fr-FR\"><note>Is it a door?</note>", 1);
        let notes = |text: &str| {
            read(Format::Tmx, text.as_bytes()).texts.into_iter().filter_map(|text| text.note).collect::<Vec<_>>()
        };
        assert_eq!((notes(&text), notes(&noted)), (vec![], vec!["Is it a door?".to_owned()]));
    }

    #[test]
    fn codes_without_their_originals_are_found_again() {
        let text = String::from_utf8(Format::Xliff1.write(&package())).unwrap();
        // Some tools turn pairs into groups, and leave only numbers.
        let target = "Voir <bpt id=\"2\">&lt;b&gt;</bpt>cela<ept id=\"2\">&lt;/b&gt;</ept> et <bpt id=\"1\">[</bpt>ceci<ept id=\"1\">](x.md)</ept>.";
        assert!(text.contains(target), "{text}");
        let grouped = text.replace(target, "Voir <g id=\"2\">cela</g> et <bx id=\"1\"/>ceci<ex id=\"1\"/>.");
        assert_eq!(read(Format::Xliff1, grouped.as_bytes()), read(Format::Xliff1, text.as_bytes()));
    }
}
