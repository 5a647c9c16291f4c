import CCurl
import Glibc

/// The protocol that is spoken after the login.
package enum MailProtocol: String, Sendable {
    case imap
    case smtp
    /// That of the pages, of which only the certificate is looked at.
    case http
}

/// Connects, encrypts and logs in, which libcurl does; waits neither on a deaf server nor after a stop.
struct CurlLogin {
    let server: MailServer
    let mailProtocol: MailProtocol
    let stop: StopSignal
    let deadline: ContinuousClock.Instant
    /// Whether `CurlHandle.certificateEnd` is wanted.
    var keepsCertificate = false

    /// - Returns: the handle, its socket open and the login done.
    func perform() throws(ConnectionFault) -> (handle: CurlHandle, socket: Int32) {
        guard let handle = CurlHandle() else { throw fault(.unreachable, "libcurl does not start") }
        configure(handle)
        curl_multi_add_handle(handle.multi, handle.easy)
        let result = try drive(handle)
        guard result == CURLE_OK else { throw fault(for: result, handle) }
        // QUIRK: where AUTH is not announced, libcurl reports success without having logged in.
        if mailProtocol == .smtp && !server.user.isEmpty && handle.responseCode != 235 {
            throw fault(.loginRefused, "the server offers no login", code: nil)
        }
        guard let socket = handle.socket else { throw fault(.closed, "no connection was left after the login") }
        return (handle, socket)
    }

    private func configure(_ handle: CurlHandle) {
        let scheme = mailProtocol.rawValue + (server.security == .implicitTLS ? "s" : "")
        let host = server.host.utf8.contains(UInt8(ascii: ":")) ? "[\(server.host)]" : server.host
        handle.set(CURLOPT_URL, "\(scheme)://\(host):\(server.port)/")
        handle.set(CURLOPT_PROTOCOLS_STR, scheme)
        handle.set(CURLOPT_CONNECT_ONLY, 1)
        handle.set(CURLOPT_NOSIGNAL, 1)
        handle.set(CURLOPT_QUICK_EXIT, 1)
        handle.set(CURLOPT_NOPROXY, "*")
        handle.set(CURLOPT_TCP_KEEPALIVE, 1)
        handle.set(CURLOPT_TCP_KEEPIDLE, 60)
        handle.set(CURLOPT_TCP_KEEPINTVL, 15)
        handle.set(CURLOPT_USE_SSL, Int(server.security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
        if keepsCertificate { handle.set(CURLOPT_CERTINFO, 1) }
        handle.set(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2 is an anonymous enum, which Swift does not name.
        if let authority = server.certificateAuthority {
            handle.set(CURLOPT_CAINFO, authority)
            handle.set(CURLOPT_CAPATH, nil)
        }
        if !server.user.isEmpty {
            handle.set(CURLOPT_USERNAME, server.user)
            handle.set(CURLOPT_PASSWORD, server.password)
            // Left alone, libcurl prefers CRAM-MD5, which asks the server to keep the password in the clear.
            handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        handle.listen()
    }

    private func drive(_ handle: CurlHandle) throws(ConnectionFault) -> CURLcode {
        while true {
            var running: Int32 = 0
            curl_multi_perform(handle.multi, &running)
            var waiting: Int32 = 0
            if let message = curl_multi_info_read(handle.multi, &waiting), message.pointee.msg == CURLMSG_DONE {
                return message.pointee.data.result
            }
            if stop.isRaised { throw fault(.stopped, "stopped before the login was done") }
            let milliseconds = deadline.millisecondsAhead
            guard milliseconds > 0 else { throw fault(.timedOut, "no login within the time limit") }
            var extra = curl_waitfd(fd: stop.descriptor, events: Int16(CURL_WAIT_POLLIN), revents: 0)
            curl_multi_poll(handle.multi, &extra, 1, milliseconds, nil)
        }
    }

    private func fault(for result: CURLcode, _ handle: CurlHandle) -> ConnectionFault {
        let said = handle.lastLine.bytes
        let code = mailProtocol == .smtp && handle.responseCode >= 400 ? handle.responseCode : nil
        var detail = String(cString: curl_easy_strerror(result))
        if ConnectionFault.Kind(result) == .untrusted, !handle.problem.utf8.isEmpty { detail = handle.problem }
        if !said.isEmpty { detail += "; the server's last line: " + escapedLine(said, limit: 160) }
        return fault(ConnectionFault.Kind(result), detail, code: code)
    }

    private func fault(_ kind: ConnectionFault.Kind, _ detail: String, code: Int? = nil) -> ConnectionFault {
        ConnectionFault(server, phase: "connecting", kind, detail, code: code)
    }
}

extension ConnectionFault.Kind {
    fileprivate init(_ result: CURLcode) {
        switch result {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: self = .unreachable
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE: self = .untrusted
        case CURLE_USE_SSL_FAILED: self = .unencrypted
        case CURLE_LOGIN_DENIED: self = .loginRefused
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_WEIRD_SERVER_REPLY: self = .violation
        default: self = .closed
        }
    }
}
