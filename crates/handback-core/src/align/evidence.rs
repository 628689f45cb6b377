//! What of a text does not depend on its language.

use super::numbers::numbers;
use super::target;
use super::token::{Class, Token};
use crate::text::markup::{code_span_len, group_len, inline_len, link_target_len, looks_like_address, tag_len, ticks};

/// Shorter words are in many texts by chance.
const LETTERS_OF_A_WORD: usize = 5;

/// Text taken apart.
#[derive(Debug, Default)]
pub struct Evidence {
    pub tokens: Vec<Token>,
    /// What is left of the text: words.
    pub prose: String,
    /// Pairs of strong emphasis.
    pub emphasis: usize,
    /// Letters, digits and signs that a reader sees.
    pub length: usize,
}

/// Takes inline text apart.
pub fn evidence(text: &str) -> Evidence {
    let mut found = Evidence { prose: String::with_capacity(text.len()), ..Evidence::default() };
    let mut rest = text;
    while let Some(at) = rest.find(['<', '`', ']', '[', ':', '{']) {
        found.prose.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = match found.markup(rest) {
            Some(len) => {
                found.prose.push(' ');
                &rest[len..]
            }
            None => {
                let len = ticks(rest).max(1);
                found.prose.push_str(&rest[..len]);
                &rest[len..]
            }
        };
    }
    found.prose.push_str(rest);
    found.emphasis = found.prose.matches("**").count() / 2;
    let prose = std::mem::take(&mut found.prose);
    found.prose = found.words(&prose);
    found.length += found.prose.chars().filter(|c| !c.is_whitespace() && *c != '*').count();
    found
}

impl Evidence {
    fn push(&mut self, class: Class, text: &str) {
        self.tokens.push(Token::new(class, text));
    }

    /// Notes the markup at the start of a text, and returns its length.
    fn markup(&mut self, text: &str) -> Option<usize> {
        match text.as_bytes()[0] {
            b'`' => {
                let len = code_span_len(text)?;
                let code = text[..len].trim_matches('`');
                self.length += code.chars().count();
                self.push(Class::Code, &code.split_whitespace().collect::<Vec<_>>().join(" "));
                Some(len)
            }
            b'<' => self.tag(text),
            b'{' => self.template(text),
            b'[' => {
                let len = group_len(text)?;
                self.push(Class::Directive, text[2..len].split([' ', '[']).next().unwrap_or(""));
                self.targets_in(&text[..len]);
                Some(len)
            }
            b':' => {
                let len = inline_len(text)?;
                self.push(Class::Directive, text[3..len].split(' ').next().unwrap_or(""));
                Some(len)
            }
            _ => {
                let len = link_target_len(text)?;
                self.targets_in(&text[..len]);
                Some(len)
            }
        }
    }

    /// A tag with its targets; an element of code with what is in it.
    fn tag(&mut self, text: &str) -> Option<usize> {
        let len = tag_len(text)?;
        let inner = &text[1..len - 1];
        if inner.contains("://") && !inner.contains([' ', '"']) {
            target::tokens(inner, &mut self.tokens);
            return Some(len);
        }
        let name = inner.split([' ', '\n', '/', '>']).find(|part| !part.is_empty()).unwrap_or("");
        self.push(Class::Tag, name);
        for attribute in ["href=", "src=", "to=", "id=", "name="] {
            let Some(at) = inner.find(attribute) else { continue };
            let value = &inner[at + attribute.len()..];
            let value = value.trim_start_matches(['"', '\'', '{']);
            let value = &value[..value.find(['"', '\'', ' ', '}']).unwrap_or(value.len())];
            match attribute {
                "id=" | "name=" => self.push(Class::Id, value),
                _ => target::tokens(value, &mut self.tokens),
            }
        }
        if matches!(name, "code" | "samp" | "kbd" | "var" | "tt")
            && let Some(end) = text[len..].find("</")
        {
            self.push(Class::Code, text[len..len + end].trim());
            return Some(len + end);
        }
        Some(len)
    }

    /// `{{< name … >}}`, `{% name … %}`, `{{macro("x")}}`, `{#id}`, `{/*id*/}`.
    fn template(&mut self, text: &str) -> Option<usize> {
        let close = match text.as_bytes().get(1)? {
            b'{' => "}}",
            b'%' => "%}",
            b'#' | b'/' | b' ' | b':' => "}",
            _ => return None,
        };
        let len = text.find(close)? + close.len();
        let inner = text[..len].trim_matches(['{', '}', '%', '<', '>', ' ', '/', '*']);
        if let Some(id) = inner.strip_prefix('#').filter(|_| close == "}") {
            self.push(Class::Id, id);
        } else if text.starts_with("{/*") {
            self.push(Class::Id, inner);
        } else {
            self.push(Class::Tag, inner.split([' ', '(']).next().unwrap_or(""));
            self.push(Class::Code, inner);
        }
        Some(len)
    }

    /// What is between the first brackets: `](target "title")`, `[!INCLUDE [x](target)]`.
    fn targets_in(&mut self, text: &str) {
        if let Some(label) = text.strip_prefix("][") {
            self.push(Class::TargetEnd, &label.trim_end_matches(']').to_lowercase());
        }
        let Some((_, inner)) = text.split_once("](") else { return };
        let end = inner.find([' ', '\n', '"']).unwrap_or_else(|| inner.rfind(')').unwrap_or(inner.len()));
        target::tokens(inner[..end].trim_end_matches([')', ']']), &mut self.tokens);
    }

    /// Notes addresses, numbers, identifiers and words; returns the prose that is left.
    fn words(&mut self, prose: &str) -> String {
        let mut left = String::with_capacity(prose.len());
        for token in prose.split_whitespace() {
            let core = token.trim_matches(|c: char| matches!(c, '(' | ')' | '"' | ',' | '.' | '*' | ';'));
            if core.is_ascii() && looks_like_address(core) {
                target::tokens(core, &mut self.tokens);
            } else {
                left.push_str(token);
            }
            left.push(' ');
        }
        for number in numbers(&left) {
            self.push(Class::Number, &number);
        }
        for word in latin_words(&left) {
            self.word(word);
        }
        left
    }

    fn word(&mut self, word: &str) {
        let has_inner_capital =
            word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        let has_letter = word.chars().any(char::is_alphabetic);
        if has_letter && (has_digit || has_inner_capital || word.contains(['_', '.'])) {
            self.push(Class::Identifier, &word.to_ascii_lowercase());
        }
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        let folded = folded(word);
        let letters = folded.len();
        if letters >= LETTERS_OF_A_WORD || (is_capital && letters >= 2) {
            self.push(Class::Word, folded.get(..LETTERS_OF_A_WORD).unwrap_or(&folded));
        }
    }
}

/// Words in Latin letters, with the digits, points and hyphens inside them.
fn latin_words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| (c.is_alphanumeric() && c < '\u{250}') || matches!(c, '_' | '.');
    text.split(move |c| !is_part(c)).map(|word| word.trim_matches('.')).filter(|word| !word.is_empty())
}

/// Lower-case letters without their accents, as far as Western European languages have them.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' => out.push('a'),
            'æ' => out.push_str("ae"),
            'ç' => out.push('c'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò'..='ö' | 'ø' => out.push('o'),
            'œ' => out.push_str("oe"),
            'ù'..='ü' => out.push('u'),
            'ß' => out.push_str("ss"),
            c if c.is_ascii_alphabetic() => out.push(c),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(text: &str, class: Class, what: &str) -> bool {
        evidence(text).tokens.contains(&Token::new(class, what))
    }

    #[test]
    fn links_code_and_numbers() {
        let text = "See [the *guide*](guide.md \"Guide\") and run `app  --now` 1,000 times.";
        assert!(has(text, Class::Target, "guide") && has(text, Class::Code, "app --now"));
        assert!(has(text, Class::Number, "1000"));
        assert!(has("<a href=\"https://contoso.com/fr/x\">x</a>", Class::TargetEnd, "x"));
        assert!(has("At https://contoso.com/a/b.", Class::Target, "contoso.com/a/b"));
        assert!(has("See [x][Label]", Class::TargetEnd, "label"));
        assert!(has("<kbd>Ctrl</kbd>", Class::Code, "Ctrl"));
    }

    #[test]
    fn templates_and_ids() {
        assert!(has("{{< note title=\"x\" >}}", Class::Tag, "note"));
        assert!(has("uses {{cssxref(\"color\")}}", Class::Code, "cssxref(\"color\")"));
        assert!(has("Use {#usage}", Class::Id, "usage") && has("Use {/*usage*/}", Class::Id, "usage"));
        assert!(has("Use { #usage }", Class::Id, "usage") && has("<a name=\"usage\"></a>Use", Class::Id, "usage"));
    }

    #[test]
    fn words_lose_their_accents() {
        assert_eq!(folded("Sécurité"), "securite");
        assert!(has("La sécurité", Class::Word, "secur") && has("Security", Class::Word, "secur"));
        assert!(has("APIを使う", Class::Word, "api"));
        assert!(has("the fileName", Class::Identifier, "filename"));
    }

    #[test]
    fn broken_markup_is_text() {
        for text in ["a < b", "[x](", "`open", "{ x", "{{ x", "::: x", "]", "<", "{", "[!"] {
            assert!(evidence(text).tokens.iter().all(|token| !token.class.is_hard()), "{text}");
        }
    }
}
