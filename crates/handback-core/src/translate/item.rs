//! The words that protection, markup and verification share.

use std::fmt;

/// The form in which protected pieces are handed to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// HTML: `<span translate="no" id="0">code</span>`, `<a id="1">link text</a>`. Text is escaped.
    Html(Shield),
    /// XML: `<x id="0">code</x>`, which is to be left alone, and `<g id="1">link text</g>`. Text is escaped.
    Xml,
    /// Plain words: `XPH0X` for a piece, `XPO1X link text XPC1X` for what stands around text. No escapes.
    Tokens,
}

/// How HTML marks what must not be translated. Services bill these characters too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shield {
    /// `translate="no"`, as HTML has it.
    Attribute,
    /// `class="notranslate"`.
    Class,
}

/// An item of a protected text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    Text(String),
    /// A kept part, by number.
    Keep(usize),
    /// What stands before the text of a pair, by number; pairs and kept parts are numbered together.
    Open(usize),
    Close(usize),
}

/// Why a machine's translation cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A kept part is missing.
    Lost(String),
    /// A kept part stands there twice.
    Doubled(String),
    /// Markup that the English does not have.
    Injected,
    /// Markup that does not nest.
    Unbalanced,
    /// Links, emphasis or code are not those of the English.
    Markup(String),
    Empty,
    TooLong,
    TooShort,
    /// It is the English.
    Unchanged,
    /// A number is missing, or another one: it, or the one that is there.
    Number(String),
    /// Words before the translation, which are not of the text.
    Preamble(String),
    /// Characters that no text has: something went wrong with its encoding.
    Garbled,
    /// A person rejected this very text.
    Rejected,
    /// Little of the English changed, and most of the translation.
    Reworded,
    /// The text holds what the service's form uses for kept parts.
    Ambiguous,
    /// The service refused the text, or answered with nothing usable.
    Refused(String),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost(part) => write!(f, "the machine lost `{part}`"),
            Self::Doubled(part) => write!(f, "the machine wrote `{part}` more than once"),
            Self::Injected => f.write_str("the machine added markup that the English does not have"),
            Self::Unbalanced => f.write_str("the machine broke the markup: it does not nest"),
            Self::Markup(part) => write!(f, "the markup is not that of the English: see `{part}`"),
            Self::Empty => f.write_str("the machine gave back nothing"),
            Self::TooLong => f.write_str("the machine's text is far too long for its English"),
            Self::TooShort => f.write_str("the machine's text is far too short for its English"),
            Self::Unchanged => f.write_str("the machine gave back the English"),
            Self::Number(number) => write!(f, "a number is not that of the English: see {number}"),
            Self::Preamble(words) => write!(f, "the machine wrote `{}` before its translation", words.trim()),
            Self::Garbled => f.write_str("the machine's text holds characters that no text has: is it UTF-8?"),
            Self::Reworded => f.write_str("the machine worded the text again although little of its English changed"),
            Self::Rejected => f.write_str("the machine offered again what a person had rejected"),
            Self::Ambiguous => f.write_str("the text holds what the service's form uses for kept parts (XPH0X)"),
            Self::Refused(why) => f.write_str(why),
        }
    }
}
