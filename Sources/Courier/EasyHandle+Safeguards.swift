import CCurl

extension EasyHandle {
    /// What holds for every exchange, whatever it asks for.
    ///
    /// - Parameter protocols: the schemes that may be spoken, as libcurl lists them.
    func setSafeguards(protocols: String, caFile: String?) {
        // Signals and threads do not mix, and a hanging name server must not hold up a transfer that has timed out.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_QUICK_EXIT, 1)

        set(CURLOPT_PROTOCOLS_STR, protocols)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        // Empty, and not unset: libcurl would else obey `http_proxy`, and the address rules would judge the proxy.
        set(CURLOPT_PROXY, "")

        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        if let caFile { set(CURLOPT_CAINFO, caFile) }
        // Debian's libcurl would else believe the authorities of the system's folder as well, and because of it read the
        // file anew for each connection. They are the same ones; an hour is how late a change of them is seen.
        note(unsafe ccurl_set_string(easy, CURLOPT_CAPATH, nil))
        set(CURLOPT_CA_CACHE_TIMEOUT, 3_600)

        // Below the idle limits of common servers (60 and 75 s), so that we rarely send into a closing connection.
        set(CURLOPT_MAXAGE_CONN, 50)
        // A name that moved is followed after five minutes at the latest.
        set(CURLOPT_MAXLIFETIME_CONN, 300)
        set(CURLOPT_TCP_KEEPALIVE, 1)
    }

    /// - Parameter spent: milliseconds of the limits that are gone already.
    func setLimits(_ limits: Lease.Limits, spent: Int = 0) {
        set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(limits.connectMilliseconds - spent))
        set(CURLOPT_TIMEOUT_MS, Self.milliseconds(limits.totalMilliseconds - spent))
    }

    func setTLS(_ tls: Lease.TLS) {
        if let authorities = tls.authorities { set(CURLOPT_CAINFO_BLOB, pem: authorities) }
        if let certificate = tls.certificate { set(CURLOPT_SSLCERT_BLOB, pem: certificate) }
        if let key = tls.key { set(CURLOPT_SSLKEY_BLOB, pem: key) }
        // For an encrypted key OpenSSL would else ask at the terminal, and everything would wait for somebody to type.
        set(CURLOPT_KEYPASSWD, "")
    }

    /// Zero would mean “for ever” to libcurl, and a day is beyond any exchange.
    static func milliseconds(_ wanted: Int) -> Int { min(max(1, wanted), 86_400_000) }
}
