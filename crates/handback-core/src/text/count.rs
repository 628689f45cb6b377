//! Counts with their nouns and verbs.

/// `1 unit`, `2 units`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// `is` or `are`.
pub fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

#[cfg(test)]
mod tests {
    use super::{are, counted};

    #[test]
    fn only_one_is_singular() {
        let said: Vec<String> = (0..3).map(|count| format!("{} {}", counted(count, "unit"), are(count))).collect();
        assert_eq!(said, ["0 units are", "1 unit is", "2 units are"]);
    }
}
