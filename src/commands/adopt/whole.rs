//! Whether a block of a page stands for itself.

/// Elements that may stand without an end tag.
const OPEN_ENDED: [&str; 14] =
    ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr", "p", "li", "td", "tr"];

/// Whether nothing in a block opens or closes what the rest of the page has to close or open. Half of a construct belongs to what
/// the page has in another form than its English.
pub fn is_whole(text: &str) -> bool {
    let text = without_code(text);
    let mut open: Vec<String> = Vec::new();
    for (at, _) in text.match_indices(['<', '{']) {
        let rest = &text[at..];
        let Some(tag) = ["{{%", "{{<", "{%", "<"].iter().find_map(|mark| rest.strip_prefix(mark)) else { continue };
        let is_template = rest.starts_with('{');
        let tag = if is_template { tag.trim_start_matches('-').trim_start() } else { tag };
        let (is_end, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag.trim_start()),
            None => tag.strip_prefix("end").filter(|_| is_template).map_or((false, tag), |tag| (true, tag)),
        };
        let len = tag.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        let name = tag[..len].to_ascii_lowercase();
        let is_link = tag[len..].starts_with([':', '@', '.', '+']);
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || is_link || OPEN_ENDED.contains(&name.as_str()) {
            continue;
        }
        let name = if is_template { format!("{{{name}") } else { name };
        let is_closed = || tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
        match is_end {
            // Templates need not be closed.
            true => match open.iter().rposition(|other| *other == name) {
                Some(at) => open.truncate(at),
                None => return false,
            },
            false if !is_template && is_closed() => {}
            false => open.push(name),
        }
    }
    is_closed(&text) && open.iter().all(|name| name.starts_with('{'))
}

/// Whether every container of a DocFX document or of an admonition that a text opens ends in it.
fn is_closed(text: &str) -> bool {
    let lines = || text.lines().map(str::trim).filter(|line| line.starts_with(":::"));
    let name = |line: &str| line.trim_start_matches([':', ' ']).to_owned();
    let opens = |line: &&str| {
        let name = name(line);
        ["row", "column", "zone", "moniker"].iter().any(|begin| name.starts_with(begin)) && !name.contains("-end")
    };
    let ends = lines().filter(|line| name(line).contains("-end")).count();
    let marks = lines().filter(|line| *line == ":::" || !line.ends_with(":::")).count();
    lines().filter(opens).count() == ends && (ends > 0 || marks % 2 == 0)
}

/// A text without its blocks and spans of code, and without comments.
fn without_code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    let ends = [("<!--", "-->"), ("```", "```"), ("~~~", "~~~"), ("`", "`")];
    while let Some(at) = rest.find(['<', '`', '~']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let found = ends.iter().find(|(begin, _)| rest.starts_with(begin));
        let len = found.and_then(|(begin, end)| Some(begin.len() + rest[begin.len()..].find(end)? + end.len()));
        match len {
            Some(len) => rest = &rest[len..],
            None => {
                out.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_construct_is_no_addition() {
        for text in [
            "Text <br> and <https://fabrikam.com> or <kim@fabrikam.com>.",
            "<details>\n<summary>More</summary>\n\nText `</div>`.\n</details>",
            "{{< figure src=\"a.png\" >}}",
            "{{% alert %}}\nText\n{{% /alert %}}",
            "```html\n</div>\n```",
            "<!-- </div> -->",
            "<img src=\"a.png\" />",
            ":::note\nText\n:::\n",
            ":::row:::\nText\n:::row-end:::",
            "::: zone pivot=\"a\"\nText\n::: zone-end",
            "1 < 2",
        ] {
            assert!(is_whole(text), "{text}");
        }
        for text in [
            "{{% /alert %}}",
            "{% endif %}",
            "</div>",
            "<details>\n\nText",
            "Text\n:::note",
            ":::row-end:::",
            "::: zone pivot=\"a\"",
            "</b>Text<b>",
        ] {
            assert!(!is_whole(text), "{text}");
        }
    }
}
