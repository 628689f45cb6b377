//! Codes of findings, as the configuration and reports name them.

use std::fmt;

use handback_core::judge::Kind;
use handback_core::text::nearest::did_you_mean;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of a finding. The names are stable: configurations and reports of other tools hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The English changed since the translation was made.
    Stale,
    /// There is no translation.
    Missing,
    /// A locale lacks translations, or does not reach its thresholds.
    LocaleIncomplete,
    /// The reference in the resources is not what the sources say.
    ObsoleteReference,
    /// A place in a resource is not valid Fluent.
    Junk,
    /// A message stands twice in a resource.
    DuplicateId,
    /// A translation refers to a term, message, variable or function that there is not.
    UnknownPlaceable,
    /// A translation lacks a variable of the English.
    MissingVariable,
    /// A translation cannot be formatted.
    UnusableTranslation,
    /// A localized page is not what handback wrote.
    HandEditedOutput,
    /// A localized page is not what it would be after a sync.
    OutputOutOfDate,
    /// The state names a message that the resource does not hold.
    StateWithoutMessage,
    /// The state does not know of an edit of the resource, or is otherwise behind.
    StateOutOfDate,
    /// The resource holds a message that no document has.
    UnknownMessage,
    /// Documents have no page in a locale, because too little of them is translated.
    Unpublished,
    /// The source of a localized page is gone, or nothing of it is translated.
    OrphanedOutput,
    // What the judge of translations finds; see `handback_core::judge::Kind`.
    /// A translation is empty.
    Empty,
    /// A translation holds characters that no text has.
    Garbled,
    /// Links, emphasis, HTML or line breaks are not those of the English.
    Markup,
    /// A link or an image leads elsewhere.
    LinkTarget,
    /// Code is not that of the English.
    #[serde(rename = "code")]
    CodeSpan,
    /// A construct of the site generator is not that of the English.
    Construct,
    /// Marks of emphasis that Markdown does not read as such.
    LiteralEmphasis,
    /// A number, a date or a unit differs.
    Number,
    /// An address differs.
    Address,
    /// An identifier, a file name or a version differs.
    Identifier,
    /// A translation is the English.
    Untranslated,
    /// Some of the English was left.
    PartlyUntranslated,
    /// A translation is in another language.
    WrongLanguage,
    /// A translation denies what its English does not, or the reverse.
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
    /// A translation is not written as its locale writes.
    Typography,
    /// A translation is too long or too short.
    Length,
    /// A selector lacks a plural category of the locale.
    PluralCategories,
    /// A rule of the house is not kept.
    Pattern,
    /// A translation does not follow the glossary of its locale.
    Glossary,
    /// A translation alters the name of an application or a developer.
    AlteredName,
    /// A current translation that no person has approved.
    Machine,
    /// A current translation of which it is not known whether a person or a machine made it.
    UnknownAuthor,
    /// A current translation of which it is not known what English it was made from.
    Unproven,
    /// A translation that was kept although its English changed a little.
    Carried,
    /// A page has a block that its English does not have, or has in another form.
    OwnText,
    /// Two people worded a translation differently, in branches that were merged.
    OpenDecision,
    /// A link leads to a page or file that is not there.
    BrokenLink,
    /// A link names an anchor that its page does not give.
    BrokenAnchor,
    /// An image that pages show is not there.
    MissingImage,
    /// An address names another locale than that of its page.
    ForeignLocaleLink,
    /// Files that localized pages name lie only beside the sources.
    FilesElsewhere,
    /// The same English is worded differently.
    Inconsistent,
    /// One translation stands for different English texts.
    ReusedTranslation,
    /// A value that a message selects by has no variant.
    MissingVariant,
    /// A variant that nothing selects.
    UnusedVariant,
    /// A term is defined twice.
    ShadowedTerm,
    /// A term that no translation uses.
    UnusedTerm,
    /// A variable that no document has a value for.
    UnusedVariable,
}

impl Code {
    fn description(self) -> &'static Description {
        DESCRIPTIONS.iter().find(|description| description.code == self).expect("every code is described")
    }

    pub fn all() -> impl Iterator<Item = Self> {
        DESCRIPTIONS.iter().map(|description| description.code)
    }

    /// Whether it is about a text of a document, and so is found where that text is.
    pub fn is_about_a_text(self) -> bool {
        use Code::{Carried, Machine, Missing, OpenDecision, OwnText, Stale, UnknownAuthor, Unproven};
        matches!(self, Stale | Missing | Machine | UnknownAuthor | Unproven | Carried | OwnText | OpenDecision)
    }

    /// Whether it says how far a text is from its English, as a diff shows it.
    pub fn is_drift(self) -> bool {
        matches!(self, Self::Stale | Self::Missing | Self::Carried)
    }

    /// Whether findings of it are looked for and kept for the next run, also where nobody asked for them: then they are not shown.
    pub fn is_kept(self) -> bool {
        self.default_level().is_some() || self.is_drift()
    }

    /// Whether it is about how a translation is worded.
    pub fn is_about_a_wording(self) -> bool {
        let by_itself = Kind::ALL.iter().any(|kind| Self::from(*kind) == self);
        by_itself || self.is_about_consistency() || self.is_about_selectors()
    }

    /// Whether it is about the selectors of a message in all places where it stands.
    pub fn is_about_selectors(self) -> bool {
        matches!(self, Self::MissingVariant | Self::UnusedVariant)
    }

    /// Whether it is about a translation beside others.
    pub fn is_about_consistency(self) -> bool {
        matches!(self, Self::Inconsistent | Self::ReusedTranslation)
    }

    /// Whether it is about where a page points.
    pub fn is_about_a_link(self) -> bool {
        matches!(self, Self::BrokenLink | Self::BrokenAnchor | Self::MissingImage | Self::ForeignLocaleLink)
    }

    /// The name in reports and configurations.
    pub fn name(self) -> &'static str {
        self.description().name
    }

    /// What it means, in a few words.
    pub fn title(self) -> &'static str {
        self.description().title
    }

    /// How much it weighs by default; `None`: it is looked for only if it is asked for.
    pub fn default_level(self) -> Option<Level> {
        self.description().level
    }

    /// The code with this name, or an error that names the nearest.
    pub fn parse(name: &str) -> Result<Self, String> {
        let found = DESCRIPTIONS.iter().find(|description| description.name == name.trim());
        found.map(|description| description.code).ok_or_else(|| {
            let known: Vec<&str> = DESCRIPTIONS.iter().map(|known| known.name).collect();
            let hint = did_you_mean(name, known.iter().copied());
            format!("unknown finding `{name}`{hint} (known: {})", known.join(", "))
        })
    }
}

impl From<Kind> for Code {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Empty => Self::Empty,
            Kind::Garbled => Self::Garbled,
            Kind::Markup => Self::Markup,
            Kind::LinkTarget => Self::LinkTarget,
            Kind::Code => Self::CodeSpan,
            Kind::Construct => Self::Construct,
            Kind::LiteralEmphasis => Self::LiteralEmphasis,
            Kind::MissingVariable => Self::MissingVariable,
            Kind::UnknownPlaceable => Self::UnknownPlaceable,
            Kind::Number => Self::Number,
            Kind::Address => Self::Address,
            Kind::Identifier => Self::Identifier,
            Kind::AlteredName => Self::AlteredName,
            Kind::Glossary => Self::Glossary,
            Kind::Untranslated => Self::Untranslated,
            Kind::PartlyUntranslated => Self::PartlyUntranslated,
            Kind::WrongLanguage => Self::WrongLanguage,
            Kind::Negation => Self::Negation,
            Kind::Spaces => Self::Spaces,
            Kind::DoubledWord => Self::DoubledWord,
            Kind::EndPunctuation => Self::EndPunctuation,
            Kind::Brackets => Self::Brackets,
            Kind::Quotes => Self::Quotes,
            Kind::Typography => Self::Typography,
            Kind::Length => Self::Length,
            Kind::PluralCategories => Self::PluralCategories,
            Kind::Pattern => Self::Pattern,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// Everything there is to know of a code.
struct Description {
    code: Code,
    name: &'static str,
    /// How much it weighs unless the user says otherwise; `None`: looked for on demand only.
    level: Option<Level>,
    title: &'static str,
}

const DESCRIPTIONS: &[Description] = &[
    Description::new(Code::Stale, "stale", Some(Level::Error), "The English changed since the translation was made"),
    Description::new(Code::Missing, "missing", Some(Level::Error), "A text has no translation"),
    Description::new(Code::LocaleIncomplete, "locale-incomplete", Some(Level::Error), "A locale is incomplete"),
    Description::new(
        Code::ObsoleteReference,
        "obsolete-reference",
        Some(Level::Error),
        "The reference is behind the sources",
    ),
    Description::new(Code::Junk, "junk", Some(Level::Error), "A resource is not valid Fluent"),
    Description::new(Code::DuplicateId, "duplicate-id", Some(Level::Error), "A message stands twice"),
    Description::new(
        Code::UnknownPlaceable,
        "unknown-placeable",
        Some(Level::Error),
        "A translation refers to nothing",
    ),
    Description::new(Code::MissingVariable, "missing-variable", Some(Level::Error), "A translation lacks a variable"),
    Description::new(
        Code::UnusableTranslation,
        "unusable-translation",
        Some(Level::Error),
        "A translation cannot be used",
    ),
    Description::new(
        Code::HandEditedOutput,
        "hand-edited-output",
        Some(Level::Error),
        "A localized page was edited by hand",
    ),
    Description::new(
        Code::OutputOutOfDate,
        "output-out-of-date",
        Some(Level::Error),
        "A localized page is out of date",
    ),
    Description::new(
        Code::StateWithoutMessage,
        "state-without-message",
        Some(Level::Error),
        "The state names a message that is gone",
    ),
    Description::new(Code::StateOutOfDate, "state-out-of-date", Some(Level::Error), "The state is behind its resource"),
    Description::new(
        Code::UnknownMessage,
        "unknown-message",
        Some(Level::Warning),
        "A resource holds a message that no document has",
    ),
    Description::new(Code::Unpublished, "unpublished", Some(Level::Note), "Documents have no page in a locale"),
    Description::new(
        Code::OrphanedOutput,
        "orphaned-output",
        Some(Level::Warning),
        "No document has a localized page any more",
    ),
    Description::new(Code::Empty, "empty", Some(Level::Warning), "A translation is empty"),
    Description::new(Code::Garbled, "garbled", Some(Level::Warning), "A translation holds characters that no text has"),
    Description::new(
        Code::Markup,
        "markup",
        Some(Level::Warning),
        "Links, emphasis, HTML or line breaks are not those of the English",
    ),
    Description::new(Code::LinkTarget, "link-target", Some(Level::Warning), "A link or an image leads elsewhere"),
    Description::new(Code::CodeSpan, "code", Some(Level::Warning), "Code is not that of the English"),
    Description::new(
        Code::Construct,
        "construct",
        Some(Level::Warning),
        "A construct of the site generator is not that of the English",
    ),
    Description::new(
        Code::LiteralEmphasis,
        "literal-emphasis",
        Some(Level::Warning),
        "Marks of emphasis that Markdown does not read as such",
    ),
    Description::new(Code::Number, "number", Some(Level::Warning), "A number, a date or a unit differs"),
    Description::new(Code::Address, "address", Some(Level::Warning), "An address differs"),
    Description::new(
        Code::Identifier,
        "identifier",
        Some(Level::Warning),
        "An identifier, a file name or a version differs",
    ),
    Description::new(Code::Untranslated, "untranslated", Some(Level::Warning), "A translation is the English"),
    Description::new(
        Code::PartlyUntranslated,
        "partly-untranslated",
        Some(Level::Warning),
        "Some of the English was left",
    ),
    Description::new(
        Code::WrongLanguage,
        "wrong-language",
        Some(Level::Warning),
        "A translation is in another language",
    ),
    Description::new(
        Code::Negation,
        "negation",
        Some(Level::Warning),
        "A translation denies what its English does not, or the reverse",
    ),
    Description::new(Code::Spaces, "spaces", Some(Level::Warning), "Blanks too many, too few, or in the wrong place"),
    Description::new(Code::DoubledWord, "doubled-word", Some(Level::Warning), "A word stands twice"),
    Description::new(
        Code::EndPunctuation,
        "end-punctuation",
        Some(Level::Warning),
        "The mark at the end is not that of the English",
    ),
    Description::new(Code::Brackets, "brackets", Some(Level::Warning), "A bracket has no partner"),
    Description::new(Code::Quotes, "quotes", Some(Level::Warning), "A quotation mark has no partner"),
    Description::new(
        Code::Typography,
        "typography",
        Some(Level::Warning),
        "A translation is not written as its locale writes",
    ),
    Description::new(Code::Length, "length", Some(Level::Warning), "A translation is too long or too short"),
    Description::new(
        Code::PluralCategories,
        "plural-categories",
        Some(Level::Warning),
        "A selector lacks a plural category of the locale",
    ),
    Description::new(Code::Pattern, "pattern", Some(Level::Warning), "A rule of the house is not kept"),
    Description::new(Code::Glossary, "glossary", Some(Level::Warning), "A translation does not follow the glossary"),
    Description::new(Code::AlteredName, "altered-name", Some(Level::Warning), "A translation alters a name"),
    Description::new(Code::Machine, "machine", None, "A machine translation that nobody has approved"),
    Description::new(
        Code::UnknownAuthor,
        "unknown-author",
        Some(Level::Warning),
        "It is not known whether a person or a machine made a translation",
    ),
    Description::new(Code::Unproven, "unproven", None, "It is not known what English a translation was made from"),
    Description::new(Code::Carried, "carried", None, "A translation was kept although its English changed a little"),
    Description::new(
        Code::OwnText,
        "own-text",
        None,
        "A page has a block of its own, beyond its English or instead of it",
    ),
    Description::new(
        Code::OpenDecision,
        "open-decision",
        Some(Level::Warning),
        "Two people worded a translation differently",
    ),
    Description::new(Code::BrokenLink, "broken-link", Some(Level::Warning), "A link leads to nothing"),
    Description::new(
        Code::BrokenAnchor,
        "broken-anchor",
        Some(Level::Warning),
        "A link names an anchor that is not there",
    ),
    Description::new(Code::MissingImage, "missing-image", Some(Level::Warning), "An image is not there"),
    Description::new(
        Code::ForeignLocaleLink,
        "foreign-locale-link",
        Some(Level::Warning),
        "A link names another locale",
    ),
    Description::new(
        Code::FilesElsewhere,
        "files-elsewhere",
        None,
        "Files that localized pages name lie only beside the sources",
    ),
    Description::new(
        Code::Inconsistent,
        "inconsistent",
        Some(Level::Warning),
        "The same English is worded differently",
    ),
    Description::new(
        Code::ReusedTranslation,
        "reused-translation",
        None,
        "One translation stands for different English texts",
    ),
    Description::new(
        Code::MissingVariant,
        "missing-variant",
        Some(Level::Warning),
        "A value that a message selects by has no variant",
    ),
    Description::new(Code::UnusedVariant, "unused-variant", Some(Level::Warning), "Nothing selects a variant"),
    Description::new(Code::ShadowedTerm, "shadowed-term", Some(Level::Warning), "A term is defined twice"),
    Description::new(Code::UnusedTerm, "unused-term", None, "No translation uses a term"),
    Description::new(
        Code::UnusedVariable,
        "unused-variable",
        Some(Level::Warning),
        "No document has a value for a variable",
    ),
];

impl Description {
    const fn new(code: Code, name: &'static str, level: Option<Level>, title: &'static str) -> Self {
        Self { code, name, level, title }
    }
}

/// How much a finding weighs; later is heavier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Note,
    Warning,
    /// The check fails.
    Error,
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
