//! Numbers as they are the same in every locale.

/// The numbers of a text: digits of any width, without the marks that group them, and with a point for decimals.
pub fn numbers(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut number = String::new();
        at = digits(&chars, at, &mut number);
        let may_be_grouped = number.len() <= 3;
        while let Some(mark) = chars.get(at).copied().filter(|mark| is_mark(*mark)) {
            let mut part = String::new();
            let end = digits(&chars, at + 1, &mut part);
            match part.len() {
                // `1,000`, `1.000`, `1 000`: also versions such as `1.100`, on both sides alike.
                3 if may_be_grouped => number.push_str(&part),
                0 => break,
                _ if matches!(mark, '.' | ',') => {
                    number.push('.');
                    number.push_str(&part);
                }
                _ => break,
            }
            at = end;
        }
        found.push(number);
    }
    found
}

/// Copies the run of digits at `at`, and returns its end.
fn digits(chars: &[char], mut at: usize, into: &mut String) -> usize {
    while let Some(digit) = chars.get(at).filter(|c| c.is_ascii_digit()) {
        into.push(*digit);
        at += 1;
    }
    at
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '\'' | '\u{2019}' | ' ')
}

/// Full-width digits and blanks of all kinds as ASCII has them.
fn narrow(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' => char::from(b'0' + (c as u32 - 0xff10) as u8),
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{ff0c}' => ',',
        '\u{ff0e}' => '.',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouped_as_each_locale_does() {
        for text in ["1,000", "1.000", "1\u{202f}000", "1 000", "１０００", "1'000"] {
            assert_eq!(numbers(text), ["1000"], "{text}");
        }
        assert_eq!(
            (numbers("1 000 000"), numbers("2024 100")),
            (vec!["1000000".to_owned()], vec!["2024".to_owned(), "100".to_owned()])
        );
        assert_eq!((numbers("3.14"), numbers("3,14")), (vec!["3.14".to_owned()], vec!["3.14".to_owned()]));
        assert_eq!(numbers("in 2024, 12 of 30"), ["2024", "12", "30"]);
        assert_eq!(numbers("1.2.3"), ["1.2.3"]);
        assert_eq!(numbers("no digits"), [""; 0]);
    }
}
