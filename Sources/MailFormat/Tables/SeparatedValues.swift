/// A table as programs export it (RFC 4180): rows of cells, divided by commas, semicolons or tabs.
///
/// QUIRK: spreadsheets of some countries write semicolons, and begin with `sep=;` or a byte order mark.
package struct SeparatedValues: Sendable, Equatable {
    /// Cells without blanks at their ends; rows in which nothing stands are left out.
    package let rows: [Row]
    /// Whether there was more than the limits allow; the rest is not read.
    package let isCut: Bool

    package struct Row: Sendable, Equatable {
        /// Of its first line in the file; the first is 1.
        package let line: Int
        package let cells: [String]
    }

    /// Limit: bytes, rows, cells of a row and bytes of a cell.
    package static let mostBytes = 1 << 20
    private static let mostRows = 2_000, mostCells = 50, longestCell = 1_000

    /// Reads `bytes` in the charset that they are most likely in; never fails.
    package init(_ bytes: [UInt8]) {
        let text = Charset.decode(bytes.prefix(Self.mostBytes), label: nil)
        var reader = Reader(Array(text.utf8.drop(bytes: [0xEF, 0xBB, 0xBF])))
        reader.read()
        rows = reader.rows
        isCut = bytes.count > Self.mostBytes || reader.isCut
    }

    private struct Reader {
        private let bytes: [UInt8]
        private let separator: UInt8
        private var at = 0
        private var line = 1
        private(set) var rows: [Row] = []
        private(set) var isCut = false

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            let first = bytes.prefix { !$0.isLineBreak }
            separator = [ASCII.semicolon, ASCII.tab].first(where: first.contains) ?? ASCII.comma
            guard first.starts(with: "sep=".utf8) else { return }
            at = min(first.count + 1, bytes.count)
            if at < bytes.count, bytes[at - 1] == ASCII.cr, bytes[at] == ASCII.lf { at += 1 }
            line = 2
        }

        mutating func read() {
            while at < bytes.count {
                guard rows.count < mostRows else {
                    isCut = true
                    return
                }
                let first = line
                let cells = row()
                if cells.contains(where: { !$0.utf8.isEmpty }) { rows.append(Row(line: first, cells: cells)) }
            }
        }

        private mutating func row() -> [String] {
            var cells: [String] = []
            while true {
                let text = cell()
                if cells.count < mostCells { cells.append(text) } else { isCut = true }
                guard at < bytes.count else { return cells }
                let end = bytes[at]
                at += 1
                guard end != separator else { continue }
                if end == ASCII.cr, at < bytes.count, bytes[at] == ASCII.lf { at += 1 }
                line += 1
                return cells
            }
        }

        /// A cell up to its separator or the end of its line; where it begins with a quote, up to the closing one.
        private mutating func cell() -> String {
            var content: [UInt8] = []
            while at < bytes.count, bytes[at] == ASCII.space { at += 1 }
            if at < bytes.count, bytes[at] == ASCII.quote {
                at += 1
                while at < bytes.count {
                    if bytes[at] == ASCII.quote {
                        guard at + 1 < bytes.count, bytes[at + 1] == ASCII.quote else { break }
                        at += 1
                    }
                    if bytes[at] == ASCII.lf { line += 1 }
                    content.append(bytes[at])
                    at += 1
                }
                at = min(at + 1, bytes.count)
            }
            while at < bytes.count, bytes[at] != separator, !bytes[at].isLineBreak {
                content.append(bytes[at])
                at += 1
            }
            return String(decoding: content.trimmed.prefix(longestCell), as: UTF8.self)
        }
    }
}

extension String.UTF8View {
    fileprivate func drop(bytes prefix: [UInt8]) -> Substring.UTF8View {
        starts(with: prefix) ? dropFirst(prefix.count) : self[...]
    }
}
