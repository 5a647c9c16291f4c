import FuzzChecks
import MailCorpus
import Testing

/// The security cases PB that any bytes can show; `make bench ARGS=limits` reads them at 25 MiB.
@Suite("Mail made to cost time") struct HostileMailTests {
    @Test("is read in linear time, and breaks no promise", arguments: HostileMail.all.map(\.name))
    func hostile(name: String) throws {
        let mail = try #require(HostileMail.all.first { $0.name == name }).bytes(count: 15_000)
        // A fraction of a second in debug; what is quadratic takes minutes.
        let duration = ContinuousClock().measure {
            #expect(FuzzTarget.message.violations(mail) == [])
            #expect(FuzzTarget.kind.violations(mail) == [])
        }
        #expect(duration < .seconds(20))
    }
}
