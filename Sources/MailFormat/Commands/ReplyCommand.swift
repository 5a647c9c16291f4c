/// What a reply may ask the portal to do, as the grammar of commands by mail reads it.
package enum ReplyCommand: Equatable, Sendable {
    /// The deliverable is accepted as the notice showed it.
    case approve
    /// The deliverable shall be changed; the reason is never blank.
    case revise(reason: String)
    /// The deliverable is refused; the reason, where one was given, is never blank.
    case reject(reason: String?)
}

/// The first word of a command, whatever language it was typed in.
package enum CommandVerb: String, CaseIterable, Sendable {
    case approve = "APPROVE"
    case revise = "REVISE"
    case reject = "REJECT"

    /// Whether free text may follow the verb.
    var takesReason: Bool {
        switch self {
        case .approve: false
        case .revise, .reject: true
        }
    }
}

extension ReplyCommand {
    /// The command's verb.
    package var verb: CommandVerb {
        switch self {
        case .approve: .approve
        case .revise: .revise
        case .reject: .reject
        }
    }

    /// The command as one would type it in English: `REVISE the logo is too small`.
    package var canonicalText: String {
        switch self {
        case .approve, .reject(reason: nil): verb.rawValue
        case .revise(let reason), .reject(let reason?): "\(verb.rawValue) \(reason)"
        }
    }
}
