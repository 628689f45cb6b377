//! The address that a site is published at, as its configuration says: links to it are links within the site.

use std::path::Path;

use super::{Site, first_file, javascript};

/// Generators by the keys that have their address, in order of preference.
const KEYS: [(&str, &[&str]); 6] = [
    ("Hugo", &["baseURL", "baseurl", "baseUrl"]),
    ("Docusaurus", &["url"]),
    ("Astro", &["site"]),
    ("MkDocs", &["site_url"]),
    ("Jekyll", &["url"]),
    ("VitePress", &["hostname"]),
];

/// The address of a site, without a `/` at its end; `None` if the configuration does not plainly say it.
pub fn of(root: &Path, site: &Site) -> Option<String> {
    let (_, keys) = KEYS.iter().find(|(name, _)| *name == site.name)?;
    let (_, text) = first_file(root, &[site.by.as_str()]).ok()??;
    let is_program = [".js", ".ts", ".mjs", ".mts", ".cjs", ".cts"].iter().any(|end| site.by.ends_with(end));
    let value = |key: &&str| if is_program { javascript::string(&text, key) } else { plain(&text, key) };
    let found = keys.iter().find_map(value)?;
    let is_address = found.starts_with("https://") || found.starts_with("http://");
    is_address.then(|| found.trim_end_matches('/').to_owned())
}

/// The value of a key at the start of a line, in YAML, TOML or JSON.
fn plain(text: &str, key: &str) -> Option<String> {
    text.lines().find_map(|line| {
        let rest = line.trim_start_matches([' ', '\t', '"']).strip_prefix(key)?;
        let rest = rest.trim_start_matches(['"', ' ']).strip_prefix([':', '='])?.trim_start();
        let value = rest.trim_start_matches(['"', '\'']);
        Some(value[..value.find(['"', '\'', ' ', '#', ',']).unwrap_or(value.len())].to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn values_are_found_in_every_format() {
        for text in [
            "a: b\nbaseURL: https://harbor.example/ # ours\n",
            "baseURL = \"https://harbor.example/\"\n",
            "{\n  \"baseURL\": \"https://harbor.example/\",\n}\n",
        ] {
            assert_eq!(plain(text, "baseURL").as_deref(), Some("https://harbor.example/"), "{text}");
        }
        assert_eq!(plain("baseURLs: x\nmy baseURL: y\n", "baseURL"), None);
    }
}
