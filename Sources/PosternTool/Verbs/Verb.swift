import ArgumentParser
import Glibc

/// A verb of the command line that answers with text.
protocol Verb: AsyncParsableCommand {
    /// Does it, and gives what is to be printed.
    func answer() async throws -> String
}

extension Verb {
    func run() async throws {
        let text = try await answer()
        if !text.utf8.isEmpty { print(text) }
    }
}

/// Why a verb did not do what was asked, as a sentence that says what to do.
struct VerbFailure: Error, CustomStringConvertible {
    let description: String
    let exit: Exit

    init(_ description: String, _ exit: Exit = .failed) {
        self.description = description
        self.exit = exit
    }
}

/// How `postern` ends; scripts may rely on the numbers.
enum Exit: Int32 {
    case done = 0
    /// It was tried, and did not work.
    case failed = 1
    /// The words of the command or the configuration are wrong; nothing was tried.
    case usage = 2
}

/// What goes to standard error: progress and warnings, never the answer itself.
enum Aside {
    static func say(_ text: String) {
        _ = Stream.write(Array("\(text)\n".utf8), to: STDERR_FILENO)
    }
}

/// Open files of the process, as bytes.
enum Stream {
    /// Writes all of it; false, with `errno` set, when that cannot be done.
    static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let wrote = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if wrote < 0 && errno == EINTR { continue }
            guard wrote > 0 else { return false }
            rest = rest.dropFirst(wrote)
        }
        return true
    }
}
