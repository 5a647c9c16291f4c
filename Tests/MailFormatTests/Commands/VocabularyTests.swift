import Testing

@testable import MailFormat

struct VocabularyTests {
    private static let columns: [(SynonymRow, CommandLanguage)] = CommandSynonyms.rows.flatMap { row in
        [.english, .german, .french, .spanish, .italian, .dutch, .portuguese].map { (row, $0) }
    }

    @Test("Every verb has words in seven languages, and each of them is understood")
    func complete() {
        #expect(Set(CommandSynonyms.rows.map(\.verb)) == CommandVerb.all)
        for (row, language) in Self.columns {
            let words = WordList.entries(of: row.words[language] ?? "")
            #expect(words.allSatisfy { !$0.isEmpty }, "\(row.verb) \(language)")
            for word in words {
                let verb = CommandVocabulary.standard.verb(word, in: language, among: [row.verb])
                #expect(verb == row.verb, "\(String(decoding: word, as: UTF8.self))")
            }
        }
    }

    @Test("Within a language, a word means one thing; only a refusal may be of any kind")
    func unambiguous() {
        for language in CommandLanguage.allCases {
            var known: [[UInt8]: CommandVerb] = [:]
            let others = CommandSynonyms.rows.dropLast(CommandSynonyms.refusals.count)
            for row in others where row.verb != .decline {
                for word in WordList.entries(of: row.words[language] ?? "") where !word.isEmpty {
                    #expect(known[word] == nil, "\(String(decoding: word, as: UTF8.self)) \(language)")
                    known[word] = row.verb
                }
            }
        }
    }

    @Test("No verb is a thank-you, a greeting, or has more words than are looked at")
    func plainWords() {
        for row in CommandSynonyms.rows {
            for word in row.words.values.flatMap(WordList.entries(of:)) where !word.isEmpty {
                let words = LetterCase.words(of: word)
                #expect(words.count <= CommandVocabulary.longestSynonym)
                #expect(!SentenceWords.greetings.contains(word) && (!Politeness.isPolite(words) || row.verb == .yes))
            }
        }
    }

    @Test("CM-13: an organization's own word counts, whatever the language")
    func ownWord() throws {
        let vocabulary = try CommandVocabulary.standard.adding("Druckreif", for: .approve).adding(
            "bon à tirer", for: .approve)
        for text in ["druckreif", "DRUCKREIF!", "Bon à tirer."] {
            #expect(ReadReply(text, in: .english, vocabulary: vocabulary).commands == [.approve])
            #expect(ReadReply(text, in: .english).commands.isEmpty)
        }
        #expect(
            try ReadReply("freigabe", in: .english, vocabulary: .standard.adding("FREIGABE", for: .approve)).commands
                == [.approve])
    }

    @Test(
        "CM-13: a word that means something else is refused",
        arguments: [
            ("Reject", SynonymRefused.means(.reject)), ("Absage", .means(.no)), ("revisão", .means(.revise)),
            ("revisao", .means(.revise)), ("ＲＥＪＥＣＴ", .means(.reject)), ("danke", .ordinary), ("hello", .ordinary),
            ("not bad", .ordinary), ("", .noWord), ("ok?", .noWord), ("go 4 it", .noWord), ("a  b", .noWord),
            ("x", .noWord), ("go-ahead", .noWord), ("go\nahead", .noWord), ("👍", .noWord), ("٣ go", .noWord),
            ("ok", .ordinary), ("if", .ordinary), ("but", .ordinary), ("Passt", .ordinary), ("noch nicht", .ordinary),
            ("maybe", .means(.maybe)), ("project", .ordinary), ("thank you", .ordinary), ("und", .ordinary),
            ("one two three four five", .noWord), (String(repeating: "x", count: 41), .noWord),
        ])
    func refused(word: String, reason: SynonymRefused) {
        #expect(throws: reason) { try CommandVocabulary.standard.adding(word, for: .approve) }
    }

    @Test("CM-13: an organization has a limited number of words, and one means one thing")
    func limited() throws {
        var words = OwnWords()
        try words.add("Geprüft", for: .approve)
        #expect(throws: SynonymRefused.means(.approve)) { try words.add("GEPRÜFT", for: .done) }
        #expect(throws: SynonymRefused.means(.approve)) { try words.add("gepruft", for: .done) }
        for first in "abcdefg" {
            for second in "abcdefg" { try words.add("wort \(first)\(second)", for: .done) }
        }
        #expect(throws: SynonymRefused.tooMany) { try words.add("noch eins", for: .done) }
        #expect(ReadReply("gepruft", in: .french, vocabulary: words.vocabulary).commands == [.approve])
    }

    @Test(
        "Letters may come composed or not, full-width, as ligatures, or without their accents",
        arguments: [
            ("approuve\u{301}", "APPROVE"), ("A\u{308}nderung: das Logo", "REVISE das Logo"), ("ＡＰＰＲＯＶＥ", "APPROVE"),
            ("con\u{FB01}rm", "CONFIRM"), ("\u{FB01}les", "FILES"), ("solicitar alteracoes: a cor", "REVISE a cor"),
            ("APPROUVE\u{301}E", "APPROVE"), ("revisao: a cor", "REVISE a cor"),
            ("ändern: das Logo", "REVISE das Logo"),
        ])
    func letters(text: String, canonical: String) {
        #expect(ReadReply(text, offering: CommandVerb.all).commands.map(\.canonicalText) == [canonical])
    }

    @Test(
        "Letters that only look alike, and invisible ones, make no command",
        arguments: [
            "АPPROVE", "APPRОVE", "ΑPPROVE", "APP\u{200B}ROVE", "APPROVE\u{200D}", "\u{200E}APPROVE", "AP\u{AD}PROVE",
            "APPROVE\u{E0041}", "APPROVE\u{202C}", "ᴀᴘᴘʀᴏᴠᴇ", "𝐀𝐏𝐏𝐑𝐎𝐕𝐄", "ⒶⓅⓅⓇⓄⓋⒺ", "approve\u{338}", "ap\u{335}prove",
            "appгove",
            "APPROVE\u{2028}", "\u{2003}APPROVE", "APPROVE\u{3000}", "🅰PPROVE", "apprové", "äpprove",
        ])
    func lookalikes(text: String) {
        #expect(ReadReply(text, offering: CommandVerb.all).commands.isEmpty)
    }
}
