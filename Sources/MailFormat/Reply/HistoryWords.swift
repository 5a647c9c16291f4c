/// The words that separate a reply from its history, by language. Data only.
enum HistoryWords {
    /// What stands between dashes, at its beginning.
    static let betweenDashes = WordTable(
        // English, German, Dutch, Nordic
        "original message, original appointment, original email, original e-mail, reply message, forwarded message",
        "forwarded by, forward message, begin forwarded message, previous message, ursprüngliche nachricht",
        "originalnachricht, original nachricht, original-nachricht, original-mail, ursprüngliche mail",
        "ursprüngliche e-mail, weitergeleitete nachricht, antwort-nachricht, antwort nachricht, oorspronkelijk bericht",
        "oorspronkelijke bericht, origineel bericht, doorgestuurd bericht, originalmeddelande, originalt meddelande",
        "ursprungligt meddelande, vidarebefordrat meddelande, oprindelig meddelelse, oprindelig besked",
        "original meddelelse, opprinnelig melding, opprinnelig beskjed, videresendt melding, videresendt meddelelse",
        "videresendt besked, alkuperäinen viesti, välitetty viesti, upprunaleg skilaboð, áframsend skilaboð",
        // Romance
        "message original, message d'origine, message initial, courriel original, message transféré, message transmis",
        "message de réponse, mail original, mensaje original, mensaje reenviado, correo original, messaggio originale",
        "messaggio inoltrato, messaggio originario, mensagem original, mensagem encaminhada, mensagem reencaminhada",
        "mesaj original, mesajul original, mesaj redirecționat, mesaj redirecţionat, missatge original",
        "missatge reenviat, mensaxe orixinal, jatorrizko mezua",
        // Slavic, Baltic, Hungarian, Greek
        "oryginalna wiadomość, wiadomość oryginalna, wiadomość pierwotna, treść oryginalnej wiadomości",
        "wiadomość przekazana, przekazana wiadomość, původní zpráva, původní e-mail, přeposlaná zpráva, pôvodná správa",
        "preposlaná správa, izvorna poruka, originalna poruka, izvirno sporočilo, proslijeđena poruka",
        "posredovano sporočilo, prosleđena poruka, eredeti üzenet, továbbított üzenet, исходное сообщение",
        "оригинальное сообщение, первоначальное сообщение, пересылаемое сообщение, пересланное сообщение",
        "конец пересылаемого сообщения, вихідне повідомлення, оригінальне повідомлення, початкове повідомлення",
        "переслане повідомлення, оригинално съобщение, препратено съобщение, оригинална порука, algne kiri, algne sõnum",
        "edastatud kiri, sākotnējais ziņojums, oriģinālā ziņa, pārsūtīta ziņa, originalus laiškas, pradinis pranešimas",
        "persiųstas laiškas, αρχικό μήνυμα, προωθημένο μήνυμα",
        // Others
        "orijinal mesaj, orjinal mesaj, özgün ileti, iletilen mesaj, yönlendirilen ileti, الرسالة الأصلية",
        "رسالة معاد توجيهها, رسالة محولة, הודעה מקורית, ההודעה המקורית, הודעה שהועברה, پیام اصلی, pesan asli",
        "pesan terusan, mesej asal, thư gốc, tin nhắn gốc, thư chuyển tiếp, ข้อความต้นฉบับ, ข้อความที่ส่งต่อ, मूल संदेश",
        "原始邮件, 原始郵件, 原邮件, 原郵件, 原始信息, 转发邮件, 轉寄郵件, 回复邮件, 回复的原邮件, 转发的原邮件, 回复的邮件, 答复的原邮件, 元のメッセージ, 元のメール",
        "オリジナルメッセージ, 転送メッセージ, 転送された, 원본 메시지, 원본 메일, 원본메시지, 전달된 메시지, orihinal na mensahe")

    /// What separates on a line of its own, also without dashes.
    static let alone = WordTable(
        "begin forwarded message, forwarded message, start of forwarded message, anfang der weitergeleiteten nachricht",
        "anfang der weitergeleiteten e-mail, début du message réexpédié, début du message transféré",
        "début du message transmis, inicio del mensaje reenviado, inizio messaggio inoltrato, begin doorgestuurd bericht",
        "início da mensagem reencaminhada, início da mensagem encaminhada, vidarebefordrat brev, vidarebefordrat mejl",
        "videresendt besked, start på videresendt melding, välitetty viesti alkaa, początek przekazywanej wiadomości",
        "začátek přeposlané zprávy, továbbított üzenet kezdete, начало переадресованного сообщения, 转发的邮件开始",
        "下面是被转发的邮件, 開始轉寄郵件, 転送されたメッセージ, 전달된 메시지 시작, iletilen ileti başlangıcı",
        "original message, ursprüngliche nachricht, message d'origine, mensaje original, messaggio originale",
        "oorspronkelijk bericht, mensagem original, originalmeddelande, původní zpráva")

    /// What no person types: the marks that portals, help desks and servers put above their own text, where no rule shows
    /// that they are such.
    static let anywhere = WordTable(
        "reply above this line, type your reply above, type your response above, write above this line",
        "reply above the line, please reply above, respond above this line, add your reply above, do not write below this line",
        "antworten sie oberhalb dieser linie, bitte antworten sie oberhalb, schreiben sie ihre antwort über diese",
        "ihre antwort oberhalb dieser, antwort über dieser zeile, veuillez répondre au-dessus",
        "répondez au-dessus de cette ligne, répondre au-dessus de cette ligne, responda por encima de esta línea",
        "responda acima desta linha, rispondi sopra questa riga, reageer boven deze lijn, svara ovanför den här raden",
        "odpowiedz powyżej tej linii, 请在此行上方, この行より上に返信, original message processed by")
}

/// The three words that such a mark says in any language, between rules or signs: answer, above, line. Data only.
enum ReplyLineWords {
    static let answers = WordTable(
        "reply, response, respond, answer, comment, type, write, antwort, antworten, antworte, réponse, répondre, répondez",
        "respuesta, responda, responder, conteste, escriba, resposta, responda, escreva, digite, resposta, risposta",
        "rispondi, rispondere, scrivi, antwoord, reactie, reageer, antwoorden, reageren, svar, svara, svare, vastaus",
        "vastaa, vastauksesi, kirjoita, odpowiedź, odpowiedz, odpowiedzi, odpověď, odpovězte, odpovědět, odpoveď",
        "odpovedzte, odgovor, odgovorite, odgovori, válasz, válaszát, válaszoljon, írja, răspuns, răspunsul, răspundeți",
        "resposta, respon, απάντηση, απαντήστε, ответ, відповід, отговор, одговор, yanıt, yanıtınızı, cevap, cevabınızı",
        "vastus, vastake, atbildi, atbildiet, atsakymą, atsakykite, الرد, ردك, رد, תשובה, תגובה, להשיב, הגב, پاسخ",
        "balas, balasan, tanggapan, trả lời, phản hồi, ตอบ, 回复, 回覆, 答复, 返信, 回答, 답장, 회신, 답변")

    static let above = WordTable(
        "above, oberhalb, über, au-dessus, dessus, encima, arriba, acima, sopra, boven, ovanför, over, ovenfor, yläpuolelle",
        "yläpuolella, ylle, powyżej, nad, iznad, fölé, felett, deasupra, damunt, πάνω, επάνω, над, выше, вище, изнад, горе",
        "üzerine, üzerinde, üstüne, üstünde, üstünden, kohale, kohal, virs, virš, أعلى, فوق, מעל, بالای, di atas, phía trên",
        "ข้างบน, เหนือ, ด้านบน, 上方, 之上, 以上, 上に, 上部, 上面, 위에, 위로")

    static let lines = WordTable(
        "line, linie, zeile, trennlinie, ligne, línea, linha, riga, linea, regel, lijn, rad, raden, linje, linjen, linjan",
        "rivin, rivi, linii, linią, linie, linię, řádek, řádkem, řádku, čáru, čárou, riadok, riadkom, čiaru, crte, crtu",
        "linije, liniju, retka, vrstice, sor, sort, vonal, linia, línia, γραμμή, строк, лини, рядк, черт, ред, црт, çizgi",
        "çizginin, çizgiden, satır, satırın, satırdan, joone, rea, līnijas, rindas, linijos, eilutės, السطر, الخط, הקו",
        "השורה, خط, garis, baris, dòng, บรรทัด, เส้น, 行, 线, 線, 줄, 선")
}
