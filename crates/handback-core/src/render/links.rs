//! Link targets that name the locale of their page: `/en/guide` of the English is `/fr/guide` in French.
//!
//! Rules hold for whole pages, as they are written: resources keep the targets of the English, so that texts of all
//! locales can be compared.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::document::Syntax;
use crate::document::links::{Live, Mention, in_front_matter, mentions};
use crate::text::constructs::Constructs;
use crate::text::flavor::Flavor;
use crate::text::limits::head;
use crate::text::markup::tag_len;

/// What a page is written in.
#[derive(Debug, Clone)]
pub struct Form {
    pub syntax: Syntax,
    pub constructs: Arc<Constructs>,
}

/// Targets that begin with one text begin with another in a locale; or, of an argument of constructs, values are another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkRule {
    /// The name of the argument whose values the rule is about. `None`: it is about targets.
    pub argument: Option<String>,
    pub from: String,
    pub to: String,
}

impl LinkRule {
    /// Whether the rule is about a target.
    pub fn leads(&self, target: &str) -> bool {
        self.argument.is_none() && target.starts_with(&self.from)
    }
}

/// A page with its targets by the rules; those that are to `stay` as they are in English do.
pub fn localized<'t>(text: &'t str, form: &Form, rules: &[LinkRule], stays: &dyn Fn(&str) -> bool) -> Cow<'t, str> {
    let by_rule = |target: &str| {
        let rule = rules.iter().find(|rule| rule.leads(target)).filter(|_| !stays(target))?;
        Some(format!("{}{}", rule.to, &target[rule.from.len()..]))
    };
    let values = Values::of(text, form, rules);
    replaced(text, form, &by_rule, values.with(|rule, value| (value == rule.from).then(|| rule.to.clone())))
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
        let rule = rules.iter().find(|rule| rule.argument.is_none() && target.starts_with(&rule.to))?;
        let before = format!("{}{}", rule.from, &target[rule.to.len()..]);
        let first = rules.iter().find(|rule| rule.leads(&before));
        (first == Some(rule) && !literal.contains(&target) && !stays(&before)).then_some(before)
    };
    let of_english = Values::of(english, form, rules);
    let is_literal = |rule: &LinkRule| of_english.has(rule, &rule.to);
    let values = Values::of(text, form, rules);
    let values = values.with(|rule, value| (value == rule.to && !is_literal(rule)).then(|| rule.from.clone()));
    replaced(text, form, &before, values)
}

/// Values of arguments that rules are about.
struct Values<'t, 'r> {
    found: Vec<(&'r LinkRule, Mention<'t>)>,
}

impl<'t, 'r> Values<'t, 'r> {
    fn of(text: &'t str, form: &Form, rules: &'r [LinkRule]) -> Self {
        let mut found = Vec::new();
        for rule in rules {
            if let Some(name) = &rule.argument {
                found.extend(arguments(text, form, name).into_iter().map(|mention| (rule, mention)));
            }
        }
        Self { found }
    }

    fn has(&self, rule: &LinkRule, value: &str) -> bool {
        self.found.iter().any(|(of, mention)| *of == rule && mention.target == value)
    }

    /// Those that become another value.
    fn with(self, other: impl Fn(&LinkRule, &str) -> Option<String>) -> Vec<(Mention<'t>, String)> {
        let other = |(rule, mention): (&LinkRule, Mention<'t>)| Some((mention, other(rule, mention.target)?));
        self.found.into_iter().filter_map(other).collect()
    }
}

/// A page with other targets, where a reader follows them, and with these values in place of others.
fn replaced<'t>(
    text: &'t str,
    form: &Form,
    other: &dyn Fn(&str) -> Option<String>,
    values: Vec<(Mention<'t>, String)>,
) -> Cow<'t, str> {
    let mut all: Vec<(Mention<'_>, String)> =
        mentions(text, form.syntax).into_iter().filter_map(|mention| Some((mention, other(mention.target)?))).collect();
    let flavor = form.constructs.flavor;
    let in_constructs = construct_targets(text, form).into_iter().chain(in_front_matter(text, flavor));
    let in_constructs = in_constructs.filter_map(|mention| Some((mention, other(mention.target)?)));
    let in_constructs: Vec<(Mention<'_>, String)> = in_constructs.chain(values).collect();
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

/// How constructs with arguments begin and end.
fn marks(flavor: Flavor) -> &'static [(&'static str, &'static str)] {
    match flavor {
        Flavor::Jekyll => &[("{%", "%}")],
        Flavor::Hugo => &[("{{<", ">}}"), ("{{%", "%}}")],
        Flavor::Mkdocs => &[("{{", "}}"), ("{%", "%}")],
        _ => &[],
    }
}

/// No construct that a person wrote is longer; bounds the time that odd input takes.
const LONGEST: usize = 2048;

/// The values of an argument in constructs, which sites read in code, too, and in components, which they do not.
fn arguments<'t>(text: &'t str, form: &Form, name: &str) -> Vec<Mention<'t>> {
    let flavor = form.constructs.flavor;
    let mut found = Vec::new();
    for (open, close) in marks(flavor) {
        for (start, _) in text.match_indices(open) {
            let end = head(&text[start..], LONGEST).find(close).map(|len| start + len);
            found.extend(end.into_iter().flat_map(|end| values(text, start + open.len()..end, name)));
        }
    }
    if !form.constructs.is_mdx && flavor != Flavor::Vitepress {
        return found;
    }
    let is_component = |at: &usize| text[at + 1..].starts_with(|c: char| c.is_ascii_uppercase());
    let tags = text.match_indices('<').map(|(at, _)| at).filter(is_component);
    let tags = tags.filter_map(|at| Some(at..at + tag_len(head(&text[at..], LONGEST))?));
    let in_tags: Vec<Mention<'_>> = tags.flat_map(|tag| values(text, tag, name)).collect();
    if !in_tags.is_empty() {
        let live = Live::of(text, form.syntax, &form.constructs);
        found.extend(in_tags.into_iter().filter(|mention| !live.is_dead(mention.at)));
    }
    found
}

/// The values of an argument in a part of a text: `name="…"`, `name=…`.
fn values<'t>(text: &'t str, range: Range<usize>, name: &str) -> Vec<Mention<'t>> {
    let part = &text[range.clone()];
    let value = |(at, _): (usize, &str)| {
        let is_apart = part[..at].ends_with(|c: char| c.is_whitespace());
        let rest = part[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let rest = &rest[quote.map_or(0, char::len_utf8)..];
        let is_end = |c: char| quote.map_or(c.is_whitespace() || matches!(c, '>' | ','), |quote| c == quote);
        let target = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        is_apart.then_some(Mention { target, at: range.end - rest.len() })
    };
    part.match_indices(name).filter_map(value).collect()
}

/// Names of arguments whose values lead to other pages.
const LEADING: [&str; 4] = ["href", "link", "url", "to"];

/// Addresses in constructs: `{% link en/a.md %}`, `{{< ref "/en/a" >}}`, `{{< card link="/en/a" >}}`. Sites read these in code, too.
fn construct_targets<'t>(text: &'t str, form: &Form) -> Vec<Mention<'t>> {
    let flavor = form.constructs.flavor;
    let names: &[&str] = match flavor {
        Flavor::Jekyll => &["link", "post_url"],
        Flavor::Hugo => &["ref", "relref"],
        _ => return Vec::new(),
    };
    let mut found: Vec<Mention<'_>> = LEADING.iter().flat_map(|name| arguments(text, form, name)).collect();
    for (start, mark) in marks(flavor).iter().flat_map(|(mark, _)| text.match_indices(mark)) {
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
        let rule = |from: &str, to: &str| LinkRule { argument: None, from: from.into(), to: to.into() };
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
        let site = Form { constructs: Arc::new(Constructs::of(Flavor::Hugo)), ..FORM.clone() };
        let english = "{{< card link=\"/en/a\" alt=\"/en/b\" >}} {{% x href=/en/c %}}\n";
        let french = "{{< card link=\"/fr/a\" alt=\"/en/b\" >}} {{% x href=/fr/c %}}\n";
        assert_eq!(localized(english, &site, &rules(), &stays), french);
        assert_eq!(undone(french, &site, &rules(), &stays, english), english);
        // What stays in English would not become the same again.
        let odd = "[a](/fr/x.png)\n";
        assert_eq!(undone(odd, &FORM, &rules(), &stays, "[a](/en/x.png)\n"), odd);
    }

    #[test]
    fn arguments_follow_their_rule_and_come_back() {
        let rule = LinkRule { argument: Some("lang".into()), from: "en".into(), to: "fr".into() };
        let rules = std::slice::from_ref(&rule);
        let there_and_back = |flavor, english: &str, french: &str| {
            let form = Form { constructs: Arc::new(Constructs::of(flavor)), ..FORM.clone() };
            assert_eq!(localized(english, &form, rules, &|_| true), french);
            assert_eq!(undone(french, &form, rules, &|_| true, english), english);
        };
        there_and_back(
            Flavor::Hugo,
            "{{< film id=\"en\" lang=\"en\" >}} {{% film lang=en %}} {{< film lang='de' hreflang=\"en\" >}} lang=\"en\"\n",
            "{{< film id=\"en\" lang=\"fr\" >}} {{% film lang=fr %}} {{< film lang='de' hreflang=\"en\" >}} lang=\"en\"\n",
        );
        there_and_back(
            Flavor::Docusaurus,
            "<Film lang=\"en\" />\n\n<p lang=\"en\">a `<Film lang=\"en\" />`</p>\n\n```\n<Film lang=\"en\" />\n```\n",
            "<Film lang=\"fr\" />\n\n<p lang=\"en\">a `<Film lang=\"en\" />`</p>\n\n```\n<Film lang=\"en\" />\n```\n",
        );
        there_and_back(Flavor::Jekyll, "{% include film.html lang='en' %}\n", "{% include film.html lang='fr' %}\n");
        // The English says `fr` itself: nobody knows what that of a page was.
        let form = Form { constructs: Arc::new(Constructs::of(Flavor::Hugo)), ..FORM.clone() };
        let page = "{{< film lang=\"fr\" >}} {{< film lang=\"fr\" >}}\n";
        assert_eq!(undone(page, &form, rules, &|_| false, "{{< film lang=\"fr\" >}} {{< film lang=\"en\" >}}\n"), page);
    }
}
