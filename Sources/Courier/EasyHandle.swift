import CCurl

/// A libcurl easy handle, freed with the object. It must not be attached to a loop by then.
@safe final class EasyHandle {
    let easy: OpaquePointer
    /// The first option that was refused. Such a handle must not be used: the option may have been one that protects.
    private(set) var fault: CURLcode?
    private let complaint: UnsafeMutablePointer<CChar>

    init() {
        guard let easy = unsafe curl_easy_init() else { preconditionFailure("no memory for a curl easy handle") }
        unsafe self.easy = easy
        unsafe complaint = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        reset()
    }

    deinit {
        unsafe curl_easy_cleanup(easy)
        unsafe complaint.deallocate()
    }

    /// Forgets every option and the body, and keeps what makes the next transfer cheap, such as TLS sessions.
    func reset() {
        unsafe curl_easy_reset(easy)
        unsafe complaint.pointee = 0
        fault = nil
        note(unsafe ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, complaint))
    }

    func set(_ option: CURLoption, _ value: Int) {
        note(unsafe ccurl_set_long(easy, option, value))
    }

    func set(_ option: CURLoption, _ value: String) {
        note(unsafe ccurl_set_string(easy, option, value))
    }

    func set(_ option: CURLoption, _ list: StringList) {
        note(unsafe ccurl_set_list(easy, option, list.first))
    }

    /// libcurl takes a copy.
    func set(_ option: CURLoption, pem: String) {
        var pem = pem
        pem.withUTF8 { note(unsafe ccurl_set_blob(easy, option, $0.baseAddress, $0.count)) }
    }

    /// libcurl takes a copy. The size comes first, or it would look for the end of a C string.
    func setBody(_ body: [UInt8]) {
        note(unsafe ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
        // Without any pointer libcurl would read the body from standard input.
        let bytes = body.isEmpty ? [0] : body
        unsafe bytes.withUnsafeBytes { bytes in
            note(unsafe ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, bytes.baseAddress))
        }
    }

    func note(_ code: CURLcode) {
        if code != CURLE_OK, fault == nil { fault = code }
    }

    func number(_ info: CURLINFO) -> Int? {
        var value = 0
        return unsafe ccurl_get_long(easy, info, &value) == CURLE_OK ? value : nil
    }

    /// One of the `…_TIME_T` values, in milliseconds.
    func milliseconds(_ info: CURLINFO) -> Double {
        var microseconds: curl_off_t = 0
        return unsafe ccurl_get_offset(easy, info, &microseconds) == CURLE_OK ? Double(microseconds) / 1_000 : 0
    }

    func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard unsafe ccurl_get_string(easy, info, &value) == CURLE_OK, let value = unsafe value else { return nil }
        return unsafe String(cString: value)
    }

    /// The version of HTTP spoken last.
    var httpVersion: String? {
        switch number(CURLINFO_HTTP_VERSION) {
        case CURL_HTTP_VERSION_1_0: "1.0"
        case CURL_HTTP_VERSION_1_1: "1.1"
        case CURL_HTTP_VERSION_2_0: "2"
        default: nil
        }
    }

    /// The socket of the connection used last, while that is open.
    var openSocket: Int32? {
        var value: curl_socket_t = CURL_SOCKET_BAD
        guard unsafe ccurl_get_socket(easy, CURLINFO_ACTIVESOCKET, &value) == CURLE_OK else { return nil }
        return value == CURL_SOCKET_BAD ? nil : value
    }

    /// What went wrong, as precisely as libcurl says it, with the host name taken out: it belongs to the address, which
    /// may carry secrets.
    func sentence(for code: CURLcode, hiding host: String?) -> String {
        let precise = unsafe String(cString: complaint)
        let sentence = precise.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : precise
        guard let host, !host.isEmpty else { return sentence }
        return sentence.split(separator: host, omittingEmptySubsequences: false).joined(separator: "(host)")
    }
}

/// Lines or addresses as libcurl wants them, freed with the object, which must therefore outlive the transfer.
@safe final class StringList {
    fileprivate private(set) var first: UnsafeMutablePointer<curl_slist>?
    /// Whether every line found room.
    private(set) var isComplete = true

    func append(_ line: String) {
        guard let longer = unsafe curl_slist_append(first, line) else { return isComplete = false }
        unsafe first = longer
    }

    deinit { unsafe curl_slist_free_all(first) }
}
