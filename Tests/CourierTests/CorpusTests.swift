import Foundation
import Testing

@testable import Courier

@Suite(.timeLimit(.minutes(5))) struct `The corpus` {
    @Test func `of addresses to refuse reaches nobody, by name, number or redirect`() async throws {
        let lines = try Corpus.lines("refused.txt")
        #expect(lines.count >= 200)
        let traps = [TinyServer(answer: okay), TinyServer(address: .v6, answer: okay)]
        for line in lines {
            for trap in traps {
                let url = line.url(port: trap.port)
                let resolver = ScriptedResolver { _, _ in parsed(line.answers.isEmpty ? ["127.0.0.1"] : line.answers) }
                let lease = Lease.local(url, method: "POST", body: [1], addresses: .publicOnly(except: []))
                // First without a courier: should the rules have a hole, nothing leaves this machine to prove it.
                guard await lease.isRefused(resolver) else {
                    Issue.record("\(url) \(line.answers) would be dialled")
                    continue
                }
                let outcome = await CurlCourier(resolver: resolver).carry(lease)
                let kind = outcome.failure?.kind
                #expect(kind == .badAddress || kind == .forbiddenAddress, "\(url): \(outcome.result)")
                #expect(outcome.address == nil, "\(url)")

                let location = url.replacing(#/[\r\n\0]/#, with: "")
                let honest = TinyServer(
                    answer: "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n")
                #expect(await CurlCourier().carry(.local(honest.url())).answer?.status == 302)
            }
        }
        #expect(traps.map(\.connections) == [0, 0])
    }

    @Test func `of addresses to refuse reaches nobody by way of a proxy that the environment names`() async throws {
        await #expect(processExitsWith: .success) {
            let proxy = TinyServer(answer: okay)
            for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
                setEnvironment(name, proxy.url())
            }
            let resolver = ScriptedResolver(always: "127.0.0.1")
            let courier = CurlCourier(resolver: resolver)
            for line in try Corpus.lines("refused.txt") where line.answers.isEmpty {
                let lease = Lease.local(line.url(port: proxy.port), addresses: .publicOnly(except: []))
                guard await lease.isRefused(resolver) else { continue }
                let kind = await courier.carry(lease).failure?.kind
                precondition(kind == .badAddress || kind == .forbiddenAddress)
            }
            precondition(proxy.connections == 0)
        }
    }

    @Test func `of public addresses is refused nothing`() async throws {
        let lines = try Corpus.lines("public.txt")
        #expect(lines.count >= 60)
        for line in lines {
            let host = line.text.contains(":") ? "[\(line.text)]" : line.text
            let resolver = ScriptedResolver { _, _ in parsed(line.answers) }
            for scheme in ["http", "https"] {
                let lease = Lease.local("\(scheme)://\(host)/hook", addresses: .publicOnly(except: []))
                #expect(await !lease.isRefused(resolver), "\(line)")
            }
            for text in line.answers.isEmpty ? [line.text] : line.answers {
                let address = try #require(IPAddress(text), "\(text)")
                #expect(AddressRules.publicOnly(except: []).permits(address), "\(text)")
            }
        }
    }
}

/// The files next to these tests.
private enum Corpus {
    struct Line: Sendable {
        let text: String
        let answers: [String]

        func url(port: Int) -> String { text.replacing("{port}", with: "\(port)") }
    }

    static func lines(_ file: String) throws -> [Line] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let words = line.components(separatedBy: "  ")
            return Line(text: words[0], answers: words.count > 1 ? words[1].components(separatedBy: " ") : [])
        }
    }
}

extension Lease {
    /// Everything the courier checks before it dials, and no more.
    fileprivate func isRefused(_ resolver: some Resolver) async -> Bool {
        guard let target = try? target() else { return true }
        var route = Route(target)
        if !route.isKnown(under: addresses) {
            guard let answer = try? await resolver.addresses(of: route.host) else { return false }
            route.lead(to: answer)
        }
        return route.fault(under: addresses) != nil
    }
}
