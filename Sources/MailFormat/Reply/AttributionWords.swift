/// The words of attribution lines, by language. Data only; all in small letters.
enum AttributionWords {
    /// Words for having written, looked for anywhere in the line.
    private static let verbs: [[UInt8]] = phrases([
        "wrote", "writes", "napisana przez", "schrieb", "geschrieben", "a écrit", "écrivait", "escribió", "escribio",
        "escrito por",
        "ha scritto", "scrive", "schreef", "geschreven", "escreveu", "skrev", "kirjoitti", "napsal", "napisał",
        "napisal", "napísal", "napisao", "ezt írta", "írta", "a scris", "yazdı", "έγραψε", "написал", "пишет",
        "написав", "пише", "написа", "viết", "menulis", "เขียน", "작성", "写道", "写到", "寫道", "書きました", "כתב", "مֵאת",
        "كتب", "كتابة", "va escriure", "kirjutas", "rašė", "rakstīja", "skrifaði", "idatzi",
    ])

    /// First words of an attribution that begins with its date.
    private static let openings: [[UInt8]] = phrases([
        "on", "am", "le", "el", "il", "op", "em", "a", "den", "dnia", "w dniu", "pada", "vào", "στις", "în", "la", "v",
        "dne", "dňa", "at", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mo", "di", "mi", "do", "fr", "sa", "so",
        "pon", "wt", "śr", "czw", "pt", "sob", "niedz", "po", "út", "st", "čt", "pá", "ne", "пн", "вт", "ср", "чт",
        "пт", "сб", "вс", "нд", "на", "в", "ב", "בתאריך", "في", "بتاريخ", "ในวันที่", "在", "於", "于", "ti", "to", "ke",
        "pe", "la", "su", "ma", "tor", "fre", "lør", "søn", "man", "tir", "ons", "mån", "tis", "lör", "sön",
        "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "date",
    ])

    static func hasVerb(_ folded: [UInt8]) -> Bool { verbs.contains { folded.containsBytes($0) } }

    /// Whether the English verb stands last, without a colon.
    static func endsWithVerb(_ folded: some Collection<UInt8>) -> Bool { folded.suffix(6).elementsEqual(" wrote".utf8) }

    /// Whether a line begins with a number or with one of the opening words.
    static func isOpening(_ folded: [UInt8]) -> Bool {
        guard let first = folded.first else { return false }
        if first.isASCIIDigit { return true }
        return openings.contains { word in
            guard folded.starts(with: word) else { return false }
            let next = folded.count > word.count ? folded[word.count] : ASCII.space
            return next < 0x80 && !next.isASCIILetter || (word.first ?? 0) >= 0xD6
        }
    }

    private static func phrases(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}

extension Collection where Element == UInt8 {
    /// Whether `needle` stands anywhere in the bytes. For short lines only: the time is the product of both lengths.
    func containsBytes(_ needle: [UInt8]) -> Bool {
        guard let head = needle.first else { return true }
        var rest = self[...]
        while let at = rest.firstIndex(of: head) {
            if rest[at...].starts(with: needle) { return true }
            rest = rest[at...].dropFirst()
        }
        return false
    }
}
