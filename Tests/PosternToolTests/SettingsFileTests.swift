import PortalCore
import Testing

@testable import PosternTool

struct SettingsFileTests {
    private func problems(of text: String) throws -> [String] {
        let workshop = try Workshop()
        let problems = ProblemList()
        let path = try workshop.write(text, to: "file.yaml")
        let root = SettingsFile(path: path, shownPath: "file.yaml", problems: problems).root()
        #expect((root == nil) == problems.hasErrors)
        return problems.inOrder.map(\.description)
    }

    @Test(arguments: [
        ("a: 1\n\tb: 2\n", "file.yaml:2:1: is not YAML here: indent with spaces, not with tabs"),
        ("a: 1\na: 2\n", "file.yaml:1:1: the key `a` stands here more than once"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2:1: holds a second document (---): one file, one document"),
        ("a: !!binary aGk=\n", "file.yaml:1:4: holds a YAML tag: leave it out"),
        ("a: !own {b: c}\n", "file.yaml:1:4: holds a YAML tag: leave it out"),
        ("a: \u{0}\n", "file.yaml:1:4: holds a control character"),
        ("a: b\u{7F}\n", "file.yaml:1:5: holds a control character"),
        ("a: &x [1]\nb: *x\n", "file.yaml:2:4: holds a YAML alias (*x): write the value out instead"),
        ("? &x a\n: 1\n? *x\n: 2\n", "file.yaml:3:3: holds a YAML alias (*x): write the value out instead"),
        ("", "file.yaml: is empty: `postern init` writes one to begin with"),
    ])
    func `MO-06: what YAML can do and configuration need not is refused with its place`(text: String, problem: String)
        throws
    {
        #expect(try problems(of: text) == [problem])
    }

    @Test func `bytes that are not UTF-8 are refused`() throws {
        let problems = ProblemList()
        let file = SettingsFile(path: "/proc/self/exe", shownPath: "file.yaml", problems: problems)
        #expect(file.root() == nil)
        #expect(problems.hasErrors)
    }

    @Test(.timeLimit(.minutes(5)))
    func `MO-06: a billion laughs cost nothing`() throws {
        var text = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
        for level in 1...9 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        #expect(try problems(of: text).count == 1)
    }

    @Test func `a file has limits in bytes and in values`() throws {
        #expect(
            try problems(of: "a: \(String(repeating: "x", count: 1 << 20))\n") == ["file.yaml: is larger than 1 MiB"])
        #expect(
            try problems(of: String(repeating: "- a\n", count: 100_001)) == ["file.yaml: holds more than 100000 values"]
        )
    }

    @Test func `words that YAML would turn into something else keep their spelling`() throws {
        let problems = ProblemList()
        let workshop = try Workshop()
        let path = try workshop.write("name: no\nversion: 1.10\ncode: 0481516\nword: \"null\"\n", to: "file.yaml")
        var fields = try #require(
            SettingsFile(path: path, shownPath: "file.yaml", problems: problems).root()?.fields())
        #expect(fields.required("name", .line()) == "no")
        #expect(fields.required("version", .line()) == "1.10")
        #expect(fields.required("code", .line()) == "0481516")
        #expect(fields.required("word", .line()) == "null")
    }
}
