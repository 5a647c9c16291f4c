/// What charset bytes without a true label are in, told by what the languages of each charset are made of.
///
/// Windows-1252 when in doubt: a guess must explain the text clearly, or it is none.
enum CharsetGuess {
    enum Guess: Equatable, Sendable {
        case singleByte(SingleByteCharset)
        case iconv(String)
    }

    /// Limit: the bytes that are looked at, from the first beyond ASCII.
    private static let sampleSize = 4_096

    /// The charset that `bytes`, which are no UTF-8, are most likely in.
    static func charset(of bytes: UnsafeRawBufferPointer) -> Guess {
        guard let first = bytes.firstIndex(where: { $0 > 0x7F }) else { return .singleByte(.windows1252) }
        // With the letter before it, if there is one.
        let sample = UnsafeRawBufferPointer(rebasing: bytes[max(0, first - 1)..<min(bytes.count, first + sampleSize)])
        let latin = sample.contains(where: \.isASCIILetter) ? latinCharset(of: sample) : nil
        // In Latin text these letters stand between others.
        if let latin, longestRun(in: sample) < 4 { return .singleByte(latin) }
        let found = rated(sample).max { $0.rating < $1.rating }
        return found?.guess ?? .singleByte(latin ?? .windows1252)
    }

    /// The greatest number of bytes beyond ASCII in a row.
    private static func longestRun(in sample: UnsafeRawBufferPointer) -> Int {
        var (longest, present) = (0, 0)
        for byte in sample {
            present = byte > 0x7F ? present + 1 : 0
            longest = max(longest, present)
        }
        return longest
    }

    /// The first charset in which one language explains every letter beyond ASCII; of long texts, all but one in 32.
    private static func latinCharset(of sample: UnsafeRawBufferPointer) -> SingleByteCharset? {
        var readings: [SingleByteCharset: String] = [:]
        for (charsets, alphabet, least) in latinAlphabets {
            for charset in charsets {
                let text = readings[charset] ?? charset.decode(sample)
                readings[charset] = text
                let reading = LatinReading(text, alphabet: alphabet)
                if reading.isExplained, reading.letters.count >= least { return charset }
            }
        }
        return nil
    }

    /// The charsets that explain the text well, each with how well.
    private static func rated(_ sample: UnsafeRawBufferPointer) -> [(guess: Guess, rating: Double)] {
        var found: [(guess: Guess, rating: Double)] = []
        for (charsets, languages) in otherAlphabets {
            for charset in charsets {
                guard let text = text(of: sample, in: charset) else { continue }
                let rating = languages.compactMap { $0.rating(of: text) }.max() ?? 0
                if rating >= 1.0 { found.append((charset, rating / 2)) }
            }
        }
        // Trying the others is dear, and nothing will be clearer.
        if found.contains(where: { $0.rating >= 0.8 }) { return found }
        for (charsets, common) in largeLanguages {
            for charset in charsets {
                let rating = text(of: sample, in: .iconv(charset)).flatMap(common.rating) ?? 0
                if rating >= 0.8 { found.append((.iconv(charset), rating / 1.5)) }
            }
        }
        return found
    }

    private static let latinAlphabets = CharsetAlphabets.latin.map {
        ($0.charsets, LatinAlphabet($0.letters), $0.least)
    }
    private static let otherAlphabets = CharsetAlphabets.other.map {
        ($0.charsets, $0.languages.map(AlphabetWeights.init))
    }
    private static let largeLanguages = CharsetAlphabets.large.map { ($0.charsets, CommonCharacters($0.characters)) }

    private static func text(of sample: UnsafeRawBufferPointer, in charset: Guess) -> String? {
        switch charset {
        case .singleByte(let charset): charset.decode(sample)
        case .iconv(let name): Iconv.decode(sample, charset: name)?.text
        }
    }
}

/// The letters beyond ASCII of a language.
private struct LatinAlphabet {
    let small: Set<Unicode.Scalar>
    let capital: Set<Unicode.Scalar>

    init(_ letters: String) {
        small = Set(letters.unicodeScalars)
        capital = Set(letters.unicodeScalars.map(\.capitalLetter))
    }
}

/// A reading of Latin text: the letters beyond ASCII that it has, and how many signs that do not belong there.
private struct LatinReading {
    private(set) var letters: Set<Unicode.Scalar> = []
    private var count = 0
    private var strangers = 0

    init(_ text: String, alphabet: LatinAlphabet) {
        var previous: Unicode.Scalar = " "
        var scalars = text.unicodeScalars.makeIterator()
        var next = scalars.next()
        while let scalar = next {
            next = scalars.next()
            defer { previous = scalar }
            guard !scalar.isASCII else { continue }
            count += 1
            if alphabet.small.contains(scalar) {
                letters.insert(scalar)
            } else if alphabet.capital.contains(scalar) {
                letters.insert(scalar)
                if previous.properties.isLowercase { strangers += 1 }
            } else if !scalar.isOrdinarySign
                || !scalar.isSignWithinWords && previous.isInWords && next?.isInWords == true
            {
                strangers += 1
            }
        }
    }

    /// Of long texts, all but one in 32.
    var isExplained: Bool { strangers * 32 <= count }
}

/// How much text looks like a language whose alphabet is known by frequency.
private struct AlphabetWeights {
    private struct Weight {
        let value: Int
        let isSmall: Bool
    }

    private var weights: [Unicode.Scalar: Weight] = [:]

    init(_ letters: String) {
        let letters = Array(letters.unicodeScalars)
        for (rank, letter) in letters.enumerated() {
            let value = rank < letters.count / 4 ? 3 : rank < letters.count / 2 ? 1 : -1
            weights[letter.capitalLetter] = Weight(value: value, isSmall: false)
            weights[letter] = Weight(value: value, isSmall: true)
        }
    }

    /// The mean weight of the letters beyond ASCII: about 2 for text of the language, 0.5 for random letters. `nil` for
    /// less than four.
    func rating(of text: String) -> Double? {
        var (sum, count, previousIsSmall) = (0, 0, false)
        for scalar in text.unicodeScalars {
            let weight = scalar.isASCII ? nil : weights[scalar]
            if let weight {
                // A capital letter within a word is no letter.
                sum += !weight.isSmall && previousIsSmall ? -3 : weight.value
                count += 1
            } else if !scalar.isASCII, !scalar.isOrdinarySign {
                sum -= 3
                count += 1
            }
            previousIsSmall = weight?.isSmall == true
        }
        return count < 4 ? nil : Double(sum) / Double(count)
    }
}

/// How much text looks like a language of many characters.
private struct CommonCharacters {
    private let common: Set<Unicode.Scalar>
    private let hasKana: Bool
    private let hasHangul: Bool

    init(_ characters: String) {
        common = Set(characters.unicodeScalars)
        hasKana = common.contains("の")
        hasHangul = common.contains("다")
    }

    /// The mean weight of the characters beyond ASCII: above 1.2 for text of the language, about 0 for others. `nil` for
    /// less than two.
    func rating(of text: String) -> Double? {
        var (sum, count) = (0, 0)
        for scalar in text.unicodeScalars where !scalar.isASCII {
            sum += weight(of: scalar)
            count += 1
        }
        let rating = Double(sum) / Double(max(1, count))
        return count < 2 || count < 4 && rating < 2 ? nil : rating
    }

    private func weight(of scalar: Unicode.Scalar) -> Int {
        if common.contains(scalar) { return 3 }
        switch scalar.value {
        case 0xFFFD: return -6
        case 0x3000...0x303F, 0xFF01...0xFF5E: return 1
        case 0x3041...0x30FF: return hasKana ? 1 : -2
        case 0xAC00...0xD7A3: return hasHangul ? 0 : -2
        case 0x4E00...0x9FFF: return hasHangul ? -1 : 0
        default: return scalar.isOrdinarySign ? 0 : -2
        }
    }
}

extension Unicode.Scalar {
    /// The capital letter to a small one, where it is one scalar.
    fileprivate var capitalLetter: Unicode.Scalar {
        let mapping = properties.uppercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first ?? self : self
    }

    /// Letters, and what may be one in another charset.
    fileprivate var isInWords: Bool { properties.isAlphabetic || (0xA1...0xBF).contains(value) }

    /// Quotes, dashes and the like, which every language uses.
    fileprivate var isOrdinarySign: Bool {
        switch value {
        case 0xA0...0xBF: self != "¹" && self != "¸" && self != "¨"
        case 0xD7, 0xF7, 0x2010...0x203A, 0x20AC, 0x2116, 0x2122: true
        default: false
        }
    }

    fileprivate var isSignWithinWords: Bool {
        switch value {
        case 0xAD, 0xB4, 0xB7, 0x2010...0x2014, 0x2019: true
        default: false
        }
    }
}
