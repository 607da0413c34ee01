import CCurl

extension EasyHandle {
    /// The chain the server showed on the connection this transfer opened, when `CURLOPT_CERTINFO` was set.
    var certificates: [Outcome.Certificate] {
        var chain: UnsafeMutablePointer<curl_certinfo>?
        guard unsafe ccurl_get_certificates(easy, &chain) == CURLE_OK, let chain = unsafe chain else { return [] }
        return (0..<Int(unsafe chain.pointee.num_of_certs)).map { index in
            unsafe Outcome.Certificate(lines: Self.lines(chain.pointee.certinfo[index]))
        }
    }

    private static func lines(_ list: UnsafeMutablePointer<curl_slist>?) -> [String] {
        var lines: [String] = []
        var item = unsafe list
        while let current = unsafe item {
            if let text = unsafe current.pointee.data { lines.append(unsafe String(cString: text)) }
            unsafe item = current.pointee.next
        }
        return lines
    }
}

extension Outcome.Certificate {
    /// Reads libcurl's `Name:value` lines. What a server put into its certificate is cut to a sensible length.
    init(lines: [String]) {
        let fields = lines.compactMap { line in
            line.firstIndex(of: ":").map { (name: line[..<$0], value: line[line.index(after: $0)...].prefix(4_096)) }
        }
        let field = { (name: String) in fields.first { $0.name == name }.map { String($0.value) } ?? "" }
        self.init(
            subject: field("Subject"), issuer: field("Issuer"),
            notAfter: Self.milliseconds(field("Expire date")),
            names: field("X509v3 Subject Alternative Name").split(separator: ",").map { $0.trimmingSpace() })
    }

    /// `Nov 29 06:55:58 2026 GMT`.
    private static func milliseconds(_ text: String) -> Int64? {
        let seconds = unsafe curl_getdate(text, nil)
        return seconds == -1 ? nil : Int64(seconds) * 1_000
    }
}
