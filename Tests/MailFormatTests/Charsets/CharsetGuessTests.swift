import Testing

@testable import MailFormat

@Suite("Text without a label") struct CharsetGuessTests {
    @Test(
        "is read in the charset in which it makes sense",
        arguments: [
            (
                "c7e4f0e0e2f1f2e2f3e9f2e52120cfeef1fbebe0fe20e2e0ec20eef2f7b8f220e7e020ece0f0f22e",
                "Здравствуйте! Посылаю вам отчёт за март."
            ),
            (
                "fac4d2c1d7d3d4d7d5cad4c52120f0cfd3d9ccc1c020d7c1cd20cfd4dea3d420dac120cdc1d2d42e",
                "Здравствуйте! Посылаю вам отчёт за март."
            ),
            ("f3f2effeeeef3a20eff0ece1f4e120f3fee5f4e1", "СРОЧНО: ОПЛАТА СЧЕТА"),
            ("cff0e8e2e5f2", "Привет"),
            (
                "e4cfc2d2cfc7cf20c4ced12120eec1c4d3c9ccc1c020d7c1cd20dad7a6d42c20d0a6c4d4d7c5d2c4a6d4d82e",
                "Доброго дня! Надсилаю вам звіт, підтвердіть."
            ),
            ("c1dfd0e1d8d1de2c20d2e1f120ded4ded1e0d5ddde", "Спасибо, всё одобрено"),
            ("cae1ebe7ecddf1e12c20f3e1f220f3f4ddebedf920f4ef20f4e9ecefebfce3e9ef", "Καλημέρα, σας στέλνω το τιμολόγιο"),
            ("fae5e3e42c20eee0e5f9f8", "תודה, מאושר"),
            ("d4dfd1c720e1df20dae1ec20c7e1d1d3c7e1c9", "شكرا لك على الرسالة"),
            (
                "a2cdbaa4d8b3cad3cbc3d1bacdd5e0c1c5a2cda7a4d8b320e0c3d2e4b4e9c3d1bae0cda1cad2c3",
                "ขอบคุณสำหรับอีเมลของคุณ เราได้รับเอกสาร"
            ),
            ("c7ebb2e9cad5b8bdbcfed6d0b5c4b1a8bcdbb5a5", "请查收附件中的报价单"),
            ("c4fabac3", "您好"),
            ("bdd0ac64a6acaafea5f3a4a4aabab3f8bbf9b3e6a141c1c2c1c2", "請查收附件中的報價單，謝謝"),
            ("82a890a2986282c982c882c182c482a882e882dc82b78142", "お世話になっております。"),
            ("a4aac0a4cfc3a4cba4caa4c3a4c6a4aaa4eaa4dea4b9a1a3", "お世話になっております。"),
            ("c8aec0ce20bacec5b9b5e5b8b3b4cfb4d9", "확인 부탁드립니다"),
            ("46fc7220c46e646572756e67656e2096208467757493", "Für Änderungen – „gut“"),
            ("43926573742064e96ae020617070726f7576e9", "C’est déjà approuvé"),
            ("bf4d61f1616e613f20a153ed21", "¿Mañana? ¡Sí!"),
            ("4ee36f2c20616d616e68e3", "Não, amanhã"),
            ("50e5206de56e646167", "På måndag"),
            ("47f3f0616e20646167696e6e2c20fe6574746120657220fe61f0", "Góðan daginn, þetta er það"),
            ("4e6f766f746efd", "Novotný"),
            ("447a69ea6b756aea2c207a61b3b9637a6e696b", "Dziękuję, załącznik"),
            ("447a69ea6b756aea2c207a61b3b1637a6e696b", "Dziękuję, załącznik"),
            ("44ec6b756a692c2070f8ed6c6f6861206a65207620706ff8e1646b75", "Děkuji, příloha je v pořádku"),
            (
                "4bfc6c646afc6b20617a20616ae16e6c61746f742c206572f573ed747365206d6567",
                "Küldjük az ajánlatot, erősítse meg"
            ),
            ("4465f069fe696b6c696b6c657269206f6e61796cfd796f72756d", "Değişiklikleri onaylıyorum"),
            ("5369756ee869752073e0736b616974e02075fe206b6f76e02c2061e869fb", "Siunčiu sąskaitą už kovą, ačiū"),
        ])
    func languages(hexadecimal: String, text: String) {
        let digits = hexadecimal.utf8.compactMap(\.hexadecimalValue)
        let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        #expect(Charset.decode(bytes, label: nil) == text)
        #expect(Charset.decode(bytes + bytes + bytes, label: "us-ascii") == text + text + text)
    }

    @Test(
        "is windows-1252 when in doubt",
        arguments: [
            ([0xE9], "é"), ([0x93, 0x61, 0x94], "“a”"), ([0xCF, 0xF0, 0xE8], "Ïðè"), ([0xA9, 0x20, 0x41], "© A"),
        ]
            as [([UInt8], String)])
    func doubt(bytes: [UInt8], text: String) { #expect(Charset.decode(bytes, label: nil) == text) }

    @Test("is looked at in its beginning only") func limit() {
        let bytes = [UInt8](repeating: 0xE9, count: 5_000_000)
        let duration = ContinuousClock().measure { _ = bytes.withUnsafeBytes { CharsetGuess.charset(of: $0) } }
        #expect(duration < .seconds(2))
    }
}
