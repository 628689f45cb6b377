//! Names that a machine must leave alone: of applications and developers, which documents have as variables.

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};
use handback_core::catalog::notation::{self, Expression};
use handback_core::text::terms::Term;
use handback_core::variables::value::Value;

use super::{PageView, Snapshot};

/// The names of all documents.
pub struct Names {
    of_documents: Vec<BTreeSet<String>>,
    /// Those that are names wherever they stand.
    everywhere: Option<AhoCorasick>,
}

impl Names {
    pub fn of(snapshot: &Snapshot<'_>) -> Self {
        let of_documents: Vec<BTreeSet<String>> = snapshot.pages().map(names_of).collect();
        let all = of_documents.iter().flatten().chain(&snapshot.inputs.elsewhere.names);
        let distinct: BTreeSet<&String> = all.filter(|name| is_unmistakable(name)).collect();
        let everywhere = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(distinct).ok();
        Self { of_documents, everywhere }
    }

    /// The names of a document that are names in all others, too.
    pub fn everywhere(&self, page: PageView<'_>) -> impl Iterator<Item = &String> {
        self.of_documents[page.index].iter().filter(|name| is_unmistakable(name))
    }

    /// Names that are in a text of a document: its own, and those of other documents that cannot be taken
    /// for ordinary words.
    pub fn in_text(&self, page: PageView<'_>, text: &str) -> Vec<Term> {
        // A name may run over the end of a line.
        let text = &text.split_whitespace().collect::<Vec<_>>().join(" ");
        let own = self.of_documents[page.index].iter().filter(|name| text.contains(name.as_str())).cloned();
        let found = self.everywhere.iter().flat_map(|names| names.find_iter(text));
        let mut all: Vec<String> = own.chain(found.map(|place| text[place.range()].to_owned())).collect();
        all.sort();
        all.dedup();
        all.into_iter().map(|text| Term { text, case_sensitive: true }).collect()
    }
}

/// Values that are known to be names: the place tells so, or other texts of the document have them lifted out.
/// A title alone may be an ordinary text.
fn names_of(page: PageView<'_>) -> BTreeSet<String> {
    let (document, lifted) = (page.document(), page.lifted());
    let forms = (0..document.units.len()).filter_map(|unit| lifted.form(unit)).filter(|form| has_words(form));
    let used: BTreeSet<&str> =
        forms.flat_map(notation::placeables).filter_map(Expression::parse).map(|parsed| parsed.variable).collect();
    let bindings = lifted.bindings.into_iter().flat_map(|bindings| &bindings.list);
    let names = bindings.filter(|binding| !binding.translate && (binding.certain || used.contains(&*binding.name)));
    let names = names.filter_map(|binding| match &binding.value {
        Value::Text(name) => Some(name),
        _ => None,
    });
    let no_loc = document.front_matter.iter().flat_map(|block| &block.no_loc);
    names.chain(no_loc).filter(|name| name.chars().count() > 1).cloned().collect()
}

fn has_words(form: &str) -> bool {
    notation::parts(form).any(|part| matches!(part, notation::Part::Text(text) if text.contains(char::is_alphabetic)))
}

/// Several words, or one that no dictionary has: `Contoso CRM`, `SoapBox`, but not `Forms`.
pub(crate) fn is_unmistakable(name: &str) -> bool {
    let inner_capital = name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
    name.chars().count() > 3 && (name.trim().contains(' ') || inner_capital)
}

#[cfg(test)]
mod tests {
    use super::is_unmistakable;

    #[test]
    fn ordinary_words_are_no_names_elsewhere() {
        for (name, expected) in [
            ("Contoso CRM", true),
            ("SoapBox", true),
            ("iGlobe", true),
            ("Forms", false),
            ("Yes", false),
            ("A b", false),
        ] {
            assert_eq!(is_unmistakable(name), expected, "{name}");
        }
    }
}
