//! The smallest change that makes emphasis render.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Pair, Scan, is_escaped, pairs, parser};

/// Marks that end a sentence or a part of it, and lose nothing outside of emphasis.
const TAIL: &str = "。、，．：；！？…‥・.,:!?";

/// Brackets and quotation marks that may stand outside of the emphasis of what they hold. Not `[`: it may be a link.
const BRACKETS: [&str; 20] = [
    "「」", "『』", "（）", "()", "《》", "〈〉", "【】", "〔〕", "〖〗", "［］", "｛｝", "“”", "‘’", "„“", "‚‘", "«»",
    "‹›", "”“", "\"\"", "''",
];

/// How many marks of a text are repaired: each takes several parses.
const MOST_MARKS: usize = 64;

/// The text with all its emphasis rendered, if some of it is not ([`super::literal_marks`]) and that can be done by
/// moving nothing but punctuation and blanks over marks, adding blanks outside of them, and writing `*` for `_`.
///
/// Punctuation at the edges goes out (`**「重要」**です` to `「**重要**」です`) rather than a blank in, which these
/// scripts do not write. A blank is what remains for links and code (`**[保存](x.md)** をクリック`), and what a text gets
/// that has one on the other side of the same emphasis already. The result was parsed: it has the same links, code and
/// tags, every pair renders, and repairing it again changes nothing.
pub fn repaired(text: &str) -> Option<String> {
    if !(1..=MOST_MARKS).contains(&super::literal_marks(text).len()) {
        return None;
    }
    let wanted = pairs(text, &Scan::of(text).runs).len();
    let mut out = text.to_owned();
    for _ in 0..wanted {
        let Some(pair) = first_broken(&out) else { break };
        out = variants(&out, &pair)
            .into_iter()
            .find_map(|(text, pair)| Scan::of(&text).renders(&pair).then_some(text))?;
    }
    let (scan, all) = (Scan::of(&out), pairs(&out, &Scan::of(&out).runs));
    let whole = all.len() == wanted && all.iter().all(|pair| scan.renders(pair)) && skeleton(text) == skeleton(&out);
    (whole && super::literal_marks(&out).is_empty()).then_some(out)
}

fn first_broken(text: &str) -> Option<Pair> {
    let scan = Scan::of(text);
    pairs(text, &scan.runs).into_iter().find(|pair| !scan.renders(pair))
}

/// What a text holds besides words and emphasis.
fn skeleton(text: &str) -> Vec<String> {
    let part = |(event, _): (Event<'_>, Range<usize>)| match event {
        Event::Text(_) | Event::End(_) | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => None,
        event => Some(format!("{event:?}")),
    };
    parser(text).filter_map(part).collect()
}

/// What may be done to a pair.
#[derive(Clone, Copy, Default)]
struct Edit {
    /// Bytes of the content that go out in front, and behind.
    front: usize,
    back: usize,
    blank_before: bool,
    blank_after: bool,
}

/// The text with a pair written in other ways, the least change first, and where the pair is then.
fn variants(text: &str, pair: &Pair) -> Vec<(String, Pair)> {
    let parts = Parts::of(text, pair);
    let (tail, brackets) = (tail_len(parts.content), brackets_len(parts.content));
    let both = brackets_len(&parts.content[..parts.content.len() - tail]);
    let keep = Edit::default();
    let mut moves = Vec::new();
    if tail > 0 {
        moves.push(Edit { back: tail, ..keep });
    }
    if let Some((front, back)) = brackets {
        moves.push(Edit { front, back, ..keep });
    }
    if let Some((front, back)) = both.filter(|_| tail > 0) {
        moves.push(Edit { front, back: back + tail, ..keep });
    }
    let blanks = [
        Edit { blank_after: true, ..keep },
        Edit { blank_before: true, ..keep },
        Edit { blank_before: true, back: tail, ..keep },
        Edit { blank_before: true, blank_after: true, ..keep },
    ];
    let (first, then) = if parts.is_spaced() { (&blanks[..], &moves[..]) } else { (&moves[..], &blanks[..]) };
    [keep].iter().chain(first).chain(then).map(|edit| parts.build(*edit)).collect()
}

/// A text around a pair, without blanks inside of its marks.
struct Parts<'t> {
    before: String,
    content: &'t str,
    after: String,
    mark: String,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str, pair: &Pair) -> Self {
        let (mut before, mut after) = (text[..pair.open.start].to_owned(), text[pair.close.end..].to_owned());
        let content = &text[pair.open.end..pair.close.start];
        let (start, end) = (content.trim_start(), content.trim_end());
        let (lead, trail) = (&content[..content.len() - start.len()], &content[end.len()..]);
        if !before.is_empty() && !before.ends_with(char::is_whitespace) {
            before.push_str(lead);
        }
        if !after.is_empty() && !after.starts_with(char::is_whitespace) {
            after.insert_str(0, trail);
        }
        // `_` never works inside of a word.
        let mark = text[pair.open.clone()].replace('_', "*");
        Self { before, content: content.trim(), after, mark }
    }

    /// Whether the writer put a blank beside the emphasis, in a script that writes none there.
    fn is_spaced(&self) -> bool {
        let hangul = |c: char| matches!(c, '\u{AC00}'..='\u{D7AF}');
        let touches = self.before.ends_with(hangul) || self.after.starts_with(hangul);
        let spaced = self.before.ends_with(char::is_whitespace) || self.after.starts_with(char::is_whitespace);
        spaced && !touches
    }

    fn build(&self, edit: Edit) -> (String, Pair) {
        let blank = |wanted: bool| if wanted { " " } else { "" };
        let inner = edit.front..self.content.len() - edit.back;
        let mut out = format!("{}{}{}", self.before, blank(edit.blank_before), &self.content[..inner.start]);
        let open = out.len()..out.len() + self.mark.len();
        out.push_str(&self.mark);
        out.push_str(&self.content[inner.clone()]);
        let close = out.len()..out.len() + self.mark.len();
        out.push_str(&self.mark);
        out.push_str(&self.content[inner.end..]);
        out.push_str(blank(edit.blank_after));
        out.push_str(&self.after);
        (out, Pair { open, close })
    }
}

/// Length of the punctuation at the end that may stand outside.
fn tail_len(content: &str) -> usize {
    let rest = content.trim_end_matches(|c| TAIL.contains(c));
    let is_free = !rest.trim().is_empty() && !is_escaped(content, rest.len());
    if is_free { content.len() - rest.len() } else { 0 }
}

/// Lengths of the brackets around all of the content: `「x」`, not `「x」と「y」`.
fn brackets_len(content: &str) -> Option<(usize, usize)> {
    BRACKETS.iter().find_map(|pair| {
        let open = pair.chars().next()?;
        let close = pair.chars().next_back()?;
        let inner = content.strip_prefix(open)?.strip_suffix(close)?;
        let is_free = !inner.trim().is_empty() && !inner.contains([open, close]) && !inner.ends_with('\\');
        is_free.then_some((open.len_utf8(), close.len_utf8()))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::emphasis::literal_marks;

    #[test]
    fn what_people_and_machines_write_renders_again() {
        for (text, expected) in [
            // Japanese
            ("これは**「重要」**です", "これは「**重要**」です"),
            ("**「重要」**です", "「**重要**」です"),
            ("**注意：**続きを読む", "**注意**：続きを読む"),
            ("**完了。**次へ進む", "**完了**。次へ進む"),
            ("**[保存](save.md)**をクリック", "**[保存](save.md)** をクリック"),
            ("**[保存]**をクリック", "**[保存]** をクリック"),
            ("次に**`save`**を実行", "次に **`save`** を実行"),
            ("これは_重要_です", "これは*重要*です"),
            ("これは_「重要」_です", "これは「*重要*」です"),
            ("必ず **「保存」**を押す", "必ず **「保存」** を押す"),
            ("**保存(S)**を選ぶ", "**保存(S)** を選ぶ"),
            ("**「一」**と**「二」**で", "「**一**」と「**二**」で"),
            ("**「一」**と**「二」**と**「三」**で", "「**一**」と「**二**」と「**三**」で"),
            ("***「全部」***です", "「***全部***」です"),
            ("これは~~（旧）~~です", "これは（~~旧~~）です"),
            ("太字は**「値：」**です", "太字は「**値：**」です"),
            // Chinese
            ("请单击**“保存”**按钮", "请单击“**保存**”按钮"),
            ("**注意：**请先备份", "**注意**：请先备份"),
            ("打开**《手册》**，再读**（附录）**一遍", "打开《**手册**》，再读（**附录**）一遍"),
            ("这是_重点_内容", "这是*重点*内容"),
            ("**重点：“备份”**之后", "**重点：“备份”** 之后"),
            // Korean
            ("이것은 **\"중요\"**입니다", "이것은 \"**중요**\"입니다"),
            ("**저장(S)**을 클릭", "**저장(S)** 을 클릭"),
            ("**[저장](save.md)**을 클릭", "**[저장](save.md)** 을 클릭"),
            // Mixed, and scripts with blanks
            ("Contosoの**“Vault”**をopen", "Contosoの“**Vault**”をopen"),
            ("Cliquez sur ** Enregistrer ** ici", "Cliquez sur **Enregistrer** ici"),
            ("das Wort**(wichtig)**e", "das Wort(**wichtig**)e"),
            ("**太字****太字**", "**太字** **太字**"),
        ] {
            assert_eq!(repaired(text).as_deref(), Some(expected), "{text}");
            assert_eq!(repaired(expected), None, "{expected}");
        }
    }

    #[test]
    fn what_cannot_be_repaired_or_needs_it_not_stays() {
        for text in ["", "これは**重要**です", "**[半分**](x.md)。です", "**a\n\nb」**で", "**！**は"] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_but_marks_blanks_and_order_changes(
            text in "[aé重要語ので가다 \n\\\\`*_~「」（）()\\[\\]！：。.<>\"“”\u{FDD0}\u{FDD1}]{0,30}",
        ) {
            check(&text)?;
        }

        #[test]
        fn emphasis_among_words_renders(parts in proptest::collection::vec(phrase(), 1..4)) {
            let text = parts.concat();
            check(&text)?;
            prop_assert!(parts.len() > 1 || literal_marks(&text).is_empty() || repaired(&text).is_some(), "{}", text);
        }
    }

    /// Words with emphasis among them that may or may not render.
    fn phrase() -> impl Strategy<Value = String> {
        let mark = prop_oneof![Just("**"), Just("*"), Just("_"), Just("~~"), Just("***")];
        let content = "(「重要」|“重点”|注意：|保存\\(S\\)|\\[保存\\]\\(x.md\\)|`c`|（注）|語| b「c」 )";
        ("(これは|与|그 |a |)", mark, content, "(です|的|는| b|)")
            .prop_map(|(before, mark, content, after)| format!("{before}{mark}{content}{mark}{after}"))
    }

    fn check(text: &str) -> Result<(), TestCaseError> {
        let marks = literal_marks(text);
        let Some(repaired) = repaired(text) else { return Ok(()) };
        prop_assert!(!marks.is_empty());
        prop_assert!(literal_marks(&repaired).is_empty(), "{}", repaired);
        prop_assert_eq!(super::repaired(&repaired), None);
        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        prop_assert_eq!(words(text), words(&repaired));
        let all = |text: &str| {
            let mut all: Vec<char> = text.replace('_', "*").chars().filter(|c| !c.is_whitespace()).collect();
            all.sort_unstable();
            all
        };
        prop_assert_eq!(all(text), all(&repaired));
        prop_assert_eq!(skeleton(text), skeleton(&repaired));
        Ok(())
    }
}
