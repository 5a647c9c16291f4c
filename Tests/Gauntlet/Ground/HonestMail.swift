import MailCorpus
import MailFormat

/// A client's genuine approval, as it lies in a mailbox at one provider, written with one mail program.
struct HonestMail {
    let layout: Layout
    let style: ReplyStyle
    private let asked: Ground.Asked
    private var chance: Chance
    /// The word that approves.
    private(set) var word = ""

    init(_ layout: Layout, _ style: ReplyStyle, answering asked: Ground.Asked, _ chance: inout Chance) {
        (self.layout, self.style, self.asked) = (layout, style, asked)
        self.chance = Chance(chance.next())
    }

    mutating func bytes() -> [UInt8] {
        let address = "replies+\(asked.tag)@acme.test"
        let sender = asked.address
        let body = style.body(words(), answering: asked, at: address)
        let content = entity(body)
        let header =
            layout.header(sender: sender, recipient: address, &chance)
            + [
                "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=client.test; s=s1;\r\n"
                    + " h=from:to:subject:date:message-id:mime-version:content-type; bh=\(chance.base64(32));\r\n"
                    + " b=\(chance.base64(128))",
                from(sender), to(address), "Subject: \(subject())", "Date: Mon, 21 Sep 2026 16:00:00 +0200",
                "Message-ID: <\(chance.token(24))@client.test>", "In-Reply-To: <\(asked.messageID)>",
                "References: <\(asked.messageID)>", "MIME-Version: 1.0",
            ].joined(separator: "\r\n")
        return Array("\(header)\r\n\(content)".utf8)
    }

    /// A word that approves in the client's language or in English, sometimes with a comment below.
    private mutating func words() -> [String] {
        let own: [String: [String]] = [
            "de": ["Freigegeben", "FREIGABE", "genehmigt"], "fr": ["Approuvé", "Validé"], "es": ["Aprobado"],
            "it": ["Approvato"], "nl": ["Goedgekeurd"], "pt": ["Aprovado"],
        ]
        let english = ["APPROVE", "Approve", "approve", "APPROVED", "Approved", "Approve!", "approve."]
        let language = own[asked.locale] ?? english
        word = chance.one(of: chance.happens(60) ? english : language)
        let comments = ["Looks good, thanks", "Vielen Dank!\nDana", "Merci beaucoup", "Great work. See you on Friday."]
        return chance.happens(35) ? [word, chance.one(of: comments)] : [word]
    }

    private mutating func from(_ sender: String) -> String {
        chance.one(of: [
            "From: \(asked.name) <\(sender)>", "From: \"Client, \(asked.name)\" <\(sender)>",
            "From: =?utf-8?Q?M=C3=BCller?= <\(sender)>", "From: \(sender)",
        ])
    }

    private mutating func to(_ address: String) -> String {
        chance.one(of: [
            "To: Acme Studio <\(address)>", "To: \"\(address)\" <\(address)>", "To: \(address)",
            "To: Acme Studio\r\n <\(address)>",
        ])
    }

    private mutating func subject() -> String {
        chance.one(of: ["Re: ", "RE: ", "AW: ", "Re: Re: ", "Rép : ", "R: "]).replacing("é", with: "e") + asked.subject
    }

    private mutating func entity(_ body: ReplyStyle.Body) -> String {
        let text = encoded(body.plain, as: "text/plain", flowed: body.isFlowed)
        guard let html = body.html else { return text }
        let page = encoded(html, as: "text/html", flowed: false)
        guard !body.isPage else { return page }
        let boundary = "=_\(chance.token(20))"
        return "Content-Type: multipart/alternative; boundary=\"\(boundary)\"\r\n\r\n--\(boundary)\r\n\(text)\r\n"
            + "--\(boundary)\r\n\(page)\r\n--\(boundary)--\r\n"
    }

    private mutating func encoded(_ text: String, as type: String, flowed: Bool) -> String {
        let lines = text.replacing("\n", with: "\r\n")
        let parameters = "charset=\"UTF-8\"" + (flowed ? "; format=flowed" : "")
        let header = "Content-Type: \(type); \(parameters)\r\nContent-Transfer-Encoding: "
        switch chance.number(0...2) {
        case 0: return "\(header)8bit\r\n\r\n\(lines)"
        case 1: return "\(header)quoted-printable\r\n\r\n\(Transfer.quotedPrintable(lines))"
        default: return "\(header)base64\r\n\r\n\(Transfer.base64(lines))"
        }
    }
}

/// The transfer encodings as mail programs write them.
enum Transfer {
    static func quotedPrintable(_ text: String) -> String {
        var output = ""
        var width = 0
        for byte in text.utf8 {
            if byte == 0x0D || byte == 0x0A {
                output.unicodeScalars.append(Unicode.Scalar(byte))
                width = 0
                continue
            }
            if width > 72 {
                output += "=\r\n"
                width = 0
            }
            let isPlain = byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=")
            let piece = isPlain ? String(Unicode.Scalar(byte)) : "=" + hexadecimal(byte)
            output += piece
            width += piece.utf8.count
        }
        return output
    }

    static func base64(_ text: String) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                output.append(
                    place <= group.count ? digits[(number >> (18 - 6 * place)) & 63] : UInt8(ascii: "="))
            }
            if output.count % 78 == 76 { output += [0x0D, 0x0A] }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
    }
}
