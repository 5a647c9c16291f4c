/// What a person writes in one language, and what mail programs put around it.
struct Language: Sendable {
    let tag: String
    /// Charsets in which such mail comes, besides UTF-8.
    let charsets: [String]
    /// Names of people.
    let names: [String]
    let greeting: String
    let closing: String
    let sentences: [String]
    /// The line above a quoted history; `@date`, `@name` and `@mail` stand for what they say.
    let attribution: String
    /// From, Sent, To and Subject above an Outlook history.
    let labels: [String]
    let deviceLine: String
    let absence: String

    /// The attribution of a mail, filled in.
    func attribution(date: String, name: String, mail: String) -> String {
        var output = ""
        for (index, piece) in attribution.split(separator: "@", omittingEmptySubsequences: false).enumerated() {
            guard index > 0 else {
                output += piece
                continue
            }
            let values = [("date", date), ("name", name), ("mail", mail)]
            for (key, value) in values where piece.utf8.starts(with: key.utf8) {
                output += value + (Substring(piece.utf8.dropFirst(key.utf8.count)))
            }
        }
        return output
    }

    /// Lines of a paragraph, each sentence or two on one, as people type.
    func paragraph(_ chance: inout Chance, sentences count: Int) -> String {
        (0..<count).map { _ in chance.one(of: sentences) }.joined(separator: " ")
    }
}
