//! Destinations of links, as far as they alone say where they lead.

/// What kind of file the end of a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A folder, or a page by the address it has on the site.
    Bare,
    /// A page as the site generator writes it.
    Html,
    Document,
    Image,
    Other,
}

/// The kind of file that a path names.
pub fn kind(path: &str) -> Kind {
    let file = path.rsplit('/').next().unwrap_or("");
    let Some((stem, extension)) = file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()) else { return Kind::Bare };
    let extension = extension.to_ascii_lowercase();
    match extension.as_str() {
        "md" | "markdown" | "mdx" | "yml" | "yaml" => Kind::Document,
        "html" | "htm" => Kind::Html,
        "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif" | "bmp" | "ico" | "tif" | "tiff" => Kind::Image,
        // `System.String` and `v1.2` are no files.
        _ if extension.len() > 4 || stem.is_empty() || !extension.bytes().any(|byte| byte.is_ascii_alphabetic()) => {
            Kind::Bare
        }
        _ if extension.bytes().all(|byte| byte.is_ascii_alphanumeric()) => Kind::Other,
        _ => Kind::Bare,
    }
}

/// A text without percent escapes; as it is where they are none of UTF-8.
pub fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let digits = text.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let escape = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(escape.unwrap_or(*byte));
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// `mailto:`, `xref:`, `javascript:`, `data:`, and the drives of Windows.
pub fn has_scheme(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or("");
    scheme.len() < target.len()
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte))
}
