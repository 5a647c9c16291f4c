import DevelopersMailbox
import Foundation
import MailFormat
import PortalCore

extension Story {
    /// Rows 16, 17 and 68: a contract by mail, SIGN, the page that signs, the certificate, checked by itself.
    mutating func documentsAreSigned() async throws {
        let asked = try await wait("the mail with the document") {
            inbox(of: client).first { $0.message.readableText?.contains("please read and sign") == true }
        }
        row(16, "“\(asked.subject)” came by mail, with the SHA-256 of its file.")
        try reply(to: asked, "SIGN")
        let text = try await wait("the link to sign") {
            inbox(of: client).first { $0.subject.hasPrefix("Sign here") }
        }.message.readableText
        guard let link = Self.link(in: text ?? "", containing: "\(site.base)/d/") else {
            throw StoryFault("the mail has no link to sign")
        }
        try send(["step": "code"], to: link)
        let code = try await wait("the code to sign") {
            inbox(of: client).first { $0.subject.hasPrefix("Your code to sign") }
        }
        let digits = try Self.code(in: code.message.readableText ?? "")
        try send(["step": "sign", "name": "Dana Okafor", "agreed": "yes", "code": digits], to: link)
        let certificate = try await wait("the certificate") {
            inbox(of: client).first { mail in
                mail.message.files.contains { $0.name == "certificate.json" }
            }
        }
        guard let file = certificate.message.files.first(where: { $0.name == "certificate.json" }),
            let proof = ChainProof(json: file.decodedBytes())
        else { throw StoryFault("the certificate's mail has no certificate.json") }
        try expect(proof.problems(trusting: portal.chainPublicKey).isEmpty, "the certificate does not hold")
        row(17, "SIGN mailed a link, its page a code; the name was typed, and everybody has the certificate.")
        row(68, "The certificate checks by itself: signature, key and place in the chain.")
    }

    /// Fills in the first form of the page behind a link that leads to it.
    private mutating func send(_ fields: [String: String], to link: String) throws {
        let page = try browser.get(link)
        guard let form = StoryForm(on: page.body, actionEnding: Self.path(of: link)) else {
            throw StoryFault("the signing page has no form")
        }
        let kept = form.fields.filter { fields[$0.0] == nil }
        let sent = try browser.post(site.base + form.action, kept + fields.map { ($0.key, $0.value) })
        try expect(sent.status == 303, "the signing page answers \(sent.status)")
    }

    private static func code(in text: String) throws -> String {
        guard let found = text.firstMatch(of: /your code is (\d{6})/) else { throw StoryFault("no code in the mail") }
        return String(found.1)
    }
}
