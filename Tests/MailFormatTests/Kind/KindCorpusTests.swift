import Foundation
import MailFormat
import Testing

/// Bounces and automatic replies that others collected, and all their other mail as the test for false alarms.
@Suite("Collected bounces and automatic replies") struct KindCorpusTests {
    private struct Label: Decodable {
        let file: String
        let label: String
        let recipients: [String]
    }

    private struct Score {
        var bounces = 0, detected = 0
        var firm = 0, classed = 0
        var addressed = 0, hit = 0
        var others = 0, falseAlarms = 0
    }

    private static let folder = Corpora.file("mail/bounce")

    @Test("are told from other mail, with class and recipients", .enabled(if: folder != nil))
    func labels() throws {
        let folder = try #require(Self.folder)
        let lines = try String(contentsOf: folder.appendingPathComponent("labels.jsonl"), encoding: .utf8)
        var score = Score()
        for line in lines.split(separator: "\n") {
            let label = try JSONDecoder().decode(Label.self, from: Data(line.utf8))
            Self.count(label, try Self.kind(folder.appendingPathComponent(label.file)), into: &score)
        }
        print(
            "bounces: recall \(score.detected)/\(score.bounces), class \(score.classed)/\(score.firm),",
            "recipient \(score.hit)/\(score.addressed), false alarms \(score.falseAlarms)/\(score.others),",
            try Self.falseAlarms().joined(separator: ", "))
        #expect(Double(score.detected) >= 0.98 * Double(score.bounces))
        #expect(Double(score.classed) >= 0.95 * Double(score.firm))
        #expect(Double(score.hit) >= 0.98 * Double(score.addressed))
        #expect(score.falseAlarms == 0)
    }

    private static func count(_ label: Label, _ kind: MailKind, into score: inout Score) {
        guard label.label.utf8.starts(with: "bounce".utf8) else {
            score.others += 1
            if kind.inspectName != (label.label == "auto_reply" ? "auto_reply" : "ordinary") { score.falseAlarms += 1 }
            return
        }
        score.bounces += 1
        if label.label != "bounce" { score.firm += 1 }
        if !label.recipients.isEmpty { score.addressed += 1 }
        guard case .bounce(let report) = kind else {
            if Corpora.isVerbose { print("\(label.file) is taken for \(kind.inspectName)") }
            return
        }
        score.detected += 1
        if label.label == kind.inspectName { score.classed += 1 }
        let expected = Set(label.recipients.map(\.asciiLowercased))
        let found = Set(report.failedRecipients.map(\.asciiLowercased))
        if !expected.isDisjoint(with: found), found.isSubset(of: expected) { score.hit += 1 }
        if Corpora.isVerbose, label.label != kind.inspectName || !found.isSubset(of: expected) {
            print(
                "\(label.file): \(kind.inspectName) for \(found.sorted()); expected \(label.label) for \(expected.sorted())"
            )
        }
    }

    /// Mail that people wrote to people: nothing there may be taken for a machine's. The mails to parsers hold some of machines,
    /// so that only the replies are without exception.
    private static func falseAlarms() throws -> [String] {
        try ["replies/cases", "mail/mime"].compactMap { path in
            guard let folder = Corpora.file(path), let files = FileManager.default.enumerator(atPath: folder.path)
            else {
                return nil
            }
            let mails = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".eml") }
            let alarms = try mails.filter { try kind(folder.appendingPathComponent($0)).inspectName != "ordinary" }
            if path.hasPrefix("replies") { #expect(alarms == []) }
            if Corpora.isVerbose { print(alarms.sorted().joined(separator: "\n")) }
            return "\(path) \(alarms.count)/\(mails.count)"
        }
    }

    private static func kind(_ file: URL) throws -> MailKind {
        MailKind(of: Message([UInt8](try Data(contentsOf: file))))
    }
}
