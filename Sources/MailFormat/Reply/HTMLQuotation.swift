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
        /// Has a rule above it, behind which a header block is history.
        case ruled
    }

    /// By class, id, name or marker of the element.
    private static let names: [(Role, WordTable)] = [
        (
            .wrapper,
            WordTable(
                // Gmail and everything made like it: Superhuman, Mailspring, BlueMail, Samsung
                "gmail_quote, gmail_quote_container, nylas-quote, mailspring-quote, sh-quoted-content, bluemail_quote",
                // Yahoo and AOL, Proton, Zoho, GMX and Web.de
                "yahoo_quoted, yahooquotedtext, protonmail_quote, zmail_extra, quote, quoted-content",
                // Spark, Missive, Fastmail, NetEase, Yahoo Japan, HEY, Newton, Canary, Zimbra, Freshdesk, Naver, Rainloop
                "messagereplysection, missive_quote, qt, ntes_quote, yj-quote, hey-quote, cm_quote, canaryblockquote",
                "__quoted_text__, freshdesk_quote, quotedreply, mailbird_quote, edo-quote, polymail_quote",
                "spike-quoted, gwmail_quote, replymessage, originalmessage, elided-text, mimestream-quote")
        ),
        (
            .quoted,
            WordTable(
                "front-blockquote, tutanota_quote, cite, isreplycontent, clean_bq, applemailquote, appleoriginalcontents",
                "aolreplacedbody, hs_quote, quotebody, rc-quote")
        ),
        (
            .history,
            WordTable(
                "gmail_attr, gmail_quote_attribution, nylas-quote-attribution, reply-intro, moz-cite-prefix, zmail_extra_hr",
                "airmail_on, airmail_ext_on, protonmail_quote_attribution, cite-prefix, quote-header, postern-notice",
                "__headers__, __divider__, zwchr, beforequote")
        ),
        (
            .historyToEnd,
            WordTable(
                // Outlook on the web, on phones, on Windows and Mac; Hotmail; Exchange
                "divrplyfwdmsg, appendonsend, outlookmessageheader, stopspelling, mail-editor-reference-message-container",
                "ms-outlook-mobile-reference-message, ms-outlook-mobile-body-separator-line, olk_src_body_section",
                "_mailoriginal, divtagreplyforward, olkmsgdiv, replyblock, hotmail-replymessage",
                // Thunderbird, Mozilla, Postbox, Samsung, Lotus
                "moz-email-headers-table, moz-forward-container, __pbconvhr, originalmessageheader, domino-history")
        ),
        (
            .signature,
            WordTable(
                "gmail_signature, gmail_signature_prefix, ms-outlook-mobile-signature, signature, applemailsignature",
                "apple-mail-signature, moz-signature, protonmail_signature_block, messagesignaturesection",
                "composer_signature, mail_signature, sh-signature, hoenzb, cm_signature, canarysig, io-ox-signature",
                "__sig_pre__, __sig_post__, mailbird_signature, tutanota-signature, edo-signature, spark_signature",
                "zmail_signature, bloop_sign, mimestream-signature, email-signature, pre-wrap-signature, spike-signature"
            )
        ),
    ]

    /// The role of an element of the document `bytes`, from its name and its attributes; `nil` where it has none.
    static func role(of tag: HTMLTag, in bytes: [UInt8]) -> Role? {
        let isBlockquote = tag.traits.contains(.blockquote)
        if tag.traits.contains(.signature) { return .signature }
        guard !tag.attributes.isEmpty else { return isBlockquote ? .quoted : nil }
        let found = named(tag.attributes, in: bytes)
        guard isBlockquote else { return found ?? (isRuled(tag, in: bytes) ? .ruled : nil) }
        if found == .signature { return found }
        return isIndent(tag, in: bytes) ? nil : .quoted
    }

    private static func named(_ attributes: HTMLTag.Attributes, in bytes: [UInt8]) -> Role? {
        for range in [attributes.classes, attributes.id, attributes.name, attributes.marker] {
            guard let range else { continue }
            for word in bytes[range].split(maxSplits: 16, whereSeparator: { $0 <= ASCII.space }) {
                if let role = role(of: withoutPrefix(word)) { return role }
            }
        }
        return nil
    }

    private static func role(of word: ArraySlice<UInt8>) -> Role? {
        guard word.count >= 2, word.count <= 60 else { return nil }
        let small = word.asciiLowercased
        if let found = names.first(where: { $0.1.isWhole(small) }) { return found.0 }
        return isSignature(small) ? .signature : isRenamed(small) ? .wrapper : nil
    }

    /// `front-signature`, `missive_signature`: many programs name theirs so. QUIRK: Fastmail numbers its signatures:
    /// `sig121229152`.
    private static func isSignature(_ word: [UInt8]) -> Bool {
        if word[...].hasSuffix("-signature") || word[...].hasSuffix("_signature") { return true }
        return word.count >= 6 && word.starts(with: "sig".utf8) && word.dropFirst(3).allSatisfy { $0.isASCIIDigit }
    }

    /// QUIRK: Outlook and Yahoo put `x_` or `yiv123` before the names of earlier mails.
    private static func withoutPrefix(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var word = word
        while word.starts(with: "x_".utf8) { word = word.dropFirst(2) }
        if word.starts(with: "yiv".utf8) { word = word.dropFirst(3).drop { $0.isASCIIDigit } }
        return word
    }

    /// QUIRK: Yahoo and Gmail put `ydp` or `m_` and a number before.
    private static func isRenamed(_ word: [UInt8]) -> Bool {
        guard word.starts(with: "ydp".utf8) || word.starts(with: "m_".utf8) else { return false }
        return word[...].hasSuffix("yahoo_quoted") || word[...].hasSuffix("gmail_quote")
    }

    /// QUIRK: Gmail and Apple Mail indent with a borderless blockquote.
    private static func isIndent(_ tag: HTMLTag, in bytes: [UInt8]) -> Bool {
        guard !tag.attributes.hasType, tag.attributes.classes == nil, let style = tag.attributes.style else {
            return false
        }
        return bytes[style].names("border:none") && !bytes[style].names("border-left")
    }

    /// QUIRK: Outlook for Windows and Mac divide history from reply by nothing but a border.
    private static func isRuled(_ tag: HTMLTag, in bytes: [UInt8]) -> Bool {
        guard tag.traits.contains(.divider), let style = tag.attributes.style else { return false }
        return bytes[style].names("border-top:") && !bytes[style].names("border-top:none")
    }
}

extension ArraySlice<UInt8> {
    /// Whether `text`, in small letters, stands anywhere in the bytes, blanks and `A`–`Z` for `a`–`z` overlooked.
    fileprivate func names(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { needle in
            indices.contains { start in
                guard self[start].asciiLowercased == needle[0] else { return false }
                var at = start, matched = 0
                while at < endIndex, matched < needle.count {
                    if self[at].asciiLowercased == needle[matched] {
                        matched += 1
                    } else if !self[at].isBlank {
                        return false
                    }
                    at += 1
                }
                return matched == needle.count
            }
        }
    }
}

extension Collection where Element == UInt8 {
    /// Whether `needle` stands anywhere in the bytes. For short texts only: the time is the product of both lengths.
    func containsBytes(_ needle: [UInt8]) -> Bool {
        guard let head = needle.first else { return true }
        var rest = self[...]
        while let at = rest.firstIndex(of: head) {
            if rest[at...].starts(with: needle) { return true }
            rest = rest[at...].dropFirst()
        }
        return false
    }
}
