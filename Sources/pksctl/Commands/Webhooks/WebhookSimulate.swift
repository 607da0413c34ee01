public import ArgumentParser
import Documents
import Foundation
import NIOCore
import NIOPosix
public import Receivers
import UnixSignals

extension ListenAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

struct WebhookSimulate: Errand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Play a receiver of webhooks, well or ill behaved.",
        discussion: """
            Try a sender on it: it listens on this machine only, prints a line for each request and, when it is \
            interrupted, what it has counted. Without a name it lists the receivers there are.

              pksctl webhooks simulate
              pksctl webhooks simulate strict --secret-file secret.txt
              pksctl webhooks simulate fail=503,20 --listen 127.0.0.1:9001 --log requests.jsonl

            duplicate-check and unordered-check print only what they find. Exit code 1 when they found something, or when \
            somebody followed a redirection.
            """)

    @Argument(help: "Which receiver, with its parameters, such as ok, slow=500 or fail=503,20.") var kind: String?
    @Option(help: "Where to listen; always on this machine.") var listen = ListenAddress("127.0.0.1:9000") ?? .loopback
    @Option(
        help: ArgumentHelp("A file that gets a line of JSON for each request, before its answer.", valueName: "file"))
    var log: String?
    @Option(help: "The same seed gives the same failures.") var seed: UInt64 = 1
    @OptionGroup var keys: WebhookKeyOptions
    @OptionGroup var speech: SpeechOptions

    func run(in surroundings: Surroundings) async throws {
        let output = speech.output(surroundings)
        guard let kind else { return list(output) }
        let behaviour = try behaviour(kind)
        var options = Receiver.Options(verifier: try keys.verifier(surroundings))
        guard behaviour != .strict || options.verifier != nil else {
            throw Failure.usage(
                Bilingual(
                    id: "strict memerlukan rahasia: --secret-file atau PKSCTL_WEBHOOK_SECRET",
                    en: "strict needs a secret: --secret-file or PKSCTL_WEBHOOK_SECRET"))
        }
        options.seed = seed
        options.ledger = log
        options.keeps = 1
        options.onArrival = { arrival in
            guard behaviour.isWorthTelling(arrival) else { return }
            if output.wantsJSON { output.json(arrival.record) } else { output.page(arrival.line(output)) }
        }
        let seen = try await play(behaviour, options, output)
        if output.wantsJSON { output.json(seen.record) } else { output.page(seen.page(output)) }
        if behaviour.hasFound(seen) { throw Failure.errorsFound }
    }

    /// Until somebody interrupts.
    private func play(_ behaviour: Behaviour, _ options: Receiver.Options, _ output: Output) async throws -> Seen {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        let receiver: Receiver
        do {
            receiver = try await Receiver.start(behaviour, on: listen, options, group: group)
        } catch {
            throw Failure.usage(
                Bilingual(id: "tidak dapat mulai: \(error)", en: "cannot start: \(error)"))
        }
        output.complain(output.word("mendengarkan di ", "listening on ") + receiver.url)
        for await _ in signals { break }
        await receiver.stop()
        try await group.shutdownGracefully()
        return await receiver.seen
    }

    private func behaviour(_ text: String) throws -> Behaviour {
        do {
            return try Behaviour(text)
        } catch {
            var message = error.message
            if case .unknownKind(let name) = error, let hint = nearest(to: name, among: Behaviour.kinds.map(\.name)) {
                message.id += "; maksud Anda '\(hint)'?"
                message.en += "; did you mean '\(hint)'?"
            }
            throw Failure.usage(message)
        }
    }

    private func list(_ output: Output) {
        if output.wantsJSON {
            return output.json(
                .list(
                    Behaviour.kinds.map {
                        [
                            "name": .text($0.name), "parameters": .text($0.parameters),
                            "summary": ["id": .text($0.summary.id), "en": .text($0.summary.en)],
                        ]
                    }))
        }
        var table = TextTable([
            .init(title: output.word("PENERIMA", "RECEIVER")),
            .init(title: output.word("KELAKUAN", "CONDUCT"), widthMax: 100),
        ])
        for kind in Behaviour.kinds { table.append([kind.name + kind.parameters, kind.summary.text(output.language)]) }
        output.page(table.text())
    }
}
