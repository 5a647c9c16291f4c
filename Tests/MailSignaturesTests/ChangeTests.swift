import MailFormat
import Testing

@testable import MailSignatures

@Suite("What breaks a signature") struct ChangeTests {
    private struct Edit { let old: String; let new: String }

    private static func change(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
    }

    private static func isValid(_ bytes: [UInt8], _ algorithm: SigningAlgorithm) async -> Bool {
        let records = ScriptedRecords(text: Mail.records(Keys.signer(algorithm)))
        return await Mail.check(bytes, records).signatures.map(\.result) == [.valid]
    }

    @Test(
        "What changes the meaning breaks every form",
        arguments: SigningAlgorithm.allCases,
        [
            ("APPROVE", "APPROVe"), ("APPROVE  it", "APPROVEit"), ("Dana \t\r\n", "Dana\r\n.\r\n"), ("it,", "it;"),
            ("please\r\n\r\nDana", "please\r\nDana"), ("replies+abc", "replies+abd"), ("Dana  Diaz", "Dana Dias"),
            ("14:00:00", "14:00:01"), ("Logo", "Logs"), ("utf-8", "utf-7"), ("Subject:", "Subjekt:"),
            ("d=client", "d=Client"),
            ("s=s1", "s=S1"), ("v=1", "v=1;z=1"), ("h=From:", "h=from:"), ("bh=", "bh= "),
        ])
    func meaning(algorithm: SigningAlgorithm, edit: (old: String, new: String)) async {
        for forms in ["simple/simple", "relaxed/relaxed"] {
            let signed = Signature.signing(Mail.plain, algorithm, forms)
            let changed = Self.change(signed, edit.old, edit.new)
            #expect(changed != signed)
            #expect(await !Self.isValid(changed, algorithm), "\(forms)")
        }
    }

    @Test(
        "Blanks, folds, and the case of names break simple signatures only",
        arguments: [
            ("APPROVE  it", "APPROVE it"), ("it,\t please", "it, please"), ("Dana \t\r\n", "Dana\r\n"),
            ("Dana  Diaz", "Dana\r\n Diaz"), ("Subject: Re:\t", "SUBJECT:Re: "), ("From: Dana", "From:   Dana"),
            ("decide:\r\n  Logo", "decide: Logo"), ("Date: Mon", "Date : Mon"),
        ])
    func blanks(edit: (old: String, new: String)) async {
        for (forms, survives) in [("simple/simple", false), ("relaxed/relaxed", true)] {
            let signed = Signature.signing(Mail.plain, .ed25519, forms)
            let changed = Self.change(signed, edit.old, edit.new)
            #expect(changed != signed)
            #expect(await Self.isValid(changed, .ed25519) == survives, "\(forms)")
        }
    }

    @Test(arguments: ["simple/simple", "relaxed/relaxed"])
    func `empty lines at the end, and fields that nobody signed, may change`(forms: String) async {
        let signed = Signature.signing(Mail.plain, .ed25519, forms)
        #expect(await Self.isValid(signed + Array("\r\n\r\n".utf8), .ed25519))
        #expect(await Self.isValid(Array("Received: by mx.acme.test\r\n".utf8) + signed, .ed25519))
        #expect(await !Self.isValid(signed + Array("more\r\n".utf8), .ed25519))
    }

    @Test func `every byte of signature, digest and key counts`() async {
        let signer = Keys.signer(.ed25519)
        let signed = Signature.signing(Mail.plain, .ed25519)
        let end = signed.firstIndex(of: UInt8(ascii: "F"))!
        for place in signed.indices where place > 16 && place < end + 4 {
            var changed = signed
            changed[place] = changed[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
            let records = ScriptedRecords(text: Mail.records(signer))
            let result = await Mail.check(changed, records).authentication
            guard case .none = result else { return #expect(Bool(false), "byte \(place) may change") }
        }
    }

    @Test(arguments: Canonicalization.allCases)
    func `a body is hashed as the standard says`(form: Canonicalization) {
        func digest(_ text: String) -> [UInt8] { form.digest(ofBody: Array(text.utf8)[...]) }
        func plain(_ text: String) -> [UInt8] { RunningDigest.digest(of: Array(text.utf8)) }
        #expect(digest("") == plain(form == .simple ? "\r\n" : ""))
        #expect(digest("\r\n\r\n") == plain(form == .simple ? "\r\n" : ""))
        #expect(digest(" C \r\nD \t E\r\n\r\n\r\n") == plain(form == .simple ? " C \r\nD \t E\r\n" : " C\r\nD E\r\n"))
        #expect(digest("a\n\nb") == plain("a\r\n\r\nb\r\n"))
        #expect(digest("\n\na") == plain("\r\n\r\na\r\n"))
        #expect(digest(" \t\r\n") == plain(form == .simple ? " \t\r\n" : ""))
    }

    @Test func `a field is written as the standard says`() {
        func field(_ form: Canonicalization, _ text: String) -> String {
            String(decoding: form.field(Array(text.utf8)[...]), as: UTF8.self)
        }
        #expect(field(.relaxed, "A: X") == "a:X\r\n")
        #expect(field(.relaxed, "B : Y\t\r\n\tZ  ") == "b:Y Z\r\n")
        #expect(field(.simple, "B : Y\t\r\n\tZ  ") == "B : Y\t\r\n\tZ  \r\n")
        #expect(field(.simple, "B: Y\n Z") == "B: Y\r\n Z\r\n")
    }
}
