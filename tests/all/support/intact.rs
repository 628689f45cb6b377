//! Whether a localized page has everything that its English has besides words. Knows nothing of how handback
//! reads documents: plain patterns over the text of both pages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

/// What has to be in both pages equally often.
static PATTERNS: LazyLock<Vec<(&str, Regex)>> = LazyLock::new(|| {
    [
        ("link target", r"\]\(([^)\s]*)"),
        ("code span", r"`[^`\n]+`"),
        ("address", r#"https?://[^\s)>"'\]|]+"#),
        ("tag", r"</?[a-zA-Z][^<>]*>"),
        ("GUID", r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        ("directive", r"(?m)^ *:::.*$|\[!INCLUDE[^\]]*\]|\[![A-Z]+\]"),
        ("e-mail", r"[\w.+-]+@[\w-]+\.[\w.]+"),
        ("cell border", r"\|"),
        ("entity", r"&(?:nbsp|lt|gt|amp);"),
        ("fence", r"(?m)^ *```.*$"),
    ]
    .map(|(name, pattern)| (name, Regex::new(pattern).unwrap()))
    .into()
});

/// What handback adds on purpose, and attributes that are translated.
static EXPECTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"<a name="[^"]*"></a>|(?m)^ *ms\.(?:openlocfilehash|sourcegitcommit|translationtype|contentlocale|lasthandoff|locfileid):.*$| title=(?:"[^"]*"|'[^']*')"#).unwrap()
});

/// Differences between an English page and its localized one, one a line; none if it is intact.
pub fn differences(english: &str, localized: &str) -> Vec<String> {
    let text = |page: &str| EXPECTED.replace_all(&page.replace("\r\n", "\n"), "").into_owned();
    let (english, localized) = (text(english), text(localized));
    let mut found = Vec::new();
    for (name, pattern) in &*PATTERNS {
        let count = |page: &str| {
            let mut counts: BTreeMap<String, i64> = BTreeMap::new();
            for place in pattern.find_iter(page) {
                *counts.entry(place.as_str().to_owned()).or_default() += 1;
            }
            counts
        };
        let (wanted, there) = (count(&english), count(&localized));
        let keys = wanted.keys().chain(there.keys()).collect::<std::collections::BTreeSet<_>>();
        for key in keys {
            let (wanted, there) = (wanted.get(key).unwrap_or(&0), there.get(key).unwrap_or(&0));
            if wanted != there {
                found.push(format!("{name} {key:?}: {wanted} in English, {there} here"));
            }
        }
    }
    found
}
