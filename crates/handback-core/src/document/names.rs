//! Texts that nobody translates, although they hold letters: names of programming languages, options, files and accounts.
//!
//! Only sites other than DocFX's have them left alone; theirs are as they were.

use crate::text::constructs::formula::without_formulas;
use crate::text::markup::prose;

/// What files are called that have no extension.
const FILES: [&str; 17] = [
    "Brewfile",
    "Caddyfile",
    "Containerfile",
    "Dockerfile",
    "Earthfile",
    "Fastfile",
    "Gemfile",
    "Guardfile",
    "Jenkinsfile",
    "Justfile",
    "Makefile",
    "Pipfile",
    "Podfile",
    "Procfile",
    "Rakefile",
    "Tiltfile",
    "Vagrantfile",
];

/// What media types begin with that are nothing else, and whole ones whose beginning is a word as well.
const MEDIA: [&str; 2] = ["application/", "multipart/"];
const MEDIA_TYPES: [&str; 6] = ["text/plain", "text/html", "text/css", "text/csv", "text/xml", "text/markdown"];

/// Marks around a word: of emphasis, of links, and of sentences.
const AROUND: [char; 16] = ['*', '_', '~', '[', ']', '(', ')', '{', '}', ',', ';', ':', '!', '"', '\'', '\\'];

/// Whether a text holds nothing but names of these kinds, where `is_word` says of a token that it is an ordinary word.
pub fn are_all(text: &str, is_word: impl Fn(&str) -> bool) -> bool {
    let text = text.trim();
    if is_formula(text) || is_named_as_its_target(text) || is_folder(text) {
        return true;
    }
    // A long name may be broken where it has a dot.
    let prose = without_attributes(&prose(&without_formulas(&text.replace(".<br>", "."))));
    // `Q & A` says something; so do `Q:` and `A:`.
    let letters_are_names = !prose.contains(['&', ':', '?']);
    is_calculation(text, &prose)
        || prose.split_whitespace().all(|token| !is_word(token) || is_name(token, letters_are_names))
}

/// `n + k`, `n * 2`, `n<sup>2</sup>`: letters stand for numbers there.
fn is_calculation(text: &str, prose: &str) -> bool {
    let is_letter = |token: &str| token.len() == 1 && token.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_sign = |token: &str| matches!(token, "+" | "-" | "*" | "/" | "^" | "=" | "×" | "−");
    let is_number = |token: &str| token.bytes().all(|byte| byte.is_ascii_digit());
    let computes = text.contains("<sup>") || text.contains("<sub>") || prose.split_whitespace().any(is_sign);
    let all = || prose.split_whitespace().all(|token| is_letter(token) || is_sign(token) || is_number(token));
    computes && all()
}

/// `content/`.
fn is_folder(text: &str) -> bool {
    text.ends_with('/') && !text.contains(char::is_whitespace)
}

/// A formula of TeX: the whole text between dollars, with a sign of its own.
fn is_formula(text: &str) -> bool {
    let inner = text.strip_prefix('$').and_then(|rest| rest.strip_suffix('$'));
    inner.is_some_and(|inner| !inner.contains('$') && inner.contains(['\\', '^', '_', '=']))
}

/// `[acme/harbor](https://git.example/acme/harbor)`: a link that is named by what its target ends with.
fn is_named_as_its_target(text: &str) -> bool {
    let link = text.trim_matches(['*', '_']).strip_prefix('[').and_then(|rest| rest.strip_suffix(')'));
    let Some((label, target)) = link.and_then(|link| link.split_once("](")) else { return false };
    let is_path = label.contains('/') && !label.contains(char::is_whitespace);
    is_path && target.strip_suffix(label).is_some_and(|before| before.ends_with('/'))
}

/// Without what is in braces behind a link or an image: `![](boat.png){.wide}`.
fn without_attributes(prose: &str) -> String {
    let mut parts = prose.split("]{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let inner = part.split_once('}');
        let is_attribute = |inner: &str| inner.starts_with(['.', '#', ':']) || inner.contains('=');
        match inner.filter(|(inner, _)| is_attribute(inner)) {
            Some((_, behind)) => out.extend(["] ", behind]),
            None => out.extend(["]{", part]),
        }
    }
    out
}

fn is_name(token: &str, letters_are_names: bool) -> bool {
    let name = token.trim_matches(AROUND);
    is_account(name)
        // A footnote.
        || name.starts_with('^') && token.starts_with("[^")
        || is_option(name)
        || is_file(token, name)
        || is_media_type(name)
        || is_member(token)
        || letters_are_names && name.split('/').all(is_letter)
}

/// `@kim`, `@acme/harbor`: an account, a package, an annotation.
fn is_account(name: &str) -> bool {
    name.strip_prefix('@').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// `-v`, `--verbose`.
fn is_option(name: &str) -> bool {
    let rest = name.strip_prefix("--").or_else(|| name.strip_prefix('-'));
    rest.is_some_and(|rest| rest.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// `Tide::high()`, `std::vec`.
fn is_member(token: &str) -> bool {
    let name = token.trim_matches(AROUND);
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
    };
    let mut parts = name.split("::");
    parts.next().is_some_and(is_part) && name.contains("::") && parts.all(is_part)
}

/// `.env`, `[slug].astro`, `images/Dockerfile`.
fn is_file(token: &str, name: &str) -> bool {
    let is_extension = |rest: &str| rest.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    name.strip_prefix('.').is_some_and(is_extension)
        || token.split_once("].").is_some_and(|(_, rest)| is_extension(rest))
        || FILES.contains(&name.rsplit('/').next().unwrap_or(name))
}

fn is_media_type(name: &str) -> bool {
    let is_plain = |rest: &str| {
        rest.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-+.".contains(&byte))
    };
    MEDIA.iter().any(|start| name.strip_prefix(start).is_some_and(is_plain)) || MEDIA_TYPES.contains(&name)
}

/// `C`, `C++`, `C#`, `R`, `X`. `Y` and `N` may be yes and no.
fn is_letter(name: &str) -> bool {
    let letter = name.trim_end_matches(['+', '#', '*', '\\']);
    letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"YyNn".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::super::translatable::{Reading, needs_translator};

    fn is_name(text: &str) -> bool {
        !needs_translator(text, &[], Reading::Site)
    }

    #[test]
    fn names_need_no_translator() {
        for text in [
            "C",
            "**C++**",
            "C/C++",
            "C#, F#",
            "C\\# / .NET",
            "[C++](https://tide.example/cpp)",
            "x",
            "-h",
            "`tide` --verbose",
            ".env",
            "**[slug].astro**",
            "[...path].ts",
            "images/Dockerfile",
            "Jenkinsfile",
            "@kim",
            "[@kim](https://git.example/kim)",
            "@acme/tide-plugin",
            "v0.3.2 @kim (#388)",
            "[acme/harbor](https://git.example/acme/harbor)",
            "application/x-www-form-urlencoded",
            "text/plain",
            "![](boat.png){.border}",
            "![](boat.png){.border width=\"609\"}",
            "$E = mc^{2}$",
            "content/",
            "tide.client.<br>duration",
            "[Tide::high()](https://tide.example/high), std::vec",
            "`tide`[^tide-note]",
            "n + k",
            "n<sup>2</sup>",
            "x * 2",
        ] {
            assert!(is_name(text), "{text}");
        }
    }

    #[test]
    fn words_need_one() {
        for text in [
            "N/A",
            "Y",
            "n",
            "A:",
            "Q & A",
            "\u{4f8b}",
            "and/or",
            "username/password",
            "[user/password](auth.md)",
            "text/code",
            "C programs",
            "@kim wrote",
            "-h prints help",
            "![Boat](boat.png){.border}",
            "$5 and $6",
            "[boats]{.red}",
            "[boats]{see below}",
            "Profile",
            "Note::",
            "Tide :: high",
            "ebb + flow",
            "a dock<sup>2</sup>",
        ] {
            assert!(!is_name(text), "{text}");
        }
    }

    #[test]
    fn in_docfx_they_are_as_they_were() {
        for text in ["C", "@kim", "-h", ".env", "![](boat.png){.border}"] {
            assert!(needs_translator(text, &[], Reading::Docfx), "{text}");
        }
    }
}
