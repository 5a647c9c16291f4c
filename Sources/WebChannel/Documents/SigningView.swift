import HTTPTypes
import Localization
import MailFormat
import PortalCore
import Templates

/// The page that signs: the exact version, a code by mail, a name. Nothing is filled in beforehand.
struct SigningView {
    let page: SigningPage
    let path: String
    let filePath: String
    /// Where the browser shows the file; nil where it cannot.
    let viewPath: String?
    let token: FormToken
    var problem: Phrase?
    var typedName = ""

    static let names: TemplateNames = [
        "person": .value, "address": .value, "project": .value, "document": .value, "details": .value,
        "filePath": .value, "viewPath": .value, "file": .value, "size": .value, "digest": .value, "version": .value,
        "problem": .value,
        "action": .value, "form": .value, "typed": .value, "coded": .value, "until": .value, "iso": .value,
    ]

    var value: TemplateValue {
        let settings = page.document.settings
        let expires = page.isCodeMailed ? page.signing.codeExpires : nil
        return [
            "title": .phrase(Phrase("Sign \(settings.title)")), "person": .text(page.person.name),
            "address": .text(MaskedAddress.text(page.person.address.text)),
            "project": .text(page.project.settings.title), "document": .text(settings.title),
            "details": .phrase(DocumentWords.details(of: settings)),
            "filePath": .text(filePath), "viewPath": .optional(viewPath), "file": .text(settings.file.name),
            "size": .phrase(ReadableSize.text(settings.file.size)), "digest": .text(settings.file.digest.description),
            "version": .number(settings.version), "problem": .optional(problem), "action": .text(path),
            "form": .text(token.text), "typed": .text(typedName), "coded": .flag(page.isCodeMailed),
            "until": .optional(
                expires.map(ReadableTime(zone: page.organization.settings.timeZone).timeOfDay)),
            "iso": .optional(expires.map(ReadableTime.iso)),
        ]
    }
}

extension Website {
    func showSigning(_ secret: Secret, _ visit: Visit) throws -> Answer {
        try showSigning(secret, visit, problem: nil, typedName: "")
    }

    /// Asks for the code, or signs: the page has a form for each.
    func sign(_ secret: Secret, _ visit: Visit) async throws -> Answer {
        let path = SitePath.signing(secret)
        let sent = try await OwnForm(visit, at: path, key: visit.browser)
        guard let found = try portal.signingPage(secret) else { throw Problem.notFound }
        let typedName = sent.text("name")
        var command = DocumentCommand.sendCode(found.document.id, in: found.project.id)
        if !sent.value("step").utf8.elementsEqual("code".utf8) {
            guard let version = Int(sent.value("version")) else { throw Problem.unreadableForm }
            guard let code = SixDigitCode(sent.value("code")) else {
                return try showSigning(secret, visit, problem: Phrase("The code has six digits."), typedName: typedName)
            }
            command = .sign(
                SigningForm(
                    document: found.document.id, version: version, project: found.project.id,
                    digest: sent.value("digest"), typedName: typedName,
                    agreed: sent.value("agreed").utf8.elementsEqual("yes".utf8), code: code, from: visit.address))
        }
        let outcomes = try await portal.perform(
            [.item(.document(command))], for: .signing(secret), because: sent.cause)
        if case .refused(let refusal)? = outcomes.first, try portal.signingPage(secret)?.refusal == nil {
            return try showSigning(
                secret, visit, problem: RefusalWords.text(refusal), typedName: typedName)
        }
        return Answer.seeOther(path).keepingItsAddress
    }

    /// The exact bytes that are signed, for whoever has the link.
    func signingFile(_ secret: Secret, as use: Download.Use, _ visit: Visit) throws -> Answer {
        guard let found = try portal.signingPage(secret), found.refusal == nil,
            found.organization.settings.portalOpen || found.person.isStaff
        else { throw Problem.notFound }
        let file = found.document.settings.file
        guard use == .kept || isShown(file) else { throw Problem.notFound }
        let stream = ContentStream(
            path: portal.contents.path(of: file.digest),
            mayGoOn: { [portal] in try portal.signingPage(secret)?.refusal == nil })
        return Download(content: file, stream: stream, use: use).answer(visit).keepingItsAddress
    }

    private func showSigning(
        _ secret: Secret, _ visit: Visit, problem: Phrase?, typedName: String
    ) throws -> Answer {
        guard let found = try portal.signingPage(secret) else { throw Problem.notFound }
        if let refusal = found.refusal { return try signingClosed(refusal, found).keepingItsAddress }
        guard found.organization.settings.portalOpen || found.person.isStaff else {
            return closed(.portal(of: found.organization), found.organization, status: .forbidden).keepingItsAddress
        }
        let browser = visit.browser ?? portal.freshSecret()
        let path = SitePath.signing(secret)
        let view = SigningView(
            page: found, path: path, filePath: SitePath.signingFile(secret),
            viewPath: isShown(found.document.settings.file) ? SitePath.signingView(secret) : nil,
            token: token(for: path, key: browser), problem: problem, typedName: typedName)
        return page(
            "signing", view.value, Frame(found.organization, for: found.person),
            status: problem == nil ? .ok : .unprocessableContent
        )
        .settingCookie(cookies.setting(cookies.browser, to: browser)).keepingItsAddress
    }

    private func signingClosed(_ refusal: Refusal, _ page: SigningPage) throws -> Answer {
        let title = page.document.settings.title
        var door: ClosedDoor
        switch refusal {
        case .alreadyUsed, .item(.alreadySo):
            door = ClosedDoor(
                title: Phrase("Signed: \(title)"),
                text: Phrase(
                    "Version \(page.signing.version) is signed. The certificate is on its way to everybody by mail."))
        case .newerVersion(_, let current):
            door = ClosedDoor(
                title: Phrase("A newer version has arrived"),
                text: Phrase(
                    "This link was for version \(page.signing.version) of \(title). Version \(current) is there now."))
        case .expired:
            door = ClosedDoor(
                title: Phrase("This link has expired"),
                text: Phrase("It was good for a day. Nothing was signed; you can ask for another in the portal."))
        case .tooManyAttempts:
            door = ClosedDoor(
                title: Phrase("There were too many wrong codes"),
                text: Phrase("Nothing was signed; you can ask for another link in the portal."))
        default: throw Problem.notFound
        }
        door.path = SitePath.thing(
            page.document.id.number, .documents, of: page.project.id, page.organization.settings.slug)
        door.pathText = Phrase("Look at it in the portal")
        let isSigned = refusal == .alreadyUsed || page.document.isSigned(by: page.person.id)
        return closed(door, page.organization, for: page.person, status: isSigned ? .ok : .gone)
    }
}
