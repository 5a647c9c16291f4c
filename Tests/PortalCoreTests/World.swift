import Foundation
import MailFormat
import TestGround

@testable import PortalCore

/// A real portal in a temporary folder, with a clock that tests turn and chance that repeats.
final class World: Sendable {
    let portal: Portal
    let folder: String
    private let time = ClockFace(Moment(milliseconds: 1_790_000_000_000))

    init(
        seed: UInt64 = 1, mailSetup: MailSetup = .local, paymentSecrets: PaymentSecrets = PaymentSecrets(),
        together: Moment.Span = .minutes(0), onPage: Moment.Span = .minutes(0)
    ) throws {
        folder = NSTemporaryDirectory() + "postern-\(UUID().uuidString)"
        let chance = SeededChance(seed)
        try putChainKey(in: folder)
        portal = try Portal(
            folder: folder, mailSetup: mailSetup, paymentSecrets: paymentSecrets, together: together,
            onPage: onPage, clock: { [time] in time.now }, randomness: { chance.bytes($0) })
    }

    deinit {
        portal.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    func pass(_ span: Moment.Span) { time.pass(span) }

    /// A cause that never was before.
    func press() -> Cause { .form(nonce: UUID().uuidString) }

    /// Applies configuration and tells the outcomes.
    @discardableResult
    func apply(_ desired: DesiredPortal) async throws -> [Outcome] {
        try await portal.apply(Plan(current: portal.currentPortal(), desired: desired)).map(\.outcome)
    }
}

extension EmailAddress {
    static let dana = EmailAddress("dana@client.test")!
    static let lee = EmailAddress("lee@client.test")!
    static let ana = EmailAddress("ana@acme.test")!
    static let ben = EmailAddress("ben@acme.test")!
}

extension DesiredPortal {
    /// The fixture of the security cases: one studio, two clients, one project, one deliverable.
    static let acme = DesiredPortal(organizations: [.acme("acme")])
}

extension DesiredOrganization {
    static func acme(_ slug: String) -> DesiredOrganization {
        DesiredOrganization(
            settings: OrganizationSettings(
                slug: slug, name: "Acme Studio", website: "https://acme.test", contact: .ana, color: "#0a7d5a",
                welcome: "Welcome", locale: "en", timeZone: "Europe/Berlin", portalOpen: true,
                phases: ["Brief", "Design", "Review", "Finish", "Done"], tools: Set(Tool.allCases), logo: nil),
            people: [
                .init(address: .ana, name: "Ana", role: .owner, locale: nil, notified: true, admitted: true),
                .init(address: .ben, name: "Ben", role: .member, locale: nil, notified: true, admitted: true),
                .init(address: .dana, name: "Dana", role: .client, locale: nil, notified: true, admitted: true),
                .init(address: .lee, name: "Lee", role: .client, locale: nil, notified: true, admitted: true),
            ],
            projects: [
                .init(
                    name: "rebrand", kind: .project, title: "Rebrand", summary: "", status: "designing", phase: 2,
                    starts: nil, due: nil, people: [.ana, .dana])
            ],
            deliverables: [
                .init(
                    project: "rebrand", name: "logo", title: "Logo", kind: "logo", format: "SVG", visible: true,
                    version: 3, files: [])
            ],
            files: [], invitations: [.dana], links: [])
    }
}
