import Testing

@testable import MailTransport

struct MailServerTests {
    @Test(
        "TR-06: without TLS only this machine is talked to",
        arguments: [
            ("localhost", nil), ("LOCALHOST", nil), ("127.0.0.1", nil), ("127.1.2.3", nil), ("::1", nil),
            ("mail.example.org", .plainTextToAnotherMachine), ("127.0.0.1.attack.test", .plainTextToAnotherMachine),
            ("127.a.b.c", .plainTextToAnotherMachine), ("10.0.0.1", .plainTextToAnotherMachine),
            ("localhost.attack.test", .plainTextToAnotherMachine), ("::2", .plainTextToAnotherMachine),
        ] as [(String, MailServer.Problem?)])
    func plain(host: String, problem: MailServer.Problem?) {
        #expect(self.problem(host: host, security: .none) == problem)
    }

    @Test(
        "A host is a name or an address, and nothing that means more in a URL",
        arguments: ["", "-x", "a b", "a/b", "a@b", "a#b", "a?b", "user:pass@host", "[::1]", "é.test", "a\r\nb", "a\0b"])
    func host(host: String) {
        #expect(problem(host: host) == .host)
    }

    @Test("A port and a password are possible ones")
    func portAndPassword() {
        #expect(problem(port: 0) == .port)
        #expect(problem(port: 65536) == .port)
        #expect(problem(password: "a\0b") == .nulCharacter)
        #expect(problem(password: "\"\\{3}\r\n% é") == nil)
    }

    @Test("A server never shows its password")
    func description() throws {
        let server = try MailServer(host: "h.test", port: 1, security: .startTLS, user: "u", password: "geheim")
        #expect("\(server)" == "u@h.test:1 (startTLS)")
        #expect(!String(reflecting: server).contains("geheim"))
        var dumped = ""
        dump(server, to: &dumped)
        #expect(!dumped.contains("geheim"))
    }

    private func problem(
        host: String = "mail.example.org", port: Int = 993, security: MailServer.Security = .implicitTLS,
        password: String = "x"
    ) -> MailServer.Problem? {
        do {
            _ = try MailServer(host: host, port: port, security: security, user: "u", password: password)
            return nil
        } catch {
            return error
        }
    }
}
