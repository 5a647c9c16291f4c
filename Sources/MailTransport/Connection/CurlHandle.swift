import CCurl
import Glibc

/// Owns libcurl's handles for one connection, which closes with them.
final class CurlHandle {
    let easy: UnsafeMutableRawPointer
    let multi: UnsafeMutableRawPointer
    /// Where libcurl writes what went wrong.
    private let words: UnsafeMutablePointer<CChar>
    /// The last line that the server said until the login was done.
    let lastLine = ServerLine()

    init?() {
        guard Self.isLibraryReady, let easy = curl_easy_init() else { return nil }
        guard let multi = curl_multi_init() else {
            curl_easy_cleanup(easy)
            return nil
        }
        self.easy = easy
        self.multi = multi
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        postern_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, words)
    }

    deinit {
        curl_multi_remove_handle(multi, easy)
        curl_easy_cleanup(easy)
        curl_multi_cleanup(multi)
        words.deallocate()
    }

    /// Once in a process, before the first handle. OpenSSL writes with `write`, so a lost peer would raise SIGPIPE.
    private static let isLibraryReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    func set(_ option: CURLoption, _ value: Int) {
        postern_curl_set_long(easy, option, value)
    }

    func set(_ option: CURLoption, _ value: String?) {
        if let value {
            postern_curl_set_string(easy, option, value)
        } else {
            postern_curl_set_string(easy, option, nil)
        }
    }

    /// Keeps each line of the login in `lastLine`, and everything off the standard output.
    func listen() {
        let line = Unmanaged.passUnretained(lastLine).toOpaque()
        postern_curl_set_pointer(easy, CURLOPT_HEADERDATA, line)
        postern_curl_set_callback(easy, CURLOPT_HEADERFUNCTION, keepLine)
        postern_curl_set_callback(easy, CURLOPT_WRITEFUNCTION, discard)
    }

    var responseCode: Int {
        var code = 0
        postern_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &code)
        return code
    }

    /// When the server's certificate ends, in seconds since 1970; nil when the library does not say.
    var certificateEnd: Int? {
        guard let text = postern_curl_certificate(easy, "Expire date") else { return nil }
        let seconds = curl_getdate(text, nil)
        return seconds >= 0 ? seconds : nil
    }

    /// What went wrong, more exactly than its code says; empty when the library says no more.
    var problem: String { String(cString: words) }

    var socket: Int32? {
        var socket: curl_socket_t = -1
        postern_curl_get_socket(easy, CURLINFO_ACTIVESOCKET, &socket)
        return socket >= 0 ? socket : nil
    }
}

final class ServerLine {
    fileprivate(set) var bytes: [UInt8] = []
}

private func keepLine(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    let (length, overflow) = size.multipliedReportingOverflow(by: count)
    guard let data, let context, !overflow, length > 0 else { return length }
    let raw = UnsafeRawBufferPointer(start: data, count: min(length, 500))
    let line = raw.filter { $0 != .carriageReturn && $0 != .lineFeed }
    Unmanaged<ServerLine>.fromOpaque(context).takeUnretainedValue().bytes = line
    return length
}

private func discard(
    _ data: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    size.multipliedReportingOverflow(by: count).partialValue
}
