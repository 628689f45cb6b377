//! Link targets that name the locale of their page: `/en/guide` of the English is `/fr/guide` in French.
//!
//! Rules hold for whole pages, as they are written: resources keep the targets of the English, so that texts of all
//! locales can be compared.

use std::borrow::Cow;
use std::sync::Arc;

use crate::document::Syntax;
use crate::document::links::{Live, Mention, in_front_matter, mentions};
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;

/// What a page is written in.
#[derive(Debug, Clone)]
pub struct Form {
    pub syntax: Syntax,
    pub constructs: Arc<Constructs>,
}

/// Targets that begin with one text begin with another in a locale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRule {
    pub from: String,
    pub to: String,
}

/// A page with its targets by the rules; those that are to `stay` as they are in English do.
pub fn localized<'t>(text: &'t str, form: &Form, rules: &[LinkRule], stays: &dyn Fn(&str) -> bool) -> Cow<'t, str> {
    let by_rule = |target: &str| {
        let rule = rules.iter().find(|rule| target.starts_with(&rule.from)).filter(|_| !stays(target))?;
        Some(format!("{}{}", rule.to, &target[rule.from.len()..]))
    };
    replaced(text, form, &by_rule)
}

/// A localized page with the targets that its English has: what [`localized`] makes the same of again. A target that the
/// English has as it is, in `english`, is nobody's localization.
pub fn undone<'t>(
    text: &'t str,
    form: &Form,
    rules: &[LinkRule],
    stays: &dyn Fn(&str) -> bool,
    english: &str,
) -> Cow<'t, str> {
    if rules.is_empty() {
        return Cow::Borrowed(text);
    }
    let in_head = in_front_matter(english, form.constructs.flavor);
    let literal: Vec<&str> =
        mentions(english, form.syntax).into_iter().chain(in_head).map(|mention| mention.target).collect();
    let before = |target: &str| {
        let rule = rules.iter().find(|rule| target.starts_with(&rule.to))?;
        let before = format!("{}{}", rule.from, &target[rule.to.len()..]);
        let first = rules.iter().find(|rule| before.starts_with(&rule.from));
        (first == Some(rule) && !literal.contains(&target) && !stays(&before)).then_some(before)
    };
    replaced(text, form, &before)
}

/// A page with other targets, where a reader follows them.
fn replaced<'t>(text: &'t str, form: &Form, other: &dyn Fn(&str) -> Option<String>) -> Cow<'t, str> {
    let mut all: Vec<(Mention<'_>, String)> =
        mentions(text, form.syntax).into_iter().filter_map(|mention| Some((mention, other(mention.target)?))).collect();
    let flavor = form.constructs.flavor;
    let in_constructs = construct_targets(text, flavor).into_iter().chain(in_front_matter(text, flavor));
    let in_constructs: Vec<(Mention<'_>, String)> =
        in_constructs.filter_map(|mention| Some((mention, other(mention.target)?))).collect();
    if all.is_empty() && in_constructs.is_empty() {
        return Cow::Borrowed(text);
    }
    if !all.is_empty() {
        let live = Live::of(text, form.syntax, &form.constructs);
        all.retain(|(mention, _)| live.has(*mention));
    }
    all.extend(in_constructs);
    all.sort_by_key(|(mention, _)| mention.at);
    let (mut out, mut copied) = (String::with_capacity(text.len() + all.len() * 4), 0);
    for (mention, target) in all {
        // A target may be found in two ways.
        if mention.at >= copied {
            out.push_str(&text[copied..mention.at]);
            out.push_str(&target);
            copied = mention.at + mention.target.len();
        }
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Addresses that constructs take as their first argument: `{% link en/a.md %}`, `{{< ref "/en/a" >}}`. Sites read these in code,
/// too.
fn construct_targets(text: &str, flavor: Flavor) -> Vec<Mention<'_>> {
    let (marks, names): (&[&str], &[&str]) = match flavor {
        Flavor::Jekyll => (&["{%"], &["link", "post_url"]),
        Flavor::Hugo => (&["{{<", "{{%"], &["ref", "relref"]),
        _ => return Vec::new(),
    };
    let mut found = Vec::new();
    for (start, mark) in marks.iter().flat_map(|mark| text.match_indices(mark)) {
        let inner = &text[start + mark.len()..];
        let inner = inner.trim_start_matches('-').trim_start();
        let Some((name, rest)) = inner.split_once(' ') else { continue };
        let rest = rest.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let rest = &rest[quote.map_or(0, char::len_utf8)..];
        let end =
            |c: char| quote.map_or(c.is_whitespace() || matches!(c, '%' | '>' | '}'), |quote| c == quote || c == '\n');
        let target = rest.split(end).next().unwrap_or("");
        if names.contains(&name) && !target.is_empty() {
            found.push(Mention { at: text.len() - rest.len(), target });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    static FORM: std::sync::LazyLock<Form> =
        std::sync::LazyLock::new(|| Form { syntax: Syntax::Markdown, constructs: Arc::default() });

    const ENGLISH: &str = "---\nurl: /en/front\n---\n[a](/en/guide/#top) ![b](/en/x.png) <a href=\"/en/b\">c</a> `[d](/en/e)`\n\n\
                           ```\n[f](/en/g)\n```\n\n[h]: </en/i j> \"/en/t\"\n[k](/fr/help) [l](/english/) https://harbor.example/en/m\n\n[h]\n";

    fn rules() -> Vec<LinkRule> {
        let rule = |from: &str, to: &str| LinkRule { from: from.into(), to: to.into() };
        vec![rule("/en/", "/fr/"), rule("https://harbor.example/en/", "https://harbor.example/fr/")]
    }

    #[test]
    fn targets_follow_the_rule_and_come_back() {
        let stays = |target: &str| target == "/en/x.png";
        let french = localized(ENGLISH, &FORM, &rules(), &stays);
        let expected = "---\nurl: /en/front\n---\n[a](/fr/guide/#top) ![b](/en/x.png) <a href=\"/fr/b\">c</a> `[d](/en/e)`\n\n\
                        ```\n[f](/en/g)\n```\n\n[h]: </fr/i j> \"/en/t\"\n[k](/fr/help) [l](/english/) https://harbor.example/fr/m\n\n[h]\n";
        assert_eq!(french, expected);
        assert_eq!(undone(&french, &FORM, &rules(), &stays, ENGLISH), ENGLISH);
        // Sites other than DocFX's have destinations in their front matter.
        let site = Form { constructs: Arc::new(Constructs::of(Flavor::Vitepress)), ..FORM.clone() };
        let (english, french): (String, String) = [("/en/a", "/en/x.png"), ("/fr/a", "/en/x.png")]
            .map(|(link, image)| format!("---\nhero:\n  image: {image}\n  actions:\n  - link: '{link}' # next\n---\n"))
            .into();
        assert_eq!(localized(&english, &site, &rules(), &stays), french);
        assert_eq!(undone(&french, &site, &rules(), &stays, &english), english);
        // What stays in English would not become the same again.
        let odd = "[a](/fr/x.png)\n";
        assert_eq!(undone(odd, &FORM, &rules(), &stays, "[a](/en/x.png)\n"), odd);
    }
}
