import Localization
import PortalCore
import Templates

/// What a vision board's page shows: its pictures, the newest first.
enum BoardView {
    static let names: TemplateNames = ExhibitView.frameNames.merging([
        "pictures": .each(["picturePath", "thumbnail", "alt", "caption", "by", "remarks"]), "pictureCount": .value,
    ])

    static func value(_ pictures: [BoardPicture], path: (String) -> String) -> TemplateValue {
        [
            "pictures": .list(
                pictures.map { picture in
                    [
                        "picturePath": .text(path("picture-\(picture.id)")),
                        "thumbnail": .text(path("thumbnail-\(picture.id)")), "alt": .text(picture.title),
                        "caption": .text(picture.caption), "by": .text(picture.author),
                        "remarks": .number(picture.comments),
                    ]
                }), "pictureCount": .number(pictures.count),
        ]
    }
}

/// The page of one picture, with what was said about it.
struct PictureView {
    let page: PicturePage
    let remarks: Remarks
    let room: ExhibitRoom

    static let names: TemplateNames = ToolHeading.names.merging([
        "boardPath": .value, "boardTitle": .value, "image": .value, "alt": .value, "width": .value, "height": .value,
        "caption": .value, "by": .value, "at": .value, "iso": .value, "messages": MessageList.names,
        "messageCount": .value, "remark": Remarks.names,
    ])

    var value: TemplateValue {
        let picture = page.picture
        let time = ReadableTime(zone: page.viewer.organization.settings.timeZone)
        return ToolHeading(viewer: page.viewer, project: page.project, tool: .boards).value.adding([
            "title": .text("\(picture.title) · \(page.board.settings.title)"), "heading": .text(picture.title),
            "boardPath": .text(room.path(page.board.id)), "boardTitle": .text(page.board.settings.title),
            "image": .text(room.path(page.board.id, "image-\(picture.id)")), "alt": .text(picture.title),
            "width": .number(picture.width), "height": .number(picture.height), "caption": .text(picture.caption),
            "by": .text(picture.author), "at": .phrase(time.text(picture.at)),
            "iso": .text(ReadableTime.iso(picture.at)),
            "messages": MessageList(
                messages: page.comments, attachments: page.attachments, slug: room.slug, time: time,
                viewer: page.viewer.person
            ).value, "messageCount": .number(page.comments.count), "remark": remarks.value,
        ])
    }
}
