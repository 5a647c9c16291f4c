import PortalCore
import Templates

/// The style of the pages with an organization's color in front. Its address changes with its content, so that browsers
/// keep it for a year.
struct Stylesheet: Sendable {
    private let slug: String?
    private let color: BrandColor

    /// For pages that belong to no organization.
    static let plain = Stylesheet(slug: nil, color: .standard)

    init(of organization: OrganizationSettings) {
        self.init(slug: organization.slug, color: BrandColor(organization.color) ?? .standard)
    }

    private init(slug: String?, color: BrandColor) {
        self.slug = slug
        self.color = color
    }

    /// Sixteen hexadecimal digits.
    var version: String {
        Hexadecimal.text(SHA256.digest(of: Self.sharedDigest + color.bytes).prefix(8))
    }

    var path: String { "\(slug.map { "/\($0)" } ?? "")/style-\(version).css" }

    var bytes: [UInt8] { Array(color.properties.utf8) + PackageResources.style_css }

    /// The organization's part is a function of its color, so the color stands for it. Only what the program brings is
    /// long, and is read once.
    private static let sharedDigest = SHA256.digest(
        of: Array(BrandColor.standard.properties.utf8) + PackageResources.style_css)
}

extension Website {
    func style(_ version: String) throws -> Answer { try style(.plain, version) }

    func style(_ version: String, of slug: String) throws -> Answer {
        guard let organization = try portal.organization(slug) else { throw Problem.notFound }
        return try style(Stylesheet(of: organization.settings), version)
    }

    private func style(_ sheet: Stylesheet, _ version: String) throws -> Answer {
        guard version.utf8.elementsEqual(sheet.version.utf8) else { throw Problem.notFound }
        return .open(sheet.bytes, type: "text/css; charset=utf-8", cache: "public, max-age=31536000, immutable")
    }
}
