/// What mail programs, phones and companies add to every mail: signatures, footers, disclaimers, banners.
enum Furniture {
    /// The furniture among the lines of one stretch that was written without a quotation between.
    static func find(in lines: ArraySlice<ReplyLine>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var end = lines.endIndex
        if let start = signature(in: lines) {
            found.append(start..<end)
            end = start
        }
        while let footer = lastFooter(in: lines[..<end]) {
            found.append(footer..<end)
            end = footer
        }
        if let opening = opening(of: lines[..<end]) { found.append(opening) }
        return found
    }

    /// `-- `, RFC 3676 §4.3. QUIRK: without its blank, or as underscores, when only few lines follow.
    private static func signature(in lines: ArraySlice<ReplyLine>) -> Int? {
        lines.indices.first { index in
            let bytes = lines[index].bytes
            if bytes.elementsEqual("-- ".utf8) || bytes.elementsEqual("--\u{A0}".utf8) { return true }
            guard lines.endIndex - index <= mostLines else { return false }
            return bytes.elementsEqual("--".utf8) || bytes.elementsEqual("—".utf8) || isRuleOfUnderscores(bytes)
        }
    }

    /// Limit: lines of a signature or list footer whose mark is not the one of the RFC.
    private static let mostLines = 14

    private static func isRuleOfUnderscores(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 2 && bytes.allSatisfy { $0 == ASCII.underscore }
    }

    /// A footer in the last lines, with all below it.
    private static func lastFooter(in lines: ArraySlice<ReplyLine>) -> Int? {
        var seen = 0
        for index in lines.indices.reversed() where !lines[index].isBlank {
            if isDeviceFooter(lines[index]) && seen == 0 { return index }
            if isDisclaimer(lines[index]) { return index }
            seen += 1
            if seen == mostLines { return nil }
        }
        return nil
    }

    /// "Sent from my iPhone": short, and without a comma, so that "Sent from my desk, which is easier" stays.
    private static func isDeviceFooter(_ line: ReplyLine) -> Bool {
        guard line.bytes.count <= 120 else { return false }
        let folded = line.folded
        let sentence = folded.prefix { $0 != ASCII.less }
        guard sentence.count <= 70, !sentence.contains(ASCII.comma) else { return false }
        return FurnitureWords.deviceOpenings.contains { sentence.starts(with: $0) }
            || (sentence.count <= 40
                && FurnitureWords.devices.contains { sentence.containsBytes($0) }
                && FurnitureWords.sendings.contains { sentence.containsBytes($0) })
    }

    private static func isDisclaimer(_ line: ReplyLine) -> Bool {
        let folded = line.folded
        return FurnitureWords.disclaimers.contains { folded.starts(with: $0) }
    }

    /// "CAUTION: external sender", the paragraph that a company's server puts above the mail; or a device footer that
    /// stands there, because the phone's owner typed below it.
    private static func opening(of lines: ArraySlice<ReplyLine>) -> Range<Int>? {
        guard let start = lines.indices.first(where: { !lines[$0].isBlank }) else { return nil }
        let folded = lines[start].folded
        if lines[start].bytes.count <= 40, isDeviceFooter(lines[start]),
            FurnitureWords.devices.contains(where: { folded.containsBytes($0) })
        {
            return start..<(start + 1)
        }
        guard FurnitureWords.banners.contains(where: { folded.starts(with: $0) }),
            FurnitureWords.strangers.contains(where: { folded.containsBytes($0) })
        else { return nil }
        return start..<(lines[start...].firstIndex { $0.isBlank } ?? lines.endIndex)
    }
}
