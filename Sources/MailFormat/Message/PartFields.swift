/// Which fields of a part's header say how to read its body (RFC 2045 §3, RFC 2183), by index; of repeated ones the first.
struct PartFields: Sendable {
    private(set) var contentType: Int?
    private(set) var transferEncoding: Int?
    private(set) var disposition: Int?
    /// Whether one of them stands more than once: programs will disagree on how to read the body.
    private(set) var areRepeated = false

    init(_ fields: HeaderFields) {
        for index in fields.indices {
            switch fields.places[index].name.count {
            case 12 where fields.isField(index, named: "Content-Type"): note(index, as: \.contentType)
            case 25 where fields.isField(index, named: "Content-Transfer-Encoding"): note(index, as: \.transferEncoding)
            case 19 where fields.isField(index, named: "Content-Disposition"): note(index, as: \.disposition)
            default: break
            }
        }
    }

    private mutating func note(_ index: Int, as field: WritableKeyPath<PartFields, Int?>) {
        if self[keyPath: field] == nil { self[keyPath: field] = index } else { areRepeated = true }
    }
}
