/// What a reply may ask the portal to do: the first words of a command in English, whatever language it was typed in.
package enum CommandVerb: String, CaseIterable, Sendable {
    case approve = "APPROVE"
    case revise = "REVISE"
    case reject = "REJECT"
    case request = "REQUEST"
    case confirm = "CONFIRM"
    case decline = "DECLINE"
    case assign = "ASSIGN"
    case addPassenger = "PASSENGER ADD"
    case removePassenger = "PASSENGER REMOVE"
    case passengers = "PASSENGERS"
    case passport = "PASSPORT"
    case invoices = "INVOICES"
    case get = "GET"
    case clients = "CLIENTS"
    case invite = "INVITE"
    case login = "LOGIN"
    case test = "TEST"
    case sign = "SIGN"
    case pay = "PAY"
    case files = "FILES"
    case answer = "Q"
    case addGuest = "GUEST ADD"
    case removeGuest = "GUEST REMOVE"
    case guests = "GUESTS"
    case yes = "YES"
    case no = "NO"
    case maybe = "MAYBE"
    case done = "DONE"
    case access = "ACCESS"
    case mute = "MUTE"
    case unmute = "UNMUTE"
    case extend = "EXTEND"
    case status = "STATUS"
    case organizations = "ORGS"
    case undo = "UNDO"

    /// Every verb of the grammar: what to offer where the notice that was answered is not known.
    package static let all = Set(allCases)

    /// The verbs that answer a notice asking for a decision on a deliverable.
    package static let decisions: Set<CommandVerb> = [.approve, .revise, .reject]

    /// The verbs that answer an invitation to an event.
    package static let attendance: Set<CommandVerb> = [.yes, .no, .maybe]
}

/// What a command takes behind its verb.
enum ArgumentShape {
    case nothing
    /// Numbers of the notice's list, that many.
    case numbers(ClosedRange<Int>)
    /// A number, and free text that may go on below.
    case reason(isRequired: Bool)
    /// A number, and how many come along.
    case attendance
    /// Free text with `Field: value` lines, that may go on below.
    case request
    /// A number, and the name of a person.
    case name
    case nameAndBirthday
    case nameAndAddress
    case addressAndProject
    /// Numbers, references such as `INV-12`, names such as `menu`.
    case things(ClosedRange<Int>)
    /// Text behind the number of a question.
    case answer
}

// The grammar.
extension CommandVerb {
    var takes: ArgumentShape {
        switch self {
        case .passengers, .invoices, .clients, .login, .test, .files, .guests, .access, .mute, .unmute, .extend,
            .status,
            .organizations, .undo:
            .nothing
        case .approve, .done: .numbers(0...ReplyCommand.mostNumbers)
        case .confirm, .sign: .numbers(0...1)
        case .removePassenger, .passport, .removeGuest: .numbers(1...1)
        case .revise: .reason(isRequired: true)
        case .reject, .decline: .reason(isRequired: false)
        case .yes, .no, .maybe: .attendance
        case .request: .request
        case .assign: .name
        case .addPassenger: .nameAndBirthday
        case .addGuest: .nameAndAddress
        case .invite: .addressAndProject
        case .get: .things(1...ReplyCommand.mostNumbers)
        case .pay: .things(0...1)
        case .answer: .answer
        }
    }

    /// Verbs of one question: two of them about the same thing exclude one another.
    var question: Question? {
        switch self {
        case .approve, .revise, .reject: .deliverable
        case .confirm, .decline: .request
        case .yes, .no, .maybe: .attendance
        case .mute, .unmute: .notices
        default: nil
        }
    }

    enum Question { case deliverable, request, attendance, notices }

    /// Whether somebody's decision is made by it, so that a message that comes close to it is owed a link to the page.
    var decides: Bool { self == .sign || self == .done || (question != nil && question != .notices) }

    /// Whether it only asks for something, so that a "please" belongs to it. "Approve, please" asks somebody else to.
    var isEnquiry: Bool {
        switch self {
        case .passengers, .invoices, .get, .clients, .login, .test, .pay, .files, .guests, .access, .mute, .unmute,
            .extend,
            .status, .organizations, .undo:
            true
        default: false
        }
    }
}
