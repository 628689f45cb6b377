//! By which words languages deny, and how they answer.

use super::list::List;

/// How a language denies. A word stands as it is, `kein*` for what begins so, and `*los` for what ends so; where words are not set
/// apart by blanks, these are parts of a text.
pub(super) struct Denials {
    /// Words that do nothing else.
    pub strong: List,
    /// What may say the same: prefixes and endings, `without`, `except`, verbs of forbidding and of failing.
    pub weak: List,
    /// What has to be there beside a strong word: `ne … que` is only, and `ne … pas` denies. Nothing: it stands alone.
    pub with: List,
    /// What holds a strong word, and denies nothing.
    pub harmless: List,
    pub is_unspaced: bool,
}

/// English words that deny, and do nothing else.
pub(super) static ENGLISH_DENIALS: List = List::new("not never cannot n’t neither nobody");

/// English words with which a denial may be turned into its opposite: `do not forget`, `not only`, `not uncommon`.
pub(super) static ENGLISH_TURNS: List = List::new(
    "forget hesitate only just until till unless but without less whether why merely simply \
    necessarily mind matter matters care cares yet wait fail fails miss missing uncommon unusual unlikely unable impossible incorrect invalid unreasonable no none \
    nothing nor exclude* except* deny denied reject* refuse* few little worry applicable",
);

/// English words for which a translation may deny something that the English does not.
pub(super) static ENGLISH_LACK: List = List::new(
    "no none nothing nowhere nor without unless until till only fail* lack* few* little rare* \
    hardly scarcely barely avoid* exclu* except* prevent* but other others otherwise another less least free deny denie* denial* \
    reject* refus* miss* absen* any* else stop* than na false off disab* dis* un* in?* im* ir* il* non* mis* anti* before prior too \
    instead out beyond outside if whether longer away hard* difficult* empty blank ignor* skip* remov* delet* drop* limit* just \
    restrict* block* forbid* prohibit* exempt* zero null *less *free mere* solely differ* apart rather wrong bad fals* ban* \
    still remain* whatever however nevertheless nonetheless while since regardless despite though although late* soon expir* break* \
    broke* abort* cancel* revok* withdraw* lose* losing lost hid* secret* doubt* yet almost nearly omit* neglect* opt opts opted \
    suspend* against oppos* most maximum max within up leave* hold* confiden* keep* kept stay* optional* deprecat* obsolete pending \
    offline idle silent* plain static permanent* anonym* private",
);

/// Where languages deny within their verbs, or by words that say other things as well, nothing may be strong: then only a
/// denial that was lost is found.
pub(super) static DENIALS: [(&str, Denials); 28] = [
    (
        "tr",
        unspaced(
            "",
            "ma. me. masa mese masay mesey mazs mezs may mey maz mez madı medi madığ mediğ mama meme mamış memiş mamal memel masın mesin mıyor miyor muyor müyor madan meden \
                 değil yok siz sız suz süz hiç asla yasak engel hariç dışında olumsuz ret red kaçın sadece yalnızca",
            "mayıs temel",
        ),
    ),
    (
        "cs",
        spaced(
            "nelze není nejsou nemohou nemůže nemůžete nemůžeme nesmí nesmíte nikdy nikdo",
            "ne* ni* žádn* bez* zak* zam* zab* vyh* vyl* vyn* kromě odm* jen pouze mimo opom*",
            "nebo neboť nej* než nechte nechat necháv* někter* něk*",
        ),
    ),
    (
        "sk",
        spaced(
            "nie nikdy nemôže nemôžu nemôžete nesmie nesmú nesmiete",
            "ne* ni* nie žiad* žiadn* bez* zak* zam* zab* vyh* vyl* okrem odm* len iba mimo",
            "nech* než niekt* niek*",
        ),
    ),
    (
        "fi",
        spaced(
            "ei eivät emme ette älä älkää",
            "ei* en et emme ette eivät äl* ettei* jottei* ellei* muttei* ilman *ton *tön *tonta *töntä *ttoman *ttömän *ttomia *ttömiä \
             *tta *ttä *tuma* koskaan kukaan mitään kiel* est* puuttu* paitsi epä* vain ainoastaan vält* poiss* hylä* muu*",
            "että jotta sitä niitä näitä tätä",
        ),
    ),
    (
        "hu",
        spaced(
            "nem soha",
            "ne nem sem se soha senki* semmi* nincs* nélkül *talan *telen *atlan *etlen *tlan *tlen tilos tilt* kiv* csak hiány* kerül* \
             megtag* elut* képtelen lehetetlen mellőz*",
            "",
        ),
    ),
    (
        "el",
        spaced(
            "δεν ποτέ",
            "δεν δε μη* μην ούτε ποτέ καν* κάν* χωρίς δίχως όχι α* ά* εκτός μόνο παύ* διακ*",
            "από αν αλλά αυτ* αρχ* ανά αποθ* αποτ* άλλ* αλλ* αποστ* ανοί* άνοι* αρι*",
        ),
    ),
    (
        "vi",
        spaced("", "không chưa chẳng đừng chớ cấm ngăn tránh thiếu vô bất phi miễn trừ ngoài chỉ mất kẻo khỏi hết", ""),
    ),
    (
        "ro",
        spaced(
            "nu niciodată",
            "nu n nu- n- niciodată nimeni nimic nici* niciun* fără in* im* ne* i* evit* interz* doar numai lips* excl* except* ref* resp* dez*",
            "în",
        ),
    ),
    (
        "id",
        spaced(
            "tidak jangan",
            "tidak bukan jangan belum tanpa tak tiada kecuali dilarang non* hanya hindari mustahil gagal tolak*",
            "",
        ),
    ),
    ("th", unspaced("ไม่สามารถ ไม่ได้ ห้าม", "ไม่ อย่า ห้าม มิ ไร้ ปราศจาก นอก เว้น ขาด เพียง เท่านั้น พลาด ปฏิเสธ หลีกเลี่ยง", "")),
    ("hi", spaced("नहीं", "नहीं न मत ना बिना सिवाय केवल मना अ* नि* गैर* बगैर", "")),
    (
        "fr",
        with(
            "pas jamais aucun* rien personne ni guère nul*",
            "ne n’ aucun aucune jamais",
            "pas ni non rien sans nul* néant personne moins sauf hors impos* improb* indispo* inacc* inval* incorr* inconn* inexist* \
             insuff* incompat* inact* inchang* illim* illég* irrév* interdi* inutil* désact* déconn* dépourv* déconseil* absen* manqu* \
             empêch* évit* refus* exclu* échou* échec* peu sinon différ* except* faux fausse guère ignor* rejet* seul* uniquement loin laiss*",
        ),
    ),
    (
        "de",
        spaced(
            "nicht kein keine keinen keinem keiner keines niemals niemand niemanden",
            "nie nein nichts nicht* ohne un* nirgend* weder noch verbot* verbiet* untersag* fehl* *los *lose *losen *loser *loses \
             *losem *frei *freie *freien außer* vermeid* verhinder* ausgeschl* ausschl* abgel* ablehn* verweiger* statt anstatt \
             sondern *widrig miss* nur lediglich lass* bleib* egal gleichgültig kaum",
            "und unter* unser* uns ungefähr* union* univers* unit* unmittelbar*",
        ),
    ),
    (
        "es",
        spaced(
            "no nunca jamás nadie ningún ninguna ninguno tampoco",
            "ni nada sin impos* inacc* invál* inval* incorr* desconoc* inexist* insuf* incompat* inact* desact* ilim* ileg* irrev* \
             indispon* inútil* innec* prohib* evit* impid* imped* except* salvo falt* carec* excl* neg* niega* rechaz* fall* abst* \
             menos no-* solo sólo únicamente",
            "",
        ),
    ),
    (
        "it",
        spaced(
            "non nessun nessuna nessuno",
            "né mai nulla niente senza impos* inacc* inval* incorr* inesist* insuff* incompat* inatt* disatt* disab* illim* illeg* \
             irrev* indispon* inutil* sconosc* sconsig* vieta* evit* manc* eccet* esclu* priv* neg* rifiut* proib* imped* meno nessun’ solo soltanto unicamente",
            "",
        ),
    ),
    (
        "pt",
        spaced(
            "não nunca jamais ninguém nenhum nenhuma",
            "nem nada sem impos* inac* invál* inval* incorr* inexist* insuf* incompat* inat* desat* ilim* ileg* irrev* indispon* inútil* \
             desnec* desconh* desaconselh* proib* evit* imped* impeç* exce* falt* carec* exclu* neg* recus* rejeit* falh* exceto menos só apenas somente",
            "",
        ),
    ),
    (
        "nl",
        spaced(
            "niet geen nooit niemand",
            "niets nergens noch zonder on* verbod* verbied* ontbre* vermijd* voork* behalve *loos *loze *vrij *vrije weiger* afgew* \
             uitgesl* geweigerd mis* niet-* nee alleen slechts",
            "onder* ons onze ont* online onmiddellijk*",
        ),
    ),
    (
        "sv",
        spaced(
            "inte aldrig ingen inga inget icke",
            "ej nej ingenting ingenstans utan omöj* otill* ogil* okän* oför* oänd* oskyd* osäk* obehö* sakna* förbj* förbud* undvik* \
             förhindr* hindr* varken *lös *löst *lösa *fri *fritt *fria miss* nek* avvis* utom icke-* bara endast enbart",
            "",
        ),
    ),
    (
        "da",
        spaced(
            "ikke aldrig ingen intet",
            "ej nej inget ingenting uden umul* utilg* ugyl* ukend* ufor* uænd* usikk* uaut* mangl* forb* undgå* forhindr* hindr* \
             hverken *løs *løst *løse *fri *frit *frie mis* næg* afvis* undtag* kun",
            "",
        ),
    ),
    (
        "nb",
        spaced(
            "ikke aldri ingen",
            "ej nei intet inget ingenting uten umul* utilg* ugyl* ukjen* ufor* uend* usikk* uaut* mangl* forb* unngå* forhindr* hindr* \
             verken *løs *løst *løse *fri *fritt *frie mis* nekt* avvis* unntat* kun bare",
            "",
        ),
    ),
    (
        "pl",
        spaced(
            "nie nigdy nikt",
            "nie* nikt nic nigdzie ni bez* żad* brak* zakaz* zabr* zabran* wyklucz* unik* poza oprócz odm* odrzuc* zapobie* chyba wyjąt* tylko jedynie",
            "niech* niem* bezp*",
        ),
    ),
    (
        "ru",
        spaced(
            "не никогда нельзя никто",
            "не* ни* нет без* бес* запрещ* отсут* невоз* кроме исключ* помимо отказ* отклон* избе* предотвр* лишен* лишь только мимо вне вряд отлич*",
            "него неё нее ней ним ними них нем нём недел* ниже нижн* безоп*",
        ),
    ),
    (
        "uk",
        spaced(
            "не ніколи немає ніхто",
            "не* ні* без* заборон* відсут* крім виключ* окрім відмов* відхил* уник* запобі* поза лише тільки навряд відрізн*",
            "нього неї ній них ним ними безпе* нижч*",
        ),
    ),
    (
        "ar",
        spaced(
            "لا ولا فلا لم ولم لن ولن ليس ليست وليس",
            "غير وغير بغير لغير دون بدون ودون عدم وعدم بعدم لعدم ما وما ممنوع* يمنع* تمنع* أبد* مطلق* تجن* يحظر محظور* أي نفي* \
             باستثناء إلا سوى يستحيل مستحيل* رفض* يرفض* نادر* بلا لسنا لست ليسوا يتعذر تعذر يفتقر* انعدام كلا فقط",
            "",
        ),
    ),
    (
        "he",
        spaced(
            "לא ולא שלא אינו אינה אינם אינן",
            "אין ואין שאין בלי ללא אל ואל טרם אף מעולם לעולם אסור* חסר* בלתי אי* נטול* מלבד חוץ פרט נמנע* למנוע מונע* למעט לבל היעדר* \
             שאינו שאינה שאינם שאינן איני אינכם אינך אינני רק",
            "",
        ),
    ),
    (
        "ja",
        unspaced(
            "ません ないで",
            "ない なく なか なき なけれ ぬ ず ざる 無 不 非 未 禁 避 除 以外 なし 否 ゼロ 欠 まい 防 拒 違 誤 失 止 控え 外 別 のみ だけ",
            "なければなりません なくてはなりません ねばなりません なければいけません なくてはいけません かもしれません すみません にすぎません \
             ほかなりません しかありません ませんか 構いません かまいません 問題ありません 問題にしません 必ず まず 外部 特別 個別 識別 区別 種別 別の 別途 未来 非常に 少なくとも",
        ),
    ),
    (
        "zh",
        unspaced(
            "不会 不會 不能 不得 不支持 不支援 没有 沒有 并不 並不 切勿 无法 無法 从不 從不",
            "不 没 沒 无 無 未 非 勿 别 別 莫 禁 否 免 避 除 缺 停 拒 失 防 零 绝 絕 仅 僅 只 外 空 难 難",
            "能不能 不得不 不能不 会不会 會不會 有没有 有沒有 识别 識別 特别 特別 分别 分別 级别 級別 类别 類別 外部 此外 另外 空间 空間 \
             防火",
        ),
    ),
    (
        "ko",
        unspaced(
            "않습니다 못합니다 없습니다 마십시오 마세요",
            "않 못 없 안 아니 아닌 아닐 아님 아닙 아녜 모르 모를 모른 모릅 다릅 어려 여부 말아 말고 마십 마세 마시 마라 지마 불가 불허 불완 금지 제외 거부 방지 미만 미지 무효 비활 비공 부재 부족 실패 \
             외에 이외 무시 미사용 미포함 불필요 무제한 피하 외의",
            "안내 안전 보안 동안 방안 제안 안정 안드로이드",
        ),
    ),
];

const fn spaced(strong: &'static str, weak: &'static str, harmless: &'static str) -> Denials {
    denials([strong, weak, "", harmless], false)
}

/// Of words that deny beside others.
const fn with(with: &'static str, strong: &'static str, weak: &'static str) -> Denials {
    denials([strong, weak, with, ""], false)
}

const fn unspaced(strong: &'static str, weak: &'static str, harmless: &'static str) -> Denials {
    denials([strong, weak, "", harmless], true)
}

const fn denials([strong, weak, with, harmless]: [&'static str; 4], is_unspaced: bool) -> Denials {
    Denials {
        strong: List::new(strong),
        weak: List::new(weak),
        with: List::new(with),
        harmless: List::new(harmless),
        is_unspaced,
    }
}

/// The answers yes and no, by language.
pub(super) const ANSWERS: [(&str, &str, &str); 26] = [
    ("fr", "oui", "non"),
    ("de", "ja", "nein"),
    ("es", "sí|si", "no"),
    ("it", "sì|si", "no"),
    ("pt", "sim", "não"),
    ("nl", "ja", "nee|neen"),
    ("sv", "ja", "nej"),
    ("da", "ja", "nej"),
    ("nb", "ja", "nei"),
    ("fi", "kyllä|on", "ei"),
    ("pl", "tak", "nie"),
    ("cs", "ano", "ne"),
    ("sk", "áno", "nie"),
    ("ru", "да", "нет"),
    ("uk", "так", "ні"),
    ("hu", "igen", "nem"),
    ("ro", "da", "nu"),
    ("tr", "evet", "hayır"),
    ("vi", "có", "không"),
    ("id", "ya", "tidak"),
    ("el", "ναι", "όχι"),
    ("ar", "نعم", "لا|كلا"),
    ("he", "כן", "לא"),
    ("ja", "はい|有|あり", "いいえ|無|なし"),
    ("zh", "是|是的|有", "否|不|不是|没有|沒有|无|無"),
    ("ko", "예|네", "아니요|아니오"),
];
