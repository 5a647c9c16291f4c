import MailFormat
import PortalCore
import Testing

@testable import MailChannel

/// Both doors, for what is there to be looked at.
@Suite("Both doors, for menus and itineraries")
struct ExhibitDoorsTests {
    private static let menu = Thing.exhibit(ExhibitID(number: 4), .menus)
    private static let photo = FileContent(
        name: "photo.jpg", contentType: "image/jpeg", size: 3, digest: ContentDigest(of: [1, 2, 3]))

    private static func comment(_ text: String, _ files: [FileContent] = []) -> Command {
        let message = NewMessage(project: ItemDoorsTests.project, text: text, attachments: files)
        return .item(.exhibit(.comment(NewComment(message, about: menu))))
    }

    @Test("what answers a mail about one thing is a comment on it, with its files")
    func said() {
        #expect(ItemDoorsTests.commands("Less salt, please.", to: [Self.menu]) == [Self.comment("Less salt, please.")])
        #expect(
            ItemDoorsTests.commands("Like this:", to: [Self.menu], files: [Self.photo])
                == [Self.comment("Like this:", [Self.photo])])
        #expect(
            ItemDoorsTests.commands("Is it done? Approve it then.", to: [Self.menu]).first
                == Self.comment("Is it done? Approve it then."))
    }

    @Test(
        "GET and a name ask for all of a kind",
        arguments: [
            ("GET menu", [.menus]), ("get itinerary", [.itineraries]), ("GET menu, itinerary", [.menus, .itineraries]),
        ] as [(String, [Tool])])
    func get(reply: String, tools: [Tool]) {
        #expect(
            ItemDoorsTests.commands(reply, to: [Self.menu]) == [
                .item(.exhibit(.get(tools, in: ItemDoorsTests.project)))
            ])
    }

    @Test("a picture that answers a floor plan's mail is its next version, and the words are a comment")
    func drawn() {
        let plan = Thing.exhibit(ExhibitID(number: 6), .floorplans)
        let message = NewMessage(project: ItemDoorsTests.project, text: "Like so.", attachments: [Self.photo])
        #expect(
            ItemDoorsTests.commands("Like so.", to: [plan], files: [Self.photo]) == [
                .item(.exhibit(.comment(NewComment(message, about: plan)))),
                .item(.floorPlan(.annotate(ExhibitID(number: 6), Self.photo, in: ItemDoorsTests.project))),
            ])
    }

    @Test("words below a command are a comment, too")
    func both() {
        #expect(
            ItemDoorsTests.commands("GET itinerary\n\nThe menu is lovely.", to: [Self.menu]) == [
                .item(.exhibit(.get([.itineraries], in: ItemDoorsTests.project))), Self.comment("The menu is lovely."),
            ])
    }
}
