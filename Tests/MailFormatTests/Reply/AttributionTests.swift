import MailFormat
import Testing

/// The attribution lines of mail programs, as each language writes them.
struct AttributionTests {
    static let byLanguage = [
        "On Mon, Mar 2, 2026 at 10:00 AM Ana Berg <ana@acme.test> wrote:",
        "Am Mo., 2. März 2026 um 10:00 Uhr schrieb Ana Berg <ana@acme.test>:",
        "Op ma 2 mrt 2026 om 10:00 schreef Ana Berg <ana@acme.test>:",
        "Le lun. 2 mars 2026 à 10:00, Ana Berg <ana@acme.test> a écrit :",
        "El lun, 2 mar 2026 a las 10:00, Ana Berg (<ana@acme.test>) escribió:",
        "Il giorno lun 2 mar 2026 alle ore 10:00 Ana Berg <ana@acme.test> ha scritto:",
        "Em seg., 2 de mar. de 2026 às 10:00, Ana Berg <ana@acme.test> escreveu:",
        "El dl., 2 de març 2026, 10:00, Ana Berg <ana@acme.test> va escriure:",
        "O luns, 2 mar 2026 ás 10:00, Ana Berg (<ana@acme.test>) escribiu:",
        "În lun., 2 mar. 2026 la 10:00, Ana Berg <ana@acme.test> a scris:",
        "Den mån 2 mars 2026 kl 10:00 skrev Ana Berg <ana@acme.test>:",
        "man. 2. mar. 2026 kl. 10.00 skrev Ana Berg <ana@acme.test>:",
        "Den man. 2. mar. 2026 kl. 10.00 skrev Ana Berg <ana@acme.test>:",
        "ma 2. maalisk. 2026 klo 10.00 Ana Berg (ana@acme.test) kirjoitti:",
        "Þann mán., 2. mar. 2026 kl. 10:00 skrifaði Ana Berg <ana@acme.test>:",
        "pon., 2 mar 2026 o 10:00 Ana Berg <ana@acme.test> napisał(a):",
        "W dniu 2.03.2026 o 10:00, Ana Berg pisze:",
        "po 2. 3. 2026 v 10:00 odesílatel Ana Berg <ana@acme.test> napsal:",
        "po 2. 3. 2026 o 10:00 Ana Berg <ana@acme.test> napísal(a):",
        "V V pon., 2. mar. 2026 ob 10:00 je oseba Ana Berg <ana@acme.test> napisala:",
        "pon, 2. ožu 2026. u 10:00 Ana Berg <ana@acme.test> napisao je:",
        "пн, 2 мар. 2026 г. в 10:00, Ana Berg <ana@acme.test>:", "02.03.2026 10:00, Ана Берг пишет:",
        "пн, 2 бер. 2026 р. о 10:00 Ana Berg <ana@acme.test> пише:",
        "На пн, 2.03.2026 г. в 10:00 Ana Berg <ana@acme.test> написа:",
        "Στις Δευ 2 Μαρ 2026 στις 10:00 π.μ., ο χρήστης Ana Berg <ana@acme.test> έγραψε:",
        "Ana Berg <ana@acme.test> ezt írta (időpont: 2026. márc. 2., H, 10:00):",
        "Kontakt Ana Berg (<ana@acme.test>) kirjutas kuupäeval E, 2. märts 2026 kell 10:00:",
        "pirmd., 2026. g. 2. marts, plkst. 10:00 — lietotājs Ana Berg (<ana@acme.test>) rakstīja:",
        "2026-03-02, pr, 10:00 Ana Berg <ana@acme.test> rašė:",
        "Ana Berg <ana@acme.test>, 2 Mar 2026 Pzt, 10:00 tarihinde şunu yazdı:",
        "בתאריך יום ב׳, 2 במרץ 2026 ב-10:00 מאת Ana Berg <ana@acme.test>:",
        "في الاثنين، 2 مارس 2026 في 10:00 ص تمت كتابة ما يلي بواسطة Ana Berg <ana@acme.test>:",
        "در تاریخ دوشنبه ۲ مارس 2026، 10:00 Ana Berg <ana@acme.test> نوشت:",
        "सोम, 2 मार्च 2026 को 10:00 बजे Ana Berg <ana@acme.test> ने लिखा:",
        "Pada Sen, 2 Mar 2026 pukul 10:00 Ana Berg <ana@acme.test> menulis:",
        "Vào Th 2, 2 thg 3, 2026 vào lúc 10:00 Ana Berg <ana@acme.test> đã viết:",
        "ในวันที่ จ. 2 มี.ค. 2026 เวลา 10:00 Ana Berg <ana@acme.test> เขียนว่า:",
        "Ana Berg <ana@acme.test> 于2026年3月2日周一 10:00写道：", "Ana Berg <ana@acme.test> 於 2026年3月2日 週一 上午10:00寫道：",
        "2026年3月2日(月) 10:00 Ana Berg <ana@acme.test>:", "2026年3月2日(月) 10:00 Ana Berg <ana@acme.test>のメール:",
        "2026년 3월 2일 (월) 오전 10:00, Ana Berg <ana@acme.test>님이 작성:",
        "Ar Llun, 2 Maw 2026 am 10:00 ysgrifennodd Ana Berg <ana@acme.test>:",
        "Noong Lun, Mar 2, 2026 nang 10:00 AM, isinulat ni Ana Berg <ana@acme.test>:",
        "Në 2 mars 2026 10:00, Ana Berg <ana@acme.test> ka shkruar:",
    ]

    static let byProgram = [
        "On 2/03/2026 10:00, Ana Berg wrote:", "On 02.03.26 10:00, Ana Berg wrote:",
        "On Mar 2, 2026, at 10:00 AM, Ana Berg <ana@acme.test> wrote:",
        "> On 2 Mar 2026, at 10:00, Ana Berg <ana@acme.test> wrote:",
        "On Monday, March 2nd, 2026 at 10:00 AM, Ana Berg <ana@acme.test> wrote:",
        "------- Original Message -------\nOn Monday, March 2nd, 2026 at 10:00, Ana Berg <ana@acme.test> wrote:",
        "On March 2, 2026, Ana Berg <ana@acme.test> wrote:", "Ana Berg <ana@acme.test> wrote:",
        "Ana Berg <ana@acme.test> hat am 02.03.2026 10:00 CET geschrieben:",
        "Quoting Ana Berg <ana@acme.test>:", "Zitat von Ana Berg <ana@acme.test>:",
        "In a message dated 3/2/2026 10:00:00 AM Central European Standard Time, ana@acme.test writes:",
        "Monday, March 2, 2026, 10:00:00 AM, you wrote:", "At 10:00 02/03/2026, you wrote:",
        "* Ana Berg <ana@acme.test> [2026-03-02 10:00]:",
        "---- On Mon, 02 Mar 2026 10:00:00 +0100 Ana Berg <ana@acme.test> wrote ----",
        "---- Le lun., 02 mars 2026 10:00:00 +0100 Ana Berg <ana@acme.test> a écrit ----",
        "Понедельник, 2 марта 2026, 10:00 +03:00 от Ana Berg <ana@acme.test>:",
        "02.03.2026, 10:00, \"Ana Berg\" <ana@acme.test>:",
        "At 2026-03-02 10:00:00, \"Ana Berg\" <ana@acme.test> wrote:",
        "On Mon, 2026-03-02 at 10:00 +0100, Ana Berg wrote:",
        "Il 02/03/2026 10:00, Ana Berg ha scritto:", "Le 02/03/2026 à 10:00, Ana Berg a écrit :",
        "Dne 02. 03. 26 v 10:00 Ana Berg napsal(a):", "Den 02.03.2026 10:00, skrev Ana Berg:",
        ">>> Ana Berg <ana@acme.test> 02.03.2026 10:00 >>>",
    ]

    @Test("Attributions are cut with what they introduce, in every language", arguments: byLanguage + byProgram)
    func attribution(line: String) {
        for quotation in ["\n> Hello Dana", "\n\n> Hello Dana\n> there"] {
            let reply = VisibleReply(ofText: "Looks good.\nThank you!\n\n" + line + quotation)
            #expect(reply.text == "Looks good.\nThank you!")
        }
    }

    @Test(
        "Attributions are cut with all that follows, where nothing is marked",
        arguments: byLanguage + byProgram.filter { $0.utf8.first != 0x3E })
    func unmarked(line: String) {
        let reply = VisibleReply(
            ofText: "Looks good.\nThank you!\n\n" + line + "\n\nHello Dana, here is the logo.\nAna")
        #expect(reply.text == "Looks good.\nThank you!")
    }

    @Test("Attributions may be wrapped at any of their spaces", arguments: byLanguage)
    func wrapped(line: String) {
        let scalars = Array(line.unicodeScalars)
        for space in scalars.indices where scalars[space] == " " && space > 23 && space < scalars.count - 6 {
            var cut = scalars
            cut[space] = "\n"
            let text = String(String.UnicodeScalarView(cut))
            let reply = VisibleReply(ofText: "Looks good.\nThank you!\n\n" + text + "\n> Hello Dana")
            #expect(reply.text == "Looks good.\nThank you!", "\(text)")
        }
    }

    @Test(
        "Attributions that share a line with the reply or the quotation are told apart",
        arguments: [
            "Looks good. On Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test> wrote:\n> Hello",
            "Looks good.--- On Mon, 2 Mar 2026 at 10:00, ana@acme.test wrote:\n> Hello",
            "Looks good. On Mon, 2 Mar 2026 at 10:00,\nAna <ana@acme.test> wrote:\n> Hello",
            "Looks good. On Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test> wrote: > Hello > there",
            "Looks good. Am 02.03.2026 um 10:00 schrieb Ana <ana@acme.test>:\n> Hallo",
            "Looks good.\n\nOn Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test\n>:\n\n> Hello",
            "Looks good.\n\nOn Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test\n> wrote:\n\n> Hello",
            "Looks good.\n\nOn Mon, 2 Mar 2026 at 10:00 Ana\n\n<\nmailto:ana@acme.test\n> wrote:\nHello",
            "Looks good.\n\nOn Mar 2, 2026,\nat 10:00,\nAna <ana@acme.test> wrote:\n\n> Hello",
        ])
    func glued(body: String) {
        #expect(VisibleReply(ofText: body).text.utf8.elementsEqual("Looks good.".utf8))
    }

    @Test(
        "Sentences that resemble attributions stay",
        arguments: [
            "I wrote to bob@acme.test on 12.3.2026 and asked this:\nwhen is it ready?",
            "As you wrote on 2 March, these remain:\n- the logo\n- the date",
            "On 2 May 2026 you wrote: it will be ready. It is not.",
            "Meeting on 12.3.2026 at 10:00:\nplease bring the drafts",
            "On page 3 the text is wrong: please read it again.",
            "Am 2. März um 10:00 treffen wir uns:\nin Berlin", "Ana wrote:\nwe are late", "The author writes:\nnothing",
            "Send it to:\nana@acme.test\nby 12.3.2026", "Open points from 2 March 2026:\n1. logo\n2. date",
        ])
    func sentences(text: String) {
        #expect(VisibleReply(ofText: text).text == text)
    }
}
