import MailFormat
import Testing

struct ReturnDayTests {
    /// The first day back that an absence note of Monday, 2 March 2026 names.
    private func day(_ text: String, zone: String = "+0100", subject: String = "Absence") -> CalendarDay? {
        let mail = """
            From: Dana <dana@client.test>
            Date: Mon, 02 Mar 2026 10:00:00 \(zone)
            Subject: \(subject)
            Auto-Submitted: auto-replied
            Content-Type: text/plain; charset=utf-8

            \(text)
            """
        guard case .automaticReply(let day) = MailKind(of: Message(Array(mail.utf8))) else { return nil }
        return day
    }

    private func march(_ day: Int) -> CalendarDay? { CalendarDay(year: 2026, month: 3, day: day) }

    @Test(
        "The first day back is found in many languages",
        arguments: [
            ("I am away and will be back on Friday, 13 March 2026.", 13), ("I return March 13.", 13),
            ("Back on the 13th of March.", 13),
            ("Ich bin ab dem 13.03.2026 wieder erreichbar.", 13),
            ("Vom 4. bis 12. März im Urlaub, ab 13. März wieder da.", 13),
            ("Ich bin bis einschließlich 12. März nicht im Büro.", 13), ("Bin erst am 13.3. zurück.", 13),
            ("Je serai de retour le vendredi 13 mars.", 13), ("Absent jusqu'au 12 mars inclus.", 13),
            ("Vuelvo el 13 de marzo de 2026.", 13), ("Rientro il 13 marzo.", 13),
            ("Ik ben 13 maart weer op kantoor.", 13),
            ("Afwezig tot en met 12 maart.", 13), ("Retorno no dia 13 de março.", 13),
            ("Jag är tillbaka den 13 mars.", 13),
            ("Jeg er tilbage den 13. marts.", 13), ("Palaan töihin 13.3.2026.", 13), ("Wracam 13 marca 2026 r.", 13),
            ("Vrátím se 13. 3. 2026.", 13), ("2026. március 13-án leszek újra elérhető.", 13),
            ("Revin pe 13 martie.", 13),
            ("Я в отпуске, вернусь 13 марта 2026 г.", 13), ("Повернусь 13 березня.", 13),
            ("13 Mart 2026 tarihinde döneceğim.", 13),
            ("Επιστρέφω στις 13 Μαρτίου.", 13), ("אחזור ב-13 במרץ 2026.", 13), ("3月5日から不在で、3月13日に出社します。", 13),
            ("3月13日まで不在にしております。", 13), ("我正在休假，3月13日恢复上班。", 13), ("3월 13일에 복귀합니다.", 13),
            ("We are closed from 4 March until 13 March.", 13), ("Out through March 12.", 13), ("back tomorrow", 3),
            ("I will be back on Friday.", 6), ("Zurück bin ich am Montag.", 9), ("We reopen on 13/3.", 13),
        ])
    func languages(text: String, day: Int) {
        #expect(self.day(text) == march(day))
    }

    @Test("The order of day and month follows the language, the other dates, and the sender's clock")
    func order() {
        #expect(day("Zurück am 05/03/2026.") == march(5))
        #expect(day("back on 05/03/2026", zone: "+0100") == march(5))
        #expect(day("back on 03/05/2026", zone: "-0500") == march(5))
        #expect(day("back on 03/09/2026", zone: "+0000") == march(9))
        #expect(day("back on 03/04/2026", zone: "+0000") == nil)
        #expect(day("Zurück am 5. März 2026. Back on 03/05/2026.", zone: "+0100") == march(5))
    }

    @Test("A date without year is the next such day, and one just passed is that of a forgotten note")
    func years() {
        #expect(day("back on 28 December") == CalendarDay(year: 2026, month: 12, day: 28))
        #expect(day("back on 28 January") == CalendarDay(year: 2026, month: 1, day: 28))
        #expect(day("back on 1 June") == CalendarDay(year: 2026, month: 6, day: 1))
        #expect(day("back on 20 February") == CalendarDay(year: 2026, month: 2, day: 20))
    }

    @Test(
        "The subject names it, too",
        arguments: ["Dana is out of the office (returning 13.03.2026)", "Dana ist außer Haus (Rückkehr am 13.03.2026)"])
    func subjects(subject: String) {
        #expect(day("See you.", subject: subject) == march(13))
    }

    @Test(
        "What is no day of return is none",
        arguments: [
            "Votre message sera traité à mon retour.", "I am out 12 days.", "Back at 10.30 Uhr.",
            "From 5 March I am on leave.",
            "Call 555 10 12 when back.", "Invoice of 5 March 2026 follows.", "until further notice",
        ])
    func none(text: String) {
        #expect(day(text) == nil)
    }
}
