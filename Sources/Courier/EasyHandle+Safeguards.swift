import CCurl

extension EasyHandle {
    /// What holds for every lease, whatever it asks for.
    func setSafeguards(caFile: String?) {
        // Signals and threads do not mix, and a hanging name server must not hold up a transfer that has timed out.
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_QUICK_EXIT, 1)

        set(CURLOPT_PROTOCOLS_STR, "http,https")
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

        // Below the idle limits of common servers (60 and 75 s), so that we rarely send into a closing connection.
        set(CURLOPT_MAXAGE_CONN, 50)
        // A name that moved is followed after five minutes at the latest.
        set(CURLOPT_MAXLIFETIME_CONN, 300)
        set(CURLOPT_TCP_KEEPALIVE, 1)
    }
}
