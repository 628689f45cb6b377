//! What somebody may have meant by a name that nobody knows.

/// Names less alike than this are not meant.
const ALIKE: f64 = 0.5;

/// The known name that is most like another; `None` if none is like it.
pub fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let alike = known.into_iter().map(|known| (strsim::normalized_damerau_levenshtein(name, known), known));
    let alike = alike.filter(|(likeness, _)| *likeness >= ALIKE);
    // Of names that are as like it the first in the alphabet, whatever the order.
    alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, known)| known)
}

/// The same as a question behind a message: `: did you mean …?`, or nothing.
pub fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    nearest(name, known).map_or_else(String::new, |known| format!(": did you mean `{known}`?"))
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn only_what_is_alike_is_meant() {
        let known = ["stale", "missing", "locale"];
        let said = |name| did_you_mean(name, known);
        assert_eq!(said("stael"), ": did you mean `stale`?");
        assert_eq!(said("locales"), ": did you mean `locale`?");
        assert_eq!((said("nonsense").as_str(), said("").as_str()), ("", ""));
    }
}
