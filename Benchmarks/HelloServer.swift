import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The peer of the pages: a bare Hummingbird with the settings of ours, that says hello. `postern-bench hello PORT`
struct HelloServer {
    private let port: Int

    init?(_ words: [String]) {
        guard words.count == 2, words[0] == "hello", let port = Int(words[1]) else { return nil }
        self.port = port
    }

    func run() async throws {
        let router = Router()
        router.get("/") { _, _ in "Hello" }
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 8 << 10, maxHeaderListSize: 16 << 10, maxHeaderFieldCount: 100)
        let application = Application(
            responder: router.buildResponder(),
            server: .http1(configuration: .init(idleTimeout: .seconds(30), httpDecoderConfiguration: limits)),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(4096)))
        try await application.runService()
    }
}
