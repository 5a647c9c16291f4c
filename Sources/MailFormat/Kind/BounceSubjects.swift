/// The subjects of reports about delivery, by language. Data only; all in small letters.
enum BounceSubjects {
    /// With what such a subject begins, behind marks such as `[Postmaster]` and `***`.
    static let beginnings = PhraseSet(
        // English
        """
        undeliver, delivery status notif, delivery fail, delivery has failed, delivery error, delivery problem, \
        delivery report, delivery notif, delivery delay, delivery unsuccess, delivery incomplete, delivery information, \
        mail delivery, mail failure, mail error, mail system error, mail not delivered, mail returned, mail could not, \
        message delivery, message undeliver, message not delivered, message could not, message rejected, message returned, \
        message delayed, message failure, message blocked, message not accepted, message status - undeliver, \
        email delivery, e-mail delivery, email not delivered, email rejected, email returned, email undeliver, \
        email could not, failure notice, failure notification, failure delivery, failed mail, failed delivery, \
        failed to deliver, returned mail, returned to sender, returned message, returned email, returned due, \
        return to sender, rejected mail, rejected:, non-deliver, nondeliver, non deliver, not delivered, could not deliver, \
        could not send, unable to deliver, unknown user, user unknown, no such user, mailbox full, mailbox is full, \
        mailbox unavailable, quota exceeded, over quota, warning: could not send, warning: message, \
        warning: your message, warning from mail, delayed:, delayed mail, delayed message, delayed delivery, \
        deferred:, permanent delivery, permanent fatal, permanent failure, temporary delivery, transient delivery, \
        notification d'etat, notification d'état, bounce, processing error, blocked:, address not found, address unknown, invalid address, \
        invalid recipient, recipient unknown, recipient not found, recipient rejected, problems delivering, \
        problem delivering, nachricht konnte nicht, dsn:, ndn:, ndr:, automatically rejected, your message to
        """,
        // German
        """
        unzustellbar, nicht zugestellt, nicht zustellbar, zustellung fehlgeschlagen, zustellungsfehler, zustellfehler, \
        zustellungsstatus, zustellstatus, zustellbericht, zustellbenachrichtigung, zustellungsbenachrichtigung, \
        zustellung verzögert, fehler bei der zustellung, rücksendung, unzustellbare, mail konnte nicht, \
        ihre nachricht konnte nicht, ihre e-mail konnte nicht, e-mail konnte nicht, verzögert:, verzögerte zustellung, \
        benachrichtigung zum übermittlungsstatus, empfänger unbekannt, postfach voll, nachricht abgelehnt, abgelehnt:
        """,
        // French
        """
        non remis, non délivr, non distribu, non livré, échec de la remise, échec de remise, échec de la distribution, \
        échec d'envoi, échec de l'envoi, échec de livraison, message non, courrier non, mail non, courriel non, \
        remise impossible, remise différée, retardé, retard de remise, impossible de remettre, avis de non-remise, \
        notification d'échec, notification de non, rapport de non-remise, retour à l'expéditeur, erreur de remise, rejeté:
        """,
        // Spanish
        """
        no se puede entregar, no se ha podido entregar, no se pudo entregar, no entregado, no entregable, mensaje no entregado, \
        correo no entregado, correo devuelto, mensaje devuelto, error de entrega, fallo de entrega, fallo en la entrega, \
        falló la entrega, entrega fallida, entrega retrasada, retrasado:, notificación de estado de entrega, \
        notificación de error, devuelto:, imposible entregar, buzón lleno
        """,
        // Italian
        """
        mancata consegna, non recapitabile, non recapitato, mancato recapito, messaggio non, recapito non riuscito, \
        recapito fallito, consegna fallita, consegna non riuscita, impossibile recapitare, impossibile consegnare, \
        notifica di mancato, notifica stato del recapito, notifica sullo stato, errore di consegna, errore di recapito, \
        avviso di mancata, ritardo nella consegna, ritardato:, casella piena
        """,
        // Dutch
        """
        niet bezorgd, onbestelbaar, kan niet worden bezorgd, niet afgeleverd, bezorging mislukt, aflevering mislukt, \
        afleveringsfout, niet-bezorgd, bericht niet, e-mail niet, statusmelding, vertraagd:, melding van aflever, bezorgfout
        """,
        // Portuguese
        """
        não entregue, não foi possível entregar, mensagem não, falha na entrega, falha de entrega, falha no envio, \
        erro de entrega, erro na entrega, devolvido:, mensagem devolvida, e-mail devolvido, não é possível entregar, \
        notificação de status de entrega, notificação do status, notificação de falha, notificação do estado de entrega, \
        atrasado:, atraso na entrega
        """,
        // Nordic
        """
        går inte att leverera, kunde inte levereras, kan inte levereras, ej levererat, ej levererbart, olevererbart, \
        leveransfel, leveransstatus, leveransmisslyckande, kunne ikke leveres, kan ikke leveres, ikke levert, \
        ikke leveret, uleverbar, kunne ikke leverer, leveringsfeil, leveringsfejl, leveringsstatus, levering mislykkedes, \
        levering mislyktes, ei voitu toimittaa, toimitus epäonnistui, toimittamatta, toimitusvirhe, viestiä ei voitu, \
        perille toimittamaton, ekki hægt að afhenda
        """,
        // Slavic, Baltic
        """
        niedostarczon, nie dostarczono, nie można dostarczyć, nie udało się dostarczyć, zwrot wiadomości, \
        błąd dostarczania, niepowodzenie dostarcz, powiadomienie o stanie, nedoručiteln, nedoručen, nelze doručit, \
        nedoruč, zpráva nebyla doručena, chyba doručení, nepodarilo sa doručiť, nedoručiteľn, neisporuč, nije isporučen, \
        nedostavljiv, ni bilo mogoče dostaviti, nepristatyta, nav piegādāts, не доставлен, недоставлен, \
        не удалось доставить, не удаётся доставить, невозможно доставить, недоставк, сообщение не доставлено, \
        письмо не доставлено, ошибка доставки, сбой доставки, возврат письма, отчет о доставке, отчёт о доставке, \
        уведомление о недоставке, уведомление о состоянии доставки, задержка доставки, не доставлено, \
        не вдалося доставити, недоставлено, неможливо доставити, недоставено, неуспешна доставка
        """,
        // Others of Europe and the Near East
        """
        nem kézbesíthető, kézbesíthetetlen, kézbesítési hiba, sikertelen kézbesítés, kézbesítési állapot, nelivrabil, \
        nelivrat, mesaj nelivrat, livrare eșuată, eroare de livrare, teslim edilemedi, teslim edilemeyen, iletilemedi, \
        iletilemeyen, teslimat hatası, posta teslim, gönderilemedi, μη παραδοτέο, δεν παραδόθηκε, αποτυχία παράδοσης, \
        δεν ήταν δυνατή η παράδοση, ειδοποίηση κατάστασης παράδοσης, edastamata, kohaletoimetamata, no lliurat, \
        error de lliurament, לא ניתן למסור, ההודעה לא נמסרה, לא נמסר, تعذر التسليم, لم يتم التسليم, \
        غير قابل للتسليم, فشل التسليم
        """,
        // Asia
        """
        配信不能, 配信できません, 配信エラー, 配信失敗, 配信されません, 配信遅延, 配達不能, 配達できません, 送信エラー, \
        送信できません, 送達できません, メール配信, 配送失敗, 不達, 宛先不明, 未送達, エラーメール, 退信, 系统退信, 系統退信, \
        无法送达, 無法送達, 未能送达, 投递失败, 投遞失敗, 传递失败, 傳遞失敗, 发送失败, 邮件被退回, 郵件被退回, 未传递, \
        未傳遞, 无法传递, 無法傳遞, 邮件退回, 邮件发送失败, 延迟投递, 배달되지 않음, 배달 실패, 배달할 수 없음, 전송 실패, 반송, 발송 실패, \
        전달되지 않음, 메일 발송 실패, 배달 지연, không gửi được, không thể gửi, thư bị trả lại, tidak terkirim, \
        gagal terkirim, pengiriman gagal, tidak dapat dikirim, ไม่สามารถส่ง, ส่งไม่สำเร็จ
        """)

    /// What stands in a subject only when it is such a report, wherever it stands.
    static let anywhere = PhraseSet(
        """
        returned mail, non remis (delivery failed), delivery status notification, user unknown!, - user unknown, \
        mail delivery failed, undeliverable mail, (failure notice), undelivered mail, could not be delivered, \
        delivery failure, nondeliverable, wurde nicht zugestellt, konnte nicht zugestellt werden, 配信不能
        """)

    /// What people's programs write before the subject of an answer, or of what is forwarded.
    private static let answers = WordList.entries(
        of: """
            re:, re :, re[, aw:, antw:, antwort:, fw:, fwd:, wg:, weitergeleitet:, tr:, rv:, sv:, vs:, vl:, vb:, rif:, \
            r:, i:, res:, enc:, odp:, pd:, ynt:, ilt:, nf:, ref:, atb:, bls:, trs:, doorst:, betr:, továbbítás:, vá:, \
            转发:, 回复:, 答复:, 轉寄:, 回覆:, 转发：, 回复：, 答复：, 轉寄：, 回覆：, 返信:, 転送:, 회신:, 전달:, השב:, הועבר:, رد:, אל:, fyi:
            """)

    /// Whether `folded` is the subject of an answer or of a forwarded mail.
    static func isAnswer(_ folded: [UInt8]) -> Bool { answers.contains { folded.starts(with: $0) } }

    /// Whether the folded subject is that of a report about delivery.
    static func contains(_ folded: [UInt8]) -> Bool {
        guard !isAnswer(folded) else { return false }
        return beginnings.prefixLength(of: withoutMarks(folded)) != nil || anywhere.occurs(in: folded)
    }

    /// The subject without `[Postmaster]`, `***` and their like before it.
    private static func withoutMarks(_ folded: [UInt8]) -> ArraySlice<UInt8> {
        var rest = folded[...]
        while let byte = rest.first {
            if byte == ASCII.openBracket, let end = rest.firstIndex(of: ASCII.closeBracket) {
                rest = rest[(end + 1)...]
            } else if byte < 0x80, !byte.isASCIILetter, !byte.isASCIIDigit {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return rest
    }
}
