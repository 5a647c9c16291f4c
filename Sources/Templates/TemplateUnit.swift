import Localization

/// What is marked to be translated in a template: `{{#t}}Hello {{recipient.name}},{{/t}}`.
package struct TemplateUnit: Sendable, Equatable {
    /// What stands between the marks, tags and all, by which tables know it; runs of blanks and line breaks are one blank.
    package let key: String
    package let file: String
    /// Counted from 1.
    package let line: Int

    init(_ source: ArraySlice<UInt8>, at position: Position) {
        let words = source.split(whereSeparator: Self.isBlank)
        key = String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self)
        (file, line) = (position.file, position.line)
    }

    /// The units of a file, in the order in which they stand; what is wrong with the file is passed over.
    package static func all(in bytes: [UInt8], of file: String) -> [TemplateUnit] {
        var parser = Parser(.english)
        _ = parser.parse(bytes, file: file)
        return parser.units
    }

    /// The blanks before and behind a text.
    static func blanks(around source: ArraySlice<UInt8>) -> ([UInt8], [UInt8]) {
        let before = source.prefix(while: isBlank)
        return (Array(before), Array(source.dropFirst(before.count).reversed().prefix(while: isBlank).reversed()))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab || byte == .newline || byte == .carriageReturn
    }
}
