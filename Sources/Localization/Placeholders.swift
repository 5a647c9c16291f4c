/// `{1}`, `{2}` in a sentence.
enum Placeholders {
    enum Part: Equatable {
        case literal(String)
        /// From 1.
        case argument(Int)
    }

    /// Limit: one digit, so nine of them. What else stands in braces is text.
    static func parts(of text: String) -> [Part] {
        let bytes = Array(text.utf8)
        var parts: [Part] = []
        var start = 0
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 2] == UInt8(ascii: "}"),
                (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1])
            {
                if index > start { parts.append(.literal(String(decoding: bytes[start..<index], as: UTF8.self))) }
                parts.append(.argument(Int(bytes[index + 1] - UInt8(ascii: "0"))))
                (index, start) = (index + 3, index + 3)
            } else {
                index += 1
            }
        }
        if start < bytes.count { parts.append(.literal(String(decoding: bytes[start...], as: UTF8.self))) }
        return parts
    }

    /// The numbers that stand in `text`.
    static func numbers(in text: String) -> Set<Int> {
        Set(parts(of: text).compactMap { if case .argument(let number) = $0 { number } else { nil } })
    }
}
