import ArgumentParser
import Courier
import Documents

/// A command that does something, as against one that only groups others.
protocol Errand: AsyncParsableCommand {
    var speech: SpeechOptions { get }
    func run(in surroundings: Surroundings) async throws
}

/// A command that talks to the server.
protocol ServerErrand: Errand {
    var connection: ConnectionOptions { get }
    func run(_ session: Session) async throws
}

extension ServerErrand {
    var speech: SpeechOptions { connection.speech }

    func run(in surroundings: Surroundings) async throws {
        try await run(try Session(connection, surroundings))
    }
}

/// How to speak to whoever reads the screen.
struct SpeechOptions: ParsableArguments {
    @Flag(name: .long, help: "Print JSON for programs instead of a page for people.")
    var json = false

    @Option(name: .long, help: "Language of answers and errors. (default: $PKSCTL_LANG, else id)")
    var lang: Language?

    func output(_ surroundings: Surroundings) -> Output {
        let usual = surroundings.variable("PKSCTL_LANG").flatMap { Language(rawValue: $0) } ?? .indonesian
        return Output(language: lang ?? usual, wantsJSON: json, zone: surroundings.zone)
    }
}

/// Where the server is. The token comes from the environment only.
struct ConnectionOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Address of pksd. (default: $PKSCTL_SERVER, else http://127.0.0.1:7480)", valueName: "url"))
    var server: String?

    @OptionGroup var speech: SpeechOptions
}

/// What a command that talks to the server works with.
struct Session: Sendable {
    let client: Client
    let output: Output
    let surroundings: Surroundings

    var language: Language { output.language }

    init(_ options: ConnectionOptions, _ surroundings: Surroundings) throws {
        output = options.speech.output(surroundings)
        var server = options.server ?? surroundings.variable("PKSCTL_SERVER") ?? "http://127.0.0.1:7480"
        while server.hasSuffix("/") { server.removeLast() }
        guard server.hasPrefix("http://") || server.hasPrefix("https://") else {
            throw Failure.usage(
                Bilingual(
                    id: "'\(server)' bukan alamat server; contoh: http://127.0.0.1:7480",
                    en: "'\(server)' is not a server's address; example: http://127.0.0.1:7480"))
        }
        client = Client(
            server: server, token: try surroundings.token(), language: output.language, carrier: CurlCourier())
        self.surroundings = surroundings
    }
}
