package import MailFormat

/// Somebody in a client's own directory of travellers.
package struct Passenger: Equatable, Sendable {
    package let id: PassengerID
    package let organization: OrganizationID
    /// Whose directory it is in.
    package let client: PersonID
    package let clientName: String
    package let details: PassengerDetails
    /// How many travel documents there are with something in them.
    package let documents: Int
}

/// What a client says of a passenger.
package struct PassengerDetails: Equatable, Sendable {
    package let name: String
    package let born: CalendarDay

    package init(name: String, born: CalendarDay) {
        self.name = name
        self.born = born
    }

    /// `1980-02-01`, as stored, typed and sent by forms.
    package var bornText: String { born.isoText }

    /// Nil for a date that is none.
    package init?(name: String, bornText: String) {
        let parts = bornText.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part -> Int? in
            guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return Int(String(decoding: part, as: UTF8.self))
        }
        guard parts.count == 3, numbers.count == 3,
            let born = CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        else { return nil }
        self.init(name: name, born: born)
    }

    /// Limit: scalars of a name.
    static let longestName = 100

    /// Why it cannot be kept; nil where it can.
    func unfit(at now: Moment) -> ItemRefusal? {
        let scalars = name.unicodeScalars
        guard scalars.contains(where: { $0 != " " }), scalars.count <= Self.longestName,
            scalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { return .noName }
        // Near enough at the turn of the year: nobody travels before they are born.
        return born.year > 1970 + Int(now.seconds / 31_556_952) ? .impossibleDate : nil
    }
}
