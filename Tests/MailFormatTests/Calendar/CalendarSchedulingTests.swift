import Testing

@testable import MailFormat

/// Events that are written are read back by our own reader, and by line as RFC 5545 wants them.
struct CalendarSchedulingTests {
    private static let event: CalendarEvent = {
        var event = CalendarEvent(
            uid: "guest-7@portal.test", sequence: 2, stamp: 1_781_000_000, start: 1_781_280_000, end: 1_781_294_400,
            title: "Dinner; with friends, at “The Mill”\r\nand more", place: "The Mill, 12 River Road\\Harbor",
            details: String(repeating: "Ünïcode ", count: 30))
        event.scheduling = CalendarScheduling(
            organizer: .init(name: "Ana \"Studio\", Lima", address: EmailAddress("replies+abc@portal.test")!),
            attendees: [.init(name: "Éva Nagy", address: EmailAddress("eva@guest.test")!, answer: .tentative)],
            isCancelled: false)
        return event
    }()

    private static let text = String(decoding: Draft.Calendar(.request, [event]).bytes, as: UTF8.self)

    @Test("are read back with identifier, sequence, times and people")
    func roundTrip() throws {
        let reader = CalendarReader(Array(Self.text.utf8))
        let read = try #require(reader.components.first)
        #expect(reader.components.count == 1)
        #expect(read.method == "REQUEST")
        #expect(read.uid == "guest-7@portal.test")
        #expect(read.sequence == 2)
        #expect(read.organizer == "replies+abc@portal.test")
        #expect(read.attendees == [.init(address: "eva@guest.test", status: "TENTATIVE")])
        #expect(read.start == .init(text: "20260612T160000Z", zone: nil))
        #expect(read.end == .init(text: "20260612T200000Z", zone: nil))
    }

    @Test("are written in lines of at most 75 bytes, all of them ended by CR LF")
    func lines() {
        let bytes = Array(Self.text.utf8)
        #expect(bytes.suffix(2).elementsEqual([0x0D, 0x0A]))
        for line in bytes.split(separator: 0x0A) {
            #expect(line.last == 0x0D)
            #expect(line.count <= 76)
            #expect(String(validating: line.dropLast(), as: UTF8.self) != nil, "folded within a letter")
        }
    }

    @Test("let no text end its line, and no name its quotes")
    func escaped() {
        let unfolded = Self.text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:Dinner\\; with friends\\, at “The Mill”\\nand more\r\n"))
        #expect(unfolded.contains("LOCATION:The Mill\\, 12 River Road\\\\Harbor\r\n"))
        #expect(unfolded.contains("ORGANIZER;CN=\"Ana 'Studio', Lima\":mailto:replies+abc@portal.test\r\n"))
    }

    @Test("that are cancelled ask for no answer")
    func cancelled() {
        var event = Self.event
        event.scheduling?.isCancelled = true
        let text = String(decoding: Draft.Calendar(.cancel, [event]).bytes, as: UTF8.self)
        #expect(text.contains("METHOD:CANCEL") && text.contains("STATUS:CANCELLED") && !text.contains("RSVP=TRUE"))
    }

    @Test("travel as the last alternative of a mail, under the method that they have")
    func inAMail() throws {
        var draft = Draft(
            from: .init(address: EmailAddress("a@portal.test")!), to: [], subject: "Dinner", date: 0,
            messageID: MessageID("1@portal.test")!, text: "Dinner")
        draft.html = "<p>Dinner</p>"
        draft.calendar = Draft.Calendar(.request, [Self.event])
        let message = Message(draft.rendered())
        let part = try #require(message.leaves.last)
        #expect(message.leaves.map { $0.contentType.mimeType } == ["text/plain", "text/html", "text/calendar"])
        #expect(part.contentType.parameters["method"] == "REQUEST")
        #expect(CalendarReader(part.decodedBytes()).components.first?.uid == "guest-7@portal.test")
        #expect(VisibleReply(of: message).text == "Dinner")
    }
}
