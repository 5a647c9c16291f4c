import PortalCore

/// What follows from an examination for decisions by mail.
enum Consequence {
    private static let subject = "decisions"

    /// Notes that the mail servers have passed, when they have, and says what mails may do now.
    static func finding(of findings: [Finding], for portal: Portal) async throws -> Finding {
        guard findings.passes else { return try failed(portal) }
        let outcome = try await portal.carryOut(.noteExamination(portal.mailSetup))
        guard case .done = outcome else { return .fine(subject, "decisions by mail are executed") }
        return .fine(subject, "decisions by mail are executed from now on")
    }

    /// Servers that passed once may have a bad day, which is no reason to let people wait who trust in the mail.
    private static func failed(_ portal: Portal) throws -> Finding {
        guard try portal.isMailExamined() else {
            return .advice(
                subject, "decisions by mail wait for a button on a page",
                "set right what is marked ✗, and what of the border is marked ?; then run `postern doctor` again")
        }
        return .advice(
            subject, "decisions by mail are executed all the same: these very settings passed before",
            "set right what is marked; until then `decisions: {by_mail: confirm}` asks on a page")
    }
}
