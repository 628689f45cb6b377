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

    /// Reads a file as a tool left it; its format is known from the end of its name, and of XML from what it holds.
    pub fn read(name: &str, bytes: &[u8]) -> Result<(Self, Returned), Problem> {
        let (format, mut returned) = Self::read_as_it_is(name, bytes)?;
        unicode::settle(&mut returned);
        returned.check_language()?;
        Ok((format, returned))
    }

    fn read_as_it_is(name: &str, bytes: &[u8]) -> Result<(Self, Returned), Problem> {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension).to_ascii_lowercase();
        match extension.as_str() {
            "po" => Ok((Self::Po, po::read(bytes)?)),
            "csv" | "tsv" | "txt" => Ok((Self::Csv, csv::read(bytes)?)),
            "xlf" | "xliff" | "tmx" => Self::read_xml(bytes),
            _ => {
                let message = "expected a file that `handback export` wrote: `.xlf`, `.xliff`, `.po`, `.csv` or `.tmx`";
                Err(Problem { line: 1, message: message.into() })
            }
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
        Package { source_locale: "en-US".into(), locale: "fr-FR".into(), version: "1".into(), texts: texts.collect() }
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
        let problem = Format::read("x.docx", b"").unwrap_err();
        assert!(problem.message.contains("`.xliff`"));
    }

    #[test]
    fn spreadsheets_may_change_marks_and_encoding() {
        let bytes = b"check;translation;State\r\n".to_vec();
        let ticket = package().texts[0].ticket.to_string();
        let row = [ticket.as_bytes(), b";\"d\xE9j\xE0 \x80;\r\nvu\";Approved\r\n"].concat();
        let returned = read(Format::Csv, &[bytes, row].concat());
        assert_eq!(returned.texts[0].target.as_deref(), Some("déjà €;\nvu"));
        assert!(returned.texts[0].approved && returned.texts[0].english.is_none());
        assert!(returned.remarks[0].1.contains("Windows-1252"));
        for (file, said) in [("a,b\n1,2\n", "translation"), ("translation,b\n1,2\n", "`id` and `check`")] {
            assert!(Format::read("x.csv", file.as_bytes()).unwrap_err().message.contains(said));
        }
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
