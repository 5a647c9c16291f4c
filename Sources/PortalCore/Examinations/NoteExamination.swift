extension Transaction {
    /// The mail servers have stood the doctor's examination with these settings; other settings need another.
    func noteExamination(of setup: MailSetup) throws -> Outcome {
        guard case .servers(let settings) = setup,
            try ExaminationRecord.add(settings, at: now, in: connection)
        else { return .nothingToDo(.unchanged) }
        return .done(.examinationNoted)
    }

    /// Whether the way by which mail comes was examined once.
    func isMailExamined() throws -> Bool { try ExaminationRecord.holds(mailSetup, in: connection) }
}

extension Portal {
    /// Whether mails may decide: the way by which they come was examined once, or needs no examination.
    package func isMailExamined() throws -> Bool {
        try database.read { [mailSetup] in try ExaminationRecord.holds(mailSetup, in: $0) }
    }
}
