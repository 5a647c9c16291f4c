import PortalCore

/// Reads what projects put up to be looked at: the lists `menus`, `itineraries`, `boards` and `floorplans`.
struct ExhibitReader {
    /// Limits: sections of a menu, dishes of a section, entries of an itinerary, marks of a dish.
    private static let most = (sections: 50, dishes: 200, entries: 500, marks: 10)

    func read(_ fields: inout Fields, project: String) -> [ExhibitSettings] {
        read("menus", "the menu", &fields, project) { menu(&$0) }
            + read("itineraries", "the itinerary", &fields, project) { itinerary(&$0) }
            + read("boards", "the board", &fields, project) { _ in .board }
            + read("floorplans", "the floor plan", &fields, project) { floorPlan(&$0) }
    }

    private func read(
        _ list: String, _ what: String, _ fields: inout Fields, _ project: String,
        _ content: (inout Fields) -> ExhibitContent
    ) -> [ExhibitSettings] {
        var keys: [String] = []
        return fields.list(list).compactMap { entry in
            guard var fields = entry.fields() else { return nil }
            let key = fields.required("key", .key(longest: 60))
            let title = fields.required("title", .line(120))
            let details = fields.optional("details", .text(2000), default: "")
            let content = content(&fields)
            fields.finish()
            key?.noteUnlessNew(among: &keys, what, entry)
            guard let key, let title, let details else { return nil }
            return ExhibitSettings(project: project, name: key, title: title, details: details, content: content)
        }
    }

    private func menu(_ fields: inout Fields) -> ExhibitContent {
        let sections = some("sections", Self.most.sections, &fields).compactMap { entry -> Menu.Section? in
            guard var fields = entry.fields() else { return nil }
            let title = fields.required("title", .line(120))
            let dishes = some("dishes", Self.most.dishes, &fields).compactMap(dish)
            fields.finish()
            return title.map { Menu.Section(title: $0, dishes: dishes) }
        }
        return .menu(Menu(sections: sections))
    }

    private func dish(_ entry: Entry) -> Menu.Dish? {
        guard entry.isGroup else {
            return entry.read(.line(120)).map { Menu.Dish(name: $0, details: "", marks: []) }
        }
        guard var fields = entry.fields() else { return nil }
        let name = fields.required("name", .line(120))
        let details = fields.optional("details", .text(500), default: "")
        let marks = some("marks", Self.most.marks, &fields).compactMap { $0.read(.line(40)) }
        fields.finish()
        guard let name, let details else { return nil }
        return Menu.Dish(name: name, details: details, marks: marks)
    }

    private func itinerary(_ fields: inout Fields) -> ExhibitContent {
        .itinerary(Itinerary(entries: some("entries", Self.most.entries, &fields).compactMap(entry)))
    }

    private func entry(_ entry: Entry) -> Itinerary.Entry? {
        guard var fields = entry.fields() else { return nil }
        let start = fields.required("start", .time)
        let place = fields.find("end")
        let end = fields.optional("end", .time)
        let title = fields.required("title", .line(120))
        let location = fields.optional("place", .line(200), default: "")
        let note = fields.optional("note", .text(1000), default: "")
        fields.finish()
        if let start, let end, end < start { place?.problem("is before `start`") }
        guard let start, let title, let location, let note else { return nil }
        return Itinerary.Entry(start: start, end: end, title: title, place: location, note: note)
    }

    private func floorPlan(_ fields: inout Fields) -> ExhibitContent {
        let width = fields.required("width", .number(FloorPlan.sides)) ?? 0
        let height = fields.required("height", .number(FloorPlan.sides)) ?? 0
        let room = (width, height)
        let tables = some("tables", FloorPlan.mostPieces, &fields).compactMap { table($0, in: room) }
        let labels = some("labels", FloorPlan.mostPieces, &fields).compactMap { label($0, in: room) }
        if tables.count + labels.count > FloorPlan.mostPieces {
            fields.entry.problem("should have at most \(FloorPlan.mostPieces) tables and labels")
        }
        return .floorPlan(FloorPlan(width: width, height: height, pieces: tables + labels))
    }

    private func table(_ entry: Entry, in room: (width: Int, height: Int)) -> FloorPlan.Piece? {
        guard var fields = entry.fields() else { return nil }
        let shape = fields.required("shape", .word([FloorPlan.Shape.round, .long]))
        let seats = fields.required("seats", .number(FloorPlan.seats))
        let label = fields.optional("label", .line(FloorPlan.longestText), default: "")
        let place = place(&fields, in: room)
        fields.finish()
        guard let shape, let seats, let label, let place else { return nil }
        return FloorPlan.Piece(
            shape: shape, text: label, seats: seats, x: place.x, y: place.y, rotation: place.rotation)
    }

    private func label(_ entry: Entry, in room: (width: Int, height: Int)) -> FloorPlan.Piece? {
        guard var fields = entry.fields() else { return nil }
        let text = fields.required("text", .line(FloorPlan.longestText))
        let place = place(&fields, in: room)
        fields.finish()
        guard let text, let place else { return nil }
        return FloorPlan.Piece(shape: .label, text: text, seats: 0, x: place.x, y: place.y, rotation: place.rotation)
    }

    private func place(
        _ fields: inout Fields, in room: (width: Int, height: Int)
    ) -> (x: Int, y: Int, rotation: Int)? {
        let x = fields.required("x", .number(0...room.width))
        let y = fields.required("y", .number(0...room.height))
        let rotation = fields.optional("rotation", .number(0...359), default: 0)
        guard let x, let y, let rotation else { return nil }
        return (x, y, rotation)
    }

    private func some(_ key: String, _ limit: Int, _ fields: inout Fields) -> [Entry] {
        guard let list = fields.find(key) else { return [] }
        let entries = list.items()
        if entries.count > limit { list.problem("should have at most \(limit) entries") }
        return Array(entries.prefix(limit))
    }
}
