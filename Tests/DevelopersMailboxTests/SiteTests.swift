import DevelopersMailbox
import Foundation
import MailFormat
import Testing

struct Pages {
    @Test("the list shows every mail and every inbox, and one inbox alone")
    func list() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send(name: "Ada <b>")
        try await world.send(to: "bo@client.example", name: "Bo", subject: "For Bo")
        try await world.visit { site in
            let all = try await site.get("/")
            #expect(all.text.contains("Ada &lt;b&gt;") && all.text.contains("For Bo"))
            #expect(all.text.contains("src=\"/refresh.js\""))
            #expect(try await site.get("/refresh.js").headers["content-type"] == "text/javascript; charset=utf-8")
            let one = try await site.get("/?person=ada%40client.example")
            #expect(one.text.contains("/mail/\(id)\"") && !one.text.contains("For Bo"))
            #expect(one.text.contains("href=\"/?person=ada%40client.example\" aria-current=\"page\""))
        }
    }

    @Test("a mail is shown with its fields, its text with links, its frame, its files and its source")
    func mail() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send()
        try await world.visit { site in
            let page = try await site.get("/mail/\(id)")
            #expect(page.text.contains("<h1>Decision asked</h1>"))
            #expect(
                page.text.contains("<a href=\"https://portal.example/d/7?v=2\" target=\"_blank\" rel=\"noopener\">"))
            #expect(
                page.text.contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/mail/\(id)/html\""))
            #expect(page.text.contains("plan &quot;ü&quot;.pdf"))
            #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            let source = try await site.get("/mail/\(id)/source")
            #expect(
                source.text.hasPrefix("Return-Path: <portal@portal.example>\r\nDelivered-To: ada@client.example\r\n"))
        }
    }

    @Test("in the frame, pictures come from the mail, links open beside it and mailto leads to the composer")
    func frame() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send()
        try await world.visit { site in
            let frame = try await site.get("/mail/\(id)/html")
            #expect(frame.headers["content-security-policy"]?.contains("sandbox allow-popups") == true)
            #expect(frame.text.contains("<head><base target=\"_blank\"><title>"))
            let picture = try #require(frame.text.firstMatch(of: /src="(\/mail\/[^"]+\/part\/\d+)"/)?.output.1)
            #expect(try await site.get(String(picture)).headers["content-type"] == "image/png")
            let link = try #require(frame.text.firstMatch(of: /href="([^"]+)">Approve/)?.output.1)
            let composer = try await site.get(link.replacingOccurrences(of: "&amp;", with: "&"))
            #expect(composer.text.contains(">\nAPPROVE</textarea>"))
            #expect(composer.text.contains("value=\"reply+tok3n@portal.example\""))
            #expect(composer.text.contains("value=\"ada@client.example\""))
        }
    }

    @Test("files that are no pictures are downloads under their own name")
    func download() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send()
        try await world.visit { site in
            let page = try await site.get("/mail/\(id)")
            let path = try #require(page.text.firstMatch(of: /class="file"><a href="([^"]+)">plan/)?.output.1)
            let file = try await site.get(String(path))
            #expect(file.text == "\u{1}\u{2}\u{3}")
            #expect(file.headers["content-type"] == "application/octet-stream")
            #expect(file.headers["content-disposition"] == "attachment; filename*=UTF-8''plan%20%22%C3%BC%22.pdf")
        }
    }

    @Test("a reply is sent by the form, simple or with files, and the mail says so")
    func reply() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send()
        try await world.visit { site in
            let after = try await site.post("/mail/\(id)/reply", "text=APPROVE+%2B+thanks")
            #expect(after.path == "/mail/\(id)?answered=1")
            #expect(after.text.contains("role=\"status\""))
            let form = """
                --b\r\nContent-Disposition: form-data; name="text"\r\n\r\nSee file\r\n\
                --b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\
                Content-Type: text/plain\r\n\r\nhello\r\n--b--\r\n
                """
            let type = "multipart/form-data; boundary=b"
            _ = try await site.post("/mail/\(id)/reply", form, headers: ["Content-Type": type])
        }
        let replies = try world.arrived()
        #expect(replies.map { VisibleReply(of: $0).text } == ["APPROVE + thanks", "See file"])
        #expect(replies.last?.attachments.map(\.fileName) == ["a.txt"])
    }

    @Test("a new mail is sent by the form; without an address it is asked for again, nothing lost")
    func newMail() async throws {
        let world = try World()
        defer { world.remove() }
        try await world.visit { site in
            let again = try await site.post("/new", "from=ada&to=portal%40portal.example&subject=S&text=Kept")
            #expect(again.status == 422)
            #expect(again.text.contains("role=\"alert\"") && again.text.contains("Kept</textarea>"))
            let sent = try await site.post("/new", "from=a%40b.example&to=portal%40portal.example&subject=S&text=T")
            #expect(sent.path == "/?person=a%40b.example" || sent.path == "/?person=a@b.example")
        }
        #expect(try world.arrived().map(\.subject) == ["S"])
    }

    @Test(
        "what is not there is not found",
        arguments: ["/mail/x", "/mail/..%2F..%2Fetc/html", "/mail/x/part/1", "/nothing"])
    func notFound(path: String) async throws {
        let world = try World()
        defer { world.remove() }
        try await world.visit { site in
            let page = try await site.get(path)
            #expect(page.status == 404)
        }
    }

    @Test("another web site can neither send a form nor pass for this machine")
    func strangers() async throws {
        let world = try World()
        defer { world.remove() }
        let id = try await world.send()
        try await world.visit { site in
            let form = try await site.post("/mail/\(id)/reply", "text=x", headers: ["Origin": "https://evil.example"])
            #expect(form.status == 403)
            let own = ["Origin": "http://127.0.0.1:\(site.port)"]
            #expect(try await site.post("/mail/\(id)/reply", "text=x", headers: own).status == 200)
            #expect(try await site.post("/new", "", headers: ["Host": "evil.example"]).status == 403)
        }
        #expect(try world.arrived().count == 1)
    }
}
