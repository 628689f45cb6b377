//! An analysis as a table, with the columns that buyers and sellers of translations know.

use crate::commands::analyze::{Analysis, Work};

/// A row for each document of each locale, and one for each locale as a whole.
pub fn csv(analysis: &Analysis) -> String {
    let mut out = String::from("Locale,File");
    let bands = analysis.locales.first().map(|locale| &locale.work.bands);
    for band in bands.into_iter().flatten() {
        let title = band.band.title();
        out.push_str(&format!(",{title} segments,{title} words,{title} characters"));
    }
    out.push_str(",Total segments,Total words,Total characters,Cost\r\n");
    for locale in &analysis.locales {
        for document in &locale.documents {
            row(&mut out, &locale.locale, &document.document, &document.work);
        }
        row(&mut out, &locale.locale, "Total", &locale.work);
    }
    out
}

fn row(out: &mut String, locale: &str, document: &str, work: &Work) {
    out.push_str(&format!("{},{}", cell(locale), cell(document)));
    let tallies = work.bands.iter().map(|band| band.tally).chain([work.total()]);
    for tally in tallies {
        out.push_str(&format!(",{},{},{}", tally.texts, tally.words, tally.characters));
    }
    let cost = work.cost.map_or_else(String::new, |cost| format!("{cost:.2}"));
    out.push_str(&format!(",{cost}\r\n"));
}

/// A cell that no spreadsheet computes.
fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n', ';']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
