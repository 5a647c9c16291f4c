/// Media types by the end of a file's name; what is not known is only ever downloaded.
enum ContentTypes {
    private static let table: [(ending: String, type: String)] = [
        ("pdf", "application/pdf"), ("txt", "text/plain"), ("md", "text/markdown"), ("csv", "text/csv"),
        ("png", "image/png"), ("jpg", "image/jpeg"), ("jpeg", "image/jpeg"), ("gif", "image/gif"),
        ("webp", "image/webp"), ("avif", "image/avif"), ("svg", "image/svg+xml"), ("tif", "image/tiff"),
        ("tiff", "image/tiff"), ("mp4", "video/mp4"), ("mov", "video/quicktime"), ("webm", "video/webm"),
        ("mp3", "audio/mpeg"), ("wav", "audio/wav"), ("zip", "application/zip"), ("json", "application/json"),
        ("ics", "text/calendar"), ("eml", "message/rfc822"), ("html", "text/html"), ("css", "text/css"),
        ("doc", "application/msword"), ("xls", "application/vnd.ms-excel"),
        ("ppt", "application/vnd.ms-powerpoint"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        ("odt", "application/vnd.oasis.opendocument.text"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("kml", "application/vnd.google-earth.kml+xml"), ("geojson", "application/geo+json"),
        ("las", "application/vnd.las"), ("glb", "model/gltf-binary"),
    ]

    static func type(of name: String) -> String {
        let bytes = Array(name.utf8)
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return "application/octet-stream" }
        let ending = bytes[(dot + 1)...].map(\.asLowerLetter)
        return table.first { ending.elementsEqual($0.ending.utf8) }?.type ?? "application/octet-stream"
    }
}
