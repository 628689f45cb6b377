//! Whether a translation is in the language of its locale.

use std::borrow::Cow;
use std::cell::LazyCell;

use whatlang::Lang;

use super::languages::{Data, LANGUAGES, Script, is_common, languages_of};
use super::visible::OBJECT;
use super::{Finding, Kind, Language, Pair, words};

/// Reports another language; returns true if it did.
pub fn check(pair: &Pair<'_>, findings: &mut Vec<Finding>) -> bool {
    let language = pair.context.language;
    let Some(script) = language.script() else { return false };
    let text = without_names(pair);
    let other = match script {
        Script::Latin if text.contains('¿') && !pair.english.source.contains('¿') && language.code() != "es" => {
            Some("Spanish")
        }
        Script::Latin => other_latin(&text, language),
        _ => other_script(&text, script, language),
    };
    let Some(other) = other else { return false };
    let message = format!("the text looks like {other}, not like {}", language.locale());
    findings.push(Finding::new(
        Kind::WrongLanguage,
        pair.source,
        message,
        "translate it into the language of the locale",
    ));
    true
}

fn without_names<'p>(pair: &'p Pair<'_>) -> Cow<'p, str> {
    let mut text: Cow<'_, str> = match pair.wording.text.contains(OBJECT) {
        true => pair.wording.text.replace(OBJECT, " ").into(),
        false => (&*pair.wording.text).into(),
    };
    for name in pair.context.names {
        text = text.replace(&name.text, " ").into();
    }
    text
}

/// So many letters of a script are no quotation.
const PROOF: usize = 5;

/// Whether the letters of a text show that it is in a language, whatever else stands in it: names, identifiers and code are
/// Latin everywhere. Languages in Latin letters show nothing by them.
pub fn is_proven_by_script(text: &str, language: &Language) -> bool {
    let Some(script) = language.script().filter(|script| *script != Script::Latin) else { return false };
    let letters = Letters::of(text);
    let is_other = match script {
        Script::Japanese => letters.kana == 0,
        Script::Chinese => letters.kana * 10 > letters.han,
        _ => false,
    };
    letters.of_script(script) >= PROOF && !is_other
}

/// How many letters of each script a text has.
#[derive(Default)]
struct Letters {
    latin: usize,
    kana: usize,
    han: usize,
    hangul: usize,
    cyrillic: usize,
    arabic: usize,
    thai: usize,
    greek: usize,
    hebrew: usize,
    devanagari: usize,
}

impl Letters {
    fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            let count = match c {
                '\u{3041}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}' => &mut letters.kana,
                '\u{3400}'..='\u{9FFF}' => &mut letters.han,
                '\u{AC00}'..='\u{D7A3}' => &mut letters.hangul,
                '\u{400}'..='\u{52F}' => &mut letters.cyrillic,
                '\u{600}'..='\u{6FF}' => &mut letters.arabic,
                '\u{E00}'..='\u{E7F}' => &mut letters.thai,
                '\u{370}'..='\u{3FF}' => &mut letters.greek,
                '\u{590}'..='\u{5FF}' => &mut letters.hebrew,
                '\u{900}'..='\u{97F}' => &mut letters.devanagari,
                c if c < '\u{250}' => &mut letters.latin,
                _ => continue,
            };
            *count += 1;
        }
        letters
    }

    fn of_script(&self, script: Script) -> usize {
        match script {
            Script::Latin => self.latin,
            Script::Japanese => self.kana + self.han,
            Script::Chinese => self.han,
            Script::Hangul => self.hangul,
            Script::Cyrillic => self.cyrillic,
            Script::Arabic => self.arabic,
            Script::Thai => self.thai,
            Script::Greek => self.greek,
            Script::Hebrew => self.hebrew,
            Script::Devanagari => self.devanagari,
        }
    }

    /// The script, other than Latin, that has more letters than the one that is expected.
    fn foreign(&self, own: Script) -> Option<&'static str> {
        let others = [
            (
                "Chinese or Japanese",
                if matches!(own, Script::Japanese | Script::Chinese) { 0 } else { self.kana + self.han },
            ),
            ("Korean", self.hangul),
            ("a language in Cyrillic letters", self.cyrillic),
            ("Arabic", self.arabic),
            ("Thai", self.thai),
            ("Greek", self.greek),
            ("Hebrew", self.hebrew),
            ("a language in Devanagari", self.devanagari),
        ];
        let own_count = self.of_script(own);
        let skipped = match own {
            Script::Hangul => "Korean",
            Script::Cyrillic => "a language in Cyrillic letters",
            Script::Arabic => "Arabic",
            Script::Thai => "Thai",
            Script::Greek => "Greek",
            Script::Hebrew => "Hebrew",
            Script::Devanagari => "a language in Devanagari",
            _ => "",
        };
        let is_foreign = |(name, count): &&(&str, usize)| *name != skipped && *count > 3 && *count > own_count;
        others.iter().find(is_foreign).map(|(name, _)| *name)
    }
}

/// Another language, where the locale has a script of its own.
fn other_script(text: &str, own: Script, language: &Language) -> Option<&'static str> {
    let letters = Letters::of(text);
    if let Some(foreign) = letters.foreign(own) {
        return Some(foreign);
    }
    let ordinary =
        || text.split_whitespace().filter(|word| word.len() > 1 && word.starts_with(char::is_lowercase)).count();
    if letters.of_script(own) == 0 && letters.latin > 12 && ordinary() > 2 {
        return Some(latin_name(text));
    }
    match own {
        Script::Japanese if letters.kana == 0 && is_chinese(text, letters.han) => Some("Chinese"),
        Script::Chinese if letters.kana > 2 => Some("Japanese"),
        Script::Chinese => other_chinese(text, language),
        Script::Cyrillic => other_cyrillic(text, language),
        Script::Arabic if text.chars().filter(|c| "پچژگکی".contains(*c)).count() > 2 => Some("Persian"),
        _ => None,
    }
}

/// Characters that Japanese does not write, or a sentence without any kana.
fn is_chinese(text: &str, han: usize) -> bool {
    const ONLY: &str = "的了们这个吗请您设说为与应该启关闭选择时间单击从进发数实现应用户账帐号码错误检查输页问题";
    const ALSO_JAPANESE: &str = "的了与個設為時間単発数実現用戸号検査題";
    let only = text.chars().filter(|c| ONLY.contains(*c) && !ALSO_JAPANESE.contains(*c)).count();
    only > 0 || han > 11 && text.contains(['。', '，'])
}

/// Traditional characters where the locale writes simplified ones, and the reverse. The pairs stand one by one.
fn other_chinese(text: &str, language: &Language) -> Option<&'static str> {
    const SIMPLIFIED: &str = "这们说为个设计资讯关闭开启选择时间单击从进发数实现应户账码错误检输页问题请导读写类组织权限规则项标签网络连邮电话业务过滤处运行报产传统订阅会员书图记录据备还证联专术语议协环测试线级别条质量风险审认识让给经营销售丰云东车马鱼鸟龙门见贝长";
    const TRADITIONAL: &str = "這們說為個設計資訊關閉開啟選擇時間單擊從進發數實現應戶賬碼錯誤檢輸頁問題請導讀寫類組織權限規則項標籤網絡連郵電話業務過濾處運行報產傳統訂閱會員書圖記錄據備還證聯專術語議協環測試線級別條質量風險審認識讓給經營銷售豐雲東車馬魚鳥龍門見貝長";
    let is_traditional = ["TW", "HK", "MO", "Hant"].iter().any(|part| language.locale().contains(part));
    let (mut simplified, mut traditional) = (0, 0);
    for c in text.chars() {
        let (in_simplified, in_traditional) = (SIMPLIFIED.contains(c), TRADITIONAL.contains(c));
        simplified += usize::from(in_simplified && !in_traditional);
        traditional += usize::from(in_traditional && !in_simplified);
    }
    match is_traditional {
        true if simplified > 1 && simplified > traditional => Some("simplified Chinese"),
        false if traditional > 1 && traditional > simplified => Some("traditional Chinese"),
        _ => None,
    }
}

fn other_cyrillic(text: &str, language: &Language) -> Option<&'static str> {
    let count = |letters: &str| text.chars().filter(|c| letters.contains(*c)).count();
    let (ukrainian, russian) = (count("іїєґІЇЄҐ"), count("ыэъёЫЭЪЁ"));
    // A sentence of either language without its own letters or words is rare.
    let has_only = |other: &str| {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(words::lower);
        let words: Vec<Cow<'_, str>> = words.collect();
        let (of_own, of_other) = (only(&words, language.code(), other), only(&words, other, language.code()));
        words.len() > 3 && of_own == 0 && of_other > 0
    };
    let looks_like = |lang: Lang| whatlang::detect(text).is_some_and(|info| info.lang() == lang);
    match language.code() {
        "ru" if ukrainian > 1 && russian == 0 => Some("Ukrainian"),
        "uk" if russian > 1 && ukrainian == 0 => Some("Russian"),
        "uk" if ukrainian == 0 && (has_only("ru") && !looks_like(Lang::Ukr) || is_long_russian(text)) => {
            Some("Russian")
        }
        "ru" if russian == 0 && has_only("uk") && !looks_like(Lang::Rus) => Some("Ukrainian"),
        "ru" | "uk" => {
            let info = whatlang::detect(text).filter(whatlang::Info::is_reliable)?;
            let own = if language.code() == "ru" { Lang::Rus } else { Lang::Ukr };
            // The statistics of letters alone take many short texts for one of these.
            let (letters, least) = match info.lang() {
                Lang::Bel => ("ўЎ", 1),
                Lang::Srp | Lang::Mkd => ("јљњћђѓќџ", 1),
                Lang::Bul => ("ъЪ", 2),
                _ => return None,
            };
            let is_other = info.lang() != own && count(letters) >= least && count("ыэёЫЭЁ") == 0;
            is_other.then(|| info.lang().eng_name())
        }
        _ => None,
    }
}

/// A text so long that Ukrainian would surely have one of its own letters in it, and that the statistics of letters take for Russian.
fn is_long_russian(text: &str) -> bool {
    let is_russian = |info: whatlang::Info| info.lang() == Lang::Rus && info.is_reliable();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(words::lower);
    let words: Vec<Cow<'_, str>> = words.collect();
    Letters::of(text).cyrillic > 58 && only(&words, "uk", "ru") == 0 && whatlang::detect(text).is_some_and(is_russian)
}

/// How many words are common in one language and not in another.
fn only(words: &[Cow<'_, str>], one: &str, other: &str) -> usize {
    words.iter().filter(|word| is_common(word, one) && !is_common(word, other)).count()
}

/// Another language in Latin letters: the commonest words of one are there, and those of the locale are not.
fn other_latin(text: &str, language: &Language) -> Option<&'static str> {
    let letters = Letters::of(text);
    if let Some(foreign) = letters.foreign(Script::Latin) {
        return Some(foreign);
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<Cow<'_, str>> = words.map(words::lower).collect();
    if words.len() < 4 {
        return None;
    }
    let own = language.data()?;
    if let Some(variety) = other_variety(&words, language) {
        return Some(variety);
    }
    let (counts, own_count) = common_words(&words, own.code);
    let strange: Vec<&str> =
        words.iter().map(|word| &**word).filter(|word| has_strange_letter(word, own.letters)).collect();
    let others =
        (0..LANGUAGES.len()).filter(|at| LANGUAGES[*at].script == Script::Latin && LANGUAGES[*at].code != own.code);
    let best = others.max_by_key(|at| counts[*at] + writes(&LANGUAGES[*at], &strange))?;
    let (count, best) = (counts[best], &LANGUAGES[best]);
    if let Some(relative) = relative(text, &words, &strange, own, best, count) {
        return Some(relative);
    }
    // Words that both languages have say nothing: the rest is of the other alone, and so are all letters.
    let is_alone = only(&words, own.code, best.code) == 0 && only(&words, best.code, own.code) > 2;
    let covers_all = || writes(best, &words.iter().map(|word| &**word).collect::<Vec<_>>()) == words.len();
    if is_alone && covers_all() && whatlang::detect(text).is_some_and(|info| code_of(info.lang()) == Some(best.code)) {
        return Some(english_name(best.code));
    }
    // A sentence without any word that only its own language has, with one that only the other has.
    let is_sentence =
        words.len() > 7 && only(&words, own.code, best.code) == 0 && only(&words, best.code, own.code) > 0;
    let is_certain = |info: whatlang::Info| info.is_reliable() && code_of(info.lang()) == Some(best.code);
    if is_sentence && covers_all() && whatlang::detect(text).is_some_and(is_certain) {
        return Some(english_name(best.code));
    }
    let strange = strange.len();
    // Plainly the language of the locale: no statistics needed.
    if own_count > 0 && count < 2 * own_count && (strange == 0 || count == 0) {
        return None;
    }
    // It costs as much as all the rest.
    let detected = LazyCell::new(|| whatlang::detect(text));
    // The statistics confuse Danish and Norwegian.
    fn as_one(code: &str) -> &str {
        if code == "nb" { "da" } else { code }
    }
    let detected_is = |code: &str| {
        let found = detected.as_ref().and_then(|info| code_of(info.lang()));
        found.is_some_and(|found| found == code || as_one(found) == as_one(code) && as_one(own.code) != "da")
    };
    if own_count == 0 && (count > 2 || count > 1 && !detected_is(own.code)) {
        return Some(english_name(best.code));
    }
    // Few words of the locale, many of another, and the statistics of letters agree.
    let is_reliable = || count > 1 || detected.as_ref().is_some_and(whatlang::Info::is_reliable);
    if count > 2 * own_count && detected_is(best.code) && is_reliable() {
        return Some(english_name(best.code));
    }
    if count > 0 && (strange > 1 || strange > 0 && count > 1) && !detected_is(own.code) && detected_is(best.code) {
        return Some(english_name(best.code));
    }
    if own_count > 0 || letters.latin <= 24 {
        return None;
    }
    let info = detected.as_ref().filter(|info| info.is_reliable() && code_of(info.lang()) != Some(own.code))?;
    let known_relatives = matches!((own.code, info.lang()), ("nb" | "da" | "sv", Lang::Nob | Lang::Dan | Lang::Swe));
    let is_sure = info.confidence() > 0.6 && !known_relatives;
    is_sure.then(|| info.lang().eng_name())
}

/// How many of the commonest words of each language are in a text and are none of its own; and how many of its own.
fn common_words(words: &[Cow<'_, str>], own: &str) -> ([usize; LANGUAGES.len()], usize) {
    let mut counts = [0_usize; LANGUAGES.len()];
    let mut own_count = 0;
    for word in words {
        let known = languages_of(word);
        match known.iter().any(|at| LANGUAGES[*at].code == own) {
            true => own_count += 1,
            // `I/O`, and what is left of `it's`.
            false if word.chars().count() < 2 => {}
            false => known.iter().for_each(|at| counts[*at] += 1),
        }
    }
    (counts, own_count)
}

/// Words of Brazil in a text for Portugal, and the reverse: two make it plain.
fn other_variety(words: &[Cow<'_, str>], language: &Language) -> Option<&'static str> {
    const BRAZIL: [&str; 16] = [
        "você",
        "vocês",
        "arquivo",
        "arquivos",
        "tela",
        "telas",
        "usuário",
        "usuários",
        "aplicativo",
        "aplicativos",
        "celular",
        "celulares",
        "gerenciar",
        "gerenciamento",
        "equipe",
        "registro",
    ];
    const PORTUGAL: [&str; 12] = [
        "ficheiro",
        "ficheiros",
        "ecrã",
        "ecrãs",
        "utilizador",
        "utilizadores",
        "telemóvel",
        "equipa",
        "registo",
        "registos",
        "palavra-passe",
        "contactar",
    ];
    let (list, name): (&[&str], _) = match language.locale() {
        "pt-PT" => (&BRAZIL, "Brazilian Portuguese"),
        "pt-BR" => (&PORTUGAL, "Portuguese of Portugal"),
        _ => return None,
    };
    let count = words.iter().filter(|word| list.contains(&&***word)).count();
    (count > 1).then_some(name)
}

/// How many words have letters that this language writes.
fn writes(data: &Data, words: &[&str]) -> usize {
    if data.letters == "*" {
        return 0;
    }
    words.iter().filter(|word| !has_strange_letter(word, data.letters)).count()
}

/// A language so near that the two share most of the commonest words: those that only one of them has decide, and letters
/// that only one writes.
fn relative(
    text: &str,
    words: &[Cow<'_, str>],
    strange: &[&str],
    own: &Data,
    best: &Data,
    count: usize,
) -> Option<&'static str> {
    const NEAR: [&[&str]; 4] = [&["cs", "sk", "pl"], &["sv", "da", "nb"], &["es", "pt", "it"], &["de", "nl"]];
    if !NEAR.iter().any(|near| near.contains(&own.code) && near.contains(&best.code)) {
        return None;
    }
    let is_own_alone = |word: &&Cow<'_, str>| is_common(word, own.code) && !is_common(word, best.code);
    let alone = words.iter().filter(is_own_alone).count();
    // Names are written with strange letters in any language.
    let is_ordinary = |word: &&&str| text.split(|c: char| !c.is_alphanumeric()).any(|other| other == **word);
    let strange = strange.iter().filter(is_ordinary).count();
    let covers_all = writes(best, &words.iter().map(|word| &**word).collect::<Vec<_>>()) == words.len();
    // What the statistics say of Czech and Slovak is right even where they are not sure.
    let is_sure = |info: &whatlang::Info| info.is_reliable() || matches!(own.code, "cs" | "sk");
    let is_detected =
        || whatlang::detect(text).filter(is_sure).is_some_and(|info| code_of(info.lang()) == Some(best.code));
    if strange + count > 0 && alone == 0 && words.len() > 6 && covers_all && is_detected() {
        return Some(english_name(best.code));
    }
    let is_other = alone == 0 && (count > 1 || count > 0 && strange > 0) || strange > 1 && strange > 2 * alone;
    (is_other && covers_all).then(|| english_name(best.code))
}

/// A letter that the language does not write.
fn has_strange_letter(word: &str, letters: &str) -> bool {
    letters != "*" && word.chars().any(|c| c.is_alphabetic() && !c.is_ascii() && !letters.contains(c))
}

fn latin_name(text: &str) -> &'static str {
    whatlang::detect(text).map_or("another language", |info| info.lang().eng_name())
}

fn code_of(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Pol => "pl",
        Lang::Tur => "tr",
        Lang::Fin => "fi",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "nb",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Hun => "hu",
        Lang::Ron => "ro",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        _ => return None,
    })
}

fn english_name(code: &str) -> &'static str {
    Lang::all().iter().find(|lang| code_of(**lang) == Some(code)).map_or("another language", |lang| lang.eng_name())
}
