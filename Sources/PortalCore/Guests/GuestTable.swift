package import MailFormat

/// Guests as a table brings them: name, address, and perhaps how many they are.
package struct GuestTable: Equatable, Sendable {
    package let guests: [NewGuest]
    /// The lines of the file that could not be read as a guest.
    package let unread: [Int]

    package init(guests: [NewGuest], unread: [Int] = []) {
        self.guests = guests
        self.unread = unread
    }

    /// Reads the columns by their headings; without any, they are name, address and party.
    ///
    /// Lines beyond the limits count as unread, so that nothing is left out in silence.
    package init(_ table: SeparatedValues) {
        let heading = table.rows.first.flatMap { Columns(heading: $0.cells) }
        let columns = heading ?? Columns(name: 0, address: 1, party: 2)
        var guests: [NewGuest] = []
        var unread: [Int] = []
        for row in table.rows.dropFirst(heading == nil ? 0 : 1) {
            if let guest = columns.guest(in: row.cells), guests.count < Guest.most {
                guests.append(guest)
            } else {
                unread.append(row.line)
            }
        }
        if table.isCut, let last = table.rows.last { unread.append(last.line + 1) }
        self.guests = guests
        self.unread = unread
    }

    /// Whether a file that came along is such a table, by its name and type.
    package static func isTable(named name: String, _ contentType: String) -> Bool {
        let types = ["text/csv", "text/comma-separated-values", "application/csv", "text/tab-separated-values"]
        let end = Array(name.utf8.suffix(4)).map { $0.asciiLowercased }
        return types.contains { contentType.utf8.elementsEqual($0.utf8) } || end.elementsEqual(".csv".utf8)
            || end.elementsEqual(".tsv".utf8)
    }

    private struct Columns {
        let name: Int
        let address: Int
        let party: Int?

        init(name: Int, address: Int, party: Int?) {
            self.name = name
            self.address = address
            self.party = party
        }

        /// Nil for a row that is no heading: one in which an address stands, or no column is known.
        init?(heading: [String]) {
            let words = heading.map { String(decoding: $0.utf8.map(\.asciiLowercased), as: UTF8.self) }
            guard !heading.contains(where: { EmailAddress($0) != nil }),
                let address = words.firstIndex(where: { Self.stands($0, for: Self.addresses) })
            else { return nil }
            self.address = address
            name = words.firstIndex { Self.stands($0, for: Self.names) } ?? (address == 0 ? 1 : 0)
            party = words.firstIndex { Self.stands($0, for: Self.parties) }
        }

        private static func stands(_ word: String, for words: [String]) -> Bool {
            words.contains { $0.utf8.elementsEqual(word.utf8) }
        }

        private static let addresses = [
            "email", "e-mail", "mail", "email address", "e-mail address", "address", "e-mail-adresse", "adresse",
            "courriel", "correo",
        ]
        private static let names = ["name", "guest", "full name", "gast", "nom", "nombre", "nome", "naam", "namn"]
        private static let parties = ["party", "party size", "people", "number", "personen", "anzahl", "personnes"]

        func guest(in cells: [String]) -> NewGuest? {
            guard cells.indices.contains(address), let address = EmailAddress(cells[address]) else { return nil }
            let name = cells.indices.contains(name) ? cells[name] : ""
            let party = party.flatMap { cells.indices.contains($0) ? cells[$0] : nil } ?? ""
            guard let count = party.utf8.isEmpty ? 1 : Self.count(party) else { return nil }
            return NewGuest(name: name.utf8.isEmpty ? Self.name(in: address) : name, address: address, party: count)
        }

        /// `eva.nagy@…` is called "eva nagy" for want of a name.
        private static func name(in address: EmailAddress) -> String {
            address.localPart.unicodeScalars.split(separator: ".").map(String.init).joined(separator: " ")
        }

        private static func count(_ text: String) -> Int? {
            (1...3).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
        }
    }
}
