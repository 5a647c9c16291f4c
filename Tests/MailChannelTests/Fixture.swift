import MailFormat
import PortalCore
import Testing

extension EmailAddress {
    static let replies = EmailAddress("replies@acme.test")!
    static let dana = EmailAddress("dana@client.test")!
    static let ana = EmailAddress("ana@acme.test")!
}

extension DesiredOrganization {
    /// The fixture of the security cases: one studio, one client who is invited, one deliverable at version 3.
    static let acme = DesiredOrganization(
        settings: OrganizationSettings(
            slug: "acme", name: "Acme Studio", website: "https://acme.test", contact: .ana, color: "#0a7d5a",
            welcome: "We are glad to have you with us.\nAsk us anything.", locale: "en", timeZone: "Europe/Berlin",
            portalOpen: true, phases: ["Brief", "Design", "Review", "Finish", "Done"], tools: Set(Tool.allCases),
            logo: nil),
        people: [
            .init(address: .ana, name: "Ana", role: .owner, locale: nil, notified: true, admitted: true),
            .init(address: .dana, name: "Dana", role: .client, locale: "de", notified: true, admitted: true),
        ],
        projects: [
            .init(
                name: "rebrand", kind: .project, title: "Rebrand", summary: "", status: "designing", phase: 2,
                starts: nil, due: nil, people: [.ana, .dana])
        ],
        deliverables: [logo(version: 3)], files: [], invitations: [.dana], links: [])

    static func logo(version: Int) -> DeliverableSettings {
        DeliverableSettings(
            project: "rebrand", name: "logo", title: "Logo", kind: "Logo", format: "SVG", visible: true,
            version: version, files: [])
    }

    func with(_ change: (inout DesiredOrganization) -> Void) -> DesiredOrganization {
        var copy = self
        change(&copy)
        return copy
    }
}

/// A mail to be received, as the security cases describe it: a base, and what is different.
struct MailText {
    var results: [String] = [
        "mx.acme.test; dkim=pass header.d=client.test header.s=s1; dmarc=pass header.from=client.test"
    ]
    /// A line above all others.
    var first: String?
    /// Other header lines above the border's.
    var above: [String] = []
    var received =
        "from out.client.test (out.client.test [192.0.2.10]) by mx.acme.test with ESMTPS id 1; Mon, 21 Sep 2026 14:00:00 +0000"
    /// Header lines that came from outside.
    var below: [String] = []
    var from = ["From: Dana <dana@client.test>"]
    var to = ["To: replies+{RT}@acme.test"]
    var subject = ["Subject: Re: Please decide: Logo"]
    var content = ["Content-Type: text/plain; charset=utf-8"]
    var messageID = "m1@client.test"
    var body = "APPROVE"

    func bytes(_ secret: Secret) -> [UInt8] {
        let header =
            results.map { "Authentication-Results: \($0)" } + above
            + (received.isEmpty ? [] : ["Received: \(received)"]) + below + from + to + subject
            + ["Date: Mon, 21 Sep 2026 14:00:00 +0000", "Message-ID: <\(messageID)>", "MIME-Version: 1.0"] + content
        let text = ((first.map { [$0] } ?? []) + header + ["", body, ""]).joined(separator: "\r\n")
        return Array(
            text.replacing("{RT}", with: secret.text).replacing("{RT-1}", with: secret.text.dropLast()).utf8)
    }
}

/// A row of `security/cases.md`.
struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let expected: Set<Effects.Word>
    let change: @Sendable (inout MailText) -> Void

    init(_ id: String, _ expected: Set<Effects.Word>, _ change: @escaping @Sendable (inout MailText) -> Void) {
        (self.id, self.expected, self.change) = (id, expected, change)
    }

    var testDescription: String { id }

    var mail: MailText {
        var mail = MailText()
        change(&mail)
        return mail
    }
}
