import MailFormat
import Testing

/// What programs, phones, companies and lists add above and below.
struct FurnitureTests {
    static let footers = [
        "Sent from my iPhone", "Sent from my Galaxy", "Sent from Mail for Windows", "Sent from Outlook for Android",
        "Get Outlook for iOS<https://aka.ms/o0ukef>", "Sent via BlackBerry", "Sent with Proton Mail secure email.",
        "Sent from Yahoo Mail on Android", "Von meinem iPhone gesendet", "Gesendet mit der GMX Mail App",
        "Von meinem Samsung Gerät gesendet.", "Outlook für Android herunterladen", "Verzonden vanaf mijn iPhone",
        "Verstuurd vanaf mijn iPad",
        "Envoyé de mon iPhone", "Envoyé à partir de Outlook pour iOS", "Télécharger Outlook pour Android",
        "Enviado desde mi iPhone", "Obtener Outlook para Android", "Inviato da iPhone", "Inviato dal mio Galaxy",
        "Scarica Outlook per iOS",
        "Enviado do meu iPhone", "Obter o Outlook para iOS", "Trimis de pe iPhone", "Enviat des del meu iPhone",
        "Skickat från min iPhone", "Hämta Outlook för iOS", "Sendt fra min iPhone", "Hent Outlook til iOS",
        "Lähetetty iPhonesta",
        "Wysłane z iPhone'a", "Pobierz Outlooka dla systemu iOS", "Odesláno z iPhonu", "Odoslané z iPhonu",
        "Poslano iz mog iPhone-a",
        "Az iPhone-omról küldve", "Отправлено с iPhone", "Отправлено из мобильной Почты Mail", "Надіслано з iPhone",
        "Изпратено от моя iPhone",
        "Στάλθηκε από το iPhone μου", "iPhone'umdan gönderildi", "Saadetud minu iPhone'ist", "נשלח מה-iPhone שלי",
        "أُرسلت من الـ iPhone",
        "Dikirim dari iPhone saya", "Đã gửi từ iPhone của tôi", "ส่งจาก iPhone ของฉัน", "发自我的iPhone", "從我的 iPhone 傳送",
        "iPhoneから送信",
        "나의 iPhone에서 보냄",
    ]

    @Test("Device footers are cut at the end, and alone on a line above", arguments: footers)
    func device(footer: String) {
        #expect(VisibleReply(ofText: "Looks good.\n\n" + footer).text == "Looks good.")
        #expect(
            VisibleReply(ofText: "Looks good.\n\n\u{202B}" + footer + "\u{202C}\n\nOn 2.3.2026 10:00, Ana wrote:\n> x")
                .text == "Looks good.")
    }

    static let tails = [
        "-- \nDana Client\nClient Ltd", "--\nDana Client\n+44 20 5550 1234", "—\nDana Client\nCEO", "--\u{A0}\nDana",
        "_______________________________________________\nStudio mailing list\nstudio@lists.acme.test\nhttps://lists.acme.test/listinfo/studio",
        "--~--~---------~--~----~------------~-------~--~----~\nYou received this message because you are subscribed to the Google Groups \"Studio\" group.\nTo unsubscribe from this group, send email to x@groups.test",
        "CONFIDENTIALITY NOTICE: This e-mail and any attachments are for the exclusive use of the addressee.",
        "This email and any files transmitted with it are confidential.\nPlease notify the sender.",
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.",
        "Ce message et toutes les pièces jointes sont confidentiels.",
        "Este mensaje y sus archivos adjuntos son confidenciales.",
        "Le informazioni contenute nella presente sono riservate.", "Esta mensagem é confidencial.",
        "Dit bericht is vertrouwelijk.",
        "Ta wiadomość jest przeznaczona wyłącznie dla adresata.", "Это сообщение и любые вложения конфиденциальны.",
        "本邮件及其附件含有保密信息。", "This email has been checked for viruses by Avast antivirus software.\nwww.avast.com",
        "Virus-free. www.avast.com", "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.",
        "Libre de virus. www.avast.com",
        "Please consider the environment before printing this e-mail",
    ]

    @Test("Signatures, disclaimers, list and scanner footers are cut", arguments: tails)
    func tail(furniture: String) {
        #expect(VisibleReply(ofText: "Looks good.\n\n" + furniture).text == "Looks good.")
    }

    @Test(
        "Warnings that servers put above are cut",
        arguments: [
            "CAUTION: This email originated from outside of the organization. Do not click links.",
            "[EXTERNAL EMAIL] Be careful with links from outside",
            "ACHTUNG: Diese E-Mail stammt von einem externen Absender!",
            "ATTENTION : ce message provient de l'extérieur.",
            "You don't often get email from dana@client.test. Learn why this is important",
            "[You don't often get email from dana@client.test. Learn why this is important at https://aka.ms/x ]",
            "ATENCIÓN: Este correo proviene de un remitente externo.", "UWAGA: wiadomość spoza organizacji",
            "This Message Is From an External Sender\nThis message came from outside your organization.",
        ])
    func banner(warning: String) {
        #expect(VisibleReply(ofText: warning + "\n\nLooks good.").text == "Looks good.")
    }

    @Test("Name blocks below a closing are cut, the name stays")
    func nameBlock() {
        let body =
            "Looks good.\n\nKind regards,\nDana Client\nManaging Director\nClient Ltd, 12 High Street\n+44 20 5550 1234\nwww.client.test"
        #expect(VisibleReply(ofText: body).text == "Looks good.\n\nKind regards,\nDana Client")
        let german = "Passt.\n\nMit freundlichen Grüßen\nDana Kunde\nKunde GmbH\nTel. 030 5550 1234"
        #expect(VisibleReply(ofText: german).text == "Passt.\n\nMit freundlichen Grüßen\nDana Kunde")
    }

    @Test(
        "What only resembles furniture stays",
        arguments: [
            "Sent from my desk, which is easier than from my phone.",
            "The samples are on their way.\nSent with DHL yesterday", "Passt.\nGesendet von Bob", "Ok\nLähetetty eilen",
            "Ok.\nHabe dir die Mail gestern gesendet",
            "Sent by mail today", "The notice was sent from my iPhone to all of them.\n\nThank you",
            "Sent by post today. Did it arrive? We hope it did, it was expensive.",
            "Thanks,\nDana\nP.S. Call me at 020 5550 1234 when it is done.",
            "Regards to Ana.\nThe logo is good.\nCall 020 5550 1234.",
            "first part\n___\nsecond part, which goes on for quite a while and is certainly not a signature at all, because it has\n"
                + Array(repeating: "one more line", count: 20).joined(separator: "\n"),
            "Warning: the blue is too dark.\nPlease change it.", "Notice the line below.\nIt is crooked.",
            "Best,\nDana", "Thanks\nDana\nand Bob", "Dear all,\nthe phone is 020 5550 1234.\nDana",
            "Disclaimers are missing on the page.",
        ])
    func resembling(text: String) {
        #expect(VisibleReply(ofText: text).text == text)
    }

    @Test(
        "A reply that is nothing but such lines is shown rather than lost",
        arguments: [
            "--\nThe blue one please", "____\nThe blue one",
            "Disclaimer: I have not shown it to my wife yet. But I like it.",
        ])
    func kept(text: String) {
        #expect(VisibleReply(ofText: text).text == text)
    }

    @Test("A phone's owner may type below the footer")
    func below() {
        #expect(VisibleReply(ofText: "Sent from my iPhone\n\nLooks good.").text == "Looks good.")
        #expect(
            VisibleReply(ofText: "Looks good.\n\nSent from my Galaxy\n\nAnd thank you!").text
                == "Looks good.\n\nAnd thank you!")
    }
}
