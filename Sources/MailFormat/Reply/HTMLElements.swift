/// What the names of elements mean for their text. Data only.
enum HTMLElements {
    /// Content is no markup, and nothing of it is shown as text.
    static let rawText = names("script style title textarea xmp iframe noembed noframes noscript")

    /// Elements of which nothing is shown, or nothing that a person typed into a mail.
    static let unseen = names("head template select option datalist svg math audio video object canvas map")
        .union(rawText)

    /// Elements without content and end tag.
    static let void = names("area base br col embed hr img input link meta param source track wbr")

    /// Elements that begin and end a line.
    static let block = names(
        """
        address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form \
        h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul
        """)

    /// Blocks with a blank line above and below.
    static let spaced = names("blockquote dl h1 h2 h3 h4 h5 h6 ol p pre ul")

    /// Elements that a tag of the same name closes, because their end tags may be left out.
    static let selfClosing = names("p li dd dt td th tr option")

    private static func names(_ list: String) -> Set<[UInt8]> {
        Set(list.utf8.split { $0.isBlank || $0.isLineBreak }.map { Array($0) })
    }
}
