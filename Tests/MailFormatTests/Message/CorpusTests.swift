import Foundation
import Testing

@testable import MailFormat

/// Mail that was collected to be difficult, with the values on which several independent parsers agree.
///
/// The corpus does not belong to the repository; it is read from `POSTERN_CORPORA`, or beside the checkout.
@Suite("A corpus of difficult mail") struct CorpusTests {
    private static let folder = Corpora.file("mail/mime")

    @Test("is read without a crash, and as others read it", .enabled(if: folder != nil))
    func agreement() throws {
        let folder = try #require(Self.folder)
        var score = CorpusScore()
        for mail in try CorpusMail.all(in: folder) {
            score.add(mail, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(mail.file))))
        }
        print(score.summary)
        if Corpora.isVerbose { print(score.details.joined(separator: "\n")) }
        #expect(score.fieldShare > 0.985)
        #expect(score.mailShare > 0.95)
    }

    @Test(
        "is compared by digests that are right",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func digests(text: String, digest: String) { #expect(SHA256.hexadecimal(Array(text.utf8)) == digest) }
}

/// How much of a corpus was read as others read it.
struct CorpusScore {
    private var wrong: [String: Int] = [:]
    private var total: [String: Int] = [:]
    private var mails = 0
    private var wholeMails = 0
    private(set) var details: [String] = []

    mutating func add(_ mail: CorpusMail, bytes: [UInt8]) {
        let disagreements = mail.disagreements(with: Message(bytes))
        for (field, choices) in mail.accepted where !choices.isEmpty { total[field, default: 0] += 1 }
        for (field, ours) in disagreements {
            wrong[field, default: 0] += 1
            details.append("\(mail.file) \(field)\n  ours   \(ours)\n  theirs \(mail.accepted[field] ?? [])")
        }
        mails += 1
        if disagreements.isEmpty { wholeMails += 1 }
    }

    /// The share of all scored fields that are right.
    var fieldShare: Double {
        1 - Double(wrong.values.reduce(0, +)) / Double(max(1, total.values.reduce(0, +)))
    }

    /// The share of mails of which every scored field is right.
    var mailShare: Double { Double(wholeMails) / Double(max(1, mails)) }

    var summary: String {
        let rows = total.keys.sorted().map { "\($0) \((total[$0] ?? 0) - (wrong[$0] ?? 0))/\(total[$0] ?? 0)" }
        return "corpus: all fields right in \(wholeMails)/\(mails) mails; \(rows.joined(separator: ", "))"
    }
}
