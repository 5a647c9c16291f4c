import PortalCore

/// The folder from which a configuration file may name files, and no other.
struct FileShelf {
    let folder: String
    /// Bytes of one file.
    let limit: Int

    /// The file that an entry names by its relative path; nil, with the reason noted, when it cannot be used.
    ///
    /// - Parameter name: the name that people see; the file's own when nil.
    func file(_ entry: Entry, shownAs name: String? = nil) -> ConfiguredFile? {
        guard let path = entry.read(.line(500)), let full = inside(path, entry) else { return nil }
        switch LocalFile.read(full, limit: limit) {
        case .failure(let fault):
            entry.problem("the file \(Escaped.text(path)) \(fault)")
            return nil
        case .success(let bytes):
            guard !bytes.isEmpty else {
                entry.problem("the file \(Escaped.text(path)) is empty")
                return nil
            }
            let content = FileContent(
                name: name ?? path, contentType: ContentTypes.type(of: path), size: Int64(bytes.count),
                digest: ContentDigest(of: bytes))
            return ConfiguredFile(path: full, content: content)
        }
    }

    /// Neither `..` nor a link leads out of the folder: one organization's configuration never reaches another's files.
    private func inside(_ path: String, _ entry: Entry) -> String? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) || $0.isEmpty }) else {
            entry.problem("should be a path below this configuration's own folder, without a leading / or ..")
            return nil
        }
        guard let root = LocalFile.resolved(folder), let full = LocalFile.resolved("\(folder)/\(path)") else {
            entry.problem("the file \(Escaped.text(path)) is not there")
            return nil
        }
        guard full.utf8.starts(with: "\(root)/".utf8) else {
            entry.problem("the file \(Escaped.text(path)) is a link that leads out of this configuration's own folder")
            return nil
        }
        return full
    }
}

/// A file that the configuration names: what it is, and where its bytes are.
struct ConfiguredFile: Equatable {
    let path: String
    let content: FileContent
}
