import HTTPTypes

/// Why there is no page, or no act, here. What is unknown and what is foreign are the same.
enum Problem: Error, Equatable {
    case notFound
    /// The form did not come from our page in this browser.
    case foreignForm
    case misdirected
    case methodNotAllowed(allowed: String)
    case tooLarge
    case unreadableForm
    case tooMany
    /// Our own fault; the identifier is in the log.
    case fault(id: String)

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .foreignForm: .forbidden
        case .misdirected: .misdirectedRequest
        case .methodNotAllowed: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .unreadableForm: .badRequest
        case .tooMany: .tooManyRequests
        case .fault: .internalServerError
        }
    }

    var title: String {
        switch self {
        case .notFound: "There is nothing here"
        case .foreignForm: "Please try that once more"
        case .misdirected: "This is another site"
        case .methodNotAllowed: "That cannot be done here"
        case .tooLarge: "That was too large"
        case .unreadableForm: "The form did not arrive whole"
        case .tooMany: "A little slower, please"
        case .fault: "Something went wrong on our side"
        }
    }

    var text: String {
        switch self {
        case .notFound:
            """
            The address may be mistyped, or the link may be spent or meant for somebody else. If it came by mail, ask \
            whoever sent it for a new one.
            """
        case .foreignForm:
            """
            Nothing was done. The page that you sent was too old, or your browser keeps no cookies. Go back, load the \
            page again, and send it once more.
            """
        case .misdirected: "The request names a host that is not served here."
        case .methodNotAllowed: "This address answers to other kinds of requests."
        case .tooLarge: "Nothing was sent. Please choose smaller files, or send them in several messages."
        case .unreadableForm: "Nothing was done. Please go back and send it again."
        case .tooMany: "Many forms came from your network within a short time. Please wait a minute."
        case .fault(let id):
            "Nothing was lost. Please try again in a moment; if it stays like this, tell us this number: \(id)"
        }
    }
}
