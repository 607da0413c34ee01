public import ArgumentParser
public import Documents
import Engine
import Foundation
import Logging
import SQLiteLedger
import Server

/// What can be set, each in one place: its key in the file, its variable and its flag.
struct Settings {
    /// `listen`, PKSD_LISTEN, --listen.
    var listen: ListenAddress
    /// `state_dir`, PKSD_STATE_DIR, --state-dir: where the ledger lives.
    var stateDirectory: String
    /// `ledger`, PKSD_LEDGER.
    var ledger: LedgerKind
    /// `durability`, PKSD_DURABILITY: `full`, or `normal` where the last moments before a power cut may be lost.
    var durability: SQLiteLedger.Durability
    /// `workflows`, PKSD_WORKFLOWS: the directory of workflow files.
    var workflows: String
    /// `data`, PKSD_DATA: the directory of regions, rates and holidays.
    var data: String
    /// `log_level`, PKSD_LOG_LEVEL, --log-level.
    var logLevel: Logger.Level
    /// `public_url`, PKSD_PUBLIC_URL: where people reach the daemon, for the links that it sends; without a slash at the end.
    var publicURL: String
    /// Otherwise it is no more than a guess from where the daemon listens.
    var isPublicURLSet: Bool { publicURL != "http://\(listen)" }
    /// `secrets_key`, PKSD_SECRETS_KEY: a file; nil for a key of the daemon's own.
    var secretsKeyFile: String?
    /// The `mail_…` keys; nil where no mail is sent.
    var mail: MailSettings?
    /// `sign_on`: who else may vouch for people; only in the file.
    var signOn: [SignOnSettings]

    enum LedgerKind: String, CaseIterable {
        case sqlite
    }

    static let keys =
        ["listen", "state_dir", "ledger", "durability", "workflows", "data", "log_level", "public_url", "secrets_key"]
        + mailKeys + ["sign_on"]
    private static let pathKeys = ["state_dir", "workflows", "data", "secrets_key", "mail_credential", "mail_ca"]
}

/// The flags that every subcommand takes.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The settings file.", discussion: "Without it Config/pksd.yaml is read if it exists.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Where the ledger lives.", valueName: "directory"))
    var stateDir: String?

    @Option(help: "Language of messages: id or en.")
    var lang: Language = .indonesian
}

extension Language: ExpressibleByArgument {}

extension Settings {
    private static let usualFile = "Config/pksd.yaml"

    /// Puts the settings together: defaults, then the file, then the environment, then flags.
    ///
    /// Paths in the file are relative to the file; others to the working directory.
    ///
    /// - Throws: `DocumentError` naming each key that is wrong, with its place in the file.
    init(_ options: SettingsOptions, flags: [String: String] = [:], environment: [String: String]) throws {
        let problems = Problems()
        try self.init(options, flags: flags, environment: environment, problems)
        try problems.check()
    }

    /// Collects what is wrong; there the default stands in its place.
    init(
        _ options: SettingsOptions, flags: [String: String] = [:], environment: [String: String], _ problems: Problems
    ) throws {
        let file =
            options.config ?? (FileManager.default.fileExists(atPath: Settings.usualFile) ? Settings.usualFile : nil)
        var values: [String: Node] = [:]
        if let file { values = try problems.collect { try Settings.read(file, problems) } ?? [:] }
        for key in Settings.keys {
            let variable = "PKSD_" + key.uppercased()
            if let value = environment[variable] {
                values[key] = Node(Node.Value.text(value), at: Place(file: variable))
            }
        }
        var flags = flags
        flags["state_dir"] = options.stateDir
        for (key, value) in flags {
            values[key] = Node(Node.Value.text(value), at: Place(file: "--" + key.replacing("_", with: "-")))
        }
        func value<Value>(_ key: String, default usual: Value, as what: Bilingual, _ parse: (String) -> Value?) -> Value
        {
            values[key].flatMap { problems.parsed($0, as: what, parse) } ?? usual
        }
        let path = Bilingual(id: "jalur direktori", en: "a directory path")
        let directory = { (text: String) in text.isEmpty ? nil : text }
        listen = value(
            "listen", default: ListenAddress("127.0.0.1:7480")!,
            as: Bilingual(id: "alamat seperti 127.0.0.1:7480", en: "an address such as 127.0.0.1:7480")
        ) { ListenAddress($0) }
        stateDirectory = value("state_dir", default: "run/state", as: path, directory)
        ledger = values["ledger"].flatMap { problems.choice($0) } ?? .sqlite
        durability = values["durability"].flatMap { problems.choice($0) } ?? .full
        workflows = value("workflows", default: "Workflows", as: path, directory)
        data = value("data", default: "Config", as: path, directory)
        let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        logLevel = value(
            "log_level", default: .info, as: Bilingual(id: "salah satu dari \(levels)", en: "one of \(levels)")
        ) {
            Logger.Level(rawValue: $0)
        }
        publicURL = value(
            "public_url", default: "http://\(listen)",
            as: Bilingual(
                id: "alamat seperti https://pksd.contoh.go.id", en: "an address such as https://pksd.example.org")
        ) { text in
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
            return text.hasSuffix("/") ? String(text.dropLast()) : text
        }
        secretsKeyFile = Settings.secretsKeyFile(
            values["secrets_key"].flatMap { problems.text($0) }, environment: environment)
        mail = try Settings.mail(values, environment: environment, problems)
        signOn = Settings.signOn(values["sign_on"], environment: environment, problems)
    }

    /// Where paths in a file begin.
    static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    }

    private static func read(_ file: String, _ problems: Problems) throws -> [String: Node] {
        guard let data = try? Data(contentsOf: URL(filePath: file)) else {
            throw DocumentError([
                Problem(
                    at: Place(file: file), Bilingual(id: "berkas tidak dapat dibaca", en: "the file cannot be read"))
            ])
        }
        let map = MapReader(try Node(yaml: data, file: file), problems)
        let folder = folder(of: file)
        var values: [String: Node] = [:]
        for key in keys {
            guard var node = map.optional(key) else { continue }
            if pathKeys.contains(key), case .text(let path) = node.value, !path.hasPrefix("/") {
                node.value = Node.Value.text(folder + "/" + path)
            }
            values[key] = node
        }
        map.finish()
        return values
    }
}
