/// The words of absence notes, by language. Data only; all in small letters.
enum AbsenceWords {
    /// Says that its writer is away.
    static let absences = PhraseSet(
        """
        out of the office, out of office, out-of-office, on vacation, on holiday, on leave, annual leave, maternity leave, \
        parental leave, paternity leave, sick leave, away from the office, away from my desk, not in the office, \
        currently away, limited access to, no access to my, will be away, will be out, am away, no longer with the company, \
        nicht im büro, nicht im buero, nicht im haus, im urlaub, abwesend, außer haus, ausser haus, nicht erreichbar, \
        in elternzeit, nicht am arbeitsplatz, absent, en congé, en vacances, hors du bureau, en déplacement, \
        fuera de la oficina, fuera de oficina, de vacaciones, ausente, fuori ufficio, fuori sede, in ferie, assente, \
        afwezig, met vakantie, op vakantie, niet aanwezig, niet op kantoor, niet bereikbaar, fora do escritório, de férias, \
        inte på kontoret, på semester, frånvarande, tjänstledig, ikke på kontoret, på ferie, fraværende, ikke til stede, \
        ude af kontoret, lomalla, poissa, urlopie, poza biurem, nieobecn, mimo kancelář, dovolen, nepřítom, neprítom, \
        szabadság, házon kívül, távol, concediu, absență, fora de l'oficina, в отпуске, отсутств, вне офиса, \
        у відпустці, відсутн, в отпуск, izinde, ofis dışında, yıllık izin, εκτός γραφείου, σε άδεια, απουσιάζ, \
        godišnjem odmoru, dopust, odsut, izvan ureda, van kancelarije, puhkus, eemal, atvaļinājum, prombūtn, atostog, \
        í fríi, ekki við, nghỉ phép, vắng mặt, cuti, luar kantor, 不在, 休暇, 休みを, 外出, 出張, 休假, 不在办公室, \
        不在辦公室, 부재, 휴가, 출장, خارج المكتب, إجازة, מחוץ למשרד, בחופשה, ลาพักร้อน, ไม่อยู่
        """)

    /// What a date means by the words beside it.
    enum Meaning {
        /// The day on which the writer is there again.
        case back
        /// The day until which the writer is away.
        case until
        /// The day from which the writer is away, or there again.
        case from
        /// The day beside it is counted in.
        case inclusive
    }

    /// The order of a day and a month that are written as numbers.
    enum Order { case dayFirst, monthFirst, unknown }

    struct Keyword {
        let meaning: Meaning
        let order: Order
    }

    /// The meanings of single words.
    static let keywords: [[UInt8]: Keyword] = {
        var keywords: [[UInt8]: Keyword] = [:]
        for (meaning, order, list) in table {
            for word in WordList.entries(of: list) { keywords[word] = Keyword(meaning: meaning, order: order) }
        }
        return keywords
    }()

    private static let table: [(Meaning, Order, String)] = [
        // English
        (
            .back, .unknown,
            "back, return, returning, returns, returned, reachable, available, resume, resuming, reopen, reopens, reopening"
        ),
        (.until, .unknown, "until, till, til, untill, to, ending, ends, through, thru"),
        (.from, .unknown, "from, since, starting, beginning, between, effective, after"),
        (.inclusive, .unknown, "including, inclusive, through, thru, incl, after"),
        // German
        (.back, .dayFirst, "zurück, zurueck, wieder, rückkehr, zurückkehren, zurückkehre, erst, frühestens"),
        (.until, .dayFirst, "bis, biszum, ende"), (.from, .dayFirst, "ab, vom, von, seit, zwischen"),
        (.inclusive, .dayFirst, "einschließlich, einschliesslich, einschl, inkl, inklusive"),
        // French
        (
            .back, .dayFirst,
            "retour, reviens, reviendrai, rentre, rentrerai, rentrée, revenir, reprise, reprendrai, joignable"
        ),
        (.until, .dayFirst, "jusqu'au, jusqu'à, jusqu, jusque, au"),
        (.from, .dayFirst, "du, depuis, dès, partir, entre, compter"),
        (.inclusive, .dayFirst, "inclus, inclu, incluse, compris"),
        // Spanish, Catalan, Portuguese, Italian, Romanian
        (
            .back, .dayFirst,
            """
            regreso, regresaré, regresare, vuelvo, volveré, vuelta, reincorporo, reincorporaré, incorporaré, tornaré, retorno, \
            retornarei, volto, voltarei, voltando, regresso, regressarei, estarei, rientro, rientrerò, ritorno, ritornerò, \
            tornerò, torno, rientrero, revin, reveni, întorc, intorc, întoarcerea, voi
            """
        ),
        (.until, .dayFirst, "hasta, fins, até, fino, sino, al, pana, până"),
        (.from, .dayFirst, "desde, del, dal, dall'1, entre, tra, din, incepand, începând"),
        (.inclusive, .dayFirst, "incluido, inclusivo, incluso, compreso, incluído, inclús"),
        // Dutch, Nordic
        (
            .back, .dayFirst,
            "terug, weer, terugkomst, tillbaka, åter, återkommer, tilbake, tilbage, igen, igjen, palaan, takaisin, palaa, aftur"
        ),
        (.until, .dayFirst, "tot, totdat, t, till, tills, til, t.o.m, tom, fram, saakka, asti, þangað"),
        (.from, .dayFirst, "vanaf, van, sinds, från, fra, frå, alkaen, frá"),
        (.inclusive, .dayFirst, "met, m, tom, t.o.m, inklusive, t.o.m."),
        // Slavic, Baltic
        (
            .back, .dayFirst,
            """
            wracam, wrócę, powrót, powrotu, powracam, wróci, vrátím, vracím, zpět, návrat, vrátim, späť, naspäť, vraćam, vratit, povratak, \
            natrag, nazaj, vrnem, вернусь, возвращаюсь, вернётся, вернется, возвращение, выйду, повернусь, повертаюся, \
            връщам, върна, вратиће, atgriezīšos, grįšiu, atpakaļ, tagasi
            """
        ),
        (.until, .dayFirst, "do, až, po, до, по, līdz, iki, kuni"),
        (.from, .dayFirst, "od, ode, z, от, с, со, від, з, no, nuo, alates"),
        (
            .inclusive, .dayFirst,
            "włącznie, wlacznie, včetně, vrátane, uključujući, включно, включительно, ieskaitot, imtinai, kaasa"
        ),
        // Hungarian, Turkish, Greek
        (
            .back, .dayFirst,
            "vissza, visszatérek, visszaérkezem, döneceğim, dönüş, dönüyorum, döneceğiz, döner, újra, ismét, elérhető, επιστρέφω, επιστρέψω, επιστροφή"
        ),
        (.until, .dayFirst, "ig, kadar, έως, μέχρι, ως"), (.from, .dayFirst, "tól, től, itibaren, από"),
        // Near East, Southeast Asia
        (
            .back, .dayFirst,
            "العودة, سأعود, أعود, אחזור, ואחזור, חוזר, וחוזר, חוזרת, וחוזרת, אשוב, ואשוב, אהיה, kembali, lại, quay, กลับมา"
        ),
        (.until, .dayFirst, "حتى, إلى, עד, sampai, hingga, đến, ถึง"), (.from, .dayFirst, "من, מ, dari, từ, ตั้งแต่"),
    ]

    /// Parts of words before a date, where a script sets no blanks between them …
    static let joinedBefore: [Joined] = joined([(.until, "至"), (.until, "到"), (.from, "从"), (.from, "從"), (.from, "自")])

    /// … and behind one; the first in this order counts.
    static let joinedBehind: [Joined] = joined([
        (.back, "戻"), (.back, "復帰"), (.back, "帰社"), (.back, "出社"), (.back, "出勤"), (.back, "返回"), (.back, "回来"),
        (.back, "回來"),
        (.back, "恢复"), (.back, "恢復"), (.back, "복귀"), (.back, "돌아"), (.until, "まで"), (.until, "迄"), (.until, "까지"),
        (.from, "から"), (.from, "より"), (.from, "부터"),
    ])

    struct Joined {
        let word: [UInt8]
        let meaning: Meaning
    }

    private static func joined(_ list: [(Meaning, String)]) -> [Joined] {
        list.map { Joined(word: Array($0.1.utf8), meaning: $0.0) }
    }
}
