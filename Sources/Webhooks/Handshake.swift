public import Courier
public import Documents
public import Ledger

/// Asks a receiver whether it wants to be sent anything at all (CloudEvents, HTTP webhooks, "Abuse protection").
public struct Handshake: Sendable, Equatable {
    /// A DNS name.
    public var origin: String
    /// Requests a minute that are asked for; nil where no rate is.
    public var perMinute: Int?

    public init(origin: String, perMinute: Int? = nil) {
        self.origin = origin
        self.perMinute = perMinute
    }

    public enum Verdict: Sendable, Equatable {
        /// nil for as many as one likes.
        case allowed(perMinute: Int?)
        case refused(Bilingual)
    }

    static let originHeader = "webhook-request-origin"

    /// - Parameter loopbackOnly: a rehearsal may ask nobody outside this machine.
    /// - Returns: nil for an endpoint without an address.
    public func request(for endpoint: WebhookEndpoint, loopbackOnly: Bool) -> Lease? {
        let rate = perMinute.map { Lease.Header("webhook-request-rate", String($0)) }
        return endpoint.lease(
            "handshake_\(endpoint.id)", "OPTIONS",
            headers: [.init(Handshake.originHeader, origin)] + (rate.map { [$0] } ?? []), loopbackOnly: loopbackOnly)
    }

    /// Only the headers of the answer consent; its status proves nothing. Whoever consents without naming a rate is sent
    /// no more than was asked for.
    public func verdict(of outcome: Outcome) -> Verdict {
        switch outcome.result {
        case .failed(let failure):
            return .refused(Bilingual(id: "tidak ada jawaban: \(failure.detail)", en: "no answer: \(failure.detail)"))
        case .answered(let answer):
            let origins = answer.headers.filter { $0.name == "webhook-allowed-origin" }.map(\.value)
            guard origins.contains(where: { $0 == "*" || $0.lowercased() == origin.lowercased() }) else {
                return .refused(
                    Bilingual(
                        id: "penerima tidak mengizinkan pengirim '\(origin)' (WebHook-Allowed-Origin)",
                        en: "the receiver does not allow the sender '\(origin)' (WebHook-Allowed-Origin)"))
            }
            switch answer.header("webhook-allowed-rate") {
            case nil: return .allowed(perMinute: perMinute)
            case "*": return .allowed(perMinute: nil)
            case let text?:
                guard let rate = Int(text), rate > 0 else {
                    return .refused(
                        Bilingual(
                            id: "WebHook-Allowed-Rate bukan bilangan di atas nol atau *",
                            en: "WebHook-Allowed-Rate is neither a number above zero nor *"))
                }
                return .allowed(perMinute: rate)
            }
        }
    }
}
