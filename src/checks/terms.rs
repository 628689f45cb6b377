//! What a translation does to terms: those of the glossary, and names that documents have as variables.

use handback_core::text::terms::{Term, occurrences};
use handback_core::translate::glossary::{Breach, Glossary, breaches};

use crate::settings::code::Code;

/// Something that a translation does to a term: code, what is wrong, what to do.
pub type Breached = (Code, String, String);

/// Compares a translation with the glossary of its locale, and with the names that stand in its English.
pub fn check(glossary: Option<&Glossary>, names: &[Term], english: &str, translation: &str) -> Vec<Breached> {
    let breaches = glossary.map_or_else(Vec::new, |glossary| breaches(glossary, english, translation));
    let mut found: Vec<Breached> = breaches.iter().map(|breach| against_glossary(breach)).collect();
    let altered = |term: &&Term| occurrences(translation, term).len() < occurrences(english, term).len();
    found.extend(names.iter().filter(altered).map(|name| {
        let message = format!("the translation alters the name `{}`", name.text);
        let fix = format!("write `{}` as the English does", name.text);
        (Code::AlteredName, message, fix)
    }));
    found
}

fn against_glossary(breach: &Breach<'_>) -> Breached {
    let (message, fix) = match breach {
        Breach::Lacks(entry) => {
            let wanted = entry.translation.as_deref().unwrap_or_default();
            (format!("`{}` is not translated as `{wanted}`", entry.term), format!("write `{wanted}`"))
        }
        Breach::Altered(entry) => {
            let message = format!("`{}` is not to be translated", entry.term);
            (message, format!("write `{}` as the English does", entry.term))
        }
        Breach::Forbidden(entry, wrong) => {
            let instead = entry.translation.as_deref().map_or_else(String::new, |right| format!(", write `{right}`"));
            let message = format!("`{wrong}` is no translation of `{}`", entry.term);
            (message, format!("do not write `{wrong}`{instead}"))
        }
    };
    (Code::Glossary, message, format!("{fix}, or change the glossary"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_and_names_are_looked_at() {
        let yaml = "version: 1\nterms:\n- {term: tenant, translation: locataire, forbidden: [client]}\n";
        let glossary = Glossary::parse(yaml).unwrap();
        let names = [Term { text: "Contoso Spark".into(), case_sensitive: true }];
        let found = |translation: &str| -> Vec<String> {
            let found = check(Some(&glossary), &names, "A tenant of Contoso Spark", translation);
            found.into_iter().map(|(code, message, fix)| format!("{}: {message}; {fix}", code.name())).collect()
        };
        assert!(found("Un locataire de Contoso Spark").is_empty());
        assert_eq!(
            found("Un client de Contoso Étincelle"),
            [
                "glossary: `tenant` is not translated as `locataire`; write `locataire`, or change the glossary",
                "glossary: `client` is no translation of `tenant`; do not write `client`, write `locataire`, or \
                 change the glossary",
                "altered-name: the translation alters the name `Contoso Spark`; write `Contoso Spark` as the English does"
            ]
        );
    }
}
