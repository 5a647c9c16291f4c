/// The words of absence notes, by language. Data only; all in small letters.
enum AbsenceWords {
    /// What a day of return stands behind.
    static let returning = WordList.set(
        "until, till, through, back, return, returning, returns, bis, zurück, wieder, jusqu'au, jusqu'à, retour",
        "hasta, regreso, vuelvo, vuelta, fino, rientro, rientrerò, tornerò, tot, terug, até, retorno, volto, regresso")

    /// Names and short names of the months.
    static let months: [[UInt8]: Int] = {
        let names = [
            "january, jan, januar, jänner, janvier, enero, gennaio, januari, janeiro",
            "february, feb, februar, feber, février, febrero, febbraio, februari, fevereiro",
            "march, mar, märz, mars, marzo, maart, março", "april, apr, avril, abril, aprile",
            "may, mai, mayo, maggio, mei, maio", "june, jun, juni, juin, junio, giugno, junho",
            "july, jul, juli, juillet, julio, luglio, julho", "august, aug, août, agosto, augustus",
            "september, sep, sept, septembre, septiembre, settembre, setembro",
            "october, oct, oktober, okt, octobre, octubre, ottobre, outubro",
            "november, nov, novembre, noviembre, novembro",
            "december, dec, dezember, dez, décembre, diciembre, dicembre, dezembro",
        ]
        var months: [[UInt8]: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in WordList.entries(of: list) { months[name] = index + 1 }
        }
        return months
    }()
}
