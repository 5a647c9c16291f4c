/// Addresses within running text.
enum WrittenAddress {
    /// The first address in `text`.
    static func first(in text: some Collection<UInt8>) -> String? { all(in: text, atMost: 1).first }

    /// The addresses in `text`, in order, each as it is written.
    static func all(in text: some Collection<UInt8>, atMost count: Int = 100) -> [String] {
        let bytes = Array(text.prefix(mostBytes))
        var found: [String] = []
        var at = bytes.firstIndex(of: ASCII.at)
        while let index = at, found.count < count {
            if let address = address(around: index, in: bytes) { found.append(address) }
            at = bytes[(index + 1)...].firstIndex(of: ASCII.at)
        }
        return found
    }

    /// Limit: bytes of a line that are read.
    private static let mostBytes = 4_000

    private static func address(around at: Int, in bytes: [UInt8]) -> String? {
        let local = bytes[..<at].suffix(while: { $0.isAtomText || $0 == ASCII.dot })
        let domain = bytes[(at + 1)...].prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == ASCII.hyphen || $0 == ASCII.dot
        }
        // `smtp.mailfrom=ana@acme.test`, `SMTP=ana@acme.test`, `'ana@acme.test'`: a name and a quote before the address.
        let start = local.lastIndex { $0 == ASCII.equals || $0 == ASCII.apostrophe }.map { $0 + 1 } ?? local.startIndex
        guard start < at, let end = domain.lastIndex(where: { $0 != ASCII.dot && $0 != ASCII.hyphen }) else {
            return nil
        }
        let bare = bytes[start...end].drop { $0 == ASCII.dot }
        return EmailAddress(String(decoding: bare, as: UTF8.self)).map(\.text)
    }
}

extension ArraySlice<UInt8> {
    /// The longest end of the bytes that holds nothing but `isIncluded`.
    fileprivate func suffix(while isIncluded: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = lastIndex { !isIncluded($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
