//! Writes selectors: one message with several wordings, by a variable.

use super::escape::{self, Pattern};
use super::resource::Resource;

/// A selector as Fluent source, behind `id =`. Keys must be what Fluent takes for the keys of variants.
pub fn write<'t>(variable: &str, variants: impl Iterator<Item = (String, &'t str)>, default: &str) -> String {
    let mut out = format!(" {{ ${variable} ->\n");
    for (key, text) in variants {
        out.push_str(&format!("    [{key}]{}\n", indented(text)));
    }
    out.push_str(&format!("   *[other]{}\n}}", indented(default)));
    out
}

/// A text as the value of a variant.
fn indented(text: &str) -> String {
    escape::encode(text).replace("\n    ", "\n        ")
}

/// The pattern that Fluent source is read as, behind the id of a message.
pub fn read_back(id: &str, content: &str) -> Option<Pattern> {
    let resource = Resource::parse(format!("{id} ={content}\n")).ok()?;
    resource.get(id).and_then(|entry| entry.pattern.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let variants = [("1".to_owned(), "One\nline"), ("2".to_owned(), "{ braces }")];
        let source = write("occurrence", variants.into_iter(), "Other");
        assert_eq!(
            source,
            " { $occurrence ->\n    [1]\n        One\n        line\n    [2] { \"{\" } braces { \"}\" }\n   *[other] Other\n}"
        );
        assert!(matches!(read_back("a", &source), Some(Pattern::Complex(_))));
    }
}
