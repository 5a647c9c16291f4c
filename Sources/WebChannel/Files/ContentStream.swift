import Glibc
import Hummingbird
import NIOCore
import NIOPosix

/// Stored content on its way to a browser, piece by piece, so that a large file needs no memory.
struct ContentStream: Sendable {
    /// Bytes read at a time.
    private static let piece = 128 << 10

    let path: String
    /// Asked four times a second: whether the reader may still have it.
    let mayGoOn: @Sendable () throws -> Bool

    /// A body of exactly these bytes of the content.
    func body(_ range: Range<Int64>) -> ResponseBody {
        ResponseBody(contentLength: Int(range.count)) { writer in
            let file = try OpenFile(path)
            var offset = range.lowerBound
            var asked = ContinuousClock.now
            while offset < range.upperBound {
                let count = Int(min(Int64(Self.piece), range.upperBound - offset))
                let at = offset
                let bytes = try await NIOThreadPool.singleton.runIfActive { try file.read(count, at: at) }
                try await writer.write(ByteBuffer(bytes: bytes))
                offset += Int64(bytes.count)
                if ContinuousClock.now - asked > .milliseconds(250) {
                    guard try mayGoOn() else { throw StreamFault.ended }
                    asked = .now
                }
            }
            try await writer.finish(nil)
        }
    }

    private enum StreamFault: Error {
        case unreadable(Int32)
        /// Access was taken away meanwhile; the connection is closed in the middle.
        case ended
    }

    /// A file open for reading, closed when nobody holds it any more.
    private final class OpenFile: Sendable {
        private let descriptor: Int32

        init(_ path: String) throws {
            descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { throw StreamFault.unreadable(errno) }
        }

        deinit { close(descriptor) }

        func read(_ count: Int, at offset: Int64) throws -> [UInt8] {
            try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                let got = pread(descriptor, buffer.baseAddress, count, off_t(offset))
                guard got > 0 else { throw StreamFault.unreadable(errno) }
                filled = got
            }
        }
    }
}
