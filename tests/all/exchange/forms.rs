//! Characters as tools write them: in one form of Unicode or in another.

use handback_core::exchange::{Format, Incoming};
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::{export, file, import, work};
use crate::support::Project;

const NFC: ComposingNormalizerBorrowed<'static> = ComposingNormalizerBorrowed::new_nfc();
const NFD: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizerBorrowed::new_nfd();

/// A project with a wording in each form, one in both, and one with a sign that no normal form keeps.
fn translated() -> Project {
    let project = Project::new("source_locale: en-US\nlocales: [fr-FR]\n");
    project.write(
        "source-docs/a.md",
        "Open the door.\n\nSee [the caf\u{e9}](caf\u{e9}.md).\n\nClose the door.\n\nMeasure 5 \u{2126}.\n",
    );
    project.sync();
    export(&project, Format::Csv);
    work(&project, Format::Csv, |text| (Some(french(text).to_owned()), false));
    import(&project, Format::Csv);
    project
}

fn french(text: &Incoming) -> &'static str {
    match &*text.ticket.id {
        "open-the-door" => "Ouvrez d\u{e9}j\u{e0} la porte.",
        "close-the-door" => "Fermez de\u{301}ja\u{300} la porte d\u{e9}j\u{e0} ouverte.",
        id if id.starts_with("see-the") => "Voir [le caf\u{e9}](caf\u{e9}.md).",
        _ => "Mesurez 5 \u{2126}, d\u{e9}j\u{e0}.",
    }
}

#[test]
fn a_file_in_another_form_changes_nothing() {
    for format in Format::ALL {
        let project = translated();
        export(&project, format);
        let text = project.read(&file(format));
        for form in [NFD.normalize(&text), NFC.normalize(&text)] {
            assert!(form != text, "{format:?}");
            project.write(&file(format), &form);
            assert!(import(&project, format).contains("nothing changed"), "{format:?}");
        }
    }
}

#[test]
fn what_somebody_typed_arrives_put_together() {
    for format in Format::ALL {
        let project = translated();
        export(&project, format);
        work(&project, format, |text| {
            let target = text.target.clone().unwrap();
            let target = match target.starts_with("Voir") {
                true => target.replace("Voir", "Regardez d\u{e9}sormais"),
                false => target,
            };
            (Some(target), false)
        });
        let text = project.read(&file(format));
        project.write(&file(format), &NFD.normalize(&text));
        assert!(import(&project, format).contains(": 1 message translated"), "{format:?}");
        let there = project.read("locales/fr-FR/a.ftl");
        assert!(there.contains("Regardez d\u{e9}sormais [le caf\u{e9}](caf\u{e9}.md)."), "{format:?}: {there}");
    }
}

/// A sign that has another as its normal form is another sign to who typed it.
#[test]
fn another_sign_is_a_change() {
    for format in Format::ALL {
        let project = translated();
        export(&project, format);
        work(&project, format, |text| {
            let target = text.target.clone().unwrap();
            (Some(target.replace("Mesurez 5 \u{2126}, d\u{e9}j\u{e0}", "Mesurez d\u{e9}j\u{e0} 5 \u{2126}")), false)
        });
        assert!(import(&project, format).contains(": 1 message translated"), "{format:?}");
        let there = project.read("locales/fr-FR/a.ftl");
        assert!(there.contains("Mesurez d\u{e9}j\u{e0} 5 \u{2126}."), "{format:?}: {there}");
    }
}
