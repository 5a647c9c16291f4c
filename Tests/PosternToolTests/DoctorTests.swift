import MailFormat
import Testing

@testable import PosternTool

/// What a mail shows of the border, without any server.
struct BorderCheckTests {
    private let border = TrustedBorder(hosts: ["mx.acme.test"], authservIDs: ["mx.acme.test"])

    private func findings(_ lines: String..., planted: String? = nil) -> [String] {
        let header = Header(Array((lines + ["From: a@b.test", "", ""]).joined(separator: "\r\n").utf8))
        return BorderCheck(header: header, border: border, planted: planted).findings.map {
            "\($0.weight.mark) \($0.subject): \($0.text)"
        }
    }

    @Test func `a border that stamps in its own name is fine`() {
        #expect(
            findings("Authentication-Results: mx.acme.test; dmarc=none", "Received: from x by mx.acme.test; today")
                == ["✓ border: it stamps its checks as mx.acme.test"])
    }

    @Test func `another name is told, so that it can be configured`() {
        #expect(
            findings("Authentication-Results: other.test; dmarc=none", "Received: from x by mx.acme.test; today")
                == ["✗ border: it stamps its checks as other.test, not as mx.acme.test"])
    }

    @Test func `a border that stamps nothing leaves decisions to pages`() {
        #expect(
            findings("Received: from x by mx.acme.test; today") == ["! border: it stamps no Authentication-Results"])
    }

    @Test func `a mail that did not pass the border says where it passed`() {
        #expect(
            findings("Received: from x by mail.elsewhere.test; today") == [
                "! border: this mail did not pass mx.acme.test: it was received by mail.elsewhere.test"
            ])
    }

    @Test func `a forged result is dangerous above the border's line only`() {
        let forged = "Authentication-Results: mx.acme.test; none (n0nce)"
        let received = "Received: from x by mx.acme.test; today"
        #expect(findings(forged, received, planted: "n0nce").last?.first == "✗")
        #expect(findings(received, forged, planted: "n0nce").last?.first == "!")
        #expect(findings(received, planted: "n0nce").last?.first == "✓")
    }
}

struct DoctorVerbTests {
    let workshop: Workshop

    init() throws { workshop = try Workshop() }

    @Test func `a mail from outside is looked at line by line`() async throws {
        let config = try workshop.copyExample()
        let mail = try workshop.write(
            "Authentication-Results: mx.portal.example; dmarc=none\nReceived: from x by mx.portal.example; today\n\nhi\n",
            to: "outside.eml")
        let text = try await workshop.run("doctor", "--config", config, "--mail", mail)
        #expect(text.contains("checked by mx.portal.example") && text.contains("it stamps its checks as"))
    }
}
