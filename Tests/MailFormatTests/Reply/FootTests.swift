import MailFormat
import Testing

/// Name blocks and disclaimers that no mark divides from the text.
struct FootTests {
    static let blocks = [
        ("Mit besten Grüßen\n\nEva Lang", "Sachverständige\nTelefon 0421 555 00 0 · Telefax 0421 555 00 1"),
        ("Freundliche Grüße / Best regards\n\nEva Lang", "Einkauf\nTel. +49 511 5550 118"),
        ("S přáním hezkého dne\nEva Lang", "zákaznický servis\ntel.: +420 555 000 000"),
        ("Bien à vous,\n\nEva Lang", "12, rue de la Bourse - 69002 Lyon\nTél. : 04 72 00 00 00 - Fax : 04 72 00 00 01"),
        ("Viele Grüße, Eva Lang", "Lang GmbH\n+49 511 5550 118"),
        ("Kind regards,\nEva Lang", "Lang Ltd,\n14 Quay Street,\nFalmouth,\n01632 960123"),
        (
            "С уважением,\nЕва Ланг",
            "главный бухгалтер общества с ограниченной ответственностью «Север»\nтел. +7 812 555-00-00"
        ),
        ("顺颂商祺\n刘洋", "销售经理\n手机:138 0000 0000"),
    ]

    @Test("Name blocks below closings are cut, the name stays", arguments: blocks)
    func block(closing: String, block: String) {
        let text = "The parts are here.\n\n" + closing
        #expect(VisibleReply(ofText: text + "\n" + block).text == text)
    }

    @Test("A name block far below the text needs no closing, if the text does not lead to it")
    func lone() {
        #expect(
            VisibleReply(ofText: "Report attached.\n\n\n\nEva Lang\nQuality\nTel 0755 5550 8821").text
                == "Report attached.")
        for text in [
            "Call the plumber:\n\n\n\nPipes Ltd\nTel 0755 5550 8821",
            "Call the plumber.\n\nPipes Ltd\nTel 0755 5550 8821",
            "Call the plumber.\n\n\n\nTel 0755 5550 8821\nEva", "Take the key.\n\n\n\nEva\nMum",
        ] {
            #expect(VisibleReply(ofText: text).text == text.replacing("\n\n\n", with: "\n"))
        }
    }

    static let disclaimers = [
        "The contents are confidential and for the named recipient alone. Should this have come to you by mistake, tell us and delete it at once.",
        "Die übermittelten Daten sind vertraulich und allein für den Adressaten gedacht. Falls Sie sie versehentlich erhalten,\nlöschen Sie sie bitte und sagen Sie uns Bescheid.",
        "Uwaga! Treść jest poufna i przeznaczona dla adresata. Jeżeli otrzymali ją Państwo omyłkowo, prosimy o jej usunięcie z systemu.",
        "Содержимое конфиденциально и предназначено адресату. Если оно попало к вам по ошибке, просим его удалить.",
        "\"Antes de imprimir, pense no meio ambiente.\"", "P Please consider the environment before printing.",
        "🌳 Bitte denken Sie an die Umwelt, bevor Sie drucken.",
        "Administratorem Państwa danych osobowych jest Okna Wisła.", "Pour vous désabonner, écrivez à sympa@acme.test",
        "Has recibido este mensaje porque estás suscrito al grupo.", "您收到此邮件是因为您订阅了 Google 网上论坛。",
    ]

    @Test("Disclaimers are known by their matter, or by how they begin", arguments: disclaimers)
    func disclaimer(text: String) {
        #expect(VisibleReply(ofText: "The key is under the mat.\n\n" + text).text == "The key is under the mat.")
    }

    static let noFeet = [
        "Thanks!\n\nMy new address:\n14 Quay Street\nFalmouth TR11 0AA\n01632 960123",
        "Kiitos\nSoitan huomenna\n040 123 4567",
        "Contact list below\n\nPlumber\n555 123 4567\nElectrician\n555 765 4321",
        "Get Outlook for the new laptop too please",
        "You should print on A4\nBefore printing this, check the margins.",
        "Do as follows.\n\nOur privacy policy names the wrong officer. Fix it please.",
        "For the wall:\n| a | b |\n| 1 | 2 |\nthanks",
    ]

    @Test("What only looks like a foot stays", arguments: noFeet)
    func content(text: String) { #expect(VisibleReply(ofText: text).text == text) }

    @Test("Who writes about confidence is not cut")
    func confidence() {
        for text in [
            "Is this confidential? If you are not the recipient of the grant I would rather not discuss it. Delete my mail if in doubt, it was an error to send it.",
            "Dear Ana,\n\nthe confidential part went to the wrong recipient by mistake.",
        ] {
            #expect(VisibleReply(ofText: text).text == text)
        }
    }

    @Test(
        "The slogans of mail programs are cut with the link below",
        arguments: [
            "Sent with AquaMail for Android\nhttps://www.aqua-mail.com",
            "Sent from Mailspring, the best free email app for work",
            "Obtenir Outlook pour Android<https://aka.ms/AAb9ysg>",
            "Získat Outlook pro Android",
        ])
    func slogan(text: String) { #expect(VisibleReply(ofText: "On my way.\n\n" + text).text == "On my way.") }

    @Test("A link that ends the text stays")
    func link() {
        #expect(VisibleReply(ofText: "See\nhttps://acme.test/plan").text == "See\nhttps://acme.test/plan")
    }

    @Test(
        "HTML signatures are known by what programs name them",
        arguments: ["front-signature", "missive_signature", "x_acme-signature"])
    func named(name: String) {
        #expect(VisibleReply(ofHTML: "<p>Done.</p><div class=\"\(name)\">Jo<br>Acme</div>").text == "Done.")
    }

    @Test("An attribution without colon above a wrapper is cut")
    func bareAttribution() {
        let html = "<div>Yes.</div><div>Am 02.03.26 um 10:00 schrieb Ana</div><div name=\"quote\">When?</div>"
        #expect(VisibleReply(ofHTML: html).text == "Yes.")
    }
}
