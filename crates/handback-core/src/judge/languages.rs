//! How languages write: script, separators, quotation marks (CLDR's `delimiters`), and their commonest words.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::render::values::date_by_options;

/// A script, as far as it tells languages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Latin,
    /// Kana with Chinese characters.
    Japanese,
    Chinese,
    Hangul,
    Cyrillic,
    Arabic,
    Thai,
    Greek,
    Hebrew,
    Devanagari,
}

/// What is known of a language.
#[derive(Debug)]
pub struct Data {
    pub code: &'static str,
    pub script: Script,
    pub decimal: char,
    /// Outer quotation marks that are right; the first is CLDR's. None: every kind is right.
    pub quotes: &'static [(char, char)],
    /// Letters beyond a to z, in lower case; `*`: they tell nothing.
    pub letters: &'static str,
    /// Short words that are in nearly every sentence, and hardly in those of other languages here.
    pub common: &'static str,
    /// Words that may stand twice in a row.
    pub doubled: &'static str,
}

/// A locale, as the judge needs it.
#[derive(Debug)]
pub struct Language {
    locale: String,
    data: Option<&'static Data>,
    months: OnceLock<Vec<(String, u8)>>,
    weekdays: OnceLock<Vec<(String, u8)>>,
}

impl Language {
    /// What is known of a locale. Of a language that is not known here only what holds for all is judged.
    pub fn of(locale: &str) -> Self {
        let code = locale.split('-').next().unwrap_or(locale);
        let code = if matches!(code, "no" | "nn") { "nb" } else { code };
        Self {
            locale: locale.to_owned(),
            data: LANGUAGES.iter().find(|data| data.code == code),
            months: OnceLock::new(),
            weekdays: OnceLock::new(),
        }
    }

    pub fn locale(&self) -> &str {
        &self.locale
    }

    pub fn data(&self) -> Option<&'static Data> {
        self.data
    }

    /// The code of the language: `pt` of `pt-BR`.
    pub fn code(&self) -> &str {
        self.locale.split('-').next().unwrap_or(&self.locale)
    }

    pub fn script(&self) -> Option<Script> {
        self.data.map(|data| data.script)
    }

    /// Chinese, Japanese or Korean.
    pub fn is_cjk(&self) -> bool {
        matches!(self.script(), Some(Script::Japanese | Script::Chinese | Script::Hangul))
    }

    /// Writes no blanks between words.
    pub fn is_unspaced(&self) -> bool {
        matches!(self.script(), Some(Script::Japanese | Script::Chinese | Script::Thai))
    }

    /// Outer quotation marks that are right; the first is CLDR's. None: every kind is right.
    pub fn quotes(&self) -> &'static [(char, char)] {
        match self.locale.as_str() {
            "pt-PT" => &[('«', '»'), ('“', '”'), ('"', '"')],
            "zh-TW" | "zh-HK" | "zh-MO" | "zh-Hant" => &[('「', '」'), ('『', '』'), ('《', '》'), ('“', '”')],
            "de-CH" | "de-LI" => &[('«', '»'), ('„', '“')],
            _ => self.data.map_or(&[], |data| data.quotes),
        }
    }

    /// What stands before decimals. Spanish in America and Swiss German write a point.
    pub fn decimal(&self) -> char {
        const POINT: [&str; 8] = ["es-MX", "es-US", "es-PR", "es-DO", "es-GT", "es-PA", "de-CH", "de-LI"];
        let is_point = POINT.contains(&self.locale.as_str());
        self.data.filter(|_| !is_point).map_or('.', |data| data.decimal)
    }

    /// Whether two addresses lead to the same page, but for the locale in them.
    pub fn is_same_page(&self, english: &str, other: &str) -> bool {
        english == other || self.without_locale(english) == self.without_locale(other)
    }

    /// Whether two constructs differ in nothing but names of the locale among their words.
    pub fn is_same_but_for_locale(&self, english: &str, other: &str) -> bool {
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric() && c != '-').map(|word| self.without_locale(word)).collect()
        };
        let marks = |text: &str| -> String { text.chars().filter(|c| !c.is_alphanumeric() && *c != '-').collect() };
        marks(english) == marks(other) && words(english) == words(other)
    }

    fn without_locale(&self, address: &str) -> String {
        let is_locale = |part: &&str| {
            ["en-us", "en", "en-gb"].iter().any(|known| part.eq_ignore_ascii_case(known))
                || part.replace('_', "-").eq_ignore_ascii_case(&self.locale)
                || part.eq_ignore_ascii_case(self.code())
                || self.script_tag().is_some_and(|tag| part.eq_ignore_ascii_case(tag))
        };
        // `/a/` is `/a` for every server.
        let (path, fragment) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        let path = path.split('/').filter(|part| !is_locale(part)).collect::<Vec<_>>().join("/");
        let path = if path.len() > 1 { path.trim_end_matches('/') } else { path.as_str() };
        format!("{path}{fragment}")
    }

    /// The tag by which sites name Chinese in one of its scripts.
    fn script_tag(&self) -> Option<&'static str> {
        match self.locale.as_str() {
            "zh-TW" | "zh-HK" | "zh-MO" => Some("zh-hant"),
            "zh-CN" | "zh-SG" => Some("zh-hans"),
            _ => None,
        }
    }

    /// The names of months, in lower case, with their numbers from 1.
    pub fn months(&self) -> &[(String, u8)] {
        self.months.get_or_init(|| {
            let mut months = Vec::new();
            for month in 1..=12_u8 {
                let day = jiff::civil::date(2024, month as i8, 15);
                for pattern in ["d MMMM", "LLLL", "d MMM", "MMM"] {
                    let Ok(written) = date_by_options(&self.locale, day, Some(pattern), None) else { continue };
                    let name = written.trim_start_matches("15").trim_start_matches([' ', '.', '-', '/']);
                    let name = name.trim_start_matches("de ").trim_end_matches('.').to_lowercase();
                    let is_name = name.chars().any(char::is_alphabetic) && name.chars().count() > 2;
                    if is_name && !months.contains(&(name.clone(), month)) {
                        months.push((name, month));
                    }
                }
            }
            months
        })
    }

    /// The names of the days of the week as far as no case changes them, in lower case, with their numbers from Monday.
    pub fn weekdays(&self) -> &[(String, u8)] {
        self.weekdays.get_or_init(|| {
            let patterns: &[&str] = if self.code() == "zh" { &["EEEE", "EEE"] } else { &["EEEE"] };
            let mut days = Vec::new();
            for (day, pattern) in (1..=7_u8).flat_map(|day| patterns.iter().map(move |pattern| (day, *pattern))) {
                let date = jiff::civil::date(2024, 1, day as i8);
                let Ok(name) = date_by_options(&self.locale, date, Some(pattern), None) else { continue };
                let name = name.to_lowercase();
                let stem = match self.code() {
                    "ru" | "uk" | "cs" | "sk" | "hr" | "sl" => name.trim_end_matches(['а', 'я', 'a', 'e', 'ь']),
                    "pl" => name.trim_end_matches(['a', 'e', 'k']),
                    _ => name.as_str(),
                };
                if stem.chars().count() > 1 {
                    days.push((stem.to_owned(), day));
                }
            }
            days
        })
    }
}

/// Which languages have a word among their commonest, by their places in [`LANGUAGES`].
pub fn languages_of(word: &str) -> &'static [usize] {
    static WORDS: OnceLock<FxHashMap<&'static str, Vec<usize>>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let mut words: FxHashMap<&'static str, Vec<usize>> = FxHashMap::default();
        for (at, data) in LANGUAGES.iter().enumerate() {
            data.common.split_whitespace().for_each(|word| words.entry(word).or_default().push(at));
        }
        words
    });
    words.get(word).map_or(&[], Vec::as_slice)
}

/// Whether a word, in lower case, is among the commonest of a language.
pub fn is_common(word: &str, code: &str) -> bool {
    languages_of(word).iter().any(|at| LANGUAGES[*at].code == code)
}

/// The languages that are known.
pub const LANGUAGES: &[Data] = &[
    Data {
        code: "en",
        script: Script::Latin,
        decimal: '.',
        quotes: &[],
        letters: "",
        common: "the of and to is are with your you that this for by from be has have can will not which when it or an \
                 if must does its was were been their at as in on we our they them cannot never only these those than \
                 into after before there would could should",
        doubled: "that had",
    },
    Data {
        code: "fr",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('«', '»')],
        letters: "àâæçéèêëîïôœùûüÿ",
        common: "de à a en un le la les des du une est et sont dans pour avec vous votre vos nous que qui sur aux ce cette ces son ses \
                 pas par plus être au ou ne se il elle leur leurs d l",
        doubled: "nous vous",
    },
    Data {
        code: "de",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '“'), ('»', '«')],
        letters: "äöüßé",
        common: "es war der die das und ist sind mit für auf von den dem des ein eine einen einer einem nicht sie werden wird \
                 wenn oder zu im zum zur bei aus auch sich als ihre ihr ihren kann können dass",
        doubled: "die der das sie den dem ein",
    },
    Data {
        code: "es",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
        letters: "áéíñóúü",
        common: "si debe deben usa de a o en un el la los las del una y es son para con por que su sus se al no en como más este esta estos cuando \
                 puede sobre desde está ha han",
        doubled: "",
    },
    Data {
        code: "it",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('«', '»'), ('“', '”'), ('"', '"')],
        letters: "àèéìíîòóùú",
        common: "deve devono di a o in un il lo la gli le della dei delle del una è sono per con che di si non alla al nel nella e ed come più \
                 questo questa essere viene sul dal dalla i degli",
        doubled: "passo via piano poco mano",
    },
    Data {
        code: "pt",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('“', '”'), ('"', '"')],
        letters: "áâãàçéêíóôõúü",
        common: "deve devem de a se à o os as do da dos das uma e é são para com por que seu sua seus suas não em no na nos nas ao como mais \
                 este esta você pelo pela quando pode foi um",
        doubled: "se",
    },
    Data {
        code: "nl",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('‘', '’'), ('“', '”'), ('"', '"')],
        letters: "éëïöüèêáóúí",
        common: "we de het een en van is zijn met voor op niet dat die te wordt worden uw u bij als aan door naar ook",
        doubled: "die dat het er",
    },
    Data {
        code: "pl",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '”'), ('«', '»')],
        letters: "ąćęłńóśźż",
        common: "we i w z na do nie jest są się oraz dla że od po przez lub jak który która które może można aby tym tego \
                 jego ich za o",
        doubled: "",
    },
    Data {
        code: "tr",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('“', '”'), ('"', '"')],
        letters: "çğıöşüâîû",
        common: "ve en nedir ne göre bir bu için ile de da olarak veya olan değil her daha çok gibi kadar sonra önce tarafından ya mı",
        doubled: "*",
    },
    Data {
        code: "fi",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('”', '”'), ('»', '»'), ('"', '"')],
        letters: "äöåšž",
        common: "ja on ei ovat tai että se joka jos kun voit voi sekä mukaan ole myös kuin tämä sen niiden jotka",
        doubled: "",
    },
    Data {
        code: "sv",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('”', '”'), ('»', '»'), ('"', '"')],
        letters: "åäöé",
        common: "och att det är som för på av med den till inte en ett har kan om från eller du din när",
        doubled: "det den de",
    },
    Data {
        code: "da",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('“', '”'), ('”', '”'), ('»', '«'), ('"', '"')],
        letters: "æøåé",
        common: "og at det er som for på af med den til ikke en et har kan om fra eller du din når",
        doubled: "det den de der",
    },
    Data {
        code: "nb",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('«', '»'), ('"', '"')],
        letters: "æøåéò",
        common: "og at det er som for på av med den til ikke en et har kan om fra eller du din når",
        doubled: "det den de der",
    },
    Data {
        code: "cs",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '“')],
        letters: "áčďéěíňóřšťúůýž",
        common: "a v je se na že s z do to pro jsou není nebo jako od po které který která být pokud při podle",
        doubled: "",
    },
    Data {
        code: "sk",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '“')],
        letters: "áäčďéíĺľňóôŕšťúýž",
        common: "a v je sa na že s z do to pre sú nie alebo ako od po ktorý ktorá byť pri podľa len",
        doubled: "",
    },
    Data {
        code: "hu",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '”')],
        letters: "áéíóöőúüű",
        common: "a az és hogy nem egy is van vagy meg ha ez azt kell lehet csak be ki",
        doubled: "az",
    },
    Data {
        code: "ro",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('„', '”'), ('«', '»')],
        letters: "ăâîșțşţ",
        common: "și în de la este sunt cu pentru din care nu sau pe un o se că mai prin",
        doubled: "",
    },
    Data {
        code: "vi",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('“', '”'), ('"', '"')],
        letters: "*",
        common: "của và là các có cho không được trong với một này để",
        doubled: "*",
    },
    Data {
        code: "id",
        script: Script::Latin,
        decimal: ',',
        quotes: &[('“', '”'), ('"', '"')],
        letters: "",
        common: "yang dan di untuk dengan dari ini itu adalah pada tidak atau dalam akan anda",
        doubled: "*",
    },
    Data {
        code: "ru",
        script: Script::Cyrillic,
        decimal: ',',
        quotes: &[('«', '»')],
        letters: "*",
        common: "и в на не для с по до из или что это как к все если вы ваш ваши при от только также был были",
        doubled: "",
    },
    Data {
        code: "uk",
        script: Script::Cyrillic,
        decimal: ',',
        quotes: &[('«', '»'), ('„', '“')],
        letters: "*",
        common: "і в на не для з по до або що це як та всі якщо ви ваш ваші при від тільки також був були",
        doubled: "",
    },
    Data {
        code: "el",
        script: Script::Greek,
        decimal: ',',
        quotes: &[('«', '»')],
        letters: "*",
        common: "",
        doubled: "",
    },
    Data {
        code: "he",
        script: Script::Hebrew,
        decimal: '.',
        quotes: &[],
        letters: "*",
        common: "",
        doubled: "אחת אחד לאט יום צעד",
    },
    Data { code: "hi", script: Script::Devanagari, decimal: '.', quotes: &[], letters: "*", common: "", doubled: "*" },
    Data { code: "th", script: Script::Thai, decimal: '.', quotes: &[], letters: "*", common: "", doubled: "*" },
    Data {
        code: "ar",
        script: Script::Arabic,
        decimal: '٫',
        quotes: &[('”', '“'), ('“', '”'), ('«', '»'), ('"', '"')],
        letters: "*",
        common: "فقط في من على إلى أن هذا هذه التي الذي عن مع لا ما أو ثم قد كل هو هي كان عند بعد قبل لم لن إذا يتم تم ذلك تلك بين حتى غير",
        doubled: "*",
    },
    Data {
        code: "ja",
        script: Script::Japanese,
        decimal: '.',
        quotes: &[('「', '」'), ('『', '』')],
        letters: "*",
        common: "",
        doubled: "",
    },
    Data {
        code: "zh",
        script: Script::Chinese,
        decimal: '.',
        quotes: &[('“', '”'), ('『', '』'), ('《', '》')],
        letters: "*",
        common: "",
        doubled: "",
    },
    Data {
        code: "ko",
        script: Script::Hangul,
        decimal: '.',
        quotes: &[('“', '”'), ('‘', '’'), ('「', '」'), ('"', '"')],
        letters: "*",
        common: "",
        doubled: "하나 한 조금",
    },
];
