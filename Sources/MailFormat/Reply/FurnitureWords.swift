/// The words of footers and disclaimers, by language. Data only; all in small letters.
enum FurnitureWords {
    /// Beginnings that only footers have.
    static let deviceOpenings = WordList.entries(
        of: """
            sent from my, sent from mail for, sent from outlook, sent from yahoo, sent from samsung, sent from a, \
            sent from iphone, sent from proton, sent from, sent via, sent with, sent using, get outlook for, \
            gesendet mit, gesendet von, von meinem iphone, von meinem ipad, von meinem smartphone, von unterwegs gesendet, \
            diese nachricht wurde von meinem, envoyé de mon, envoyé depuis, envoyé à partir, télécharger outlook, \
            enviado desde, enviado do, enviado de, enviado a partir, obtener outlook, obter o outlook, inviato da, \
            inviato dal, scarica outlook, verzonden vanaf, verzonden vanuit, verstuurd vanaf, verstuurd vanuit, \
            verzonden met, outlook voor, skickat från, sendt fra, hent outlook, lähetetty, hanki outlook, wysłane z, \
            wysłano z, pobierz outlook, odesláno z, odoslané z, az iphone-omról, elküldve, trimis de pe, отправлено с, \
            отправлено из, надіслано з, iphone'umdan, ipad'imden, στάλθηκε από, dikirim dari, được gửi từ, 发自我的, \
            iphoneから送信, 나의 iphone에서, נשלח מה, أرسلت من, أُرسلت من
            """)

    /// A device or program …
    static let devices = WordList.entries(
        of: "iphone, ipad, blackberry, samsung, huawei, outlook, android, galaxy, yahoo")

    /// … and a word for sending make a footer together.
    static let sendings = WordList.entries(
        of:
            "sent from, gesendet, envoyé, enviado, inviato, verzonden, skickat, sendt, wysłan, küldve, отправлено, 送信, 发自"
    )

    /// Beginnings of the paragraphs that companies add below.
    static let disclaimers = WordList.entries(
        of: """
            confidentiality notice, disclaimer, this email and any, this e-mail and any, this email and its, \
            this e-mail and its, this message and any, this email is confidential, this e-mail is confidential, \
            this message is confidential, this information is intended, the information contained in this, \
            this message contains confidential, this email may contain, this e-mail may contain, please consider the environment, \
            diese e-mail enthält vertrauliche, diese nachricht enthält vertrauliche, ce message est confidentiel, \
            ce message et toutes, este mensaje es confidencial, este correo electrónico, questo messaggio è confidenziale, \
            le informazioni contenute, dit bericht is vertrouwelijk, esta mensagem é confidencial, \
            you received this message because you are subscribed, to unsubscribe from this, virus-free
            """)

    /// Beginnings of the warnings that servers put above.
    static let banners = WordList.entries(of: "caution, warning, external email, external sender, [external, achtung")

    /// What such a warning speaks of.
    static let strangers = WordList.entries(of: "external, outside, extern")
}
