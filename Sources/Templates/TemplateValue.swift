package import Localization

/// What a template is filled with. Call sites read as literals:
/// `["name": .text(name), "projects": .list(projects.map { ["title": .text($0.title)] })]`.
///
/// In a section (`{{#x}}`) *nothing* is: `.absent`, `.flag(false)`, `.number(0)`, an empty text, list or markup.
package enum TemplateValue: Sendable, Equatable {
    /// Text as it came; escaped for the place where it is written.
    case text(String)
    /// A sentence of ours, a date or a number, said in the language of the templates; escaped like a text.
    case phrase(Phrase)
    /// A whole number, written in decimal digits.
    case number(Int)
    /// Steers sections; written as a value it is `true` or `false`.
    case flag(Bool)
    /// Bytes that `TemplateSet.render` made; only `{{{name}}}` writes them, and writes them unescaped.
    case markup([UInt8])
    /// A section over a list is rendered once for each of its items.
    case list([TemplateValue])
    /// Named values. An array, because a page's few fields are found faster by comparing than by hashing.
    case object([TemplateField])
    /// Declared, but not there this time.
    case absent

    /// `.text` of a value that is there, otherwise `.absent`.
    package static func optional(_ text: String?) -> TemplateValue {
        text.map { .text($0) } ?? .absent
    }

    /// `.phrase` of a phrase that is there, otherwise `.absent`.
    package static func optional(_ phrase: Phrase?) -> TemplateValue {
        phrase.map { .phrase($0) } ?? .absent
    }

    /// This object with the fields of `other` behind its own; a field of `other` wins over one of the same name.
    package func adding(_ other: TemplateValue) -> TemplateValue {
        guard case .object(let own) = self, case .object(let added) = other else { return other }
        let names = Set(added.map(\.name))
        return .object(own.filter { !names.contains($0.name) } + added)
    }
}

/// One named value of an object.
package struct TemplateField: Sendable, Equatable {
    package let name: String
    package let value: TemplateValue
}

extension TemplateValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    package init(dictionaryLiteral fields: (String, TemplateValue)...) {
        self = .object(fields.map { TemplateField(name: $0, value: $1) })
    }

    package init(stringLiteral text: String) { self = .text(text) }

    package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

extension TemplateValue {
    /// Whether a section over it is skipped.
    var isNothing: Bool {
        switch self {
        case .text(let text): text.utf8.isEmpty
        case .phrase(let phrase): phrase.isEmpty
        case .number(let number): number == 0
        case .flag(let flag): !flag
        case .markup(let bytes): bytes.isEmpty
        case .list(let items): items.isEmpty
        case .object: false
        case .absent: true
        }
    }

    /// The field called `name`, looked for at `hint` first: callers mostly write fields in the order of declaration.
    func field(_ name: String, hint: Int) -> TemplateValue {
        guard case .object(let fields) = self else { return .absent }
        if hint < fields.count, fields[hint].name == name { return fields[hint].value }
        return fields.first { $0.name == name }?.value ?? .absent
    }
}
