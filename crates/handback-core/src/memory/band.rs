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
    /// The memory has nothing like it, but a text that is to be translated before it in the same job is so similar.
    #[serde(rename = "internal-95-99")]
    Internal95,
    #[serde(rename = "internal-85-94")]
    Internal85,
    #[serde(rename = "internal-75-84")]
    Internal75,
    #[serde(rename = "internal-50-74")]
    Internal50,
    /// Nothing similar was translated, or is to be translated before it.
    #[serde(rename = "new")]
    New,
    /// A machine translated it, and a person is to read and edit that.
    #[serde(rename = "draft")]
    Draft,
}

impl Band {
    pub const ALL: [Self; 15] = [
        Self::Current,
        Self::NotTranslatable,
        Self::Repeated,
        Self::Context,
        Self::Exact,
        Self::From95,
        Self::From85,
        Self::From75,
        Self::From50,
        Self::Internal95,
        Self::Internal85,
        Self::Internal75,
        Self::Internal50,
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

    /// The same of a text whose most similar one is in the same job; equal ones are repetitions.
    pub fn within_job(similarity: f64) -> Self {
        if similarity >= 1.0 {
            return Self::Repeated;
        }
        match Self::of_similarity(similarity) {
            Self::From95 => Self::Internal95,
            Self::From85 => Self::Internal85,
            Self::From75 => Self::Internal75,
            Self::From50 => Self::Internal50,
            other => other,
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
            Self::Internal95 => "internal-95-99",
            Self::Internal85 => "internal-85-94",
            Self::Internal75 => "internal-75-84",
            Self::Internal50 => "internal-50-74",
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
            Self::Internal95 => "Internal 95% - 99%",
            Self::Internal85 => "Internal 85% - 94%",
            Self::Internal75 => "Internal 75% - 84%",
            Self::Internal50 => "Internal 50% - 74%",
            Self::New => "No match",
            Self::Draft => "Machine translation",
        }
    }

    /// Whether it is like a new text of the same job, and like none that was translated.
    pub fn is_internal(self) -> bool {
        (Self::Internal95..=Self::Internal50).contains(&self)
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
        let within = |percent: f64| Band::within_job(percent / 100.0).name();
        let bands = [49.9, 50.0, 95.0, 99.99, 100.0].map(within);
        assert_eq!(bands, ["new", "internal-50-74", "internal-95-99", "internal-95-99", "repeated"]);
    }
}
