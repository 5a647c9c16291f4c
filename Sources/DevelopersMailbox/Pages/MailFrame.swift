import MailFormat

/// The HTML part of a mail, changed so that it works inside of the mailbox: links open beside it, pictures that the mail
/// brought along are fetched from it, and `mailto:` leads to the mailbox' own composer.
struct MailFrame {
    private let html: [UInt8]
    private let path: String
    private let parts: [String: Int]
    private var output: [UInt8] = []
    private var index = 0

    init?(_ mail: StoredMail) {
        guard let html = mail.message.html else { return nil }
        self.html = Array(html.utf8)
        path = "/mail/\(mail.id)"
        var parts: [String: Int] = [:]
        for (number, part) in mail.message.leaves.enumerated() {
            if let id = part.contentID { parts[id.text] = number }
        }
        self.parts = parts
    }

    /// The page to show in the frame.
    consuming func rendered() -> [UInt8] {
        output.reserveCapacity(html.count + 200)
        let head = endOfTag("<head") ?? endOfTag("<html") ?? endOfTag("<!doctype") ?? 0
        output += html[..<head]
        output += "<base target=\"_blank\">".utf8
        index = head
        while index < html.count {
            let byte = html[index]
            output.append(byte)
            index += 1
            guard byte == ASCII.quote || byte == ASCII.apostrophe, html[..<(index - 1)].last == ASCII.equals else {
                continue
            }
            if starts("cid:") { rewritePicture(until: byte) } else if starts("mailto:") { rewriteAddress(until: byte) }
        }
        return output
    }

    private mutating func rewritePicture(until quote: UInt8) {
        let end = html[index...].firstIndex(of: quote) ?? html.count
        let id = String(decoding: html[(index + 4)..<end], as: UTF8.self)
        guard let number = parts[id] else { return }
        output += "\(path)/part/\(number)".utf8
        index = end
    }

    /// `mailto:a@b?body=x` (RFC 6068) is nearly the query that the composer takes: only a plus means itself in one, and
    /// may mean a space in the other.
    private mutating func rewriteAddress(until quote: UInt8) {
        let end = html[index...].firstIndex(of: quote) ?? html.count
        output += "\(path)/reply?to=".utf8
        var isInAddress = true
        for byte in html[(index + 7)..<end] {
            if byte == ASCII.question, isInAddress {
                isInAddress = false
                output += "&amp;".utf8
            } else if byte == ASCII.plus {
                output += "%2B".utf8
            } else {
                output.append(byte)
            }
        }
        index = end
    }

    private func starts(_ prefix: StaticString) -> Bool {
        html[index...].startsIgnoringASCIICase(with: String(describing: prefix).utf8)
    }

    /// The index behind the `>` of the first tag that begins so.
    private func endOfTag(_ start: StaticString) -> Int? {
        let start = String(describing: start).utf8
        let tag = html.indices.first { html[$0] == ASCII.less && html[$0...].startsIgnoringASCIICase(with: start) }
        return tag.flatMap { html[$0...].firstIndex(of: ASCII.greater) }.map { $0 + 1 }
    }
}
