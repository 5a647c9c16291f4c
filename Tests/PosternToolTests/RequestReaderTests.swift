import MailFormat
import PortalCore
import Testing

@testable import PosternTool

struct RequestReaderTests {
    private func read(_ lines: String) throws -> (settings: OrganizationSettings?, problems: [String]) {
        let workshop = try Workshop()
        let config = try workshop.copyExample()
        try workshop.replace("    time_zone", with: "    \(lines)\n    time_zone", in: "config/portal.yaml")
        let reading = Configuration(folder: config).readAll(secrets: .described)
        return (reading.portal?.desired.organizations.first?.settings, reading.problems.map(\.text))
    }

    @Test func `what an organization says of requests is read`() throws {
        let found = try read(
            "requests: {allow: off, approval: none, assign: maya@lindgren-rao.example}\n    passengers: {documents: required}"
        )
        #expect(found.problems.allSatisfy { $0.hasPrefix("the environment variable") })
        #expect(
            found.settings?.requests
                == RequestSettings(
                    areTaken: false, needApproval: false, assignee: found.settings?.requests.assignee,
                    needDocuments: true))
        #expect(found.settings?.requests.assignee?.text == "maya@lindgren-rao.example")
    }

    @Test func `where nothing is said, clients may ask and staff approve`() throws {
        #expect(try read("# nothing").settings?.requests == RequestSettings())
    }

    @Test(arguments: [
        ("requests: {approval: maybe}", "should be required or none"),
        ("requests: {allow: perhaps}", "should be on or off"),
        ("requests: {assign: dana@client.example}", "dana@client.example is not among the organization's `staff`"),
        ("requests: {assign: eve@evil.example}", "eve@evil.example is not among the organization's `staff`"),
        ("requests: {assign: maya}", "should be an email address"), ("requests: {chat: on}", "has `chat`"),
        ("passengers: {documents: sure}", "should be required or optional"),
        ("passengers: {passport: on}", "has `passport`"),
    ])
    func `what cannot be is said`(lines: String, problem: String) throws {
        let problems = try read(lines).problems
        #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
    }
}
