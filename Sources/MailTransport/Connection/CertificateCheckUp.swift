/// A look at servers' certificates, for whoever sets them up: who connects trusts them or not, and this says until when.
package actor CertificateCheckUp {
    private let stop: StopSignal
    private let thread: BlockingThread

    /// Limit: how long one server may take.
    private static let patience = Duration.seconds(10)

    package nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    package init() throws(ResourceExhausted) {
        stop = try StopSignal()
        thread = try BlockingThread()
    }

    /// Connects as it is done every day (the certificate must be in order, and be for this host), without logging in.
    ///
    /// - Returns: when the certificate ends, in seconds since 1970; nil without TLS.
    /// - Throws: `.untrusted` when the certificate is not in order, else why it cannot be looked at.
    package func end(of server: MailServer, speaking language: MailProtocol) throws(ConnectionFault) -> Int? {
        guard server.security != .none else { return nil }
        let login = CurlLogin(
            server: server.withoutLogin, mailProtocol: language, stop: stop, deadline: .now + Self.patience,
            keepsCertificate: true)
        return try login.perform().handle.certificateEnd
    }
}
