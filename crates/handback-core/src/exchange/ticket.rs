//! What a text carries with it, so that it is known again when it comes back: which message of which locale it is, and the
//! fingerprints of what was sent out.
//!
//! It is one word without blanks, which stands in two places of every unit: tools drop the one or the other. With it
//! “changed” and “the English moved on” are known without any record of what was exported.

use std::fmt;

use crate::catalog::{DocumentName, Id};
use crate::text::fingerprint::{Fingerprint, fingerprint};

/// Names a text, and what it said when it went out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket {
    pub locale: String,
    pub id: Id,
    /// Fingerprint of the English.
    pub source: Fingerprint,
    /// Fingerprint of what stood in the place of the translation, in the form of [`super::codes`]; `None` if nothing did.
    pub target: Option<Fingerprint>,
    /// Of a wording with selectors the keys that lead to this text.
    pub variant: Option<String>,
    /// The document that has a wording of its own beside the shared one.
    pub document: Option<DocumentName>,
}

/// What every ticket begins with.
const MARK: &str = "handback";
/// Stands for what a ticket has not.
const NONE: &str = "-";

impl Ticket {
    /// Reads a ticket; `None` if the text is none.
    pub fn read(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.trim().split(':').collect();
        let [MARK, locale, id, source, target, variant, document] = fields.as_slice() else { return None };
        let optional = |field: &str| if field == NONE { Some(None) } else { decoded(field).map(Some) };
        let is_print = |field: &str| field.len() == 16 && field.bytes().all(|byte| byte.is_ascii_hexdigit());
        if id.is_empty() || !is_print(source) || !(is_print(target) || *target == NONE) {
            return None;
        }
        Some(Self {
            locale: (*locale).to_owned(),
            id: (*id).into(),
            source: source.to_ascii_lowercase().into(),
            target: (*target != NONE).then(|| target.to_ascii_lowercase().into()),
            variant: optional(variant)?,
            document: optional(document)?.map(Into::into),
        })
    }

    /// The ticket of a unit that has it in these places. Two that do not say the same are an error: nobody knows which text
    /// it is.
    pub fn of_places<'t>(places: impl IntoIterator<Item = &'t str>) -> Result<Option<Self>, String> {
        let mut found: Option<Self> = None;
        for ticket in places.into_iter().filter_map(Self::read) {
            match &found {
                Some(first) if *first != ticket => {
                    return Err(format!(
                        "the unit says of itself that it is `{}` and that it is `{}`",
                        first.id, ticket.id
                    ));
                }
                _ => found = Some(ticket),
            }
        }
        Ok(found)
    }

    /// Whether a text is what was sent out in the place of the translation.
    pub fn is_unchanged(&self, target: Option<&str>) -> bool {
        self.target == target.map(fingerprint)
    }

    /// The message, with the variant, as reports name it.
    pub fn name(&self) -> String {
        // A wording with terms has one variant, without a condition.
        match self.variant.as_ref().filter(|variant| !variant.is_empty()) {
            Some(variant) => format!("{} [{variant}]", self.id),
            None => self.id.to_string(),
        }
    }
}

impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let optional = |field: Option<&str>| field.map_or_else(|| NONE.to_owned(), encoded);
        let (variant, document) = (optional(self.variant.as_deref()), optional(self.document.as_deref()));
        let target = self.target.as_deref().unwrap_or(NONE);
        write!(f, "{MARK}:{}:{}:{}:{target}:{variant}:{document}", self.locale, self.id, self.source)
    }
}

/// A field without what tools take for more than a word: everything but letters, digits and a few marks as `%` and two digits.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'_');
    let byte = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(byte).collect()
}

fn decoded(field: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first != b'%' {
            bytes.push(*first);
            rest = after;
            continue;
        }
        let digits = std::str::from_utf8(after.get(..2)?).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = &after[2..];
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticket() -> Ticket {
        Ticket {
            locale: "fr-FR".into(),
            id: "find-the-app".into(),
            source: fingerprint("Find the app"),
            target: Some(fingerprint("Trouver")),
            variant: Some("one other-1.5".into()),
            document: Some("a b/é:1.md".into()),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let bare = Ticket { target: None, variant: None, document: None, ..ticket() };
        for ticket in [ticket(), bare] {
            let text = ticket.to_string();
            assert!(!text.contains(|c: char| c.is_whitespace() || !c.is_ascii()), "{text}");
            assert_eq!(Ticket::read(&format!(" {text}\n")), Some(ticket));
        }
        for bad in ["", "handback", "handback:fr:a:b:c:-:-", "x:fr:a:0123456789abcdef:-:-:-"] {
            assert_eq!(Ticket::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn one_of_two_places_is_enough_and_two_must_agree() {
        let (one, other) = (ticket().to_string(), Ticket { id: "other".into(), ..ticket() }.to_string());
        assert_eq!(Ticket::of_places(["dropped", &one]), Ok(Some(ticket())));
        assert_eq!(Ticket::of_places(["", "x"]), Ok(None));
        assert!(Ticket::of_places([one.as_str(), &other]).unwrap_err().contains("`other`"));
    }
}
