import MailFormat
import Testing

@Suite("A form with files") struct MultipartFormTests {
    private let body = """
        --X\r
        Content-Disposition: form-data; name="message"\r
        \r
        Grüße\r
        two\r
        --X\r
        Content-Disposition: form-data; name="file"; filename="a%22b.png"\r
        Content-Type: image/png\r
        \r
        \u{1}\n\r\n\r
        --X\r
        Content-Disposition: form-data; name="empty"; filename=""\r
        Content-Type: application/octet-stream\r
        \r
        \r
        --X\r
        Content-Disposition: form-data; name="nested"; filename="a.mht"\r
        Content-Type: multipart/related; boundary=Y\r
        \r
        --Y\r
        --X--\r

        """

    @Test("is read byte by byte") func reading() throws {
        let form = try #require(MultipartForm.parse(body: Array(body.utf8), boundary: "X"))
        #expect(form.value("message") == "Grüße\r\ntwo")
        #expect(form.files.map(\.fileName) == ["a\"b.png", "a.mht"])
        #expect(form.files.first?.bytes == [1, 10, 13, 10])
        #expect(form.files.first?.contentType == "image/png")
        #expect(form.files.last?.bytes == Array("--Y".utf8))
    }

    @Test("is refused when it is cut off, nameless or too large") func refusals() {
        #expect(MultipartForm.parse(body: Array(body.utf8.dropLast(6)), boundary: "X") == nil)
        #expect(MultipartForm.parse(body: Array(body.utf8), boundary: "X", partLimit: 3) == nil)
        #expect(MultipartForm.parse(body: Array("--X\r\n\r\nx\r\n--X--\r\n".utf8), boundary: "X") == nil)
        #expect(MultipartForm.parse(body: [], boundary: "X") == nil)
        #expect(MultipartForm.parse(body: Array(body.utf8), boundary: "") == nil)
    }

    @Test("names its boundary in the content type") func boundary() {
        #expect(MultipartForm.boundary(ofContentType: "Multipart/Form-Data; boundary=\"--x y\"") == "--x y")
        #expect(MultipartForm.boundary(ofContentType: "multipart/mixed; boundary=x") == nil)
        #expect(MultipartForm.boundary(ofContentType: "multipart/form-data") == nil)
    }
}
