import MailFormat

/// Kinds of mail: the same for LF and CR LF.
enum KindChecks {
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let kind = MailKind(of: Message(bytes))
        guard LineEnds.areAllLF(bytes) else { return }
        findings.same(kind, MailKind(of: Message(LineEnds.withCRLF(bytes))), "kind for LF and CR LF")
    }
}
