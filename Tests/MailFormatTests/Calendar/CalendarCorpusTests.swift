import Foundation
import MailFormat
import Testing

/// Calendar files that others collected, with the scheduling values on which several readers agree.
@Suite("Collected calendars") struct CalendarCorpusTests {
    private struct Line: Decodable {
        struct Expected: Decodable { let components: [Component]? }
        let file: String
        let expected: Expected?
    }

    private struct Component: Decodable, Equatable {
        let type: String, method: String, uid: String
        let sequence: Int
        let recurrenceID: String, organizer: String
        let attendees: [[String]]

        enum CodingKeys: String, CodingKey {
            case type, method, uid, sequence, organizer, attendees
            case recurrenceID = "recurrence_id"
        }

        init(_ component: CalendarComponent) {
            type = component.type
            method = component.method
            uid = component.uid
            sequence = component.sequence
            recurrenceID = component.recurrenceID
            organizer = component.organizer
            attendees = component.attendees.map { [$0.address, $0.status] }
        }
    }

    private static let folder = Corpora.file("mail/itip")

    @Test("are read as others read them", .enabled(if: folder != nil))
    func agreement() throws {
        let folder = try #require(Self.folder)
        let lines = try String(contentsOf: folder.appendingPathComponent("expected.jsonl"), encoding: .utf8)
        var agreed = 0, total = 0
        for text in lines.split(separator: "\n") {
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            guard let expected = line.expected?.components else { continue }
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(line.file)))
            total += 1
            if CalendarReader(bytes).components.map(Component.init) == expected {
                agreed += 1
            } else if Corpora.isVerbose {
                print("\(line.file) is read differently")
            }
        }
        print("calendars: \(agreed)/\(total)")
        #expect(Double(agreed) > 0.98 * Double(total))
    }
}
