//! What must not be taken from a machine, or from a memory that others filled: the verdict of the judge as a flaw, and what
//! only machines do.

use super::house::House;
use super::{Context, English, Kind, Language, judge_text};
use crate::translate::inline::Known;
use crate::translate::item::Flaw;
use crate::translate::protect::Protected;

/// Looks at a translation that was put together from what a machine gave back. One with a flaw is never written.
///
/// # Errors
/// The first flaw.
pub fn verify(
    source: &str,
    translation: &str,
    protected: &Protected,
    known: Known<'_>,
    language: &Language,
) -> Result<(), Flaw> {
    if translation.contains(|c: char| matches!(c, '\u{2066}'..='\u{2069}') && !source.contains(c)) {
        return Err(Flaw::Garbled);
    }
    let house = House::default();
    let context = Context { labels: known.labels, constructs: known.constructs(), ..Context::new(language, &house) };
    let findings = judge_text(&English::new(source, context.known()), translation, &context);
    let flaw = findings.into_iter().find_map(|finding| match finding.kind {
        Kind::Empty => Some(Flaw::Empty),
        Kind::Garbled => Some(Flaw::Garbled),
        Kind::Untranslated => Some(Flaw::Unchanged),
        Kind::Number => Some(Flaw::Number(finding.words)),
        // `Contoso.com` may be a name.
        Kind::Address if is_plain_address(&finding.words) => Some(Flaw::Markup(finding.words)),
        kind if kind.is_refused() => Some(Flaw::Markup(finding.words)),
        _ => None,
    });
    flaw.map_or(Ok(()), Err)?;
    let (words, translated) = (protected.words(), Protected::new(translation, known, None).words());
    // What a macro shows may have become one word, which could be a name as well: `"for loop"`, `"for-Schleife"`.
    let is_shown = || {
        let constructs = known.constructs();
        let shows_words =
            |text: &str| constructs.shown(text).iter().any(|shown| text[shown.clone()].contains(char::is_alphabetic));
        constructs.find(translation).into_iter().any(|construct| shows_words(&translation[construct]))
    };
    if !translated.chars().any(char::is_alphanumeric) && !is_shown() {
        return Err(Flaw::Empty);
    }
    let (len, translated_len) = (words.chars().count(), translated.chars().count());
    if translated_len > 3 * len + 40 {
        return Err(Flaw::TooLong);
    }
    if len >= 40 && translated_len < len / 8 {
        return Err(Flaw::TooShort);
    }
    Ok(())
}

fn is_plain_address(words: &str) -> bool {
    words.contains("://") || words.contains('@') || words.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, translation: &str) -> Result<(), Flaw> {
        let known = Known::default();
        let is_japanese = translation.contains(|c| ('\u{3040}'..'\u{30FF}').contains(&c));
        let language = Language::of(if is_japanese { "ja-JP" } else { "fr-FR" });
        verify(source, translation, &Protected::new(source, known, None), known, &language)
    }

    #[test]
    fn what_a_macro_shows_may_become_one_word() {
        let constructs = crate::text::constructs::Constructs::of(crate::text::flavor::Flavor::Mdn);
        let known = Known { constructs: Some(&constructs), ..Known::default() };
        let check = |translation: &str| {
            let source = "{{jsxref(\"Statements/for\", \"for loop\")}}";
            let protected = Protected::new(source, known, None);
            verify(source, translation, &protected, known, &Language::of("fr-FR"))
        };
        assert_eq!(check("{{jsxref(\"Statements/for\", \"boucle for\")}}"), Ok(()));
        assert_eq!(check("{{jsxref(\"Statements/for\", \"boucle\")}}"), Ok(()));
        assert!(check("{{jsxref(\"Statements/for\", \"\")}}").is_err());
    }

    /// What the judge asks of a draft the protection keeps: a machine that changes every word it gets is not refused for the rest.
    #[test]
    fn a_draft_with_every_word_changed_passes() {
        use crate::translate::item::Markup;
        let known = Known::default();
        for source in [
            "Takes a std::<tide_lock, not std::<tide|ms> or </quay now",
            "Set *tideLevel* or **level1** in C:\\Tides\\Log now",
            "** High tide ** is *not* low tide*",
            "*** Low tide:** at the long pier",
            "That **`tide`**can ebb in the *`n`*th place of r*`N`* piers",
            "A tide of 32&deg;F/0&deg;C is a cold one",
        ] {
            let protected = Protected::new(source, known, None);
            // Letters of tokens are capitals.
            let turned =
                |c: char| if c.is_ascii_lowercase() { char::from(b'a' + (c as u8 - b'a' + 7) % 26) } else { c };
            let answer: String = protected.write(Markup::Tokens).chars().map(turned).collect();
            let draft = protected.restore(&answer, Markup::Tokens).unwrap();
            assert_ne!(draft, source);
            assert_eq!(verify(source, &draft, &protected, known, &Language::of("fr-FR")), Ok(()), "{source}: {draft}");
            let english = English::new(source, known);
            let (house, language) = (House::default(), Language::of("fr-FR"));
            let findings = judge_text(&english, &draft, &Context::new(&language, &house));
            assert!(findings.iter().all(|finding| finding.kind != Kind::Identifier), "{source}: {draft}");
        }
    }

    #[test]
    fn good_translations_pass() {
        for (source, translation) in [
            ("See [the docs](x.md) first.", "Voir d’abord [la documentation](x.md)."),
            ("Kept for 1,000 days or 30.5 hours", "Conservé 1 000 jours ou 30,5 heures"),
            ("Type", "Type"),
            ("Contoso Vault", "Contoso Vault"),
            ("Fabrikam s.r.o.", "Fabrikam s.r.o."),
            ("northwind GmbH", "northwind GmbH"),
            ("Northwind Traders spol. s r.o.", "Northwind Traders spol. s r.o."),
            ("contoso.io Corporation", "contoso.io Corporation"),
            ("iContoso Pro Office 365", "iContoso Pro Office 365"),
            ("Fabrikam Digital Machines Private Ltd.", "Fabrikam Digital Machines Private Ltd."),
            ("On 12/09/2021", "Le 09/12/2021"),
            ("Needs **User.Read** rights", "Exige les droits **User.Read**"),
            ("Contact information", "Informations de contact"),
            ("Does it store data?", "データを保存しますか?"),
            ("Very _important_ words", "*重要*な言葉"),
            ("Press <kbd>Ctrl</kbd> first", "Drücken Sie zuerst <kbd>Strg</kbd>"),
            ("a **bold** word", "**太字** の言葉"),
            ("See https://contoso.com/a, or write to a@b.com", "https://contoso.com/a。または a@b.com。"),
        ] {
            assert_eq!(check(source, translation), Ok(()), "{source}");
        }
    }

    #[test]
    fn flaws_are_found() {
        let flaw = |source: &str, translation: &str| check(source, translation).unwrap_err();
        assert!(matches!(flaw("plain text", "texte <script>alert(1)</script>"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un **texte** simple"), Flaw::Markup(_)));
        for broken in ["texte <!-- x", "texte <a href=x", "<div texte", "<? texte", "<script texte"] {
            assert!(matches!(flaw("plain text", broken), Flaw::Markup(_)), "{broken}");
        }
        assert!(matches!(flaw("a **bold.** word", "**太字。**言葉"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un `texte`"), Flaw::Markup(_)));
        assert!(matches!(flaw("Run <code>a b</code> now", "Lancez <code>a c</code>"), Flaw::Markup(_)));
        assert!(matches!(flaw("Press <kbd>S</kbd> now", "Tapez <kbd><b>S</b></kbd>"), Flaw::Markup(_)));
        assert!(matches!(flaw("plain text", "un [texte](http://x.com)"), Flaw::Markup(_)));
        assert_eq!(flaw("plain text", " "), Flaw::Empty);
        assert_eq!(flaw("plain text", "texte \u{FFFD}"), Flaw::Garbled);
        assert_eq!(flaw("plain text", "texte \u{1b}[31m"), Flaw::Garbled);
        for text in [
            "Does it store data?",
            "Save the file",
            "All Data Is Stored Here",
            "Terms of Service",
            "Part of Contoso Ltd",
            "we trust the people of Contoso Ltd.",
            "Open Contoso s.r.o. and save",
        ] {
            assert_eq!(flaw(text, text), Flaw::Unchanged, "{text}");
        }
        assert_eq!(flaw("Kept for 30 days", "Conservé trente jours"), Flaw::Number("30".into()));
        assert_eq!(flaw("Keeps 5 copies", "Garde 6 copies"), Flaw::Number("6".into()));
        assert_eq!(check("Keeps 5 copies", "Garde cinq copies"), Ok(()));
        assert!(matches!(flaw("plain text", "texte www.evil.com"), Flaw::Markup(_)));
        assert_eq!(flaw("Yes", &"Voici la traduction que vous avez demandée : ".repeat(2)), Flaw::TooLong);
        assert_eq!(flaw(&"a long sentence ".repeat(9), "court"), Flaw::TooShort);
    }
}
