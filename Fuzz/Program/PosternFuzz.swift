import FuzzChecks
import Glibc

/// `postern-fuzz TARGET FILE…`: shows the files to one reader, and says what does not hold.
///
/// Built by `make fuzz` with `FUZZING` this is libFuzzer, whose options follow `--target=TARGET`.
#if FUZZING
    private let target: FuzzTarget = {
        let words = CommandLine.arguments.compactMap { word in
            word.utf8.starts(with: "--target=".utf8) ? String(Substring(word.utf8.dropFirst(9))) : nil
        }
        guard let target = words.first.flatMap({ FuzzTarget(rawValue: $0) }) else {
            print("--target=" + FuzzTarget.allCases.map(\.rawValue).joined(separator: "|"))
            exit(64)
        }
        return target
    }()

    /// Called before the folders of inputs are read: the first of them gets the seeds.
    @_cdecl("LLVMFuzzerInitialize")
    func initialize(_ count: UnsafeMutableRawPointer, _ words: UnsafeMutableRawPointer) -> Int32 {
        guard let folder = CommandLine.arguments.dropFirst().first(where: { !$0.utf8.starts(with: "-".utf8) }) else {
            return 0
        }
        for (number, seed) in target.seeds(count: 150).enumerated() {
            write(seed, to: "\(folder)/seed-\(number)")
        }
        return 0
    }

    @_cdecl("LLVMFuzzerTestOneInput")
    func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        let begin = clock()
        let violations = target.violations(bytes)
        if clock() - begin > slowest, isSlowAgain(bytes) { write(bytes, to: "slow-\(target.rawValue)-\(count)") }
        guard violations.isEmpty else {
            print(violations.joined(separator: "\n"))
            fflush(nil)
            abort()
        }
        return 0
    }

    /// 50 ms, in the units of clock(3), which are millionths of a second.
    private let slowest = 50_000

    private func isSlowAgain(_ bytes: [UInt8]) -> Bool {
        let begin = clock()
        _ = target.violations(bytes)
        return clock() - begin > slowest
    }

    private func write(_ bytes: [UInt8], to file: String) {
        guard let stream = fopen(file, "w") else { return }
        fwrite(bytes, 1, bytes.count, stream)
        fclose(stream)
    }
#else
    @main
    enum PosternFuzz {
        static func main() {
            let words = CommandLine.arguments.dropFirst()
            guard let target = words.first.flatMap({ FuzzTarget(rawValue: $0) }) else {
                print("usage: postern-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) FILE...")
                exit(64)
            }
            let broken = words.dropFirst().filter { file in
                let violations = target.violations(bytes(of: file))
                for violation in violations { print("\(file): \(violation)") }
                return !violations.isEmpty
            }
            exit(broken.isEmpty ? 0 : 1)
        }

        private static func bytes(of file: String) -> [UInt8] {
            guard let stream = fopen(file, "r") else { return [] }
            defer { fclose(stream) }
            var bytes: [UInt8] = []
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 { bytes += chunk.prefix(count) }
            return bytes
        }
    }
#endif
