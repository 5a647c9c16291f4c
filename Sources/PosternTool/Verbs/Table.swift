import Foundation
import MailFormat
import PortalCore

/// Rows for people, aligned, or for programs, as JSON.
struct Table {
    struct Column {
        let title: String
        /// The key in JSON.
        let key: String

        init(_ title: String, _ key: String? = nil) {
            self.title = title
            self.key = key ?? title
        }
    }

    enum Cell: Equatable {
        case text(String)
        case number(Int64)
        case flag(Bool)
        case moment(Moment)
        case none
    }

    let columns: [Column]
    /// What is printed when there is no row.
    let whenEmpty: String
    var rows: [[Cell]] = []

    /// As asked for.
    func rendered(json: Bool) -> String { json ? self.json : text }

    /// Columns two blanks apart; numbers stand at the right.
    var text: String {
        guard !rows.isEmpty else { return whenEmpty }
        let titles = columns.map { Cell.text($0.title.utf8.contains { $0 != 0x20 } ? $0.title : "") }
        let lines = [titles] + rows
        let widths = columns.indices.map { column in lines.map { $0[column].line.columnsWide }.max() ?? 0 }
        return lines.map { line in
            let cells = line.indices.map { index in
                let isNumber = rows.contains { if case .number = $0[index] { true } else { false } }
                return line[index].line.padded(to: widths[index], atRight: isNumber)
            }
            return cells.joined(separator: "  ").withoutFinalBlanks
        }.joined(separator: "\n")
    }

    /// A list with one object for each row.
    var json: String {
        let objects = rows.map { row in
            let pairs = zip(columns, row).map { "\(JSONText.string($0.key)): \($1.json)" }
            return "  {\(pairs.joined(separator: ", "))}"
        }
        return objects.isEmpty ? "[]" : "[\n\(objects.joined(separator: ",\n"))\n]"
    }
}

extension Table.Cell {
    static func optional(_ text: String?) -> Table.Cell { text.map(Table.Cell.text) ?? .none }
    static func optional(_ moment: Moment?) -> Table.Cell { moment.map(Table.Cell.moment) ?? .none }
    static func number(_ number: Int) -> Table.Cell { .number(Int64(number)) }

    /// On one line, in which nothing from outside can move the cursor.
    var line: String {
        switch self {
        case .text(let text): Escaped.text(text, limit: 120)
        case .number(let number): String(number)
        case .flag(let isOn): isOn ? "yes" : "no"
        case .moment(let moment): moment.shown
        case .none: ""
        }
    }

    fileprivate var json: String {
        switch self {
        case .text(let text): JSONText.string(text)
        case .number(let number): String(number)
        case .flag(let isOn): isOn ? "true" : "false"
        case .moment(let moment): JSONText.string(moment.machineText)
        case .none: "null"
        }
    }
}

extension Moment {
    /// `2026-10-14 09:31:05`, in UTC.
    var shown: String {
        let bytes = Array(machineText.utf8.prefix(19))
        return String(decoding: bytes.map { $0 == UInt8(ascii: "T") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    /// ISO 8601, in UTC.
    var machineText: String { Date(timeIntervalSince1970: Double(milliseconds / 1000)).formatted(.iso8601) }
}

/// Strings of JSON (RFC 8259 §7).
enum JSONText {
    static func string(_ text: String) -> String {
        var written: [UInt8] = []
        written.reserveCapacity(text.utf8.count + 2)
        written.append(ASCII.quote)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if let escaped = escape(byte, behind: previous) {
                // The C1 controls take two bytes in UTF-8, of which the first is written already.
                if byte >= 0x80 { written.removeLast() }
                written += escaped.utf8
            } else {
                written.append(byte)
            }
            previous = byte
        }
        written.append(ASCII.quote)
        return String(decoding: written, as: UTF8.self)
    }

    private static func escape(_ byte: UInt8, behind previous: UInt8) -> String? {
        switch byte {
        case ASCII.quote: "\\\""
        case ASCII.backslash: "\\\\"
        case ASCII.lf: "\\n"
        case 0..<0x20, 0x7F,
            0x80...0x9F where previous == 0xC2:
            "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
        default: nil
        }
    }
}

extension String {
    /// How many columns of a terminal the text takes.
    var columnsWide: Int { unicodeScalars.reduce(0) { $0 + $1.columnsWide } }

    fileprivate func padded(to width: Int, atRight: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - columnsWide))
        return atRight ? blanks + self : self + blanks
    }

    fileprivate var withoutFinalBlanks: String {
        String(decoding: utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
    }
}

extension Unicode.Scalar {
    /// Marks take none, East Asian letters and pictures take two.
    fileprivate var columnsWide: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        let isWide =
            properties.isEmojiPresentation || (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
            || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
            || (0xFFE0...0xFFE6).contains(value) || (0x20000...0x3FFFD).contains(value)
        return isWide ? 2 : 1
    }
}
