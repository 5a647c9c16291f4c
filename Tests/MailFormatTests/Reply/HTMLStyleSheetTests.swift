import MailFormat
import Testing

/// CM-09: style sheets that hide, and those of which it cannot be told.
@Suite("What a style sheet hides") struct HTMLStyleSheetTests {
    private static let body =
        "<body><div class=a id=I><p class='x y'>APPROVE</p></div><p class=z>Please wait</p></body>"

    @Test(
        "is not read, where it is said of the element itself",
        arguments: [
            ".x { display: none }", "p.x{display:none}", "P.x.y {visibility:hidden}", "#I{font-size:0}",
            "div{display:none}", "div#I.a {opacity:0}", "h1, .x {display:none}", "@media screen {.x {display:none}}",
            "@media (max-width:600px) {.b {color:red} .x {display:none}}", "@media print, screen {.x {display:none}}",
            "<!-- .x {display:none} -->", "@import url(a.css); .x {display:none}", ".\\78 {display:none}",
            "/* { */ .x {display:none}", "@font-face {font-family:a} .x{display:none}",
        ])
    func hidden(style: String) {
        let reply = VisibleReply(ofHTML: "<style>\(style)</style>\(Self.body)")
        #expect(reply.text == "Please wait")
        #expect(reply.warnings == [])
    }

    @Test(
        "is read, but marked, where other things than the element decide, or may",
        arguments: [
            "div>p{display:none}", "body p {display:none}", "h1 + p, .a p {display:none}", "[class=x] {display:none}",
            "p:nth-child(1){display:none}", ".x:not(.z){display:none}", ":is(.x, .b) {display:none}",
            "* {display:none} p.z {display:block}", ".X {display:none}", "#i p {display:none}", "#i {display:none}",
            "@supports (display:block) {.x {display:none}}", "@layer a {@media screen {.x {display:none}}}",
            "@container (width > 1px) {p {color:#fff}}", ".a {color:red; .x {display:none}}",
            ".a {& .x {display:none}}", "p::first-line {font-size:0}", ".b:hover ~ .c, .a .x {display:none}",
            "p[title=']'] {display:none}", ".b:has(.c:not(.d)) .x {display:none}",
        ])
    func doubtful(style: String) {
        let reply = VisibleReply(ofHTML: "<style>\(style)</style>\(Self.body)")
        #expect(reply.text.utf8.starts(with: "APPROVE".utf8))
        #expect(reply.warnings == ["unseen-marks"])
    }

    @Test("holds for what stands above it, too")
    func below() {
        #expect(VisibleReply(ofHTML: "\(Self.body)<style>.x{display:none}</style>").text == "Please wait")
        #expect(VisibleReply(ofHTML: "\(Self.body)<style>div p{display:none}</style>").warnings == ["unseen-marks"])
    }

    @Test("is in doubt where there are too many rules of the same name to look at")
    func crowded() {
        let rules = (0..<50).map { ".c\($0).x {display:none}" }.joined()
        #expect(
            VisibleReply(ofHTML: "<style>\(rules).y.x{display:none}</style>\(Self.body)").warnings == ["unseen-marks"])
    }

    @Test(
        "is nothing, where it is of other elements, of passing states, or on paper",
        arguments: [
            ".x:hover {display:none}", "p::before, p:after {display:none}", ".a:hover p {color:#fff}",
            "@media print {p {display:none} div p {display:none}}", "@media only print {* {display:none}}",
            "h1 p.b, table td {display:none}", "#j p.c, .a .gone {display:none}", "p:not(.b) span {display:none}",
            "@keyframes a {from {opacity:0} to {opacity:1}}", "@page {margin:0; @top-left {color:#fff}}",
            "div p {color:#1c1c1c}", ".a .x {display:block}", "[title] td {font-size:0}", "p {margin:0", "p", "{", "",
            "@media", "@", ".", "p[", "p:not(", ".x\\",
        ])
    func nothing(style: String) {
        let reply = VisibleReply(ofHTML: "<style>\(style)</style>\(Self.body)")
        #expect(reply.text == "APPROVE\n\nPlease wait")
        #expect(reply.warnings == [])
    }

    /// As mail programs write them around a reply, and as our own mail stands in the quotation below it.
    static let honestSheets = [
        // Outlook for Windows
        "<!--\n/* Font Definitions */\n@font-face\n\t{font-family:Calibri;\n\tpanose-1:2 15 5 2 2 2 4 3 2 4;}\n"
            + "/* Style Definitions */\np.MsoNormal, li.MsoNormal, div.MsoNormal\n\t{margin:0cm;\n\tfont-size:11.0pt;\n\tfont-family:\"Calibri\",sans-serif;}\n"
            + "span.E-MailFormatvorlage17\n\t{mso-style-type:personal-compose;\n\tcolor:windowtext;}\n.MsoChpDefault\n\t{mso-style-type:export-only;\n\tfont-size:10.0pt;}\n"
            + "@page WordSection1\n\t{size:612.0pt 792.0pt;\n\tmargin:70.85pt 70.85pt 2.0cm 70.85pt;}\ndiv.WordSection1\n\t{page:WordSection1;}\n"
            + "@list l0\n\t{mso-list-id:1;}\n@list l0:level1\n\t{mso-level-tab-stop:none;\n\ttext-indent:-18.0pt;}\nol\n\t{margin-bottom:0cm;}\n-->",
        "v\\:* {behavior:url(#default#VML);}\no\\:* {behavior:url(#default#VML);}\n.shape {behavior:url(#default#VML);}",
        // Outlook on the web
        " P {margin-top:0;margin-bottom:0;} ",
        // Apple Mail
        "body { font-family: Helvetica; } @media (prefers-color-scheme: dark) { body { background-color: #1e1e1e } }",
        // Mail that was made for phones, quoted
        "#outlook a {padding:0} .ExternalClass * {line-height:100%} a[x-apple-data-detectors] {color:inherit !important}"
            + " u + .body .gmail-hide, [data-ogsc] .dark {display:none !important} .quiet, .quiet a {color:#a8a8a8}"
            + " @media only screen and (max-width:480px) {table[class=w] {width:100%!important} td.hide, .m .hide {display:none}}"
            + " @media (prefers-color-scheme: dark) {.text, .text a {color:#ededed !important}}",
    ]

    @Test("leaves an honest reply alone", arguments: honestSheets)
    func honest(style: String) {
        for place in ["<style>\(style)</style>%", "%<blockquote type=cite><style>\(style)</style>x</blockquote>"] {
            let written =
                "<div class=WordSection1><p class=MsoNormal>APPROVE<o:p></o:p></p><div dir=ltr><a href=x>Call</a></div></div>"
            let reply = VisibleReply(ofHTML: place.replacing("%", with: written))
            #expect(
                reply.text.utf8.starts(with: "APPROVE".utf8) && reply.text.utf8.reversed().starts(with: "llaC".utf8))
            #expect(reply.warnings == [])
        }
    }
}
