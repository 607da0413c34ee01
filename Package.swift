// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors, and the rooms that speak C say `unsafe` where they do.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func room(
    _ name: String, on rooms: [String] = [], _ products: [Target.Dependency] = [], resources: [Resource] = []
)
    -> Target
{
    .target(
        name: name, dependencies: rooms.map { .byName(name: $0) } + products, resources: resources,
        swiftSettings: strict)
}

func program(_ name: String, on rooms: [String], _ products: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: rooms.map { .byName(name: $0) } + products, swiftSettings: strict)
}

func tests(_ name: String, of rooms: [String], _ products: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: rooms.map { .byName(name: $0) } + products, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "pksd",
    platforms: [.macOS(.v15)],
    products: [
        // Of use to others too: CEL without protocol buffers.
        .library(name: "Expressions", targets: ["Expressions"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV.git", from: "0.10.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
    ],
    targets: [
        // The arrows point down: a room names only rooms listed above it.
        room("Documents", [csv, yams]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        room("Spreadsheets", on: ["CExpat", "CZip", "Documents"]),
        room("Calendars", on: ["Documents"]),
        room("Agreements", on: ["Calendars", "Documents"]),
        room("Expressions", on: ["Documents"]),
        room("Workflows", on: ["Expressions", "Agreements", "Calendars", "Documents"], [crypto]),
        room("Diagrams", on: ["Workflows", "Agreements", "Calendars", "Documents"]),
        room("Ledger", on: ["Agreements", "Calendars", "Documents"], [crypto]),
        room("SQLiteLedger", on: ["Ledger", "Agreements", "Calendars", "Documents"], [grdb, grdbSQLite]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Courier", on: ["CCurl"]),
        room("SignOn", on: ["Courier", "Calendars", "Documents"], [crypto, jwt]),
        room(
            "Webhooks", on: ["Courier", "Ledger", "Expressions", "Agreements", "Calendars", "Documents"], [crypto]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        room("Passwords", on: ["CSodium", "Documents"]),
        room("Receivers", on: ["Documents"], [crypto, nio, nioPosix]),
        room("Notices", on: ["Ledger", "Agreements", "Calendars", "Documents"]),
        room(
            "Engine",
            on: [
                "Webhooks", "Notices", "Passwords", "Courier", "Ledger", "Workflows", "Agreements", "Calendars",
                "Documents",
            ], [crypto, logging, metrics, serviceLifecycle]),
        room(
            "Server",
            on: [
                "Engine", "SignOn", "Courier", "Webhooks", "Ledger", "Spreadsheets", "Diagrams", "Workflows",
                "Agreements",
                "Calendars", "Documents",
            ],
            [
                crypto, httpTypes, hummingbird, hummingbirdCore, logging, metrics, mustache, nio, nioPosix,
                serviceLifecycle,
            ],
            resources: [.embedInCode("Resources")]),
        program(
            "pksd",
            on: [
                "Server", "Engine", "Notices", "SQLiteLedger", "SignOn", "Courier", "Webhooks", "Ledger", "Workflows",
                "Agreements",
                "Calendars", "Documents",
            ], [argumentParser, logging, metrics, nio, serviceLifecycle, unixSignals]),
        program(
            "pksctl",
            on: [
                "Receivers", "Courier", "Webhooks", "Diagrams", "Workflows", "Expressions", "Agreements", "Calendars",
                "Documents",
            ],
            [argumentParser, nio, nioPosix, unixSignals]),
        .executableTarget(
            name: "GuardBenchmark",
            dependencies: ["Workflows", "Expressions", "Agreements", "Calendars", "Documents"],
            path: "Benchmarks/Guards", swiftSettings: strict),
        .executableTarget(
            name: "CourierBenchmark", dependencies: ["Courier"], path: "Benchmarks/Courier", swiftSettings: strict),
        tests("DocumentsTests", of: ["Documents"]),
        tests("SpreadsheetsTests", of: ["Spreadsheets", "Documents"], exclude: ["Scripts"]),
        tests("CalendarsTests", of: ["Calendars", "Documents"], exclude: ["Scripts"]),
        tests("AgreementsTests", of: ["Agreements", "Calendars", "Documents"]),
        tests("ExpressionsTests", of: ["Expressions", "Documents"]),
        tests(
            "WorkflowsTests", of: ["Workflows", "Expressions", "Agreements", "Calendars", "Documents"],
            exclude: ["Scripts"]),
        tests("DiagramsTests", of: ["Diagrams", "Workflows", "Agreements", "Calendars", "Documents"]),
        tests("CourierTests", of: ["Courier"], exclude: ["Corpus", "Scripts"]),
        tests("SignOnTests", of: ["SignOn", "Courier", "Calendars", "Documents"], exclude: ["Scripts"]),
        tests(
            "WebhooksTests", of: ["Webhooks", "Courier", "Ledger", "Agreements", "Calendars", "Documents"], [crypto]),
        tests("ReceiversTests", of: ["pksctl", "Receivers", "Courier", "Documents"], exclude: ["Scripts"]),
        tests(
            "NoticesTests", of: ["Notices", "Ledger", "Agreements", "Calendars", "Documents"], exclude: ["Scripts"]),
        tests("PasswordsTests", of: ["Passwords", "Documents"]),
        tests("LedgerTests", of: ["SQLiteLedger", "Ledger", "Agreements", "Calendars", "Documents"], [grdb]),
        tests(
            "EngineTests",
            of: [
                "Engine", "SQLiteLedger", "Ledger", "Notices", "Passwords", "Webhooks", "Courier", "Workflows",
                "Agreements", "Calendars", "Documents",
            ], [grdb, logging, metrics, serviceLifecycle], exclude: ["Scripts"]),
        tests("ProcessTests", of: ["pksd", "pksctl", "Courier", "Documents"], exclude: ["Scripts"]),
    ],
    swiftLanguageModes: [.v6]
)
