//! Bands of leverage: how much of a text was translated before, as buyers and sellers of translations count it.

use serde::Serialize;

/// A band of leverage. The order is that of reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Band {
    /// Nothing is to be done: it has a translation of today's English, a person's, or its English changed in looks only.
    #[serde(rename = "current")]
    Current,
    /// Nobody translates it: an address, a number, an identifier.
    #[serde(rename = "not-translatable")]
    NotTranslatable,
    /// A further place of a text that is counted above.
    #[serde(rename = "repeated")]
    Repeated,
    /// The memory has it, between the same texts.
    #[serde(rename = "context")]
    Context,
    /// The memory has it.
    #[serde(rename = "100")]
    Exact,
    #[serde(rename = "95-99")]
    From95,
    #[serde(rename = "85-94")]
    From85,
    #[serde(rename = "75-84")]
    From75,
    #[serde(rename = "50-74")]
    From50,
    /// Nothing similar was translated.
    #[serde(rename = "new")]
    New,
    /// A machine translated it, and a person is to read and edit that.
    #[serde(rename = "draft")]
    Draft,
}

impl Band {
    pub const ALL: [Self; 11] = [
        Self::Current,
        Self::NotTranslatable,
        Self::Repeated,
        Self::Context,
        Self::Exact,
        Self::From95,
        Self::From85,
        Self::From75,
        Self::From50,
        Self::New,
        Self::Draft,
    ];

    /// The band of a text whose most similar one is so similar, from 0 to 1. Equal texts are no similar ones.
    pub fn of_similarity(similarity: f64) -> Self {
        match super::whole_percent(similarity) {
            95.. => Self::From95,
            85.. => Self::From85,
            75.. => Self::From75,
            50.. => Self::From50,
            _ => Self::New,
        }
    }

    /// As the configuration and reports name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::NotTranslatable => "not-translatable",
            Self::Repeated => "repeated",
            Self::Context => "context",
            Self::Exact => "100",
            Self::From95 => "95-99",
            Self::From85 => "85-94",
            Self::From75 => "75-84",
            Self::From50 => "50-74",
            Self::New => "new",
            Self::Draft => "draft",
        }
    }

    /// As tables of buyers name it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Current => "Translated",
            Self::NotTranslatable => "Not translatable",
            Self::Repeated => "Repetitions",
            Self::Context => "Context match",
            Self::Exact => "100%",
            Self::From95 => "95% - 99%",
            Self::From85 => "85% - 94%",
            Self::From75 => "75% - 84%",
            Self::From50 => "50% - 74%",
            Self::New => "No match",
            Self::Draft => "Machine translation",
        }
    }

    /// Whether somebody has to work on it, and may be paid for that.
    pub fn is_work(self) -> bool {
        !matches!(self, Self::Current | Self::NotTranslatable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_similarity_is_in_one_band() {
        let of = |percent: f64| Band::of_similarity(percent / 100.0).name();
        let bands = [49.9, 50.0, 74.9, 75.0, 84.99, 85.0, 94.9, 95.0, 99.99].map(of);
        assert_eq!(bands, ["new", "50-74", "50-74", "75-84", "75-84", "85-94", "85-94", "95-99", "95-99"]);
        assert!(Band::ALL.is_sorted());
    }
}
