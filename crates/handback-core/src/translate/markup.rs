//! Protected texts in the forms that services keep best, and back: see [`Markup`].

use std::borrow::Cow;
use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::item::{Flaw, Item, Markup, Shield};
use crate::text::looks::entity;

/// Writes items; `content` says what a reader would see in the place of a kept part.
pub fn write(items: &[Item], markup: Markup, content: &dyn Fn(usize) -> String) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        match markup {
            Markup::Tokens => {
                let before = index.checked_sub(1).and_then(|before| items.get(before));
                write_token(&mut out, item, before, items.get(index + 1));
            }
            Markup::Html(_) | Markup::Xml => write_tag(&mut out, item, markup, content),
        }
    }
    out
}

/// A token is a word of its own, whatever it stands beside: [`super::protect`] takes out again what blanks
/// it was given.
fn write_token(out: &mut String, item: &Item, before: Option<&Item>, next: Option<&Item>) {
    let joins = |c: char| c.is_alphanumeric();
    let is_apart = match item {
        Item::Keep(_) => !out.ends_with(joins),
        Item::Open(_) => !is_joined(before, |text| text.chars().next_back()),
        _ => true,
    };
    if !is_apart {
        out.push(' ');
    }
    let _ = match item {
        Item::Text(text) => out.write_str(text),
        Item::Keep(number) => write!(out, "XPH{number}X"),
        Item::Open(number) => write!(out, "XPO{number}X "),
        Item::Close(number) => write!(out, " XPC{number}X"),
    };
    let touches = match item {
        Item::Keep(_) => matches!(next, Some(Item::Open(_))) || is_joined(next, |text| text.chars().next()),
        Item::Close(_) => is_joined(next, |text| text.chars().next()),
        _ => false,
    };
    if touches {
        out.push(' ');
    }
}

/// Whether an item is text with a letter or digit at this edge.
fn is_joined(item: Option<&Item>, edge: impl Fn(&str) -> Option<char>) -> bool {
    matches!(item, Some(Item::Text(text)) if edge(text).is_some_and(char::is_alphanumeric))
}

/// Takes out the blanks that tokens were given which begin or end inside of a word: `**R**ed`.
pub fn rejoin(items: &mut [Item], is_joined: impl Fn(usize) -> (bool, bool)) {
    for index in 0..items.len() {
        match items[index] {
            Item::Open(number) if is_joined(number).0 => {
                if let Some(Item::Text(text)) = index.checked_sub(1).and_then(|at| items.get_mut(at))
                    && text.ends_with(' ')
                {
                    text.pop();
                }
            }
            Item::Close(number) if is_joined(number).1 => {
                if let Some(Item::Text(text)) = items.get_mut(index + 1)
                    && text.starts_with(' ')
                {
                    text.remove(0);
                }
            }
            _ => {}
        }
    }
}

fn write_tag(out: &mut String, item: &Item, markup: Markup, content: &dyn Fn(usize) -> String) {
    let shield = match markup {
        Markup::Html(Shield::Class) => Some("class=\"notranslate\""),
        Markup::Html(Shield::Attribute) => Some("translate=\"no\""),
        _ => None,
    };
    let html = shield.is_some();
    let _ = match item {
        Item::Text(text) => out.write_str(&escaped(text)),
        Item::Keep(number) if html => {
            let (shield, content) = (shield.unwrap_or_default(), content(*number));
            write!(out, "<span {shield} id=\"{number}\">{}</span>", escaped(&content))
        }
        Item::Keep(number) => write!(out, "<x id=\"{number}\">{}</x>", escaped(&content(*number))),
        Item::Open(number) if html => write!(out, "<a id=\"{number}\">"),
        Item::Open(number) => write!(out, "<g id=\"{number}\">"),
        Item::Close(_) => out.write_str(if html { "</a>" } else { "</g>" }),
    };
}

/// Quotes need no escape in text, and services count every character.
fn escaped(text: &str) -> Cow<'_, str> {
    if text.contains(['<', '>', '&']) { quick_xml::escape::partial_escape(text) } else { Cow::Borrowed(text) }
}

/// Reads what a service gave back.
pub fn read(answer: &str, markup: Markup) -> Result<Vec<Item>, Flaw> {
    let items = match markup {
        Markup::Tokens => read_tokens(answer),
        Markup::Html(_) | Markup::Xml => read_tags(answer, markup)?,
    };
    Ok(joined(items))
}

fn read_tokens(answer: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(found) = find_token(&answer[at..]) {
        let (start, len, item) = (at + found.0, found.1, found.2);
        let mut text = &answer[from..start];
        if matches!(item, Item::Close(_)) {
            text = text.strip_suffix(' ').unwrap_or(text);
        }
        items.push(Item::Text(text.to_owned()));
        at = start + len;
        from = at + usize::from(matches!(item, Item::Open(_)) && answer[at..].starts_with(' '));
        items.push(item);
    }
    items.push(Item::Text(answer[from.min(answer.len())..].to_owned()));
    items
}

/// The first token of a text: place, length, what it is. Services may have changed its case.
fn find_token(text: &str) -> Option<(usize, usize, Item)> {
    let bytes = text.as_bytes();
    (0..bytes.len().saturating_sub(4)).find_map(|at| {
        let head = &bytes[at..at + 3];
        if !head[..2].eq_ignore_ascii_case(b"XP") {
            return None;
        }
        let digits = bytes[at + 3..].iter().take_while(|b| b.is_ascii_digit()).count();
        let closed = bytes.get(at + 3 + digits).is_some_and(|b| b.eq_ignore_ascii_case(&b'X'));
        if digits == 0 || !closed {
            return None;
        }
        let number = text[at + 3..at + 3 + digits].parse().ok()?;
        let item = match head[2].to_ascii_uppercase() {
            b'H' => Item::Keep(number),
            b'O' => Item::Open(number),
            b'C' => Item::Close(number),
            _ => return None,
        };
        Some((at, digits + 4, item))
    })
}

/// Whether a text holds something that would be taken for a token.
pub fn has_tokens(text: &str) -> bool {
    find_token(text).is_some()
}

fn read_tags(answer: &str, markup: Markup) -> Result<Vec<Item>, Flaw> {
    let mut reader = Reader::from_str(answer);
    reader.config_mut().allow_dangling_amp = true;
    reader.config_mut().check_end_names = false;
    let mut items: Vec<Item> = Vec::new();
    // Pairs that are open, and how deep we are in a kept part, whose content is of no interest.
    let mut open: Vec<usize> = Vec::new();
    let mut kept = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Flaw::Unbalanced)? {
            Event::Eof => break,
            Event::Start(_) if kept > 0 => kept += 1,
            Event::End(_) if kept > 0 => kept -= 1,
            _ if kept > 0 => {}
            Event::Text(text) => items.push(Item::Text(text.to_string())),
            Event::GeneralRef(name) => items.push(Item::Text(entity(&name))),
            Event::Start(tag) => match tagged(&tag, markup)? {
                Item::Open(number) => {
                    open.push(number);
                    items.push(Item::Open(number));
                }
                item => {
                    kept = 1;
                    items.push(item);
                }
            },
            Event::Empty(tag) => match tagged(&tag, markup)? {
                Item::Open(number) => items.extend([Item::Open(number), Item::Close(number)]),
                item => items.push(item),
            },
            Event::End(_) => items.push(Item::Close(open.pop().ok_or(Flaw::Unbalanced)?)),
            _ => return Err(Flaw::Injected),
        }
    }
    if open.is_empty() && kept == 0 { Ok(items) } else { Err(Flaw::Unbalanced) }
}

/// What one of our tags stands for.
fn tagged(tag: &BytesStart<'_>, markup: Markup) -> Result<Item, Flaw> {
    let id = tag.html_attributes().flatten().find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case("id"));
    let id = id.ok_or(Flaw::Injected)?;
    let number = id.value.trim().parse::<usize>().map_err(|_| Flaw::Injected)?;
    let name = tag.name().into_inner().to_ascii_lowercase();
    match (markup, name.as_str()) {
        (Markup::Html(_), "span") | (Markup::Xml, "x") => Ok(Item::Keep(number)),
        (Markup::Html(_), "a") | (Markup::Xml, "g") => Ok(Item::Open(number)),
        _ => Err(Flaw::Injected),
    }
}

/// One item for each run of text.
fn joined(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match (out.last_mut(), item) {
            (_, Item::Text(text)) if text.is_empty() => {}
            (Some(Item::Text(before)), Item::Text(text)) => before.push_str(&text),
            (_, item) => out.push(item),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<Item> {
        vec![
            Item::Text("a < b & ".into()),
            Item::Keep(0),
            Item::Text(" ".into()),
            Item::Open(1),
            Item::Text("link ".into()),
            Item::Keep(2),
            Item::Close(1),
            Item::Text(".".into()),
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        for markup in [Markup::Html(Shield::Class), Markup::Html(Shield::Attribute), Markup::Xml, Markup::Tokens] {
            let written = write(&items(), markup, &|number| format!("<n{number}>"));
            assert_eq!(read(&written, markup), Ok(items()), "{written}");
        }
    }

    #[test]
    fn what_services_make_of_markup_is_read() {
        let keep = |text: &str| Ok(vec![Item::Keep(0), Item::Text(text.into())]);
        let html = Markup::Html(Shield::Class);
        assert_eq!(read("<SPAN id='0' class=notranslate>x<b>y</b></SPAN> l&#39;a&nbsp;b", html), keep(" l'a\u{a0}b"));
        assert_eq!(read("<x id=\"0\"/> R & D", Markup::Xml), keep(" R & D"));
        assert_eq!(read("xph0x etc.", Markup::Tokens), keep(" etc."));
        assert_eq!(read("a <b>c</b>", html), Err(Flaw::Injected));
        assert_eq!(read("<script id='0'>x</script>", html), Err(Flaw::Injected));
        assert_eq!(read("<!-- x -->", Markup::Xml), Err(Flaw::Injected));
        assert_eq!(read("<g id=\"0\">x", Markup::Xml), Err(Flaw::Unbalanced));
        assert_eq!(read("x</g>", Markup::Xml), Err(Flaw::Unbalanced));
        assert!(read("a < b", Markup::Xml).is_err());
    }
}
