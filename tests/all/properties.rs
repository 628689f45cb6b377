//! What must hold for any input, valid Markdown or not.

use handback_core::document::{Document, ParseOptions, Syntax};
use handback_core::render::render_source;
use proptest::prelude::*;

use handback::settings::config::Config;

fn options() -> ParseOptions {
    Config::parse("", std::path::Path::new(".")).unwrap().parse
}

/// Pieces that real and broken documents are made of.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "---\n",
        "---\r\n",
        "...\n",
        "title: One\n",
        "title: >-\n  folded\n",
        "description: 'it''s'\r\n",
        "no-loc: [A]\n",
        "ms.date: \n",
        "# Heading\n",
        "#\n",
        "Setext\n===\n",
        "Text ",
        "Text\n",
        "\n",
        "\r\n",
        "\r",
        "\u{feff}",
        "> ",
        ">",
        ">| a | b |\n",
        ">|-|-|\n",
        "| a | b |\n",
        "|---|\n",
        "|:--|--:|\r\n",
        "a \\| b | c | d |\n",
        "- ",
        "1. ",
        "  - nested\n",
        "\t",
        "    code\n",
        "```\n",
        "````\n",
        "~~~\n",
        "::: zone pivot=\"a\"\n",
        "::: zone-end\n",
        ":::\n",
        ":::image source=\"x\":::\n",
        "[!INCLUDE [t](../x.md)]\n",
        "> [!NOTE]\n",
        "> [!NOTE] inline\n",
        "[a]: https://contoso.com\n",
        "[^1]: note\n",
        "[^1]",
        "<p>text</p>\n",
        "<p>",
        "<iframe title='x'></iframe>\n",
        "<a href=\"",
        "<!-- ",
        "-->",
        "<script>",
        "</script>\n",
        "`code`",
        "``",
        "**bold**",
        "[link](x)",
        "![alt](y)",
        "\\",
        "&amp;",
        "<br/>",
        "- [ ] task\n",
        "<!-- handback:skip -->\n",
        "<!-- handback:end -->\n",
        "é",
        "日本語",
        "\u{a0}",
        "\u{202f}",
        "\u{2028}",
        "name: x\n",
        "- name: y\n",
        "  items:\n",
        "metadata:\n",
        "|",
        "*",
        "_",
        "=",
        "\u{0}",
    ]);
    prop_oneof![8 => fixed.prop_map(str::to_owned), 1 => "\\PC{0,6}", 1 => any::<String>()]
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

fn check(source: &str, syntax: Syntax) -> Result<(), TestCaseError> {
    let document = Document::parse(source, syntax, &options());
    prop_assert_eq!(&render_source(&document), source);
    let mut end = 0;
    for unit in &document.units {
        prop_assert!(unit.span.start >= end, "units overlap in {:?}", source);
        prop_assert!(!unit.text.is_empty());
        end = unit.span.end;
        let _ = (document.place(unit), document.row_slug(unit), document.section(unit));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

    #[test]
    fn any_document_is_its_skeleton_and_units(source in document()) {
        check(&source, Syntax::Markdown)?;
        check(&source, Syntax::Yaml)?;
    }

    #[test]
    fn any_text_is_its_skeleton_and_units(source in any::<String>()) {
        check(&source, Syntax::Markdown)?;
        check(&source, Syntax::Yaml)?;
    }

    /// Any text can be written in the place of any unit, and a line stays a line.
    #[test]
    fn any_translation_can_be_put_back(source in document(), text in prop_oneof![document(), any::<String>()]) {
        for syntax in [Syntax::Markdown, Syntax::Yaml] {
            let document = Document::parse(&source, syntax, &options());
            for unit in &document.units {
                let put = document.put_back(unit, &text);
                prop_assert_eq!(document.put_back(unit, &unit.text), &source[unit.span.clone()]);
                let one_line = matches!(unit.kind.name(), "cell" | "attribute");
                prop_assert!(!(one_line && put.contains('\n') && *unit.text != text), "{:?} in {:?}", put, source);
            }
        }
    }

    /// A translation in one cell leaves the number of units and every other unit as they are.
    #[test]
    fn a_cell_stays_a_cell(text in "[a-z|\\\\\n\r `*#>-]{1,30}[a-z]") {
        let source = "| First | Second |\n|:--|:--|\n| one | two |\n\nAfter\n";
        let document = Document::parse(source, Syntax::Markdown, &options());
        let unit = document.units.iter().find(|unit| unit.text == "one").unwrap();
        let page = format!("{}{}{}", &source[..unit.span.start], document.put_back(unit, &text), &source[unit.span.end..]);
        let again = Document::parse(&page, Syntax::Markdown, &options());
        let texts: Vec<_> = again.units.iter().map(|unit| unit.text.to_string()).collect();
        prop_assert_eq!(texts.len(), document.units.len(), "{:?}", page);
        prop_assert_eq!(&texts[3..], ["two", "After"]);
    }

    /// A translation of a paragraph stays one paragraph, in the open and in a quote.
    #[test]
    fn a_paragraph_stays_a_paragraph(text in "[a-z #>+*=.1)~:|_\\[\\]`-]{0,20}(\n[a-z #>+*=.1)~:|_\\[\\]`-]{0,20}){0,3}[a-z]") {
        for source in ["Before\n\nText here\n\nAfter\n", "Before\n\n> Text here\n\nAfter\n", "Before\n\n- Text here\n\nAfter\n"] {
            let document = Document::parse(source, Syntax::Markdown, &options());
            let unit = &document.units[1];
            let page = format!("{}{}{}", &source[..unit.span.start], document.put_back(unit, text.trim()), &source[unit.span.end..]);
            let again = Document::parse(&page, Syntax::Markdown, &options());
            prop_assert_eq!(again.units.len(), 3, "{:?}", page);
            prop_assert_eq!(&again.units[2].text, "After");
        }
    }

    /// A front-matter value reads back as the text that was meant, in whatever style it stands.
    #[test]
    fn values_read_back(text in "\\PC{1,40}", style in prop::sample::select(vec!["One", "'One'", "\"One\"", ">-\n  One", "|\n  One\n  Two", "One\n  Two"])) {
        prop_assume!(!text.trim().is_empty());
        let source = format!("---\ntitle: {style}\nother: x\n---\nBody\n");
        let document = Document::parse(&source, Syntax::Markdown, &options());
        let unit = &document.units[0];
        let page = format!("{}{}{}", &source[..unit.span.start], document.put_back(unit, &text), &source[unit.span.end..]);
        let again = Document::parse(&page, Syntax::Markdown, &options());
        // What cannot be in a block is quoted, with the line break that ends a block.
        let read = if style.starts_with('|') { again.units[0].text.trim_end_matches('\n') } else { &again.units[0].text };
        prop_assert_eq!(read, &text, "{:?}", page);
        prop_assert_eq!(again.front_matter.as_ref().map(|block| block.keys.len()), Some(2));
    }
}

/// Texts as translators see them, with the marks that tell values from prose.
fn inline_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-cA-C0-9 .,;:%$&#/<>\\[\\]()`*_{}@~!\\\\'\"|\n-]{0,40}",
        prop::collection::vec(
            prop_oneof![
                Just("30".to_owned()),
                Just("1,000".to_owned()),
                Just("not".to_owned()),
                Just("`code`".to_owned()),
                Just("[a](/x)".to_owned()),
                Just("https://contoso.com/a".to_owned()),
                Just("a@contoso.com".to_owned()),
                Just("&nbsp;".to_owned()),
                Just("<b>x</b>".to_owned()),
                Just("{name}".to_owned()),
                Just("December 9, 2021".to_owned()),
                Just("データは30日".to_owned()),
                "[a-e]{1,4}",
            ],
            0..8
        )
        .prop_map(|words| words.join(" ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn pieces_stand_in_order_and_hold_every_word(text in inline_text()) {
        use handback_core::text::values::{Piece, pieces};
        let mut at = 0;
        for piece in pieces(&text) {
            let (Piece::Prose(range) | Piece::Value(_, range)) = piece;
            prop_assert!(range.start >= at && range.end <= text.len() && range.start <= range.end);
            // Between pieces stand only the marks around link targets and addresses.
            let between = &text[at..range.start];
            prop_assert!(between.chars().all(|c| "](<>".contains(c)), "{between:?} in {text:?}");
            prop_assert!(text.is_char_boundary(range.end));
            at = range.end;
        }
    }

    #[test]
    fn changes_are_judged_alike_both_ways(old in inline_text(), new in inline_text()) {
        use handback_core::drift::severity::{Severity, classify};
        prop_assume!(old != new);
        // Only a misspelling has a right and a wrong side; here every word is one.
        let there = classify(&old, &new, &|_| true);
        let back = classify(&new, &old, &|_| true);
        // What is only looks one way is only looks the other way.
        prop_assert_eq!(there.severity == Severity::Cosmetic, back.severity == Severity::Cosmetic);
        for swap in there.swaps {
            prop_assert!(old.get(swap.old).is_some() && new.get(swap.new).is_some());
        }
    }

    #[test]
    fn what_is_carried_over_is_the_translation_but_for_values(prose in "[a-d ]{1,12}", old in 2u32..999, new in 2u32..999) {
        use handback_core::drift::{carry::judge, severity::classify};
        prop_assume!(old != new);
        let (before, after) = (format!("{prose} x {old} y"), format!("{prose} x {new} y"));
        let target = format!("é {old} {prose}");
        let verdict = classify(&before, &after, &|_| false);
        let (_, text) = judge(&verdict, &before, &after, Some(&target), "fr-FR");
        prop_assert_eq!(text, Some(format!("é {new} {prose}")));
    }

    #[test]
    fn word_differences_hold_both_texts(old in inline_text(), new in inline_text()) {
        use handback_core::text::words::{Op, diff};
        let stretches = diff(&old, &new);
        let text = |without: Op| stretches.iter().filter(|s| s.op != without).map(|s| s.text.as_str()).collect::<String>();
        prop_assert_eq!(text(Op::Insert), old);
        prop_assert_eq!(text(Op::Delete), new);
    }
}

mod additions {
    use handback_core::catalog::Id;
    use handback_core::catalog::addition::{Anchor, Beside, Place};
    use handback_core::render::additions::Places;

    use super::*;

    proptest! {
        /// Wherever an addition stands, the page without its lines is the page.
        #[test]
        fn a_document_with_additions_is_the_document_and_their_lines(
            pieces in prop::collection::vec(piece(), 1..30),
            at in 0usize..20,
            (past, blank, flush, above) in (0u32..4, 0u32..3, any::<bool>(), any::<bool>()),
        ) {
            // A byte order mark stays first: what stands at the beginning goes between it and the text.
            let source = pieces.concat();
            let source = source.trim_start_matches('\u{feff}').to_owned();
            let document = Document::parse(&source, Syntax::Markdown, &options());
            let ids: Vec<Option<Id>> =
                document.units.iter().enumerate().map(|(at, _)| Some(Id::from(format!("u{at}")))).collect();
            let places = Places::of(&document, &ids);
            let anchor = Anchor { id: format!("u{at}").into(), nth: 1 };
            let beside = match at {
                0 => Beside::Beginning,
                _ if above => Beside::Before(anchor),
                _ => Beside::After(anchor),
            };
            let place = Place { beside, past, blank: Some(blank), flush };
            prop_assert_eq!(&place.to_string().parse::<Place>().unwrap(), &place);
            let Some(spot) = places.find(&place) else { return Ok(()) };
            let above = &source[..spot.at];
            let begins_a_line = above.is_empty() || spot.at == source.len() || above.ends_with('\n');
            prop_assert!(begins_a_line);
            let text = places.laid_out(&spot, &place, "Added\n\ntwice");
            let lines = 3 + blank as usize;
            prop_assert_eq!(text.matches('\n').count(), lines);
            let page = format!("{}{text}{}", &source[..spot.at], &source[spot.at..]);
            let first = source[..spot.at].matches('\n').count() + usize::from(text.starts_with(['\n', '\r'])
                && spot.at == source.len() && !source.is_empty() && !source.ends_with('\n'));
            let kept: Vec<&str> = page.split('\n').enumerate()
                .filter(|(line, _)| *line < first || *line >= first + lines).map(|(_, line)| line.trim_end_matches('\r')).collect();
            let expected: Vec<&str> = source.split('\n').map(|line| line.trim_end_matches('\r')).collect();
            prop_assert_eq!(kept, expected);
        }
    }
}
