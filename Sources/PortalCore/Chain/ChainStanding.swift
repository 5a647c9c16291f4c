extension Portal {
    /// The public half of the key that signs this installation's chains.
    package var chainPublicKey: ChainPublicKey { chainKey.publicKey }

    /// How an entry that somebody shows stands in this installation's chain.
    package func standing(of entry: ChainEntry) throws -> ChainStanding {
        guard let said = entry.said else { return .unknown }
        return try database.read { connection in
            guard let organization = try OrganizationRecord.find(said.organization, in: connection),
                let kept = try ChainRecord.find(said.number, of: organization.id, in: connection)
            else { return .unknown }
            return kept.digest == entry.digest ? .kept : .another
        }
    }

    /// What is wrong with the whole chain of an organization; nothing, where it is whole. Nil where there is no such
    /// organization.
    package func chainProblems(of slug: String) throws -> [ChainProof.Problem]? {
        try database.read { connection in
            guard let organization = try OrganizationRecord.find(slug, in: connection) else { return nil }
            let proof = ChainProof(try ChainRecord.all(of: organization.id, in: connection))
            let gaps = zip(1..., proof.entries.map { $0.said?.number }).compactMap { expected, found in
                found == Int64(expected) ? nil : ChainProof.Problem.notLinked(Int64(expected))
            }
            return proof.problems() + gaps
        }
    }
}

/// Whether the portal has an entry that somebody shows.
package enum ChainStanding: Equatable, Sendable {
    case kept
    /// The chain holds something else in its place.
    case another
    case unknown
}
