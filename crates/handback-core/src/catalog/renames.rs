//! Which documents have another name than at the last sync.

use rustc_hash::FxHashMap;

use super::DocumentName;

/// Documents by their names of then and of now, each at most once.
#[derive(Debug, Clone, Default)]
pub struct Renames {
    pairs: Vec<(DocumentName, DocumentName)>,
    old: FxHashMap<DocumentName, DocumentName>,
    new: FxHashMap<DocumentName, DocumentName>,
}

impl Renames {
    /// The name of then and the name of now of every renamed document.
    pub fn new(pairs: Vec<(DocumentName, DocumentName)>) -> Self {
        let old = pairs.iter().map(|(from, to)| (to.clone(), from.clone())).collect();
        let new = pairs.iter().cloned().collect();
        Self { pairs, old, new }
    }

    /// The name that a document of today had.
    pub fn old_name<'n>(&'n self, today: &'n DocumentName) -> &'n DocumentName {
        self.old.get(today).unwrap_or(today)
    }

    /// The name that a document of then has today; its own, if it was not renamed.
    pub fn new_name<'n>(&'n self, then: &'n DocumentName) -> &'n DocumentName {
        self.new.get(then).unwrap_or(then)
    }

    /// Pairs of the name of then and the name of now.
    pub fn iter(&self) -> std::slice::Iter<'_, (DocumentName, DocumentName)> {
        self.pairs.iter()
    }
}

impl<'r> IntoIterator for &'r Renames {
    type Item = &'r (DocumentName, DocumentName);
    type IntoIter = std::slice::Iter<'r, (DocumentName, DocumentName)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
