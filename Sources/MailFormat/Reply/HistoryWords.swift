/// The words that separate a reply from its history, by language. Data only; all in small letters.
enum HistoryWords {
    enum Label: CaseIterable {
        case from
        /// When it was sent, in words that only mailers use.
        case sent
        case date
        case to
        case subject
    }

    /// Labels of the header lines that mailers copy into the body.
    private static let labels: [Label: String] = [
        .from: """
        from, von, de, da, van, från, fra, lähettäjä, od, od pracownika, von mir, feladó, expéditeur, mittente, \
        afzender, от, від, kimden, από, dari, từ, 发件人, 寄件者, 差出人, 보낸 사람, מאת, من, de la, desde, remitente, saatja
        """,
        .sent: """
        sent, gesendet, envoyé, envoyé le, enviado, enviado el, enviado em, enviada em, inviato, verzonden, skickat, \
        sendt, lähetetty, wysłano, wysłane, odesláno, odoslané, elküldve, küldve, trimis, отправлено, надіслано, \
        gönderildi, gönderilen, στάλθηκε, dikirim, 发送时间, 寄件日期, 送信日時, 보낸 날짜, נשלח, تاريخ الإرسال, poslano, \
        message du
        """,
        .date: """
        date, datum, fecha, data, dato, päivämäärä, päiväys, dátum, дата, tarih, ημερομηνία, tanggal, ngày, 日期, 日時, \
        날짜, תאריך, تاريخ, date d'envoi
        """,
        .to: """
        to, an, à, a, para, per, aan, till, til, vastaanottaja, do, komu, címzett, către, кому, до, kime, προς, kepada, \
        đến, 收件人, 收件者, 宛先, 받는 사람, אל, إلى, destinataire, destinatario, cc, kopie, kopia, копия, empfänger
        """,
        .subject: """
        subject, betreff, objet, asunto, oggetto, onderwerp, assunto, ämne, emne, aihe, temat, předmět, predmet, tárgy, \
        subiect, тема, konu, θέμα, subjek, chủ đề, 主题, 主旨, 件名, 제목, נושא, الموضوع, teema, perihal
        """,
    ]

    /// What stands between dashes, at its beginning.
    static let betweenDashes = entries(
        """
        original message, original nachricht, originalnachricht, ursprüngliche nachricht, original-nachricht, \
        originalmeddelande, originalt meddelande, ursprungligt meddelande, original appointment, message original, \
        message d'origine, mensaje original, messaggio originale, oorspronkelijk bericht, mensagem original, \
        oprindelig meddelelse, original meddelelse, opprinnelig melding, alkuperäinen viesti, oryginalna wiadomość, \
        wiadomość oryginalna, původní zpráva, pôvodná správa, eredeti üzenet, mesaj original, mesajul original, \
        исходное сообщение, оригинальное сообщение, пересылаемое сообщение, orijinal mesaj, orjinal mesaj, \
        αρχικό μήνυμα, pesan asli, 原始邮件, 原始郵件, 元のメッセージ, 원본 메시지, forwarded message, forwarded by, \
        weitergeleitete nachricht, message transféré, message transmis, mensaje reenviado, messaggio inoltrato, \
        doorgestuurd bericht, mensagem encaminhada, mensagem reencaminhada, vidarebefordrat meddelande, \
        videresendt melding, videresendt meddelelse, välitetty viesti, wiadomość przekazana, přeposlaná zpráva, \
        továbbított üzenet, mesaj redirecționat, пересланное сообщение, iletilen mesaj, 転送メッセージ, reply message, \
        antwort-nachricht, antwort nachricht, oprindelig besked, opprinnelig melding, message de réponse
        """)

    /// What separates on a line of its own, with or without dashes.
    static let alone = entries(
        """
        begin forwarded message, anfang der weitergeleiteten nachricht, début du message réexpédié, \
        début du message transféré, inicio del mensaje reenviado, inizio messaggio inoltrato, begin doorgestuurd bericht, \
        início da mensagem reencaminhada, vidarebefordrat brev, original message, ursprüngliche nachricht
        """)

    /// What no person types: the mark that portals and help desks put above their own text.
    static let anywhere = entries("reply above this line, type your reply above, antworten sie oberhalb dieser linie")

    private static let kinds: [[UInt8]: Label] = labels.reduce(into: [:]) { kinds, entry in
        for word in entries(entry.value) { kinds[word] = entry.key }
    }

    /// The header that a line such as `*Gesendet:* Montag` is, if any. Limit: a label of 40 bytes.
    static func label(of line: ReplyLine) -> Label? {
        let head = line.bytes.prefix(48)
        guard let end = colon(in: head) else { return nil }
        let label = ReplyLine(head[..<end]).folded.trimming {
            $0 == ASCII.asterisk || $0.isBlank || $0 == ASCII.underscore
        }
        return kinds[Array(label)]
    }

    private static func colon(in head: ArraySlice<UInt8>) -> Int? {
        head.indices.first { head[$0] == ASCII.colon || head[$0...].starts(with: "：".utf8) }
    }

    private static func entries(_ list: String) -> [[UInt8]] { WordList.entries(of: list) }
}
