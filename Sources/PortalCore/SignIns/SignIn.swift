/// One request to sign in: a link that works in the browser that asked, and a code that is typed there. Where a mail asked,
/// the code is typed on the link's page, in any browser.
package struct SignIn: Equatable, Sendable {
    package let id: SignInID
    package let person: PersonID
    /// Nil where a mail asked.
    let browser: SecretDigest?
    let code: StoredCode?
    let attempts: Int
    package let expires: Moment
    package let used: Moment?

    static let lifetime = Moment.Span.minutes(10)
    /// Limit: codes tried for one request.
    static let mostAttempts = 5
    /// Limit: mails to one person in a quarter of an hour.
    static let mostRequests = 3
    static let window = Moment.Span.minutes(15)

    func shut(at now: Moment) -> Refusal? {
        if used != nil { return .alreadyUsed }
        if expires <= now { return .expired }
        return attempts >= Self.mostAttempts ? .tooManyAttempts : nil
    }
}
