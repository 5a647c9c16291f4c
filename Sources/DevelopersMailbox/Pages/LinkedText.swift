import MailFormat
import Templates

/// Plain text with the web addresses in it made links.
enum LinkedText {
    static let names: TemplateNames = .each(["plain", "url"])

    static func value(_ text: String) -> TemplateValue {
        let bytes = Array(text.utf8)
        var pieces: [TemplateValue] = []
        var (start, index) = (0, 0)
        while index < bytes.count {
            guard isAddress(bytes[index...]), index == 0 || !bytes[index - 1].isASCIILetter else {
                index += 1
                continue
            }
            let end = endOfAddress(bytes, from: index)
            pieces.append(["plain": .text(String(decoding: bytes[start..<index], as: UTF8.self))])
            pieces.append(["url": .text(String(decoding: bytes[index..<end], as: UTF8.self))])
            (start, index) = (end, end)
        }
        pieces.append(["plain": .text(String(decoding: bytes[start...], as: UTF8.self))])
        return .list(pieces)
    }

    private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
    }

    /// Punctuation at the end belongs to the sentence.
    private static func endOfAddress(_ bytes: [UInt8], from start: Int) -> Int {
        var end = bytes[start...].firstIndex { $0 <= ASCII.space || "<>\"'".utf8.contains($0) } ?? bytes.count
        while ".,;:!?)".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end
    }
}
