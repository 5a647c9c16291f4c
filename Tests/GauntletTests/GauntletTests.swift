import Gauntlet
import Testing

/// A slice of `make gauntlet`.
@Suite("The gauntlets") struct GauntletTests {
    @Test("let nothing through without genuine evidence, and the genuine nearly always") func both() async throws {
        let gauntlet = Gauntlet(seed: 7)
        let spoofs = try await gauntlet.spoofs(1_500)
        let honest = try await gauntlet.honest(300)
        #expect(spoofs.isPassed, "\(spoofs.offenders.joined(separator: "\n\n")) \(spoofs.foreign)")
        #expect(honest.isPassed, "\(honest.executed) of \(honest.mails): \(honest.missed.joined(separator: "\n"))")
        #expect(spoofs.sent > 0)
    }

    @Test("see what they look for: genuine mails among the spoofs are counted as decisions") func control() async throws
    {
        let result = try await Gauntlet(seed: 7).spoofs(256, genuine: 10)
        #expect(result.decisions > 0 && !result.isPassed)
    }
}
