import MailFormat
import Testing

/// The HTML that mail programs write around reply, history and signature.
struct HTMLLayoutTests {
    /// What each puts below the reply; `REJECT` stands in the history.
    static let layouts = [
        // Gmail, and with a signature
        "<br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon, Mar 2, 2026 at 10:00 AM Ana &lt;<a href=\"mailto:ana@acme.test\">ana@acme.test</a>&gt; wrote:<br></div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid\"><div>REJECT</div></blockquote></div>",
        "<div><br clear=\"all\"></div><div><br></div><span class=\"gmail_signature_prefix\">-- </span><br><div dir=\"ltr\" class=\"gmail_signature\" data-smartmail=\"gmail_signature\"><b>Dana</b></div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">El lun, 2 mar 2026 Ana escribió:</div><blockquote class=\"gmail_quote\">REJECT</blockquote></div>",
        "<div class=\"gmail_extra\"><br><div class=\"gmail_quote\">2026-03-02 10:00 GMT+01:00 Ana <span dir=\"ltr\">&lt;ana@acme.test&gt;</span>:<br><blockquote class=\"gmail_quote\">REJECT</blockquote></div><br></div>",
        // Outlook for Windows, Mac, web, phones; Exchange
        "<div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\"><b><span lang=\"EN-US\">From:</span></b><span> Ana &lt;ana@acme.test&gt; <br><b>Sent:</b> Monday, March 2, 2026 10:00 AM<br><b>To:</b> Dana<br><b>Subject:</b> Logo<o:p></o:p></span></p></div></div><p class=\"MsoNormal\">REJECT</p>",
        "<div style=\"border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in\"><p class=\"MsoNormal\"><b>Von: </b>Ana &lt;ana@acme.test&gt;<br><b>Datum: </b>Montag, 2. März 2026 um 10:00<br><b>An: </b>Dana<br><b>Betreff: </b>Logo</p></div><div>REJECT</div>",
        "<div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\"><div id=\"divRplyFwdMsg\" dir=\"ltr\"><font><b>From:</b> Ana &lt;ana@acme.test&gt;<br><b>Sent:</b> Monday</font><div>&nbsp;</div></div><div>REJECT</div>",
        "<hr tabindex=\"-1\" style=\"display:inline-block; width:98%\"><div dir=\"ltr\"><b>Da:</b> Ana &lt;ana@acme.test&gt;<br><b>Inviato:</b> lunedì 2 marzo 2026 10:00<br><b>A:</b> Dana<br><b>Oggetto:</b> Logo</div><div>REJECT</div>",
        "<div id=\"ms-outlook-mobile-signature\" dir=\"auto\">Get <a href=\"https://aka.ms/o0ukef\">Outlook for iOS</a></div><div id=\"mail-editor-reference-message-container\" dir=\"auto\"><hr><div><b>From:</b> Ana</div>REJECT</div>",
        "<div class=\"ms-outlook-mobile-reference-message skipProofing\"><hr><b>From:</b> Ana<div>REJECT</div></div>",
        "<br><hr id=\"stopSpelling\">Date: Mon, 2 Mar 2026<br>From: ana@acme.test<br><br>REJECT",
        "<span id=\"OLK_SRC_BODY_SECTION\"><div><b>From:</b> Ana</div>REJECT</span>",
        "<p class=\"MsoNormal\"><a name=\"_MailOriginal\"><b>From:</b> Ana</a></p><p>REJECT</p>",
        "<table width=\"100%\"><tr><td style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><b>De :</b> Ana &lt;ana@acme.test&gt;<br><b>Envoyé :</b> lundi 2 mars 2026 10:00<br><b>À :</b> Dana<br><b>Objet :</b> Logo</td></tr></table><p>REJECT</p>",
        "<div class=\"OutlookMessageHeader\" dir=\"ltr\"><font>-----Original Message-----<br>From: Ana</font></div><p>REJECT</p>",
        // Apple Mail on Mac and phone
        "<div><br><blockquote type=\"cite\"><div>On 2 Mar 2026, at 10:00, Ana &lt;ana@acme.test&gt; wrote:</div><br class=\"Apple-interchange-newline\"><div>REJECT</div></blockquote></div>",
        "<br id=\"lineBreakAtBeginningOfMessage\"><div id=\"AppleMailSignature\" dir=\"ltr\">Sent from my iPhone</div><div dir=\"ltr\"><br><blockquote type=\"cite\">On 2 Mar 2026, at 10:00, Ana &lt;ana@acme.test&gt; wrote:<br><br></blockquote></div><blockquote type=\"cite\"><div dir=\"ltr\">REJECT</div></blockquote>",
        "<br><br><div id=\"AppleMailSignature\">Von meinem iPhone gesendet</div><div><br>Am 02.03.2026 um 10:00 schrieb Ana &lt;ana@acme.test&gt;:<br><br></div><blockquote type=\"cite\">REJECT</blockquote>",
        // Thunderbird, Postbox, Evolution, KMail, Roundcube, Horde
        "<br><div class=\"moz-cite-prefix\">Am 02.03.26 um 10:00 schrieb Ana:<br></div><blockquote type=\"cite\" cite=\"mid:1@acme.test\">REJECT</blockquote><br><pre class=\"moz-signature\" cols=\"72\">-- \nDana</pre>",
        "<br><div class=\"moz-forward-container\"><br>-------- Forwarded Message --------<table class=\"moz-email-headers-table\"><tr><th>Subject:</th><td>Logo</td></tr></table>REJECT</div>",
        "<div id=\"__pbConvHr\"></div><div>Ana wrote:</div><div>REJECT</div>",
        "<div>On Mon, 2026-03-02 at 10:00 +0100, Ana wrote:</div><blockquote type=\"cite\" style=\"margin:0 0 0 .8ex; border-left:2px #729fcf solid;padding-left:1ex\">REJECT</blockquote>",
        "<p id=\"reply-intro\">Am 02.03.2026 10:00, schrieb Ana:</p><blockquote type=\"cite\" style=\"padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0\"><div id=\"replybody1\">REJECT</div></blockquote>",
        "<p>Quoting Ana &lt;ana@acme.test&gt;:</p><blockquote type=\"cite\" style=\"border-left:2px solid blue\">REJECT</blockquote>",
        // Yahoo, AOL
        "<div class=\"ydp3a7d2c3byahoo_quoted\"><div>On Monday, March 2, 2026, 10:00:00 AM, Ana &lt;ana@acme.test&gt; wrote:</div><div>REJECT</div></div>",
        "<div id=\"yahoo_quoted_4711\" class=\"yahoo_quoted\"><div>On Monday, Ana wrote:</div><div>REJECT</div></div>",
        "<br><br>-----Original Message-----<br>From: Ana &lt;ana@acme.test&gt;<br>To: Dana<br>Sent: Mon, Mar 2, 2026 10:00 am<br>Subject: Logo<br><br><div>REJECT</div>",
        // Proton, Fastmail, Tutanota, HEY, Zoho, Zimbra, Open-Xchange
        "<div class=\"protonmail_signature_block protonmail_signature_block-empty\"></div><div class=\"protonmail_quote\">On Monday, March 2nd, 2026 at 10:00, Ana &lt;ana@acme.test&gt; wrote:<br><blockquote class=\"protonmail_quote\" type=\"cite\">REJECT</blockquote></div>",
        "<div id=\"sig121229152\"><div class=\"signature\">--<br></div>Dana</div><div>On Mon, 2 Mar 2026, at 10:00, Ana wrote:<br></div><blockquote type=\"cite\" id=\"qt\">REJECT</blockquote>",
        "<div>2. März 2026, 10:00 von ana@acme.test:</div><blockquote class=\"tutanota_quote\" style=\"border-left: 1px solid #93A3B8\">REJECT</blockquote>",
        "<br><blockquote>On March 2, 2026, Ana &lt;ana@acme.test&gt; wrote:<br><br>REJECT</blockquote>",
        "<div class=\"zmail_extra\" style=\"\"><div id=\"Zm-_Id_-Sgn1\">---- On Mon, 02 Mar 2026 10:00:00 +0100 <b>Ana &lt;ana@acme.test&gt;</b> wrote ----<br></div><blockquote id=\"blockquote_zmail\">REJECT</blockquote></div>",
        "<hr id=\"zwchr\" data-marker=\"__DIVIDER__\"><div data-marker=\"__HEADERS__\"><b>From: </b>\"Ana\" &lt;ana@acme.test&gt;<br><b>To: </b>\"Dana\"<br><b>Sent: </b>Monday<br></div><div data-marker=\"__QUOTED_TEXT__\">REJECT</div>",
        "<blockquote type=\"cite\"><div>Ana &lt;ana@acme.test&gt; hat am 02.03.2026 10:00 CET geschrieben:</div><div>REJECT</div></blockquote>",
        // GMX and Web.de, Mail.ru, Yandex
        "<div name=\"quote\" style=\"margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;\"><div style=\"margin:0 0 10px 0;\"><b>Gesendet:</b> Montag, 02. März 2026 um 10:00 Uhr<br/><b>Von:</b> \"Ana\" &lt;ana@acme.test&gt;<br/><b>An:</b> dana@client.test<br/><b>Betreff:</b> Logo</div><div name=\"quoted-content\">REJECT</div></div>",
        "<blockquote style=\"border-left:1px solid #0857A6; margin:10px; padding:0 0 0 10px;\">Понедельник, 2 марта 2026, 10:00 +03:00 от Ana &lt;ana@acme.test&gt;:<br><div>REJECT</div></blockquote>",
        "<div>02.03.2026, 10:00, \"Ana\" &lt;ana@acme.test&gt;:</div><blockquote><div>REJECT</div></blockquote>",
        // QQ, NetEase, Naver, Yahoo Japan
        "<div><br></div><div style=\"font-size: 12px;padding:2px 0 2px 0;\">------------------&nbsp;原始邮件&nbsp;------------------</div><div style=\"font-size: 12px;background:#efefef;padding:8px;\"><div><b>发件人:</b>&nbsp;\"Ana\"&lt;ana@acme.test&gt;;</div><div><b>发送时间:</b>&nbsp;2026年3月2日(星期一) 上午10:00</div></div><div>REJECT</div>",
        "<br>At 2026-03-02 10:00:00, \"Ana\" &lt;ana@acme.test&gt; wrote:<br><blockquote id=\"isReplyContent\" style=\"PADDING-LEFT: 1ex; BORDER-LEFT: #ccc 1px solid\">REJECT</blockquote>",
        "<div id=\"ntes-pcmac-signature\"></div><div class=\"ntes_quote\">REJECT</div>",
        "<p>-----Original Message-----<br><b>From:</b> \"Ana\"&lt;ana@acme.test&gt;<br><b>To:</b> Dana<br><b>Sent:</b> 2026-03-02 (월) 10:00:00 (GMT+09:00)<br><b>Subject:</b> Logo</p><p>REJECT</p>",
        // Samsung, Spark, Superhuman, Mailspring, Front, Missive, Airmail, Newton, Canary, eM Client, BlueMail, Edison
        "<div id=\"composer_signature\" dir=\"auto\">Sent from my Galaxy</div><div dir=\"auto\"><br></div><div align=\"left\" dir=\"auto\" style=\"font-size:100%;color:#000000\"><div>-------- Original message --------</div><div>From: Ana &lt;ana@acme.test&gt; </div><div>Date: 02/03/2026 10:00 (GMT+01:00) </div><div>To: Dana </div><div>Subject: Logo </div><div><br></div></div>REJECT",
        "<div name=\"messageSignatureSection\"><br/>Dana</div><div name=\"messageReplySection\">On 2 Mar 2026 at 10:00 +0100, Ana &lt;ana@acme.test&gt;, wrote:<br/><blockquote type=\"cite\" class=\"spark_quote\">REJECT</blockquote></div>",
        "<div class=\"sh-signature\"><div>Sent via Superhuman</div></div><br><div class=\"gmail_quote\">On Mon, Mar 02, 2026 at 10:00 AM, Ana &lt;ana@acme.test&gt; wrote:<br><blockquote class=\"gmail_quote sh-color-black\">REJECT</blockquote></div>",
        "<signature id=\"initial\"><div>Sent from Mailspring</div></signature><div class=\"gmail_quote_attribution\">On Mar 2 2026, at 10:00 am, Ana &lt;ana@acme.test&gt; wrote:</div><blockquote class=\"gmail_quote\">REJECT</blockquote>",
        "<blockquote type=\"cite\" class=\"front-blockquote\"><div>On March 2, 2026 at 10:00 AM GMT+1, <a href=\"mailto:ana@acme.test\">ana@acme.test</a> wrote:</div>REJECT</blockquote>",
        "<div class=\"missive_quote\"><div>On March 2, 2026 at 10:00 AM, Ana wrote:</div><blockquote>REJECT</blockquote></div>",
        "<br><div id=\"bloop_sign_1\" class=\"bloop_sign\">Dana</div><br><p class=\"airmail_on\">On 2 March 2026 at 10:00:00, Ana (ana@acme.test) wrote:</p><blockquote type=\"cite\" class=\"clean_bq\">REJECT</blockquote>",
        "<div class=\"cm_signature\">Sent from Newton</div><div class=\"cm_quote\">On Mon, 2 March 2026 Ana wrote:<br>REJECT</div>",
        "<div id=\"CanaryBlockquote\"><div>On Monday, Mar 02, 2026 at 10:00, Ana wrote:</div><div>REJECT</div></div>",
        "<div>------ Original Message ------</div><div>From: \"Ana\" &lt;ana@acme.test&gt;</div><div>To: \"Dana\"</div><div>Sent: 02/03/2026 10:00:00</div><div>Subject: Logo</div><br><div id=\"x4f1\"><blockquote cite=\"1\" type=\"cite\" class=\"cite2\">REJECT</blockquote></div>",
        "<div style=\"border:none;border-top:1px solid #ccc\"><b>Lähettäjä:</b> Ana &lt;ana@acme.test&gt;<br><b>Lähetetty:</b> maanantai 2. maaliskuuta 2026 10.00<br><b>Aihe:</b> Logo</div>REJECT",
        // Lotus Notes, help desks, none at all
        "<br><font size=1 color=#5f5f5f>From: </font><font size=1>Ana/Acme</font><br><font size=1 color=#5f5f5f>To: </font><font size=1>Dana</font><br><font size=1>Date: </font><font size=1>02.03.2026 10:00</font><br><font size=1>Subject: </font><font size=1>Logo</font><hr noshade><br>REJECT",
        "<div>##- Please type your reply above this line -##</div><p>REJECT</p>",
        "<p>On Mon, 2 Mar 2026 at 10:00, Ana &lt;ana@acme.test&gt; wrote:</p><p>REJECT</p>",
        "<p>&gt; REJECT</p>", "<pre>On Mon, 2 Mar 2026 10:00, Ana wrote:\n&gt; REJECT\n</pre>",
        "<div class=\"postern-notice\">REJECT</div>", "<div class=\"x_postern-notice\">REJECT</div>",
        "<p>Hello Dana,</p><p>REJECT</p><p>You can simply reply to this mail: your answer reaches us.</p>",
    ]

    @Test("The history and the signature of each mail program are cut", arguments: layouts)
    func layout(below: String) {
        for above in [
            "<div dir=\"ltr\">APPROVE<br></div>", "<p class=\"MsoNormal\"><span>APPROVE</span><o:p></o:p></p>",
        ] {
            let reply = VisibleReply(
                ofHTML: "<html><head><style>p{}</style></head><body>" + above + below + "</body></html>")
            #expect(reply.text == "APPROVE")
            #expect(reply.hidden.utf8.count >= 6 && !reply.isPerhapsHistory)
        }
    }

    @Test(
        "Answers below or between quotations stay",
        arguments: [
            "<blockquote type=cite>Which?</blockquote><p>The blue one</p>",
            "<div class=gmail_quote><div class=gmail_attr>Ana:</div><blockquote class=gmail_quote>Which?</blockquote></div><div>The blue one</div>",
            "<div class=yahoo_quoted><blockquote>Which?</blockquote>The blue one<blockquote>When?</blockquote></div>",
            "<blockquote>Which?<blockquote>older</blockquote></blockquote>The blue one",
            "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">The blue one</blockquote>",
            "<div style=\"border-top:1px solid #ccc\">The blue one</div>", "<hr>The blue one",
            "<div class=signature>The blue one</div>",
            "<div id=ms-outlook-mobile-signature>The blue one</div><div id=mail-editor-reference-message-container>x</div>",
        ])
    func answers(html: String) {
        #expect(VisibleReply(ofHTML: html).text == "The blue one")
    }
}
