import Glibc

/// Resolves references to secrets, which stand in no configuration file themselves: `env:NAME` or `file:path`.
struct SecretReader {
    /// What relative paths begin at.
    let folder: String
    /// Whether a secret must be there now.
    let use: Use

    enum Use {
        /// For running: a missing secret is an error.
        case needed
        /// For looking at the configuration, perhaps on another machine: a missing secret is a warning.
        case described
    }

    /// Limit: bytes of a secret.
    private static let longest = 16_384

    /// The secret that an entry refers to, one line without a final line break. No problem ever shows its value.
    func secret(_ entry: Entry) -> String? {
        switch find(entry) {
        case nil: return nil
        case .missing: return ""
        case .bytes(var bytes):
            if bytes.last == 0x0A { bytes.removeLast() }
            if bytes.last == 0x0D { bytes.removeLast() }
            return checked(bytes, entry)
        }
    }

    /// The bytes of a key, which may have several lines; empty where it is missing and need not be there now.
    func key(_ entry: Entry) -> [UInt8]? {
        switch find(entry) {
        case nil: nil
        case .missing: []
        case .bytes(let bytes): bytes
        }
    }

    private enum Found {
        case bytes([UInt8])
        case missing
    }

    private func find(_ entry: Entry) -> Found? {
        guard let reference = entry.read(.line(4096)) else { return nil }
        if let name = reference.after("env:") { return environment(name, entry) }
        if let path = reference.after("file:") { return file(path, entry) }
        entry.problem("should name a secret, not hold it: env:NAME or file:path")
        return nil
    }

    private func environment(_ name: String, _ entry: Entry) -> Found? {
        guard !name.utf8.isEmpty, name.utf8.allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }) else {
            entry.problem("should name a variable, like env:SMTP_PASSWORD")
            return nil
        }
        guard let value = getenv(name) else {
            return missing("the environment variable \(name) is not set", entry)
        }
        return .bytes(Array(UnsafeRawBufferPointer(start: value, count: strlen(value))))
    }

    private func file(_ path: String, _ entry: Entry) -> Found? {
        let full = path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"
        switch LocalFile.read(full, limit: Self.longest) {
        case .failure(let fault): return missing("the file \(Escaped.text(path)) \(fault)", entry)
        case .success(let bytes):
            if LocalFile.isOpenToEverybody(full) {
                entry.problem("every user of this machine can read \(Escaped.text(path)): run chmod o= on it", .warning)
            }
            return .bytes(bytes)
        }
    }

    private func missing(_ text: String, _ entry: Entry) -> Found? {
        entry.problem(text, use == .needed ? .error : .warning)
        return use == .needed ? nil : .missing
    }

    /// A line break in a password would begin a new line of the protocol.
    private func checked(_ bytes: [UInt8], _ entry: Entry) -> String? {
        guard let secret = String(validating: bytes, as: UTF8.self), !bytes.isEmpty,
            !bytes.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D })
        else {
            entry.problem("the secret should be one line of UTF-8 text")
            return nil
        }
        return secret
    }
}

extension String {
    /// What follows a prefix; nil when this does not begin with it.
    fileprivate func after(_ prefix: String) -> String? {
        utf8.starts(with: prefix.utf8) ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : nil
    }
}
