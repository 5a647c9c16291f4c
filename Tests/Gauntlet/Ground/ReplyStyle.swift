/// How mail programs and people answer: the word on top, and our mail below it.
enum ReplyStyle: CaseIterable, Sendable {
    case gmail, gmailPhone, iPhone, appleMail, outlook, outlookWeb, outlookPhone, thunderbird, thunderbirdHTML
    case yahoo, proton, galaxy, german, french, spanish, bare, signed, page

    struct Body {
        var plain: String
        /// Nil for a mail of text alone.
        var html: String?
        /// Whether the mail is HTML alone.
        var isPage = false
        var isFlowed = false
    }

    func body(_ words: [String], answering asked: Ground.Asked, at address: String) -> Body {
        let quote = Quote(words, asked, address)
        return switch self {
        case .gmail: quote.google("On Mon, Sep 21, 2026 at 4:00\u{202F}PM Acme Studio <\(address)>\nwrote:", footer: "")
        case .gmailPhone: quote.google("On Mon, 21 Sept 2026, 16:00 Acme Studio, <\(address)> wrote:", footer: "")
        case .iPhone:
            quote.apple("On 21. Sep 2026, at 16:00, Acme Studio <\(address)> wrote:", footer: "Sent from my iPhone")
        case .appleMail: quote.apple("On 21 Sep 2026, at 16:00, Acme Studio <\(address)> wrote:", footer: "")
        case .outlook: quote.outlook(["From", "Sent", "To", "Subject"], "21 September 2026 16:00", footer: "")
        case .outlookWeb: quote.outlookWeb(footer: "")
        case .outlookPhone: quote.outlookWeb(footer: "Get Outlook for iOS<https://aka.ms/o0ukef>")
        case .thunderbird: quote.thunderbird("Am 21.09.26 um 16:00 schrieb Acme Studio:", html: false)
        case .thunderbirdHTML: quote.thunderbird("On 21.09.26 16:00, Acme Studio wrote:", html: true)
        case .yahoo: quote.yahoo("On Monday, September 21, 2026 at 04:00:00 PM GMT+2, Acme Studio <\(address)> wrote:")
        case .proton:
            quote.quoted(
                "On Monday, September 21st, 2026 at 4:00 PM, Acme Studio <\(address)> wrote:",
                footer: "Sent with [Proton Mail](https://proton.me/mail/home) secure email.")
        case .galaxy: quote.original("-------- Ursprüngliche Nachricht --------\nVon", "Von meinem Galaxy gesendet")
        case .german:
            quote.outlook(["Von", "Gesendet", "An", "Betreff"], "Montag, 21. September 2026 16:00", footer: "")
        case .french: quote.google("Le lun. 21 sept. 2026 à 16:00, Acme Studio <\(address)> a écrit :", footer: "")
        case .spanish:
            quote.google("El lun, 21 sept 2026 a las 16:00, Acme Studio (<\(address)>) escribió:", footer: "")
        case .bare: Body(plain: quote.top, html: nil)
        case .signed:
            quote.quoted(
                "On 2026-09-21 16:00, Acme Studio wrote:",
                footer: "-- \nDana Client\nClient GmbH · Hauptstraße 1 · 10115 Berlin\nwww.client.test")
        case .page: quote.pageAlone("On Mon, Sep 21, 2026 at 4:00 PM Acme Studio &lt;\(address)&gt; wrote:")
        }
    }
}

/// What each style is made of.
private struct Quote {
    let top: String
    private let words: [String]
    private let asked: Ground.Asked
    private let address: String

    init(_ words: [String], _ asked: Ground.Asked, _ address: String) {
        top = words.joined(separator: "\n\n")
        (self.words, self.asked, self.address) = (words, asked, address)
    }

    private var history: String {
        asked.text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }.joined(separator: "\n")
    }

    /// Our mail's body without what only a whole page has.
    private var page: String { asked.html }

    private func divs(_ style: String = "") -> String {
        words.map { "<div\(style)>\($0.replacing("\n", with: "<br>"))</div><div\(style)><br></div>" }.joined()
    }

    private func lines(_ pieces: [String]) -> String { pieces.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }

    private func escaped(_ text: String) -> String {
        text.replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\n", with: "<br>")
    }

    func quoted(_ attribution: String, footer: String) -> ReplyStyle.Body {
        .init(plain: lines([top, footer, "\(attribution)\n\(history)"]), html: nil)
    }

    func google(_ attribution: String, footer: String) -> ReplyStyle.Body {
        .init(
            plain: lines([top, footer, "\(attribution)\n\n\(history)"]),
            html: "<div dir=\"ltr\">\(divs())</div><br><div class=\"gmail_quote gmail_quote_container\">"
                + "<div dir=\"ltr\" class=\"gmail_attr\">\(escaped(attribution))<br></div><blockquote class=\"gmail_quote\""
                + " style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex\">"
                + "\(page)</blockquote></div>")
    }

    func apple(_ attribution: String, footer: String) -> ReplyStyle.Body {
        let sent = footer.isEmpty ? "" : "<div dir=\"ltr\">\(footer)</div>"
        return .init(
            plain: lines([top, footer, "\(footer.isEmpty ? "" : "> ")\(attribution)\n> \n\(history)"]),
            html: "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head>"
                + "<body dir=\"auto\">\(divs())<br id=\"lineBreakAtBeginningOfSignature\">\(sent)"
                + "<div dir=\"ltr\"><br><blockquote type=\"cite\">\(escaped(attribution))<br><br></blockquote></div>"
                + "<blockquote type=\"cite\"><div dir=\"ltr\">\(page)</div></blockquote></body></html>")
    }

    func outlook(_ labels: [String], _ date: String, footer: String) -> ReplyStyle.Body {
        let block = [
            "\(labels[0]): Acme Studio <\(address)>", "\(labels[1]): \(date)",
            "\(labels[2]): \(asked.address)", "\(labels[3]): \(asked.subject)",
        ]
        let fields = block.map(escaped).joined(separator: "<br>")
        return .init(
            plain: lines([top, footer, block.joined(separator: "\n"), asked.text]),
            html:
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p.MsoNormal {margin:0cm} -->"
                + "</style></head><body lang=DE><div class=WordSection1>"
                + words.map {
                    "<p class=MsoNormal>\(escaped($0))<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
                }
                .joined()
                + "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
                + "<p class=MsoNormal>\(fields)<o:p></o:p></p></div></div>\(page)</div></body></html>")
    }

    func outlookWeb(footer: String) -> ReplyStyle.Body {
        let block = [
            "From: Acme Studio <\(address)>", "Sent: Monday, September 21, 2026 4:00 PM",
            "To: \(asked.name) <\(asked.address)>", "Subject: \(asked.subject)",
        ]
        let sent =
            footer.isEmpty
            ? ""
            : "<div id=\"ms-outlook-mobile-signature\">Get <a href=\"https://aka.ms/o0ukef\">Outlook for iOS</a></div>"
        return .init(
            plain: lines([
                top, footer, "________________________________\n" + block.joined(separator: "\n"), asked.text,
            ]),
            html: "<html><body dir=\"ltr\">\(divs(" class=\"elementToProof\""))\(sent)<div id=\"appendonsend\"></div>"
                + "<hr style=\"display:inline-block;width:98%\" tabindex=\"-1\"><div id=\"divRplyFwdMsg\" dir=\"ltr\">"
                + "<font face=\"Calibri, sans-serif\">\(block.map(escaped).joined(separator: "<br>"))</font><div>&nbsp;</div>"
                + "</div>\(page)</body></html>")
    }

    func thunderbird(_ attribution: String, html: Bool) -> ReplyStyle.Body {
        var body = quoted(attribution, footer: "")
        body.isFlowed = true
        guard html else { return body }
        body.html =
            "<!DOCTYPE html><html><head></head><body><p>\(words.map(escaped).joined(separator: "</p><p>"))</p>"
            + "<div class=\"moz-cite-prefix\">\(escaped(attribution))<br></div>"
            + "<blockquote type=\"cite\" cite=\"mid:\(asked.messageID)\">\(page)</blockquote></body></html>"
        return body
    }

    func yahoo(_ attribution: String) -> ReplyStyle.Body {
        .init(
            plain: lines([top, "    \(attribution)  \n \n \(asked.text)"]),
            html: "<html><head></head><body><div class=\"ydp1a2byahoo-style-wrap\" style=\"font-size:13px;\">"
                + "\(divs(" dir=\"ltr\" data-setdir=\"false\""))</div><div id=\"ydp3cyahoo_quoted_1\" class=\"ydp3cyahoo_quoted\">"
                + "<div><div>\(escaped(attribution))</div><div><br></div><div>\(page)</div></div></div></body></html>")
    }

    func original(_ start: String, _ footer: String) -> ReplyStyle.Body {
        let block =
            "\(start): Acme Studio <\(address)>\nDatum: 21.09.26 16:00 (GMT+01:00)\nAn: "
            + "\(asked.address)\nBetreff: \(asked.subject)"
        return .init(plain: lines([top, footer, block, asked.text]), html: nil)
    }

    func pageAlone(_ attribution: String) -> ReplyStyle.Body {
        .init(
            plain: "",
            html:
                "<div>\(words.map(escaped).joined(separator: "<br><br>"))</div><br><div class=\"gmail_quote\">\(attribution)"
                + "<br><blockquote class=\"gmail_quote\">\(page)</blockquote></div>",
            isPage: true)
    }
}
