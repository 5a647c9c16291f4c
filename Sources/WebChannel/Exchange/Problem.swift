import HTTPTypes
import Localization

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

    var title: Phrase {
        switch self {
        case .notFound: Phrase("There is nothing here")
        case .foreignForm: Phrase("Please try that once more")
        case .misdirected: Phrase("This is another site")
        case .methodNotAllowed: Phrase("That cannot be done here")
        case .tooLarge: Phrase("That was too large")
        case .unreadableForm: Phrase("The form did not arrive whole")
        case .tooMany: Phrase("A little slower, please")
        case .fault: Phrase("Something went wrong on our side")
        }
    }

    var text: Phrase {
        switch self {
        case .notFound:
            Phrase(
                "The address may be mistyped, or the link may be spent or meant for somebody else. If it came by mail, ask whoever sent it for a new one."
            )
        case .foreignForm:
            Phrase(
                "Nothing was done. The page that you sent was too old, or your browser keeps no cookies. Go back, load the page again, and send it once more."
            )
        case .misdirected: Phrase("The request names a host that is not served here.")
        case .methodNotAllowed: Phrase("This address answers to other kinds of requests.")
        case .tooLarge: Phrase("Nothing was sent. Please choose smaller files, or send them in several messages.")
        case .unreadableForm: Phrase("Nothing was done. Please go back and send it again.")
        case .tooMany: Phrase("Many forms came from your network within a short time. Please wait a minute.")
        case .fault(let id):
            Phrase("Nothing was lost. Please try again in a moment; if it stays like this, tell us this number: \(id)")
        }
    }
}
