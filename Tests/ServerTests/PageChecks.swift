import Foundation
import Testing

extension WebDriver {
    /// What every page must be: as wide as the screen, with one heading, every field labelled, without any violation that
    /// axe finds. Keeps a picture for people to look at, where `POSTERN_SCREENSHOTS` names a folder.
    func hold(_ page: String, in languages: Set<String> = ["en"]) async throws {
        let wide = try await run(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        #expect(wide as? Int == 0, "\(page) scrolls sideways")
        let headings = try await run("return document.querySelectorAll('h1').length")
        #expect(headings as? Int == 1, "\(page) has not just one main heading")
        let unnamed = try await run(
            """
            return [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
                .filter(field => field.labels.length === 0 && !field.ariaLabel).map(field => field.outerHTML).join(' ')
            """)
        #expect(unnamed as? String == "", "\(page) has fields without a label")
        let language = try await run("return document.documentElement.lang")
        #expect(languages.contains(language as? String ?? ""), "\(page) does not say its language")
        let small = try await run(
            """
            return [...document.querySelectorAll('button, .button')].filter(button => {
                const box = button.getBoundingClientRect(); return box.height > 0 && box.height < 32
            }).map(button => button.outerHTML).join(' ')
            """)
        #expect(small as? String == "", "\(page) has buttons too small for a thumb")
        let found = try await violations()
        #expect(found == [], "\(page) is hard to use for some: \(found.joined(separator: "\n"))")
        try await keepPicture(page)
    }

    /// What axe finds, by rule: the elements that break it.
    private func violations() async throws -> [String] {
        let path = "\(AcmeConfiguration.checkout)/.build/axe.min.js"
        guard let axe = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw NeverCame(what: "axe.min.js is missing: `make test` fetches it")
        }
        try await run(axe)
        let found = try await runUntilCalled(
            """
            axe.run({resultTypes: ['violations']}).then(result => arguments[0](result.violations.map(rule =>
                rule.id + ': ' + rule.nodes.map(node => node.html.slice(0, 160) + ' ' + node.any.map(one => one.message).join('; '))
                    .slice(0, 4).join(' | '))))
            """)
        return found as? [String] ?? ["axe did not run"]
    }

    /// For people to look at, where `POSTERN_SCREENSHOTS` names a folder.
    func keepPicture(_ name: String) async throws {
        try keep(try await picture(), of: name)
    }

    /// A PDF at `url`, which the browser's own viewer draws; until it has, there is little but its gray.
    func holdDocument(_ name: String, at url: String) async throws {
        var picture = Data()
        // Seen to take a second, and seen to hang in the viewer: then it is asked anew.
        for second in 0..<60 where picture.count < 20_000 {
            if second.isMultiple(of: 15) { try await go(to: url) }
            try await Task.sleep(for: .seconds(1))
            // To look at the whole page makes the viewer begin anew.
            picture = try await self.picture(whole: false)
        }
        let type = try await run("return document.contentType")
        #expect(type as? String == "application/pdf", "\(name) is not shown")
        #expect(picture.count > 20_000, "\(name) is not drawn")
        try keep(picture, of: name)
    }

    private func keep(_ picture: Data, of name: String) throws {
        #expect(picture.count > 5_000, "an empty picture of \(name)")
        guard let folder = ProcessInfo.processInfo.environment["POSTERN_SCREENSHOTS"] else { return }
        try picture.write(to: URL(fileURLWithPath: "\(folder)/\(name).png"))
    }
}
