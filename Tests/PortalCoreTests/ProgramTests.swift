import Testing

@testable import PortalCore

@Suite("FL-12: files that run")
struct ProgramTests {
    @Test(
        "are known by the last ending of their names, however it is hidden",
        arguments: [
            "a.exe", "A.EXE", "a.js", "a.scr", "a.lnk", "a.iso", "a.docm", "a.bat", "a.cmd", "a.com", "a.msi", "a.vbs",
            "a.ps1", "a.jar", "a.hta", "a.xlsm", "photo.jpg.exe", "a.exe.", "a.exe ", "a.exe. .", "a.exe:text",
            "a:b.exe",
            "a.e\u{202E}xe", "a.exe\u{200B}", "C:\\x\\a.exe", "../a.sh", "\(String(repeating: "n", count: 300)).exe",
        ])
    func names(name: String) { #expect(Program.isLikely(name, beginning: [])) }

    @Test(
        "are not every file",
        arguments: [
            "a.pdf", "a.docx", "exe", ".exe.pdf", "a.exe.txt", "a", "", ".", "a.jpeg", "a.csv", "notes: exe.txt",
        ])
    func others(name: String) { #expect(!Program.isLikely(name, beginning: Array("Hell".utf8))) }

    @Test(
        "are known by their first bytes, whatever they are called",
        arguments: [
            [0x4D, 0x5A, 0x90, 0], [0x7F, 0x45, 0x4C, 0x46], Array("#!/b".utf8), [0xCF, 0xFA, 0xED, 0xFE],
        ] as [[UInt8]])
    func bytes(beginning: [UInt8]) {
        #expect(Program.isLikely("holiday.jpg", beginning: beginning))
        let file = FileContent(
            name: "holiday.jpg", contentType: "image/jpeg", size: 4, digest: ContentDigest(of: beginning),
            beginning: beginning)
        #expect(file.runs)
    }
}
