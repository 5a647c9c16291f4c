import MailFormat
import Testing

/// Ordinary sentences around every kind of verb, in the ways in which people write them.
struct GeneratedSentencesTests {
    private static let verbs = [
        "approve", "approved", "reject", "rejected", "freigeben", "abgelehnt", "approuvé", "refuser", "aprobado",
        "rechazar", "approvato", "rifiutare", "goedgekeurd", "afwijzen", "aprovado", "rejeitar",
    ]

    private static let frames = [
        "do not %", "don't %", "please % it", "I %", "I would % it if it were blue", "can you %?", "%?", "%??", "%?!",
        "%...",
        "% but fix the date", "%, but fix the date", "% if you change the logo", "% unless Bob objects", "%: no",
        "%: yes",
        "% or not?", "%, please", "% it", "% later", "un%", "not %", "% not", "%, not!",
        "who has to % this?", "when will it be %?", "it was % by Bob", "\"%\"", "'%'", "(%)", "[%]", "<%>", "> %",
        "- %",
        "1. %", "% 1)", "%\nbut only the second one", "%\nif the price stays", "%\nno", "%\n?", "no\n%", "well,\n%",
        "%/REVISE",
        "% and revise", "% % %", "to % or not to %", "Re: %", "the word % is in your mail", "% means what exactly?",
        "% is the wrong word", "% isn't possible", "% would be wrong", "% button is broken", "% seems harsh", "% 😀",
        "%~",
        "Hi Ana, %", "Hi Ana, I can't\n%", "Dana %", "%@acme.test", "https://acme.test/%", "#%", "@%", "`%`", "*%",
        "%*", "_%",
    ]

    @Test("None of them decides anything", arguments: verbs)
    func none(verb: String) {
        for frame in Self.frames {
            for typed in [verb, verb.prefix(1).uppercased() + verb.dropFirst(), verb.uppercased()] {
                let parts = frame.split(separator: "%", omittingEmptySubsequences: false)
                let text = parts.joined(separator: typed)
                #expect(ReadReply(text).commands.isEmpty, "\(text)")
            }
        }
    }
}
