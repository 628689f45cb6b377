//! Puts declarations of variables into the text of a `handback.yaml`, where everything else stays as it is.

use handback_core::variables::declaration::Variable;
use handback_core::variables::suggest;

/// The configuration with more variables declared; the error says why they cannot be put there.
pub fn declare(yaml: &str, variables: &[Variable]) -> Result<String, &'static str> {
    let entries: String = variables.iter().map(|variable| format!("  {}\n", line(variable))).collect();
    let newline = if yaml.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<&str> = yaml.lines().collect();
    let entries = entries.trim_end();
    match lines.iter().position(|line| line.starts_with("variables:")) {
        Some(at) => {
            let value = lines[at]["variables:".len()..].split('#').next().unwrap_or("").trim();
            let end = block_end(&lines, at);
            match value {
                "" if lines[at + 1..end].iter().all(|line| is_two_deep(line)) => lines.insert(end, entries),
                "" => return Err("its `variables` are not indented by two blanks each"),
                "{}" => lines.splice(at..=at, ["variables:", entries]).for_each(drop),
                _ => return Err("its `variables` stand in one line"),
            }
        }
        None => match lines.iter().position(|line| line.starts_with("# variables: {}")) {
            Some(at) => lines.splice(at..=at, ["variables:", entries]).for_each(drop),
            None => lines.extend(["variables:", entries]),
        },
    }
    let mut out = lines.join("\n");
    out.push('\n');
    Ok(if newline == "\n" { out } else { out.replace('\n', newline) })
}

/// Where the block of a key ends: behind the last line that belongs to it.
fn block_end(lines: &[&str], key: usize) -> usize {
    let belongs = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '\t', '#']);
    let inner = lines[key + 1..].iter().take_while(|line| belongs(line)).collect::<Vec<_>>();
    let used = inner.iter().rposition(|line| line.starts_with([' ', '\t']) && !line.trim().is_empty());
    key + 1 + used.map_or(0, |last| last + 1)
}

fn is_two_deep(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with('#') || line.starts_with("  ")
}

/// A declaration in one line: `app: { heading: 1 }`.
pub fn line(variable: &Variable) -> String {
    let declaration = suggest::declaration(variable);
    let parts: Vec<String> = declaration.iter().map(|(key, value)| format!("{key}: {}", scalar(value))).collect();
    format!("{}: {{ {} }}", variable.name, parts.join(", "))
}

/// A value as YAML: patterns in single quotes, in which backslashes are themselves.
fn scalar(value: &serde_json::Value) -> String {
    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase());
    match value.as_str() {
        Some("true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n") => value.to_string(),
        Some(text) if is_word(text) => text.to_owned(),
        Some(text) if text.contains('\\') && !text.contains('\'') => format!("'{text}'"),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::settings::config::Config;

    fn variables() -> Vec<Variable> {
        let yaml = "locales: []\nvariables:\n  app: { heading: 1 }\n  offer: { pattern: 'x(\\d+)' }\n";
        Config::parse(yaml, Path::new(".")).unwrap().variables
    }

    #[test]
    fn declarations_go_where_variables_stand() {
        let entries = "  app: { heading: 1 }\n  offer: { pattern: 'x(\\d+)' }\n";
        for (yaml, expected) in [
            ("locales: []\n", format!("locales: []\nvariables:\n{entries}")),
            ("variables: {}\nhash: sha1\n", format!("variables:\n{entries}hash: sha1\n")),
            ("a: 1\n# variables: {} # and so on\n# b: 2\n", format!("a: 1\nvariables:\n{entries}# b: 2\n")),
            (
                "variables: # ours\n  day: { after: x }\n\n  # more\n  dev: { row: y }\n\n# tail\nhash: sha1\n",
                format!(
                    "variables: # ours\n  day: {{ after: x }}\n\n  # more\n  dev: {{ row: y }}\n{entries}\n# tail\nhash: sha1\n"
                ),
            ),
            ("a: 1\r\nvariables:\r\n", format!("a: 1\nvariables:\n{entries}").replace('\n', "\r\n")),
        ] {
            assert_eq!(declare(yaml, &variables()).as_deref(), Ok(expected.as_str()), "{yaml}");
        }
        for yaml in ["variables: { day: { after: x } }\n", "variables:\n day: { after: x }\n"] {
            assert!(declare(yaml, &variables()).is_err(), "{yaml}");
        }
    }
}
