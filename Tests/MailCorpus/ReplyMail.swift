/// A person's reply as it lies in a mailbox.
struct ReplyMail {
    private var chance: Chance
    private let conversation: Conversation
    private let charset: String
    private let identity: String

    init(_ chance: inout Chance) {
        self.chance = Chance(chance.next())
        conversation = Conversation(&self.chance)
        let isOld = self.chance.happens(35)
        charset = isOld ? self.chance.one(of: conversation.language.charsets) : "utf-8"
        identity = self.chance.token(20)
    }

    /// The mail, with files of so many bytes behind its text.
    mutating func bytes(attachments sizes: [Int]) -> [UInt8] {
        var content = body()
        if !sizes.isEmpty {
            var files: [Entity] = []
            for size in sizes { files.append(attachment(size)) }
            content = .container("mixed", [content] + files, &chance)
        }
        return Entity(header: header() + ["MIME-Version: 1.0"] + content.header, body: content.body).bytes
    }

    private mutating func header() -> [String] {
        let asQ = chance.happens(50)
        var trace = Trace(&chance)
        let before = (0..<chance.number(1...6)).map { "<\($0).\(chance.token(18))@\(conversation.reader.domain)>" }
        let copies = (0..<chance.number(0...4)).map { _ in
            Person(&chance, in: conversation.language).written(in: charset, asQ: asQ)
        }
        let fields = [
            "From: \(conversation.writer.written(in: charset, asQ: asQ))",
            "To: \(conversation.reader.written(in: charset, asQ: asQ))",
            "Subject: \(Wire.header(conversation.subject, in: charset, asQ: asQ))", "Date: \(Moment(&chance).field)",
            "Message-ID: <\(identity)@\(conversation.writer.domain)>", "In-Reply-To: \(before[0])",
            "References: \(before.joined(separator: "\r\n "))", "Accept-Language: \(conversation.language.tag)",
        ]
        return trace.fields(from: conversation.writer, to: conversation.reader) + fields
            + (copies.isEmpty ? [] : ["Cc: \(copies.joined(separator: ",\r\n\t"))"])
    }

    private mutating func body() -> Entity {
        let text = chance.one(of: TextHistory.allCases).text(conversation)
        let plain = Entity.text("plain", text, in: charset, &chance)
        guard chance.happens(80) else { return plain }
        let page = Entity.text("html", chance.one(of: HTMLHistory.allCases).html(conversation), in: charset, &chance)
        let body = Entity.container("alternative", [plain, page], &chance)
        guard chance.happens(15) else { return body }
        let logo = Entity.file(
            "image001.png", type: "image/png", chance.bytes(chance.number(800...6_000)), inline: "logo@x")
        return .container("related", [body, logo], &chance)
    }

    private mutating func attachment(_ size: Int) -> Entity {
        let type = chance.one(of: ["application/pdf", "image/jpeg", "application/zip", "application/octet-stream"])
        let name = chance.one(of: ["Angebot für Müller.pdf", "report.pdf", "見積書.pdf", "IMG_0001.jpeg", "final (2).zip"])
        return .file(name, type: type, chance.bytes(size))
    }
}
