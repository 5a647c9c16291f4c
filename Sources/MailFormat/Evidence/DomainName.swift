/// What may be asked of two host names: ASCII case does not count, nor does a final dot.
package enum DomainName {
    /// Whether both are the same name; an empty one is none.
    package static func areEqual(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
        !one.isEmpty && canonical(one).elementsEqual(canonical(other))
    }

    /// Whether `name` is `domain` or lies beneath it. `domain` needs two labels: nobody answers for all of `.com`.
    package static func lies(_ name: some Collection<UInt8>, within domain: some Collection<UInt8>) -> Bool {
        let (name, domain) = (canonical(name), canonical(domain))
        guard domain.contains(ASCII.dot), domain.first != ASCII.dot, name.count > domain.count else {
            return !domain.isEmpty && name.elementsEqual(domain)
        }
        return name.suffix(domain.count).elementsEqual(domain) && name[name.count - domain.count - 1] == ASCII.dot
    }

    /// Whether `name` is what `pattern` says, in which `*` stands for any run of letters, digits, hyphens and dots.
    /// Limit: 255 bytes, as long as a host name may be.
    static func matches(_ name: some Collection<UInt8>, _ pattern: some Collection<UInt8>) -> Bool {
        guard pattern.contains(ASCII.asterisk) else { return areEqual(name, pattern) }
        guard name.count <= 255, pattern.count <= 255 else { return false }
        return matches(canonical(name), pattern: canonical(pattern))
    }

    /// Goes back to the last `*` where it does not fit: each byte is looked at at most once for each of the pattern's.
    private static func matches(_ name: [UInt8], pattern: [UInt8]) -> Bool {
        var (place, read) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while read < name.count {
            if place < pattern.count, pattern[place] == ASCII.asterisk {
                star = (place, read)
                place += 1
            } else if place < pattern.count, pattern[place] == name[read] {
                place += 1
                read += 1
            } else if let last = star, mayStandForStar(name[last.name]) {
                star = (last.pattern, last.name + 1)
                (place, read) = (last.pattern + 1, last.name + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == ASCII.asterisk }
    }

    private static func mayStandForStar(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == ASCII.hyphen || byte == ASCII.dot
    }

    private static func canonical(_ name: some Collection<UInt8>) -> [UInt8] {
        let lowered = name.asciiLowercased
        return lowered.last == ASCII.dot ? lowered.dropLast() : Array(lowered)
    }
}
