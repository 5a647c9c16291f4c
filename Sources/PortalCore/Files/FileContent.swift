/// The SHA-256 of some bytes: how Postern names content.
package struct ContentDigest: Hashable, Sendable, Codable, CustomStringConvertible {
    package let bytes: [UInt8]

    package init(of content: [UInt8]) { bytes = SHA256.digest(of: content) }

    init(stored bytes: [UInt8]) { self.bytes = bytes }

    package var description: String { Hexadecimal.text(bytes) }
}

/// A file that has been put into the content store and can now be named in a command.
package struct FileContent: Equatable, Sendable, Codable {
    /// The name as shown to people: cleaned, never used as a path.
    package let name: String
    package let contentType: String
    /// Bytes.
    package let size: Int64
    package let digest: ContentDigest
    /// Whether it is of a kind that runs programs.
    package let runs: Bool

    /// - Parameter beginning: its first bytes, for a file that came from outside; they tell what a name hides.
    package init(name: String, contentType: String, size: Int64, digest: ContentDigest, beginning: [UInt8] = []) {
        self.init(
            name: name, contentType: contentType, size: size, digest: digest,
            runs: Program.isLikely(name, beginning: beginning))
    }

    /// A file whose kind is known.
    init(name: String, contentType: String, size: Int64, digest: ContentDigest, runs: Bool) {
        self.name = FileName.shown(name)
        self.contentType = contentType
        self.size = size
        self.digest = digest
        self.runs = runs
    }

    /// Bytes that tell the kind of a file.
    package static let beginning = 4
}

/// File names that came from outside, made fit to be shown.
package enum FileName {
    /// Limit: scalars of a shown name.
    private static let longest = 120

    /// The last path component without control characters and direction overrides; `file` when nothing is left.
    package static func shown(_ name: String) -> String {
        let parts = name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        let last = parts.last ?? Substring.UnicodeScalarView()
        let kept = last.filter { !$0.isTreacherous }.prefix(longest)
        let text = String(String.UnicodeScalarView(kept))
        return text.unicodeScalars.allSatisfy({ $0 == "." || $0 == " " }) ? "file" : text
    }
}

extension Unicode.Scalar {
    /// Controls, line separators, and marks that turn the direction of what follows (`invoice‮fdp.exe`).
    var isTreacherous: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}
