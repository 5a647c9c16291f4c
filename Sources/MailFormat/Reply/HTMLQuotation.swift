/// What mail programs wrap around the history, the signature and the quotation of the mails that they write.
enum HTMLQuotation {
    enum Role {
        /// All of the element is history.
        case history
        /// The element, and all of the document behind it, is history.
        case historyToEnd
        /// History, unless quoted blocks inside show that answers may stand between them.
        case wrapper
        case quoted
        case signature
    }

    /// By class, id or name of the element. QUIRK: Outlook and Yahoo put `x_` or `yiv123` before the names of earlier mails.
    private static let names: [[UInt8]: Role] = table([
        // Gmail and everything made like it
        ("gmail_quote", .wrapper), ("gmail_quote_container", .wrapper), ("gmail_attr", .history),
        ("gmail_signature", .signature), ("gmail_signature_prefix", .signature),
        // Outlook: desktop, web, mobile, Hotmail
        ("divrplyfwdmsg", .historyToEnd), ("appendonsend", .historyToEnd), ("outlookmessageheader", .historyToEnd),
        ("stopspelling", .historyToEnd), ("mail-editor-reference-message-container", .historyToEnd),
        ("ms-outlook-mobile-reference-message", .historyToEnd), ("reply-intro", .history),
        ("ms-outlook-mobile-signature", .signature), ("signature", .signature),
        // Apple Mail, Thunderbird, Yahoo, Proton, Zoho, GMX
        ("applemailsignature", .signature), ("apple-mail-signature", .signature), ("moz-cite-prefix", .history),
        ("moz-email-headers-table", .historyToEnd), ("moz-signature", .signature), ("yahoo_quoted", .wrapper),
        ("yahooquotedtext", .wrapper), ("protonmail_quote", .wrapper), ("protonmail_signature_block", .signature),
        ("zmail_extra", .wrapper), ("zmail_extra_hr", .history), ("quote", .wrapper), ("quoted-content", .wrapper),
        // Spark, Mailspring, Front, Missive, Tutanota, Airmail, Roundcube, Lotus, help desks
        ("messagereplysection", .wrapper), ("messagesignaturesection", .signature), ("front-blockquote", .quoted),
        ("missive_quote", .wrapper), ("tutanota_quote", .quoted), ("airmail_ext_on", .history),
        ("hoenzb", .signature), ("cite", .quoted), ("composer_signature", .signature), ("mail_signature", .signature),
        ("qt", .wrapper), ("ntes_quote", .wrapper), ("yj-quote", .wrapper), ("sh-quoted-content", .wrapper),
        ("sh-signature", .signature), ("hey-quote", .wrapper),
    ])

    /// The role of an element, from its name and its class, id and name attributes; `nil` where it has none.
    static func role(of tag: HTMLTag) -> Role? {
        let isBlockquote = tag.name.elementsEqual("blockquote".utf8)
        guard !tag.attributes.isEmpty else { return isBlockquote ? .quoted : nil }
        let words = ["class", "id", "name"].flatMap { (name: StaticString) in
            (tag.value(name) ?? []).asciiLowercased.split { $0.isBlank || $0.isLineBreak }.prefix(16)
        }
        let found = words.lazy.compactMap { names[withoutPrefix($0)] }.first
        guard isBlockquote else { return found }
        if let found, found == .signature { return found }
        return isIndent(tag) ? nil : .quoted
    }

    /// QUIRK: Gmail and Apple Mail indent with a borderless blockquote.
    private static func isIndent(_ tag: HTMLTag) -> Bool {
        guard tag.value("type") == nil, tag.value("class") == nil, let style = tag.value("style") else { return false }
        let squeezed = style.asciiLowercased.filter { !$0.isBlank }
        return squeezed.containsBytes(Array("border:none".utf8)) && !squeezed.containsBytes(Array("border-left".utf8))
    }

    private static func withoutPrefix(_ word: ArraySlice<UInt8>) -> [UInt8] {
        var word = word
        while word.starts(with: "x_".utf8) { word = word.dropFirst(2) }
        if word.starts(with: "yiv".utf8) { word = word.dropFirst(3).drop { $0.isASCIIDigit } }
        return Array(word)
    }

    private static func table(_ rows: [(String, Role)]) -> [[UInt8]: Role] {
        Dictionary(rows.map { (Array($0.0.utf8), $0.1) }) { first, _ in first }
    }
}
