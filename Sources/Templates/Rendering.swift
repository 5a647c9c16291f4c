import Localization

/// Writes the steps of one template. Recursion goes as deep as sections are nested (`Parser.deepest` for each file).
struct Rendering {
    private var scopes: [TemplateValue]
    private let language: Language
    private(set) var output: [UInt8] = []

    init(_ value: TemplateValue, in language: Language, expecting capacity: Int) {
        scopes = [value]
        self.language = language
        output.reserveCapacity(capacity)
    }

    mutating func write(_ steps: [Step]) {
        for step in steps {
            switch step {
            case .bytes(let bytes): output.append(contentsOf: bytes)
            case .value(let lookup, let escaping): write(find(lookup), escaping)
            case .markup(let lookup, let escaping):
                if case .markup(let bytes) = find(lookup) {
                    output.append(contentsOf: bytes)
                } else {
                    write(find(lookup), escaping)
                }
            case .section(let lookup, let enters, let inner): write(inner, over: find(lookup), enters: enters)
            case .unless(let lookup, let inner): if find(lookup).isNothing { write(inner) }
            }
        }
    }

    private mutating func write(_ value: TemplateValue, _ escaping: Escaping) {
        switch value {
        case .text(let text): escaping.write(text, to: &output)
        case .phrase(let phrase): escaping.write(language(phrase), to: &output)
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
        case .markup(let bytes): escaping.write(String(decoding: bytes, as: UTF8.self), to: &output)
        case .list, .object, .absent: break
        }
    }

    private mutating func write(_ inner: [Step], over value: TemplateValue, enters: Bool) {
        if value.isNothing { return }
        guard enters else { return write(inner) }
        guard case .list(let items) = value else { return write(inner, in: value) }
        for item in items { write(inner, in: item) }
    }

    private mutating func write(_ inner: [Step], in scope: TemplateValue) {
        scopes.append(scope)
        write(inner)
        scopes.removeLast()
    }

    private func find(_ lookup: Lookup) -> TemplateValue {
        var value = scopes[scopes.count - 1 - lookup.outward]
        for field in lookup.fields { value = value.field(field.name, hint: field.hint) }
        return value
    }
}
