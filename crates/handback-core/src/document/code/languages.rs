//! How comments are written in the languages of code blocks.

/// The comments of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comments {
    /// What begins a comment that ends with its line.
    pub line: &'static [&'static str],
    /// What begins and ends a comment that may run over lines.
    pub block: &'static [(&'static str, &'static str)],
    /// What strings stand between: no comment begins in them.
    pub quotes: &'static [u8],
}

const C: Comments = Comments { line: &["//"], block: &[("/*", "*/")], quotes: b"\"'`" };
const HASH: Comments = Comments { line: &["#"], block: &[], quotes: b"\"'" };
const BOTH: Comments = Comments { line: &["//", "#"], block: &[("/*", "*/")], quotes: b"\"'" };
const DASHES: Comments = Comments { line: &["--"], block: &[("/*", "*/")], quotes: b"\"'" };
const MARKUP: Comments = Comments { line: &[], block: &[("<!--", "-->")], quotes: b"" };
const COMPONENT: Comments = Comments { line: &["//"], block: &[("<!--", "-->"), ("/*", "*/")], quotes: b"\"'`" };
const STYLE: Comments = Comments { line: &[], block: &[("/*", "*/")], quotes: b"\"'" };
const SEMICOLON: Comments = Comments { line: &[";"], block: &[], quotes: b"\"" };
const SETTINGS: Comments = Comments { line: &["#", ";"], block: &[], quotes: b"\"'" };
const PERCENT: Comments = Comments { line: &["%"], block: &[], quotes: b"\"" };
const SHELL_OF_WINDOWS: Comments = Comments { line: &["#"], block: &[("<#", "#>")], quotes: b"\"'" };

/// By the names that info strings have, as the grammars of GitHub's Linguist and highlight.js list them. A session at a
/// prompt (`console`) is none of them: there `#` is the prompt.
const LANGUAGES: &[(Comments, &[&str])] = &[
    (
        C,
        &[
            "js",
            "javascript",
            "mjs",
            "cjs",
            "jsx",
            "ts",
            "typescript",
            "tsx",
            "java",
            "c",
            "h",
            "cpp",
            "c++",
            "cc",
            "cs",
            "csharp",
            "c#",
            "go",
            "golang",
            "rust",
            "rs",
            "swift",
            "kotlin",
            "kt",
            "scala",
            "dart",
            "json5",
            "jsonc",
            "json",
            "scss",
            "less",
            "sass",
            "proto",
            "protobuf",
            "groovy",
            "gradle",
            "objc",
            "objectivec",
            "zig",
            "solidity",
            "fsharp",
            "fs",
            "f#",
            "bicep",
            "cue",
        ],
    ),
    (BOTH, &["php", "hcl", "terraform", "tf"]),
    (
        HASH,
        &[
            "sh",
            "bash",
            "zsh",
            "fish",
            "shell",
            "python",
            "py",
            "ruby",
            "rb",
            "yaml",
            "yml",
            "toml",
            "docker",
            "dockerfile",
            "make",
            "makefile",
            "perl",
            "pl",
            "r",
            "elixir",
            "ex",
            "exs",
            "nginx",
            "apache",
            "graphql",
            "gql",
            "julia",
            "jl",
            "cmake",
            "nix",
            "env",
            "dotenv",
            "gitignore",
            "text-proto",
            "crystal",
            "tcl",
            "awk",
            "sed",
        ],
    ),
    (SHELL_OF_WINDOWS, &["powershell", "ps1", "pwsh"]),
    (
        DASHES,
        &[
            "sql",
            "mysql",
            "pgsql",
            "postgresql",
            "plsql",
            "tsql",
            "kusto",
            "lua",
            "haskell",
            "hs",
            "ada",
            "elm",
            "vhdl",
        ],
    ),
    (MARKUP, &["html", "xml", "svg", "markdown", "md", "xaml", "csproj"]),
    (COMPONENT, &["vue", "svelte", "astro", "mdx"]),
    (STYLE, &["css"]),
    (SEMICOLON, &["clojure", "clj", "lisp", "scheme", "asm", "nasm"]),
    (SETTINGS, &["ini", "conf", "cfg", "properties", "editorconfig", "systemd"]),
    (PERCENT, &["tex", "latex", "matlab", "erlang", "erl", "prolog"]),
];

/// The comments of the language that an info string names: `rust,ignore`, `{.python}`, `language-js title="x"`.
pub fn comments_of(info: &str) -> Option<Comments> {
    let name = info.trim_start_matches(['{', '.', ' ']).trim_start_matches("language-");
    let end = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | '#' | '-'))).unwrap_or(name.len());
    let name = name[..end].to_ascii_lowercase();
    LANGUAGES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(comments, _)| *comments)
}
