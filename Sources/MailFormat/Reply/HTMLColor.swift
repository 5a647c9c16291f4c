/// A color as styles and attributes name it, as far as it matters for whether text can be seen.
enum HTMLColor: Equatable {
    case rgb(Int, Int, Int)
    case transparent
    /// One that is not known here, or a picture; as it is written.
    case other([UInt8])

    static let white = HTMLColor.rgb(255, 255, 255)
    /// The one that a mail program chooses.
    static let usual = HTMLColor.other([])

    /// Reads a value in small letters; `nil` where it only says that nothing changes.
    init?(_ value: some Collection<UInt8>) {
        let value = Array(value).trimmed
        guard !value.isEmpty, !Self.unchanged.contains(where: { value.elementsEqual($0.utf8) }) else { return nil }
        self = Self.byDigits(value) ?? Self.byFunction(value) ?? Self.byName(value) ?? .other(Array(value))
    }

    /// The color of a background, which may be one word of several.
    static func ofBackground(_ value: [UInt8]) -> HTMLColor? {
        guard !value.containsBytes(Array("url(".utf8)) else { return .other(value) }
        guard case .other = HTMLColor(value) else { return HTMLColor(value) }
        let words = value.split(separator: ASCII.space).compactMap { HTMLColor($0) }
        return words.first { if case .rgb = $0 { true } else { false } } ?? .other(value)
    }

    /// Text of this color on another one, or on the page where that is none.
    func cannotBeSeen(on background: HTMLColor) -> Bool {
        switch (self, background) {
        case (.transparent, _): return true
        case (.other(let name), .other(let same)): return !name.isEmpty && name == same
        case (.rgb(let red, let green, let blue), .rgb(let otherRed, let otherGreen, let otherBlue)):
            return [red - otherRed, green - otherGreen, blue - otherBlue].allSatisfy { abs($0) <= Self.difference }
        default: return false
        }
    }

    /// How far the parts of two colors may differ that look the same.
    private static let difference = 16

    private static let unchanged = ["none", "initial", "inherit", "unset", "currentcolor"]
    private static let whites = [
        "white", "snow", "ivory", "ghostwhite", "whitesmoke", "floralwhite", "mintcream", "azure", "aliceblue",
        "seashell", "honeydew",
    ]

    private static func byName(_ value: ArraySlice<UInt8>) -> HTMLColor? {
        if value.elementsEqual("transparent".utf8) { return .transparent }
        if value.elementsEqual("black".utf8) { return .rgb(0, 0, 0) }
        return whites.contains { value.elementsEqual($0.utf8) } ? .white : nil
    }

    /// Three, four, six or eight hexadecimal digits; the last of four and the last two of eight say how opaque it is.
    private static func byDigits(_ value: ArraySlice<UInt8>) -> HTMLColor? {
        let digits = value.first == 0x23 ? value.dropFirst() : value
        guard digits.count <= 8 else { return nil }
        let values = digits.compactMap { $0.hexadecimalValue.map(Int.init) }
        guard values.count == digits.count else { return nil }
        switch values.count {
        case 3, 4: return opaque(values.map { $0 * 17 })
        case 6, 8: return opaque(stride(from: 0, to: values.count, by: 2).map { values[$0] * 16 + values[$0 + 1] })
        default: return nil
        }
    }

    private static func byFunction(_ value: ArraySlice<UInt8>) -> HTMLColor? {
        if value.starts(with: "rgb".utf8) { return byNumbers(numbers(of: value)) }
        return value.starts(with: "hsl".utf8) ? byLightness(numbers(of: value)) : nil
    }

    private static func opaque(_ parts: [Int]) -> HTMLColor {
        parts.count == 4 && parts[3] < 26 ? .transparent : .rgb(parts[0], parts[1], parts[2])
    }

    /// `rgb(255, 255, 255)`, `rgb(100% 100% 100% / 0)`.
    private static func byNumbers(_ numbers: [(value: Double, isShare: Bool)]) -> HTMLColor? {
        guard numbers.count >= 3 else { return nil }
        if isFaint(numbers.dropFirst(3).first) { return .transparent }
        let parts = numbers.prefix(3).map { Int(min(255, $0.isShare ? $0.value * 2.55 : $0.value)) }
        return .rgb(parts[0], parts[1], parts[2])
    }

    /// Of `hsl()` only whether it is as good as white, black or nothing.
    private static func byLightness(_ numbers: [(value: Double, isShare: Bool)]) -> HTMLColor? {
        guard numbers.count >= 3 else { return nil }
        if isFaint(numbers.dropFirst(3).first) { return .transparent }
        return numbers[2].value > 95 ? .white : numbers[2].value < 3 ? .rgb(0, 0, 0) : nil
    }

    private static func isFaint(_ opacity: (value: Double, isShare: Bool)?) -> Bool {
        opacity.map { $0.value < ($0.isShare ? 10 : 0.1) } ?? false
    }

    /// The numbers between brackets, with or without a percent sign. Limit: eight.
    private static func numbers(of value: some Collection<UInt8>) -> [(value: Double, isShare: Bool)] {
        value.split { !$0.isASCIIDigit && $0 != ASCII.dot && $0 != 0x25 }.prefix(8).compactMap { word in
            let isShare = word.last == 0x25
            return Double(String(decoding: isShare ? word.dropLast() : word, as: UTF8.self)).map { ($0, isShare) }
        }
    }
}
