import Glibc

/// A table as it is printed: the first column to the left, the others to the right.
struct Table {
    private var rows: [[String]]

    /// Prints the title at once: what follows takes its time.
    init(_ title: String, columns: [String]) {
        Self.show("\n\(title)\n")
        rows = [[""] + columns]
    }

    mutating func add(_ name: String, _ cells: String...) { rows.append([name] + cells) }

    /// Prints the rows and, below them, what the target was and whether it was met.
    func printOut(targets: [Target] = []) {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            rows.compactMap { column < $0.count ? Self.width($0[column]) : nil }.max() ?? 0
        }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - Self.width(cell))
                return column == 0 ? cell + space : space + cell
            }
            Self.show("  " + cells.joined(separator: "   "))
        }
        if !targets.isEmpty { Self.show("") }
        for target in targets { Self.show("  \(target.isMet ? "met   " : "MISSED") \(target.text)") }
    }

    struct Target {
        let text: String
        let isMet: Bool
    }

    /// At once, also into a pipe.
    private static func show(_ line: String) {
        print(line)
        fflush(nil)
    }

    private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}

extension Double {
    /// As it stands in a table, with so many digits after the point.
    func shown(_ digits: Int = 0) -> String {
        guard isFinite else { return "–" }
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let whole = String(Int((magnitude * scale).rounded()))
        let padded = String(repeating: "0", count: max(0, digits + 1 - whole.utf8.count)) + whole
        let number = digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))"
        return self < 0 ? "-\(number)" : number
    }
}
