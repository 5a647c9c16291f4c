import MailFormat
import Testing

struct HTMLReplyTests {
    @Test(
        "Lines are those that a reader sees",
        arguments: [
            ("<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"), ("<div>a</div>b<div>c</div>", "a\nb\nc"),
            ("<ul><li>one<li>two</ul>", "- one\n- two"), ("a \n\t b&nbsp;c", "a b c"), ("<pre>a\n  b</pre>", "a\n  b"),
            ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
            (
                "&lt;b&gt; &amp;amp; &#8364;&#x20AC;&euro; &eacute; &unknown; &#x110000; &#0;",
                "<b> &amp; €€€ é &unknown; \u{FFFD} \u{FFFD}"
            ),
            ("a < b <3 c", "a < b <3 c"), ("<head><title>T</title></head><body>x", "x"),
            ("<style>p{}</style><script>if (a<b) {}</script>x<!-- > <b> -->y", "xy"), ("x<!--", "x"), ("x<b", "x"),
            ("x<b title=\"", "x"), ("<![if !mso]>x<![endif]>", "x"), ("</div></p>x", "x"),
        ])
    func lines(html: String, text: String) {
        #expect(VisibleReply(ofHTML: html).text == text)
    }

    @Test(
        "CM-09: what cannot be seen is not read",
        arguments: [
            "<div style=display:none>APPROVE</div>",
            "<div style=\"color:red; DISPLAY : none !important\">APPROVE</div>",
            "<div style=\"font-size:0\">APPROVE</div>", "<span style='font-size: 0px'>APPROVE</span>",
            "<div style=\"color:#fff\">APPROVE</div>", "<font color=white>APPROVE</font>", "<div hidden>APPROVE</div>",
            "<div style=\"color:#FFFFFF;background:white\">APPROVE</div>", "<template>APPROVE</template>",
            "<!--APPROVE-->", "<style>APPROVE</style>", "<title>APPROVE</title>", "<details>APPROVE</details>",
            "<div style=\"position:absolute;left:-9999px\">APPROVE</div>", "<div style=visibility:hidden>APPROVE</div>",
            "<div style=\"opacity:0\">APPROVE</div>",
            "<div style=\"max-height:0;overflow:hidden\"><p>APPROVE</p></div>",
            "<select><option>APPROVE</select>", "<textarea>APPROVE</textarea>", "<img alt=APPROVE>",
            "<div style=display:none><div>APPROVE</div><p>APPROVE</div>", "<noscript>APPROVE</noscript>",
        ])
    func invisible(html: String) {
        #expect(VisibleReply(ofHTML: html + "Please wait").text == "Please wait")
    }

    @Test(
        "What can be seen is read, though something around it was small or white",
        arguments: [
            "<td style=font-size:0><p style=font-size:14px>APPROVE</p></td>",
            "<div style=visibility:hidden><p style=visibility:visible>APPROVE</p></div>",
            "<table bgcolor=#222222><td style=color:#fff>APPROVE</td></table>",
            "<div style=background:#114488><font color=#ffffff>APPROVE</font></div>", "<details open>APPROVE</details>",
            "<div style=\"font-family:&quot;Segoe UI&quot;;color:inherit;background:none\">APPROVE</div>",
            "<style><!-- p.MsoNormal, li.MsoNormal {margin:0cm; font-size:11.0pt} @page W {size:1cm} --></style>"
                + "<p class=MsoNormal style='margin-left:-18.0pt;text-indent:-18.0pt;mso-list:l0'>APPROVE</p>",
            "<style>@media print {.x {display:none}} .y {display:none} .x:hover, .y .z {color:#fff}</style><p class=x>APPROVE",
            "<div style='font:400 14px/1.4 Arial;line-height:0;opacity:.9;max-width:100%;overflow:auto'>APPROVE</div>",
            "<div style='color:#ffffffff;background:#222 none'>APPROVE</div>", "<p style='color:#000000'>APPROVE",
            "<div style='text-decoration:underline;transform:scale(1);clip:auto;left:-5px'>APPROVE</div>",
        ])
    func visible(html: String) {
        #expect(VisibleReply(ofHTML: html).text == "APPROVE")
    }

    @Test(
        "CM-10: the quotations of mail programs are cut by their structure",
        arguments: [
            "<div class=gmail_quote>On … Ana wrote:<blockquote class=gmail_quote>REJECT</blockquote></div>",
            "<div class=\"gmail_quote gmail_quote_container\"><div dir=ltr class=gmail_attr>Ana:</div>REJECT</div>",
            "<blockquote type=cite>REJECT</blockquote>", "<blockquote>REJECT</blockquote>",
            "<div class=moz-cite-prefix>Ana:</div><blockquote type=cite>REJECT</blockquote>",
            "<div id=appendonsend></div><hr><div id=divRplyFwdMsg>x</div><div>REJECT</div>",
            "<div id=x_divRplyFwdMsg>x</div><div>REJECT</div>", "<hr id=stopSpelling>REJECT",
            "<div id=mail-editor-reference-message-container>REJECT</div>",
            "<div class=OutlookMessageHeader>x</div>REJECT",
            "<div class=yahoo_quoted id=yahoo_quoted_1><div>REJECT</div></div>",
            "<div class=protonmail_quote>REJECT</div>", "<div class=zmail_extra>REJECT</div>",
            "<div name=messageReplySection>REJECT</div>", "<div class=\"x_x_gmail_quote\">REJECT</div>",
            "<div class=gmail_signature>REJECT</div>",
            "<div style='border:none;border-top:solid #B5C4DF 1.0pt'><p><b>From:</b> Ana &lt;a@b.test&gt;<br><b>Sent:</b> Monday<br><b>To:</b> Dana<br><b>Subject:</b> Logo</p></div><p>REJECT</p>",
        ])
    func structure(quotation: String) {
        let reply = VisibleReply(ofHTML: "<div dir=ltr>APPROVE</div>" + quotation)
        #expect(reply.text == "APPROVE")
        #expect(reply.hidden.utf8.suffix(6).elementsEqual("REJECT".utf8))
    }

    @Test("Answers between the quoted blocks of Gmail stay")
    func inline() {
        let html = """
            <div dir=ltr>Hi</div><div class=gmail_quote><div class=gmail_attr>On Monday Ana wrote:</div>
            <blockquote class=gmail_quote>Right?</blockquote><div>Yes</div><blockquote class=gmail_quote>Date?</blockquote></div>
            """
        #expect(VisibleReply(ofHTML: html).text == "Hi\n\nYes")
    }

    @Test(
        "PB-14: documents without end are read in time",
        arguments: [
            "<div>", "<p>", "</div>", "<b><i>", "<!--", "<!-- -->", "<", "&", "&#", "<a b", "<a b=\"", "<script>",
            "<br>",
            "<blockquote>", "<td>", " a=b", "<div hidden>", "<div><span></div>",
        ])
    func limits(unit: String) {
        let html = "Yes<p>" + (unit.utf8.first == 0x20 ? "<a" : "") + String(repeating: unit, count: 10_000)
        let time = ContinuousClock().measure { _ = VisibleReply(ofHTML: html) }
        #expect(time < .seconds(5))
        #expect(VisibleReply(ofHTML: html).text.utf8.starts(with: "Yes".utf8))
    }
}
