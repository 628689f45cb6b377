//! The marks that a merge leaves in a file: `<<<<<<<`, `=======`, `>>>>>>>`. Where both sides renamed a file, and where what they have in
//! common is itself a merge, git writes longer ones.

use std::borrow::Cow;

/// How many signs a mark has at least.
const SHORTEST: usize = 7;
/// Marks of so many lengths are taken out of a side. What has more was not left by git, and stays as it is.
const MOST_LENGTHS: usize = 16;

/// The two sides of a text that holds whole conflicts; `None` if it holds none, or marks that do not fit together. Conflicts within a
/// side are taken from that side, too.
pub fn sides(text: &str) -> Option<[String; 2]> {
    let [ours, theirs] = outer_sides(text)?;
    Some([innermost(ours, false), innermost(theirs, true)])
}

/// A text as our side of a conflict has it, or as theirs; as it is if it holds none.
pub fn side(text: &str, is_theirs: bool) -> Cow<'_, str> {
    one_side(text, is_theirs).map_or(Cow::Borrowed(text), |side| Cow::Owned(innermost(side, is_theirs)))
}

/// A side without the conflicts within it.
fn innermost(mut side: String, is_theirs: bool) -> String {
    for _ in 0..MOST_LENGTHS {
        let Some(inner) = one_side(&side, is_theirs) else { break };
        side = inner;
    }
    side
}

fn one_side(text: &str, is_theirs: bool) -> Option<String> {
    let [ours, theirs] = outer_sides(text)?;
    Some(if is_theirs { theirs } else { ours })
}

/// Whether a line is one at which a conflict begins or ends.
pub fn is_border(line: &str) -> bool {
    mark(line).is_some_and(|mark| matches!(mark.sign, '<' | '>')) && line.contains(' ')
}

fn outer_sides(text: &str) -> Option<[String; 2]> {
    let len = text.lines().filter_map(mark).find(|mark| mark.sign == '<')?.len;
    let mut sides = [String::new(), String::new()];
    let mut place = Place::Around;
    for line in text.split_inclusive('\n') {
        // Marks of another length are those of a conflict within a side.
        let sign = mark(line).filter(|mark| mark.len == len).map(|mark| mark.sign);
        place = match (sign, place) {
            (Some('<'), Place::Around) => Place::Ours,
            (Some('|'), Place::Ours) => Place::Base,
            (Some('='), Place::Ours | Place::Base) => Place::Theirs,
            (Some('>'), Place::Theirs) => Place::Around,
            // A line of equals signs is a heading's in Markdown.
            (None | Some('='), place) => {
                if matches!(place, Place::Around | Place::Ours) {
                    sides[0].push_str(line);
                }
                if matches!(place, Place::Around | Place::Theirs) {
                    sides[1].push_str(line);
                }
                place
            }
            _ => return None,
        };
    }
    let ends = |line: &str| mark(line).is_some_and(|mark| mark.sign == '>' && mark.len == len);
    (place == Place::Around && text.lines().any(ends)).then_some(sides)
}

/// The line, from 1, at which the first conflict of a document begins, if it has whole ones that are not shown as code.
pub fn first_in_document(text: &str) -> Option<usize> {
    if !text.contains("<<<<<<< ") {
        return None;
    }
    let mut fence: Option<Fence<'_>> = None;
    let mut first: Option<(usize, usize)> = None;
    let mut place = Place::Around;
    for (number, line) in text.lines().enumerate() {
        let is_shown = fence.is_some();
        fence = match fence.take() {
            None => Fence::opened(line),
            Some(open) => Some(open).filter(|open| !open.is_closed_by(line)),
        };
        if is_shown || fence.is_some() {
            continue;
        }
        let sign = mark(line).filter(|mark| first.is_none_or(|(_, len)| mark.len == len));
        place = match (sign.map(|mark| mark.sign), place) {
            (Some('<'), Place::Around) if is_border(line) => {
                first = first.or(sign.map(|mark| (number + 1, mark.len)));
                Place::Ours
            }
            (Some('|'), Place::Ours) => Place::Base,
            (Some('='), Place::Ours | Place::Base) => Place::Theirs,
            (Some('>'), Place::Theirs) => return first.map(|(line, _)| line),
            (_, place) => place,
        };
    }
    None
}

/// What shows the lines after it as they are, up to its end.
#[derive(Clone, Copy)]
struct Fence<'t> {
    end: &'t str,
}

impl<'t> Fence<'t> {
    fn opened(line: &'t str) -> Option<Self> {
        let line = line.trim_start_matches([' ', '>', '\t']);
        let run = |c: char| &line[..line.len() - line.trim_start_matches(c).len()];
        if let Some(end) = ['`', '~'].into_iter().map(run).find(|run| run.len() > 2) {
            return Some(Self { end });
        }
        let begins = [("<pre", "</pre"), ("{% highlight", "{% endhighlight"), ("{{< highlight", "{{< /highlight")];
        let end =
            begins.iter().find(|(begin, end)| line.starts_with(begin) && !line.contains(end)).map(|(_, end)| *end);
        end.map(|end| Self { end })
    }

    fn is_closed_by(self, line: &str) -> bool {
        match self.end.starts_with(['`', '~']) {
            true => line.trim_start_matches([' ', '>', '\t']).starts_with(self.end),
            false => line.contains(self.end),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Around,
    Ours,
    Base,
    Theirs,
}

/// The signs at the beginning of a line that are a mark.
#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    len: usize,
}

fn mark(line: &str) -> Option<Mark> {
    let sign = line.chars().next().filter(|sign| matches!(sign, '<' | '|' | '=' | '>'))?;
    let word = line.trim_end_matches(['\n', '\r']).split(' ').next()?;
    let is_mark = word.len() >= SHORTEST && word.chars().all(|c| c == sign);
    is_mark.then_some(Mark { sign, len: word.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_of_whole_conflicts() {
        let text =
            "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\nd\n<<<<<<< HEAD\n||||||| base\nx\n=======\ny\n>>>>>>> o\n";
        assert_eq!(sides(text), Some(["a\nb\nd\n".to_owned(), "a\nc\nd\ny\n".to_owned()]));
        let windows = "Title\r\n=======\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> other\r\n";
        assert_eq!(sides(windows).unwrap()[0], "Title\r\n=======\r\nb\r\n");
    }

    #[test]
    fn conflicts_within_a_side_are_taken_from_that_side() {
        let renamed = "<<<<<<<< HEAD:a\nx\n========\ny\n>>>>>>>> other:b\nz\n";
        assert_eq!(sides(renamed), Some(["x\nz\n".to_owned(), "y\nz\n".to_owned()]));
        let nested = format!("<<<<<<< HEAD\n{renamed}=======\n{renamed}w\n>>>>>>> other\n");
        assert_eq!(sides(&nested), Some(["x\nz\n".to_owned(), "y\nz\nw\n".to_owned()]));
        assert_eq!(side(&nested, true), "y\nz\nw\n");
        assert_eq!(side("a\n", true), "a\n");
        assert!(
            is_border("<<<<<<<<< HEAD") && is_border(">>>>>>> b") && !is_border("<<<<<<<") && !is_border("======= x")
        );
        assert_eq!(first_in_document(renamed), Some(1));
    }

    #[test]
    fn marks_of_many_lengths_do_not_multiply() {
        let conflict = |len: usize| {
            let [begin, between, end] = ["<", "=", ">"].map(|sign| sign.repeat(len));
            format!("{begin} a\nours\n{between}\ntheirs\n{end} b\n")
        };
        let text: String = (SHORTEST..60).map(conflict).collect();
        let [ours, theirs] = sides(&text).unwrap();
        assert!(ours.starts_with("ours\nours\n") && theirs.starts_with("theirs\ntheirs\n"));
        assert!(ours.contains("<<<<<<< a"), "what git never leaves stays");
    }

    #[test]
    fn conflicts_of_a_document_are_known_from_from_those_that_it_shows() {
        let conflict = "<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n";
        assert_eq!(first_in_document(&format!("# Title\n\n{conflict}")), Some(3));
        assert_eq!(first_in_document(&format!("```sh\nls\n```\n\n{conflict}").replace('\n', "\r\n")), Some(5));
        for shown in [
            format!("```diff\n{conflict}```\n"),
            format!("> ~~~~\n{conflict}~~~~\n"),
            format!("<pre>\n{conflict}</pre>\n"),
            format!("{{% highlight text %}}\n{conflict}{{% endhighlight %}}\n"),
            "<<<<<<< HEAD\nThe mark above begins a conflict.\n".to_owned(),
            conflict.replace("<<<<<<<", "    <<<<<<<"),
        ] {
            assert_eq!(first_in_document(&shown), None, "{shown}");
        }
    }

    #[test]
    fn what_is_no_whole_conflict_has_no_sides() {
        for text in
            ["a\n", "<<<<<<< HEAD\na\n", "a\n>>>>>>> b\n<<<<<<< HEAD\n", "<<<<<<< HEAD\n=======\n<<<<<<< HEAD\n"]
        {
            assert_eq!(sides(text), None, "{text}");
        }
    }
}
