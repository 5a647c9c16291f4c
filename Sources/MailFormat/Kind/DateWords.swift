/// The words of written dates, by language. Data only; all in small letters.
enum DateWords {
    /// Behind the numbers of a date: year, month, day.
    static let dateSigns = WordList.entries(of: "年, 月, 日, 년, 월, 일")

    /// The day after the note.
    static let tomorrow = WordList.set(
        "tomorrow, morgen, demain, mañana, domani, amanhã, imorgon, zítra, jutro, завтра, yarın, 明日, 明天")

    /// What may stand between a day, its month and its year.
    static let fillers = WordList.set(
        "of, de, di, del, d', do, den, the, le, el, il, o, dem, der, th, st, nd, rd, er, ero, º, ª, e, ta, g, года, р, г, r, gada, m, metų, η, στις"
    )

    /// Names and short names of the months, and their forms with an article or an ending.
    static let months = numbered([
        """
        january, jan, januar, jänner, jaenner, janvier, janv, enero, ene, gennaio, gen, januari, janeiro, gener, ianuarie, \
        tammikuuta, tammikuu, styczeń, stycznia, leden, ledna, január, januára, január, siječnja, januara, января, \
        січня, януари, ocak, ιανουαρίου, jaanuar, janvāris, sausio, tháng1, \
        ינואר, בינואר, يناير, janúar
        """,
        """
        february, feb, februar, feber, février, fevrier, févr, fév, febrero, febbraio, febr, februari, fevereiro, fev, \
        febrer, februarie, helmikuuta, helmikuu, luty, lutego, únor, února, február, februára, veljače, februara, \
        февраля, лютого, февруари, şubat, φεβρουαρίου, veebruar, februāris, vasario, \
        פברואר, בפברואר, فبراير, febrúar
        """,
        """
        march, mar, märz, maerz, mrz, mars, marzo, maart, mrt, março, marco, març, martie, maaliskuuta, maaliskuu, \
        marzec, marca, března, březen, marec, március, márc, ožujka, marta, марта, березня, март, mart, μαρτίου, märts, marts, kovo, \
        מרץ, במרץ, مارس, mars
        """,
        """
        april, apr, avril, avr, abril, abr, aprile, aprilie, huhtikuuta, huhtikuu, kwiecień, kwietnia, duben, dubna, apríl, \
        apríla, április, ápr, travnja, aprila, апреля, квітня, април, nisan, απριλίου, aprill, aprīlis, balandžio, \
        אפריל, באפריל, أبريل, apríl
        """,
        """
        may, mai, mayo, maggio, mag, mei, maio, maig, maj, toukokuuta, toukokuu, maja, květen, května, máj, mája, május, \
        svibnja, мая, травня, май, mayıs, μαΐου, maijs, gegužės, \
        מאי, במאי, مايو, maí
        """,
        """
        june, jun, juni, juin, junio, giugno, giu, junho, juny, iunie, kesäkuuta, kesäkuu, czerwiec, czerwca, červen, června, \
        jún, júna, június, lipnja, juna, июня, червня, юни, haziran, ιουνίου, juuni, jūnijs, birželio, \
        יוני, ביוני, يونيو, júní
        """,
        """
        july, jul, juli, juillet, juil, julio, luglio, lug, julho, juliol, iulie, heinäkuuta, heinäkuu, lipiec, lipca, \
        červenec, července, júl, júla, július, srpnja, jula, июля, липня, юли, temmuz, ιουλίου, juuli, jūlijs, liepos, \
        יולי, ביולי, يوليو, júlí
        """,
        """
        august, aug, août, aout, agosto, ago, agost, augustus, elokuuta, elokuu, sierpień, sierpnia, srpen, srpna, \
        augusta, augusztus, kolovoza, avgusta, августа, серпня, август, ağustos, αυγούστου, augusti, augusts, rugpjūčio, \
        אוגוסט, באוגוסט, أغسطس, ágúst
        """,
        """
        september, sep, sept, septembre, septiembre, settembre, setembro, setembre, septembrie, syyskuuta, syyskuu, \
        wrzesień, września, září, septembra, szeptember, rujna, сентября, вересня, септември, eylül, σεπτεμβρίου, septembris, rugsėjo, \
        ספטמבר, בספטמבר, سبتمبر, september
        """,
        """
        october, oct, oktober, okt, octobre, octubre, ottobre, ott, outubro, octubre, octombrie, lokakuuta, lokakuu, \
        październik, października, říjen, října, október, októbra, oktobra, октября, жовтня, октомври, ekim, \
        οκτωβρίου, oktoober, oktobris, spalio, \
        אוקטובר, באוקטובר, أكتوبر, október
        """,
        """
        november, nov, novembre, noviembre, novembro, noiembrie, marraskuuta, marraskuu, listopad, listopada, listopadu, \
        novembra, studenoga, ноября, листопада, ноември, kasım, νοεμβρίου, novembris, lapkričio, \
        נובמבר, בנובמבר, نوفمبر, nóvember
        """,
        """
        december, dec, dezember, dez, décembre, decembre, déc, diciembre, dic, dicembre, dezembro, desember, desembre, \
        decembrie, joulukuuta, joulukuu, grudzień, grudnia, prosinec, prosince, decembra, prosinca, декабря, грудня, \
        декември, aralık, δεκεμβρίου, detsember, decembris, gruodžio, \
        דצמבר, בדצמבר, ديسمبر, desember
        """,
    ])

    /// Names of the days of the week, Monday first.
    static let weekdays = numbered([
        """
        monday, montag, lundi, lunes, lunedì, lunedi, maandag, segunda, segunda-feira, måndag, mandag, maanantaina, \
        maanantai, poniedziałek, poniedziałku, pondělí, pondelok, hétfő, hétfőn, luni, dilluns, понедельник, понеделник, понеділок, \
        pazartesi, δευτέρα, ponedjeljak, ponedeljek, 月曜日, 月曜, 周一, 星期一, 월요일
        """,
        """
        tuesday, tue, tues, dienstag, mardi, martes, martedì, martedi, dinsdag, terça, terça-feira, tisdag, tirsdag, \
        tiistaina, tiistai, wtorek, úterý, utorok, kedd, kedden, marți, dimarts, вторник, вівторок, salı, τρίτη, utorak, \
        torek, 火曜日, 火曜, 周二, 星期二, 화요일
        """,
        """
        wednesday, wed, mittwoch, mercredi, miércoles, mercoledì, mercoledi, woensdag, quarta, quarta-feira, onsdag, \
        keskiviikkona, keskiviikko, środa, środę, středa, středu, streda, stredu, szerda, szerdán, miercuri, dimecres, \
        среда, среду, сряда, середа, середу, çarşamba, τετάρτη, srijeda, srijedu, sreda, sredo, 水曜日, 水曜, 周三, 星期三, 수요일
        """,
        """
        thursday, thu, thurs, donnerstag, jeudi, jueves, giovedì, giovedi, donderdag, quinta, quinta-feira, torsdag, \
        torstaina, torstai, czwartek, čtvrtek, štvrtok, csütörtök, csütörtökön, joi, dijous, четверг, четвъртък, четвер, perşembe, \
        πέμπτη, četvrtak, četrtek, 木曜日, 木曜, 周四, 星期四, 목요일
        """,
        """
        friday, fri, freitag, vendredi, viernes, venerdì, venerdi, vrijdag, sexta, sexta-feira, fredag, perjantaina, \
        perjantai, piątek, pátek, piatok, péntek, pénteken, vineri, divendres, пятница, пятницу, петък, п'ятниця, п'ятницю, cuma, \
        παρασκευή, petak, petek, 金曜日, 金曜, 周五, 星期五, 금요일
        """,
        """
        saturday, sat, samstag, sonnabend, samedi, sábado, sabato, zaterdag, lördag, lørdag, lauantaina, sobota, sobotę, \
        sobotu, szombat, sâmbătă, суббота, субботу, cumartesi, subota, 土曜日, 周六, 토요일
        """,
        """
        sunday, sonntag, dimanche, domingo, domenica, zondag, söndag, søndag, sunnuntaina, niedziela, niedzielę, neděle, \
        neděli, nedeľa, vasárnap, duminică, воскресенье, неделя, неділя, pazar, κυριακή, nedjelja, 日曜日, 周日, 일요일
        """,
    ])

    private static func numbered(_ lists: [String]) -> [[UInt8]: Int] {
        var numbers: [[UInt8]: Int] = [:]
        for (index, list) in lists.enumerated() {
            for name in WordList.entries(of: list) where numbers[name] == nil { numbers[name] = index + 1 }
        }
        return numbers
    }
}
