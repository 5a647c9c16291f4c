/// What the doctor found out about one thing.
struct Finding: Equatable {
    enum Weight: String {
        /// As it should be.
        case fine
        /// It works, but should be better.
        case advice
        /// It could not be looked at.
        case unknown
        /// It does not work, or cannot be trusted.
        case fault

        var mark: String {
            switch self {
            case .fine: "✓"
            case .advice: "!"
            case .unknown: "?"
            case .fault: "✗"
            }
        }
    }

    let subject: String
    let weight: Weight
    /// What was found; one line.
    let text: String
    /// What to do about it; `nil` where nothing is to be done.
    let cure: String?

    static func fine(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, weight: .fine, text: text, cure: nil)
    }

    static func advice(_ subject: String, _ text: String, _ cure: String) -> Finding {
        Finding(subject: subject, weight: .advice, text: text, cure: cure)
    }

    static func unknown(_ subject: String, _ text: String, _ cure: String) -> Finding {
        Finding(subject: subject, weight: .unknown, text: text, cure: cure)
    }

    static func fault(_ subject: String, _ text: String, _ cure: String) -> Finding {
        Finding(subject: subject, weight: .fault, text: text, cure: cure)
    }
}

extension [Finding] {
    /// Whether mails may decide: nothing is at fault, and the border was seen at its work.
    var passes: Bool {
        allSatisfy { $0.weight != .fault && ($0.weight != .unknown || !$0.subject.isSame(BorderCheck.subject)) }
    }

    /// One line for each, and under it what to do.
    var text: String {
        let width = map(\.subject.columnsWide).max() ?? 0
        return map { finding in
            let blanks = String(repeating: " ", count: width - finding.subject.columnsWide)
            let line = "\(finding.weight.mark) \(finding.subject)\(blanks)  \(finding.text)"
            let indent = String(repeating: " ", count: width + 4)
            return finding.cure.map { "\(line)\n\(indent)→ \($0)" } ?? line
        }.joined(separator: "\n")
    }

    var table: Table {
        var table = Table(columns: ["subject", "weight", "text", "cure"].map { Table.Column($0) }, whenEmpty: "")
        table.rows = map { [.text($0.subject), .text($0.weight.rawValue), .text($0.text), .optional($0.cure)] }
        return table
    }
}
