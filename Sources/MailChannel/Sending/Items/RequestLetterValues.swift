import Localization
import MailFormat
import PortalCore
import Templates

/// What mails about a request say.
struct RequestLetterValues {
    let letter: RequestLetter

    private var request: Request { letter.request }

    /// The name of the template: one for what was said, one for staff, one for the client.
    var template: String {
        if letter.remark != nil { return "request-remark" }
        return letter.isForStaff ? "request-received" : "request-told"
    }

    func values(_ frame: LetterValues) -> TemplateValue {
        let page = frame.site.tool(.requests, frame.organization, thing: request.id.number)
        let common: TemplateValue = [
            "title": .text(request.title), "client": .text(request.clientName),
            "project": .optional(request.projectTitle), "page": .text(page),
            "files": frame.files(letter.files.map(\.content)),
        ]
        if let remark = letter.remark {
            return common.adding([
                "author": .text(remark.authorName), "unverified": .flag(!remark.verified),
                "message": frame.lines(remark.text),
            ])
        }
        return common.adding([
            "text": frame.lines(request.text), "missing": .text(letter.missing.joined(separator: ", ")),
            "unverified": .flag(!request.verified), "assigned": .flag(letter.isForAssignee),
            "pending": .flag(request.isPending), "confirmed": .flag(isConfirmed), "reason": frame.lines(reason),
            "assignee": .optional(request.assigneeName),
            "passengers": .text(frame.site.tool(.passengers, frame.organization)),
            "confirm": frame.reply(VerbWords.phrase(.confirm)), "decline": frame.reply(frame.begun(.decline)),
        ])
    }

    private var isConfirmed: Bool { if case .confirmed = request.state { true } else { false } }

    private var reason: String? { if case .declined(_, _, let reason) = request.state { reason } else { nil } }
}
