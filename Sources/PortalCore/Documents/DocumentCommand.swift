/// What is done with documents.
package enum DocumentCommand: Equatable, Sendable {
    /// Asks for the page on which a version is signed: a link to it is mailed; or handed over to whoever is signed in, when
    /// they bring its secret.
    case askToSign(DocumentID, version: Int, in: ProjectID, handedOver: Secret?)
    /// The same for the only one that waits; where several do, they are listed.
    case askToSignWhatWaits(in: ProjectID)
    /// Asks for the code, on the page that a signing link opened.
    case sendCode(DocumentID, in: ProjectID)
    case sign(SigningForm)
}

extension DocumentCommand: ItemAct {
    var name: String {
        switch self {
        case .askToSign, .askToSignWhatWaits: "sign"
        case .sendCode: "signing-code"
        case .sign: "signature"
        }
    }

    /// SIGN by mail never signs: it asks for a link, which goes to the registered address alone.
    var weight: Command.Weight {
        switch self {
        case .askToSign, .askToSignWhatWaits: .speak
        case .sendCode, .sign: .binding
        }
    }

    var page: Tool? { .documents }

    func project(in connection: any Connection) -> ProjectID? {
        switch self {
        case .askToSign(_, _, let project, _), .askToSignWhatWaits(let project), .sendCode(_, let project): project
        case .sign(let form): form.project
        }
    }

    func carryOut(by participant: Participant, in transaction: Transaction) throws -> Outcome {
        switch self {
        case .askToSign(let id, let version, let project, let secret):
            try transaction.askToSign(id, version, in: project, handedOver: secret, by: participant)
        case .askToSignWhatWaits(let project): try transaction.askToSignWhatWaits(in: project, by: participant)
        case .sendCode(let id, _): try transaction.sendSigningCode(of: id, to: participant)
        case .sign(let form): try transaction.sign(form, by: participant)
        }
    }
}
