import MailFormat
import Testing

@Suite("An Authentication-Results field") struct AuthenticationResultsTests {
    @Test("is read clause by clause, each with its own properties") func clauses() throws {
        let value = """
            (x (y)) "mx.acme.test" 1 ; dkim = pass (2048-bit; key) header.d=a.test header . i = "@b; c"
             reason="not; this"; SPF=SoftFail smtp.MailFrom=x@y.test;
            """
        let results = try #require(AuthenticationResults.parse(value.utf8))
        #expect(results.authservID == "mx.acme.test")
        #expect(results.clauses.map(\.method) == ["dkim", "spf"])
        #expect(results.clauses.map(\.result) == ["pass", "softfail"])
        #expect(
            results.clauses.map(\.properties) == [
                ["header.d": "a.test", "header.i": "@b; c"], ["smtp.mailfrom": "x@y.test"],
            ])
    }

    @Test(
        "may say that nothing was checked",
        arguments: ["mx.acme.test; none", "mx.acme.test", "mx.acme.test;", "mx.acme.test 1; none (x);"])
    func nothing(value: String) { #expect(AuthenticationResults.parse(value.utf8)?.clauses == []) }

    @Test(
        "proves nothing when any of it cannot be read",
        arguments: [
            "", ";", "()", "(", "dmarc=pass", "; dmarc=pass", "a b; dmarc=pass", "a; dmarc", "a; dmarc=", "a; =pass",
            "a; dmarc=pass (", "a; dmarc=pass )", "a; dmarc=pass header.from",
            "a; dmarc=pass header.from=\"x", "a; dmarc=pass header.from=x\"y\"", "a; dmarc=pass header.from=x'y",
            "a; dmarc=pass header.from=\"x\"header.d=y", "a; dkim=pass header.d=x(y)", "a; dmarc=pass/x",
            "\"\"; dmarc=pass",
            "a; dmarc=pass header.=x", "a\0; dmarc=pass",
        ])
    func unreadable(value: String) { #expect(AuthenticationResults.parse(value.utf8) == nil) }
}
