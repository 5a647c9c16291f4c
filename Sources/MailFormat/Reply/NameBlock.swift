/// The lines below "Kind regards" and the name: title, company, telephone, address.
enum NameBlock {
    private static let closings = WordTable(
        "kindest regards, warmest regards, very best regards, best personal regards, with thanks, thanks again, thank you very much, thanks in advance, thank you in advance, with appreciation, faithfully, yours, yours respectfully, respectfully yours, take care, talk soon, have a great day, have a nice day, have a good day, rgds, brgds, br, kr, thx, ta, with warm regards, warm wishes, with gratitude, in kind regards, greetings, many greetings, love, cordially",
        "best regards, kind regards, warm regards, regards, best wishes, best, all the best, sincerely, yours sincerely, sincerely yours, yours faithfully, yours truly, cheers, many thanks, thanks, thank you, thanks and regards",
        "with kind regards, with best regards, warmly, respectfully, mit freundlichen grüßen, mit freundlichem gruß, mit besten grüßen, mit herzlichen grüßen, freundliche grüße, beste grüße, viele grüße, liebe grüße, herzliche grüße, schöne grüße, grüße, gruß, mfg, lg, vg",
        "mit freundlichen grüssen, mit freundlichem gruss, freundliche grüsse, viele grüsse, liebe grüsse, beste grüsse, herzliche grüsse, mit vielen grüßen, mit lieben grüßen, mit sonnigen grüßen, mit kollegialen grüßen, mit herzlichem gruß, freundlicher gruß, lieber gruß, lieben gruß, besten gruß, besten dank, vielen dank, danke, danke und gruß, danke und viele grüße, vielen dank und viele grüße, hochachtungsvoll, schönen tag, einen schönen tag noch, schönes wochenende, mit freundlichen empfehlungen, mit bestem gruß, mit vorzüglicher hochachtung, bis bald, servus, herzlichst, beste grüße aus, viele grüße aus, liebe grüße aus, mit freundlichen grüßen aus",
        "cordialement, bien cordialement, bien à vous, sincères salutations, salutations distinguées, cdt, cdlt, bonne journée, bonne soirée, bon week-end, bonne réception, bien cordialement à vous, très cordialement, amicalement, bien amicalement, sincèrement, respectueusement, meilleures salutations, avec mes salutations, avec mes remerciements, merci, merci d'avance, merci beaucoup, à bientôt, bises, bien sincèrement, salutations, salutations cordiales, meilleurs messages, je vous prie d'agréer, saludos, un saludo, saludos cordiales, muchas gracias, gracias, gracias de antemano, un abrazo, abrazos, reciba un cordial saludo, reciban un cordial saludo, cordiales saludos, atte, le saluda atentamente, muy atentamente, quedo atento, quedo a la espera, que tenga un buen día, feliz día, un fuerte abrazo, besos, atentamente, un cordial saludo, cordialmente, cordiali saluti, grazie, grazie mille, molte grazie, grazie e saluti, grazie e cordiali saluti, i migliori saluti, migliori saluti, cari saluti, un cordiale saluto, un caro saluto, buona giornata, buona serata, buon lavoro, in fede, a presto, tanti saluti, porgo distinti saluti, porgiamo distinti saluti, con i migliori saluti, distinti saluti, un saluto, saluti, atenciosamente, com os melhores cumprimentos, cumprimentos, abraços, um abraço, abraço, att, atte, obrigado, obrigada, muito obrigado, muito obrigada, desde já agradeço, grato, grata, cordialmente, melhores cumprimentos, os melhores cumprimentos, com os meus cumprimentos, saudações, respeitosamente, à disposição, fico à disposição, tenha um bom dia, bom dia, até breve",
        "met vriendelijke groet, met vriendelijke groeten, vriendelijke groeten, groeten, groet, mvg, hartelijke groet, hartelijke groeten, met hartelijke groet, hartelijk dank, alvast bedankt, bedankt, dank je wel, dank u wel, met dank, beste groeten, beste groet, vriendelijke groet, hoogachtend, gr, fijne dag, prettige dag, fijn weekend, veel liefs, lieve groet, lieve groetjes, groetjes, met collegiale groet, med vänliga hälsningar, vänliga hälsningar, hälsningar, mvh, vänligen, vänlig hälsning, varma hälsningar, hälsar, allt gott, tack, tack på förhand, ha en bra dag, trevlig helg, kram, hej så länge, med venlig hilsen, venlig hilsen, venlige hilsner, med venlige hilsner, kærlig hilsen, mange hilsner, bedste hilsen, tak, på forhånd tak, mange tak, god dag, god weekend, vh, dbh, med vennlig hilsen, vennlige hilsener, hjertelig hilsen, takk, på forhånd takk, ha en fin dag, god helg, vennligst, vennlig hilsen, hilsen, med vennlig hilsen, ystävällisin terveisin, terveisin, terveiset, terv, t, kiitos, kiittäen, kiitos etukäteen, kunnioittavasti, lämpimin terveisin, mukavaa päivänjatkoa, hyvää viikonloppua, pozdrawiam serdecznie, serdecznie pozdrawiam, z pozdrowieniami, z wyrazami szacunku, łączę pozdrowienia, łączę wyrazy szacunku, dziękuję, z góry dziękuję, miłego dnia, pozdrowienia, pozdr, pozdrawiam, z poważaniem, s pozdravem, s přátelským pozdravem, se srdečným pozdravem, s přáním hezkého dne, s přáním pěkného dne, přeji hezký den, přeji pěkný den, pěkný den, děkuji, děkujeme, předem děkuji, mějte se hezky, zdraví, zdravím, s pozdravom, s pozdravom a prianím, prajem pekný deň, pekný deň, ďakujem, vopred ďakujem, s priateľským pozdravom, lp, lep pozdrav, pozdrav, srdačan pozdrav, üdvözlettel, szívélyes üdvözlettel, baráti üdvözlettel, üdv, köszönettel, köszönöm, előre is köszönöm, szép napot, minden jót, tisztelettel üdvözlöm, cu stimă, cu respect, cu drag, mulțumesc, mulțumim, vă mulțumesc, toate cele bune, numai bine, cu considerație, o seară frumoasă, o zi bună, med vänlig hälsning, bästa hälsningar, de bedste hilsner, bedste hilsner, beste hilsen, parhain terveisin, s úctou, hezký den, lep dan, sa poštovanjem, s poštovanjem, tisztelettel, pagarbiai, su pagarba, geros dienos, linkėjimai, ačiū, dėkoju, ar cieņu, paldies, jauku dienu, lugupidamisega, parimate soovidega, parimat, tervitades, aitäh, tänan, heade soovidega, kveðja, bestu kveðjur, með kveðju, með bestu kveðju, virðingarfyllst, takk fyrir, lijep pozdrav, srdačno, hvala, unaprijed hvala, ugodan dan, prijeten dan, s prijaznimi pozdravi, lepo pozdravljeni, hvala in lep pozdrav, поздрав, срдачан поздрав, хвала, хубав ден, лек ден, благодаря, предварително благодаря, agur bero bat, eskerrik asko, adeitasunez, unha aperta, un saúdo, atentos saúdos, moltes gràcies, gràcies, cordialment, una abraçada, atentament, is mise le meas, le gach dea-ghuí, cofion, cofion gorau, yn gywir, diolch, salutacions, поздрави, с поздрави, с най-добри пожелания, με εκτιμηση, φιλικά, χαιρετισμούς, с уважением, с наилучшими пожеланиями, с искренним уважением, с глубоким уважением, всего доброго, всего хорошего, хорошего дня, спасибо, заранее спасибо, благодарю, с благодарностью, с приветом, до свидания, з найкращими побажаннями, з вдячністю, дякую, щиро дякую, гарного дня, усього найкращого, щиро ваш, щиро ваша, з повагою, ευχαριστώ, ευχαριστώ πολύ, ευχαριστούμε, φιλικούς χαιρετισμούς, με φιλικούς χαιρετισμούς, με χαιρετισμούς, καλή συνέχεια, καλημέρα σας, με εκτίμηση, saygılarımla, saygılarımızla, en iyi dileklerimle, sevgiler, selamlar, teşekkürler, teşekkür ederim, iyi günler, kolay gelsin, iyi çalışmalar dilerim, iyi çalışmalar, مع التحية, مع تحياتي, تحياتي, مع خالص التحية, مع أطيب التحيات, وتفضلوا بقبول فائق الاحترام, شكرا, شكرا جزيلا, وشكرا, خالص التحية, بتحية, בברכה, בברכה רבה, תודה, תודה רבה, בתודה, בכבוד רב, כל טוב, יום טוב, بااحترام, با احترام, با تشکر, با سپاس, ارادتمند, धन्यवाद, सादर, भवदीय, salam, hormat saya, salam hormat, terima kasih",
        "trân trọng, trân trọng cảm ơn, trân trọng kính chào, thân mến, thân ái, kính thư, cảm ơn, xin cảm ơn, regards và cảm ơn, ขอแสดงความนับถือ, ด้วยความเคารพ, ขอบคุณ, ขอบคุณค่ะ, ขอบคุณครับ, salam hangat, dengan hormat, hormat kami, yang benar, sekian, terima kasih banyak, matur nuwun, maraming salamat, lubos na gumagalang, asante, wako, salamat, met vriendelike groete, vriendelike groete, groete, baie dankie",
        "祝好, 此致, 此致敬礼, 敬礼, 谢谢, 谢谢!, 謝謝, 多谢, 顺祝商祺, 順頌商祺, 顺颂商祺, 敬上, 祝工作顺利, 祝您工作愉快, 祝您生活愉快, 敬祝, 敬祝 商祺, 順頌時祺, 敬祺, 以上, 敬具, 草々, 拝, 감사합니다, 고맙습니다, 드림, 올림, 배상, 수고하세요, 좋은 하루 되세요"
    )

    /// Closings that no name follows.
    private static let nameless = WordTable(
        "よろしくお願いいたします, よろしくお願いします, よろしくお願い致します, 宜しくお願い致します, 宜しくお願いいたします",
        "どうぞよろしくお願いいたします, どうぞよろしくお願いします, 引き続きよろしくお願いいたします, 今後ともよろしくお願いいたします, お手数ですがよろしくお願いいたします, ご確認よろしくお願いいたします, ご確認のほどよろしくお願いいたします",
        "以上よろしくお願いいたします, 以上、よろしくお願いいたします, 何卒よろしくお願いいたします")

    /// Limit: lines of a name block.
    private static let mostLines = 12

    /// The lines behind closing and name, where each is short and one of them holds a number, an address or a link.
    static func find(in stretch: Range<Int>, of body: ReplyBody) -> Range<Int>? {
        let texts = stretch.suffix(2 * mostLines).filter { !body.lines[$0].isBlank }
        guard let closing = texts.suffix(mostLines + 2).last(where: { isClosing($0, in: body) }) else {
            return lone(texts, of: body).map { $0..<stretch.upperBound }
        }
        let below = texts.filter { $0 > closing }
        let hasName = isWhole(closing, nameless, in: body) || isWithName(closing, in: body)
        let block = hasName ? below[...] : below.dropFirst()
        guard let first = block.first, isBlock(block, in: body) else { return nil }
        guard hasName || isName(below[0], isFirst: closing == texts.first, in: body) else { return nil }
        let hasContact = block.contains { isContact($0, in: body) }
        let isNames = block.count <= 5 && block.allSatisfy { beginsAsName(body.text($0)) }
        guard hasContact && (block.count > 1 || isBareContact(first, in: body)) || isNames && block.count > 1 else {
            return nil
        }
        return first..<stretch.upperBound
    }

    /// Whether the line below a closing is no beginning of something else. Who begins with "Thanks" may go on: then all
    /// words must be those of a name.
    private static func isName(_ index: Int, isFirst: Bool, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard text.last != ASCII.colon else { return false }
        let words = text.split(separator: ASCII.space)
        return !isFirst || words.count == 1
            || words.count <= 4 && words.allSatisfy { $0.count <= 3 || beginsAsName($0) }
    }

    /// Name, title and number without a closing: only far below the text, which must not lead to them.
    private static func lone(_ texts: [Int], of body: ReplyBody) -> Int? {
        let gap = texts.indices.dropFirst().last { texts[$0] - texts[$0 - 1] > 2 }
        guard let gap, body.text(texts[gap - 1]).last != ASCII.colon else { return nil }
        let block = texts[gap...]
        guard (2...6).contains(block.count), isBlock(block, in: body), beginsAsName(body.text(block[gap])),
            !isContact(block[gap], in: body), let contact = block.firstIndex(where: { isContact($0, in: body) })
        else { return nil }
        // Names between the numbers are those of others.
        return block[contact...].allSatisfy { isContact($0, in: body) || hasNumber($0, in: body) } ? block.first : nil
    }

    private static func isBlock(_ block: ArraySlice<Int>, in body: ReplyBody) -> Bool {
        block.count <= mostLines && block.allSatisfy { isShort($0, in: body) }
    }

    /// With a capital, a digit, a sign, or a letter of a script without capitals.
    private static func beginsAsName(_ text: ArraySlice<UInt8>) -> Bool {
        text.first.map { $0 != $0.asciiLowercased || !$0.isASCIILetter } ?? false
    }

    private static func isClosing(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index).drop { $0 == ASCII.asterisk }
        guard text.count <= 90, closings.mayBegin(text) || nameless.mayBegin(text) else { return false }
        return isWhole(index, closings, in: body) || isWhole(index, nameless, in: body) || isWithName(index, in: body)
            || isBilingual(body.folded(index))
    }

    /// "Freundliche Grüße / Best regards"
    private static func isBilingual(_ folded: [UInt8]) -> Bool {
        guard let bar = folded.firstIndex(where: { $0 == ASCII.slash || $0 == 0x7C }) else { return false }
        let halves = [folded[..<bar], folded[(bar + 1)...]].map {
            $0.trimming { $0 == ASCII.space || $0 == ASCII.comma }
        }
        return halves.allSatisfy { closings.isWhole(Array($0)) }
    }

    /// "Viele Grüße, Wiebke Ott": closing, comma, and a name of at most three words.
    private static func isWithName(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard let comma = text.firstIndex(of: ASCII.comma), comma + 1 < text.endIndex,
            closings.isWhole(TextFolding.folded(text[..<comma]))
        else { return false }
        let words = text[(comma + 1)...].split(separator: ASCII.space)
        return (1...3).contains(words.count) && words.allSatisfy(beginsAsName) && text.last != ASCII.dot
    }

    private static func isWhole(_ index: Int, _ table: WordTable, in body: ReplyBody) -> Bool {
        var folded = body.folded(index)
        while let mark = ends.first(where: { folded.suffix($0.count).elementsEqual($0) }) {
            folded.removeLast(mark.count)
        }
        return table.isWhole(folded)
    }

    private static let ends = [",", ".", "!", " ", "。", "，", "！", "、"].map { Array($0.utf8) }

    /// No sentence and no postscript: at most 90 letters and nine words, and no end of a sentence. Lines of an address may
    /// end with a comma.
    private static func isShort(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard let last = text.last, text.count <= 240, text.count(where: { $0 & 0xC0 != 0x80 }) <= 90 else {
            return false
        }
        let folded = body.folded(index)
        let words = countOfWords(folded)
        let isSentence = last == ASCII.dot && words >= 4 || last == ASCII.comma && words >= 4
        return !"?!:".utf8.contains(last) && !isSentence && words <= 9 && !postscripts.begins(folded)
    }

    /// Words that begin with a letter, behind the first; numbers and signs do not count.
    private static func countOfWords(_ folded: [UInt8]) -> Int {
        folded.indices.dropFirst().count { index in
            folded[index - 1] == ASCII.space && (folded[index].isASCIILetter || folded[index] >= 0x80)
        }
    }

    private static let postscripts = WordTable("ps, p.s, p. s, ps:, pps, nb, btw, fyi, p.d, pd:, ps., p.s.:")

    /// A line with hardly anything but a number or a link.
    private static func isBareContact(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        return !text.contains(ASCII.space) || text.count(where: { $0.isASCIILetter }) <= 8
    }

    private static func hasNumber(_ index: Int, in body: ReplyBody) -> Bool {
        body.text(index).contains { $0.isASCIIDigit }
    }

    /// Seven digits, an address, or a link.
    private static func isContact(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        if text.contains(ASCII.at) || text.count(where: { $0.isASCIIDigit }) >= 7 { return true }
        let folded = body.folded(index)
        return folded.starts(with: "www.".utf8) || folded.starts(with: "http".utf8)
    }
}
