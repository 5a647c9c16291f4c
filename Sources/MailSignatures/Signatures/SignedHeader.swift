import MailFormat

/// The fields of a header by their names, for signatures that each pick theirs from the bottom up.
struct SignedHeader {
    private let fields: HeaderFields
    /// Places by lower-case name, in order.
    private let places: [[UInt8]: [Int]]

    init(_ header: Header) {
        fields = header.fields
        var places: [[UInt8]: [Int]] = [:]
        for (place, field) in header.fields.enumerated() {
            places[field.name.utf8.map(\.asciiLowercased), default: []].append(place)
        }
        self.places = places
    }

    /// What a signature signs (RFC 6376 §3.7): the named fields, each repetition of a name meaning the next field of that
    /// name further up, and none where there is none; then the signature's own field, without `b=` and its line break.
    ///
    /// Limit: 1 MiB; nil beyond.
    func signed(by signature: Signature, in own: HeaderField) -> [UInt8]? {
        var output: [UInt8] = []
        for place in places(of: signature.signedNames) {
            output += signature.headerForm.field(fields[place].wholeBytes)
            guard output.count <= 1 << 20 else { return nil }
        }
        return output + signature.headerForm.field(Self.withoutSignature(own.wholeBytes)).dropLast(2)
    }

    /// Whether every field of these names is signed; a name that the header does not have is.
    func covers(_ names: [String], by signature: Signature) -> Bool {
        names.allSatisfy { name in
            let name = Array(name.utf8)
            return (places[name]?.count ?? 0) <= signature.signedNames.count { $0 == name }
        }
    }

    private func places(of names: [[UInt8]]) -> [Int] {
        var left = places
        return names.compactMap { left[$0]?.popLast() }
    }

    /// The field with nothing between `b=` and the semicolon that ends it (RFC 6376 §3.5, `b=`).
    static func withoutSignature(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = field.firstIndex(of: ASCII.colon) else { return field }
        var start = colon + 1
        while start < field.endIndex {
            let end = field[start...].firstIndex(of: ASCII.semicolon) ?? field.endIndex
            if let equals = field[start..<end].firstIndex(of: ASCII.equals),
                field[start..<equals].trimmed.elementsEqual("b".utf8)
            {
                return field[...equals] + field[end...]
            }
            start = end + 1
        }
        return field
    }
}
