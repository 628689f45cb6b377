//! Memories that were made from the project's own texts.

use handback_core::exchange::Format;

use super::{export, file};
use crate::support::Project;

const CONFIG: &str = "locales: [fr-FR]\nvariables: {app: {heading: 1}}\ntranslate: {memory: [\"tm/*\"]}\n";

fn project() -> Project {
    let project = Project::new(CONFIG);
    for app in ["Mail", "Chat"] {
        let text = format!("# {app}\n\n{app} keeps **your** data {{ here }}.\n\nOpen `it` in {app}.\n");
        project.write(&format!("source-docs/{app}.md"), &text);
    }
    project.sync();
    project
}

fn translated() -> Project {
    let project = project();
    project.write(
        "locales/fr-FR/shared.ftl",
        "app-keeps-your-data-here = { $app } garde **vos** données { \"{\" } ici { \"}\" }.\nopen-it-in-app = Ouvrez `it` dans { $app }.\n",
    );
    project.sync();
    project
}

#[test]
fn a_memory_with_the_projects_own_placeables_matches_exactly() {
    for format in [Format::Tmx, Format::Po] {
        let from = translated();
        assert!(
            from.read("locales/fr-FR/shared.yaml").contains("type: HT"),
            "{}",
            from.read("locales/fr-FR/shared.yaml")
        );
        export(&from, format);
        let to = project();
        std::fs::create_dir(to.path("tm")).unwrap();
        std::fs::copy(from.path(&file(format)), to.path(&format!("tm/fr-FR.{}", format.extension()))).unwrap();
        let shown = to.run(&["translate", "--date", "2026-02-01"]);
        assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
        let wordings = |project: &Project| -> Vec<String> {
            let resource = project.read("locales/fr-FR/shared.ftl");
            resource.lines().filter(|line| line.contains(" = ")).map(str::to_owned).collect()
        };
        assert_eq!(wordings(&to), wordings(&from), "{format:?}: {}", shown.out);
        assert!(to.read("locales/fr-FR/shared.yaml").contains("{type: HT, origin: memory"));
    }
}

#[test]
fn a_memory_of_what_is_approved_has_dates_and_names() {
    let project = translated();
    project.run(&["review", "--locale", "fr-FR"]);
    export(&project, Format::Tmx);
    let text = project.read("out/fr-FR.tmx").replace(env!("CARGO_PKG_VERSION"), "[version]");
    insta::assert_snapshot!(text, @r#"
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4">
     <header creationtool="handback" creationtoolversion="[version]" segtype="block" o-tmf="handback" adminlang="en" srclang="en-US" datatype="plaintext"/>
     <body>
      <tu tuid="handback:fr-FR:app-keeps-your-data-here:21e3166603c24a53:58ffc29111fb9090:-:-" changedate="20260131T000000Z">
       <prop type="x-handback">handback:fr-FR:app-keeps-your-data-here:21e3166603c24a53:58ffc29111fb9090:-:-</prop>
       <note>context: Chat.md, Chat (paragraph); 2 documents share it</note>
       <note>value: $app (String) - heading of level 1, for example “Chat”</note>
       <note>after: Open `it` in { $app }. → Ouvrez `it` dans { $app }.</note>
       <tuv xml:lang="en-US">
        <seg><ph x="1">{ $app }</ph> keeps <bpt i="2" x="2">**</bpt>your<ept i="2">**</ept> data <ph x="3">{"{"} here }</ph>.</seg>
       </tuv>
       <tuv xml:lang="fr-FR">
        <seg><ph x="1">{ $app }</ph> garde <bpt i="2" x="2">**</bpt>vos<ept i="2">**</ept> données <ph x="4">{"{"} ici }</ph>.</seg>
       </tuv>
      </tu>
      <tu tuid="handback:fr-FR:open-it-in-app:e979484c32c661a5:8dc09563477bcc38:-:-" changedate="20260131T000000Z">
       <prop type="x-handback">handback:fr-FR:open-it-in-app:e979484c32c661a5:8dc09563477bcc38:-:-</prop>
       <note>context: Chat.md, Chat (paragraph); 2 documents share it</note>
       <note>value: $app (String) - heading of level 1, for example “Chat”</note>
       <note>before: { $app } keeps **your** data { here }. → { $app } garde **vos** données { ici }.</note>
       <tuv xml:lang="en-US">
        <seg>Open <ph x="1">`it`</ph> in <ph x="2">{ $app }</ph>.</seg>
       </tuv>
       <tuv xml:lang="fr-FR">
        <seg>Ouvrez <ph x="1">`it`</ph> dans <ph x="2">{ $app }</ph>.</seg>
       </tuv>
      </tu>
     </body>
    </tmx>
    "#);
}

/// As `fluent2po` pairs them: by id, the old translation with the new English.
#[test]
fn a_stale_pair_of_another_tool_is_not_current() {
    let project = translated();
    for app in ["Mail", "Chat"] {
        project.edit(&format!("source-docs/{app}.md"), "Open `it` in", "Never open `it` in");
    }
    project.sync();
    let po = "msgid \"\"\nmsgstr \"Language: fr_FR\\n\"\n\nmsgid \"Never open `it` in { $app }.\"\nmsgstr \"Ouvrez `it` dans { $app }.\"\n";
    project.write("tm/fr.po", po);
    let outcome = project.run(&["translate", "--date", "2026-02-01"]);
    assert!(outcome.out.contains("left") || outcome.code == 0, "{}{}", outcome.out, outcome.err);
    let listed = project.run(&["status", "--format", "json"]).out;
    let json: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(json["locales"]["fr-FR"]["stale"], 1, "{listed}");
    // Another wording is one that somebody made for it.
    project.write("tm/fr.po", &po.replace("Ouvrez", "N’ouvrez jamais"));
    project.run(&["translate", "--date", "2026-02-01"]);
    assert!(
        project.read("locales/fr-FR/shared.yaml").contains("N’ouvrez jamais `it` dans { $app }."),
        "it waits beside the stale one"
    );
}
