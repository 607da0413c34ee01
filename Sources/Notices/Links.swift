/// Where the links in mails lead.
public struct Links: Sendable, Equatable {
    /// `https://pksd.contoh.go.id`, without a slash at the end.
    public let base: String

    /// - Parameter base: an address; slashes at its end are dropped, and what no address may hold is percent-encoded.
    public init(base: String) {
        let trimmed = base.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
        self.base = percentEncoded(trimmed) { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
    }

    /// The page of an agreement, by ref or id.
    public func agreement(_ key: String) -> String { "\(base)/agreements/\(segment(key))" }

    /// Where no more mails can be asked for.
    public func unsubscribe(_ key: String) -> String { "\(base)/unsubscribe/\(segment(key))" }

    /// The page where everything can be found.
    public var start: String { "\(base)/" }

    /// One segment of a path (RFC 3986, 3.3): only unreserved characters stay. A dot alone would be taken for a folder.
    private func segment(_ text: String) -> String {
        guard text != ".", text != ".." else { return text.replacing(".", with: "%2E") }
        return percentEncoded(text.utf8) { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-._~".utf8.contains(byte)
            }
        }
    }
}

private func percentEncoded(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
    var encoded: [UInt8] = []
    for byte in bytes {
        encoded += isKept(byte) ? [byte] : [UInt8(ascii: "%")] + byte.hexadecimal.utf8
    }
    return String(decoding: encoded, as: UTF8.self)
}

extension UInt8 {
    /// `0A`.
    var hexadecimal: String {
        let digits = String(self, radix: 16, uppercase: true)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
