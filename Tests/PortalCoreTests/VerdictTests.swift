import MailFormat
import Testing

@testable import PortalCore

@Suite("A mail's verdict")
struct VerdictTests {
    static let dana = Person(
        id: PersonID(number: 7), organization: OrganizationID(number: 1), address: .dana, name: "Dana", role: .client,
        locale: nil, notified: true, access: .active, hasOpenLink: false, hasNotifiedLink: false)

    @Test(
        "follows the decision table of the policy",
        arguments: [
            (Command.Weight.speak, MailEvidence.Authentication.pass("dmarc"), Verdict.act),
            (.speak, .none("no stamp"), .actMarked),
            (.speak, .fail("dmarc"), .hold(.authenticationFailed("dmarc"))),
            (.speak, .forged("below"), .hold(.forgedTrace("below"))),
            (.easilyUndone, .pass("dmarc"), .act),
            (.easilyUndone, .none("no stamp"), .confirm),
            (.easilyUndone, .fail("dmarc"), .hold(.authenticationFailed("dmarc"))),
            (.decision, .pass("dmarc"), .act),
            (.decision, .none("no stamp"), .confirm),
            (.decision, .fail("dmarc"), .hold(.authenticationFailed("dmarc"))),
            (.decision, .forged("below"), .hold(.forgedTrace("below"))),
            (.binding, .pass("dmarc"), .confirm),
            (.binding, .none("no stamp"), .confirm),
            (.binding, .fail("dmarc"), .hold(.authenticationFailed("dmarc"))),
        ])
    func table(weight: Command.Weight, authentication: MailEvidence.Authentication, verdict: Verdict) {
        #expect(Verdict(for: weight, on: .evidence(.one(.dana), authentication), from: Self.dana) == verdict)
    }

    @Test("is the same for staff as for clients", arguments: [Person.Role.member, .admin, .owner])
    func staff(role: Person.Role) {
        let ana = Person(
            id: PersonID(number: 7), organization: OrganizationID(number: 1), address: .dana, name: "Ana", role: role,
            locale: nil, notified: true, access: .active, hasOpenLink: false, hasNotifiedLink: false)
        let stamps: [MailEvidence.Authentication] = [
            .pass("dmarc"), .none("no stamp"), .fail("dmarc"), .forged("below"),
        ]
        for weight in Command.Weight.allCases {
            for stamp in stamps {
                let evidence = MailEvidence.evidence(.one(.dana), stamp)
                #expect(
                    Verdict(for: weight, on: evidence, from: ana) == Verdict(for: weight, on: evidence, from: Self.dana)
                )
            }
        }
    }

    @Test("only ever allows less by the organization's own word")
    func limited() {
        let hold = Verdict.hold(.authenticationFailed("dmarc"))
        for verdict in [Verdict.act, .actMarked, .confirm, hold] {
            #expect(verdict.limited(by: .execute) == verdict)
            #expect(verdict.limited(by: .confirm) == (verdict == hold ? hold : .confirm))
            #expect(verdict.limited(by: .off) == (verdict == hold ? hold : .refuse(.notByMail)))
        }
    }

    @Test("never acts for another sender, whatever the stamp says")
    func otherSender() {
        for weight in [Command.Weight.speak, .easilyUndone, .decision, .binding] {
            #expect(
                Verdict(for: weight, on: .evidence(.one(.lee)), from: Self.dana)
                    == .hold(.otherPerson("lee@client.test")))
            #expect(
                Verdict(for: weight, on: .evidence(.ambiguous("two From")), from: Self.dana)
                    == .hold(.ambiguousSender("two From")))
        }
    }

    @Test("takes ASCII case for nothing and everything else for something")
    func spelling() throws {
        let shouting = try #require(EmailAddress("DANA@Client.TEST"))
        #expect(Verdict(for: .decision, on: .evidence(.one(shouting)), from: Self.dana) == .act)
        let tagged = try #require(EmailAddress("dana+x@client.test"))
        #expect(
            Verdict(for: .decision, on: .evidence(.one(tagged)), from: Self.dana)
                == .hold(.otherPerson("dana+x@client.test")))
    }

    @Test("confirms instead of acting when the mail is ambiguous")
    func ambiguous() {
        let evidence = MailEvidence.evidence(.one(.dana), .pass("dmarc"), ["views-differ"])
        #expect(Verdict(for: .decision, on: evidence, from: Self.dana) == .confirm)
        #expect(Verdict(for: .speak, on: evidence, from: Self.dana) == .actMarked)
    }
}
