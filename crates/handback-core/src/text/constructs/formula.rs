//! Formulas of TeX among words: `$a^2$`, `\(a^2\)`.
//!
//! A dollar is a price, a variable of a shell or a formula. What stands around it and between two of them says which.

use super::is_escaped;
use crate::text::flavor::Flavor;
use crate::text::limits::{LONGEST_CONSTRUCT, head};

/// Length of the formula that stands at a place of a text; in those between two dollars on each side see `table`.
pub fn formula_len(flavor: Flavor, text: &str, at: usize) -> Option<usize> {
    // Pages of Microsoft and MDN have none, and write of money and of names with a dollar.
    if matches!(flavor, Flavor::Docfx | Flavor::Mdn) || is_escaped(&text[..at]) {
        return None;
    }
    let rest = &text[at..];
    match rest.as_bytes()[0] {
        b'$' => dollars_len(text, at),
        // `boat\(s\)` is one boat or more.
        b'\\' if !text[..at].ends_with(char::is_alphanumeric) => escaped_brackets_len(flavor, rest),
        _ => None,
    }
}

/// `$n$`: nothing of a word stands before it, no blank inside of the dollars.
fn dollars_len(text: &str, at: usize) -> Option<usize> {
    let inner = &text[at + 1..];
    let is_joined = |c: char| c.is_alphanumeric() || c == '$';
    if text[..at].ends_with(is_joined) || inner.starts_with('$') {
        return None;
    }
    let len = closing_dollar(head(inner, LONGEST_CONSTRUCT))?;
    let (formula, behind) = (&inner[..len], &inner[len + 1..]);
    let is_tight = !formula.starts_with(char::is_whitespace) && !formula.ends_with(char::is_whitespace);
    // `$ n_1 $`: a formula beyond doubt, which many write so.
    let is_certain =
        || (has_command(formula) || has_letters_alone(formula)) && !behind.starts_with(char::is_alphanumeric);
    if !is_tight && !is_certain() || behind.starts_with(|c: char| c.is_ascii_digit() || c == '$') {
        return None;
    }
    // `the $n$th`, but `$HOME/bin:$PATH`.
    let is_apart = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '{');
    let is_one =
        (is_apart && is_plausible(formula)) || (has_sign(formula) && !formula.contains('/')) || is_letter(formula);
    (is_one && !has_phrase(formula) && !splits_cell(text, at, formula)).then_some(len + 2)
}

/// The next dollar without a backslash, unless a paragraph ends before.
fn closing_dollar(inner: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(b'$', &inner.as_bytes()[from..])?;
        if !is_escaped(&inner[..at]) {
            let has_end = inner[..at].contains("\n\n") || inner[..at].contains("\n\r\n");
            return (!has_end).then_some(at);
        }
        from = at + 1;
    }
}

/// `\(n\)`; in mdBook `\\(n\\)`, as a backslash escapes one there.
fn escaped_brackets_len(flavor: Flavor, rest: &str) -> Option<usize> {
    let (open, close) = match flavor {
        Flavor::Mdbook => ("\\\\(", "\\\\)"),
        Flavor::Mkdocs | Flavor::Hugo | Flavor::Jekyll | Flavor::Gfm => ("\\(", "\\)"),
        _ => return None,
    };
    let inner = head(rest.strip_prefix(open)?, LONGEST_CONSTRUCT);
    let len = memchr::memmem::find(inner.as_bytes(), close.as_bytes())?;
    let formula = &inner[..len];
    // Brackets that are escaped for another reason hold words.
    let is_one = has_sign(formula) || is_letter(formula.trim());
    (is_one && !formula.contains('\n') && !has_phrase(formula)).then_some(open.len() + len + close.len())
}

/// Whether what stands between dollars may be a formula at all.
fn is_plausible(formula: &str) -> bool {
    !formula.contains(['`', '"', '“', '”']) && !formula.contains("](") && !formula.contains("://")
}

/// A sign that only formulas have.
fn has_sign(formula: &str) -> bool {
    is_plausible(formula) && formula.contains(['\\', '^', '_', '=', '{', '<', '>', '+'])
}

/// A sign between letters of which each stands alone: `x > 0`.
fn has_letters_alone(formula: &str) -> bool {
    let mut words = formula.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && has_sign(formula) && words.all(|word| word.chars().count() == 1)
}

/// A command of TeX, or what stands above or below a letter.
fn has_command(formula: &str) -> bool {
    let is_command = |at: usize| formula[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    let is_index = |at: usize| formula[..at].ends_with(|c: char| c.is_alphabetic() || matches!(c, '}' | ')'));
    let has_one = formula.match_indices('\\').any(|(at, _)| is_command(at))
        || formula.match_indices(['_', '^']).any(|(at, _)| is_index(at));
    let is_word = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphabetic);
    is_plausible(formula) && has_one && formula.split_whitespace().filter(is_word).count() < 2
}

fn is_letter(formula: &str) -> bool {
    let mut letters = formula.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Two words of prose side by side: in formulas words stand in commands, and in braces.
fn has_phrase(formula: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', '.', ';', ':']);
        word.len() > 2 && word.chars().all(char::is_alphabetic)
    };
    let words: Vec<&str> = formula.split_whitespace().collect();
    !formula.contains('\\') && words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

/// A bar splits the cells of a table before anybody looks for formulas.
fn splits_cell(text: &str, at: usize, formula: &str) -> bool {
    let has_bar = || formula.match_indices('|').any(|(bar, _)| !is_escaped(&formula[..bar]));
    let line = || text[..at].rsplit('\n').next().unwrap_or_default().trim_start();
    formula.contains('|') && has_bar() && line().starts_with('|')
}

/// A text with blanks in place of the formulas between single dollars.
pub fn without_formulas(text: &str) -> std::borrow::Cow<'_, str> {
    let mut out = String::new();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'$', &text.as_bytes()[at..]) {
        let start = at + found;
        let len = formula_len(Flavor::Gfm, text, start);
        out.push_str(&text[at..start]);
        out.push_str(if len.is_some() { " " } else { "$" });
        at = start + len.unwrap_or(1);
    }
    if out.is_empty() {
        return text.into();
    }
    out.push_str(&text[at..]);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::constructs::Constructs;

    fn all(flavor: Flavor, text: &str) -> Vec<&str> {
        Constructs::of(flavor).find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn formulas_are_found() {
        for (text, formulas) in [
            ("A tide of $n$ hours, $h_{low} = 2$.", ["$n$", "$h_{low} = 2$"].as_slice()),
            ("the $n$th pier, $k$-th boat ($x$)", &["$n$", "$k$", "$x$"]),
            (
                "up to ${q_i}^{e_i} \\leq n$ and $\\lfloor a / b \\rfloor !_{\\%p}$",
                &["${q_i}^{e_i} \\leq n$", "$\\lfloor a / b \\rfloor !_{\\%p}$"],
            ),
            ("over\n$a +\nb$ lines", &["$a +\nb$"]),
            ("where $i_d(v) = $ and $ \\bar n $ hold", &["$i_d(v) = $", "$ \\bar n $"]),
            ("if $x > 0 $ or $ a = b $, and", &["$x > 0 $", "$ a = b $"]),
            ("with $|a|$ and $\\text{if } x$", &["$|a|$", "$\\text{if } x$"]),
        ] {
            assert_eq!(all(Flavor::Gfm, text), formulas, "{text}");
            assert_eq!(all(Flavor::Hugo, text), formulas, "{text}");
            assert_eq!(all(Flavor::Docusaurus, text), formulas, "{text}");
        }
        assert_eq!(all(Flavor::Gfm, "$$\nn^2\n$$ (eq:tide)\nand $$n$$ (so)"), ["$$\nn^2\n$$ (eq:tide)", "$$n$$"]);
        assert_eq!(all(Flavor::Gfm, "$$n$$ (so it is)"), ["$$n$$"]);
        assert_eq!(all(Flavor::Mkdocs, r"of \(a^2\) and \(n\), \(if any\)"), [r"\(a^2\)", r"\(n\)"]);
        assert_eq!(all(Flavor::Gfm, r"the boat\(s\) of Kim"), [] as [&str; 0]);
        assert_eq!(all(Flavor::Mdbook, r"of \\(a^2\\) and \(a^2\)"), [r"\\(a^2\\)"]);
    }

    #[test]
    fn prices_and_variables_are_none() {
        for text in [
            "from $5 to $10",
            "US$5, 10$ and A$",
            "pay $5 + $6, set $a = $b",
            "$5-$10, $5/$10",
            "set $HOME/bin:$PATH, $HOME and $PATH",
            "\\$5 and \\$6",
            "the sign $, and the rate $-rate",
            "costs $5 (a lot of money for $a",
            "a $\n\nb$",
            "set $PIER_A and $PIER_B",
            "from $ 5_000 up to $ 6_000",
            "`$a$`",
            "say \"$a\" or \"$b\"",
        ] {
            assert_eq!(all(Flavor::Gfm, text), [] as [&str; 0], "{text}");
        }
        for flavor in [Flavor::Docfx, Flavor::Mdn] {
            assert_eq!(all(flavor, "of $n$ hours"), [] as [&str; 0]);
        }
        // A bar splits cells first.
        assert_eq!(all(Flavor::Gfm, "| $|a|$ | $b$ |"), ["$b$"]);
        assert_eq!(all(Flavor::Gfm, "| $\\|a\\|$ |"), ["$\\|a\\|$"]);
    }

    #[test]
    fn what_is_left_beside_formulas_is_seen() {
        assert_eq!(without_formulas("$a$ or $\\beta$, $5"), "  or  , $5");
        assert_eq!(without_formulas("low tide"), "low tide");
    }
}
