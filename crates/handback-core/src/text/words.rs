//! Differences between two texts, word by word, for people.

use serde::{Deserialize, Serialize};
use similar::DiffTag;

use super::compare;
use unicode_segmentation::UnicodeSegmentation as _;

/// What became of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    Equal,
    Delete,
    Insert,
}

/// A stretch of text. All that are not inserts are the old text, all that are not deletes the new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    pub op: Op,
    pub text: String,
}

/// Compares two texts by Unicode words, into which Chinese and Japanese can be cut too; by sentences, or as wholes, where they
/// are so long and so different that this would take too long.
pub fn diff(old: &str, new: &str) -> Vec<Stretch> {
    let changes = changes(old, new);
    let mut out = Vec::new();
    let (mut deleted, mut inserted) = (String::new(), String::new());
    for (index, (op, text)) in changes.iter().enumerate() {
        match op {
            Op::Delete => deleted.push_str(text),
            Op::Insert => inserted.push_str(text),
            Op::Equal if is_bridge(&changes, index) => {
                deleted.push_str(text);
                inserted.push_str(text);
            }
            Op::Equal => {
                flush(&mut out, &mut deleted, &mut inserted);
                push(&mut out, Op::Equal, text);
            }
        }
    }
    flush(&mut out, &mut deleted, &mut inserted);
    out
}

fn changes<'t>(old: &'t str, new: &'t str) -> Vec<(Op, &'t str)> {
    let words = |text: &'t str| text.split_word_bounds().collect::<Vec<_>>();
    let sentences = |text: &'t str| text.split_sentence_bounds().collect::<Vec<_>>();
    compared(&words(old), &words(new))
        .or_else(|| compared(&sentences(old), &sentences(new)))
        .unwrap_or_else(|| vec![(Op::Delete, old), (Op::Insert, new)])
}

fn compared<'t>(old: &[&'t str], new: &[&'t str]) -> Option<Vec<(Op, &'t str)>> {
    let mut changes = Vec::new();
    for op in compare::ops(old, new)? {
        if op.tag() == DiffTag::Equal {
            changes.extend(old[op.old_range()].iter().map(|word| (Op::Equal, *word)));
            continue;
        }
        changes.extend(old[op.old_range()].iter().map(|word| (Op::Delete, *word)));
        changes.extend(new[op.new_range()].iter().map(|word| (Op::Insert, *word)));
    }
    Some(changes)
}

/// How many of the words of two texts are not in the other, in percent of all of them, rounded.
pub fn percent_changed(old: &str, new: &str) -> u8 {
    let words = |text: &str| text.unicode_words().count();
    let stretches = diff(old, new);
    let equal: usize = stretches.iter().filter(|one| one.op == Op::Equal).map(|one| words(&one.text)).sum();
    let all = words(old) + words(new);
    let changed = all.saturating_sub(2 * equal);
    u8::try_from((100 * changed + all / 2).checked_div(all).unwrap_or(0)).unwrap_or(100)
}

/// A blank between changed words reads better as part of the change.
fn is_bridge(changes: &[(Op, &str)], index: usize) -> bool {
    let changed = |change: Option<&(Op, &str)>| change.is_some_and(|(op, _)| *op != Op::Equal);
    let blank = changes[index].1.chars().all(char::is_whitespace);
    blank && index > 0 && changed(changes.get(index - 1)) && changed(changes.get(index + 1))
}

fn flush(out: &mut Vec<Stretch>, deleted: &mut String, inserted: &mut String) {
    push(out, Op::Delete, &std::mem::take(deleted));
    push(out, Op::Insert, &std::mem::take(inserted));
}

fn push(out: &mut Vec<Stretch>, op: Op, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.op == op => last.text.push_str(text),
        _ => out.push(Stretch { op, text: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let mark = |stretch: &Stretch| match stretch.op {
            Op::Equal => stretch.text.clone(),
            Op::Delete => format!("[-{}-]", stretch.text),
            Op::Insert => format!("{{+{}+}}", stretch.text),
        };
        diff(old, new).iter().map(mark).collect()
    }

    #[test]
    fn words_are_compared() {
        assert_eq!(marked("Where is the data kept?", "Where is all data kept?"), "Where is [-the-]{+all+} data kept?");
        assert_eq!(marked("one two three", "four five three"), "[-one two-]{+four five+} three");
        assert_eq!(marked("", "new"), "{+new+}");
        assert_eq!(marked("same", "same"), "same");
    }

    #[test]
    fn japanese_and_chinese_are_cut_into_words() {
        assert_eq!(
            marked("データは保存されます。", "データは暗号化されます。"),
            "データは[-保存-]{+暗号化+}されます。"
        );
        assert_eq!(marked("数据存储在欧洲。", "数据存储在美国。"), "数据存储在[-欧洲-]{+美国+}。");
    }

    #[test]
    fn the_share_of_changed_words_is_of_both_texts() {
        for (old, new, percent) in [
            ("one two three four", "one two three five", 25),
            ("one two", "one two", 0),
            ("one", "two", 100),
            ("", "one", 100),
            ("", "", 0),
            ("one two three", "three", 50),
        ] {
            assert_eq!(percent_changed(old, new), percent, "{old} {new}");
        }
    }

    #[test]
    fn both_texts_are_whole() {
        let (old, new) = ("a  b\nc é 漢字 d", "a b c 漢 e\n\nd");
        let stretches = diff(old, new);
        let text = |without: Op| stretches.iter().filter(|s| s.op != without).map(|s| &*s.text).collect::<String>();
        assert_eq!((text(Op::Insert).as_str(), text(Op::Delete).as_str()), (old, new));
    }
}
