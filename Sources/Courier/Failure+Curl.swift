import CCurl

extension Outcome.Failure {
    static let cancelled = Outcome.Failure(kind: .cancelled, detail: "the lease was cancelled")
    static func forbidden(_ what: String) -> Outcome.Failure {
        Outcome.Failure(kind: .forbiddenAddress, detail: "\(what) is not permitted by the address rules")
    }
    static let cancelledPosting = Outcome.Failure(kind: .cancelled, detail: "the posting was cancelled")
}

extension Outcome.Failure.Kind {
    /// The kind of a libcurl error of an HTTP exchange without an answer. In SMTP the same codes mean other things.
    ///
    /// - Parameter isConnected: whether the request could be sent.
    init(_ code: CURLcode, isConnected: Bool) {
        switch code {
        case CURLE_OPERATION_TIMEDOUT: self = isConnected ? .timeout : .connectTimeout
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_HTTP2_STREAM:
            self = .reset
        default: self.init(code)
        }
    }

    /// The kind of a libcurl error that came without any answer.
    init(_ code: CURLcode) {
        switch code {
        case CURLE_URL_MALFORMAT:
            self = .badAddress
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
            self = .unresolved
        case CURLE_COULDNT_CONNECT:
            self = .unreachable
        case CURLE_OPERATION_TIMEDOUT:
            self = .timeout
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CLIENTCERT, CURLE_USE_SSL_FAILED:
            self = .tls
        default:
            // Among them CURLE_UNSUPPORTED_PROTOCOL, which here can only mean an answer of HTTP/0.9.
            self = .broken
        }
    }
}
