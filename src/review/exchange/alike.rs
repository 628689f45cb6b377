//! What is to be said of many texts of a file is said once.

use std::collections::BTreeMap;

use crate::problem::{Problem, Weight};

/// So many problems that are alike are each said alone.
const ALONE: usize = 3;
/// So many texts are named where there are more.
const NAMED: usize = 6;

/// Begins why a text is not taken.
pub const REFUSED: &str = "refused: ";

/// Something to be said of texts of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub weight: Weight,
    pub line: u32,
    /// The text, where it is known.
    pub name: Option<String>,
    pub why: String,
}

/// Lines of texts, and their names.
type Texts = Vec<(u32, Option<String>)>;

/// The problems of a file, in the order of its lines; those that say the same of many texts are one.
pub fn gathered(all: Vec<Said>) -> Vec<(u32, Problem)> {
    let mut alike: BTreeMap<(Weight, String), Texts> = BTreeMap::new();
    for Said { weight, line, name, why } in all {
        alike.entry((weight, why)).or_default().push((line, name));
    }
    let mut problems: Vec<(u32, Problem)> = Vec::new();
    for ((weight, why), mut texts) in alike {
        texts.sort();
        let problem = |message: String| Problem { weight, file: None, line: None, message };
        if texts.len() <= ALONE {
            let message = |name: Option<String>| match (name, why.strip_prefix(REFUSED)) {
                (Some(name), Some(why)) => format!("`{name}` is {REFUSED}{why}"),
                (Some(name), None) => format!("`{name}`: {why}"),
                (None, _) => why.clone(),
            };
            problems.extend(texts.into_iter().map(|(line, name)| (line, problem(message(name)))));
            continue;
        }
        let shown = |(line, name): &(u32, Option<String>)| match name {
            Some(name) => format!("`{name}`"),
            None => format!("line {line}"),
        };
        let named: Vec<String> = texts.iter().take(NAMED).map(shown).collect();
        let more = match texts.len() - named.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!("{why}: {} texts, {}{more}", texts.len(), named.join(", "));
        problems.push((texts[0].0, problem(message)));
    }
    problems.sort_by_key(|(line, _)| *line);
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: u32, name: Option<&str>, why: &str) -> Said {
        Said { weight: Weight::Warning, line, name: name.map(str::to_owned), why: why.into() }
    }

    fn lines(all: Vec<Said>) -> Vec<(u32, String)> {
        gathered(all).into_iter().map(|(line, problem)| (line, problem.message)).collect()
    }

    #[test]
    fn what_is_said_of_many_texts_is_said_once() {
        let many = (1..=9).rev().map(|line| said(line, None, "no ticket"));
        let few = [said(7, Some("b"), "gone"), said(5, Some("a"), "gone")];
        assert_eq!(
            lines(many.chain(few).collect()),
            [
                (1, "no ticket: 9 texts, line 1, line 2, line 3, line 4, line 5, line 6 and 3 more".to_owned()),
                (5, "`a`: gone".to_owned()),
                (7, "`b`: gone".to_owned()),
            ]
        );
        let named = ["a", "b", "c", "d"].iter().zip(1..).map(|(name, line)| said(line, Some(name), "gone"));
        assert_eq!(lines(named.collect()), [(1, "gone: 4 texts, `a`, `b`, `c`, `d`".to_owned())]);
    }
}
