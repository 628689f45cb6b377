//! Gettext catalogs. Whatever a person has not approved is fuzzy there: no tool takes it for a translation.

use std::fmt::Write as _;

use super::{Incoming, Match, Outgoing, Package, Returned, Standing, filled, is_like_ours, noted};
use crate::catalog::Problem;
use crate::memory::po::{Header, messages};
use crate::text::encoding;

/// Begins the comment that repeats the ticket.
const TICKET: &str = "ticket:";

/// Writes a file.
pub fn write(package: &Package) -> String {
    let mut out = String::new();
    let header = format!(
        "Project-Id-Version: handback\nReport-Msgid-Bugs-To: \nLast-Translator: \nLanguage-Team: \nLanguage: {}\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\
         X-Generator: handback {}\nX-Source-Language: {}\n",
        package.locale.replace('-', "_"),
        package.version,
        package.source_locale
    );
    string(&mut out, "", "msgid", "");
    string(&mut out, "", "msgstr", &header);
    for text in &package.texts {
        out.push('\n');
        message(&mut out, text);
    }
    out
}

fn message(out: &mut String, text: &Outgoing) {
    let ticket = text.ticket.to_string();
    comment(out, &format!("{TICKET} {ticket}"));
    for note in &text.notes {
        comment(out, &note.to_string());
    }
    let is_stale = text.standing == Standing::Stale;
    // Of a stale message this is the `msgstr`, and the English is above it.
    for previous in text.previous.iter().filter(|_| !is_stale) {
        comment(out, &format!("previous English: {}", previous.english.text()));
        comment(out, &format!("previous translation: {}", previous.translation.text()));
    }
    for Match { score, english, translation, origin } in &text.matches {
        comment(out, &format!("similar, {score} %, {origin}: {}", english.text()));
        comment(out, &format!("    {}", translation.text()));
    }
    let place = &text.place;
    let _ = writeln!(out, "#: {}:{}", place.document.replace(' ', "%20"), place.line);
    let is_fuzzy = text.target.is_some() && text.standing != Standing::Approved;
    // Braces are no format of a programming language.
    let _ = writeln!(out, "#,{} no-python-brace-format", if is_fuzzy { " fuzzy," } else { "" });
    if let Some(previous) = text.previous.as_ref().filter(|_| is_fuzzy) {
        string(out, "#| ", "msgid", &previous.english.text());
    }
    string(out, "", "msgctxt", &ticket);
    string(out, "", "msgid", &text.english.text());
    string(out, "", "msgstr", &text.target.as_ref().map(super::codes::Cut::text).unwrap_or_default());
}

fn comment(out: &mut String, text: &str) {
    for line in text.split('\n') {
        out.push_str(format!("#. {line}").trim_end());
        out.push('\n');
    }
}

/// A string, its lines each on one of the file.
fn string(out: &mut String, head: &str, keyword: &str, text: &str) {
    let _ = write!(out, "{head}{keyword} ");
    if text.contains('\n') {
        out.push_str("\"\"\n");
    }
    let more = if text.contains('\n') { head } else { "" };
    let mut lines = text.split_inclusive('\n').peekable();
    if lines.peek().is_none() {
        out.push_str("\"\"\n");
    }
    for line in lines {
        let _ = writeln!(out, "{more}\"{}\"", escaped(line));
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out
}

/// Reads a file.
pub fn read(bytes: &[u8]) -> Result<Returned, Problem> {
    let text = encoding::declared(bytes, Some("charset=")).map_err(|(line, message)| Problem { line, message })?;
    let mut returned = Returned::default();
    for message in messages(&text)? {
        if message.source.is_empty() && message.context.is_none() {
            let header = Header::of(&message.target);
            returned.author = header.translator.as_deref().and_then(name);
            returned.language = header.language;
            continue;
        }
        if message.plural {
            let said = "not read: the message has plural forms, which none of an export has";
            returned.remarks.push((message.line, said.into()));
            continue;
        }
        let comments = message.extracted.iter().filter_map(|line| line.strip_prefix(TICKET));
        let places = message.context.as_deref().into_iter().chain(comments);
        let target = filled(message.target.clone());
        // Without what programs note, one that came by another format has that among what people do.
        let is_mixed = message.extracted.is_empty();
        let comments_of_people = message.comments.iter().map(String::as_str);
        let note = noted(comments_of_people.filter(|note| !is_mixed || !is_like_ours(note)));
        returned.take(message.line, places, |ticket| Incoming {
            ticket,
            line: message.line,
            english: Some(message.source.clone()),
            approved: !message.fuzzy && !message.obsolete && target.is_some(),
            target,
            author: None,
            note,
            file: 0,
        });
    }
    Ok(returned)
}

/// The name of a person, without an address; tools write a name of no one where nobody is known.
fn name(field: &str) -> Option<String> {
    let name = field.split('<').next().unwrap_or_default().trim();
    (!name.is_empty() && name != "FULL NAME" && !name.contains('@')).then(|| name.to_owned())
}
