extension ReplyCommand {
    /// The command as one would type it in English: `REVISE 2 the logo is too small`, `DONE 1, 3`, `YES 2 +2`.
    package var canonicalText: String {
        if case .answer(let question, let text) = argument { return "\(verb.rawValue)\(question): \(text)" }
        return argumentText.isEmpty ? verb.rawValue : "\(verb.rawValue) \(argumentText)"
    }

    /// What stands behind the verb in ``canonicalText``; `""` where nothing does.
    package var argumentText: String {
        switch argument {
        case .nothing: ""
        case .numbers(let numbers): numbers.map(String.init).joined(separator: ", ")
        case .reason(let number, let text): Self.joined(number.map(String.init), text)
        case .attendance(let number, let companions): Self.joined(number.map(String.init), companions.map { "+\($0)" })
        case .request(let text, _): text
        case .name(let name, let number): number.map { "\($0) \(name)" } ?? name
        case .passenger(let name, let day): "\(name), \(day.isoText)"
        case .guest(let name, let address): "\(name) <\(address)>"
        case .invitation(let address, let project): Self.joined(address.text, project.map { "TO \($0)" })
        case .things(let things): things.map(\.text).joined(separator: ", ")
        case .answer(_, let text): text
        }
    }

    private static func joined(_ parts: String?...) -> String { parts.compactMap { $0 }.joined(separator: " ") }
}

extension CalendarDay {
    /// The day as ISO 8601 writes it: `1980-02-01`.
    package var isoText: String {
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
}
