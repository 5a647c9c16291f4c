import MailChannel
import PortalCore
import Testing

/// `security/cases.md`, CM, as others might have written it.
struct CommandVariants {
    private static func text(_ id: String, _ body: String) -> Case { Case(id, []) { $0.body = body } }

    private static func html(_ id: String, _ body: String) -> Case {
        Case(id, []) {
            $0.content = ["Content-Type: text/html; charset=utf-8"]
            $0.body = body
        }
    }

    private static func part(_ id: String, _ content: [String], _ body: String) -> Case {
        Case(id, []) {
            $0.content = content
            $0.body = body
        }
    }

    private static let sayings: [Case] = [
        text("CM-02 if", "APPROVE if you fix the date"), text("CM-02 hesitating", "APPROVE..."),
        text("CM-02 question", "APPROVE ?"), text("CM-02 slash", "APPROVE/REJECT"), text("CM-02 and", "APPROVE REJECT"),
        text("CM-02 comma", "Approve, but only the blue one"), text("CM-02 unless", "APPROVE unless Lee objects"),
        text("CM-02 next line", "APPROVE\r\nbut only if the date is fixed"), text("CM-02 dash", "APPROVE - not yet"),
        text("CM-02 later", "APPROVE tomorrow"), text("CM-03 line before", "Do not\r\nAPPROVE"),
        text("CM-03 I don't", "I don't\r\n\r\nAPPROVE"), text("CM-03 refuse", "I refuse to\r\nAPPROVE"),
        text("CM-03 nor", "never APPROVE"), text("CM-03 un", "unapprove"), text("CM-03 cannot", "Cannot\r\nAPPROVE."),
        text("CM-03 after", "APPROVE\r\n\r\nNo wait, I take that back."),
        text("CM-03 joke", "APPROVE\r\n(just kidding)"),
        text("CM-04 bar", "| APPROVE"), text("CM-04 name", "Dana> APPROVE"), text("CM-04 glued", ">APPROVE"),
        text("CM-04 blank before", " > APPROVE"), text("CM-04 deep", ">>> APPROVE"),
        text("CM-04 no blank", "Hm\r\n>APPROVE"),
        text("CM-04 quote mark", "\u{201C}APPROVE\u{201D} is what I would say later"),
        text("CM-06 dashes", "see below\r\n--\r\nAPPROVE"), text("CM-06 rule", "see below\r\n___________\r\nAPPROVE"),
        text("CM-07 three", "APPROVE\r\nREJECT\r\nAPPROVE"), text("CM-07 reversed", "REVISE: x\r\nAPPROVE"),
        text("CM-07 German", "APPROVE\r\nablehnen"),
        text("CM-12 no width", "\u{200B}APPROVE"), text("CM-12 no width behind", "APPROVE\u{200B}"),
        text("CM-12 soft hyphen", "AP\u{AD}PROVE"), text("CM-12 override", "\u{202E}APPROVE"),
        text("CM-12 isolate", "\u{2067}APPROVE\u{2069}"), text("CM-12 combining", "A\u{301}PPROVE"),
        text("CM-12 em space", "\u{2003}APPROVE"), text("CM-12 ideographic", "\u{3000}APPROVE"),
        text("CM-12 Cyrillic", "\u{410}PPROVE"), text("CM-12 NUL", "APP\0ROVE"),
        text("CM-12 joiner", "APP\u{200D}ROVE"), text("CM-12 tag", "APPROVE\u{E0041}"),
        text("CM-21 original", "-----Original Message-----\r\nAPPROVE"),
        text("CM-21 begin", "Begin forwarded message:\r\n\r\nAPPROVE"),
        text("CM-21 header", "From: Lee <lee@client.test>\r\nSubject: x\r\n\r\nAPPROVE"),
        text("CM-21 wrote", "On Mon, Lee <lee@client.test> wrote:\r\nAPPROVE"),
        text("CM-15 list", "1. APPROVE\r\n2. REJECT"), text("CM-19 SIGN", "SIGN."), text("CM-17", "DONE 7; DONE 8"),
        text("CM-17 number", "APPROVE 999999"), text("CM-17 negative", "APPROVE -1"), text("CM-17 other", "APPROVE 2"),
    ]

    private static let hidden: [Case] = [
        "<div style='DISPLAY : NONE !important'>", "<div style='display:/**/none'>", "<div style=\"display&#58;none\">",
        "<div style='d\\69splay:none'>", "<div style=opacity:0>", "<div style=opacity:0.01>",
        "<div style=font-size:0.01em>",
        "<div style=font-size:1%>", "<div style='font:0/0 a'>", "<div style=visibility:collapse>",
        "<div style='transform:scale(0)'>", "<div style='color:#fefefe'>", "<div style='color:rgb(255 255 255)'>",
        "<div style='color:#ffffff00'>", "<div style='color:hsl(0,0%,100%)'>",
        "<div style='color:black;background:#000'>",
        "<div style='background:#000'><span style='color:#000'>", "<div style='text-indent:-99em'>",
        "<div style='left:-5000pt;position:fixed'>", "<div style='height:0;overflow:hidden'>",
        "<div style='color:red;background:red'>", "<div style='margin:-999px 0 0'>",
        "<div style='height:1px;overflow:hidden'>",
        "<div style='clip-path:inset(50%)'>", "<div style=width:.0px>", "<div style='filter:opacity(0)'>",
        "<p popover>",
        "<div class='a gone b'>", "<div style='transform:translateX(-9999px)'>",
        "<div style='color:#fff;background:#fff none'>",
        "<div style='clip:rect(1px,1px,1px,1px)'>", "<div style=content-visibility:hidden>",
        "<div style='mso-hide:all'>", "<div class=gone>", "<div id=gone>", "<details><summary>x</summary>", "<dialog>",
        "<noscript>", "<textarea>", "<select><option>", "<svg><text>", "<iframe>", "<object>", "<s>", "<del>",
        "<strike>",
        "<span style='text-decoration:line-through'>", "<font color=#ffffff>", "<font color=White>",
        "<div HIDDEN=false>",
        "<!-- ><div>", "<![CDATA[", "<blockquote>",
    ].map { opening in
        html(
            "CM-09 \(opening)",
            "<style>.gone, #gone { display: none }</style>\(opening)APPROVE"
                + "</option></select></text></svg></noscript></textarea></iframe></object></span></s></del></strike></font>"
                + "</blockquote></dialog></details></div>--><p>Please wait</p>")
    }

    private static let parts: [Case] = [
        html("CM-09 picture", "<img alt=APPROVE src=cid:x><p>Please wait"),
        html("CM-09 field", "<input value=APPROVE><p>Please wait"),
        html("CM-09 title", "<p title=APPROVE>Please wait"),
        part(
            "views, text first", ["Content-Type: multipart/alternative; boundary=b"],
            "--b\r\nContent-Type: text/plain\r\n\r\nPlease wait\r\n--b\r\nContent-Type: text/html\r\n\r\nAPPROVE\r\n--b--"
        ),
        part(
            "views, only hidden", ["Content-Type: multipart/alternative; boundary=b"],
            "--b\r\nContent-Type: text/plain\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: text/html\r\n\r\n<p hidden>APPROVE</p>No\r\n--b--"
        ),
        part("CM-25 UTF-7", ["Content-Type: text/plain; charset=unicode-1-1-utf-7"], "+AEEPPROVE-"),
        html("CM-09 in a div", "<style>div>p{display:none}</style><div><p>APPROVE</p></div><b>Please wait</b>"),
        html("CM-09 first", "<style>p:nth-child(2){display:none}</style><p>APPROVE</p><b>Please wait</b>"),
        html("CM-09 where supported", "<style>@supports(top:0){p{display:none}}</style><p>APPROVE</p>Please wait"),
        part(
            "CM-09 in the other view", ["Content-Type: multipart/alternative; boundary=b"],
            "--b\r\n\r\nAPPROVE\r\n--b\r\nContent-Type: text/html\r\n\r\n<style>* p{display:none}</style><p>APPROVE</p>\r\n--b--"
        ),
        part("CM-25 user-defined", ["Content-Type: text/plain; charset=x-user-defined"], "APPROVE"),
        part("CM-25 nobody's", ["Content-Type: text/plain; charset=x-foo"], "APPROVE"),
        part(
            "CM-24 base64 with more",
            ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], "QVBQUk9WRQ==!!!!"),
        part(
            "CM-24 nobody's encoding", ["Content-Type: text/plain", "Content-Transfer-Encoding: x-unknown"], "APPROVE"),
        part("PB-21 two types", ["Content-Type: text/plain,text/html"], "APPROVE"),
        part("CM-26 other text", ["Content-Type: text/calendar; charset=utf-8"], "APPROVE"),
        part("CM-26 picture", ["Content-Type: image/png; name=a.png", "Content-Disposition: inline"], "APPROVE"),
        part(
            "CM-26 named text", ["Content-Type: text/plain; name=\"a.txt\"", "Content-Disposition: attachment"],
            "APPROVE"),
        part("CM-24 unknown encoding", ["Content-Type: text/plain", "Content-Transfer-Encoding: x-rot13"], "NCCEBIR"),
        part(
            "PB-21 encoding twice in one", ["Content-Type: text/plain", "Content-Transfer-Encoding: base64; x"],
            "QVBQUk9WRQ=="),
        part("PB-21 open quote", ["Content-Type: text/plain; charset=\"utf-8"], "APPROVE"),
        part(
            "PB-21 encoded container",
            ["Content-Type: multipart/mixed; boundary=b", "Content-Transfer-Encoding: base64"],
            "--b\r\n\r\nAPPROVE\r\n--b--"),
        part(
            "PB-07 two boundaries", ["Content-Type: multipart/mixed; boundary=b; boundary=c"],
            "--b\r\n\r\nAPPROVE\r\n--b--\r\n--c\r\n\r\nno\r\n--c--"),
        Case("CM-20 two", []) { $0.below = ["Auto-Submitted: no", "Auto-Submitted: auto-replied"] },
        Case("CM-20 comment", []) { $0.below = ["Auto-Submitted: (x)\r\n auto-notified; owner=x"] },
        Case("CM-20 no and more", []) { $0.below = ["Auto-Submitted: no, auto-replied"] },
        Case("CM-20 path behind a comment", []) { $0.above = ["Return-Path: (x) <>"] },
        Case("CM-20 subject", []) { $0.subject = ["Subject: Automatic reply: Please decide: Logo"] },
        Case("CM-20 vacation", []) { $0.below = ["X-Autorespond: yes"] },
        Case("CM-20 path", []) { $0.above = ["Return-Path: < >"] },
        Case("CM-20 list", []) { $0.below = ["Precedence: list"] },
    ]

    @Test(arguments: sayings + hidden + parts)
    func `nothing but a plain command that can be seen decides`(_ row: Case) async throws {
        let world = try await World()
        let effects = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        #expect(!effects.words.contains(.execute) && !effects.words.isEmpty, "\(effects.outcomes)")
        #expect(try !world.isDecided())
    }

    private static let plain: [Case] = [
        text("CM-01 lines", "\r\n\r\nAPPROVE\r\n"), text("CM-01 signature", "APPROVE\r\n-- \r\nDana"),
        text("CM-01 marks", "APPROVE!!"), text("CM-01 bold", "*APPROVE*"),
        text("CM-01 phone", "Approve\r\n\r\nSent from my iPhone"),
        text("CM-01 quoted below", "approve\r\n\r\n> Reply APPROVE or REVISE"),
        html("CM-10 bold", "<p><b>APPROVE</b></p>"), html("CM-10 entities", "<div>&#65;PPROVE&nbsp;</div>"),
        html("CM-10 colors", "<body bgcolor=white><div style='color:#000;background:#fff'>APPROVE</div>"),
        html("CM-10 classes", "<style>p.MsoNormal{margin:0}</style><p class=MsoNormal>APPROVE<o:p></o:p></p>"),
        html("CM-10 dark", "<div style='background:#000;color:#fff'>APPROVE</div>"),
        part(
            "CM-24 base64 in lines", ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: BASE64"],
            "QVBQ\r\nUk9W\r\nRQ=="),
        part(
            "CM-24 letters as numbers",
            ["Content-Type: text/plain; charset=us-ascii", "Content-Transfer-Encoding: Quoted-Printable"],
            "=41PPROV=45=\r\n"),
        html("CM-10 quoted sheet", "<p>APPROVE</p><blockquote><style>.a td{display:none}</style>x</blockquote>"),
        Case("CM-20 subject answered", []) { $0.subject = ["Subject: Re: Automatic reply: Logo"] },
        part(
            "CM-25 UTF-16 with its mark",
            ["Content-Type: text/plain; charset=UTF-16", "Content-Transfer-Encoding: base64"],
            "/v8AQQBQAFAAUgBPAFYARQ=="),
    ]

    @Test(arguments: plain)
    func `a plain command decides, however it is wrapped`(_ row: Case) async throws {
        let world = try await World()
        let effects = try await world.receive(row.mail.bytes(world.danaIsAsked()))
        #expect(effects.words == [.execute], "\(effects.outcomes)")
    }
}
