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

    package let fields: HeaderFields
    let oddities: Oddities

    /// The header that `bytes` begin with, up to the first empty line; never fails.
    package init(_ bytes: [UInt8]) {
        var reader = HeaderReader(Lines(bytes), in: bytes.indices)
        self = reader.read { _ in false }
    }

    init(fields: HeaderFields, oddities: Oddities) {
        self.fields = fields
        self.oddities = oddities
    }

    /// The first field called `name`, in any ASCII case.
    package func first(_ name: String) -> HeaderField? {
        fields.firstIndex(ofFieldNamed: name, from: 0).map { fields[$0] }
    }

    /// All fields called `name`, in any ASCII case, in order.
    package func all(named name: String) -> [HeaderField] {
        var found: [HeaderField] = []
        var start = 0
        while let index = fields.firstIndex(ofFieldNamed: name, from: start) {
            found.append(fields[index])
            start = index + 1
        }
        return found
    }
}

/// The fields of a header as places in the bytes of the message; each becomes a value when it is asked for.
package struct HeaderFields: Sendable, RandomAccessCollection {
    /// Where a field stands.
    struct Place: Sendable {
        var name: Range<Int>
        var value: Range<Int>
        var hasBlankBeforeColon: Bool
    }

    let bytes: [UInt8]
    let places: [Place]

    package var startIndex: Int { 0 }
    package var endIndex: Int { places.count }

    package subscript(index: Int) -> HeaderField {
        let place = places[index]
        return HeaderField(
            bytes: bytes, nameRange: place.name, valueRange: place.value,
            hasBlankBeforeColon: place.hasBlankBeforeColon)
    }

    /// The index of the first field called `name`, in any ASCII case, at `start` or behind it.
    func firstIndex(ofFieldNamed name: String, from start: Int) -> Int? {
        (start..<places.count).first { isField($0, named: name) }
    }

    /// Whether the field at `index` is called `name`, in any ASCII case.
    func isField(_ index: Int, named name: String) -> Bool {
        let range = places[index].name
        guard range.count == name.utf8.count else { return false }
        var offset = range.lowerBound
        for byte in name.utf8 {
            if bytes[offset].asciiLowercased != byte.asciiLowercased { return false }
            offset += 1
        }
        return true
    }
}
