/// The words of footers, disclaimers and banners, by language. Data only.
enum FurnitureWords {
    /// Beginnings that only the footers of phones and programs have.
    static let deviceOpenings = WordTable(
        // English
        "sent from my, sent from mail for, sent from outlook, sent from yahoo, sent from samsung, sent from iphone",
        "sent from ipad, sent from proton, sent from gmail, sent from aol, sent from nine, sent from blue, sent from spark",
        "sent from mailbird, sent from, get outlook for",
        "book time with me, get bluemail for, get typeapp for, download outlook",
        // German, Dutch
        "von meinem iphone, von meinem ipad, von meinem smartphone",
        "von meinem handy, von meinem mobiltelefon, von meinem samsung, von meinem android, von meinem huawei, von unterwegs gesendet",
        "von iphone gesendet, von outlook gesendet, diese nachricht wurde von meinem, diese e-mail wurde von meinem",
        "diese mail wurde von meinem, outlook für, holen sie sich outlook",
        "outlook für ios, outlook für android",
        "outlook voor, outlook downloaden voor",
        // French, Spanish, Italian, Portuguese, Catalan, Romanian
        "provenance : courrier, provenance: courrier, envoyé de mon, envoyé par mon, télécharger outlook, obtenez outlook",
        "obtenir outlook, obtenir bluemail, obtén bluemail, obtén outlook, descárgate outlook, obteniu outlook",
        "descarrega outlook, obtenga bluemail, scarica bluemail, holen sie bluemail, hol dir bluemail, baixe o outlook",
        "téléchargez outlook, enviado do meu, enviado de mi",
        "obtener outlook, obtenga outlook, descargar outlook, obter o outlook",
        "obtenha o outlook, baixar o outlook, scarica outlook, ottieni outlook",
        "obțineți outlook, descărcați outlook",
        // Nordic
        "hämta outlook, hent outlook, skaff deg outlook, last ned outlook, sendt fra min, få outlook",
        "hanki outlook, hae outlook, sent úr, senda úr, sent frá",
        // Slavic, Baltic, Hungarian, Greek
        "pobierz outlook, pobierz outlooka, uzyskaj outlook",
        "získat outlook, získejte outlook, získajte outlook, získať outlook, letöltés outlook, az outlook, outlook letöltése",
        "nabavite outlook, dobite outlook, pridobite outlook, prenesite outlook, преземете outlook, изтеглете outlook",
        "вземете outlook, отримати outlook, отримайте outlook, завантажити outlook, хүлээн авах outlook, gauti outlook",
        "iegūt outlook, hankige outlook, outlook android için, ios için outlook, android için outlook, stáhnout outlook, preuzmite outlook",
        "скачать outlook, получить outlook",
        "az iphone-omról, iphone-omról, ipademről, az én iphone, samsung galaxy készülékről",
        "λήψη του outlook, αποκτήστε το outlook, nxerr outlook, merr outlook",
        // Turkish, Arabic, Hebrew, Persian
        "iphone'umdan, ipad'imden, iphone'dan, samsung cep telefonumdan, android cihazımdan, outlook'u edinin",
        "الحصول على outlook, احصل على outlook, קבל את outlook, השג את outlook",
        // Asia
        "dapatkan outlook, nhận outlook, tải outlook, รับ outlook, मेरे iphone से",
        "发自我的, 來自我的, 從我的, 从我的, 由我的, 来自我的, 获取 outlook, 下载 outlook, 取得 outlook, iphoneから送信, ipadから送信, 私のiphone",
        "androidから送信, androidスマートフォンから送信, outlook for ios を入手, outlook for android を入手, ios 版 outlook, 나의 iphone에서, 내 iphone에서, iphone에서 보냄, 나의 ipad에서",
        "outlook for ios 다운로드, outlook for android 다운로드, gestuur van")

    /// Whole sentences of programs.
    static let slogans = WordTable("yahoo mail: search, yahoo mail:, download the new yahoo mail, do you yahoo!?")

    /// Slogans that go on behind the name of the program.
    static let mailers = WordTable(
        "sent from mailspring, sent with mailspring, sent from superhuman, sent via superhuman, sent with spark",
        "sent from canary, sent with canary, sent from mailbird, sent with airmail, sent from airmail, sent from newton",
        "sent with shift, sent with missive, sent with mixmax, sent with streak, sent with mailtrack, sent with bluemail",
        "sent from bluemail, sent from edison mail, sent with edison, sent from polymail, sent with polymail, sent with unibox",
        "sent with aquamail, sent from aqua mail, sent with proton mail, sent with protonmail, sent from proton mail",
        "sent with tutanota, sent with tuta, securely sent with, sicher versendet mit, gesendet mit tuta",
        "sent with mailfence, sent from hey, sent from posteo, sent from mail.com, sent using zoho, sent using fastmail"
    )

    /// A device or program …
    static let devices = WordTable(
        "iphone, ipad, iphonesta, iphonu, iphonem, iphonie, iphonea, iphone'a, blackberry",
        "samsung, huawei, outlook, android, galaxy, yahoo, xiaomi, smartphone, handy",
        "proton mail, protonmail, gmail, windows 10, windows phone, tablet, телефона, мобильного, 手机",
        "手機, iphonas, iphone'ist, iphone-omrol, iphone-ul, iphone-a, iphonen, ipadista")

    /// Other devices and programs, of which people write, too.
    static let programs = WordTable(
        "app, apps, mobil, mobilen, mobiele, mobiltelefon, mobiltelefons, telefon, telefono",
        "teléfono, téléphone, móvil, celular, cellulare, telefone, telemóvel, puhelimesta, telefonu",
        "telefonie, komórki, мобильной, почты, почта, пошти, мобільного, телефону, windows",
        "proton, spark, superhuman, canary, airmail, newton, typeapp, bluemail, aqua",
        "k-9, mailbird, thunderbird, fairemail, mailspring, gmx, web.de, t-online, yandex",
        "яндекс, mail.ru, zoho, fastmail, tuta, tutanota, polymail, postbox, em client",
        "roundcube, horde, zimbra, mac, macbook, pixel, oneplus, nokia, motorola",
        "sony, xperia, lg, htc, oppo, realme, redmi, ios, verizon",
        "at&t, t-mobile, vodafone, дэвайс, аппарат, הנייד, הטלפון, جهاز, هاتفي",
        "جوال, ponsel, điện thoại, โทรศัพท์, mobile, mail app, mail-app")

    /// … and a word for sending make a footer together.
    static let sendings = WordTable(
        "sent from, sent with, gesendet, versendet, verschickt, envoyé, enviado, enviada, inviato, inviata",
        "verzonden, verstuurd, skickat, sendt, lähetetty, wysłan, wysłane, wysłano, odesláno, odoslané",
        "poslano, küldve, trimis, отправлено, надіслано, изпратено, gönderildi, στάλθηκε, 送信, 发自",
        "發送, 보냄, נשלח, ارسلت, dikirim, gửi, sent via, sent using, sent securely, skickades från",
        "poslato sa, poslato iz, šaljem s, послано с, відправлено з, послато са, saadetud, nosūtīts no, išsiųsta iš, elküldve",
        "εστάλη από, αποστολή από, تم الإرسال من, مرسل من, مرسلة من, ارسال شده از, فرستاده شده از, dihantar dari, được gửi từ, đã gửi từ",
        "ส่งจาก, ipinadala mula sa, 传送自, 傳送自, 寄自, imetumwa kutoka, gestuur vanaf, gestuur van, enviat des, أرسلت من",
        "أُرسلت من")

    /// Beginnings of the paragraphs that companies, lists and scanners add below.
    static let disclaimers = WordTable(
        // English
        "confidentiality notice, confidentiality note, confidentiality:, disclaimer, legal disclaimer, legal notice, important notice: this, notice: this, privileged and confidential",
        "this email and any, this e-mail and any, this email and its, this e-mail and its, this email (and any, this e-mail (and any, this email (including, this e-mail (including, this email including",
        "this e-mail including, this message and any, this message and its, this message w/attachments, this message (including, this communication and any, this communication is, this communication may contain",
        "this transmission may contain, this transmission is, this electronic message, this email is confidential, this e-mail is confidential, this message is confidential, this email is intended",
        "this e-mail is intended, this message is intended, this email message is, this e-mail message is, this message contains confidential, this email contains confidential, this e-mail contains confidential, this message contains information",
        "this email may contain, this e-mail may contain, this message may contain, this email contains information, this information is intended, the information contained in this, the information in this email, the information in this e-mail",
        "the information transmitted, the content of this email is confidential, the content of this email is, the contents of this email, the contents of this e-mail, the contents of this message, any views or opinions",
        "if you are not the intended recipient, if you have received this email in error, if you have received this e-mail in error, if you received this email in error",
        "please consider the environment, consider the environment before, think before you print, please do not print, please don't print this",
        "before printing this email, before printing this e-mail, please think of the environment, this email was sent by a person",
        "for information on how we process, for information about how we process",
        // Lists, scanners
        "you received this message because you are subscribed, you received this message because you're subscribed, you are receiving this because, you received this email because, to unsubscribe from this, to unsubscribe:, to unsubscribe click, unsubscribe:, unsubscribe from this",
        "to unsubscribe send, to manage your subscription, to view this discussion, to stop receiving emails, groups.io links, yahoo! groups links, reply to sender",
        "virus-free, this email has been checked for viruses, this e-mail has been checked for viruses, this message has been scanned, this email has been scanned, this e-mail has been scanned, this mail has been scanned",
        "this email was scanned, scanned by, checked by avg, no virus found, no viruses found, this message was scanned, this email is free from viruses, information from eset, avast logo, click here to report this email as spam",
        // German, Dutch
        "diese e-mail enthält, diese email enthält, diese mail enthält, diese nachricht enthält vertrauliche, diese nachricht ist vertraulich, diese e-mail ist vertraulich, diese e-mail ist nur für, diese nachricht ist ausschließlich",
        "diese e-mail und, diese e-mail einschließlich, der inhalt dieser e-mail, der inhalt dieser nachricht, die information in dieser, die in dieser e-mail, wenn sie nicht der richtige, sollten sie nicht der richtige, haftungsausschluss, vertraulichkeitshinweis",
        "wichtiger hinweis: diese, der umwelt zuliebe, bevor sie diese e-mail ausdrucken, bitte prüfen sie vor dem ausdruck",
        "sie erhalten diese nachricht weil, sie haben diese nachricht erhalten, sie erhalten diese e-mail weil, um sich von dieser liste, um sich aus dieser liste, um dieses abonnement, keine viren gefunden, es wurden keine viren, voordat u deze, u ontvangt dit bericht omdat, u ontvangt deze e-mail omdat, als u zich wilt afmelden, om je af te melden, om u af te melden",
        "bitte denken sie an die umwelt, bitte prüfen sie ob diese, denken sie an die umwelt, virenfrei, diese e-mail wurde von avast, diese e-mail wurde auf viren, diese nachricht wurde auf viren",
        "dit bericht is vertrouwelijk, dit bericht is uitsluitend, dit bericht kan, deze e-mail en, deze e-mail is, deze e-mail kan, deze e-mail bevat, de informatie in deze, de informatie verzonden, denk aan het milieu, virusvrij, deze e-mail is gecontroleerd",
        // French, Spanish, Italian, Portuguese, Romanian
        "ce message est confidentiel, ce message et toutes, ce message et ses, ce message et les, ce message électronique, ce courriel et, ce courriel est, ce courriel peut, ce mail et, ce mail est confidentiel, cet e-mail et, cet email et, cet e-mail est, les informations contenues dans",
        "pensez à l'environnement, avant d'imprimer, n'imprimez ce, sans virus, l'absence de virus, avis de confidentialité, clause de confidentialité, ce message contient des informations",
        "este mensaje es confidencial, este mensaje y, este mensaje contiene, este mensaje puede contener, este mensaje va dirigido, este mensaje se dirige, este correo electrónico y, este correo electrónico es, este correo electrónico puede, este correo electrónico contiene, este correo electrónico ha sido",
        "este correo y, este e-mail y, la información contenida en este, la información incluida en, aviso legal, aviso de confidencialidad, antes de imprimir, libre de virus, cláusula de confidencialidad",
        "questo messaggio è confidenziale, questo messaggio e, questo messaggio contiene, questo messaggio è destinato, questa e-mail è, questa e-mail e, questa email è, questa email e, questa comunicazione è, le informazioni contenute, il presente messaggio, il contenuto di questa, avviso di riservatezza, prima di stampare, rispetta l'ambiente, ai sensi del, privo di virus, mail priva di virus",
        "esta mensagem é confidencial, esta mensagem e, esta mensagem contém, esta mensagem pode conter, este e-mail e, este e-mail é confidencial, este e-mail pode conter, este email pode conter, as informações contidas, a informação contida, aviso de confidencialidade, antes de imprimir este, livre de vírus, não contém vírus, sem vírus",
        "pour vous désabonner, pour se désabonner, vous recevez ce message car, vous recevez ce mail car, vous recevez cet e-mail car, vous recevez ce message parce, cet e-mail a été vérifié, ce courriel a été vérifié, cet email a été vérifié, l'intégrité de ce message, préservons l'environnement, merci de penser à l'environnement, ce message est destiné, ce message s'adresse",
        "para darse de baja, para cancelar la suscripción, para cancelar tu suscripción, has recibido este mensaje porque, recibiste este mensaje porque, recibe este mensaje porque, no contiene virus, piense en el medio ambiente, cuidemos el medio ambiente, protejamos el medio ambiente, el contenido de este, le informamos de que sus datos",
        "hai ricevuto questo messaggio perché, ricevi questo messaggio perché, per annullare l'iscrizione, per cancellarsi, per disiscriversi, questa e-mail è stata controllata, le informazioni trasmesse, pensa all'ambiente, ai sensi e per gli effetti, nota di riservatezza, para cancelar a inscrição, para cancelar a subscrição, recebeu esta mensagem porque, você recebeu esta mensagem porque, você está recebendo, este e-mail foi verificado, este email foi verificado, antes de imprimir, pense no meio ambiente, preserve o meio ambiente, esta mensagem é destinada, esta mensagem destina-se, as informações existentes, política de privacidade, aviso legal",
        "ai primit acest mesaj pentru, pentru a te dezabona, pentru a vă dezabona, gândiți-vă la mediu, acest e-mail a fost verificat, rebeu aquest missatge perquè, aquest missatge, abans d'imprimir",
        "acest mesaj este confidențial, acest mesaj și, acest e-mail și, acest email și, informațiile conținute în acest, fără viruși",
        // Nordic
        "detta meddelande är konfidentiellt, detta meddelande och, detta e-postmeddelande, denna e-post, informationen i detta, tänk på miljön, virusfritt, denne e-mail er, denne e-mail og, denne mail er fortrolig, denne mail kan indeholde, denne besked er fortrolig, denne e-posten, denne meldingen er, informasjonen i denne, tænk på miljøet, tenk på miljøet, virusfri",
        "tämä viesti on luottamuksellinen, tämä viesti ja, tämä sähköposti, ajattele ympäristöä, viruksista tarkistettu, ei viruksia",
        "du har fått det här meddelandet eftersom, du får det här meddelandet eftersom, för att avregistrera, för att avsluta prenumerationen, detta e-postmeddelande har kontrollerats, detta meddelande innehåller, du modtager denne, du har modtaget denne meddelelse fordi, for at afmelde, denne e-mail blev kontrolleret, denne e-mail er blevet, du mottar denne, du har mottatt denne meldingen fordi, for å melde deg av, denne e-posten ble kontrollert, saat tämän viestin koska, tämä sähköpostiviesti on tarkistettu, peruuttaaksesi tilauksen",
        // Slavic, Hungarian, Greek, Turkish, others
        "administratorem państwa danych, administratorem pani, administratorem danych osobowych, administratorem twoich danych, otrzymujesz tę wiadomość ponieważ, otrzymałeś tę wiadomość ponieważ, aby wypisać się, aby zrezygnować, zanim wydrukujesz, pomyśl o środowisku, ta wiadomość została sprawdzona, wiadomość została sprawdzona",
        "tuto zprávu dostáváte protože, tuto zprávu jste obdrželi protože, pro odhlášení, chcete-li se odhlásit, tento e-mail byl zkontrolován, tento e-mail byl kontrolovan, myslete na životní prostředí, než tento e-mail vytisknete, obsah této zprávy, obsah tohoto e-mailu, tento e-mail bol skontrolovaný, obsah tejto správy, odhlásiť sa môžete",
        "вы получили это сообщение поскольку, вы получили это сообщение потому, чтобы отписаться, чтобы отказаться от, это письмо проверено, это сообщение проверено, подумайте об окружающей среде, перед тем как распечатать, информация содержащаяся, настоящее электронное, ви отримали це повідомлення, щоб відписатися, щоб скасувати підписку, подумайте про довкілля, получавате това съобщение, за да се отпишете, съдържанието на този",
        "azért kapta ezt az üzenetet, a leiratkozáshoz, ezt az e-mailt az, kérjük gondoljon a környezetre, gondoljon a környezetre, az ebben az üzenetben, λάβατε αυτό το μήνυμα, για να καταργήσετε την εγγραφή, σκεφτείτε το περιβάλλον, οι πληροφορίες που περιέχονται, το περιεχόμενο του, bu iletiyi aldınız, bu e-postayı aldınız, abonelikten çıkmak, lütfen çevreyi, bu e-posta virüslere karşı, primili ste ovu poruku, da biste se odjavili, mislite na okoliš",
        "لقد تلقيت هذه الرسالة, لالغاء الاشتراك, קיבלת הודעה זו, להסרה מרשימת, anda menerima pesan ini karena, untuk berhenti berlangganan, bạn nhận được thư này vì, để hủy đăng ký, trước khi in, คุณได้รับข้อความนี้เนื่องจาก, หากต้องการยกเลิก, 您收到此邮件是因为, 您收到這封郵件, 要取消订阅, 要退订, 如需退订, 取消訂閱, このメールは google, このグループから退会, 配信停止, 購読を解除, 받은 이유는, 이 그룹에서 탈퇴, 수신거부",
        "ta wiadomość jest poufna, ta wiadomość jest przeznaczona, ta wiadomość i, ta wiadomość może, niniejsza wiadomość, treść tej wiadomości, informacje zawarte w, wiadomość ta, wolny od wirusów, klauzula poufności, tato zpráva je, tato zpráva a, tato zpráva může, tento e-mail je, tento e-mail a, tento e-mail může, táto správa je, táto správa a, informace obsažené v, bez virů, neobsahuje žádné viry",
        "ova poruka je, ova e-poruka, ovaj e-mail, ovo sporočilo, to sporočilo, это сообщение и, это сообщение является, это сообщение может, это письмо и, настоящее сообщение, данное сообщение, данное письмо, информация содержащаяся в, содержание данного, без вирусов, проверено на вирусы, це повідомлення є, це повідомлення та, цей лист, без вірусів, това съобщение е, този имейл",
        "ez az üzenet bizalmas, ez az e-mail, jelen üzenet, jelen e-mail, ez az üzenet és, vírusmentes, το παρόν μήνυμα, αυτό το μήνυμα, αυτό το email, το μήνυμα αυτό, χωρίς ιούς, bu e-posta, bu mesaj ve, bu ileti, bu elektronik posta, yasal uyarı, virüs bulunmuyor, virüssüz, käesolev e-kiri, see e-kiri, šis e-pasts, šis laiškas, šis el. laiškas",
        "هذه الرسالة سرية, هذه الرسالة و, تحتوي هذه الرسالة, هذا البريد الإلكتروني, إخلاء مسؤولية, הודעה זו מכילה, הודעה זו מיועדת, הודעת דואר אלקטרוני זו, דואר אלקטרוני זה, این ایمیل, pesan ini bersifat rahasia, email ini dan, email này, thư này",
        "本邮件及, 本邮件, 此邮件及, 此邮件, 本電子郵件, 本郵件, 本信件, 此電子郵件, 保密声明, 免责声明, 免責聲明, このメールは, このメッセージは, 本メールは, 本電子メール, 이 메일은, 이 이메일은, 본 메일은, 본 이메일은, 본 메시지는, 무단전재"
    )

    /// Beginnings of the warnings that servers put above.
    static let banners = WordTable(
        "caution, warning, attention, notice, external email, external sender, external mail, external message, external:, [external, [ext, (external, *external, ** external, extern, externe, externe e-mail, this message originated, this email originated, this message was sent from outside, this email was sent from outside",
        "this email came from outside, this message came from outside, this email is from an external, this message is from an external, this e-mail originated, this message is from outside, this is an external email, achtung, vorsicht, hinweis, warnung, diese e-mail stammt, diese e-mail kommt von, diese nachricht stammt, let op, waarschuwing",
        "avertissement, prudence, mise en garde, ce message provient, ce courriel provient, cet e-mail provient, courriel externe, précaución, advertencia, atención, aviso, este correo, correo externo, attenzione, avviso, questa e-mail proviene, questo messaggio proviene, mail esterna, atenção, cuidado, e-mail externo, esta mensagem foi enviada, esta mensagem veio",
        "varning, advarsel, obs, huomio, varoitus, uwaga, upozornění, upozornenie, pozor, figyelem, atenție, внимание, увага, осторожно, προσοχη, dikkat, uyarı, تنبيه, تحذير, זהירות, 注意, 警告, 外部邮件, 外部メール, 외부 메일, 주의",
        "you don't often get email from, you do not often get email from, some people who received this message, [some people who received this message, [you don't often get email from, sie erhalten nicht oft, sie erhalten nicht häufig, vous n'obtenez pas souvent, vous ne recevez pas souvent, no suele recibir, no recibe a menudo, non si ricevono spesso, non ricevi spesso, você não costuma receber, u ontvangt niet vaak, du får inte ofta",
        "this message is from an external sender, this message needs your attention")

    /// What such a warning speaks of.
    static let strangers = WordTable(
        "external, outside, extern, externe, externen, externer, extérieur, externo, externa, esterno, esterna, exterior, fora da, fuera de, ekstern, eksterne, ulkopuolinen, ulkopuolelta, zewnętrzny, zewnętrznego, spoza, externí, externího, mimo, külső, внешний, внешнего, извне, зовнішній, εξωτερικο, harici, dış, خارجي, خارج, חיצוני, 外部, 외부",
        "außerhalb, buiten, learn why this is important, erfahren sie, découvrez pourquoi, get email from, erhalten nicht oft, obtenez pas souvent, suele recibir, ricevono spesso, costuma receber, ontvangt niet vaak"
    )

    /// The address lines of a list, between rules.
    static let lists = WordTable(
        "mailing list, mailing-list, mailman, listinfo, unsubscribe, liste de diffusion, mailingliste, lista de correo, lista de discussão, groups.io, list-unsubscribe, abmelden, se désabonner, darse de baja, lijsten, sympa"
    )
}
