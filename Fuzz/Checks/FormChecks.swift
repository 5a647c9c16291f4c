import MailFormat

/// Uploaded forms: the first line names the boundary, as in the header of a request.
enum FormChecks {
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        let line = bytes.prefix { $0 != 10 }
        let body = Array(bytes.dropFirst(line.count + 1))
        let boundary = MultipartForm.boundary(ofContentType: String(decoding: line, as: UTF8.self)) ?? "b"
        findings.require(PercentEncoding.decoded(bytes).count <= bytes.count, "percent encoding grew")
        guard let form = MultipartForm.parse(body: body, boundary: boundary) else { return }
        let size = form.files.reduce(0) { $0 + $1.bytes.count }
        findings.require(size <= body.count, "files grew")
        findings.require(form.fields.count + form.files.count <= 200, "too many parts")
    }
}
