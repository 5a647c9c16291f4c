import Testing

@testable import MailFormat

struct PercentEncodingTests {
    @Test(arguments: [
        ("", ""), ("a%20b", "a b"), ("%E2%82%ac", "€"), ("100%", "100%"), ("%4", "%4"), ("%zz%41", "%zzA"),
        ("%2541", "%41"), ("a+b", "a+b"),
    ])
    func `what is no percent encoding stands for itself`(_ text: String, _ expected: String) {
        #expect(PercentEncoding.decoded(text.utf8) == Array(expected.utf8))
    }
}
