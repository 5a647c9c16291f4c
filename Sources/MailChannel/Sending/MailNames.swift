import Templates

/// The names that each mail's templates may use; any other is an error when they are loaded.
enum MailNames {
    static let all: [String: TemplateNames] = own.merging(
        AccountLetterValues.names.mapValues { frame.merging(["project": project]).merging($0) }
    ) { first, _ in first }.merging(StaffLetterValues.names.mapValues(frame.merging)) { first, _ in first }

    private static let own: [String: TemplateNames] = [
        "given": frame.merging(["project": project]).merging(GivenValues.names),
        "invitation": frame.merging([
            "link": .value, "until": .value, "welcome": lines, "projects": .each(["title", "phase"]),
        ]),
        "portal-link": frame.merging(["link": .value, "until": .value, "code": .value]),
        "sign-in": frame.merging(["link": .value, "code": .value, "until": .value]),
        "decision-asked": frame.merging([
            "project": project, "deliverable": deliverable, "files": files, "decide": decide,
        ]),
        "decision-made": frame.merging([
            "project": project, "deliverable": deliverable, "version": .value, "by": .value, "approved": .value,
            "revision": .value, "rejected": .value, "comment": lines, "until": .value, "instead": .value,
        ]),
        "decision-taken-back": frame.merging([
            "project": project, "deliverable": deliverable, "version": .value, "by": .value, "was": .value,
            "own": .value, "decide": decide,
        ]),
        "undo-offered": frame.merging([
            "project": project, "deliverable": deliverable, "asked": .value, "decided": .value, "undo": undo,
        ]),
        "new-message": frame.merging([
            "project": project, "author": .value, "unverified": .value, "message": lines, "files": files,
        ]),
        "list": frame.merging([
            "project": project, "about": .value, "what": .value, "page": .value, "new": .value, "empty": .value,
            "hint": .value,
            "prefilled": .each(["label", "link"]),
            "entries": .each(["number", "text", "detail", "done", "new"]),
        ]),
        "digest": frame.merging([
            "project": project, "about": .value, "page": .value, "count": .value, "several": .value,
            "answerable": .value, "forms": .value,
            "entries": .each(["number", "text", "kind", "due"]),
            "hints": .each(.value),
        ]),
        "do-on-page": frame.merging(["project": project, "about": .value, "asked": .value, "page": .value]),
        "request-received": frame.merging(request), "request-told": frame.merging(request),
        "request-remark": frame.merging(request.merging(["author": .value, "message": lines])),
        "todos-done": frame.merging(["project": project, "by": .value, "titles": .each(.value)]),
        "menu": frame.merging([
            "project": project, "exhibit": exhibit,
            "sections": .each(["heading": .value, "dishes": .each(["dish", "text", "marks"])]),
        ]),
        "itinerary": frame.merging([
            "project": project, "exhibit": exhibit,
            "days": .each(["day": .value, "entries": .each(["time", "what", "place", "note"])]),
        ]),
        "board": frame.merging([
            "project": project, "exhibit": exhibit, "pictures": .each(["caption", "by"]), "count": .value,
        ]),
        "floor-plan": frame.merging([
            "project": project, "exhibit": exhibit, "tables": .value, "seats": .value, "drawn": .value, "by": .value,
        ]),
        "document-issued": frame.merging([
            "project": project, "document": document, "sign": .value, "attached": .value,
        ]),
        "signing-link": frame.merging(["project": project, "document": document, "link": .value, "until": .value]),
        "signing-code": frame.merging(["project": project, "document": document, "code": .value, "until": .value]),
        "document-signed": frame.merging([
            "project": project, "document": document, "by": .value, "own": .value, "complete": .value,
            "missing": .value, "key": .value,
            "signatures": .each([
                "name", "address", "typed", "at", "from", "evidence", "number", "entry", "previous",
            ]),
        ]),
        "comment": frame.merging([
            "project": project, "exhibit": exhibit, "about": .value, "author": .value, "unverified": .value,
            "message": lines, "files": files,
        ]),
        "invoice": frame.merging(["project": project]).merging(InvoiceValues.whole),
        "invoice-closed": frame.merging(["project": project]).merging(InvoiceValues.closed),
        "payment-doubtful": frame.merging(["project": project]).merging(InvoiceValues.doubtful),
        "form-asked": form, "form-answers": form,
        "form-read": form.merging([
            "answers": .each(["number", "question", "said"]), "complete": .value, "kept": .value,
        ]),
        "guest-asked": guest.merging([
            "again": .value, "details": lines, "party": .value, "isParty": .value, "yes": .value, "no": .value,
            "maybe": .value,
        ]),
        "guest-uninvited": guest, "guest-on-page": guest, "guest-noted": guest.merging(["noted": .value]),
        "guest-answers": frame.merging([
            "project": project, "answers": .each(["number", "name", "answer", "note"]), "yes": .value, "no": .value,
            "maybe": .value, "open": .value, "people": .value, "page": .value,
        ]),
        "guest-proposes": frame.merging([
            "project": project, "name": .value, "address": .value, "proposal": .value, "note": lines, "page": .value,
        ]),
        "receipt": frame.merging([
            "project": project, "about": .value, "page": .value,
            "items": .each(["read": .value, "did": .value, "files": files]), "done": .value,
            "again": ["deliverable": deliverable, "decide": decide], "undo": undo,
        ]),
        "confirmation-needed": frame.merging([
            "project": project, "deliverable": deliverable, "version": .value, "link": .value, "until": .value,
            "comment": lines,
        ]),
        "delivery-failed": frame.merging([
            "person": .value, "address": .value, "about": .value, "diagnostic": .value,
        ]),
    ]

    private static let frame: TemplateNames = [
        "organization": ["name", "website", "contact", "color", "ink", "bright", "logo", "portal"],
        "recipient": ["name", "staff", "guest"], "language": .value,
    ]

    private static let form = frame.merging([
        "project": project, "form": .value, "details": lines, "due": .value, "blank": .value, "page": .value,
        "questions": .each(["number", "question", "required", "hint", "answer"]),
    ])
    /// A mail to a guest of an event.
    private static let guest = frame.merging(["event": .value, "when": .value, "place": .value, "page": .value])

    private static let project: TemplateNames = [
        "title": .value, "link": .value, "phase": .value, "number": .value, "count": .value,
        "phases": .each(["name", "done", "current", "ahead"]),
    ]

    private static let request: TemplateNames = [
        "title": .value, "client": .value, "project": .value, "page": .value, "files": files, "text": lines,
        "missing": .value, "unverified": .value, "assigned": .value, "pending": .value, "confirmed": .value,
        "reason": lines, "assignee": .value, "passengers": .value, "confirm": .value, "decline": .value,
    ]
    private static let deliverable: TemplateNames = ["title", "kind", "format", "version", "due", "status", "link"]
    private static let exhibit: TemplateNames = [
        "title": .value, "details": lines, "version": .value, "asked": .value, "link": .value,
    ]
    /// How the recipient takes back what they decided.
    private static let undo: TemplateNames = ["version", "was", "until", "link", "reply", "instead"]
    private static let document: TemplateNames = ["title", "kind", "version", "file", "size", "digest", "link"]
    private static let files: TemplateNames = ["all": .each(["name", "size", "digest", "mark"])]
    private static let lines: TemplateNames = ["lines": .each(.value)]
    /// Addresses of prefilled replies.
    private static let decide: TemplateNames = ["approve", "revise", "reject"]
}
