/// The numbers and MAPI properties of a TNEF stream (MS-OXTNEF §2.1.3), least significant byte first. Whatever would lie
/// outside of the bytes is `nil`.
struct TNEFInput: Sendable {
    /// One value of a property.
    struct Property {
        /// The identifier without the type, such as 0x3707 for the long name of a file.
        let tag: Int
        let type: Int
        let data: Range<Int>
    }

    /// Limit: properties of one attribute, and values of one property.
    private static let propertyLimit = 5_000

    let bytes: [UInt8]

    func byte(at offset: Int) -> Int? { offset < bytes.count ? Int(bytes[offset]) : nil }

    func number16(at offset: Int) -> Int? {
        guard let low = byte(at: offset), let high = byte(at: offset + 1) else { return nil }
        return low | high << 8
    }

    func number32(at offset: Int) -> Int? {
        guard let low = number16(at: offset), let high = number16(at: offset + 2) else { return nil }
        return low | high << 16
    }

    func range(from start: Int, count: Int) -> Range<Int>? {
        start <= bytes.count && count <= bytes.count - start ? start..<(start + count) : nil
    }

    /// The properties that `range` lists, up to what cannot be read. Of several values the first counts.
    func properties(in range: Range<Int>) -> [Property] {
        guard let count = number32(at: range.lowerBound) else { return [] }
        var found: [Property] = []
        var offset = range.lowerBound + 4
        while found.count < min(count, Self.propertyLimit), offset < range.upperBound,
            let property = property(at: &offset)
        {
            found.append(property)
        }
        return found
    }

    /// Reads the property at `offset` and moves on behind it.
    private func property(at offset: inout Int) -> Property? {
        guard let type = number16(at: offset), let tag = number16(at: offset + 2) else { return nil }
        offset += 4
        // A named property: a GUID of 16 bytes, then a number or a name.
        if tag >= 0x8000, !skipName(at: &offset) { return nil }
        let isMultiple = type & 0x1000 != 0
        let plainType = type & 0xFFF
        var count = 1
        if isMultiple || Self.isCounted(plainType) {
            guard let stated = number32(at: offset), stated <= Self.propertyLimit else { return nil }
            count = stated
            offset += 4
        }
        var first: Range<Int>?
        for _ in 0..<count {
            guard let data = value(of: plainType, at: &offset) else { return nil }
            first = first ?? data
        }
        return Property(tag: tag, type: plainType, data: first ?? offset..<offset)
    }

    private func skipName(at offset: inout Int) -> Bool {
        guard let kind = number32(at: offset + 16), let length = number32(at: offset + 20) else { return false }
        offset += 24
        guard kind == 1 else { return true }
        guard range(from: offset, count: length) != nil else { return false }
        offset += Self.padded(length)
        return true
    }

    /// PT_STRING8, PT_UNICODE, PT_OBJECT, PT_BINARY: preceded by how many there are, each by its length.
    private static func isCounted(_ type: Int) -> Bool { type == 0x1E || type == 0x1F || type == 0x0D || type == 0x102 }

    private func value(of type: Int, at offset: inout Int) -> Range<Int>? {
        if Self.isCounted(type) {
            guard let length = number32(at: offset), let data = range(from: offset + 4, count: length) else {
                return nil
            }
            offset += 4 + Self.padded(length)
            return data
        }
        guard let size = Self.size(of: type), let data = range(from: offset, count: size) else { return nil }
        offset += size
        return data
    }

    /// Values of fixed size, padded to four bytes; `nil` for a type that is not known.
    private static func size(of type: Int) -> Int? {
        switch type {
        case 0x02, 0x03, 0x04, 0x0A, 0x0B: 4
        case 0x05, 0x06, 0x07, 0x14, 0x40: 8
        case 0x48: 16
        default: nil
        }
    }

    private static func padded(_ length: Int) -> Int { (length + 3) & ~3 }
}
