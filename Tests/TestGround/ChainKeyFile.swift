import Foundation

/// Puts a key that is always the same where a portal in this folder signs its chain with it, so that goldens repeat.
package func putChainKey(in folder: String) throws {
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let path = "\(folder)/chain.key"
    try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
}
