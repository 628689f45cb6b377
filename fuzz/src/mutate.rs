//! Inputs: from seeds, from words that files are made of, and from what was new.

use fastrand::Rng;
use rustc_hash::FxHashSet;

/// What documents, resources, states and memories are made of, and of what they break.
const WORDS: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\u{feff}",
    "\u{a0}",
    "\u{2028}",
    "\u{fdd0}",
    "\u{fdd1}",
    "\0",
    "é",
    "日本",
    "a",
    "word ",
    "1",
    "2026-03-09",
    "---\n",
    "+++\n",
    "title: ",
    "no-loc: [A]\n",
    "# ",
    "## ",
    "===\n",
    "> ",
    "- ",
    "1. ",
    "| a | b |\n",
    "|-|-|\n",
    "|",
    "\\",
    "\\|",
    "`",
    "```\n",
    "~~~\n",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "](",
    "][",
    "![",
    "[^1]",
    "[^1]: ",
    "[a]: b\n",
    "[a](b)",
    "<",
    ">",
    "<a ",
    "</a>",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<br/>",
    "<!--",
    "-->",
    "<code>",
    "</code>",
    "<?",
    "?>",
    "<![CDATA[",
    "translate=\"no\"",
    "href=\"",
    "\"",
    "'",
    "&amp;",
    "&",
    ";",
    "http://",
    "://",
    "@",
    ":",
    "::: zone\n",
    ":::",
    ":::image ",
    "[!NOTE]",
    "[!INCLUDE [a](b)]",
    "{{< ",
    ">}}",
    "{{% ",
    "%}}",
    "{{",
    "}}",
    "{% ",
    "%}",
    "{#",
    "{:",
    "}",
    "{",
    "${",
    "{/*",
    "*/}",
    "import a\n",
    "export const a = {\n",
    "<A b={",
    "/>",
    "!!! note\n",
    "=== \"a\"\n",
    "/// note\n",
    "--8<--\n",
    "*[A]: b\n",
    "$$",
    "++",
    "<!-- handback:skip -->",
    "<!-- handback:end -->",
    "<!-- handback:note a -->",
    "a = b\n",
    "b =\n    c\n",
    "-t = u\n",
    ".x = y\n",
    "{ \"",
    "\" }",
    "{ $x }",
    "{ $x ->\n",
    "   [one] ",
    "  *[other] ",
    "F(",
    ")",
    "\\u00",
    "\\U0000",
    "# a\n",
    "version: 2\n",
    "messages:\n",
    "a: {type: HT, ",
    "source: ",
    "target: ",
    "}\n",
    "<tu>",
    "<tuv xml:lang=\"en\">",
    "<seg>",
    "</seg>",
    "</tuv>",
    "</tu>",
    "<tmx>",
    "<body>",
    "&#x",
    "<!DOCTYPE",
    "msgid \"",
    "msgstr \"",
    "msgid_plural \"",
    "msgctxt \"",
    "#, fuzzy\n",
    "#~ ",
];

/// How long inputs get, in bytes. Longer ones are rare: most of what there is to find is short.
const LONGEST: usize = 2 << 10;
const LONGEST_OF_ALL: usize = 64 << 10;
/// How many inputs are kept.
const MOST: usize = 4096;

/// Inputs of one target.
pub struct Pool {
    inputs: Vec<String>,
    said: FxHashSet<u64>,
}

impl Pool {
    pub fn of(seeds: &[&str]) -> Self {
        Self { inputs: seeds.iter().map(|seed| (*seed).to_owned()).collect(), said: FxHashSet::default() }
    }

    /// Keeps an input after which the target says something new.
    pub fn learn(&mut self, input: String, said: u64) {
        if input.len() <= LONGEST && self.said.len() < 1 << 20 && self.said.insert(said) {
            match self.inputs.len() < MOST {
                true => self.inputs.push(input),
                false => {
                    let at = fastrand::usize(..MOST);
                    self.inputs[at] = input;
                }
            }
        }
    }

    /// The next input.
    pub fn next(&self, rng: &mut Rng) -> String {
        let mut input = self.any(rng).to_owned();
        for _ in 0..1 + rng.usize(..6) {
            self.change(&mut input, rng);
        }
        // Once in a while one that is long, since only that shows what takes too long.
        if rng.u32(..2000) == 0 && !input.is_empty() {
            let piece = piece(&input, rng).to_owned();
            while !piece.is_empty() && input.len() < LONGEST_OF_ALL {
                input.push_str(&piece);
            }
        } else if input.len() > LONGEST {
            input.truncate(boundary(&input, LONGEST));
        }
        input
    }

    fn any(&self, rng: &mut Rng) -> &str {
        if self.inputs.is_empty() { "" } else { &self.inputs[rng.usize(..self.inputs.len())] }
    }

    fn change(&self, input: &mut String, rng: &mut Rng) {
        let at = boundary(input, rng.usize(..=input.len()));
        match rng.u32(..10) {
            0..=3 => input.insert_str(at, WORDS[rng.usize(..WORDS.len())]),
            4 | 5 => {
                let end = boundary(input, (at + 1 + rng.usize(..12)).min(input.len())).max(at);
                input.replace_range(at..end, if rng.bool() { "" } else { WORDS[rng.usize(..WORDS.len())] });
            }
            6 => input.insert_str(at, piece(self.any(rng), rng)),
            7 => {
                let piece = piece(input, rng).to_owned();
                input.insert_str(at, &piece.repeat(1 + rng.usize(..4)));
            }
            8 => {
                let word = WORDS[rng.usize(..WORDS.len())];
                input.insert_str(at, &word.repeat(1 + rng.usize(..40)));
            }
            _ => input.truncate(at),
        }
    }
}

/// A stretch of a text.
fn piece<'t>(text: &'t str, rng: &mut Rng) -> &'t str {
    let start = boundary(text, rng.usize(..=text.len()));
    let end = boundary(text, (start + rng.usize(..64)).min(text.len())).max(start);
    &text[start..end]
}

/// The place between characters that is next before a place.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
