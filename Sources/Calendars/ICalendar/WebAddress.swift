/// An absolute URI of the scheme http or https (RFC 3986; RFC 9110, section 4.2), made of what somebody wrote.
struct WebAddress {
    let text: String

    /// Control characters are removed, and what has no place where it stands is percent-encoded.
    /// - Returns: nil without a scheme of the web or a host, with a port that is no number, and with a user's name or
    ///   password, which no http URI may carry (RFC 9110, section 4.2.4).
    init?(_ written: String) {
        let octets = Array(String(String.UnicodeScalarView(written.unicodeScalars.filter { !$0.isControl })).utf8)
        let start = ["http://", "https://"].first { scheme in
            String(decoding: octets.prefix(scheme.utf8.count), as: UTF8.self).lowercased() == scheme
        }
        guard let start else { return nil }
        let rest = octets.dropFirst(start.utf8.count)
        let path = rest.firstIndex { octet in "/?#".utf8.contains(octet) } ?? rest.endIndex
        guard let authority = WebAddress.authority(rest[..<path]) else { return nil }
        let fragment = rest[path...].firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        text =
            start + authority + WebAddress.encoded(rest[path..<fragment], besides: "/?:@")
            + (fragment == rest.endIndex ? "" : "#")
            + WebAddress.encoded(rest[fragment...].dropFirst(), besides: "/?:@")
    }

    private static func authority(_ octets: ArraySlice<UInt8>) -> String? {
        guard !octets.contains(UInt8(ascii: "@")) else { return nil }
        let host: String
        let rest: ArraySlice<UInt8>
        if octets.first == UInt8(ascii: "[") {
            guard let end = octets.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            let address = String(decoding: octets[..<end].dropFirst(), as: UTF8.self)
            guard isIPv6(address) else { return nil }
            host = "[\(address)]"
            rest = octets[end...].dropFirst()
        } else {
            let end = octets.firstIndex(of: UInt8(ascii: ":")) ?? octets.endIndex
            host = encoded(octets[..<end], besides: "")
            rest = octets[end...]
        }
        guard !host.isEmpty, rest.isEmpty || rest.first == UInt8(ascii: ":") else { return nil }
        guard rest.dropFirst().allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return host + String(decoding: rest, as: UTF8.self)
    }

    /// RFC 3986, section 3.2.2, but for the form that ends as an address of IPv4.
    private static func isIPv6(_ text: String) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        let groups = halves.flatMap { $0.isEmpty ? [] : $0.split(separator: ":", omittingEmptySubsequences: false) }
        return (halves.count == 1 && groups.count == 8 || halves.count == 2 && groups.count <= 7)
            && groups.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isHexDigit) }
    }

    /// Keeps what is encoded already.
    private static func encoded(_ octets: ArraySlice<UInt8>, besides allowed: String) -> String {
        let allowed = Set((allowed + "-._~!$&'()*+,;=").utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for (index, octet) in zip(octets.indices, octets) {
            let following = octets[index...].dropFirst().prefix(2)
            let isEscape = octet == UInt8(ascii: "%") && following.count == 2 && following.allSatisfy(\.isHexDigit)
            if octet.isASCIILetterOrDigit || allowed.contains(octet) || isEscape {
                result.append(octet)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 0xF)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    fileprivate var isHexDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}
