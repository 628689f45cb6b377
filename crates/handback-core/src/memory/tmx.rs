//! Translation memories in TMX 1.4: <https://www.gala-global.org/tmx-14b>.
//!
//! Codes inside a segment (`<bpt>`, `<ept>`, `<ph>`, `<it>`) hold the markup of the original as text, so a
//! segment with its tags taken off is the text that was translated.

use std::cell::Cell;
use std::io::{BufRead, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::pair::{Pair, fit, fit_source};
use crate::catalog::Problem;
use crate::catalog::state::TranslationType;
use crate::text::date::Date;
use crate::text::encoding;
use crate::text::looks::entity;

/// Reads the translations from one locale into another, and hands them over one by one: a memory of a million texts is never
/// held as a whole besides. In case of an error some were handed over. Returns the languages that the file has.
pub fn read(
    mut file: impl BufRead,
    (source, target): (&str, &str),
    take: &mut dyn FnMut(Pair),
) -> Result<Vec<String>, Problem> {
    let unread = |error: &std::io::Error| Problem { line: 1, message: format!("cannot read on: {error}") };
    let head = file.fill_buf().map_err(|error| unread(&error))?;
    if encoding::is_plain(head) {
        return read_utf8(file, (source, target), take);
    }
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|error| unread(&error))?;
    let text = encoding::declared(&bytes, Some("encoding=")).map_err(|(line, message)| Problem { line, message })?;
    drop(bytes);
    read_utf8(text.as_bytes(), (source, target), take)
}

fn read_utf8(
    file: impl BufRead,
    (source, target): (&str, &str),
    take: &mut dyn FnMut(Pair),
) -> Result<Vec<String>, Problem> {
    let lines = Cell::new(1);
    let mut reader = Reader::from_reader(Counted { file, lines: &lines });
    reader.config_mut().expand_empty_elements = true;
    let mut tmx = Tmx::default();
    let mut is_tmx = false;
    let mut depth = 0_u32;
    let mut buffer = Vec::new();
    let mut languages: Vec<String> = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| {
            let message = match error {
                quick_xml::Error::Encoding(_) => {
                    "not UTF-8, nor what the file says of itself: have the tool save the file as UTF-8".to_owned()
                }
                error => format!("not well-formed XML: {error}"),
            };
            Problem { line: lines.get(), message }
        })?;
        match event {
            Event::Eof if is_tmx && depth == 0 => return Ok(languages),
            Event::Eof => {
                let message =
                    if is_tmx { "the file is cut off: `</tmx>` is missing" } else { "expected a `<tmx>` file" };
                return Err(Problem { line: lines.get(), message: message.into() });
            }
            Event::Start(tag) => {
                depth += 1;
                is_tmx |= tag.local_name().as_ref() == "tmx";
                tmx.start(&tag);
            }
            Event::Text(content) => tmx.text(&content),
            Event::CData(content) => tmx.text(&content),
            Event::GeneralRef(name) => tmx.text(&entity(&name)),
            Event::End(tag) => {
                depth -= 1;
                if let Some(unit) = tmx.end(tag.local_name().as_ref()) {
                    for variant in &unit.variants {
                        if !languages.contains(&variant.language) {
                            languages.push(variant.language.clone());
                        }
                    }
                    unit.pairs(source, target).into_iter().for_each(&mut *take);
                }
            }
            _ => {}
        }
    }
}

/// Counts lines as they are read.
struct Counted<'l, R> {
    file: R,
    lines: &'l Cell<u32>,
}

impl<R: BufRead> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Counted<'_, R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.file.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if let Ok(passed) = self.file.fill_buf() {
            let passed = &passed[..amount.min(passed.len())];
            self.lines.set(self.lines.get() + memchr::memchr_iter(b'\n', passed).count() as u32);
        }
        self.file.consume(amount);
    }
}

#[derive(Debug, Default)]
struct Tmx {
    unit: Option<Unit>,
    in_segment: bool,
    in_property: bool,
}

/// A `<tu>`.
#[derive(Debug, Default)]
struct Unit {
    notes: Notes,
    variants: Vec<Variant>,
}

/// A `<tuv>`.
#[derive(Debug, Default)]
struct Variant {
    language: String,
    text: String,
    notes: Notes,
}

#[derive(Debug, Default)]
struct Notes {
    machine: bool,
    date: Option<Date>,
}

impl Tmx {
    fn start(&mut self, tag: &BytesStart<'_>) {
        match (tag.local_name().as_ref(), &mut self.unit) {
            ("tu", _) => self.unit = Some(Unit { notes: Notes::of(tag).0, variants: Vec::new() }),
            ("tuv", Some(unit)) => {
                let (notes, language) = Notes::of(tag);
                unit.variants.push(Variant { language, text: String::new(), notes });
            }
            ("seg", Some(_)) => self.in_segment = true,
            ("prop", Some(unit)) => {
                let kind = attribute(tag, "type").unwrap_or_default();
                self.in_property = is_machine_property(&kind);
                // `x-MT` says it by being there.
                unit.notes_here().machine |= kind.eq_ignore_ascii_case("x-mt");
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(unit) = &mut self.unit else { return };
        if self.in_segment
            && let Some(variant) = unit.variants.last_mut()
        {
            variant.text.push_str(text);
        }
        if self.in_property && (text.to_ascii_lowercase().contains("mt") || text.eq_ignore_ascii_case("machine")) {
            unit.notes_here().machine = true;
        }
    }

    fn end(&mut self, name: &str) -> Option<Unit> {
        match name {
            "seg" => self.in_segment = false,
            "prop" => self.in_property = false,
            "tu" => return self.unit.take(),
            _ => {}
        }
        None
    }
}

impl Unit {
    /// What a property is about: the variant that it is in, or all.
    fn notes_here(&mut self) -> &mut Notes {
        match self.variants.last_mut() {
            Some(variant) => &mut variant.notes,
            None => &mut self.notes,
        }
    }

    fn pairs(self, source: &str, target: &str) -> Vec<Pair> {
        let of_language = || self.variants.iter().filter(|variant| fit_source(&variant.language, source));
        let exact = of_language().find(|variant| fit(&variant.language, source) == Some(0));
        let Some(english) = exact.or_else(|| of_language().next()) else { return Vec::new() };
        let best = self.variants.iter().filter_map(|variant| fit(&variant.language, target)).min();
        let wanted = |variant: &&Variant| {
            best.is_some() && fit(&variant.language, target) == best && !variant.text.trim().is_empty()
        };
        let pair = |variant: &Variant| Pair {
            source: english.text.trim().to_owned(),
            target: variant.text.trim().to_owned(),
            kind: match self.notes.machine || variant.notes.machine {
                true => TranslationType::Machine,
                false => TranslationType::Human,
            },
            date: variant.notes.date.or(self.notes.date),
        };
        let pairs = self.variants.iter().filter(wanted).map(pair);
        pairs.filter(|pair| !pair.source.is_empty()).collect()
    }
}

impl Notes {
    /// What an element says, and the language that it names. Tools name the machine as the one who made or changed a translation.
    fn of(tag: &BytesStart<'_>) -> (Self, String) {
        let (mut by, mut at, mut language) = ([None, None], [None, None], None);
        for attribute in tag.attributes().flatten() {
            let place = match attribute.key.local_name().as_ref() {
                "changeid" => &mut by[0],
                "creationid" => &mut by[1],
                "changedate" => &mut at[0],
                "creationdate" => &mut at[1],
                "lang" => &mut language,
                _ => continue,
            };
            if place.is_none() {
                *place = unescaped(&attribute.value);
            }
        }
        let [changed, created] = by;
        let by = changed.or(created).unwrap_or_default().to_ascii_lowercase();
        let machine = ["mt", "mt!"].contains(&by.as_str()) || by.starts_with("mt-") || by.contains("machine");
        let [changed, created] = at;
        (Self { machine, date: changed.or(created).as_deref().and_then(date) }, language.unwrap_or_default())
    }
}

fn is_machine_property(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    ["x-origin", "x-origintype", "origin", "x-mt", "translation-type", "x-translation-type", "ms.translationtype"]
        .contains(&kind.as_str())
}

/// `20260101T120000Z`.
fn date(text: &str) -> Option<Date> {
    let (year, month, day) = (text.get(..4)?, text.get(4..6)?, text.get(6..8)?);
    format!("{year}-{month}-{day}").parse().ok()
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    unescaped(&found.value)
}

fn unescaped(value: &str) -> Option<String> {
    quick_xml::escape::unescape(value).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">
<header srclang="en-US" segtype="block"/><body>
<tu changedate="20250301T080000Z"><tuv xml:lang="en-GB"><seg>Where is it?</seg></tuv>
 <tuv xml:lang="fr-CA"><seg>Où, là ?</seg></tuv><tuv xml:lang="fr"><seg>Où est-ce&#160;?</seg></tuv></tu>
<tu><tuv lang="EN"><seg>a <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> <ph>`x`</ph> &amp; <hi>more</hi></seg></tuv>
 <tuv lang="FR-FR" creationid="MT!"><seg>b</seg></tuv></tu>
<tu><prop type="x-origin">MT</prop><tuv xml:lang="en"><seg>c</seg></tuv><tuv xml:lang="fr-FR"><seg>d</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>kein Englisch</seg></tuv><tuv xml:lang="fr-FR"><seg>x</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>e</seg></tuv><tuv xml:lang="fr-FR"><seg/></tuv></tu>
</body></tmx>"#;

    fn read(file: &[u8], source: &str, target: &str) -> Result<Vec<Pair>, Problem> {
        let mut pairs = Vec::new();
        super::read(file, (source, target), &mut |pair| pairs.push(pair)).map(|_| pairs)
    }

    #[test]
    fn units_become_pairs() {
        let found = read(FILE.as_bytes(), "en-US", "fr-FR").unwrap();
        let short: Vec<(&str, &str, &str)> =
            found.iter().map(|pair| (&*pair.source, &*pair.target, pair.kind.name())).collect();
        assert_eq!(
            short,
            [("Where is it?", "Où est-ce\u{a0}?", "HT"), ("a <b>bold</b> `x` & more", "b", "MT"), ("c", "d", "MT")]
        );
        assert_eq!(found[0].date, Some(Date::constant(2025, 3, 1)));
        assert_eq!(read(FILE.as_bytes(), "en-US", "fr-CA").unwrap()[0].target, "Où, là ?");
        assert!(read(FILE.as_bytes(), "en-US", "ja-JP").unwrap().is_empty());
    }

    #[test]
    fn wide_files_are_read() {
        let wide: Vec<u8> = std::iter::once('\u{FEFF}')
            .chain(FILE.chars())
            .flat_map(|c| c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>())
            .collect();
        assert_eq!(read(&wide, "en-US", "fr-FR"), read(FILE.as_bytes(), "en-US", "fr-FR"));
    }

    #[test]
    fn mistakes_are_explained() {
        for (file, line, expected) in [
            ("<tmx>\n<body><tu>\n", 3, "cut off"),
            ("<tmx>\n<body></wrong>", 2, "well-formed"),
            ("<html></html>", 1, "expected a `<tmx>`"),
            ("", 1, "expected a `<tmx>`"),
        ] {
            let problem = read(file.as_bytes(), "en-US", "fr-FR").unwrap_err();
            assert!(problem.message.contains(expected) && problem.line == line, "{file}: {problem:?}");
        }
        assert!(read(b"\xFF\x00", "en-US", "fr-FR").is_err());
    }
}
