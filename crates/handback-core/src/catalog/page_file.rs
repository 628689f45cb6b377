//! The files that hold what is known of a localized page, `….page.yaml`: apart from the states, since its facts change whenever
//! the English does.

use std::fmt::Write as _;

use serde::Deserialize;

use super::state::{HandOff, KeptEntry, Spelled};
use super::yaml::{Flow, first_of_each_key, our_side, push_scalar, scalar, version, without_mark, yaml_problem};
use super::{Problem, plain_state};
use crate::text::date::Date;

/// The version of the files that hold the hand-off of a document.
const PAGE_VERSION: u32 = 1;
/// The version of hand-offs with front matter of their pages.
const PAGE_VERSION_WITH_ENTRIES: u32 = 2;
/// The version of hand-offs of pages that have a spelling of their own.
const PAGE_VERSION_WITH_SPELLING: u32 = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    #[expect(dead_code, reason = "checked before the typed read")]
    version: u32,
    hash: String,
    commit: Option<String>,
    date: Date,
    fileid: String,
    #[serde(default)]
    front_matter: Vec<KeptEntry>,
    #[serde(default)]
    spelling: Vec<Spelled>,
    #[serde(default)]
    order: Vec<String>,
}

impl HandOff {
    /// Reads the file that holds the hand-off of a document. Where a merge left both sides in it, ours counts: the next
    /// page says what holds.
    pub fn parse(yaml: &str) -> Result<Self, Problem> {
        let yaml = without_mark(yaml);
        plain_state::read_page(yaml).map_or_else(|| Self::parse_by_library(yaml), Ok)
    }

    /// The same by a YAML parser.
    pub(super) fn parse_by_library(yaml: &str) -> Result<Self, Problem> {
        let yaml = &first_of_each_key(&our_side(yaml));
        version(yaml, PAGE_VERSION..=PAGE_VERSION_WITH_SPELLING)?;
        let raw: RawPage = serde_yaml::from_str(yaml).map_err(|error| yaml_problem(&error))?;
        let RawPage { hash, commit, date, fileid, front_matter, spelling, order, .. } = raw;
        Ok(Self { hash, commit, date, fileid, front_matter, spelling, order })
    }

    /// The bytes of that file.
    pub fn format(&self) -> String {
        let version = match (self.spelling.is_empty() && self.order.is_empty(), self.front_matter.is_empty()) {
            (false, _) => PAGE_VERSION_WITH_SPELLING,
            (true, false) => PAGE_VERSION_WITH_ENTRIES,
            (true, true) => PAGE_VERSION,
        };
        let mut out = format!("version: {version}\nhash: {}\n", scalar(&self.hash));
        if let Some(commit) = &self.commit {
            let _ = writeln!(out, "commit: {}", scalar(commit));
        }
        let _ = writeln!(out, "date: {}\nfileid: {}", self.date, scalar(&self.fileid));
        if !self.front_matter.is_empty() {
            out.push_str("front_matter:\n");
        }
        for KeptEntry { key, after, text } in &self.front_matter {
            out.push_str("- ");
            Flow::write(&mut out, |flow| {
                flow.scalar("key", key);
                flow.maybe("after", after.as_ref());
                flow.scalar("text", text);
            });
            out.push('\n');
        }
        if !self.spelling.is_empty() {
            out.push_str("spelling:\n");
        }
        for Spelled { english, key, page, at } in &self.spelling {
            out.push_str("- ");
            Flow::write(&mut out, |flow| {
                flow.maybe("english", english.as_ref());
                flow.maybe("key", key.as_ref());
                flow.scalar("page", page);
                if !at.is_empty() {
                    flow.list("at", at, |out, place| push_scalar(out, place));
                }
            });
            out.push('\n');
        }
        if !self.order.is_empty() {
            let keys: Vec<String> = self.order.iter().map(|key| scalar(key)).collect();
            let _ = writeln!(out, "order: [{}]", keys.join(", "));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hand_offs_have_a_file_of_their_own() {
        let document = HandOff::new("5e21", Date::constant(2026, 11, 23), "64880201");
        assert_eq!(HandOff::parse(&document.format()), Ok(document.clone()));
        let entry = |after: Option<&str>, text: &str| KeptEntry {
            key: "reviewers".into(),
            after: after.map(str::to_owned),
            text: text.into(),
        };
        let front_matter = vec![entry(Some("title"), "reviewers:\n- \"kim\" # {x}\n"), entry(None, "")];
        let with_entries = HandOff { front_matter, ..document.clone() };
        assert_eq!(HandOff::parse(&with_entries.format()), Ok(with_entries));
        let gap =
            Spelled { english: Some("\n- ".into()), key: None, page: "\n* ".into(), at: vec!["before a 2".into()] };
        let value = Spelled { english: None, key: Some("title".into()), page: "'".into(), at: Vec::new() };
        let spelled = HandOff { spelling: vec![gap, value], order: vec!["b".into(), "yes".into()], ..document.clone() };
        assert_eq!(HandOff::parse(&spelled.format()), Ok(spelled));
        let bad = document.format().replace("11-23", "02-30");
        assert_eq!(HandOff::parse(&bad).unwrap_err().line, 3);
        assert!(HandOff::parse(&format!("{}more: 1\n", document.format())).is_err());
    }

    #[test]
    fn a_conflict_about_a_hand_off_leaves_ours() {
        let of = |hash: &str| HandOff::new(hash, Date::constant(2026, 11, 23), "64880201");
        let rest = "date: 2026-11-23\nfileid: \"64880201\"\n";
        for base in ["", "||||||| base\nhash: aa\n"] {
            for end in ["\n", "\r\n"] {
                let conflict =
                    format!("version: 1\n<<<<<<< HEAD\nhash: bb\n{base}=======\nhash: cc\n>>>>>>> branch\n{rest}");
                assert_eq!(HandOff::parse(&conflict.replace('\n', end)), Ok(of("bb")));
            }
        }
        // Without an opening mark such a line is not that of a conflict.
        assert!(HandOff::parse(&format!("version: 1\nhash: bb\n=======\n{rest}")).is_err());
    }
}
