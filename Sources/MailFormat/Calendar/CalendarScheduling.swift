/// What scheduling adds to an event (RFC 5546): who asks whom, and how it stands.
package struct CalendarScheduling: Equatable, Sendable {
    /// Whom answers go to: of each invitation its own address.
    package var organizer: Party
    package var attendees: [Party]
    /// Whether the event does not take place, or not for them.
    package var isCancelled: Bool

    package init(organizer: Party, attendees: [Party], isCancelled: Bool) {
        self.organizer = organizer
        self.attendees = attendees
        self.isCancelled = isCancelled
    }

    /// Somebody who organizes or is asked.
    package struct Party: Equatable, Sendable {
        package var name: String
        package var address: EmailAddress
        /// Of somebody asked, so far.
        package var answer: Answer

        package init(name: String, address: EmailAddress, answer: Answer = .needsAction) {
            self.name = name
            self.address = address
            self.answer = answer
        }
    }

    /// A PARTSTAT (RFC 5545 §3.2.12).
    package enum Answer: String, Sendable {
        case needsAction = "NEEDS-ACTION"
        case accepted = "ACCEPTED"
        case declined = "DECLINED"
        case tentative = "TENTATIVE"
    }

    /// The properties as names with parameters, and values.
    var properties: [(name: String, value: String)] {
        [organizer.property("ORGANIZER", [])]
            + attendees.map { attendee in
                let status = ["ROLE=REQ-PARTICIPANT", "PARTSTAT=\(attendee.answer.rawValue)"]
                return attendee.property("ATTENDEE", isCancelled ? status : status + ["RSVP=TRUE"])
            } + [("STATUS", isCancelled ? "CANCELLED" : "CONFIRMED")]
    }
}

extension CalendarScheduling.Party {
    /// The name as a quoted parameter (RFC 5545 §3.2.2), in which no quote can stand; RFC 6868 is read by too few programs.
    fileprivate func property(_ name: String, _ parameters: [String]) -> (name: String, value: String) {
        let scalars = HeaderWriter.harmless(self.name).unicodeScalars.map { $0 == "\"" ? "'" : $0 }
        let shown = String(String.UnicodeScalarView(scalars.prefix(100)))
        let all = (shown.utf8.isEmpty ? [] : ["CN=\"\(shown)\""]) + parameters
        return (([name] + all).joined(separator: ";"), "mailto:\(address.text)")
    }
}
