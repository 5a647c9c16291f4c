/// The words in which servers say that a mail was not delivered, by language. Data only; all in small letters.
enum BouncePhrases {
    /// What only a report about delivery says, at its beginning. Some stand right before the addresses.
    static let failures = PhraseSet(
        // English
        """
        could not be delivered, couldn't be delivered, cannot be delivered, can not be delivered, can't be delivered, \
        was not delivered, were not delivered, wasn't delivered, has not been delivered, not been delivered, \
        could not deliver, couldn't deliver, cannot deliver, can't deliver, unable to deliver, wasn't able to deliver, \
        was unable to deliver, were unable to deliver, failed to deliver, not able to deliver, did not reach, \
        didn't reach, does not reach, unable to reach, delivery failed, delivery has failed, delivery failure, \
        delivery to the following, delivery of the, delivery status notification, non-delivery, nondelivery, \
        deliver your message, deliver your mail, deliver your email, deliver mail to, undeliverable, undelivered, \
        could not be sent, failed recipient, failed address, permanent error, permanent fatal error, fatal error, \
        transient non-fatal, returned to sender, returned to you, returning your, returned mail, was returned, \
        message returned, was rejected, has been rejected, been rejected, was refused, rejected your message, \
        rejected because, was blocked, has been blocked, wasn't found, couldn't be found, could not be found, not found at, \
        no such user, user unknown, unknown user, unknown recipient, recipient unknown, unknown address, \
        address unknown, address not found, invalid user, invalid recipient, invalid address, not a valid user, \
        does not exist, doesn't exist, no mailbox, mailbox is full, mailbox full, mailfolder is full, inbox is full, \
        mailbox unavailable, mailbox is unavailable, mailbox not found, quota exceeded, over quota, over its quota, \
        exceeded its quota, exceeded their, storage quota, has been delayed, is delayed, was delayed, message delayed, \
        delivery delayed, delivery temporarily, delivery incomplete, delivery attempts, delivery error, error occurred while, \
        problem delivering, problems delivering, trouble delivering, encountered a problem, remote server returned, \
        smtp error, smtp reply, transmission failure, this is the mail system, this is the qmail-send, \
        this is the mailer-daemon, created automatically by mail delivery software, created automatically by the mail, \
        automatically generated delivery, message from yahoo, not accepting mail, restricted sms e-mail, \
        requested action not taken, names no longer, no longer valid, not listed in, isn't listed in, too large to
        """,
        // German
        """
        konnte nicht zugestellt, konnten nicht zugestellt, nicht zugestellt werden, kann nicht zugestellt, \
        nicht zugestellt, nicht ausgeliefert werden, nicht zustellbar, unzustellbar, nicht übermittelt werden, \
        fehler bei der nachrichtenzustellung, fehler bei der zustellung, zustellung fehlgeschlagen, fehler beim senden an, \
        fehler beim zustellen, hat den oder die folgenden empfänger nicht erreicht, empfänger nicht erreicht, \
        zustellung an folgende, zustellung an die folgende, übermittlung an folgende, wurde zurückgewiesen, \
        wurde abgelehnt, wird zurückgesandt, zustellung wurde verzögert, zustellung verzögert, empfänger unbekannt, \
        unbekannter empfänger, empfänger existiert nicht, postfach ist voll, postfach voll, speicherplatz überschritten, \
        nicht gefunden werden, konnte nicht gesendet
        """,
        // French
        """
        n'a pas pu être remis, n'a pu être remis, n'a pas été remis, n'a pas pu etre remis, n'a pas pu être délivré, \
        n'a pas pu etre delivre, n'a pas pu être distribué, n'a pas été délivré, n'a pas été distribué, n'a pas pu être livré, \
        n'a pas pu être envoyé, échec de la remise, la remise a échoué, échec de remise, impossible de remettre, \
        impossible de délivrer, non remis, non délivré, ne peut être remis, ne peut pas être remis, n'est pas parvenu, \
        n'a pas atteint, destinataire inconnu, utilisateur inconnu, boîte aux lettres pleine, boîte de réception est pleine, \
        boîte est pleine, a été rejeté, a été refusé, remise retardée, a été retardé, adresse introuvable
        """,
        // Spanish
        """
        no se ha podido entregar, no se pudo entregar, no se puede entregar, no ha podido ser entregado, no pudo ser entregado, \
        no fue entregado, no ha sido entregado, no se entregó, error en la entrega, error de entrega, falló la entrega, \
        fallo en la entrega, no llegó a, imposible entregar, no se pudo enviar, usuario desconocido, destinatario desconocido, \
        buzón lleno, buzón está lleno, ha sido rechazado, fue rechazado, se ha retrasado, no se encontró la dirección, \
        no se ha encontrado
        """,
        // Italian
        """
        non è stato possibile recapitare, non è stato recapitato, non è stato consegnato, non può essere recapitato, \
        non può essere consegnato, impossibile recapitare, impossibile consegnare, non è stato possibile consegnare, \
        mancata consegna, mancato recapito, recapito non riuscito, recapito fallito, consegna fallita, utente sconosciuto, \
        destinatario sconosciuto, casella piena, casella di posta piena, è stato rifiutato, è stato respinto, \
        non è stato possibile inviare, indirizzo non trovato
        """,
        // Dutch, Nordic
        """
        kan niet worden bezorgd, kon niet worden bezorgd, niet bezorgd worden, niet worden afgeleverd, niet afgeleverd, \
        is niet bezorgd, bezorging mislukt, onbestelbaar, bezorgen is mislukt, postvak is vol, mailbox vol, onbekende gebruiker, \
        is geweigerd, adres niet gevonden, kunde inte levereras, kan inte levereras, gick inte att leverera, \
        har inte levererats, leveransen misslyckades, det gick inte att leverera, okänd mottagare, postlådan är full, \
        kunne ikke leveres, kan ikke leveres, ble ikke levert, blev ikke leveret, levering mislykkedes, levering mislyktes, \
        leveringen mislyktes, leveringen mislykkedes, ukjent mottaker, ukendt modtager, ei voitu toimittaa, \
        ei voi toimittaa, toimittaminen epäonnistui, toimitus epäonnistui, vastaanottajaa ei löydy
        """,
        // Portuguese, Romanian, Catalan
        """
        não pôde ser entregue, não pode ser entregue, não foi possível entregar, não foi entregue, não é possível entregar, \
        falha na entrega, falha ao entregar, erro na entrega, a entrega falhou, não foi encontrado, usuário desconhecido, \
        destinatário desconhecido, caixa de correio cheia, caixa postal cheia, caixa de entrada cheia, foi rejeitada, \
        foi rejeitado, foi recusada, está atrasada, endereço não encontrado, nu a putut fi livrat, nu poate fi livrat, \
        nu a fost livrat, no s'ha pogut lliurar
        """,
        // Slavic, Hungarian, Turkish, Greek
        """
        nie może zostać dostarczon, nie mogła zostać dostarczona, nie została dostarczona, nie można dostarczyć, \
        nie można było dostarczyć, nie udało się dostarczyć, nie dotarła, dostarczenie nie powiodło, niedostarczona, \
        skrzynka jest pełna, skrzynka przepełniona, nieznany użytkownik, nebylo možné doručit, nelze doručit, \
        nebyla doručena, nepodařilo se doručit, doručení se nezdařilo, schránka je plná, neznámý příjemce, \
        nepodarilo sa doručiť, nebola doručená, nemožno doručiť, nije isporučena, nije dostavljena, nije moguće isporučiti, \
        ni bilo mogoče dostaviti, не было доставлено, не доставлено, не может быть доставлено, не удалось доставить, \
        не удаётся доставить, невозможно доставить, доставка не удалась, не смогли доставить, ящик переполнен, \
        почтовый ящик не существует, такого пользователя нет, пользователь не найден, неизвестный получатель, \
        превышена квота, не вдалося доставити, не доставлено, не може бути доставлен, не беше доставено, \
        nem kézbesíthető, nem sikerült kézbesíteni, nem lehetett kézbesíteni, kézbesítése sikertelen, teslim edilemedi, \
        teslim edilemiyor, iletilemedi, gönderilemedi, posta kutusu dolu, δεν παραδόθηκε, δεν ήταν δυνατή η παράδοση, \
        η παράδοση απέτυχε, αδυναμία παράδοσης
        """,
        // Asia, Near East
        """
        配信できません, 配信不能, 配信に失敗, 配信されません, 配信することができません, 配達できません, 配達されません, \
        お届けできません, 送信できません, 送信されません, 送達できません, 届きません, 届けられません, 見つかりません, 存在しません, \
        メールボックスがいっぱい, 容量を超え, 受信拒否, 遅延しています, 无法送达, 無法送達, 未能送达, 未送达, 无法投递, 無法投遞, \
        投递失败, 无法传递, 無法傳遞, 传递失败, 发送失败, 不能送达, 无法发送, 被退回, 退信, 用户不存在, 收件人不存在, 邮箱已满, \
        信箱已滿, 邮箱不存在, 找不到, 배달되지 않았습니다, 배달하지 못했습니다, 배달할 수 없습니다, 전송하지 못했습니다, 전달되지 못, 전송할 수 없, \
        전송 실패, 존재하지 않, 발송되지 못, 발송하지 못, 메일함이 가득, 반송, לא נמסרה, לא ניתן למסור, לא הצליחה, تعذر تسليم, \
        لم يتم تسليم, لم يتم التسليم, فشل تسليم, không gửi được, không thể gửi, không thể chuyển, không tìm thấy, \
        tidak dapat dikirim, tidak terkirim, gagal dikirim, tidak ditemukan, ไม่สามารถส่ง
        """)

    /// The server still tries, or did nothing but warn.
    static let stillTrying = PhraseSet(
        """
        will be retried, will continue to try, will continue trying, will keep trying, will try again, will retry, \
        continue to be made, still being retried, still trying, warning message only, this is a warning only, \
        only a warning, do not need to resend, don't need to resend, not need to re-send, no action is required, \
        has been delayed, is delayed, was delayed, message delayed, delivery delayed, temporary failure report, \
        transient non-fatal, transient failure, not yet been delivered, has not yet, temporarily deferred, \
        will attempt to deliver, attempts will continue, wird weiter versucht, erneut versucht, \
        weitere zustellversuche, noch nicht zugestellt, verzögert, versucht weiterhin, continuera, sera retenté, \
        nouvelles tentatives, a été retardé, retardée, seguirá intentando, se ha retrasado, volverá a intentar, \
        continuerà a provare, nuovi tentativi, è in ritardo, ritardata, blijft proberen, opnieuw geprobeerd, vertraagd, \
        continuará tentando, tentará novamente, está atrasada, atrasada, försenad, forsinket, viivästy, kommer att försöka, \
        opóźnion, będzie ponawiać, ponowne próby, zpožděn, bude dále, задерживается, задержка доставки, продолжит попытки, \
        повторные попытки, gecikti, καθυστερ, 再試行, 再送を試み, 遅延し, 继续尝试, 繼續嘗試, 重试, 延迟, 계속 시도, 다시 시도, 지연
        """)

    /// The server has given up.
    static let givenUp = PhraseSet(
        """
        permanent error, permanent fatal, failed permanently, permanent failure, permanently rejected, given up, giving up, \
        not going to try again, will not be retried, no further attempts, won't try again, will not try again, \
        no longer be attempted, deleted from queue, has been removed from the queue, in the queue too long, too long on the queue, \
        could not be delivered for, attempts have failed, retry timeout exceeded, exceeded the maximum, was never delivered, \
        endgültig, dauerhaft, permanenter fehler, keine weiteren, erreur permanente, définitivement, error permanente, \
        errore permanente, permanente fout, erro permanente, błąd trwały, trwały błąd, постоянная ошибка
        """)

    /// Causes that pass by themselves, where no code says how they are meant.
    static let passingCauses = PhraseSet(
        """
        temporarily, temporary, try again later, connection timed out, connection refused, greylist, graylist, \
        vorübergehend, temporär, temporaire, temporal, temporanea, tijdelijk, temporária, tillfälligt, midlertidig, \
        tilapäis, tymczasow, dočasn, временн, тимчасов, geçici, προσωρινά, 一時的, 暂时, 暫時, 일시적
        """)

    /// The mail has arrived …
    static let successes = PhraseSet(
        """
        successfully delivered, successfully relayed, has been delivered, have been delivered, was delivered to, \
        delivered successfully, delivery successful, has been relayed, wurde zugestellt, erfolgreich zugestellt, \
        wurde erfolgreich, a été remis, a été délivré, se ha entregado, ha sido entregado, è stato recapitato, \
        è stato consegnato, is bezorgd, is afgeleverd, foi entregue, har levererats, er leveret, er levert, доставлено, \
        доставлен, dostarczona, doručena, teslim edildi, 配信されました, 已送达, 已送達, 배달되었습니다
        """)

    /// … where none of these stands beside it.
    static let setbacks = PhraseSet(
        """
        fail, not deliver, not been deliver, could not, cannot, undeliver, unable, error, reject, delay, nicht, fehl, \
        n'a pas, échec, échou, no se, error, non , mislukt, niet, não, inte, ikke, не , nie , nebyl, nelze, edilemedi, \
        ません, 失败, 失敗, 未, 无法, 못
        """)

    /// Lines with which the copy of the mail begins, without what adorns them.
    static let copies = PhraseSet(
        """
        this is a copy of, below this line is a copy, below is a copy, a copy of your, a copy of the original, copy of your, \
        original message follows, original message headers, original message header, original message below, original message as, \
        original message -, original message:, original mail follows, the original message follows, \
        the original mail follows, the original message is, the original message text, unsent message below, unsent message follows, \
        message headers follow, message header follows, message header:, message headers:, returned message, \
        returned mail -, returned mail follows, returned headers, the header of, the headers of, the header and, \
        the header from, headers of the original, header of the original, header from the original, first part of, \
        first few lines, the message headers, text of your message, the text of, \
        start of returned, begin message, begin returned, body of message generated, the body of, \
        old message:, message text follows, message contents follow, your original message, your message follows, \
        your message reads, here is your, the following is a copy, following is a copy, contents of your, \
        enclosed is a copy, attached is a copy, ursprüngliche nachricht, kopie der nachricht, kopie ihrer, \
        es folgt, der header, originalnachricht, message d'origine, message original, en-têtes du message, \
        copie du message, mensaje original, copia del mensaje, messaggio originale, copia del messaggio, \
        intestazioni del messaggio, origineel bericht, oorspronkelijk bericht, mensagem original, cópia da mensagem, \
        ursprungligt meddelande, opprinnelig melding, oprindelig meddelelse, alkuperäinen viesti, oryginalna wiadomość, \
        treść wiadomości, původní zpráva, исходное сообщение, оригинал сообщения, текст письма, исходное письмо, \
        заголовки исходного, orijinal ileti, eredeti üzenet, 元のメッセージ, 元メッセージ, 以下は元, 原始邮件, 原始郵件, 원본 메시지
        """)

    /// A line so begun belongs to the report although it looks like the head of a copy.
    static let noCopies = PhraseSet("the original message was, original message-id")

    /// What asks the sender to prove that it is a person: no report about delivery, though nothing was delivered.
    static let challenges = PhraseSet(
        """
        confirm that you are, confirm your message, confirm your identity, confirm this message, confirm delivery of your, \
        verify that you are, verify your email, verify your message, verify that this message, prove that you are, \
        to be added to my, my approved, approved senders, approved sender list, whitelist you, to my whitelist, \
        click the link below to deliver, to release your message, reply to this message to confirm, sender verification, \
        one-time verification, challenge-response, challenge/response, spam arrest, spamarrest, boxbe, tmda, mailblocks, bluebottle, \
        bitte bestätigen sie, um ihre nachricht zuzustellen, veuillez confirmer, por favor confirme, per favore conferma, \
        si prega di confermare, bevestig dat, proszę potwierdzić, пожалуйста, подтвердите
        """)
}
