//! The codes of what may be wrong with a wording.

/// The kind of a problem. The names are stable: configurations, states and reports of other tools hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// There is no text.
    Empty,
    /// Characters that no text has: something went wrong with its encoding.
    Garbled,
    /// Links, emphasis, HTML, footnotes or line breaks are not those of the English.
    Markup,
    /// A link or an image leads elsewhere.
    LinkTarget,
    /// Code is not that of the English.
    Code,
    /// A construct of the site generator (`:::`, `{{< … >}}`, `{% … %}`) is not that of the English.
    Construct,
    /// Marks of emphasis that CommonMark does not read as such: readers see the asterisks.
    LiteralEmphasis,
    /// A variable of the English is missing.
    MissingVariable,
    /// A variable that the English does not have.
    UnknownPlaceable,
    /// A number, a date or a unit of measure differs.
    Number,
    /// An address differs.
    Address,
    /// An identifier, a file name or a version differs.
    Identifier,
    /// The name of an application or a developer is altered.
    AlteredName,
    /// The glossary of the locale is not followed.
    Glossary,
    /// It is the English.
    Untranslated,
    /// Some of the English was left.
    PartlyUntranslated,
    /// It is in another language.
    WrongLanguage,
    /// It denies what the English does not, or the reverse.
    Negation,
    /// Blanks too many, too few, or in the wrong place.
    Spaces,
    /// A word stands twice.
    DoubledWord,
    /// The mark at the end is not that of the English.
    EndPunctuation,
    /// A bracket has no partner.
    Brackets,
    /// A quotation mark has no partner.
    Quotes,
    /// It is not written as the locale writes.
    Typography,
    /// It is too long.
    Length,
    /// A selector lacks a plural category of the locale.
    PluralCategories,
    /// A rule of the house (`patterns` in the configuration) is not kept.
    Pattern,
}

impl Kind {
    /// All kinds, in the order in which they are looked for.
    pub const ALL: [Self; 27] = [
        Self::Empty,
        Self::Garbled,
        Self::Markup,
        Self::LinkTarget,
        Self::Code,
        Self::Construct,
        Self::LiteralEmphasis,
        Self::MissingVariable,
        Self::UnknownPlaceable,
        Self::Number,
        Self::Address,
        Self::Identifier,
        Self::AlteredName,
        Self::Glossary,
        Self::Untranslated,
        Self::PartlyUntranslated,
        Self::WrongLanguage,
        Self::Negation,
        Self::Spaces,
        Self::DoubledWord,
        Self::EndPunctuation,
        Self::Brackets,
        Self::Quotes,
        Self::Typography,
        Self::Length,
        Self::PluralCategories,
        Self::Pattern,
    ];

    /// The name in reports and configurations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Garbled => "garbled",
            Self::Markup => "markup",
            Self::LinkTarget => "link-target",
            Self::Code => "code",
            Self::Construct => "construct",
            Self::LiteralEmphasis => "literal-emphasis",
            Self::MissingVariable => "missing-variable",
            Self::UnknownPlaceable => "unknown-placeable",
            Self::Number => "number",
            Self::Address => "address",
            Self::Identifier => "identifier",
            Self::AlteredName => "altered-name",
            Self::Glossary => "glossary",
            Self::Untranslated => "untranslated",
            Self::PartlyUntranslated => "partly-untranslated",
            Self::WrongLanguage => "wrong-language",
            Self::Negation => "negation",
            Self::Spaces => "spaces",
            Self::DoubledWord => "doubled-word",
            Self::EndPunctuation => "end-punctuation",
            Self::Brackets => "brackets",
            Self::Quotes => "quotes",
            Self::Typography => "typography",
            Self::Length => "length",
            Self::PluralCategories => "plural-categories",
            Self::Pattern => "pattern",
        }
    }

    /// Whether it is about how a language is written: nothing to say of a text that is in none.
    pub fn is_about_language(self) -> bool {
        matches!(
            self,
            Self::Untranslated
                | Self::PartlyUntranslated
                | Self::WrongLanguage
                | Self::Negation
                | Self::Spaces
                | Self::DoubledWord
                | Self::EndPunctuation
                | Self::Brackets
                | Self::Quotes
                | Self::Typography
                | Self::Length
                | Self::Number
        )
    }

    /// Whether a text with such a flaw must not be taken from a machine: it would break the page, or say something else.
    pub fn is_refused(self) -> bool {
        matches!(
            self,
            Self::Empty
                | Self::Garbled
                | Self::Markup
                | Self::LinkTarget
                | Self::Code
                | Self::Construct
                | Self::LiteralEmphasis
                | Self::MissingVariable
                | Self::UnknownPlaceable
        )
    }
}
