//! The bytes of a file as text: Unicode, or what the file says that it is in, or what spreadsheets write.

use encoding_rs::{Encoding, UTF_8};

/// Why the bytes are no text, with the line in which that shows.
pub type Flaw = (u32, String);

/// Windows-1252 from 0x80 to 0x9F; what it leaves free stands for itself.
pub const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// So far into a file its head may say which encoding it has.
const HEAD: usize = 4096;

/// A text in UTF-8, or in UTF-16.
pub fn unicode(bytes: &[u8]) -> Result<String, Flaw> {
    declared(bytes, None)
}

/// A text in Unicode, or else in the encoding that stands behind this word in its head, such as `encoding=`. Whoever says so of
/// a text in UTF-8 did not look: it is read as that.
pub fn declared(bytes: &[u8], word: Option<&str>) -> Result<String, Flaw> {
    if let Some(text) = in_unicode(bytes) {
        let text = text?;
        return match text.find('\0') {
            Some(at) => Err((line_of(&text.as_bytes()[..at]), "holds a NUL character: it is no text file".into())),
            None => Ok(text),
        };
    }
    let label = word.and_then(|word| label(bytes, word));
    let known = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    let decoded = known.filter(|encoding| *encoding != UTF_8).and_then(|encoding| narrow(bytes, encoding));
    decoded.ok_or_else(|| {
        let line = std::str::from_utf8(bytes).map_or_else(|error| line_of(&bytes[..error.valid_up_to()]), |_| 1);
        let why = match label.filter(|_| known != Some(UTF_8)) {
            Some(label) => format!("not in {label}, as the file says of itself: have the tool save the file as UTF-8"),
            None => "neither UTF-8 nor UTF-16: have the tool save the file as UTF-8".to_owned(),
        };
        (line, why)
    })
}

/// Whether the bytes are in UTF-8 or UTF-16, as far as they show it.
pub fn is_unicode(bytes: &[u8]) -> bool {
    in_unicode(bytes).is_some()
}

/// Whether a file that begins so claims to be in UTF-8, or claims nothing.
pub fn is_plain(head: &[u8]) -> bool {
    let is_wide = matches!(head, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [_, 0, ..] | [0, _, ..]);
    let label = label(head, "encoding=");
    !is_wide && label.is_none_or(|label| Encoding::for_label(label.as_bytes()) == Some(UTF_8))
}

/// The bytes in an encoding that is not Unicode, if they can be.
pub fn narrow(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// A text that shows to be in UTF-16 or is in UTF-8.
fn in_unicode(bytes: &[u8]) -> Option<Result<String, Flaw>> {
    let wide = |unit: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).ok().filter(|_| bytes.len().is_multiple_of(2));
        text.ok_or_else(|| (1, "not UTF-16, as it begins; the file may be cut off".to_owned()))
    };
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            Some(Err((1, "UTF-32: have the tool save the file as UTF-8".to_owned())))
        }
        [0xFF, 0xFE, rest @ ..] => Some(wide(u16::from_le_bytes, rest)),
        [0xFE, 0xFF, rest @ ..] => Some(wide(u16::from_be_bytes, rest)),
        // Without a mark: what these files begin with is ASCII.
        [1..=255, 0, 1..=255, 0, ..] => Some(wide(u16::from_le_bytes, bytes)),
        [0, 1..=255, 0, 1..=255, ..] => Some(wide(u16::from_be_bytes, bytes)),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => std::str::from_utf8(rest).ok().map(|text| Ok(text.to_owned())),
    }
}

/// The name of an encoding behind a word in the head of a file.
fn label<'b>(bytes: &'b [u8], word: &str) -> Option<&'b str> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let at = memchr::memmem::find(head, word.as_bytes())? + word.len();
    let rest = head[at..].strip_prefix(b"\"").or_else(|| head[at..].strip_prefix(b"'")).unwrap_or(&head[at..]);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':' | b'.');
    let end = rest.iter().position(|byte| !is_name(byte)).unwrap_or(rest.len());
    std::str::from_utf8(&rest[..end]).ok().filter(|name| !name.is_empty())
}

fn line_of(before: &[u8]) -> u32 {
    1 + memchr::memchr_iter(b'\n', before).count() as u32
}

/// What spreadsheets write texts of a language in where nobody asks for Unicode, the likeliest first: the encoding of Windows,
/// and that of the Macintosh.
pub fn of_spreadsheets(locale: &str) -> Vec<&'static Encoding> {
    let mut parts = locale.split(['-', '_']);
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    let is_traditional = parts.any(|part| ["tw", "hk", "mo", "hant"].contains(&part.to_ascii_lowercase().as_str()));
    let windows = match language.as_str() {
        "ja" => encoding_rs::SHIFT_JIS,
        "ko" => encoding_rs::EUC_KR,
        "zh" if is_traditional => encoding_rs::BIG5,
        "zh" => encoding_rs::GBK,
        "be" | "bg" | "kk" | "ky" | "mk" | "mn" | "ru" | "sr" | "tg" | "uk" => encoding_rs::WINDOWS_1251,
        "bs" | "cs" | "hr" | "hu" | "pl" | "ro" | "sk" | "sl" | "sq" => encoding_rs::WINDOWS_1250,
        "el" => encoding_rs::WINDOWS_1253,
        "az" | "tr" => encoding_rs::WINDOWS_1254,
        "he" | "yi" => encoding_rs::WINDOWS_1255,
        "ar" | "fa" | "ur" => encoding_rs::WINDOWS_1256,
        "et" | "lt" | "lv" => encoding_rs::WINDOWS_1257,
        "vi" => encoding_rs::WINDOWS_1258,
        "th" => encoding_rs::WINDOWS_874,
        _ => encoding_rs::WINDOWS_1252,
    };
    let mut all = vec![windows, encoding_rs::WINDOWS_1252, encoding_rs::MACINTOSH, encoding_rs::X_MAC_CYRILLIC];
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encodings_of_tools_are_read() {
        let wide: Vec<u8> = "\u{feff}é".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(unicode(&wide).as_deref(), Ok("é"));
        assert_eq!(unicode("\u{feff}é".as_bytes()).as_deref(), Ok("é"));
        assert_eq!(unicode(b"a\nb\xE9").unwrap_err().0, 2);
        assert!(unicode(&wide[..3]).is_err());
        for bare in ["<a>é</a>", "# é"] {
            let (little, big): (Vec<u8>, Vec<u8>) = (
                bare.encode_utf16().flat_map(u16::to_le_bytes).collect(),
                bare.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            );
            assert_eq!((unicode(&little).as_deref(), unicode(&big).as_deref()), (Ok(bare), Ok(bare)));
        }
    }

    #[test]
    fn a_file_is_in_what_it_says_unless_it_is_in_unicode() {
        let of = |text: &[u8]| declared(text, Some("encoding="));
        assert_eq!(of(b"<?xml encoding=\"ISO-8859-1\"?>caf\xE9").unwrap(), "<?xml encoding=\"ISO-8859-1\"?>café");
        assert_eq!(of(b"<?xml encoding='Shift_JIS'?>\x93\xFA").unwrap(), "<?xml encoding='Shift_JIS'?>日");
        assert_eq!(of("<?xml encoding='latin1'?>é".as_bytes()).unwrap(), "<?xml encoding='latin1'?>é");
        let po = declared(b"\"Content-Type: text/plain; charset=windows-1252\\n\"\n\x80", Some("charset=")).unwrap();
        assert!(po.ends_with('€'), "{po}");
        let said = |text: &[u8]| of(text).unwrap_err();
        assert_eq!(said(b"<?xml encoding='Shift_JIS'?>\n\x93").0, 2);
        assert!(said(b"<?xml encoding='klingon'?>\xE9").1.contains("not in klingon"));
        assert!(said(b"<?xml encoding='UTF-8'?>\xE9").1.contains("neither"));
        assert!(said(b"a\0b").1.contains("NUL"));
        assert!(said(b"\xFF\xFE\0\0a\0\0\0").1.contains("UTF-32"));
    }

    #[test]
    fn spreadsheets_have_an_encoding_for_every_language() {
        let name = |locale: &str| of_spreadsheets(locale)[0].name();
        assert_eq!(
            ["fr-FR", "ja-JP", "zh-Hant", "zh-CN", "pl"].map(name),
            ["windows-1252", "Shift_JIS", "Big5", "GBK", "windows-1250"]
        );
        assert_eq!(of_spreadsheets("de").len(), 3);
        assert_eq!(narrow(b"caf\xE9 \x80", encoding_rs::WINDOWS_1252).as_deref(), Some("café €"));
        assert_eq!(narrow(b"\x93", encoding_rs::SHIFT_JIS), None);
    }
}
