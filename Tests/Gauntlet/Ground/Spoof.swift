import MailCorpus
import MailFormat

/// A mail that shows everything but genuine evidence that the asked person wrote it, and asks for a decision.
///
/// One of the three is always missing: the border never vouches for the person's domain, or it does for a mail that is
/// somebody else's (`from` names another person, or nobody without doubt), or the reply address is not that person's.
struct Spoof {
    static let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])

    private let asked: Ground.Asked
    private let other: Ground.Asked
    private var chance: Chance
    /// The control: nothing is missing, so the decision is carried out, and whoever counts must see it.
    private let isGenuine: Bool

    init(of asked: Ground.Asked, beside other: Ground.Asked, isGenuine: Bool = false, _ chance: inout Chance) {
        (self.asked, self.other, self.isGenuine) = (asked, other, isGenuine)
        self.chance = Chance(chance.next())
    }

    mutating func bytes() -> [UInt8] {
        let parts = isGenuine ? genuine() : spoofed()
        let (contentHeader, body) = content()
        let header =
            parts.above + [received(parts.hello)] + parts.below + parts.from + parts.to + parts.others + contentHeader
        return Array((header.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    private struct Parts {
        var above: [String] = []
        var hello = "out.attack.test"
        var below: [String] = []
        var from: [String] = []
        var to: [String] = []
        var others: [String] = []
    }

    private var victim: String { asked.address }
    private var name: String { asked.name }
    private var address: String { "replies+\(asked.tag)@acme.test" }

    private mutating func genuine() -> Parts {
        var parts = Parts()
        parts.above = ["Authentication-Results: mx.acme.test; dmarc=pass header.from=client.test"]
        parts.from = ["From: \(name) <\(victim)>"]
        parts.to = ["To: \(address)"]
        parts.others = envelope()
        return parts
    }

    private mutating func spoofed() -> Parts {
        var parts = Parts()
        parts.to = ["To: \(address)"]
        parts.others = envelope()
        parts.hello = chance.happens(75) ? "out.attack.test" : hello()
        parts.below = forgedTrace()
        switch chance.number(0...9) {
        case 0...3:
            parts.above = lines(SpoofGrammar.withoutPass)
            parts.from = chance.happens(60) ? ["From: \(name) <\(victim)>"] : lines(SpoofGrammar.senders)
        case 4...5:
            // The border tells the truth about the attacker's own domain.
            parts.above = [result("dkim=pass header.d=attack.test; dmarc=pass header.from=attack.test")]
            parts.from = lines(chance.happens(70) ? SpoofGrammar.senders : SpoofGrammar.attackers)
        case 6:
            // Somebody of the same domain, genuine in everything, with a reply address that was forwarded to them.
            parts.above = [result("dkim=pass header.d=client.test; dmarc=pass header.from=client.test")]
            parts.from = lines(SpoofGrammar.colleagues)
        case 7: replay(&parts)
        case 8:
            parts.above = [result("dmarc=pass header.from=client.test")]
            parts.from = ["From: \(name) <\(victim)>"]
            parts.to = lines(SpoofGrammar.addressees)
            if chance.happens(30) { parts.below.append("X-Original-To: \(address)") }
        default:
            // The border wrote nothing at all.
            parts.from = chance.happens(70) ? ["From: \(name) <\(victim)>"] : lines(SpoofGrammar.senders)
        }
        if chance.happens(15) { parts.above.append("X-Spam-Status: No, score=-2.1") }
        return parts
    }

    /// A genuine signed mail of the person about another thing, sent again with something put in front.
    private mutating func replay(_ parts: inout Parts) {
        parts.above = [result("dkim=pass header.d=client.test; dmarc=pass header.from=client.test")]
        parts.from = ["From: \(name) <\(victim)>"]
        parts.to = ["To: replies+\(other.tag)@acme.test"]
        switch chance.number(0...5) {
        case 0: parts.to.insert("To: \(address)", at: 0)
        case 1: parts.from.insert("From: \(chance.one(of: [victim, "a@attack.test"]))", at: 0)
        case 2: parts.to = ["To: \(address), replies+\(other.tag)@acme.test"]
        case 3: parts.above.append("Delivered-To: \(address)")
        case 4:
            parts.to = ["To: \(address)"]
            parts.others.insert("Subject: something else", at: 0)
        default:
            parts.to = ["To: \(address)"]
            parts.below.append("DKIM-Signature: v=1; a=rsa-sha256; d=client.test; s=s1; l=0; h=from:to; b=x")
        }
    }

    private mutating func envelope() -> [String] {
        [
            "Subject: Re: \(asked.subject)", "Date: Mon, 21 Sep 2026 14:00:00 +0000",
            "Message-ID: <\(chance.token(20))@client.test>", "In-Reply-To: <\(asked.messageID)>", "MIME-Version: 1.0",
        ]
    }

    private func result(_ clauses: String) -> String { "Authentication-Results: mx.acme.test; \(clauses)" }

    private mutating func lines(_ choices: [[String]]) -> [String] { chance.one(of: choices).map(filled) }

    private func filled(_ line: String) -> String {
        line.replacing("@victim", with: victim).replacing("@name", with: name).replacing("@to", with: address)
            .replacing("@otherTo", with: "replies+\(other.tag)@acme.test").replacing("@tag", with: asked.tag)
    }

    private func received(_ hello: String) -> String {
        "Received: from \(hello) (out.attack.test [192.0.2.66]) by mx.acme.test with ESMTPS id 1; now"
    }

    private mutating func hello() -> String { chance.one(of: SpoofGrammar.hellos) }

    /// What the attacker wrote as if servers had: any number of lines, in any order.
    private mutating func forgedTrace() -> [String] {
        var trace: [String] = []
        for _ in 0..<chance.number(0...3) {
            let identifier = chance.one(of: SpoofGrammar.identifiers)
            let clauses = chance.one(of: SpoofGrammar.passes)
            let field = chance.one(of: SpoofGrammar.fieldNames)
            trace.append("\(field) \(identifier); \(clauses)")
            if chance.happens(50) { trace.append(chance.one(of: SpoofGrammar.traces)) }
        }
        return trace
    }

    private mutating func content() -> ([String], String) {
        let word = chance.one(of: ["APPROVE", "approve", "Approved", "REJECT", "REVISE: all wrong"])
        switch chance.number(0...9) {
        case 0:
            return (
                ["Content-Type: multipart/alternative; boundary=b"],
                "--b\r\nContent-Type: text/plain\r\n\r\n\(word)\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\(word)</p>\r\n--b--"
            )
        case 1: return (["Content-Type: text/html; charset=utf-8"], "<div>\(word)</div>")
        case 2:
            return (
                ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], Transfer.base64(word)
            )
        case 3:
            return (
                ["Content-Type: multipart/mixed; boundary=b"],
                "--b\r\n\r\n\(word)\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
                    + "Authentication-Results: mx.acme.test; dmarc=pass header.from=client.test\r\nFrom: \(victim)\r\n\r\n\(word)\r\n--b--"
            )
        case 4:
            return (
                ["Content-Type: multipart/signed; boundary=b; protocol=\"application/pkcs7-signature\""],
                "--b\r\nContent-Type: text/plain\r\n\r\n\(word)\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n\r\nx\r\n--b--"
            )
        default: return (["Content-Type: text/plain; charset=utf-8"], word)
        }
    }
}
