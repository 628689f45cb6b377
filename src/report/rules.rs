//! What there is to say about each code besides its title: what it means, what to type next, how sure it is.

use crate::settings::code::Code;

/// What a finding of this code means and why it matters, in sentences.
pub fn explanation(code: Code) -> String {
    match text(code) {
        "" => format!("{}.", code.title()),
        text => text.to_owned(),
    }
}

fn text(code: Code) -> &'static str {
    state(code)
        .or_else(|| files(code))
        .or_else(|| markup(code))
        .or_else(|| links(code))
        .or_else(|| wording(code))
        .unwrap_or("")
}

/// About what is translated, and from which English.
fn state(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::Stale => {
            "The English of a text is not the English that its translation was made from, so readers of the localized \
             page may read something that is no longer true."
        }
        Code::Missing => "A text of a document has no translation, so its localized page shows English there.",
        Code::LocaleIncomplete => "A locale lacks translations, or does not reach the thresholds of the configuration.",
        Code::Machine => "A translation comes from a machine, and no person has approved it yet.",
        Code::UnknownAuthor => {
            "No record says whether a person or a machine made a translation, so it is not known whether a draft may \
             take its place."
        }
        Code::Unproven => {
            "No record says which English a translation was made from, so it is not known whether it is up to date."
        }
        Code::Carried => {
            "A translation was kept although its English changed, because the change was small. A person can confirm it."
        }
        Code::OwnText => {
            "A localized page has a block that its English does not have, or a block of code in another form. That is no \
             problem: the list says where."
        }
        Code::OpenDecision => {
            "Two branches that were merged word a translation differently. Both wordings are kept until a person chooses."
        }
        _ => return None,
    })
}

/// About resources, states and localized pages.
fn files(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::ObsoleteReference => "The English resources are not what the source documents say today.",
        Code::Junk => "A place in a resource is not valid Fluent, so the message there cannot be read.",
        Code::DuplicateId => "A message stands twice in a resource, and only one of the two can be used.",
        Code::UnknownPlaceable => {
            "A translation refers to a term, message, variable or function that does not exist, so it cannot be shown."
        }
        Code::MissingVariable => {
            "A translation lacks a variable of its English, so the localized page lacks the value of the document."
        }
        Code::UnusableTranslation => "A translation cannot be formatted, so the localized page shows English there.",
        Code::HandEditedOutput => {
            "A localized page was edited after handback wrote it. The edit is kept, but no resource knows of it."
        }
        Code::OutputOutOfDate => "A localized page is not what the sources and the translations make of it today.",
        Code::StateWithoutMessage => "The state describes a message that its resource does not hold.",
        Code::StateOutOfDate => "The state does not know of an edit of its resource, or is otherwise behind it.",
        Code::MissingVariant => {
            "A translation selects by a value that no variant is for, such as a grammatical case that a term lacks, so readers \
             get the default."
        }
        Code::UnusedVariant => {
            "A translation has a variant that no place selects, so nobody ever reads it: mostly its key is misspelled, or what \
             it was for is gone."
        }
        Code::ShadowedTerm => "A term is defined twice in a locale, and only what stands last is used.",
        Code::UnusedTerm => "A locale defines a term that no translation uses.",
        Code::UnusedVariable => {
            "The configuration declares a variable, and no document has a value for it: mostly its key or pattern is not what \
             documents say."
        }
        Code::UnknownMessage => "A resource holds a message that no document has, so it is never shown.",
        Code::OrphanedOutput => {
            "A localized page is left although its source document is gone, the configuration does not have its locale or place \
             any more, or nothing of it is translated."
        }
        Code::Unpublished => {
            "Too little of these documents is translated for a page of their own (`publish`), so the site shows the English."
        }
        _ => return None,
    })
}

/// About what a translation must share with its English.
fn markup(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::Empty => "A translation is empty, so the localized page has nothing where the English has a text.",
        Code::Garbled => {
            "A translation holds characters that no text has: control characters or remains of a wrong encoding."
        }
        Code::Markup => {
            "Links, emphasis, HTML or line breaks of a translation are not those of its English, so the page may render \
             differently."
        }
        Code::LinkTarget => "A link or an image of a translation leads elsewhere than that of its English.",
        Code::CodeSpan => "Code in a translation is not the code of its English; readers copy it as it stands.",
        Code::Construct => {
            "A construct of the site generator in a translation is not that of its English, so it may not work."
        }
        Code::LiteralEmphasis => "Marks of emphasis in a translation are shown to readers as they are typed.",
        Code::Number => "A number, a date or a unit in a translation is not that of its English.",
        Code::Address => "A web or mail address in a translation is not that of its English.",
        Code::Identifier => "An identifier, a file name or a version in a translation is not that of its English.",
        _ => return None,
    })
}

/// About where pages point.
fn links(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::BrokenLink => "A relative link of a page leads to a file that is not in the project.",
        Code::BrokenAnchor => "A link names a part of a page, and no heading or anchor of that page has this name.",
        Code::MissingImage => "A page shows an image that is not in the project, so its readers see a gap.",
        Code::ForeignLocaleLink => {
            "An address names another locale than that of its page, so readers land on a page in another language."
        }
        Code::FilesElsewhere => {
            "Localized pages name files that lie only beside the sources. That is right if the site falls back to them."
        }
        _ => return None,
    })
}

/// About language and writing.
fn wording(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::Untranslated => "A translation is its English, word for word, although there are words to translate.",
        Code::PartlyUntranslated => "Words of the English were left in a translation.",
        Code::WrongLanguage => "A translation is in another language or script than its locale.",
        Code::Negation => {
            "A translation denies something that its English does not, lacks a denial of it, or answers yes for no."
        }
        Code::Spaces => "Blanks in a translation are too many, too few, or in the wrong place.",
        Code::DoubledWord => "A word stands twice in a row in a translation.",
        Code::EndPunctuation => "The mark at the end of a translation is not the counterpart of that of its English.",
        Code::Brackets => "A bracket in a translation has no partner.",
        Code::Quotes => "A quotation mark in a translation has no partner.",
        Code::Typography => {
            "A translation does not use the quotation marks, blanks or signs that its locale writes with."
        }
        Code::Length => {
            "A translation is far longer or shorter than its English, or longer than the configuration allows."
        }
        Code::PluralCategories => {
            "A selector in a translation lacks a plural category that the grammar of its locale has."
        }
        Code::Inconsistent => {
            "Texts whose English says the same are worded differently in a locale, so readers may look for a difference that \
             there is not."
        }
        Code::ReusedTranslation => {
            "Texts whose English differs have the same translation, so one of them may be a copy that was never reworded."
        }
        Code::Pattern => "A translation does not keep a rule that the configuration lists under `checks`.",
        Code::Glossary => "A translation does not use the words that the glossary of its locale asks for.",
        Code::AlteredName => "A translation alters the name of an application or a developer.",
        _ => return None,
    })
}

/// What to type about findings of a code; empty if there is no one command.
pub fn next(code: Code) -> &'static str {
    match code {
        Code::Missing => "handback translate, or handback review --state missing",
        Code::Stale => "handback diff",
        Code::Machine | Code::UnknownAuthor | Code::OpenDecision => "handback review",
        Code::Carried | Code::Unproven => "handback accept",
        Code::Spaces | Code::Typography | Code::LiteralEmphasis => "handback check --fix",
        Code::ObsoleteReference | Code::StateOutOfDate | Code::OutputOutOfDate | Code::StateWithoutMessage => {
            "handback sync"
        }
        Code::HandEditedOutput => "handback sync --take-edits",
        Code::OrphanedOutput => "handback sync --prune",
        Code::Unpublished => "handback status",
        Code::Inconsistent => "handback review --inconsistent",
        Code::UnusedVariable => "handback variables",
        _ => "",
    }
}

/// A readable name for programs: the title in one word, such as `TextHasNoTranslation`.
pub fn name(code: Code) -> String {
    let words = code.title().split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1);
    let words = words.filter(|word| !matches!(*word, "The" | "the"));
    words.map(|word| word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase()).collect()
}

/// What a code is about, as a tag.
pub fn subject(code: Code) -> &'static str {
    match code {
        _ if state(code).is_some() => "translation-state",
        _ if files(code).is_some() => "files",
        _ if markup(code).is_some() => "markup",
        _ if links(code).is_some() => "links",
        _ => "wording",
    }
}

/// How often findings of a code are right, in the words of GitHub: facts, what is compared, what is guessed.
pub fn precision(code: Code) -> &'static str {
    match code {
        _ if state(code).is_some() || files(code).is_some() => "very-high",
        Code::WrongLanguage | Code::Negation | Code::PartlyUntranslated | Code::Untranslated | Code::Length => "medium",
        Code::Glossary | Code::AlteredName | Code::DoubledWord | Code::Inconsistent | Code::ReusedTranslation => {
            "medium"
        }
        _ => "high",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_sentences_of_its_own() {
        for code in Code::all() {
            let explanation = explanation(code);
            assert!(explanation.ends_with('.') && explanation.len() > 20, "{code}: {explanation}");
        }
        let plain: Vec<Code> = Code::all().filter(|code| text(*code).is_empty()).collect();
        assert_eq!(plain, [], "codes that `report/rules.rs` says nothing about");
    }

    #[test]
    fn names_are_one_word_and_differ() {
        let names: std::collections::BTreeSet<String> = Code::all().map(name).collect();
        assert_eq!(names.len(), Code::all().count());
        assert_eq!(name(Code::Missing), "TextHasNoTranslation");
        assert_eq!(name(Code::Markup), "LinksEmphasisHtmlOrLineBreaksAreNotThoseOfEnglish");
    }
}
