//! What a language model should know of a text besides its words.
//!
//! Hints are data for a person's kind of judgment; services that translate sentence by sentence never see them.

use handback_core::text::words::percent_changed;
use serde::Serialize;

/// Hints for one text. What is not known is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Hints {
    /// Document, section, row and kind.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What the author tells translators.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Neighbor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Neighbor>,
    /// The translation before the English changed: it is to be edited, not made again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Previous>,
    /// Translations of similar texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub similar: Vec<Neighbor>,
    /// Wordings that were refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<String>,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Neighbor {
    pub english: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<String>,
}

/// What there was before the English changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Previous {
    /// The English of then, in the form of the text.
    pub english: String,
    /// From that to today's: `[-old-]`, `{+new+}`.
    pub change: String,
    /// The translation in the form that the text has for the service.
    pub translation: String,
    /// The English of then and of today, and the translation, as they stand in the catalog: what is measured.
    #[serde(skip)]
    pub then: String,
    #[serde(skip)]
    pub today: String,
    #[serde(skip)]
    pub wording: String,
}

/// Beyond what changed in the English, so many percent of the words of a translation may change: other languages inflect.
const LEEWAY: u8 = 15;

impl Previous {
    /// Whether a new translation changed words that the change of the English gives no reason for.
    pub fn is_reworded(&self, translation: &str) -> bool {
        let needed = percent_changed(&self.then, &self.today).saturating_mul(2).saturating_add(LEEWAY);
        percent_changed(&self.wording, translation) > needed
    }
}

impl Hints {
    /// How many characters they add to a request.
    pub fn characters(&self) -> usize {
        serde_json::to_string(self).map_or(0, |json| json.chars().count())
    }

    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_of_the_english_is_no_reason_for_another_text() {
        let previous = Previous {
            english: String::new(),
            then: "The app keeps your data for 30 days after the contract has ended.".into(),
            change: String::new(),
            translation: String::new(),
            today: "The app keeps your data for 90 days after the contract has ended.".into(),
            wording: "L’application conserve vos données pendant 30 jours après la fin du contrat.".into(),
        };
        let edited = "L’application conserve vos données pendant 90 jours après la fin du contrat.";
        assert!(!previous.is_reworded(edited));
        assert!(!previous.is_reworded(&edited.replace("après la fin", "suivant la fin")), "one word more");
        assert!(previous.is_reworded("Une fois le contrat terminé, l’appli garde tes données 90 jours durant."));
        let other = Previous { today: "Nothing is kept.".into(), ..previous };
        assert!(!other.is_reworded("Rien n’est conservé."), "all of it changed");
    }

    #[test]
    fn hints_are_what_is_known() {
        let hints = Hints { place: "a.md (cell)".into(), avoid: vec!["b".into()], ..Hints::default() };
        assert_eq!(serde_json::to_string(&hints).unwrap(), r#"{"place":"a.md (cell)","avoid":["b"]}"#);
        assert_eq!(hints.characters(), 37);
        assert!(Hints::default().is_empty() && !hints.is_empty());
    }
}
