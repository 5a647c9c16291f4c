/// Consent and refusal in the first person, in words that are no commands: close to a decision, and never one.
enum OpinionWords {
    static let consents = WordList.set(
        "genehmige, einverstanden, approuvons, valide, validons, d'accord, aprobamos, approviamo, d'accordo, akkoord, concordo"
    )
    static let dissents = WordList.set(
        "refuse, rejette, rejetons, refusons, rechazamos, rifiuto, respingo, weiger, rejeito, recuso")

    /// In two words, the second somewhere behind the first: "Ich gebe das frei", "You have my approval".
    static let consentsInTwo = pairs(
        "gebe frei, geben frei, stimme zu, stimmen zu, my approval, our approval, my consent, our consent, meine freigabe",
        "unsere freigabe, meine genehmigung, unsere genehmigung, meine zustimmung, unsere zustimmung, mon accord, notre accord",
        "mon approbation, notre approbation, mi aprobación, nuestra aprobación, de acuerdo, la mia approvazione, de acordo"
    )
    static let dissentsInTwo = pairs(
        "lehne ab, lehnen ab, meine ablehnung, unsere ablehnung, my rejection, our rejection")

    private static func pairs(_ lists: String...) -> [[[UInt8]]] {
        lists.flatMap(WordList.entries).map { $0.split(separator: ASCII.space).map { Array($0) } }
    }
}
