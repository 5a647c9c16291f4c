import Foundation
import MailServers
import Testing

@testable import PosternTool

/// A real browser, spoken to by the W3C WebDriver protocol: JSON over HTTP to chromedriver.
final class WebDriver {
    private let driver: RunningProgram
    private let base: String
    private var session = ""

    /// Starts chromedriver and one headless Chromium.
    ///
    /// - Throws: when they are missing (`make test` installs them) or do not start.
    static func running<Result>(_ body: (WebDriver) async throws -> Result) async throws -> Result {
        let browser = try WebDriver()
        do {
            try await browser.open()
            let result = try await body(browser)
            await browser.close()
            return result
        } catch {
            await browser.close()
            throw error
        }
    }

    private init() throws {
        let port = try freePorts(1)[0]
        driver = try RunningProgram(
            "/usr/bin/chromedriver", ["--port=\(port)", "--allowed-ips=127.0.0.1"], log: "/dev/null")
        base = "http://127.0.0.1:\(port)"
        try waitForPorts([port])
    }

    private func open() async throws {
        let options = ["args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]]
        let capabilities = ["capabilities": ["alwaysMatch": ["goog:chromeOptions": options]]]
        let answer = try await ask("POST", "/session", capabilities) as? [String: Any]
        session = try #require(answer?["sessionId"] as? String)
    }

    private func close() async {
        _ = try? await ask("DELETE", "/session/\(session)", nil)
        driver.stop()
    }

    /// Emulates a screen of this size in CSS pixels, light or dark.
    func screen(_ width: Int, _ height: Int, dark: Bool = false) async throws {
        let metrics: [String: Any] = ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600]
        try await chromium("Emulation.setDeviceMetricsOverride", metrics)
        let scheme = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
        try await chromium("Emulation.setEmulatedMedia", ["features": [scheme]])
    }

    func go(to url: String) async throws { try await ask("POST", "/session/\(session)/url", ["url": url]) }

    func click(_ selector: String) async throws {
        try await ask("POST", "\(element(selector))/click", [:])
    }

    func type(_ text: String, into selector: String) async throws {
        try await ask("POST", "\(element(selector))/value", ["text": text])
    }

    /// What a person reads of the page.
    func text() async throws -> String {
        try await run("return document.body.innerText") as? String ?? ""
    }

    @discardableResult
    func run(_ script: String) async throws -> Any? {
        try await ask("POST", "/session/\(session)/execute/sync", ["script": script, "args": []])
    }

    /// Runs a script that calls its last argument with what it found.
    func runUntilCalled(_ script: String) async throws -> Any? {
        try await ask("POST", "/session/\(session)/execute/async", ["script": script, "args": []])
    }

    /// Becomes a browser that was nowhere yet.
    func forget() async throws { try await ask("DELETE", "/session/\(session)/cookie", nil) }

    /// A PNG of the whole page, or of what is in view.
    func picture(whole: Bool = true) async throws -> Data {
        let answer = try await chromium("Page.captureScreenshot", ["captureBeyondViewport": whole])
        let text = try #require((answer as? [String: Any])?["data"] as? String)
        return try #require(Data(base64Encoded: text))
    }

    private func element(_ selector: String) async throws -> String {
        let answer = try await ask(
            "POST", "/session/\(session)/element", ["using": "css selector", "value": selector])
        let id = try #require((answer as? [String: String])?.values.first, "no element \(selector)")
        return "/session/\(session)/element/\(id)"
    }

    @discardableResult
    private func chromium(_ command: String, _ parameters: [String: Any]) async throws -> Any? {
        try await ask(
            "POST", "/session/\(session)/goog/cdp/execute", ["cmd": command, "params": parameters])
    }

    @discardableResult
    private func ask(_ method: String, _ path: String, _ body: [String: Any]?) async throws -> Any? {
        let address = try #require(LocalAddress(base + path))
        let content = try body.map { [UInt8](try JSONSerialization.data(withJSONObject: $0)) } ?? []
        let (status, bytes) = try await Task.detached {
            let fields = [("Content-Type", "application/json")]
            let answer = try LocalHTTP.exchange(method, address, fields, content)
            return (answer.status, answer.body)
        }.value
        let answer = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        guard status == 200 else {
            throw NeverCame(what: "\(path): \(String(decoding: bytes.prefix(500), as: UTF8.self))")
        }
        return answer?["value"]
    }
}
