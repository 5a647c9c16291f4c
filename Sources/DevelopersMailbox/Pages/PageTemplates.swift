import Templates

/// The pages' templates, which are part of the program.
enum PageTemplates {
    static func load() throws(TemplateErrors) -> TemplateSet {
        try TemplateSet(
            sources: [
                "head.html.mustache": PackageResources.head_html_mustache,
                "foot.html.mustache": PackageResources.foot_html_mustache,
                "mails.html.mustache": PackageResources.mails_html_mustache,
                "mail.html.mustache": PackageResources.mail_html_mustache,
                "compose.html.mustache": PackageResources.compose_html_mustache,
                "problem.html.mustache": PackageResources.problem_html_mustache,
                "reply.html.mustache": PackageResources.reply_html_mustache,
                "reply.txt.mustache": PackageResources.reply_txt_mustache,
            ],
            names: [
                "mails": layout.merging(MailsPage.names), "mail": layout.merging(MailPage.names),
                "compose": layout.merging(ComposePage.names), "problem": layout.merging(["message"]),
                "reply": ClientMail.names,
            ])
    }

    static let style = PackageResources.style_css
    static let refresh = PackageResources.refresh_js

    private static let layout: TemplateNames = ["title", "portal", "refreshes"]
}
