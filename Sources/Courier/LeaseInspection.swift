extension Lease {
    /// Why this lease can never be sent as it stands; nil when it can.
    public var fault: Outcome.Failure? {
        do throws(Outcome.Failure) {
            _ = try target()
            return nil
        } catch {
            return error
        }
    }

    /// Where the lease leads; throws why it can never be sent as it stands.
    func target() throws(Outcome.Failure) -> ParsedURL {
        let target: ParsedURL
        do throws(ParsedURL.Fault) { target = try ParsedURL(url) } catch { throw .badAddress(error.sentence) }
        guard ["http", "https"].contains(target.scheme) else { throw .badAddress("only http and https are spoken") }
        // What libcurl makes of other letters and digits depends on the locale; it may even be an address.
        guard target.host.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw .badAddress("the host must be written in its ASCII form, xn--…")
        }
        if let sentence = headFault { throw Outcome.Failure(kind: .badHeader, detail: sentence) }
        return target
    }

    private var headFault: String? {
        if method.isEmpty || !method.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) {
            return "the method is no upper-case word"
        }
        if ["CONNECT", "TRACE"].contains(method) { return "the method \(method) is never sent" }
        for header in headers {
            if !header.hasSafeName { return "a header name holds a character that is not allowed there" }
            if !header.hasSafeValue { return "the value of the header \(header.name) holds a control character" }
            if header.isFraming { return "the header \(header.name) is for the courier to set" }
        }
        return nil
    }
}

extension Outcome.Failure {
    fileprivate static func badAddress(_ sentence: String) -> Outcome.Failure {
        Outcome.Failure(kind: .badAddress, detail: sentence)
    }
}

extension Lease.Header {
    /// Those that say where the body ends: a second opinion there is how requests are smuggled.
    fileprivate var isFraming: Bool {
        ["content-length", "transfer-encoding", "expect"].contains(name.lowercased())
    }

    /// A token of RFC 9110.
    fileprivate var hasSafeName: Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }

    /// No control character but the tab; above all no line ending and no NUL.
    fileprivate var hasSafeValue: Bool {
        value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == UInt8(ascii: "\t") }
    }
}
