/// What texts of a language are made of, for `CharsetGuess`.
enum CharsetAlphabets {
    /// Languages in Latin letters: the small letters beyond ASCII that each may use, and how many different ones
    /// are asked for. Those of windows-1252 come first: what they explain is not doubted.
    static let latin: [(charsets: [SingleByteCharset], letters: String, least: Int)] = [
        ([.windows1252], "äöüßéèà", 0),  // German
        ([.windows1252], "éèêëàâçîïôùûüÿœ", 0),  // French
        ([.windows1252], "áéíñóúüçàèòï", 0),  // Spanish, Catalan
        ([.windows1252], "ãõáâàçéêíóôú", 0),  // Portuguese
        ([.windows1252], "àèéìíîòóùú", 0),  // Italian
        ([.windows1252], "åäöæøéüà", 0),  // Danish, Norwegian, Swedish, Finnish
        ([.windows1252], "éëïöüèêáíóúçàä", 0),  // Dutch
        ([.windows1254], "çğıöşüâîûİ", 3),  // Turkish, whose letters Icelandic would explain, too
        ([.windows1252], "áðéíóúýþæö", 0),  // Icelandic
        ([.windows1250, .iso88592], "ąćęłńóśźż", 2),  // Polish
        ([.windows1250, .iso88592], "áčďéěíňóřšťúůýž", 2),  // Czech
        ([.windows1250, .iso88592], "áäčďéíĺľňóôŕšťúýž", 2),  // Slovak
        ([.windows1250, .iso88592], "áéíóöőúüű", 2),  // Hungarian
        ([.windows1250, .iso88592], "čćđšž", 2),  // Croatian, Slovene
        ([.windows1250, .iso88592], "ăâîşţ", 2),  // Romanian
        ([.windows1254], "çğıöşüâîûİ", 2),  // Turkish
        ([.windows1257], "ąčęėįšųūž", 2),  // Lithuanian
        ([.windows1257], "āčēģīķļņšūž", 2),  // Latvian
        ([.windows1257], "äõöüšž", 2),  // Estonian
    ]

    /// Languages in other alphabets, whose letters stand alone: small letters, the most frequent first.
    static let other: [(charsets: [CharsetGuess.Guess], languages: [String])] = [
        (
            [
                .singleByte(.windows1251), .singleByte(.koi8r), .singleByte(.koi8u), .singleByte(.iso88595),
                .singleByte(.cp866),
            ],
            [
                "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",  // Russian
                "оаніивтерслкудмпяьзгбйчхїжцюєшщфґ",  // Ukrainian
                "аиоетнрсвлкпдмзябугчщъжюшцхфь",  // Bulgarian
                "аоиеунсрјтдквпмлзбгљчцшњћжхџђф",  // Serbian
            ]
        ),
        ([.singleByte(.windows1253), .singleByte(.iso88597)], ["αοιετσνηυρκπλμςωάίόδέήγχύθφώβξζψϊ"]),  // Greek
        ([.iconv("CP1255")], ["יוהלארתבמשנםדקעטחכפסגןץזךףצ"]),  // Hebrew
        ([.iconv("CP1256")], ["اليمنوتربهدعسفةكقحجأشصطخضذزغثىئءؤإآظ"]),  // Arabic
        (
            [.iconv("CP874")],
            [
                // Thai
                "านอรก\u{E48}เงม\u{E49}ย\u{E31}ลสคบ\u{E35}วดทต\u{E34}ะ\u{E38}ปหจ\u{E47}ใไแ\u{E4C}พ\u{E37}\u{E33}ชขโผซถธณศภ\u{E39}ญฟษฉฐ"
            ]
        ),
    ]

    /// Languages of many characters: some hundred of the most frequent, and what stands in mail.
    static let large: [(charsets: [String], characters: String)] = [
        (
            ["GB18030"],
            """
            的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所\
            然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日者意无力它与\
            长把机民第公此已工使情明性知全三关点正业外将两高间由问很最重并物手应文体见被等新月话合回内信表给次通提及比\
            您请谢邮件收附司产品价格联系电确认安排复号期款订单
            """
        ),
        (
            ["BIG5-HKSCS"],
            """
            的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所\
            然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與\
            長把機民第公此已工使情明性知全三關點正業外將兩高間由問很最重並物手應文體見被等新月話合回內信表給次通提及比\
            您請謝郵件收附司產品價格聯繫電確認安排覆號期款訂單
            """
        ),
        (
            ["CP932", "EUC-JP-MS"],
            """
            のにはをがたでてとしれさいるあっりなもまうすからこくよきんおけつせどえわだちめやそみばれじょしゅゃごげべぶ\
            ンスルトリアイクラシーントグタ日本人年月大会社送信件名様御願致付確認中上下今出行見時分事者場合自
            """
        ),
        (
            ["CP949"],
            """
            이다는에의을가고하지한로은기나사를도어리라자일해인그것과서수들있으만시아대여보정니전스게부면습합요세안구장주적\
            원우성신오생제무상거때까년말었금동실조녕감드립확탁및
            """
        ),
    ]
}
