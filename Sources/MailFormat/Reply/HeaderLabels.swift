/// The labels of the header lines that mailers copy into a body, by language. Data only.
enum HeaderLabels {
    enum Kind: CaseIterable {
        case from
        /// When it was sent, in words that only mailers use.
        case sent
        case date
        case to
        case subject
    }

    private static let from = WordTable(
        "from, sender, reply-to, von, absender, de, de la, de parte de, remitente, expéditeur, da, mittente, van, afzender",
        "från, fra, avsender, lähettäjä, od, od pracownika, nadawca, odesílatel, odosielateľ, pošiljatelj, pošiljalac",
        "von mir, feladó, dela, saatja, no, sūtītājs, nuo, siuntėjas, frá, από, αποστολέας, от, отправитель, від",
        "відправник, от кого, kimden, gönderen, من, מאת, از, dari, pengirim, từ, người gửi, mula kay, จาก, प्रेषक, থেকে",
        "发件人, 發件人, 寄件者, 寄件人, 差出人, 送信者, 보낸 사람, 보낸사람, 발신, expedidor, nork, ó, oddiwrth, kutoka kwa")

    private static let sent = WordTable(
        "sent, sent on, gesendet, gesendet am, envoyé, envoyé le, enviado, enviado el, enviado em, enviada em, enviada",
        "enviada el, inviato, inviato il, data invio, verzonden, verzonden op, skickat, sendt, sendt den, lähetetty",
        "wysłano, wysłane, data wysłania, odesláno, odoslané, poslano, poslato, elküldve, küldve, trimis, trimis la",
        "saadetud, nosūtīts, išsiųsta, sent þann, στάλθηκε, αποστολή, отправлено, дата отправки, надіслано, изпратено",
        "gönderildi, gönderilen, gönderme tarihi, تم الإرسال, تاريخ الإرسال, أرسلت, נשלח, dikirim, đã gửi, ส่งเมื่อ, ส่ง",
        "发送时间, 發送時間, 寄件日期, 傳送時間, 傳送日期, 已发送, 送信日時, 送信, 보낸 날짜, 보낸날짜, 날짜 및 시간, message du")

    private static let date = WordTable(
        "date, datum, fecha, data, dato, päivämäärä, päiväys, dátum, dată, kuupäev, datums, datuma, dagsetning",
        "date d'envoi, data e ora, ημερομηνία, дата, time, hora, tarih, التاريخ, تاريخ, תאריך, tanggal, ngày, วันที่, दिनांक",
        "日期, 日付, 日時, 时间, 날짜, petsa, dyddiad, dáta, tarehe")

    private static let to = WordTable(
        "to, an, à, a, para, per, aan, till, til, vastaanottaja, saaja, do, komu, címzett, către, catre, kellele, kam",
        "kome, za, prima, primatelj, primalac, adresat, gavėjas, kam, til þín, кому, до, προς, kime, alıcı, إلى, الى, אל",
        "kepada, untuk, đến, tới, người nhận, para kay, ถึง, 收件人, 收件者, 宛先, 받는 사람, 받는사람, 수신, destinataire",
        "destinatario, destinatário, empfänger, ontvanger, cc, bcc, kopie, kopia, copie, copia, cópia, kópia, másolat",
        "kopi, kopio, копия, копія, κοινοποίηση, bilgi, نسخة, עותק, tembusan, 抄送, 副本, 참조, reply to, antwort an, nori, chuig"
    )

    private static let subject = WordTable(
        "subject, betreff, betr, objet, asunto, oggetto, onderwerp, assunto, ämne, emne, aihe, temat, předmět, predmet",
        "tárgy, subiect, subiectul, teema, temats, tēma, tema, efni, θέμα, тема, относно, предмет, konu, الموضوع, נושא",
        "موضوع, subjek, perihal, chủ đề, tiêu đề, เรื่อง, विषय, 主题, 主題, 主旨, 件名, 题目, 제목, paksa, assumpte, gaia, ábhar, pwnc, mada"
    )

    private static let tables: [(Kind, WordTable)] = [
        (.from, from), (.sent, sent), (.date, date), (.to, to), (.subject, subject),
    ]

    /// The header that a folded label without its colon names.
    static func kind(of label: [UInt8]) -> Kind? { tables.first { $0.1.isWhole(label) }?.0 }
}
