/// What counts as a verb in one reply: the words of a vocabulary in a language, of the verbs that the notice offered.
struct Offer {
    let verbs: Set<CommandVerb>
    let language: CommandLanguage?
    let vocabulary: CommandVocabulary

    /// The verb that `folded` is, whole.
    func verb(_ folded: [UInt8]) -> CommandVerb? { vocabulary.verb(folded, in: language, among: verbs) }

    /// The languages that a sentence may be in that has `word` as its verb.
    func languages(of word: [UInt8]) -> Set<CommandLanguage> {
        language.map { [$0, .english] } ?? vocabulary.languages(of: word).union([.english])
    }

    /// Whether a bare "yes" or "no" could answer something else than an invitation.
    var yesIsUnclear: Bool { verbs.contains { $0.decides && !CommandVerb.attendance.contains($0) } }
}
