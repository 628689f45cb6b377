//! Texts as pages show them.

use handback_core::catalog::notation::shown;
use handback_core::text::words::{self, Op, Stretch};

use handback::snapshot::own::Kind;

/// What a document has of its own, as a tag says it.
pub fn own(kind: Kind) -> &'static str {
    match kind {
        Kind::Addition => "addition",
        Kind::Block => "code of its own",
    }
}

/// A text of which nothing changed.
pub fn plain(text: &str) -> Vec<Stretch> {
    vec![Stretch { op: Op::Equal, text: shown(text).into_owned() }]
}

/// What became of a text, word by word.
pub fn changes(old: &str, new: &str) -> Vec<Stretch> {
    words::diff(&shown(old), &shown(new))
}

/// The first characters of a text.
pub fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// The first characters of stretches.
pub fn cut_stretches(stretches: Vec<Stretch>, most: usize) -> Vec<Stretch> {
    let mut left = most;
    let mut out = Vec::new();
    for mut stretch in stretches {
        if left == 0 {
            break;
        }
        stretch.text = cut(&stretch.text, left);
        left = left.saturating_sub(stretch.text.chars().count());
        out.push(stretch);
    }
    out
}
