import Localization
import PortalCore
import Templates

/// What mails to staff about their own work say.
struct StaffLetterValues {
    private let letter: StaffLetter

    init(_ letter: StaffLetter) { self.letter = letter }

    var template: String {
        switch letter {
        case .invitationAsked: "invitation-asked"
        case .test: "test"
        case .sendingStopped: "sending-stopped"
        }
    }

    static let names: [String: TemplateNames] = [
        "invitation-asked": ["link": .value],
        "sending-stopped": ["mails": .value, "bounced": .value, "at": .value, "link": .value],
        "test": ["link": .value, "until": .value, "welcome": ["lines": .each(.value)]],
    ]

    func values(_ frame: LetterValues) -> TemplateValue {
        switch letter {
        case .invitationAsked(let asked):
            ["link": .text(frame.site.staff("invitations/\(asked.id)", frame.organization))]
        case .test(let expires):
            [
                "link": .text(frame.site.signIn(frame.organization)), "until": .phrase(frame.time.text(expires)),
                "welcome": frame.lines(frame.organization.settings.welcome),
            ]
        case .sendingStopped(let stop):
            [
                "mails": .number(stop.count.mails), "bounced": .number(stop.count.bounced),
                "at": .phrase(frame.time.text(stop.since)), "link": .text(frame.site.staff(nil, frame.organization)),
            ]
        }
    }
}
