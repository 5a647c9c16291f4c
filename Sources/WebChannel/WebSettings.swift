package import Localization

/// Where the pages are served and within which limits.
package struct WebSettings: Sendable {
    /// The address to listen on.
    package var host: String
    /// The TCP port; 0 for any that is free.
    package var port: Int
    /// Bytes of one form with its files.
    package var uploadLimit: Int
    /// The IP addresses of reverse proxies: only their `X-Forwarded-For` is believed.
    package var trustedProxies: Set<String>
    /// Seconds after which a silent connection is closed.
    package var idleTimeout: Int
    /// Seconds after which a request that comes byte by byte is cut off at the latest.
    package var patience: Int
    /// What pages can be said in.
    package var languages: Languages

    package init(
        host: String = "127.0.0.1", port: Int, uploadLimit: Int = 25_000_000, trustedProxies: Set<String> = [],
        idleTimeout: Int = 30, patience: Int = 28, languages: Languages = .onlyEnglish
    ) {
        self.host = host
        self.port = port
        self.uploadLimit = uploadLimit
        self.trustedProxies = trustedProxies
        self.idleTimeout = idleTimeout
        self.patience = patience
        self.languages = languages
    }
}
