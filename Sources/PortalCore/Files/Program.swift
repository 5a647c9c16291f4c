import MailFormat

/// Files that run: a double click starts what they hold, or what they hold goes unseen into a program that runs it.
enum Program {
    /// Whether a file is of such a kind, by the last ending of its name or by its first bytes.
    ///
    /// - Parameter name: as it came, before it is shortened.
    static func isLikely(_ name: String, beginning: [UInt8]) -> Bool {
        signatures.contains { beginning.starts(with: $0) } || hasEnding(name)
    }

    /// QUIRK: Windows takes off blanks and dots at the end of a name, and what follows a colon is another stream of the file.
    private static func hasEnding(_ name: String) -> Bool {
        name.unicodeScalars.split(separator: ":").contains { part in
            let kept = part.filter { !$0.isTreacherous }
            let end = kept.lastIndex { $0 != "." && !$0.properties.isWhitespace }
            guard let end, let dot = kept[...end].lastIndex(of: ".") else { return false }
            let ending = kept[kept.index(after: dot)...end]
            return endings.contains(String(ending).asciiLowercased)
        }
    }

    /// Programs of Windows (MZ), of Linux (ELF) and of macOS (Mach-O, of one kind or of several), scripts (`#!`).
    private static let signatures: [[UInt8]] = [
        [0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], [0x23, 0x21], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE],
    ]

    /// Programs and installers; scripts; links and settings that start something; images of disks; documents with macros.
    private static let endings: Set<String> = [
        "apk", "app", "appimage", "appinstaller", "appx", "appxbundle", "com", "cpl", "deb", "dll",
        "drv", "ex_", "exe", "gadget", "ipa", "jar", "msi", "msix", "msixbundle", "msp",
        "mst", "ocx", "pif", "pkg", "rpm", "run", "scr", "sys",
        "bash", "bat", "cmd", "command", "csh", "hta", "js", "jse", "ksh", "mjs", "pl",
        "ps1", "ps1xml", "ps2", "psc1", "psc2", "psd1", "psm1", "py", "pyc", "pyw", "rb",
        "sct", "sh", "shb", "vb", "vbe", "vbs", "ws", "wsc", "wsf", "wsh", "zsh",
        "ade", "adp", "application", "appref-ms", "chm", "desktop", "diagcab", "hlp", "inf", "ins",
        "isp", "jnlp", "library-ms", "lnk", "mde", "msc", "mshxml", "nsh", "reg", "scf",
        "search-ms", "settingcontent-ms", "shs", "theme", "udl", "url", "webloc", "xbap", "xll",
        "dmg", "img", "iso", "vhd", "vhdx", "wim",
        "docm", "dotm", "ppam", "potm", "ppsm", "pptm", "sldm", "xla", "xlam", "xlsm", "xltm",
    ]
}
