import Foundation

/// All that a receiver may base its conduct on.
struct Visit {
    var request: Request
    /// From 1.
    var number: Int
    var verdict: SignatureVerifier.Verdict
    var now: Date
    var dice: SplitMix64
}

extension Behaviour {
    /// Where a receiver that redirects sends to, and counts who comes.
    static let elsewhere = "/followed"

    func conduct(toward visit: Visit) -> Conduct {
        switch self {
        case .ok, .unorderedCheck, .duplicateCheck, .lenient: return .status(204)
        case .slow(let milliseconds): return .answer(Answer(status: 204), after: .milliseconds(milliseconds))
        case .fail(let status, let percent):
            var dice = visit.dice
            return .status(Int.random(in: 0..<100, using: &dice) < percent ? status : 204)
        case .busy(let seconds, let asDate):
            let moment = visit.now.addingTimeInterval(Double(seconds))
            return .status(429, ("retry-after", asDate ? moment.imf : String(seconds)))
        case .gone: return .status(410)
        case .redirect(let target): return .status(302, ("location", target ?? Self.elsewhere))
        case .reset, .resetBefore: return Conduct(act: .reset)
        case .hang: return Conduct(act: .silence)
        case .drip(let milliseconds):
            return Conduct(status: 200, act: .drip(Answer.fine.bytes, every: .milliseconds(milliseconds)))
        case .endless:
            return Conduct(
                status: 200,
                act: .ramble(Array("HTTP/1.1 200 \r\n\r\n".utf8), [UInt8](repeating: UInt8(ascii: "x"), count: 16_384)))
        case .endlessHeaders:
            let line = "x-more: \(String(repeating: "x", count: 1_000))\r\n"
            return Conduct(act: .ramble(Array("HTTP/1.1 200 \r\n".utf8), Array(line.utf8)))
        case .early: return Conduct(status: 204, act: .hangUp(Answer(status: 204).bytes))
        case .garbage: return Conduct(act: .hangUp(visit.dice.noise))
        case .truncated: return Conduct(status: 200, act: .hangUp(Answer.fine.bytes.dropLast(5)))
        case .badLength: return Conduct(act: .hangUp(Array("HTTP/1.1 200 \r\ncontent-length: many\r\n\r\nok".utf8)))
        case .gzipBomb:
            let headers = [(name: "content-encoding", value: "gzip")]
            return .answer(Answer(status: 200, headers: headers, body: GzipBomb.bytes))
        case .flapping(let every): return .status((visit.number - 1) / every % 2 == 0 ? 204 : 503)
        case .strict: return .status(visit.verdict == .valid ? 204 : 401)
        case .crash: return Conduct(act: .hangUp(Array("HTTP/1.1 200 \r\ncontent-ty".utf8)))
        case .interim:
            let interim = [100, 102, 103].flatMap { Answer(status: $0).bytes }
            return Conduct(status: 204, act: .say(interim + Answer(status: 204).bytes, after: .zero))
        case .handshake(let rate): return Self.consent(to: visit.request, rate: rate)
        }
    }

    /// CloudEvents' abuse protection: the headers consent, not the status. An `OPTIONS` that names no origin is an ordinary
    /// one and gets no consent.
    private static func consent(to request: Request, rate: Int?) -> Conduct {
        guard request.method == "OPTIONS", let origin = request.header("webhook-request-origin") else {
            return .status(204)
        }
        let allowed = rate.map(String.init) ?? request.header("webhook-request-rate") ?? "*"
        return .status(200, ("allow", "POST"), ("webhook-allowed-origin", origin), ("webhook-allowed-rate", allowed))
    }
}

extension Answer {
    fileprivate static let fine = Answer(
        status: 200, headers: [("content-type", "application/json")], body: Array(#"{"received":true}"#.utf8))
}

extension SplitMix64 {
    /// Bytes that are no HTTP: none of them is a letter.
    fileprivate var noise: [UInt8] {
        var dice = self
        return (0..<256).map { _ in UInt8.random(in: 0x80...0xff, using: &dice) }
    }
}

extension Date {
    /// As HTTP writes a moment: `Sun, 06 Nov 1994 08:49:37 GMT`.
    fileprivate var imf: String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        return formatter.string(from: self)
    }
}
