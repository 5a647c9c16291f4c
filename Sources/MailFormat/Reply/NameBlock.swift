/// The lines below "Kind regards" and the name: title, company, telephone, address.
enum NameBlock {
    private static let closings = WordTable(
        "best regards, kind regards, warm regards, regards, best wishes, best, all the best, sincerely, yours sincerely, sincerely yours, yours faithfully, yours truly, cheers, many thanks, thanks, thank you, thanks and regards",
        "with kind regards, with best regards, warmly, respectfully, mit freundlichen grüßen, mit freundlichem gruß, mit besten grüßen, mit herzlichen grüßen, freundliche grüße, beste grüße, viele grüße, liebe grüße, herzliche grüße, schöne grüße, grüße, gruß, mfg, lg, vg",
        "cordialement, bien cordialement, bien à vous, sincères salutations, salutations distinguées, cdt, bonne journée, saludos, un saludo, saludos cordiales, atentamente, un cordial saludo, cordialmente, cordiali saluti, distinti saluti, un saluto, saluti, atenciosamente, com os melhores cumprimentos, cumprimentos, abraços, att",
        "met vriendelijke groet, met vriendelijke groeten, vriendelijke groeten, groeten, groet, mvg, med vänliga hälsningar, vänliga hälsningar, hälsningar, mvh, med venlig hilsen, venlig hilsen, vennlig hilsen, hilsen, med vennlig hilsen, ystävällisin terveisin, terveisin, pozdrawiam, z poważaniem, s pozdravem, s pozdravom, lp, lep pozdrav, pozdrav, srdačan pozdrav, üdvözlettel, cu stimă, o zi bună, med vänlig hälsning, bästa hälsningar, de bedste hilsner, bedste hilsner, beste hilsen, parhain terveisin, s úctou, hezký den, lep dan, sa poštovanjem, s poštovanjem, tisztelettel, pagarbiai, ar cieņu, lugupidamisega, salutacions, поздрави, с поздрави, с най-добри пожелания, με εκτιμηση, φιλικά, χαιρετισμούς, с уважением, з повагою, με εκτίμηση, saygılarımla, iyi çalışmalar, مع التحية, بتحية, בברכה, salam, hormat saya, salam hormat, terima kasih",
        "trân trọng, thân ái, ขอแสดงความนับถือ, ขอบคุณ, 祝好, 此致, 敬礼, 谢谢, 謝謝, 顺祝商祺, 敬上, 감사합니다, 드림")

    /// Closings that no name follows.
    private static let nameless = WordTable(
        "よろしくお願いいたします, よろしくお願いします, よろしくお願い致します, 宜しくお願い致します, 宜しくお願いいたします",
        "以上よろしくお願いいたします, 以上、よろしくお願いいたします, 何卒よろしくお願いいたします")

    /// Limit: lines of a name block.
    private static let mostLines = 12

    /// The lines behind closing and name, where each is short and one of them holds a number, an address or a link.
    static func find(in stretch: Range<Int>, of body: ReplyBody) -> Range<Int>? {
        let texts = stretch.suffix(2 * mostLines).filter { !body.lines[$0].isBlank }
        guard let closing = texts.suffix(mostLines + 2).last(where: { isClosing($0, in: body) }) else { return nil }
        let below = texts.filter { $0 > closing }
        let block = isWhole(closing, nameless, in: body) ? below[...] : below.dropFirst()
        guard let first = block.first, block.count <= mostLines, block.allSatisfy({ isShort($0, in: body) }) else {
            return nil
        }
        let hasContact = block.contains { isContact($0, in: body) }
        let isNames = block.count <= 5 && block.allSatisfy { beginsAsName(body.text($0)) }
        guard hasContact && (block.count > 1 || isBareContact(first, in: body)) || isNames && block.count > 1 else {
            return nil
        }
        return first..<stretch.upperBound
    }

    /// With a capital, a digit, a sign, or a letter of a script without capitals.
    private static func beginsAsName(_ text: ArraySlice<UInt8>) -> Bool {
        text.first.map { $0 != $0.asciiLowercased || !$0.isASCIILetter } ?? false
    }

    private static func isClosing(_ index: Int, in body: ReplyBody) -> Bool {
        body.lines[index].count <= 90 && (isWhole(index, closings, in: body) || isWhole(index, nameless, in: body))
    }

    private static func isWhole(_ index: Int, _ table: WordTable, in body: ReplyBody) -> Bool {
        var folded = body.folded(index)
        while let mark = ends.first(where: { folded.suffix($0.count).elementsEqual($0) }) {
            folded.removeLast(mark.count)
        }
        return table.isWhole(folded)
    }

    private static let ends = [",", ".", "!", " ", "。", "，", "！", "、"].map { Array($0.utf8) }

    /// No sentence and no postscript: at most 90 bytes and nine words, and no end of a sentence.
    private static func isShort(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        guard let last = text.last, text.count <= 90, !"?!:,".utf8.contains(last) else { return false }
        let folded = body.folded(index)
        let isSentence = last == ASCII.dot && folded.count(where: { $0 == ASCII.space }) >= 4
        return !isSentence && folded.count(where: { $0 == ASCII.space }) <= 9 && !postscripts.begins(folded)
    }

    private static let postscripts = WordTable("ps, p.s, p. s, ps:, pps, nb, btw, fyi, p.d, pd:, ps., p.s.:")

    /// A line with hardly anything but a number or a link.
    private static func isBareContact(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        return !text.contains(ASCII.space) || text.count(where: { $0.isASCIILetter }) <= 8
    }

    /// Seven digits, an address, or a link.
    private static func isContact(_ index: Int, in body: ReplyBody) -> Bool {
        let text = body.text(index)
        if text.contains(ASCII.at) || text.count(where: { $0.isASCIIDigit }) >= 7 { return true }
        let folded = body.folded(index)
        return folded.starts(with: "www.".utf8) || folded.starts(with: "http".utf8)
    }
}
