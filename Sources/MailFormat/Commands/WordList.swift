/// A comma-separated list of words or phrases, folded for comparing.
enum WordList {
    static func entries(of list: String) -> [[UInt8]] {
        LetterCase.folded(list.unicodeScalars).split(separator: ASCII.comma).map { Array($0.trimmed) }
    }

    static func set(_ lists: String...) -> Set<[UInt8]> { Set(lists.flatMap(entries)) }
}
