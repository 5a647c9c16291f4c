import Localization
import PortalCore
import Templates

/// The form by which a client decides: the version that it shows, one of three choices, and words that go with it.
struct DecisionForm {
    let deliverable: DeliverableID
    let version: Int
    /// Nil where nothing was chosen: nothing ever is, beforehand.
    var kind: Decision.Kind?
    var comment = ""
    var problem: Phrase?

    init(_ deliverable: Deliverable) {
        self.deliverable = deliverable.id
        version = deliverable.settings.version
    }

    /// The form as it was sent; nil when it names no version.
    init?(_ form: OwnForm, of deliverable: DeliverableID) {
        guard let version = Int(form.value("version")) else { return nil }
        self.deliverable = deliverable
        self.version = version
        kind = Decision.Kind(sent: form.value("decision"))
        comment = form.text("comment")
    }

    /// The same for the version that is there now. What was chosen for another one is forgotten, but not what was written.
    func carried(to fresh: DecisionForm) -> DecisionForm {
        guard version != fresh.version else { return self }
        var carried = fresh
        carried.comment = comment
        return carried
    }

    /// Nil where nothing was chosen.
    var command: Command? {
        kind.map { .decide(Decision(deliverable: deliverable, version: version, kind: $0, comment: comment)) }
    }

    static let names: TemplateNames = [
        "action": .value, "form": .value, "version": .value, "comment": .value, "problem": .value,
        "choices": .each(["choice", "label", "hint", "isChosen"]),
    ]

    /// - Parameter path: where it is sent.
    func value(path: String, token: FormToken) -> TemplateValue {
        [
            "action": .text(path), "form": .text(token.text), "version": .number(version), "comment": .text(comment),
            "problem": .optional(problem),
            "choices": .list(
                Decision.Kind.allCases.map { choice in
                    [
                        "choice": .text(choice.rawValue), "label": .phrase(choice.imperative),
                        "hint": .phrase(choice.hint), "isChosen": .flag(choice == kind),
                    ]
                }),
        ]
    }
}

extension Decision.Kind {
    fileprivate init?(sent value: String) {
        guard let kind = Self.allCases.first(where: { $0.rawValue.utf8.elementsEqual(value.utf8) }) else { return nil }
        self = kind
    }

    fileprivate var imperative: Phrase {
        switch self {
        case .approved: Phrase("Approve")
        case .revisionRequested: Phrase("Request a revision")
        case .rejected: Phrase("Reject")
        }
    }

    fileprivate var hint: Phrase {
        switch self {
        case .approved: Phrase("It is right as it is.")
        case .revisionRequested: Phrase("Say below what should change.")
        case .rejected: Phrase("This is not the way to go.")
        }
    }
}
