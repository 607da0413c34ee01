/// How a simulated receiver of webhooks treats whoever calls.
public enum Behaviour: Sendable, Equatable {
    case ok
    case slow(milliseconds: Int)
    /// - Parameter percent: how many of a hundred requests fail; the others get 204.
    case fail(status: Int = 503, percent: Int = 100)
    case busy(seconds: Int = 30, asDate: Bool = false)
    case gone
    /// - Parameter target: where it points; nil for an address of its own, which counts its visits.
    case redirect(to: String? = nil)
    /// Breaks the connection when the request has been read.
    case reset
    /// Breaks the connection before anything is read.
    case resetBefore
    case hang
    case drip(milliseconds: Int = 1_000)
    case endless
    case endlessHeaders
    /// Answers when it has the head, and hangs up.
    case early
    case garbage
    case truncated
    case badLength
    case gzipBomb
    /// Well for so many requests, then unwell for as many.
    case flapping(every: Int = 1)
    case unorderedCheck
    case duplicateCheck
    case strict
    case lenient
    /// Hangs up in the middle of the headers.
    case crash
    case interim
    /// Consents to the abuse protection of CloudEvents.
    /// - Parameter rate: the requests a minute it allows; nil for as many as are asked for.
    case handshake(rate: Int? = nil)
}
