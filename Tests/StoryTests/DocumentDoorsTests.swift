import MailFormat
import PortalCore
import Testing

@testable import MailChannel

/// SIGN by mail asks for what the button on the page asks for; no mail signs.
@Suite("Both doors, for documents")
struct DocumentDoorsTests {
    private static let project = ItemDoorsTests.project
    private static let documents = [4, 6].map { Thing.document(DocumentID(number: $0), version: 2) }

    private static func asked(_ number: Int64) -> Command {
        .item(.document(.askToSign(DocumentID(number: number), version: 2, in: project, handedOver: nil)))
    }

    @Test(
        "SIGN and a number ask for the page of that document",
        arguments: [("SIGN 1", 4), ("sign 2.", 6), ("Sign 2", 6)] as [(String, Int64)])
    func numbered(reply: String, number: Int64) {
        #expect(ItemDoorsTests.commands(reply, to: Self.documents) == [Self.asked(number)])
    }

    @Test("SIGN alone asks for the only one, or for whatever waits")
    func alone() {
        #expect(ItemDoorsTests.commands("SIGN", to: [Self.documents[1]]) == [Self.asked(6)])
        let waiting = Command.item(.document(.askToSignWhatWaits(in: Self.project)))
        #expect(ItemDoorsTests.commands("SIGN", to: Self.documents) == [waiting])
        #expect(ItemDoorsTests.commands("SIGN", to: []) == [waiting])
    }

    @Test(
        "an ordinary sentence asks for nothing",
        arguments: [
            ("Sign here?", "SIGN"), ("I will sign it tomorrow", "SIGN"), ("signed!", nil), ("Sign 1 of them", "SIGN"),
            ("Don't sign", nil),
        ])
    func sentence(reply: String, close: String?) {
        #expect(ItemDoorsTests.commands(reply, to: Self.documents) == ItemDoorsTests.message(reply, close: close))
    }
}
