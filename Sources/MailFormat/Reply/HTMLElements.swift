/// What the names of elements mean for their text. Data only.
enum HTMLElements {
    struct Traits: OptionSet {
        let rawValue: Int
        /// Content is no markup, and nothing of it is shown as text.
        static let rawText = Traits(rawValue: 1)
        /// Nothing is shown, or nothing that a person typed into a mail and did not strike out.
        static let unseen = Traits(rawValue: 2)
        /// Without content and end tag.
        static let void = Traits(rawValue: 4)
        /// Begins and ends a line.
        static let block = Traits(rawValue: 8)
        /// A block with a blank line above and below.
        static let spaced = Traits(rawValue: 16)
        /// Ended by the next tag of its name, because its end tag may be left out.
        static let selfClosing = Traits(rawValue: 32)
        /// `p`: ended by any block that begins inside.
        static let paragraph = Traits(rawValue: 64)
        static let lineBreak = Traits(rawValue: 128)
        static let rule = Traits(rawValue: 256)
        static let item = Traits(rawValue: 512)
        static let cell = Traits(rawValue: 1_024)
        static let preformatted = Traits(rawValue: 2_048)
        static let blockquote = Traits(rawValue: 4_096)
        static let details = Traits(rawValue: 8_192)
        static let font = Traits(rawValue: 16_384)
        /// May carry the border with which Outlook divides history from reply.
        static let divider = Traits(rawValue: 32_768)
        /// QUIRK: Mailspring's own element.
        static let signature = Traits(rawValue: 65_536)
    }

    private static let names: [(Traits, String)] = [
        ([.rawText, .unseen], "script style title textarea xmp iframe noembed noframes noscript"),
        (.unseen, "head template select option datalist svg math audio video object canvas map s strike del"),
        (.void, "area base br col embed hr img input link meta param source track wbr"),
        (
            .block,
            """
            address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form \
            h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul
            """
        ),
        (.spaced, "blockquote dl h1 h2 h3 h4 h5 h6 ol p pre ul"), (.selfClosing, "p li dd dt td th tr option"),
        (.paragraph, "p"), (.lineBreak, "br"), (.rule, "hr"), (.item, "li"), (.cell, "td th"), (.preformatted, "pre"),
        (.blockquote, "blockquote"), (.details, "details dialog"), (.font, "font"), (.divider, "div td"),
        (.signature, "signature"),
    ]

    private static let traits = HTMLNameTable(
        names.reduce(into: [HTMLName: Traits]()) { traits, entry in
            for name in entry.1.utf8.split(separator: ASCII.space) {
                traits[HTMLName(name), default: []].formUnion(entry.0)
            }
        }.map { ($0.key, $0.value) })

    /// The traits of an element.
    static func traits(of name: HTMLName) -> Traits { traits[name] ?? [] }
}
