// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")

let package = Package(
    name: "postern",
    products: [
        .executable(name: "postern", targets: ["PosternTool"]),
        .executable(name: "postern-bench", targets: ["PosternBenchmarks"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        .target(name: "CResolv", linkerSettings: [.linkedLibrary("resolv")]),
        .systemLibrary(name: "CHaru", providers: [.apt(["libhpdf-dev", "libpng-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        .systemLibrary(
            name: "CPixbuf", pkgConfig: "gdk-pixbuf-2.0", providers: [.apt(["libgdk-pixbuf-2.0-dev"])]),

        .target(name: "MailFormat", swiftSettings: strict),
        .target(name: "Pictures", dependencies: ["CPixbuf"], swiftSettings: strict),
        .target(name: "Localization", swiftSettings: strict),
        .target(name: "Templates", dependencies: ["Localization"], swiftSettings: strict),
        .target(name: "MailSignatures", dependencies: ["COpenSSL", "MailFormat"], swiftSettings: strict),
        .target(
            name: "MailTransport", dependencies: ["CCurl", "CResolv", "MailFormat", logging], swiftSettings: strict),
        .target(
            name: "PortalCore", dependencies: ["COpenSSL", "MailFormat", "Pictures", grdb, sqlite],
            swiftSettings: strict),
        .target(
            name: "InvoicePDF", dependencies: ["CHaru", "Localization", "MailFormat", "PortalCore"],
            swiftSettings: strict),
        .target(
            name: "MailChannel",
            dependencies: [
                "InvoicePDF", "Localization", "MailFormat", "MailSignatures", "PortalCore", "Templates", logging,
            ],
            swiftSettings: strict),
        .target(
            name: "WebChannel",
            dependencies: [
                "InvoicePDF", "Localization", "MailFormat", "PortalCore", "Templates", hummingbird, logging,
            ],
            resources: [.embedInCode("Templates")], swiftSettings: strict),
        .target(
            name: "DevelopersMailbox",
            dependencies: ["Localization", "MailFormat", "MailTransport", "Templates", hummingbird, logging],
            resources: [.embedInCode("Templates")], swiftSettings: strict),
        .executableTarget(
            name: "PosternTool",
            dependencies: [
                "MailFormat", "MailSignatures", "MailTransport", "PortalCore", "MailChannel", "WebChannel",
                "DevelopersMailbox", "Localization", "Templates", hummingbird, lifecycle, signals, logging,
                .product(name: "Yams", package: "Yams"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(
            name: "MailServers", dependencies: ["MailFormat", "MailTransport", logging], path: "Tests/MailServers",
            swiftSettings: strict),

        .target(name: "MailCorpus", path: "Tests/MailCorpus", swiftSettings: strict),

        .target(name: "TestGround", dependencies: ["PortalCore"], path: "Tests/TestGround", swiftSettings: strict),

        .target(
            name: "Gauntlet", dependencies: ["MailChannel", "MailCorpus", "MailFormat", "PortalCore", logging],
            path: "Tests/Gauntlet/Ground", swiftSettings: strict),
        .executableTarget(
            name: "PosternGauntlet", dependencies: ["Gauntlet"], path: "Tests/Gauntlet/Program", swiftSettings: strict),

        .executableTarget(
            name: "PosternBenchmarks",
            dependencies: [
                "MailChannel", "MailCorpus", "MailFormat", "MailServers", "PortalCore", hummingbird, logging,
            ],
            path: "Benchmarks", exclude: ["gmime", "run"], swiftSettings: strict),

        .target(
            name: "FuzzChecks", dependencies: ["MailCorpus", "MailFormat", "MailTransport"], path: "Fuzz/Checks",
            swiftSettings: strict),
        .executableTarget(
            name: "PosternFuzz", dependencies: ["FuzzChecks"], path: "Fuzz/Program", swiftSettings: strict),

        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .testTarget(name: "MailFormatTests", dependencies: ["MailFormat"], swiftSettings: strict),
        .testTarget(name: "PicturesTests", dependencies: ["Pictures"], swiftSettings: strict),
        .testTarget(
            name: "LocalizationTests", dependencies: ["Localization", "MailFormat", "Templates"], swiftSettings: strict),
        .testTarget(name: "TemplatesTests", dependencies: ["Localization", "Templates"], swiftSettings: strict),
        .testTarget(
            name: "MailSignaturesTests", dependencies: ["MailFormat", "MailSignatures"], swiftSettings: strict),
        .testTarget(
            name: "MailTransportTests", dependencies: ["MailFormat", "MailTransport", logging], swiftSettings: strict),
        .testTarget(
            name: "PortalCoreTests", dependencies: ["MailFormat", "PortalCore", "TestGround"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "InvoicePDFTests", dependencies: ["InvoicePDF", "MailFormat", "PortalCore", "TestGround"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "MailChannelTests",
            dependencies: [
                "Localization", "MailChannel", "MailFormat", "MailSignatures", "PortalCore", "Templates", "TestGround",
                logging,
            ],
            exclude: ["Golden", "logo.png"], swiftSettings: strict),
        .testTarget(
            name: "WebChannelTests",
            dependencies: [
                "Localization", "MailFormat", "Pictures", "PortalCore", "Templates", "TestGround", "WebChannel",
                hummingbird, logging,
            ],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "DevelopersMailboxTests",
            dependencies: ["DevelopersMailbox", "MailFormat", "MailTransport", hummingbird, logging],
            swiftSettings: strict),
        .testTarget(
            name: "PosternToolTests",
            dependencies: [
                "MailFormat", "MailSignatures", "MailTransport", "PortalCore", "PosternTool", "TestGround",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Terrible", "Golden", "Mails"], swiftSettings: strict),
        .testTarget(
            name: "StoryTests", dependencies: ["MailChannel", "MailFormat", "PortalCore", "WebChannel"],
            swiftSettings: strict),
        .testTarget(name: "GauntletTests", dependencies: ["Gauntlet"], swiftSettings: strict),
        .testTarget(
            name: "FuzzTests", dependencies: ["FuzzChecks", "MailCorpus"], exclude: ["Found"], swiftSettings: strict),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "DevelopersMailbox", "MailFormat", "MailServers", "MailSignatures", "MailTransport", "PortalCore",
                "PosternTool", lifecycle, logging,
            ],
            swiftSettings: strict),
    ]
)
