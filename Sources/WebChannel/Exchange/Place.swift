import PortalCore

/// What a path names. Paths are ASCII without any percent-encoding: everything else names nothing.
enum Place: Equatable, Sendable {
    case home
    case health
    case style(version: String)
    case invitation(Secret)
    case portalLink(Secret)
    case signInLink(Secret)
    case confirmation(Secret)
    case undoLink(Secret)
    case muteLink(Secret)
    /// Where an organization's payment service reports.
    case paymentHook(slug: String)
    case guestLink(Secret)
    case signing(Secret)
    case signingFile(Secret)
    case signingView(Secret)
    case organization(slug: String, Room)

    /// What an organization has behind its slug.
    enum Room: Equatable, Sendable {
        case dashboard
        case signIn
        case signInCode
        case signOut
        case logo
        case notifications
        case staff(StaffPlace)
        case style(version: String)
        case project(ProjectID)
        case messages(ProjectID)
        case tool(ProjectID, ToolPlace)
        case organizationTool(OrganizationToolPlace)
        case deliverable(DeliverableID)
        case decision(DeliverableID)
        case undo(DeliverableID)
        case file(FileID)
    }

    /// What an organization has behind the name of a tool of its own.
    struct OrganizationToolPlace: Equatable, Sendable {
        let tool: Tool
        var thing: Int64?
        var act: String?
    }

    /// What a project has behind the name of a tool: its page, one of its things, or something that is done there.
    struct ToolPlace: Equatable, Sendable {
        let tool: Tool
        var thing: Int64?
        var act: String?
    }

    /// What the staff have: a page (empty for the first), a thing on it, something that is done with that.
    struct StaffPlace: Equatable, Sendable {
        var page = ""
        var thing: Int64?
        var act: String?
    }

    /// - Parameter target: the path of a request with its query, which no page looks at.
    init?(target: String) {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        guard path.count <= 300, path.first == UInt8(ascii: "/"), path.allSatisfy(Self.isPlain) else { return nil }
        let parts = path.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        // Plain ASCII only from here, so that comparing strings compares bytes.
        switch parts.count {
        case 1: self.init(parts[0])
        case 2: self.init(parts[0], parts[1])
        case 3: self.init(parts[0], parts[1], parts[2])
        case 4: self.init(parts[0], parts[1], parts[2], parts[3])
        case 5, 6: self.init(thingAt: parts)
        default: return nil
        }
    }

    private init?(_ name: String) {
        if let version = Self.styleVersion(name) {
            self = .style(version: version)
            return
        }
        switch name {
        case "": self = .home
        case "healthz": self = .health
        default:
            guard Self.isSlug(name) else { return nil }
            self = .organization(slug: name, .dashboard)
        }
    }

    private init?(_ first: String, _ second: String) {
        if let secret = Secret(wire: second) {
            switch first {
            case "i": self = .invitation(secret)
            case "l": self = .portalLink(secret)
            case "s": self = .signInLink(secret)
            case "c": self = .confirmation(secret)
            case "u": self = .undoLink(secret)
            case "m": self = .muteLink(secret)
            case "r": self = .guestLink(secret)
            case "d": self = .signing(secret)
            default: return nil
            }
            return
        }
        guard Self.isSlug(first), let room = Room(second) else { return nil }
        self = .organization(slug: first, room)
    }

    private init?(_ slug: String, _ kind: String, _ name: String) {
        if slug == "d", let secret = Secret(wire: kind) {
            guard name == "file" || name == "view" else { return nil }
            self = name == "file" ? .signingFile(secret) : .signingView(secret)
            return
        }
        if slug == "hooks", kind == "payments" {
            guard Self.isSlug(name) else { return nil }
            self = .paymentHook(slug: name)
            return
        }
        guard Self.isSlug(slug), let room = Room(kind, name) else { return nil }
        self = .organization(slug: slug, room)
    }

    private init?(_ slug: String, _ kind: String, _ name: String, _ verb: String) {
        if kind == "staff", Self.isSlug(slug), Self.isSlug(name), let thing = Self.number(verb) {
            self = .organization(slug: slug, .staff(StaffPlace(page: name, thing: thing)))
            return
        }
        guard Self.isSlug(slug), let number = Self.number(name) else { return nil }
        switch (kind, verb) {
        case ("projects", "messages"): self = .organization(slug: slug, .messages(ProjectID(number: number)))
        case ("projects", _):
            guard let tool = Self.tool(verb) else { return nil }
            self = .organization(slug: slug, .tool(ProjectID(number: number), ToolPlace(tool: tool)))
        case ("deliverables", "decision"):
            self = .organization(slug: slug, .decision(DeliverableID(number: number)))
        case ("deliverables", "undo"): self = .organization(slug: slug, .undo(DeliverableID(number: number)))
        default:
            guard let tool = Self.organizationTool(kind), Self.isSlug(verb) else { return nil }
            self = .organization(
                slug: slug, .organizationTool(OrganizationToolPlace(tool: tool, thing: number, act: verb)))
        }
    }

    /// `/acme/projects/7/todos/3`, and `/acme/projects/7/todos/3/done`.
    private init?(thingAt parts: [String]) {
        if parts.count == 5, parts[1] == "staff", Self.isSlug(parts[0]), Self.isSlug(parts[2]),
            let thing = Self.number(parts[3]), Self.isSlug(parts[4])
        {
            self = .organization(slug: parts[0], .staff(StaffPlace(page: parts[2], thing: thing, act: parts[4])))
            return
        }
        guard Self.isSlug(parts[0]), parts[1] == "projects", let project = Self.number(parts[2]),
            let tool = Self.tool(parts[3]), let thing = Self.number(parts[4])
        else { return nil }
        var place = ToolPlace(tool: tool, thing: thing)
        if parts.count == 6 {
            guard Self.isSlug(parts[5]) else { return nil }
            place.act = parts[5]
        }
        self = .organization(slug: parts[0], .tool(ProjectID(number: project), place))
    }

    /// A tool that has pages of its own.
    private static func tool(_ name: String) -> Tool? {
        Tool(rawValue: name).flatMap { ItemPages.tools.contains($0) ? $0 : nil }
    }

    /// A tool that has pages beside the projects.
    fileprivate static func organizationTool(_ name: String) -> Tool? {
        Tool(rawValue: name).flatMap { ItemPages.ofOrganization.contains($0) ? $0 : nil }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"):
            true
        default: false
        }
    }

    fileprivate static func isSlug(_ name: String) -> Bool {
        (2...63).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// `style-0123456789abcdef.css`, with the version between.
    static func styleVersion(_ name: String) -> String? {
        let bytes = name.utf8
        guard bytes.count == 26, bytes.starts(with: "style-".utf8), bytes.suffix(4).elementsEqual(".css".utf8) else {
            return nil
        }
        return String(decoding: bytes.dropFirst(6).dropLast(4), as: UTF8.self)
    }

    /// A number of ours: decimal digits, the first of them not 0.
    fileprivate static func number(_ name: String) -> Int64? {
        guard let first = name.utf8.first, first != UInt8(ascii: "0"),
            name.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int64(name)
    }
}

extension Place.Room {
    fileprivate init?(_ name: String) {
        if let version = Place.styleVersion(name) {
            self = .style(version: version)
            return
        }
        switch name {
        case "sign-in": self = .signIn
        case "sign-out": self = .signOut
        case "logo": self = .logo
        case "notifications": self = .notifications
        case "staff": self = .staff(Place.StaffPlace())
        default:
            guard let tool = Place.organizationTool(name) else { return nil }
            self = .organizationTool(Place.OrganizationToolPlace(tool: tool))
        }
    }

    fileprivate init?(_ kind: String, _ name: String) {
        if kind == "sign-in", name == "code" {
            self = .signInCode
            return
        }
        if kind == "staff", Place.isSlug(name) {
            self = .staff(Place.StaffPlace(page: name))
            return
        }
        guard let number = Place.number(name) else { return nil }
        switch kind {
        case "projects": self = .project(ProjectID(number: number))
        case "deliverables": self = .deliverable(DeliverableID(number: number))
        case "files": self = .file(FileID(number: number))
        default:
            guard let tool = Place.organizationTool(kind) else { return nil }
            self = .organizationTool(Place.OrganizationToolPlace(tool: tool, thing: number))
        }
    }
}
