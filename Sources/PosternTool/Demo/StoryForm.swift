/// A form on a page, with the hidden fields that it brings along.
struct StoryForm {
    let action: String
    var fields: [(String, String)]

    /// The first form on the page whose action ends so; our own pages write attributes in quotes and escape them.
    init?(on page: String, actionEnding ending: String) {
        for form in Self.pieces(of: page, from: "<form", to: "</form>") {
            guard let action = Self.attribute("action", of: form),
                action.utf8.reversed().starts(with: ending.utf8.reversed())
            else { continue }
            self.action = action
            fields = Self.pieces(of: form, from: "<input", to: ">").compactMap { input in
                guard Self.attribute("type", of: input) == "hidden", let name = Self.attribute("name", of: input) else {
                    return nil
                }
                return (name, Self.attribute("value", of: input) ?? "")
            }
            return
        }
        return nil
    }

    private static func pieces(of text: String, from start: String, to end: String) -> [String] {
        var rest = text[...]
        var pieces: [String] = []
        while let first = rest.firstRange(of: start), let last = rest[first.upperBound...].firstRange(of: end) {
            pieces.append(String(rest[first.lowerBound..<last.upperBound]))
            rest = rest[last.upperBound...]
        }
        return pieces
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        guard let head = tag.firstRange(of: " \(name)=\""),
            let tagEnd = tag.firstRange(of: ">"), head.lowerBound < tagEnd.lowerBound,
            let quote = tag[head.upperBound...].firstRange(of: "\"")
        else { return nil }
        return String(tag[head.upperBound..<quote.lowerBound]).replacing("&amp;", with: "&")
    }
}
