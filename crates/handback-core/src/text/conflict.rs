//! The marks that a merge leaves in a file: `<<<<<<<`, `=======`, `>>>>>>>`.

/// The two sides of a text that holds whole conflicts; `None` if it holds none, or marks that do not fit together.
pub fn sides(text: &str) -> Option<[String; 2]> {
    if !text.contains("<<<<<<< ") {
        return None;
    }
    let mut sides = [String::new(), String::new()];
    let mut place = Place::Around;
    for line in text.split_inclusive('\n') {
        place = match (mark(line), place) {
            (Some("<<<<<<<"), Place::Around) => Place::Ours,
            (Some("|||||||"), Place::Ours) => Place::Base,
            (Some("======="), Place::Ours | Place::Base) => Place::Theirs,
            (Some(">>>>>>>"), Place::Theirs) => Place::Around,
            // A line of equals signs is a heading's in Markdown.
            (None | Some("======="), place) => {
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
    (place == Place::Around && text.lines().any(|line| mark(line) == Some(">>>>>>>"))).then_some(sides)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Around,
    Ours,
    Base,
    Theirs,
}

fn mark(line: &str) -> Option<&str> {
    let word = line.trim_end_matches(['\n', '\r']);
    let word = word.split(' ').next()?;
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(&word).then_some(word)
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
    fn what_is_no_whole_conflict_has_no_sides() {
        for text in
            ["a\n", "<<<<<<< HEAD\na\n", "a\n>>>>>>> b\n<<<<<<< HEAD\n", "<<<<<<< HEAD\n=======\n<<<<<<< HEAD\n"]
        {
            assert_eq!(sides(text), None, "{text}");
        }
    }
}
