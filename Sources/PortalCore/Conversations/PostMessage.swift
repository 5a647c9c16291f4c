extension Transaction {
    /// A client or a staff member says something in a project's thread.
    func post(_ message: NewMessage, by participant: Participant) throws -> Outcome {
        guard participant.permits(message),
            let project = try ProjectRecord.find(message.project, seenBy: participant.person, in: connection)
        else { return .refused(.notFound) }
        guard participant.person.isStaff || participant.organization.settings.tools.contains(.messages) else {
            return .refused(.toolOff(.messages))
        }
        if let refusal = try refusal(of: message, in: project) { return .refused(refusal) }
        let number = try save(message, in: project, by: participant)
        try owe(.newMessage(number), aboutProject: project, except: participant.person.id)
        return .done(.messagePosted(number))
    }

    /// Why a message cannot be taken, whoever says it; nil where it can.
    func refusal(of message: NewMessage, in project: Project) throws -> Refusal? {
        if message.isEmpty { return .empty }
        guard message.text.utf8.count <= NewMessage.longest, message.attachments.count <= NewMessage.mostAttachments
        else { return .tooLong(limit: NewMessage.longest) }
        return try fits(message.attachments, in: project.organization) ? nil : .storageFull
    }

    /// Puts a message that can be taken, and its files, into the project's thread.
    func save(
        _ message: NewMessage, about thing: Thing? = nil, in project: Project, by participant: Participant
    ) throws -> MessageNumber {
        let number = try MessageRecord.save(
            message.text, in: project.id, about: nil, by: participant.person.id, door: cause.door, thing,
            verified: participant.isVerified, at: now, in: connection)
        for file in message.attachments {
            try FileRecord.save(
                file, of: .message(number, project.id), in: project.organization, visible: true,
                held: file.runs && !participant.person.isStaff, at: now, in: connection)
        }
        return number
    }

    /// Whether an organization's conversations may hold these files besides those that they hold.
    func fits(_ files: [FileContent], in organization: OrganizationID) throws -> Bool {
        guard !files.isEmpty else { return true }
        let held = try FileRecord.attached(in: organization, connection: connection)
        return files.reduce(held) { $0.addingReportingOverflow($1.size).partialValue } <= limits.files
    }
}

extension Participant {
    fileprivate func permits(_ message: NewMessage) -> Bool {
        switch grounds {
        case .session, .shell: true
        case .reply(let address, _): address.subject.project == message.project
        case .mailSystem, .invitation, .portalLink, .confirmation, .undoLink, .signing, .signIn, .muteLink,
            .expiredLink:
            false
        }
    }
}

extension ReplyAddress.Subject {
    /// The project that a reply goes to.
    package var project: ProjectID? {
        switch self {
        case .decision(_, _, let project), .conversation(let project): project
        case .things(let list): list.project
        case .guest, .nothing: nil
        }
    }
}
