import MailFormat
import Testing

/// The header blocks and separators of mail programs, as each language writes them.
struct HeaderBlockTests {
    /// From, sent or date, to, subject.
    static let labels = [
        ["From", "Sent", "To", "Subject"], ["From", "Date", "To", "Subject"], ["Von", "Gesendet", "An", "Betreff"],
        ["Van", "Verzonden", "Aan", "Onderwerp"], ["De ", "Envoyé ", "À ", "Objet "],
        ["De", "Enviado", "Para", "Asunto"],
        ["Da", "Inviato", "A", "Oggetto"], ["De", "Enviada em", "Para", "Assunto"],
        ["Från", "Skickat", "Till", "Ämne"],
        ["Fra", "Sendt", "Til", "Emne"], ["Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"],
        ["Od", "Wysłano", "Do", "Temat"], ["Od", "Odesláno", "Komu", "Předmět"], ["Od", "Poslano", "Za", "Predmet"],
        ["Feladó", "Elküldve", "Címzett", "Tárgy"], ["De la", "Trimis", "Către", "Subiect"],
        ["От", "Отправлено", "Кому", "Тема"], ["Від", "Надіслано", "Кому", "Тема"], ["От", "Дата", "До", "Относно"],
        ["Από", "Στάλθηκε", "Προς", "Θέμα"], ["Kimden", "Gönderildi", "Kime", "Konu"], ["מאת", "נשלח", "אל", "נושא"],
        ["من", "تم الإرسال", "إلى", "الموضوع"], ["Dari", "Dikirim", "Kepada", "Subjek"],
        ["Từ", "Đã gửi", "Đến", "Chủ đề"], ["จาก", "ส่งเมื่อ", "ถึง", "เรื่อง"], ["发件人", "发送时间", "收件人", "主题"],
        ["寄件者", "寄件日期", "收件者", "主旨"], ["差出人", "送信日時", "宛先", "件名"], ["보낸 사람", "보낸 날짜", "받는 사람", "제목"],
        ["Saatja", "Saadetud", "Kellele", "Teema"], ["No", "Nosūtīts", "Kam", "Tēma"],
        ["Nuo", "Išsiųsta", "Kam", "Tema"],
    ]

    private static let values = [
        "Ana Berg <ana@acme.test>", "Monday, 2 March 2026 10:00", "Dana <dana@client.test>", "Logo",
    ]

    @Test("Header blocks are cut with all below, in every language and dress", arguments: labels)
    func block(labels: [String]) {
        let dresses: [(String, String, String)] = [
            ("", ": ", "\n"), ("*", ":* ", "\n"), ("", ": ", "\n\n"), ("**", ":** ", "\n\n"), ("", "：", "\n"),
            ("", ":\u{A0}", "\n"),
        ]
        for (before, after, lineBreak) in dresses {
            let lines = zip(labels, Self.values).map { before + $0 + after + $1 }
            for above in ["\n\n", "\n\n________________________________\n", "\n\n-----\n"] {
                let body = "Looks good." + above + lines.joined(separator: lineBreak) + "\n\nHello Dana,\nhere it is."
                #expect(VisibleReply(ofText: body).text == "Looks good.", "\(body)")
            }
        }
    }

    @Test(
        "Header blocks in an unknown language are known by their form",
        arguments: [
            "Xa: Ana Berg <ana@acme.test>\nYo: 2026-03-02 10:00\nZu: Dana <dana@client.test>\nWe: Logo\n\nHello",
            "---------- Xyz abc ---------\nFrom: Ana <ana@acme.test>\nDate: 2 March 2026\nSubject: Logo\n\nHello",
        ])
    func unknownLanguage(block: String) {
        #expect(VisibleReply(ofText: "Looks good.\n\n" + block).text == "Looks good.")
    }

    @Test(
        "Separators are cut with all below, in every language",
        arguments: [
            "-----Original Message-----", "-------- Original message --------", "----- Ursprüngliche Nachricht -----",
            "-----Oorspronkelijk bericht-----", "----- Message d'origine -----", "----- Mail original -----",
            "-------- Mensaje original --------", "-----Messaggio originale-----", "-----Mensagem original-----",
            "-----Ursprungligt meddelande-----", "-----Opprinnelig melding-----", "-----Oprindelig meddelelse-----",
            "-----Alkuperäinen viesti-----", "-----Oryginalna wiadomość-----", "-----Původní zpráva-----",
            "-----Izvorna poruka-----", "-----Eredeti üzenet-----", "-----Mesaj original-----",
            "-----Исходное сообщение-----", "-----Оригінальне повідомлення-----", "-----Αρχικό μήνυμα-----",
            "-----Orijinal Mesaj-----", "-----הודעה מקורית-----", "-----الرسالة الأصلية-----", "-----Pesan Asli-----",
            "------------------ 原始邮件 ------------------", "-----元のメッセージ-----", "--------- 원본 메일 ---------",
            "-------- Forwarded Message --------", "---------- Forwarded message ---------",
            "-------- Weitergeleitete Nachricht --------", "-------- Message transféré --------",
            "Begin forwarded message:",
            "Anfang der weitergeleiteten Nachricht:", "Début du message réexpédié :", "Inizio messaggio inoltrato:",
            "##- Please type your reply above this line -##", "-- REPLY ABOVE THIS LINE --",
            "## Bitte antworten Sie oberhalb dieser Linie ##", "> ##- Please type your reply above this line -##",
        ])
    func separator(line: String) {
        for below in ["\nHello Dana,\nhere it is.", "\n\nFrom: Ana\n\nHello"] {
            #expect(VisibleReply(ofText: "Looks good.\n\n" + line + below).text == "Looks good.")
        }
    }

    @Test(
        "Forms that people fill in and rules that they draw stay",
        arguments: [
            "From: Berlin\nTo: Nice\nDate: Monday", "Name: Dana\nE-mail: dana@client.test\nDate: 12 March 2026",
            "--- Option A ---\nblue\n--- Option B ---\nred", "Subject: the logo\nPlease change it.",
            "To: do\nAn: other",
            "Original: blue\nNew: red", "first\n-----\nsecond", "a: 1\nb: 2\nc: 3\nd: 12:30",
        ])
    func forms(text: String) {
        #expect(VisibleReply(ofText: text).text == text)
    }

    @Test("A reply below a header block is not lost, and is told to be uncertain")
    func belowBlock() {
        let body = "Gesendet: Montag, 2. März 2026\nVon: Ana <ana@acme.test>\nAn: Dana\nBetreff: Logo\n\n\nGefällt mir."
        let reply = VisibleReply(ofText: body)
        #expect(reply.text.utf8.suffix(13).elementsEqual("Gefällt mir.".utf8))
        #expect(reply.isPerhapsHistory)
        #expect(!VisibleReply(ofText: "Gut.\n\n" + body).isPerhapsHistory)
    }
}
