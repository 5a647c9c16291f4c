/// Names below which a country's registry lets everybody register, as `co.uk`. Data only.
///
/// They are told by their form, without a list of all there are: a usual word and a country. Those that it misses are safe
/// all the same, since a registry lets nobody sign in its own name.
enum RegistryNames {
    /// Whether `domain` has the form of such a name; a final dot does not count.
    static func isOne(_ domain: some Collection<UInt8>) -> Bool {
        let labels = domain.asciiLowercased.split(separator: ASCII.dot)
        return labels.count == 2 && labels[1].count == 2 && words.contains(Array(labels[0]))
    }

    private static let words = WordList.set(
        """
        ac, co, com, edu, gen, go, gob, gouv, gov, govt, id, ltd, me, mil, ne, net, nhs, nom, or, org, plc, police, sch
        """)
}
