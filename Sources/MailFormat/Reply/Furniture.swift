/// What mail programs, phones and companies add to every mail: signatures, footers, disclaimers, banners.
enum Furniture {
    /// Some lines that are furniture, and whether nothing else can be meant.
    struct Piece {
        var lines: Range<Int>
        var isCertain = true
    }

    /// Limit: lines of a footer that are looked through from below.
    private static let mostLines = 14

    /// Limit: bytes of a line that are compared; what they begin is known by then.
    private static let longestFooter = 480

    /// The furniture among the lines of one stretch that was written without a quotation between.
    static func find(in stretch: Range<Int>, of body: ReplyBody) -> [Piece] {
        var found: [Piece] = []
        var rest = stretch
        let cutEnd = { (piece: Piece) in
            found.append(piece)
            rest = rest.lowerBound..<piece.lines.lowerBound
        }
        Signature.standard(in: rest, of: body).map(cutEnd)
        while let footer = lastFooter(in: rest, of: body) { cutEnd(footer) }
        Signature.marked(in: rest, of: body).map(cutEnd)
        NameBlock.find(in: rest, of: body).map { cutEnd(Piece(lines: $0, isCertain: false)) }
        if let opening = opening(of: rest, in: body) {
            found.append(Piece(lines: opening))
            rest = opening.upperBound..<rest.upperBound
        }
        return found + lone(in: rest, of: body)
    }

    /// A footer in the last lines, with all below it.
    private static func lastFooter(in lines: Range<Int>, of body: ReplyBody) -> Piece? {
        var seen = 0
        for index in lines.reversed() where !body.lines[index].isBlank {
            guard seen < mostLines else { return nil }
            if seen > 0, !Disclaimer.mayBegin(body.text(index)) {
                seen += 1
                continue
            }
            let folded = TextFolding.folded(body.text(index).prefix(longestFooter))
            if seen == 0, Armor.isEnd(folded),
                let start = Armor.signature(above: index, in: body, from: lines.lowerBound)
            {
                return Piece(lines: start..<lines.upperBound)
            }
            if seen == 0, isDeviceFooter(folded) { return Piece(lines: index..<lines.upperBound) }
            if seen == 0, isLink(folded) { continue }
            if seen == 0, let start = Disclaimer.paragraph(endingAt: index, in: body, from: lines.lowerBound) {
                return Piece(lines: start..<lines.upperBound, isCertain: false)
            }
            if Disclaimer.begins(folded) {
                let start = HeaderBlock.rule(above: index, in: body) ?? index
                let isAlone = lines.first { !body.lines[$0].isBlank } == index
                return Piece(lines: max(start, lines.lowerBound)..<lines.upperBound, isCertain: !isAlone)
            }
            seen += 1
        }
        return nil
    }

    /// A bare link, as programs put it below their slogan.
    private static func isLink(_ folded: [UInt8]) -> Bool {
        !folded.contains(ASCII.space) && (folded.starts(with: "http".utf8) || folded.starts(with: "www.".utf8))
    }

    /// "Sent from my iPhone": short, and without a comma, so that "Sent from my desk, which is easier" stays; behind the
    /// name of a mail program there may be one.
    private static func isDeviceFooter(_ folded: [UInt8]) -> Bool {
        let sentence = Array(folded.prefix(120).prefix { $0 != ASCII.less && $0 != ASCII.openParenthesis })
        if folded.count <= 80, FurnitureWords.slogans.begins(folded) { return true }
        if folded.count <= 120, FurnitureWords.mailers.begins(folded) { return true }
        guard folded.count <= 200, sentence.count <= 70, !sentence.contains(ASCII.comma) else { return false }
        if FurnitureWords.deviceOpenings.begins(sentence) { return !isWishForOutlook(sentence, folded) }
        guard sentence.count <= 60 else { return false }
        if FurnitureWords.sendings.begins(sentence) {
            return FurnitureWords.devices.isIn(sentence) || FurnitureWords.programs.isIn(sentence)
        }
        return FurnitureWords.devices.isIn(sentence) && endsWithSending(sentence)
    }

    /// "Get Outlook for the new laptop": neither sent from it, nor for a phone, nor with a link.
    private static func isWishForOutlook(_ sentence: [UInt8], _ folded: [UInt8]) -> Bool {
        sentence.count == folded.count && outlook.isIn(sentence) && !phones.isIn(sentence)
            && !FurnitureWords.sendings.begins(sentence)
    }

    private static let outlook = WordTable("outlook")
    private static let phones = WordTable("ios, android, iphone, ipad, mobile, windows, mac")

    /// "Von meinem iPhone gesendet."
    private static func endsWithSending(_ sentence: [UInt8]) -> Bool {
        let words = Array(sentence.dropLast(while: { $0 == ASCII.dot || $0 == ASCII.space }))
        var start = 0
        while let found = FurnitureWords.sendings.first(in: words, from: start) {
            if found.upperBound == words.count { return true }
            start = found.upperBound
        }
        return false
    }

    /// A device footer in the midst, because the phone's owner typed below it: a paragraph of its own that names a device.
    private static func lone(in lines: Range<Int>, of body: ReplyBody) -> [Piece] {
        lines.prefix(mostSearched).compactMap { index in
            let length = body.lines[index].count
            guard length >= 8, length <= 120, isParagraph(index, in: lines, of: body) else { return nil }
            let folded = body.folded(index)
            return isDeviceFooter(folded) && !folded.contains(ASCII.question) ? Piece(lines: index..<(index + 1)) : nil
        }
    }

    /// Limit: lines that are looked at for a footer in the midst.
    private static let mostSearched = 200

    private static func isParagraph(_ index: Int, in lines: Range<Int>, of body: ReplyBody) -> Bool {
        (index == lines.lowerBound || body.lines[index - 1].isBlank)
            && (index + 1 == lines.upperBound || body.lines[index + 1].isBlank)
    }

    /// "CAUTION: external sender", the paragraph that a company's server puts above the mail; or a device footer that
    /// stands there, because the phone's owner typed below it.
    private static func opening(of lines: Range<Int>, in body: ReplyBody) -> Range<Int>? {
        guard let start = lines.first(where: { !body.lines[$0].isBlank }) else { return nil }
        if let armor = Armor.opening(at: start, in: body) { return armor }
        let folded = body.folded(start)
        if folded.count <= 45, isDeviceFooter(folded), FurnitureWords.devices.isIn(folded) {
            return start..<(start + 1)
        }
        let core = Array(folded.drop { HistoryStart.isRule($0) || $0 == ASCII.space })
        guard FurnitureWords.banners.begins(core) else { return nil }
        let end = lines[start...].first { body.lines[$0].isBlank } ?? lines.upperBound
        let paragraph = (start..<end).prefix(4).flatMap { body.folded($0) + [ASCII.space] }
        return FurnitureWords.strangers.isIn(paragraph) && end - start <= 8 ? start..<end : nil
    }
}
