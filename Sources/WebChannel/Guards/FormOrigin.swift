import HTTPTypes

/// Whether a form comes from our own pages, as far as the browser says.
///
/// The form's token is checked besides; this one also holds where an attacker has a token of their own.
enum FormOrigin {
    static func isOwn(_ headers: HTTPFields, host: String, of site: SiteHost) -> Bool {
        let relation = headers[fetchSite]
        if let relation, !["same-origin", "none"].contains(where: { relation.utf8.elementsEqual($0.utf8) }) {
            return false
        }
        guard let origin = headers[.origin] else { return true }
        // QUIRK: a page with `Referrer-Policy: no-referrer` sends its own forms with `Origin: null` (Fetch, “append a
        // request Origin header”); then the other header must say it.
        if origin.utf8.elementsEqual("null".utf8) { return relation?.utf8.elementsEqual("same-origin".utf8) ?? false }
        return site.isOrigin(origin, host: host)
    }

    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .origin
}
