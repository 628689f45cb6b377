//! A part of the documents, for runs on several machines.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use handback_core::text::fingerprint::fingerprint;

/// Part `index` of `of`, counted from 1. Which documents belong to it follows from their names alone, so that runs that know
/// nothing of each other share the work without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: u32,
    of: NonZeroU32,
}

impl Shard {
    /// Whether a document (or another name) belongs to this part.
    pub fn owns(self, name: &str) -> bool {
        let number = u64::from_str_radix(&fingerprint(name), 16).unwrap_or(0);
        number % u64::from(self.of.get()) == u64::from(self.index - 1)
    }

    /// What is of no document belongs to the first part.
    pub fn is_first(self) -> bool {
        self.index == 1
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.index, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || format!("`{text}` is no part: expected one such as `1/4`, from `1/4` to `4/4`");
        let (index, of) = text.split_once('/').ok_or_else(expected)?;
        let of: NonZeroU32 = of.trim().parse().map_err(|_| expected())?;
        let index: u32 = index.trim().parse().map_err(|_| expected())?;
        if index == 0 || index > of.get() {
            return Err(expected());
        }
        Ok(Self { index, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_document_belongs_to_exactly_one_part() {
        let parts: Vec<Shard> = (1..=5).map(|index| format!("{index}/5").parse().unwrap()).collect();
        let names: Vec<String> = (0..1000).map(|number| format!("docs/{number}.md")).collect();
        assert!(names.iter().all(|name| parts.iter().filter(|part| part.owns(name)).count() == 1));
        assert!(parts.iter().all(|part| names.iter().filter(|name| part.owns(name)).count() > 150), "all have work");
        assert!(parts[0].is_first() && !parts[1].is_first());
    }

    #[test]
    fn what_is_no_part_is_refused() {
        for text in ["", "1", "0/4", "5/4", "1/0", "a/b", "-1/4", "1/4/2"] {
            assert!(text.parse::<Shard>().unwrap_err().contains("`1/4`"), "{text}");
        }
        assert_eq!("2/4".parse::<Shard>().unwrap().to_string(), "2/4");
    }
}
