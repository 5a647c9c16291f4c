// The readers of MailTransport are not seen outside of it, except in builds for tests and for fuzzing.
#if DEBUG || FUZZING
    @testable import MailTransport

    /// Responses of an IMAP server: the same however the network divides them.
    enum IMAPChecks {
        static func check(_ bytes: [UInt8], _ findings: inout Findings) {
            let whole = frames(of: [bytes])
            findings.same(whole, frames(of: bytes.map { [$0] }), "responses, whole and byte by byte")
            for frame in whole { _ = try? IMAPResponse(frame) }
            let size = whole.reduce(0) { size, frame in (frame.texts + frame.literals).reduce(size) { $0 + $1.count } }
            findings.require(size <= bytes.count, "responses grew")
        }

        /// The responses up to the first violation.
        private static func frames(of pieces: [[UInt8]]) -> [IMAPFrame] {
            var framer = IMAPFramer(literalLimit: 100_000)
            var frames: [IMAPFrame] = []
            for piece in pieces {
                guard let more = try? framer.consume(piece) else { break }
                frames += more
            }
            return frames
        }
    }
#else
    /// Not in this build.
    enum IMAPChecks {
        static func check(_ bytes: [UInt8], _ findings: inout Findings) {}
    }
#endif
