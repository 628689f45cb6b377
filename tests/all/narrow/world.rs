//! A project in which random steps of many kinds happen.

use super::{config, files};
use crate::support::Project;

/// Texts that documents are made of. Some differ in a little only: a slip, a number, a link.
const TEXTS: &[&str] = &[
    "The service keeps logs for 30 days.",
    "The service keeps logs for 60 days.",
    "The servise keeps logs for 30 days.",
    "Read the [terms of use](terms.md) first.",
    "Read the [terms of use](terms-2.md) first.",
    "Read the [terms of use](https://contoso.com/terms) first.",
    "Run `contoso login` before you begin.",
    "Run `contoso sync` before you begin.",
    "See https://contoso.com/a for more.",
    "See https://contoso.com/b for more.",
    "Data is encrypted at rest and in transit.",
    "Data is encrypted in transit and at rest, always.",
    "Contact your administrator.",
    "Administrators approve every request by hand.",
    "Backups are kept in two regions.",
    "Backups are kept in three regions.",
    "Nobody outside the company has access to it.",
    "Use <a href=\"x.md\">this page</a> to learn more.",
    "Use <a href=\"y.md\">this page</a> to learn more.",
    "- One item of a list\n- Another item of a list",
    "| Name | Value |\n|---|---|\n| Region | Europe |\n| Retention | 30 days |",
    "| Name | Value |\n|---|---|\n| Region | Asia |\n| Retention | 60 days |",
    "## Access",
    "## Data retention",
    "1234",
    "```text\nno words for translators\n```",
    "<div translate=\"no\">Contoso Drive</div>",
];

/// Texts with values of their document, and with links that a rule changes.
const VALUED: &[&str] = &[
    "Records of {app} are kept for 30 days.",
    "{app} is made by {publisher}.",
    "Ask {publisher} for help with {app}.",
    "[{app}](https://store.contoso.com/product/{store})",
    "See [the store](https://store.contoso.com/product/{store}) for {app}.",
    "{app}",
    "{publisher}",
    "## {app}",
    "Last reviewed on: {day}",
    "| Key | Value |\n|---|---|\n| Publisher | {publisher} |",
    "| Key | Value |\n|---|---|\n| Publisher | {publisher} |\n| Name | {app} |",
    "See [the guide](/en/sub/f) first.",
    "![The logo](/en/img/logo.png)",
];

const VARIABLES: &str = "variables:
  app: { heading: 1 }
  publisher: { row: Publisher }
  reviewed: { after: \"Last reviewed on:\", type: date }
  store: { pattern: 'product/(WA\\d+)' }
  owner: { row: Owner }
";

const LINKS: &str = "links: [{ from: /en/, to: \"/{locale}/\" }]\n";

const DRAFTS: &str = "translate: { provider: pseudo }\n";

/// Drafts by a machine that loses code, so that some texts never get one.
const FLAWED: &str = "translate: {provider: bad}\nproviders:\n  \
     bad: {type: command, command: [sed, -u, \"s/XPH0X/lost/; s/^/neu /\"], protocol: lines}\n";

const NAMES: &[&str] = &[
    "a.md",
    "b.md",
    "c.md",
    "d.md",
    "e.md",
    "sub/f.md",
    "sub/g.md",
    "sub/h.md",
    "other/i.md",
    "other/j.md",
    "k.md",
    "l.md",
];

/// Numbers that look random, and are the same every time.
pub struct Dice(u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.roll(all.len())]
    }
}

/// What pages say to their readers: not the same in every world.
fn for_readers(seed: u64) -> &'static str {
    match seed % 4 {
        1 => "",
        2 => "notice: block\n",
        3 => "notice: front_matter\non_machine: source\n",
        _ => "notice: block\non_machine: source\n",
    }
}

pub struct World {
    pub seed: u64,
    pub project: Project,
    pub dice: Dice,
    pub log: Vec<String>,
    /// Whether checks before and after syncs had to read only some documents.
    pub checks: [Vec<bool>; 2],
    /// Syncs of some documents or locales that had to read only these.
    pub parts: usize,
    /// Whether syncs draft what is missing.
    pub drafts: bool,
    /// What the configuration says besides locales: variables, rules for links.
    more: String,
    /// States of the project that it can go back to, as to other branches.
    branches: Vec<Vec<(String, Vec<u8>)>>,
}

impl World {
    pub fn new(seed: u64) -> Self {
        // Every third world is one without.
        let more = ["", VARIABLES, LINKS][usize::try_from(seed % 3).unwrap()].to_owned();
        let more = if seed % 6 == 5 { format!("{VARIABLES}{LINKS}") } else { more };
        let drafts = seed % 5 == 4;
        let machine = if seed % 10 == 9 && cfg!(unix) { FLAWED } else { DRAFTS };
        let more = format!("{more}{}{}", for_readers(seed), if drafts { machine } else { "" });
        let project = Project::new(&config("differing", "[fr-FR, de-DE, {fr-CA: [fr-FR]}]", &more));
        let mut world = Self {
            seed,
            project,
            dice: Dice(seed),
            log: Vec::new(),
            checks: [Vec::new(), Vec::new()],
            parts: 0,
            drafts,
            more,
            branches: Vec::new(),
        };
        if seed % 7 == 3 {
            world.project.write(super::IN_CI, "");
        }
        world.project.write("locales/fr-FR/terms.ftl", "-brand = Contoso\n-product = Contoso Drive\n");
        for name in &NAMES[..8] {
            let text = world.document();
            world.project.write(&format!("source-docs/{name}"), &text);
        }
        world
    }

    fn document(&mut self) -> String {
        let titles: &[&str] = match self.more.contains("variables") {
            true => &["Contoso CRM", "Fabrikam Board", "Mail", "Contoso", "Privacy"],
            false => &["Overview", "Security of Contoso CRM", "Privacy", "Overview of data"],
        };
        let title = self.dice.one_of(titles);
        let mut text = format!("---\ntitle: {title}\nms.date: 01/01/2026\n---\n# {title}\n");
        for _ in 0..2 + self.dice.roll(8) {
            text.push('\n');
            text.push_str(&self.block(title));
            text.push('\n');
        }
        text
    }

    /// A text for a document about an application.
    fn block(&mut self, app: &str) -> String {
        if self.more.is_empty() || self.dice.roll(3) == 0 {
            return self.dice.one_of(TEXTS).to_owned();
        }
        let app = if self.dice.roll(6) == 0 { "Mail" } else { app };
        let publisher = self.dice.one_of(&["Contoso Ltd", "Fabrikam, Inc.", "Contoso"]);
        let (store, day) = (self.dice.one_of(&["WA1", "WA22"]), self.dice.one_of(&["January 2, 2026", "May 5, 2026"]));
        let text = self.dice.one_of(VALUED).replace("{app}", app).replace("{publisher}", publisher);
        text.replace("{store}", store).replace("{day}", day)
    }

    pub fn below(&self, folder: &str, end: &str) -> Vec<String> {
        let all = files(&self.project.path(""));
        all.into_iter().map(|(name, _)| name).filter(|name| name.starts_with(folder) && name.ends_with(end)).collect()
    }

    pub fn pick(&mut self, folder: &str, end: &str) -> Option<String> {
        let all = self.below(folder, end);
        if all.is_empty() { None } else { Some(all[self.dice.roll(all.len())].clone()) }
    }

    /// One change of any kind.
    pub fn step(&mut self) {
        let kind = self.dice.roll(32);
        let before = self.log.len();
        match kind {
            0..=5 => self.edit_source(),
            6 => self.add_source(),
            7 => self.remove_source(),
            8 | 9 => self.rename_source(),
            10..=14 => self.translate(),
            15 => self.edit_translation(),
            16 => self.drop_translation(),
            17 => self.edit_page(),
            18 => self.remove("localized-docs/", ".md"),
            19 => self.remove("locales/fr-FR", ".yaml"),
            20 => self.move_translation(),
            21 => self.damage(),
            22 => self.configure(),
            23 => self.rename_folder(),
            24 | 25 => self.leave_a_branch(),
            26 | 27 => self.switch(),
            28 => self.merge(),
            29 => self.add_file(),
            30 => self.concern_readers(),
            _ => self.log.push("nothing".into()),
        }
        if self.log.len() == before {
            self.log.push(format!("nothing to do for {kind}"));
        }
    }

    fn edit_source(&mut self) {
        let Some(name) = self.pick("source-docs/", ".md") else { return };
        let text = self.project.read(&name);
        let mut blocks: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
        let at = 1 + self.dice.roll(blocks.len().max(2) - 1);
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or_default().to_owned();
        let block = self.block(&title);
        match self.dice.roll(6) {
            0 => blocks.insert(at.min(blocks.len()), block),
            1 if blocks.len() > 2 => drop(blocks.remove(at.min(blocks.len() - 1))),
            2 => {
                let at = at.min(blocks.len() - 1);
                blocks[at] =
                    blocks[at].replace("days", "weeks").replace("regions", "countries").replace("Data", "Your data");
            }
            3 if !self.more.is_empty() => {
                let app = self.dice.one_of(&["Contoso CRM", "Fabrikam Board", "Mail", "Privacy"]);
                let blocks = blocks.iter_mut().filter(|block| block.contains("\n# ") || block.starts_with("# "));
                blocks.for_each(|block| *block = block.replace(&format!("# {title}"), &format!("# {app}")));
            }
            3 | 4 => blocks.push(format!("Words that only {} has {}.", name.len(), self.dice.roll(4))),
            _ => {
                let at = at.min(blocks.len() - 1);
                blocks[at] = block;
            }
        }
        self.project.write(&name, &blocks.join("\n\n"));
        self.log.push(format!("edit {name}"));
    }

    fn add_source(&mut self) {
        let name = format!("source-docs/{}", self.dice.one_of(NAMES));
        let other = self.pick("source-docs/", ".md");
        let text = match other.filter(|_| self.dice.roll(2) == 0) {
            Some(other) => self.project.read(&other),
            None => self.document(),
        };
        self.project.write(&name, &text);
        self.log.push(format!("add {name}"));
    }

    /// Adds a file beside the sources or the pages, or removes it.
    fn add_file(&mut self) {
        let file = self.dice.one_of(&["source-docs/img/logo.png", "localized-docs/fr-FR/img/logo.png"]);
        match self.project.path(file).exists() {
            true => std::fs::remove_file(self.project.path(file)).unwrap(),
            false => self.project.write(file, "an image"),
        }
        self.log.push(format!("add or remove {file}"));
    }

    fn remove_source(&mut self) {
        if self.below("source-docs/", ".md").len() > 2 {
            self.remove("source-docs/", ".md");
        }
    }

    fn rename_source(&mut self) {
        let Some(from) = self.pick("source-docs/", ".md") else { return };
        let to = format!("source-docs/{}", self.dice.one_of(NAMES));
        if self.project.path(&to).exists() {
            return;
        }
        std::fs::create_dir_all(self.project.path(&to).parent().unwrap()).unwrap();
        std::fs::rename(self.project.path(&from), self.project.path(&to)).unwrap();
        self.log.push(format!("rename {from} to {to}"));
        if self.dice.roll(3) == 0 {
            let text = self.project.read(&to);
            self.project.write(&to, &text.replace("ms.date: 01/0", "ms.date: 02/0"));
        }
    }

    fn rename_folder(&mut self) {
        let from = self.dice.one_of(&["source-docs/sub", "source-docs/other", "source-docs/more"]);
        let to = self.dice.one_of(&["source-docs/sub", "source-docs/other", "source-docs/more"]);
        if self.project.path(from).exists() && !self.project.path(to).exists() {
            std::fs::rename(self.project.path(from), self.project.path(to)).unwrap();
            self.log.push(format!("rename {from} to {to}"));
        }
    }

    /// Notes a state to go back to.
    fn leave_a_branch(&mut self) {
        let now = files(&self.project.path(""));
        if self.branches.len() > 2 {
            self.branches.remove(0);
        }
        self.branches.push(now);
        self.log.push("leave a branch".into());
    }

    /// Goes to another branch: every file is as it is there.
    fn switch(&mut self) {
        let Some(branch) = self.branch() else { return };
        for (name, _) in files(&self.project.path("")) {
            if !branch.iter().any(|(other, _)| *other == name) {
                std::fs::remove_file(self.project.path(&name)).unwrap();
            }
        }
        branch.iter().for_each(|(name, bytes)| self.put(name, bytes));
        self.log.push("switch to another branch".into());
    }

    /// Takes some documents of another branch, each with all of its files, and now and then what documents share.
    fn merge(&mut self) {
        let Some(branch) = self.branch() else { return };
        let with_shared = self.dice.roll(3) == 0;
        let chosen: Vec<&str> = NAMES.iter().copied().filter(|_| self.dice.roll(3) == 0).collect();
        let is_chosen = |name: &str| {
            let stem = |one: &str| one.trim_end_matches(".md").to_owned();
            let of_document = |one: &&str| name.contains(&format!("/{}.", stem(one)));
            chosen.iter().any(of_document) || with_shared && name.contains("/shared.")
        };
        for (name, bytes) in branch.iter().filter(|(name, _)| is_chosen(name)) {
            self.put(name, bytes);
        }
        for (name, _) in files(&self.project.path("")).iter().filter(|(name, _)| is_chosen(name)) {
            if !branch.iter().any(|(other, _)| other == name) {
                std::fs::remove_file(self.project.path(name)).unwrap();
            }
        }
        self.log.push(format!("take {chosen:?} of another branch, what is shared too: {with_shared}"));
    }

    fn branch(&mut self) -> Option<Vec<(String, Vec<u8>)>> {
        let at = self.dice.roll(self.branches.len().max(1));
        self.branches.get(at).cloned()
    }

    /// Writes a file that is not so already, as git does.
    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.project.path(name);
        if std::fs::read(&path).ok().as_deref() != Some(bytes) {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }

    /// Appends a translation for a message of the reference to the file where it belongs.
    fn translate(&mut self) {
        let Some(file) = self.pick("locales/en-US/", ".ftl") else { return };
        let english = self.project.read(&file);
        let ids: Vec<&str> = english
            .lines()
            .filter(|line| !line.starts_with([' ', '#']))
            .filter_map(|l| Some(l.split_once(" =")?.0))
            .collect();
        if ids.is_empty() {
            return;
        }
        let locale = self.dice.one_of(&["fr-FR", "de-DE", "fr-CA"]);
        let target = file.replace("en-US", locale);
        let mut text = std::fs::read_to_string(self.project.path(&target)).unwrap_or_default();
        for _ in 0..1 + self.dice.roll(4) {
            let id = self.dice.one_of(&ids);
            if !text.lines().any(|line| line.starts_with(&format!("{id} ="))) {
                let line = english.lines().find(|line| line.starts_with(&format!("{id} ="))).unwrap_or_default();
                let values =
                    line.split("{ $").skip(1).filter_map(|rest| Some(format!(" {{ ${} }}", rest.split_once(" }")?.0)));
                let values: String = values.filter(|_| self.dice.roll(4) > 0).collect();
                let number = self.dice.roll(9);
                match self.dice.roll(12) {
                    0 => text.push_str(&format!(
                        "{id} =\n    {{ $kind ->\n        [heading] Titre {number}\n       *[other] Texte {number} pour 30{values}\n    }}\n"
                    )),
                    1 => text.push_str(&format!(
                        "{id} =\n    {{ $section ->\n        [access] Texte {number}\n        [nowhere] Texte\n       *[other] Texte{values}\n    }}\n"
                    )),
                    2 => text.push_str(&format!("{id} = Texte {number} pour 30 {{ -brand }}{values}\n")),
                    _ => text.push_str(&format!("{id} = Texte {number} pour 30{values}\n")),
                }
            }
        }
        self.project.write(&target, &text);
        self.log.push(format!("translate in {target}"));
    }

    fn edit_translation(&mut self) {
        let Some(file) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&file);
        let number = self.dice.roll(9);
        self.project.write(&file, &text.replacen("Texte", &format!("Texte corrigé {number}"), 1));
        self.log.push(format!("edit {file}"));
    }

    fn drop_translation(&mut self) {
        let Some(file) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&file);
        let mut lines: Vec<&str> = text.lines().collect();
        if let Some(at) = lines.iter().rposition(|line| line.contains(" = Texte")) {
            lines.remove(at);
            self.project.write(&file, &(lines.join("\n") + "\n"));
            self.log.push(format!("drop from {file}"));
        }
    }

    fn move_translation(&mut self) {
        let Some(from) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let Some(to) = self.pick("locales/fr-FR/", ".ftl") else { return };
        let text = self.project.read(&from);
        let Some(line) = text.lines().find(|line| line.contains(" = Texte")).map(str::to_owned) else { return };
        let target = self.project.read(&to);
        if from != to && !target.contains(line.split(' ').next().unwrap()) {
            self.project.write(&to, &format!("{target}{line}\n"));
            self.log.push(format!("copy a message from {from} to {to}"));
        }
    }

    fn edit_page(&mut self) {
        let Some(page) = self.pick("localized-docs/", ".md") else { return };
        let text = self.project.read(&page);
        self.project.write(&page, &format!("{text}\nA person's own words.\n"));
        self.log.push(format!("edit page {page}"));
    }

    fn remove(&mut self, folder: &str, end: &str) {
        let Some(file) = self.pick(folder, end) else { return };
        std::fs::remove_file(self.project.path(&file)).unwrap();
        self.log.push(format!("remove {file}"));
    }

    /// What pages say to their readers changes.
    fn concern_readers(&mut self) {
        match self.dice.roll(4) {
            0 => self.word_the_notice(),
            _ => self.turn_into_a_draft(),
        }
    }

    /// What a person wrote is a machine's from now on.
    fn turn_into_a_draft(&mut self) {
        let Some(file) = self.pick("locales/fr-FR", ".yaml") else { return };
        let text = self.project.read(&file);
        self.project.write(&file, &text.replacen("type: HT, origin: human", "type: MT, origin: mt:x", 2));
        self.log.push(format!("drafts in {file}"));
    }

    /// A translator changes the words that readers see.
    fn word_the_notice(&mut self) {
        let words = self.dice.one_of(&["", "notice-changed = Depuis { DATETIME($since) } : { $changed }.\n"]);
        self.project.write("locales/fr-FR/terms.ftl", words);
        self.log.push(format!("words {words:?}"));
    }

    fn damage(&mut self) {
        let file = self.dice.one_of(&[".handback/index", ".handback/stamps"]);
        let Ok(mut bytes) = std::fs::read(self.project.path(file)) else { return };
        match self.dice.roll(3) {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.clear(),
            _ => {
                let at = self.dice.roll(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 0x55;
                }
            }
        }
        std::fs::write(self.project.path(file), bytes).unwrap();
        self.log.push(format!("damage {file}"));
    }

    fn configure(&mut self) {
        let lift = self.dice.one_of(&["differing", "differing", "always", "never"]);
        let locales = self.dice.one_of(&[
            "[fr-FR, de-DE, {fr-CA: [fr-FR]}]",
            "[fr-FR, {fr-CA: [fr-FR]}]",
            "[fr-FR, de-DE, {fr-CA: [fr-FR]}, it-IT]",
        ]);
        self.project.write("handback.yaml", &config(lift, locales, &self.more));
        self.log.push(format!("lift {lift}, locales {locales}"));
    }
}
