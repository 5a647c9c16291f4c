/// The words of dates, in ASCII lower case.
enum DateNames {
    /// What the names of each month begin with, in English, German, French, Spanish, Italian, Portuguese, Dutch, the
    /// Scandinavian languages, Polish, Russian and Turkish.
    private static let months = [
        "jan ene gen jän sty янв oca", "feb fev fév lut фев şub", "mar mär mrz mrt мар", "apr avr abr kwi апр nis",
        "may mai mei mag maj май мая", "jun juin giu cze июн haz", "jul juil lug lip июл tem",
        "aug aoû ago sie авг ağu", "sep set wrz сен eyl", "oct okt ott out paź окт eki", "nov lis ноя kas",
        "dec dez dic déc des gru дек ara",
    ].map { names in names.utf8.split(separator: ASCII.space).map { Array($0) } }

    /// The month from 1 whose name `word` begins with. QUIRK: in other languages than English.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        months.firstIndex { $0.contains { word.starts(with: $0) } }.map { $0 + 1 }
    }

    /// QUIRK: clocks of twelve hours, in English, Spanish, Korean, Chinese and Japanese.
    static let isAfternoon = [
        "am": false, "a.m": false, "pm": true, "p.m": true, "오전": false, "오후": true, "上午": false, "下午": true,
        "午前": false, "午後": true,
    ]

    /// Seconds east of UTC (RFC 5322 §4.3, and those that servers around the world write); all others count as UTC.
    static let zones = [
        "edt": -14_400, "est": -18_000, "cdt": -18_000, "cst": -21_600, "mdt": -21_600, "mst": -25_200,
        "pdt": -25_200, "pst": -28_800, "akdt": -28_800, "akst": -32_400, "hst": -36_000, "adt": -10_800,
        "ast": -14_400, "ndt": -9_000, "nst": -12_600, "brt": -10_800, "art": -10_800, "clt": -14_400,
        "wet": 0, "west": 3_600, "bst": 3_600, "cet": 3_600, "met": 3_600, "mez": 3_600, "cest": 7_200,
        "mest": 7_200, "mesz": 7_200, "eet": 7_200, "eest": 10_800, "sast": 7_200, "msk": 10_800, "msd": 14_400,
        "pkt": 18_000, "ist": 19_800, "ict": 25_200, "wib": 25_200, "hkt": 28_800, "sgt": 28_800, "awst": 28_800,
        "pht": 28_800, "jst": 32_400, "kst": 32_400, "acst": 34_200, "aest": 36_000, "aedt": 39_600,
        "nzst": 43_200, "nzdt": 46_800,
    ]
}
