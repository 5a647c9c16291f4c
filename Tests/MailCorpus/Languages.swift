extension Language {
    static let all = [
        Language(
            tag: "en", charsets: ["us-ascii", "iso-8859-1", "windows-1252"],
            names: ["Dana Miller", "O'Brien, Pat", "Sam J. Carter", "Priya Raman"], greeting: "Hi Anna,",
            closing: "Best regards",
            sentences: [
                "Thanks for sending this over so quickly.", "Looks great, please go ahead.",
                "Could you move the logo a little to the left?", "I showed it to the team yesterday and they liked it.",
                "We can't approve this yet because the prices on page 3 are out of date.",
                "The second half could be a bit slower, I think.", "Let's talk about it on Thursday at 10:30.",
                "Everything else is fine from our side.",
            ], attribution: "On @date, @name <@mail> wrote:", labels: ["From", "Sent", "To", "Subject"],
            deviceLine: "Sent from my iPhone", absence: "Automatic reply: I am out of the office until 24 November"),
        Language(
            tag: "de", charsets: ["iso-8859-1", "windows-1252", "iso-8859-15"],
            names: ["Jürgen Müller", "Weiß, Sabine", "Björn Höfer"], greeting: "Hallo Frau Schäfer,",
            closing: "Mit freundlichen Grüßen",
            sentences: [
                "Vielen Dank für den schnellen Entwurf.", "Das gefällt uns sehr gut, bitte so umsetzen.",
                "Könnten Sie das Logo etwas größer machen?", "Die Preise auf Seite drei stimmen noch nicht.",
                "Wir besprechen das am Donnerstag im Büro.", "Der Rest passt für uns.",
            ], attribution: "Am @date schrieb @name <@mail>:", labels: ["Von", "Gesendet", "An", "Betreff"],
            deviceLine: "Von meinem iPhone gesendet",
            absence: "Automatische Antwort: Ich bin bis zum 24.11. nicht im Büro"),
        Language(
            tag: "fr", charsets: ["iso-8859-1", "windows-1252"], names: ["Élodie Lefèvre", "François Noël"],
            greeting: "Bonjour,", closing: "Cordialement",
            sentences: [
                "Merci beaucoup pour votre envoi.", "C'est parfait, vous pouvez y aller.",
                "Pourriez-vous déplacer le logo légèrement à gauche ?", "Les prix de la page 3 ne sont plus à jour.",
                "L'équipe a beaucoup aimé la première version.",
            ], attribution: "Le @date, @name <@mail> a écrit :", labels: ["De", "Envoyé", "À", "Objet"],
            deviceLine: "Envoyé de mon iPhone", absence: "Réponse automatique : je suis absente jusqu'au 24 novembre"),
        Language(
            tag: "es", charsets: ["iso-8859-1", "windows-1252"], names: ["José Núñez", "María Peña"],
            greeting: "Buenos días:", closing: "Un saludo",
            sentences: [
                "Muchas gracias por el envío.", "Está perfecto, adelante.", "¿Podrían mover el logotipo un poco?",
                "Los precios de la página 3 están desactualizados.", "Lo comentamos mañana con el equipo.",
            ], attribution: "El @date, @name (@mail) escribió:", labels: ["De", "Enviado", "Para", "Asunto"],
            deviceLine: "Enviado desde mi iPhone",
            absence: "Respuesta automática: estaré fuera hasta el 24 de noviembre"),
        Language(
            tag: "it", charsets: ["iso-8859-1"], names: ["Nicolò Rossi", "Giulia Città"], greeting: "Buongiorno,",
            closing: "Cordiali saluti",
            sentences: [
                "Grazie mille per la bozza.", "Perché no, è proprio così che la volevamo.",
                "Si può spostare il logo più a sinistra?", "Il resto va benissimo.",
            ], attribution: "Il giorno @date @name <@mail> ha scritto:", labels: ["Da", "Inviato", "A", "Oggetto"],
            deviceLine: "Inviato da iPhone", absence: "Risposta automatica: sarò assente fino al 24 novembre"),
        Language(
            tag: "nl", charsets: ["iso-8859-1"], names: ["Daniël de Vries", "Noor Jansen"], greeting: "Beste Anna,",
            closing: "Met vriendelijke groet",
            sentences: [
                "Bedankt voor het snelle ontwerp.", "Ziet er goed uit, ga je gang.", "Kan het logo iets groter?",
                "De prijzen op pagina 3 kloppen nog niet, denk ik; één ervan is verouderd.",
            ], attribution: "Op @date schreef @name <@mail>:", labels: ["Van", "Verzonden", "Aan", "Onderwerp"],
            deviceLine: "Verstuurd vanaf mijn iPhone", absence: "Automatisch antwoord: ik ben afwezig tot 24 november"),
        Language(
            tag: "pt", charsets: ["iso-8859-1", "windows-1252"], names: ["João Conceição", "Inês Magalhães"],
            greeting: "Olá Ana,", closing: "Atenciosamente",
            sentences: [
                "Muito obrigado pelo envio.", "Está ótimo, podem avançar.", "Não podemos aprovar a página três ainda.",
                "A equipa gostou bastante da primeira versão.",
            ], attribution: "Em @date, @name <@mail> escreveu:", labels: ["De", "Enviado", "Para", "Assunto"],
            deviceLine: "Enviado do meu iPhone", absence: "Resposta automática: estou fora até 24 de novembro"),
        Language(
            tag: "ru", charsets: ["koi8-r", "windows-1251"], names: ["Екатерина Соколова", "Дмитрий Орлов"],
            greeting: "Добрый день, Анна!", closing: "С уважением",
            sentences: [
                "Спасибо за быстрый ответ.", "Всё хорошо, можно публиковать.",
                "Пожалуйста, сдвиньте логотип немного влево.", "Цены на третьей странице устарели.",
                "Обсудим это в четверг.",
            ], attribution: "@date, @name <@mail> пишет:", labels: ["От", "Отправлено", "Кому", "Тема"],
            deviceLine: "Отправлено с iPhone", absence: "Автоматический ответ: меня не будет до 24 ноября"),
        Language(
            tag: "pl", charsets: ["iso-8859-2", "windows-1250"], names: ["Łukasz Wójcik", "Małgorzata Dąbrowska"],
            greeting: "Dzień dobry,", closing: "Pozdrawiam serdecznie",
            sentences: [
                "Dziękuję za szybką odpowiedź.", "Wygląda świetnie, proszę działać.",
                "Czy można przesunąć logo w lewo?", "Ceny na stronie trzeciej są nieaktualne.",
            ], attribution: "W dniu @date @name <@mail> napisał(a):", labels: ["Od", "Wysłano", "Do", "Temat"],
            deviceLine: "Wysłane z iPhone'a", absence: "Odpowiedź automatyczna: nieobecność do 24 listopada"),
        Language(
            tag: "el", charsets: ["iso-8859-7", "windows-1253"], names: ["Γιώργος Παπαδόπουλος"], greeting: "Καλημέρα,",
            closing: "Με εκτίμηση",
            sentences: [
                "Ευχαριστώ πολύ για το σχέδιο.", "Είναι τέλειο, προχωρήστε.", "Μπορείτε να αλλάξετε το χρώμα;",
            ],
            attribution: "Στις @date, ο χρήστης @name <@mail> έγραψε:", labels: ["Από", "Στάλθηκε", "Προς", "Θέμα"],
            deviceLine: "Στάλθηκε από το iPhone μου", absence: "Αυτόματη απάντηση: απουσιάζω έως τις 24 Νοεμβρίου"),
        Language(
            tag: "he", charsets: ["windows-1255", "iso-8859-8"], names: ["יעל כהן"], greeting: "שלום,",
            closing: "בברכה",
            sentences: ["תודה רבה על השליחה.", "נראה מצוין, אפשר להמשיך.", "אפשר להזיז את הלוגו שמאלה?"],
            attribution: "‫בתאריך @date מאת ‪@name‬‏ <‪@mail‬‏>:‬", labels: ["מאת", "נשלח", "אל", "נושא"],
            deviceLine: "נשלח מה-iPhone שלי", absence: "תשובה אוטומטית: אני מחוץ למשרד עד 24 בנובמבר"),
        Language(
            tag: "ar", charsets: ["windows-1256"], names: ["ليلى حداد"], greeting: "مرحبا،", closing: "مع التحية",
            sentences: ["شكرا جزيلا على الإرسال.", "يبدو رائعا، تفضلوا بالمتابعة.", "هل يمكن تحريك الشعار قليلا؟"],
            attribution: "في @date، كتب @name <@mail>:", labels: ["من", "تم الإرسال", "إلى", "الموضوع"],
            deviceLine: "أرسلت من جهاز iPhone الخاص بي", absence: "رد تلقائي: أنا خارج المكتب حتى 24 نوفمبر"),
        Language(
            tag: "ja", charsets: ["iso-2022-jp", "shift_jis", "euc-jp"], names: ["山田 太郎", "鈴木 花子"],
            greeting: "アンナ様", closing: "よろしくお願いいたします。",
            sentences: [
                "お送りいただきありがとうございます。", "とても良いと思います。このまま進めてください。",
                "ロゴをもう少し左に移動していただけますか。", "三ページの価格が古いようです。", "木曜日に打ち合わせをしましょう。",
            ], attribution: "@date @name <@mail>:", labels: ["差出人", "送信日時", "宛先", "件名"], deviceLine: "iPhoneから送信",
            absence: "自動応答: 11月24日まで不在にしております"),
        Language(
            tag: "zh", charsets: ["gb18030", "gb2312", "gbk"], names: ["王伟", "李娜"], greeting: "您好：", closing: "此致敬礼",
            sentences: ["谢谢您这么快发过来。", "看起来很好，请继续。", "能不能把标志往左移一点？", "第三页的价格已经过时了。", "我们星期四再谈。"],
            attribution: "@name <@mail> 于@date写道：", labels: ["发件人", "发送时间", "收件人", "主题"], deviceLine: "发自我的iPhone",
            absence: "自动回复: 我将于11月24日返回"),
        Language(
            tag: "ko", charsets: ["euc-kr"], names: ["김민수", "이지은"], greeting: "안녕하세요,", closing: "감사합니다",
            sentences: ["빨리 보내 주셔서 감사합니다.", "아주 좋습니다. 진행해 주세요.", "로고를 왼쪽으로 조금 옮겨 주실 수 있나요?"],
            attribution: "@date, @name <@mail>님이 작성:", labels: ["보낸 사람", "보낸 날짜", "받는 사람", "제목"],
            deviceLine: "나의 iPhone에서 보냄", absence: "자동 회신: 11월 24일까지 부재중입니다"),
        Language(
            tag: "tr", charsets: ["iso-8859-9", "windows-1254"], names: ["Ayşe Yılmaz", "Çağrı Öztürk"],
            greeting: "Merhaba,", closing: "Saygılarımla",
            sentences: [
                "Hızlı gönderdiğiniz için teşekkürler.", "Çok güzel, lütfen devam edin.",
                "Logoyu sola kaydırır mısınız?",
            ],
            attribution: "@name <@mail>, @date tarihinde şunu yazdı:",
            labels: ["Kimden", "Gönderildi", "Kime", "Konu"],
            deviceLine: "iPhone'umdan gönderildi", absence: "Otomatik yanıt: 24 Kasım'a kadar ofiste değilim"),
    ]
}
