import PortalCore
import Testing

@testable import PosternTool

/// `postern verify`: what is whole is said to be whole, what was changed is refused, both without a portal.
struct VerifyTests {
    /// What the mail tests hold the mailed certificate to.
    private static let certificate = "\(Workshop.folderOfTests)/../MailChannelTests/Golden/certificate.json"

    private func text() throws -> String {
        switch LocalFile.read(Self.certificate, limit: 1 << 20) {
        case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .failure(let fault): throw VerbFailure("\(fault)")
        }
    }

    @Test func `a certificate is whole, alone and within a mail`() async throws {
        let workshop = try Workshop()
        #expect(try await workshop.run("verify", Self.certificate).contains("is whole: 1 entry"))
        let boundary =
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSigned\r\n--b\r\n"
        let part = "Content-Type: application/json; name=certificate.json\r\n\r\n"
        let mail = try workshop.write(boundary + part + text() + "\r\n--b--\r\n", to: "receipt.eml")
        #expect(try await workshop.run("verify", mail).contains("Contract & terms"))
    }

    @Test(arguments: [
        (#"\"version\":1"#, #"\"version\":2"#), ("Dana <D.>", "Dana <E.>"), ("192.0.2.7", "192.0.2.8"),
        ("signed", "rejected"),
    ])
    func `a certificate with a change in it is refused`(old: String, new: String) async throws {
        let workshop = try Workshop()
        #expect(try text().contains(old))
        let file = try workshop.write(text().replacing(old, with: new), to: "changed.json")
        let failure = await #expect(throws: VerbFailure.self) { try await workshop.run("verify", file) }
        #expect(failure?.description.contains("cannot be trusted") == true)
    }

    @Test func `another file, another key and no certificate are refused`() async throws {
        let workshop = try Workshop()
        let file = try workshop.write("another file", to: "contract.pdf")
        let key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        for arguments in [["--file", file], ["--trust", key]] {
            await #expect(throws: VerbFailure.self) {
                try await workshop.run("verify", arguments[0], arguments[1], Self.certificate)
            }
        }
        await #expect(throws: VerbFailure.self) { try await workshop.run("verify", file) }
        await #expect(throws: (any Error).self) { try await workshop.run("verify") }
        let right = try workshop.write("\u{1}", to: "right.pdf")
        #expect(try await workshop.run("verify", "--file", right, Self.certificate).contains("is whole"))
    }

    @Test func `a portal tells its key, and knows what does not stand in its chain`() async throws {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        _ = try await workshop.run("apply", "--config", config)
        let key = try await workshop.run("verify", "--key", "--config", config)
        #expect(ChainPublicKey(key) != nil)
        let failure = await #expect(throws: VerbFailure.self) {
            try await workshop.run("verify", "--config", config, Self.certificate)
        }
        #expect(failure?.description.contains("entry 1 does not stand in this portal's chain") == true)
    }
}
