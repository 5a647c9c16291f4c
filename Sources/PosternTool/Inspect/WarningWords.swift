/// What the short codes for odd mail mean, for people.
enum WarningWords {
    static func sentence(_ code: String) -> String {
        if let sentence = sentences[code] { return sentence }
        let prefix = "duplicate-"
        guard code.utf8.starts(with: prefix.utf8) else { return "something that programs read differently" }
        return
            "the field \(code.utf8.dropFirst(prefix.utf8.count).text) stands more than once: programs differ in which counts"
    }

    private static let sentences = [
        "bare-cr": "a line ends with a lone CR: programs differ in where the header's lines end",
        "depth-limit": "containers stand more than 100 deep; what is deeper was not looked at",
        "header-limit": "the header has more than 10,000 fields; the others were passed over",
        "hidden-from": "a line looks like a From field to some programs and not to others",
        "malformed-header": "a line of the header is no field",
        "mime-ambiguous":
            "it says unclearly what its parts are, where, or how they are encoded: programs differ in what they show",
        "nul-bytes": "there are NUL bytes where text should be",
        "only-history": "all of it may be quoted from an earlier mail",
        "part-limit": "there are more than 1,000 parts; the others were not looked at",
        "several-texts": "more than one of its text parts says something",
        "unseen-marks":
            "invisible marks stand around its words, or a style sheet may hide them: it is not what it looks like",
        "views-differ": "its text and its HTML view begin differently: what its sender saw is unknown",
    ]
}

extension Substring.UTF8View {
    fileprivate var text: String { String(Substring(self)) }
}
