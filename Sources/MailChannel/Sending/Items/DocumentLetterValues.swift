import Localization
import MailFormat
import PortalCore
import Templates

/// What mails about documents say.
struct DocumentLetterValues {
    let letter: DocumentLetter

    /// The name of the template.
    var template: String {
        switch letter.occasion {
        case .issued: "document-issued"
        case .signingLink: "signing-link"
        case .signingCode: "signing-code"
        case .signed: "document-signed"
        }
    }

    func values(_ frame: LetterValues) -> TemplateValue {
        let common: TemplateValue = ["project": frame.value(of: letter.project), "document": document(frame)]
        return switch letter.occasion {
        case .issued(let mustSign, _):
            common.adding([
                "sign": mustSign ? frame.reply(VerbWords.phrase(.sign)) : .absent,
                "attached": .flag(frame.attached.contains(letter.document.settings.file.digest)),
            ])
        case .signingLink(let secret, let expires):
            common.adding(["link": .text(frame.site.signing(secret)), "until": .phrase(frame.time.text(expires))])
        case .signingCode(let code, let expires):
            common.adding(["code": .text(code.digits), "until": .phrase(frame.time.text(expires))])
        case .signed(let signature, let all, let missing): common.adding(signed(signature, all, missing, frame))
        }
    }

    private func document(_ frame: LetterValues) -> TemplateValue {
        let settings = letter.document.settings
        return [
            "title": .text(settings.title), "kind": .phrase(Self.name(of: settings.kind)),
            "version": .number(settings.version), "file": .text(settings.file.name),
            "size": .phrase(ReadableSize.text(settings.file.size)), "digest": .text(settings.file.digest.description),
            "link": .text(
                frame.site.thing(letter.document.id.number, .documents, of: letter.project.id, frame.organization)),
        ]
    }

    private func signed(
        _ signature: Signature, _ all: [Signature], _ missing: [String], _ frame: LetterValues
    ) -> TemplateValue {
        [
            "by": .text(signature.personName), "own": .flag(signature.person == frame.letter.recipient.id),
            "complete": .flag(missing.isEmpty), "missing": .text(missing.joined(separator: ", ")),
            "key": .text(signature.entry.publicKey?.description ?? ""),
            "signatures": .list(
                all.map { signature in
                    let said = signature.entry.said
                    return [
                        "name": .text(signature.personName), "address": .text(signature.address),
                        "typed": .text(signature.typedName), "at": .phrase(frame.time.text(signature.at)),
                        "from": .text(signature.from), "evidence": .text(said?.evidence ?? ""),
                        "number": .text("\(said?.number ?? 0)"), "entry": .text(signature.entry.digest.description),
                        "previous": .text(said?.previous ?? ""),
                    ]
                }),
        ]
    }

    static func name(of kind: DocumentSettings.Kind) -> Phrase {
        switch kind {
        case .proposal: Phrase("Proposal")
        case .contract: Phrase("Contract")
        case .banquetEventOrder: Phrase("Banquet event order")
        }
    }
}
