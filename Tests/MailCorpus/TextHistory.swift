/// A reply with its history as plain text.
enum TextHistory: CaseIterable {
    case quotedBelow, quotedAbove, outlook, original

    func text(_ conversation: Conversation) -> String {
        let written = conversation.written.joined(separator: "\n\n")
        let signature = conversation.signature.isEmpty ? "" : "\n\n" + conversation.signature.joined(separator: "\n")
        switch self {
        case .quotedBelow: return "\(written)\(signature)\n\n\(Self.quoted(conversation))\n"
        case .quotedAbove: return "\(Self.quoted(conversation))\n\n\(written)\(signature)\n"
        case .outlook:
            return "\(written)\(signature)\n\n\(Self.headed(conversation, above: "________________________________"))\n"
        case .original: return "\(written)\n\n\(Self.headed(conversation, above: "-----Original Message-----"))\n"
        }
    }

    private static func quoted(_ conversation: Conversation) -> String {
        var lines: [String] = []
        for (depth, turn) in conversation.history.enumerated() {
            let mark = String(repeating: "> ", count: depth)
            let attribution = conversation.language.attribution(
                date: turn.moment.spoken, name: turn.person.name, mail: turn.person.address)
            lines += [mark + attribution, mark]
            for paragraph in turn.paragraphs {
                lines += wrapped(paragraph, at: 70 - 2 * depth).map { "\(mark)> \($0)" } + [mark + ">"]
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func headed(_ conversation: Conversation, above line: String) -> String {
        let labels = conversation.language.labels
        return conversation.history.map { turn in
            """
            \(line)
            \(labels[0]): \(turn.person.name) <\(turn.person.address)>
            \(labels[1]): \(turn.moment.spoken)
            \(labels[2]): \(conversation.writer.address)
            \(labels[3]): \(conversation.subject)

            \(turn.paragraphs.joined(separator: "\n\n"))
            """
        }.joined(separator: "\n\n")
    }

    /// Lines of about `width` scalars, broken at blanks.
    private static func wrapped(_ text: String, at width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.unicodeScalars.split(separator: " ") {
            if line.unicodeScalars.count + word.count >= width, !line.isEmpty {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + String(word)
        }
        return lines + [line]
    }
}
