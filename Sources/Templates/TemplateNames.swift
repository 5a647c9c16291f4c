/// The names that a template may use, as a tree:
/// `["organization": ["name", "color"], "welcome": .value, "deliverables": .each(["title", "url"])]`.
package enum TemplateNames: Sendable, Equatable {
    /// A text, number or flag.
    case value
    /// Something rendered before, written by `{{{name}}}` only.
    case markup
    /// Named values, in the order in which callers give them.
    case object([TemplateNameEntry])
    /// A list whose items look like this; items of `.each(.value)` are written as `{{.}}`.
    indirect case each(TemplateNames)

    /// These names and `other`'s; where both declare one, `other`'s declaration holds.
    package func merging(_ other: TemplateNames) -> TemplateNames {
        guard case .object(let own) = self, case .object(let added) = other else { return other }
        let names = Set(added.map(\.name))
        return .object(own.filter { !names.contains($0.name) } + added)
    }
}

/// One declared name and what stands behind it.
package struct TemplateNameEntry: Sendable, Equatable {
    package let name: String
    package let names: TemplateNames
}

extension TemplateNames: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral names: String...) {
        self = .object(names.map { TemplateNameEntry(name: $0, names: .value) })
    }

    package init(dictionaryLiteral entries: (String, TemplateNames)...) {
        self = .object(entries.map { TemplateNameEntry(name: $0, names: $1) })
    }
}

extension TemplateNames {
    /// The declared names of an object, in order; none for anything else.
    var entries: [TemplateNameEntry] {
        guard case .object(let entries) = self else { return [] }
        return entries
    }
}
