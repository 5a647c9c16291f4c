/// With what the subjects of autoresponders begin, by language. Data only; all in small letters.
enum AutomaticSubjectWords {
    /// What only programs write.
    static let certain = PhraseSet(
        // English
        """
        automatic reply, automatic response, automatic answer, automatic e-mail reply, automatic email reply, \
        automated reply, automated response, automated answer, automated message, automatically generated reply, \
        automatically generated response, auto reply, auto-reply, autoreply, auto response, auto-response, autoresponse, \
        autoresponder, auto responder, auto-responder, autoanswer, auto answer, auto-answer, auto acknowledgement, \
        auto-acknowledgement, automatic acknowledgement, automatic confirmation, automatic out of office reply, \
        out of office autoreply, out of office auto-reply, out of office auto reply, out-of-office autoreply, \
        out of office automatic reply, out of office reply, out-of-office reply, out of office response, \
        out of office notification, out of office message, out-of-office message, out of office notice, \
        out of the office reply, vacation reply, vacation response, vacation autoreply, vacation auto-reply, \
        vacation responder, holiday autoreply, absence notification, mail autoreply
        """,
        // German
        """
        automatische antwort, automatische abwesenheit, automatische abwesenheitsnotiz, automatische abwesenheitsmeldung, \
        automatische rückantwort, automatische rückmeldung, automatische nachricht, automatische email, automatische e-mail, \
        automatische eingangsbestätigung, automatisch generierte antwort, automatisch erstellte antwort, automatische mail, \
        abwesenheitsnotiz, abwesenheitsmeldung, abwesenheitsmitteilung, abwesenheitsnachricht, abwesenheitsbenachrichtigung, \
        abwesenheitsagent, abwesenheitsassistent, autom. antwort, urlaubsbenachrichtigung, urlaubsnotiz
        """,
        // French
        """
        réponse automatique, reponse automatique, réponse d'absence, réponse automatique d'absence, message automatique, \
        message d'absence, message automatique d'absence, notification d'absence, avis d'absence, absence du bureau, \
        accusé de réception automatique, répondeur automatique
        """,
        // Spanish, Catalan, Portuguese, Italian, Romanian
        """
        respuesta automática, respuesta automatica, respuesta de ausencia, mensaje automático, mensaje de ausencia, \
        autorespuesta, auto-respuesta, aviso de ausencia, notificación de ausencia, contestación automática, \
        contestador automático, resposta automàtica, missatge automàtic, resposta automática, resposta automatica, \
        mensagem automática, resposta de ausência, resposta de férias, aviso de ausência, notificação de ausência, \
        autorresposta, auto-resposta, risposta automatica, risposta automatica di assenza, messaggio automatico, \
        messaggio di assenza, autorisposta, risponditore automatico, avviso di assenza, notifica di assenza, \
        răspuns automat, raspuns automat, mesaj automat, erantzun automatikoa
        """,
        // Dutch, Nordic
        """
        automatisch antwoord, automatische reactie, automatisch bericht, automatische beantwoording, afwezigheidsbericht, \
        afwezigheidsmelding, afwezigheidsassistent, bericht bij afwezigheid, outomatiese antwoord, autosvar, auto-svar, \
        automatiskt svar, automatsvar, frånvaromeddelande, frånvaromeddelelse, frånvaro - autosvar, automatisk svar, \
        automatisk besvarelse, fraværsmelding, fraværsbesked, fraværsassistent, fraværsmeddelelse, ferieautosvar, \
        automaattinen vastaus, automaattivastaus, poissaoloviesti, poissaoloilmoitus, poissa-ilmoitus, sjálfvirkt svar
        """,
        // Slavic, Baltic
        """
        odpowiedź automatyczna, automatyczna odpowiedź, autoodpowiedź, autoodpowiedz, wiadomość automatyczna, \
        automatická odpověď, automatická odpověd, automatická odpoveď, automatska poruka, automatski odgovor, \
        automatický odgovor, samodejni odgovor, samodejno sporočilo, automātiska atbilde, automātiskā atbilde, \
        automatinis atsakymas, автоматический ответ, автоответ, автоматическое уведомление об отсутствии, автоответчик, \
        автоматическое сообщение, автоматична відповідь, автовідповідь, автоматичен отговор, автоматски одговор, \
        аўтаматычны адказ
        """,
        // Hungarian, Turkish, Greek, Estonian, Albanian
        """
        automatikus válasz, automatikus üzenet, házon kívül üzenet, távolléti üzenet, szabadság értesítés, \
        otomatik yanıt, otomatik cevap, otomatik ileti, ofis dışında otomatik yanıtı, αυτόματη απάντηση, αυτόματο μήνυμα, \
        automaatvastus, automaatne vastus, përgjigje automatike, avtomatik cavab, автоматты жауап
        """,
        // Asia, Near East
        """
        自動応答, 自動返信, 自動回答, 自動送信, 自動配信メール, 不在通知, 不在応答, 不在自動応答, 自动答复, 自动回复, 自动回覆, \
        自動回覆, 自動回復, 自動答覆, 外出自动回复, 不在办公室自动回复, 자동 회신, 자동회신, 자동 응답, 자동응답, 자동 답장, 부재중 자동 회신, \
        부재 중 자동 회신, trả lời tự động, thư trả lời tự động, balasan otomatis, jawaban otomatis, balasan automatik, \
        jawapan automatik, ตอบกลับอัตโนมัติ, การตอบกลับอัตโนมัติ, ข้อความตอบกลับอัตโนมัติ, स्वचालित उत्तर, स्वत: उत्तर, \
        স্বয়ংক্রিয় উত্তর, رد تلقائي, الرد التلقائي, رد آلي, پاسخ خودکار, מענה אוטומטי, תשובה אוטומטית, הודעה אוטומטית, \
        automatické potvrdenie, awtomatikong tugon, jibu otomatiki
        """)

    /// What people write, too.
    static let common = PhraseSet(
        """
        out of office, out-of-office, out of the office, ooo, oof, away, away from office, away from the office, \
        away from my mail, on vacation, vacation, on holiday, holiday, on leave, annual leave, maternity leave, parental leave, \
        paternity leave, not in the office, no longer with, no longer working, absence, absent, i am away, i'm away, i am out, \
        i'm out, on sabbatical, thank you for your message, thank you for your email, thank you for contacting, thank you for your enquiry, thank you for your inquiry, \
        thank you for your request, thank you for writing, thanks for your, thanks for contacting, vielen dank für ihre, \
        danke für ihre, ihre anfrage, eingangsbestätigung, empfangsbestätigung, merci pour votre, votre demande, \
        gracias por su, gracias por contactar, grazie per, bedankt voor uw, obrigado pel, obrigado por, \
        we have received your, we received your, your request has been received, abwesend, abwesenheit, urlaub, im urlaub, \
        außer haus, nicht im büro, nicht im haus, elternzeit, en congés, en congé, congés, en vacances, absente, \
        hors du bureau, absence temporaire, fuera de la oficina, fuera de oficina, ausente, de vacaciones, vacaciones, \
        fuori sede, fuori ufficio, in ferie, assente, assenza, afwezig, afwezigheid, niet aanwezig, op vakantie, met vakantie, \
        fora do escritório, ausência temporária, ausência, de férias, férias, frånvaro, frånvarande, på semester, semester, \
        fravær, fraværende, på ferie, ferie, poissa, lomalla, poza biurem, nieobecność, nieobecny, urlop, nepřítomnost, \
        mimo kancelář, dovolená, dovolenka, neprítomnosť, házon kívül, szabadság, távollét, absență, în concediu, concediu, \
        нет на месте, вне офиса, в отпуске, отпуск, отсутствую, відпустка, у відпустці, ofis dışında, izindeyim, \
        yıllık izin, εκτός γραφείου, άδεια, απουσία, 不在, 休暇, 外出, 休假, 不在办公室, 不在辦公室, 부재중, 부재 중, 휴가, \
        خارج المكتب, غائب, מחוץ למשרד, בחופשה, godišnji odmor, van kancelarije, izvan ureda, odsutnost, na dopustu, \
        puhkusel, atvaļinājumā, atostogose, vắng mặt, nghỉ phép, cuti, ไม่อยู่
        """)

    /// Says in the mail itself that a program wrote it.
    static let declarations = PhraseSet(
        """
        this is an automated, this is an automatic, this is an auto-generated, this is an autogenerated, this message was sent automatically, \
        this email was sent automatically, this message was automatically generated, this email was automatically generated, \
        this is a system-generated, this is a system generated, automatically generated message, do not reply to this, \
        please do not reply, dies ist eine automatisch, diese nachricht wurde automatisch, diese e-mail wurde automatisch, \
        diese mail wurde automatisch, ceci est un message automatique, ceci est une réponse automatique, \
        ce message a été généré automatiquement, ne pas répondre à ce message, este es un mensaje automático, \
        mensaje generado automáticamente, esta es una respuesta automática, no responda a este, questo è un messaggio automatico, \
        messaggio generato automaticamente, non rispondere a questo, dit is een automatisch, dit bericht is automatisch, \
        esta é uma mensagem automática, mensagem gerada automaticamente, não responda a est, detta är ett automatiskt, \
        dette er en automatisk, tämä on automaattinen, to jest automatyczn, wiadomość wygenerowana automatycznie, \
        toto je automatick, это автоматическое, это автоматический, письмо сформировано автоматически, це автоматичн, \
        ez egy automatikus, acesta este un mesaj automat, bu otomatik bir, このメールは自動, 自動送信されています, 自動返信です, \
        此邮件由系统自动, 系统自动回复, 系统自动发送, 此為系統自動, 본 메일은 자동, 이 메일은 자동, 발신 전용
        """)

    /// What may stand behind the words besides ASCII punctuation.
    static let marks = WordList.entries(of: "：, 】, –, —, re:, aw:, fw:, fwd:, ［, 「, （, ﹕, «, “, ・, 】")
}
