/// What a style sheet says a rule is for, as far as it is said of one element.
struct HTMLSelector {
    /// An element as selectors name it.
    struct Element {
        let name: HTMLName
        let id: [UInt8]?
        let classes: [[UInt8]]

        init(_ tag: HTMLTag, of bytes: [UInt8]) {
            name = tag.name
            id = tag.attributes.id.map { HTMLStyle.withoutReferences(bytes[$0]) }
            let list = tag.attributes.classes.map { HTMLStyle.withoutReferences(bytes[$0]) } ?? []
            classes = list.split { $0 <= ASCII.space }.map { Array($0) }
        }

        /// Where selectors for it are found.
        var keys: [Key] {
            [.any, .name(name)] + (id.map { [.id($0.asciiLowercased)] } ?? [])
                + classes.map { .className($0.asciiLowercased) }
        }
    }

    /// By what a selector is found: the rarest of what it names, in small letters.
    enum Key: Hashable {
        case any
        case name(HTMLName)
        case id([UInt8]), className([UInt8])
    }

    var name: HTMLName?
    var ids: [[UInt8]] = []
    var classes: [[UInt8]] = []
    /// Whether that is all it says.
    var isWhole = true
    /// Whether it is for what a reader's mouse touches, or for what is added to the element.
    var isPassing = false

    var key: Key {
        if let id = ids.first { return .id(id.asciiLowercased) }
        return classes.last.map { .className($0.asciiLowercased) } ?? name.map(Key.name) ?? .any
    }

    /// What a rule that hides does to `element` under this selector. Whether case counts depends on the whole document.
    func effect(on element: Element) -> HTMLStyleSheet.Effect {
        guard name == nil || name == element.name else { return .none }
        if isWhole, key != .any, ids.allSatisfy({ $0 == element.id }),
            classes.allSatisfy({ element.classes.contains($0) })
        {
            return .hidden
        }
        let isPossible =
            ids.allSatisfy { id in element.id.map { $0.equalsIgnoringASCIICase(id) } ?? false }
            && classes.allSatisfy { name in element.classes.contains { $0.equalsIgnoringASCIICase(name) } }
        return isPossible ? .doubtful : .none
    }
}
