import MailFormat
import Testing

struct TextReplyTests {
    @Test(
        "The history below an attribution is cut, in many languages and wrapped",
        arguments: [
            "On Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test> wrote:\n> Hello",
            "On Mon, 2 Mar 2026 at 10:00, Ana Berg\n<ana@acme.test> wrote:\n\n> Hello",
            "On Mon, 2 Mar 2026 at 10:00, Ana Berg <\nana@acme.test> wrote:\n\n> Hello",
            "On 2 March 2026 10:00, Ana wrote:\nHello", "Am 02.03.2026 um 10:00 schrieb Ana Berg:\n> Hallo",
            "Ana Berg <ana@acme.test> schrieb am Mo., 2. März 2026,\n10:00:\n> Hallo",
            "Le lun. 2 mars 2026 à 10:00, Ana <ana@acme.test> a écrit :\n> Salut",
            "El lun, 2 mar 2026 a las 10:00, Ana (<ana@acme.test>) escribió:\n> Hola",
            "Il giorno lun 2 mar 2026 alle ore 10:00 Ana <ana@acme.test> ha scritto:\n> Ciao",
            "Op ma 2 mrt 2026 om 10:00 schreef Ana <ana@acme.test>:\n> Dag",
            "Em seg., 2 de mar. de 2026 às 10:00, Ana <ana@acme.test> escreveu:\n> Olá",
            "Den mån 2 mars 2026 kl 10:00 skrev Ana <ana@acme.test>:\n> Hej",
            "пн, 2 мар. 2026 г. в 10:00, Ana <ana@acme.test>:\n> Привет",
            "2026年3月2日(月) 10:00 Ana <ana@acme.test>:\n> こんにちは", "Ana <ana@acme.test> 于2026年3月2日周一 10:00写道：\n> 你好",
            "---- On Mon, 2 Mar 2026 10:00:00 +0100 Ana wrote ----\nHello", "> Hello\n> there",
            "-----Original Message-----\nFrom: Ana", "-------- Ursprüngliche Nachricht --------\nVon: Ana",
            "________________________________\nFrom: Ana <ana@acme.test>\nSent: Monday, March 2\nTo: Dana\nSubject: Logo\n\nHi",
            "Von: Ana\nGesendet: Montag, 2. März 2026\nAn: Dana\nBetreff: Logo\n\nHallo",
            "*De :* Ana <ana@acme.test>\n*Envoyé :* lundi\n*À :* Dana\n*Objet :* Logo\n\nSalut",
            "---------- Forwarded message ---------\nFrom: Ana", "Begin forwarded message:\n\nFrom: Ana",
            "##- Please type your reply above this line -##\nHi", "-- \nDana\nClient Ltd", "--\nDana",
            "Sent from my iPhone",
            "Von meinem iPhone gesendet", "Get Outlook for iOS<https://aka.ms/x>",
        ])
    func history(below: String) {
        let reply = VisibleReply(ofText: "Looks good.\nThank you!\n\n" + below)
        #expect(reply.text == "Looks good.\nThank you!")
        #expect(!reply.hidden.isEmpty)
        #expect(VisibleReply(ofText: "Looks good.\r\nThank you!\r\n\r\n" + below).text == reply.text)
    }

    @Test(
        "What only looks like history stays",
        arguments: [
            "On Monday I wrote:\nplease wait", "From: Berlin\nTo: Nice\nDate: Monday", "Hello -- world",
            "Sent from my desk, which is easier than my phone.", "I wrote this on 12 March.\nDana",
            "Here is the list:\n- one\n- two", "Date: 12 March\nGuests: 40",
            "Am Montag schrieb ich folgendes:\nbitte warten",
            "a - b - c\n---\nd", ">From here it is fine",
        ])
    func noHistory(text: String) {
        #expect(VisibleReply(ofText: text).text == text)
        #expect(VisibleReply(ofText: text).hidden.isEmpty)
    }

    @Test("Answers between quoted lines stay, the quoted lines go")
    func inline() {
        let body = """
            Hi Ana,

            On Mon, 2 Mar 2026 at 10:00, Ana <ana@acme.test> wrote:
            > Is the logo right?

            Yes.

            > And the date?

            No, it is the 12th.
            """
        let reply = VisibleReply(ofText: body)
        #expect(reply.text == "Hi Ana,\n\nYes.\n\nNo, it is the 12th.")
        #expect(reply.hidden.utf8.starts(with: "On Mon, 2 Mar 2026".utf8))
    }

    @Test(
        "CM-04, CM-05, CM-06, CM-21: a verb in a quotation, a signature or a forwarded mail is no command",
        arguments: [
            "Thanks!\r\n> APPROVE", "> APPROVE", "see below\r\n-- \r\nAPPROVE Ltd", "-- \r\nAPPROVE",
            "---------- Forwarded message ---------\r\nAPPROVE",
            "\r\n\r\nFrom: Acme <replies@acme.test>\r\nSent: Monday\r\nTo: Dana\r\nSubject: Logo\r\n\r\nAPPROVE\r\n",
            "On Mon, 2 Mar 2026 at 10:00, Acme <replies@acme.test> wrote:\r\n\r\nAPPROVE", "", "\r\n",
        ])
    func quotedVerb(body: String) {
        #expect(ReadReply(VisibleReply(ofText: body).text).reading == .message)
    }

    @Test(
        "Bodies without end are read in time",
        arguments: [
            ">", "> ", "> \n", "On ", "On \n", "a:\n", "wrote:\n", "From: a\n", "--\n", "\n", "> a\nb\n", "-- \n",
            "é\n", "a",
        ])
    func limits(unit: String) {
        let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { _ = VisibleReply(ofText: "Yes\n" + text) }
        #expect(time < .seconds(5))
        #expect(VisibleReply(ofText: "Yes\n\n" + text).text.utf8.starts(with: "Yes".utf8))
    }
}
