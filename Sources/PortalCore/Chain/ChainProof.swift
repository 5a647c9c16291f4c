import Foundation

/// Entries of the chain as a file that can be checked anywhere, without the portal and without a network.
package struct ChainProof: Codable, Equatable, Sendable {
    var format = Self.present
    package let entries: [ChainEntry]

    package static let present = "postern-proof-1"
    /// Limit: bytes of such a file, and entries in it.
    private static let longest = 4 << 20
    private static let mostEntries = 1000

    package init(_ entries: [ChainEntry]) { self.entries = entries }

    /// Takes what came from outside; nil where it is none.
    package init?(json bytes: [UInt8]) {
        guard bytes.count <= Self.longest,
            let proof = try? JSONDecoder().decode(ChainProof.self, from: Data(bytes)),
            proof.format == Self.present, (1...Self.mostEntries).contains(proof.entries.count)
        else { return nil }
        self = proof
    }

    /// The file.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        // Texts alone: nothing in it can fail to be encoded.
        return ((try? encoder.encode(self)).map(Array.init) ?? []) + [0x0A]
    }

    /// What is wrong with it; nothing, where it is whole.
    ///
    /// - Parameter trusted: the key that the reader knows to be the installation's; nil where they know none.
    package func problems(trusting trusted: ChainPublicKey? = nil) -> [Problem] {
        var problems: [Problem] = []
        var digests: [Place: ContentDigest] = [:]
        for (index, entry) in entries.enumerated() {
            if !entry.isSigned { problems.append(.wrongSignature(index + 1)) }
            if let trusted, entry.publicKey != trusted { problems.append(.otherKey(index + 1)) }
            guard let said = entry.said else {
                problems.append(.unreadable(index + 1))
                continue
            }
            let place = Place(organization: Array(said.organization.utf8), number: said.number)
            if let other = digests.updateValue(entry.digest, forKey: place), other != entry.digest {
                problems.append(.twoAtOnePlace(said.number))
            }
        }
        return problems + brokenLinks(digests)
    }

    /// Neighbors in the file must be neighbors in the chain.
    private func brokenLinks(_ digests: [Place: ContentDigest]) -> [Problem] {
        entries.compactMap(\.said).compactMap { said in
            let isFirst = said.previous.utf8.elementsEqual(ChainContent.beginning.utf8)
            if (said.number == 1) != isFirst { return .notLinked(said.number) }
            let before = digests[Place(organization: Array(said.organization.utf8), number: said.number - 1)]
            guard let before, !before.description.utf8.elementsEqual(said.previous.utf8) else { return nil }
            return .notLinked(said.number)
        }
    }

    private struct Place: Hashable {
        let organization: [UInt8]
        let number: Int64
    }

    package enum Problem: Equatable, Sendable {
        /// The entry of this place in the file was not signed by its key as it stands.
        case wrongSignature(Int)
        case otherKey(Int)
        case unreadable(Int)
        /// Two different entries claim this number of the chain.
        case twoAtOnePlace(Int64)
        /// The entry of this number does not follow the one before it.
        case notLinked(Int64)
    }
}
