import Foundation

/// Makes a certificate authority, and a certificate of it for `localhost`, in a folder.
func makeCertificates(in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    try openssl(
        ["req", "-x509"] + curve + [
            "-days", "2", "-subj", "/CN=Postern test authority", "-keyout", "ca.key", "-out", "ca.pem",
        ], folder)
    try openssl(["req"] + curve + ["-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr"], folder)
    try "subjectAltName=DNS:localhost\n".write(toFile: folder + "/names", atomically: true, encoding: .utf8)
    try openssl(
        [
            "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "1", "-days", "2",
            "-extfile", "names", "-out", "server.pem",
        ], folder)
}

/// Names of files stand in the folder.
private func openssl(_ arguments: [String], _ folder: String) throws {
    let files = Set(["ca.key", "ca.pem", "server.key", "server.csr", "server.pem", "names"])
    let full = arguments.map { files.contains($0) ? "\(folder)/\($0)" : $0 }
    try runProgram("/usr/bin/openssl", full, log: folder + "/openssl.log")
}
