/// A reply with its history as HTML, in the structure that one mail program leaves.
enum HTMLHistory: CaseIterable {
    case gmail, outlook, outlookMobile, apple, thunderbird, yahoo, proton

    func html(_ conversation: Conversation) -> String {
        let written = conversation.written.map(Self.escaped)
        let (history, signature) = (conversation.history, conversation.signature.map(Self.escaped))
        switch self {
        case .gmail:
            return "<div dir=\"ltr\">\(Self.divisions(written))<div><br></div>-- <br><div dir=\"ltr\" "
                + "class=\"gmail_signature\">\(signature.joined(separator: "<br>"))</div></div><br>"
                + "<div class=\"gmail_quote\">\(nested(history, conversation))</div>\n"
        case .apple:
            return Self.page(
                "<body dir=\"auto\">\(Self.divisions(written))<br id=\"lineBreakAtBeginningOfSignature\">"
                    + "<div dir=\"ltr\">\(signature.joined(separator: "<br>"))</div><div dir=\"ltr\"><br>"
                    + "\(nested(history, conversation))</div></body>")
        case .thunderbird:
            return Self.page(
                "<body bgcolor=\"#FFFFFF\" text=\"#000000\"><div class=\"moz-cite-prefix\">"
                    + "\(nested(history, conversation))</div>\n<p>\(written.joined(separator: "</p>\n<p>"))</p>"
                    + "<pre class=\"moz-signature\" cols=\"72\">\(signature.joined(separator: "\n"))</pre></body>")
        case .yahoo:
            return "<html><head></head><body><div class=\"ydp1yahoo-style-wrap\" style=\"font-size:13px;\">"
                + "\(Self.divisions(written))</div><div id=\"ydp1yahoo_quoted_1\" class=\"ydp1yahoo_quoted\">"
                + "\(nested(history, conversation))</div></body></html>"
        case .proton:
            return "<div style=\"font-family: Arial; font-size: 14px;\">\(Self.divisions(written))</div>"
                + "<div class=\"protonmail_signature_block\">\(signature.joined(separator: "<br>"))</div>"
                + "<div class=\"protonmail_quote\">\(nested(history, conversation))</div>"
        case .outlook:
            return Self.wordPage(
                "<body lang=\"EN-US\" link=\"#0563C1\" vlink=\"#954F72\" style=\"word-wrap:break-word\">"
                    + "<div class=\"WordSection1\">\(Self.wordParagraphs(written + signature))"
                    + "\(headed(conversation))</div></body>")
        case .outlookMobile:
            return "<html><head></head><body><div id=\"mail-editor-reference-message-container\" dir=\"auto\">"
                + "\(Self.divisions(written))</div><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\">"
                + "<div id=\"divRplyFwdMsg\" dir=\"ltr\">\(headed(conversation))</div></body></html>"
        }
    }

    private func nested(_ history: [Conversation.Turn], _ conversation: Conversation) -> String {
        let (open, quote) =
            switch self {
            case .gmail:
                (
                    "<div dir=\"ltr\" class=\"gmail_attr\">",
                    "class=\"gmail_quote\" style=\"margin:0px 0px 0px 0.8ex;"
                        + "border-left:1px solid rgb(204,204,204);padding-left:1ex\""
                )
            case .proton: ("<div>", "class=\"protonmail_quote\" type=\"cite\"")
            default: ("<div>", "type=\"cite\" cite=\"mid:x@example.org\"")
            }
        var output = ""
        for turn in history {
            let attribution = conversation.language.attribution(
                date: turn.moment.spoken, name: turn.person.name, mail: turn.person.address)
            output += "\(open)\(Self.escaped(attribution))<br></div>\n<blockquote \(quote)>\n"
            output += Self.divisions(turn.paragraphs.map(Self.escaped))
        }
        return output + String(repeating: "</blockquote>\n", count: history.count)
    }

    private func headed(_ conversation: Conversation) -> String {
        let labels = conversation.language.labels
        return conversation.history.map { turn in
            "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\">"
                + "<b>\(labels[0]):</b> \(Self.escaped(turn.person.name)) &lt;\(turn.person.address)&gt;<br>\n"
                + "<b>\(labels[1]):</b> \(turn.moment.spoken)<br>\n<b>\(labels[2]):</b> \(conversation.writer.address)"
                + "<br>\n<b>\(labels[3]):</b> \(Self.escaped(conversation.subject))<o:p></o:p></p></div>\n"
                + Self.wordParagraphs(turn.paragraphs.map(Self.escaped))
        }.joined()
    }

    private static func divisions(_ paragraphs: [String]) -> String {
        paragraphs.map { "<div>\($0)</div>" }.joined(separator: "<div><br></div>\n")
    }

    private static func wordParagraphs(_ paragraphs: [String]) -> String {
        paragraphs.map {
            "<p class=\"MsoNormal\"><span style=\"font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif\">\($0)"
                + "<o:p></o:p></span></p>\n<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p>\n"
        }.joined()
    }

    private static func page(_ body: String) -> String {
        "<html><head><meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"></head>\(body)</html>"
    }

    /// What Word puts before a mail: name spaces, styles, and comments for itself.
    private static func wordPage(_ body: String) -> String {
        let styles = ["MsoNormal", "MsoListParagraph", "EmailStyle19", "EmailStyle20", "MsoChpDefault", "WordSection1"]
            .map {
                "p.\($0), li.\($0), div.\($0)\n\t{margin:0cm;\n\tmso-style-priority:34;\n\tfont-size:11.0pt;\n"
                    + "\tfont-family:\"Calibri\",sans-serif;\n\tmso-ligatures:standardcontextual;\n"
                    + "\tmso-fareast-language:EN-US;}\n"
            }.joined()
        return "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
            + "xmlns:w=\"urn:schemas-microsoft-com:office:word\" xmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n"
            + "<meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\">\n<style><!--\n"
            + "/* Font Definitions */\n@font-face\n\t{font-family:\"Cambria Math\";\n\tpanose-1:2 4 5 3 5 4 6 3 2 4;}\n"
            + "/* Style Definitions */\n\(styles)--></style><!--[if gte mso 9]><xml>\n<o:shapedefaults v:ext=\"edit\" "
            + "spidmax=\"1026\" />\n</xml><![endif]-->\n</head>\n\(body)\n</html>\n"
    }

    private static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "&": output += "&amp;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
