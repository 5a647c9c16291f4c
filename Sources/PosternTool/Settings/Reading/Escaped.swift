/// Text from outside, made fit for one line of a terminal or a message.
enum Escaped {
    /// Control characters, line breaks and direction marks become `\u{…}`; at most `limit` scalars stay.
    static func text(_ text: String, limit: Int = 200) -> String {
        var shown = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            if scalar.isShown {
                shown.unicodeScalars.append(scalar)
            } else {
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text.unicodeScalars.count > limit ? shown + "…" : shown
    }
}
