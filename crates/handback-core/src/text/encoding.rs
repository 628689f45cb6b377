//! The bytes of a file as text: UTF-8, or UTF-16 by its byte order mark, or what spreadsheets write.

/// Why the bytes are no text, with the line in which that shows.
pub type Flaw = (u32, &'static str);

/// Windows-1252 from 0x80 to 0x9F; what it leaves free stands for itself.
pub const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// A text in UTF-8, or in UTF-16 with a byte order mark.
pub fn unicode(bytes: &[u8]) -> Result<String, Flaw> {
    let wide = |unit: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        let text = String::from_utf16(&units).ok().filter(|_| bytes.len().is_multiple_of(2));
        text.ok_or((1, "not UTF-16, as its byte order mark says; the file may be cut off"))
    };
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xFE, 0xFF, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => std::str::from_utf8(rest).map(str::to_owned).map_err(|error| {
            let line = 1 + memchr::memchr_iter(b'\n', &rest[..error.valid_up_to()]).count() as u32;
            (line, "neither UTF-8 nor UTF-16: have the tool save the file as UTF-8")
        }),
    }
}

/// The same of a file that a spreadsheet wrote, which may be in Windows-1252; says whether it is.
pub fn spreadsheet(bytes: &[u8]) -> Result<(String, bool), Flaw> {
    let is_marked = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if is_marked || std::str::from_utf8(bytes).is_ok() {
        return Ok((unicode(bytes)?, false));
    }
    let of = |byte: &u8| match byte {
        0x80..=0x9F => HIGH[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    Ok((bytes.iter().map(of).collect(), true))
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
        assert_eq!(spreadsheet(b"caf\xE9 \x80"), Ok(("café €".into(), true)));
        assert_eq!(spreadsheet("é".as_bytes()), Ok(("é".into(), false)));
    }
}
