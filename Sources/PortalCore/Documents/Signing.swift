/// One occasion to sign one version of a document: a link that opens its page once, and a code that is mailed when the
/// page asks for it.
package struct Signing: Equatable, Sendable {
    package let id: SigningID
    package let document: DocumentID
    package let version: Int
    package let person: PersonID
    /// Whether the link came by mail; otherwise somebody who was signed in opened it on a page.
    let isMailed: Bool
    let code: StoredCode?
    /// Code mails that were asked for.
    let codes: Int
    let attempts: Int
    /// Until when the newest code can be typed; nil where none was asked for.
    package let codeExpires: Moment?
    let asked: Moment
    package let expires: Moment
    package let used: Moment?

    static let lifetime = Moment.Span.days(1)
    static let codeLifetime = Moment.Span.minutes(10)
    /// Limit: codes tried on one occasion.
    static let mostAttempts = 5
    /// Limit: code mails on one occasion.
    static let mostCodes = 3
    /// Limit: occasions for one person in an hour.
    static let mostInAnHour = 5

    /// Why it does not open any more, whatever has become of its document; nil while it does.
    func shut(at now: Moment) -> Refusal? {
        if used != nil { return .alreadyUsed }
        if expires <= now { return .expired }
        return attempts >= Self.mostAttempts ? .tooManyAttempts : nil
    }

    /// What the code that was typed is worth.
    func judge(_ typed: SixDigitCode, at now: Moment) -> CodeVerdict {
        guard let code, let codeExpires else { return .notAsked }
        guard codeExpires > now else { return .expired }
        return code.matches(typed) ? .fits : .wrong(left: Self.mostAttempts - attempts - 1)
    }

    enum CodeVerdict: Equatable { case fits, notAsked, expired, wrong(left: Int) }

    /// The evidence for whoever signs, in one line; it becomes part of what the chain keeps.
    func evidence(_ address: String) -> String {
        let way = isMailed ? "signing link mailed to \(address), asked for" : "signed in, page opened"
        guard let codeExpires else { return "\(way) \(asked.isoText)" }
        let codeAsked = Moment(milliseconds: codeExpires.milliseconds - Self.codeLifetime.milliseconds)
        return "\(way) \(asked.isoText); code mailed to \(address), asked for \(codeAsked.isoText), and typed"
    }
}

/// What was filled in to sign.
package struct SigningForm: Equatable, Sendable {
    package let document: DocumentID
    package let version: Int
    package let project: ProjectID
    /// The digest that the page showed.
    package let digest: String
    package let typedName: String
    package let agreed: Bool
    package let code: SixDigitCode
    /// The network address that it came from.
    package let from: String

    package init(
        document: DocumentID, version: Int, project: ProjectID, digest: String, typedName: String, agreed: Bool,
        code: SixDigitCode, from: String
    ) {
        self.document = document
        self.version = version
        self.project = project
        self.digest = digest
        self.typedName = typedName
        self.agreed = agreed
        self.code = code
        self.from = from
    }

    /// Limit: bytes of a typed name.
    static let longestName = 200

    /// What keeps it from being a signature, apart from its code.
    func refusal(for document: Document) -> Refusal? {
        guard digest.utf8.elementsEqual(document.settings.file.digest.description.utf8) else { return .contradictory }
        guard typedName.utf8.count <= Self.longestName else { return .tooLong(limit: Self.longestName) }
        // One line of visible text: with more, a name could write a certificate of its own.
        guard typedName.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
            !typedName.unicodeScalars.contains(where: \.isTreacherous)
        else { return .item(.nameMissing) }
        return agreed ? nil : .item(.notAgreed)
    }
}
