import CCurl

/// The parts of an address, by the same parser that will dial it, so that the two cannot disagree.
struct ParsedURL {
    let scheme: String
    let host: String
    /// Nil where the address names none.
    let port: Int?
    /// The one libcurl dials when the address names none; nil for schemes it does not know.
    let defaultPort: Int?
    /// At least `/`.
    let path: String

    struct Fault: Error {
        let sentence: String
    }

    init(_ text: String) throws(Fault) {
        guard !text.utf8.contains(0) else { throw Fault(sentence: "the address holds a NUL") }
        guard let url = unsafe curl_url() else { throw Fault(sentence: "no memory") }
        defer { unsafe curl_url_cleanup(url) }
        let code = unsafe curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_DISALLOW_USER))
        guard code == CURLUE_OK, let scheme = unsafe Self.part(CURLUPART_SCHEME, of: url),
            let host = unsafe Self.part(CURLUPART_HOST, of: url)
        else {
            throw Fault(sentence: unsafe String(cString: curl_url_strerror(code == CURLUE_OK ? CURLUE_NO_HOST : code)))
        }
        self.scheme = scheme
        self.host = host
        port = unsafe Self.part(CURLUPART_PORT, of: url).flatMap { Int($0) }
        defaultPort = unsafe Self.part(CURLUPART_PORT, of: url, flags: CURLU_DEFAULT_PORT).flatMap { Int($0) }
        path = unsafe Self.part(CURLUPART_PATH, of: url) ?? "/"
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer, flags: Int32 = 0) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text = unsafe text else {
            return nil
        }
        defer { unsafe curl_free(text) }
        return unsafe String(cString: text)
    }
}
