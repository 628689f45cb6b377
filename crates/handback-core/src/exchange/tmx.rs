//! TMX 1.4: translations for reuse, each with who made it and when.

use super::codes::Cut;
use super::xml::{Element, Xml};
use super::{Incoming, Outgoing, Package, Returned, filled, is_like_ours, noted};
use crate::catalog::Problem;
use crate::memory::pair;

/// The property that repeats the ticket.
const TICKET: &str = "x-handback";

/// Writes a file. Texts without a translation are left out.
pub fn write(package: &Package) -> String {
    let mut xml = Xml::begin();
    xml.start("tmx", &[("version", Some("1.4"))]);
    let header = [
        ("creationtool", Some("handback")),
        ("creationtoolversion", Some(package.version.as_str())),
        ("segtype", Some("block")),
        ("o-tmf", Some("handback")),
        ("adminlang", Some("en")),
        ("srclang", Some(package.source_locale.as_str())),
        ("datatype", Some("plaintext")),
    ];
    xml.empty("header", &header);
    xml.start("body", &[]);
    for text in &package.texts {
        unit(&mut xml, package, text);
    }
    xml.end("body");
    xml.end("tmx");
    xml.out
}

fn unit(xml: &mut Xml, package: &Package, text: &Outgoing) {
    let Some(target) = &text.target else { return };
    let ticket = text.ticket.to_string();
    let date = text.made.as_ref().map(|made| format!("{}T000000Z", made.date.to_string().replace('-', "")));
    let engine = text.made.as_ref().and_then(|made| made.engine.as_deref());
    // How tools say that a machine did.
    let by = engine.map(|_| "MT!").or(text.made.as_ref().and_then(|made| made.by.as_deref()));
    let attributes = [("tuid", Some(ticket.as_str())), ("changedate", date.as_deref()), ("changeid", by)];
    xml.start("tu", &attributes);
    xml.line("prop", &[("type", Some(TICKET))], &ticket);
    if let Some(engine) = engine {
        xml.line("prop", &[("type", Some("x-origin"))], &format!("MT {engine}"));
    }
    for note in &text.notes {
        xml.line("note", &[], &note.to_string());
    }
    variant(xml, &package.source_locale, &text.english);
    variant(xml, &package.locale, &target.clone().numbered_like(&text.english));
    xml.end("tu");
}

fn variant(xml: &mut Xml, locale: &str, cut: &Cut) {
    xml.start("tuv", &[("xml:lang", Some(locale))]);
    xml.mixed("seg", &[], |xml| {
        for piece in &cut.0 {
            let Some((tag, number)) = piece.as_tag() else {
                xml.text(piece.original());
                continue;
            };
            let number = number.to_string();
            let number = Some(number.as_str());
            let attributes = [("i", number.filter(|_| tag != "ph")), ("x", number.filter(|_| tag != "ept"))];
            xml.inline(tag, &attributes, piece.original());
        }
    });
    xml.end("tuv");
}

/// Reads a file, of which the root is given. A memory knows of no approval.
pub fn read(root: &Element) -> Result<Returned, Problem> {
    let source_locale = root.child("header").and_then(|header| header.attribute("srclang")).unwrap_or_default();
    let mut returned = Returned::default();
    for unit in root.all("tu") {
        let props: Vec<String> = unit.named("prop").map(Element::text).collect();
        let places = unit.attribute("tuid").into_iter().chain(props.iter().map(String::as_str));
        let segment = |fits: &dyn Fn(&str) -> bool| {
            let found = unit.named("tuv").find(|e| e.attribute("lang").is_some_and(fits));
            found.and_then(|e| e.child("seg")).map(Element::text).and_then(filled)
        };
        let notes: Vec<String> = unit.all("note").into_iter().map(Element::text).collect();
        let by = |element: &Element| element.attribute("changeid").filter(|by| *by != "MT!").map(str::to_owned);
        returned.take(unit.line, places, |ticket| Incoming {
            line: unit.line,
            english: segment(&|lang| pair::fit_source(lang, source_locale)),
            target: segment(&|lang| pair::fit(lang, &ticket.locale).is_some()),
            approved: false,
            note: noted(notes.iter().map(String::as_str).filter(|note| !is_like_ours(note))),
            file: 0,
            author: unit.named("tuv").filter_map(by).last().or_else(|| by(unit)),
            ticket,
        });
    }
    Ok(returned)
}
