/// The header of a message or of a part: its fields in the order in which they stand.
package struct Header: Sendable {
    /// What was odd about the bytes, as far as it matters to whom the mail may be from.
    struct Oddities: OptionSet {
        let rawValue: Int
        static let nulBytes = Oddities(rawValue: 1)
        static let loneCR = Oddities(rawValue: 2)
        static let fieldLimit = Oddities(rawValue: 4)
        static let lineWithoutName = Oddities(rawValue: 8)
        /// A line that is no field but that some reader would take for a From field.
        static let hiddenFrom = Oddities(rawValue: 16)
    }

    package let fields: [HeaderField]
    let oddities: Oddities

    /// The header that `bytes` begin with, up to the first empty line; never fails.
    package init(_ bytes: [UInt8]) {
        var reader = HeaderReader(Lines(bytes), in: bytes.indices)
        self = reader.read { _ in false }
    }

    init(fields: [HeaderField], oddities: Oddities) {
        self.fields = fields
        self.oddities = oddities
    }

    /// The first field called `name`, in any ASCII case.
    package func first(_ name: String) -> HeaderField? {
        let name = Array(name.utf8)
        return fields.first { $0.isNamed(utf8: name) }
    }

    /// All fields called `name`, in any ASCII case, in order.
    package func all(named name: String) -> [HeaderField] {
        let name = Array(name.utf8)
        return fields.filter { $0.isNamed(utf8: name) }
    }
}
