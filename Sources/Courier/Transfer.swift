import CCurl

/// A lease under way: what libcurl's callbacks judge by and write to.
///
/// Lives on the loop's thread. The courier holds it as long as its handle is attached, which is what makes the
/// unretained pointers handed to libcurl safe.
final class Transfer: Identifiable {
    let id: UInt64
    let lease: Lease
    let continuation: CheckedContinuation<Outcome, Never>
    var route: Route
    /// When the question for the host's addresses was asked, and how long the answer took.
    private let created = ContinuousClock.now
    private var lookup = Duration.zero
    private(set) var handle: EasyHandle?
    private let headers = StringList()
    private let pins = StringList()
    private let vetting: AddressVetting
    private(set) var reader: AnswerReader

    init(id: UInt64, lease: Lease, route: Route, continuation: CheckedContinuation<Outcome, Never>) {
        self.id = id
        self.lease = lease
        self.route = route
        self.continuation = continuation
        vetting = AddressVetting([lease.addresses])
        reader = AnswerReader(bodyBytesMax: lease.limits.answerBytesMax)
    }

    /// The transfer an attached handle works for.
    static func of(_ easy: OpaquePointer) -> Transfer {
        var context: UnsafeMutableRawPointer?
        unsafe ccurl_get_context(easy, &context)
        return unsafe of(context)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer {
        unsafe Unmanaged<Transfer>.fromOpaque(context!).takeUnretainedValue()
    }

    /// The addresses are known, or nobody waits for them any longer.
    func endLookup() { lookup = .now - created }

    /// Makes the handle ready for this lease; false when libcurl would not take an option.
    func load(into handle: EasyHandle, caFile: String?) -> Bool {
        self.handle = handle
        handle.setSafeguards(protocols: "http,https", caFile: caFile)
        handle.setLimits(lease.limits, spent: Int(lookup.milliseconds))
        handle.setTLS(lease.tls)
        if lease.httpVersion == .http2 { handle.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS) }
        if lease.wantsCertificates {
            // Neither an open connection nor a resumed session shows a chain.
            for option in [CURLOPT_CERTINFO, CURLOPT_FRESH_CONNECT, CURLOPT_FORBID_REUSE] { handle.set(option, 1) }
            handle.set(CURLOPT_SSL_SESSIONID_CACHE, 0)
        }
        handle.set(CURLOPT_URL, lease.url)
        if let pin = route.pin {
            pins.append(pin)
            handle.set(CURLOPT_RESOLVE, pins)
        }
        setMethodAndBody(of: handle)
        setHeaders(of: handle)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        handle.note(unsafe ccurl_set_pointer(handle.easy, CURLOPT_PRIVATE, context))
        handle.note(unsafe ccurl_on_header(handle.easy, Self.onHeader, context))
        handle.note(unsafe ccurl_on_body(handle.easy, Self.onBody, context))
        handle.note(unsafe ccurl_on_socket(handle.easy, Self.onSocket, context))
        handle.note(unsafe ccurl_on_request(handle.easy, Self.onRequest, context))
        return handle.fault == nil && headers.isComplete && pins.isComplete
    }

    /// What to tell the lender. The handle's figures are only valid until it is reset.
    func outcome(_ code: CURLcode) -> Outcome {
        if let answer = reader.answer(isTruncated: code != CURLE_OK) { return outcome(.answered(answer)) }
        if let refusal = vetting.refusal(code) { return outcome(.failed(refusal)) }
        if reader.hasTooManyHeaders {
            return failure(
                .broken,
                "the answer's headers exceed \(AnswerReader.headerBytesMax) bytes or \(AnswerReader.headerLinesMax) lines"
            )
        }
        if code == CURLE_OK { return failure(.reset, "the connection ended before the answer did") }
        let failure = Outcome.Failure(
            kind: Outcome.Failure.Kind(code, isConnected: vetting.peer != nil),
            detail: handle?.sentence(for: code, hiding: route.host) ?? "",
            errno: handle?.number(CURLINFO_OS_ERRNO).flatMap { $0 == 0 ? nil : Int32(truncatingIfNeeded: $0) })
        return outcome(.failed(failure))
    }

    /// What to tell the lender when the transfer is given up. A status that is already here stays a fact.
    func cancelledOutcome() -> Outcome {
        if let answer = reader.answer(isTruncated: true) { return outcome(.answered(answer)) }
        return failure(.cancelled, Outcome.Failure.cancelled.detail)
    }

    func failure(_ kind: Outcome.Failure.Kind, _ detail: String) -> Outcome {
        outcome(.failed(Outcome.Failure(kind: kind, detail: detail)))
    }

    func outcome(_ result: Outcome.Result) -> Outcome {
        let lookup = lookup.milliseconds
        var outcome = Outcome(leaseID: lease.id, result: result)
        outcome.timings.totalMilliseconds = lookup
        guard let handle else { return outcome }
        // From the start of the lookup; zero stays zero, for a stage that was never reached.
        let since = { (info: CURLINFO) in
            let time = handle.milliseconds(info)
            return time > 0 ? lookup + time : 0
        }
        outcome.timings = Outcome.Timings(
            resolvedMilliseconds: lookup + handle.milliseconds(CURLINFO_NAMELOOKUP_TIME_T),
            connectedMilliseconds: max(since(CURLINFO_CONNECT_TIME_T), since(CURLINFO_APPCONNECT_TIME_T)),
            firstByteMilliseconds: since(CURLINFO_STARTTRANSFER_TIME_T),
            totalMilliseconds: lookup + handle.milliseconds(CURLINFO_TOTAL_TIME_T))
        outcome.httpVersion = vetting.peer == nil ? nil : handle.httpVersion
        if lease.wantsCertificates { outcome.certificates = handle.certificates }
        outcome.address = vetting.address(of: handle, isTLSFailure: result.isTLSFailure)
        outcome.isReusedConnection = vetting.peer != nil && handle.number(CURLINFO_NUM_CONNECTS) == 0
        return outcome
    }

    private func setMethodAndBody(of handle: EasyHandle) {
        switch lease.method {
        case "HEAD":
            handle.set(CURLOPT_NOBODY, 1)
        case "GET" where lease.body.isEmpty:
            handle.set(CURLOPT_HTTPGET, 1)
        case "DELETE" where lease.body.isEmpty, "OPTIONS" where lease.body.isEmpty:
            handle.set(CURLOPT_CUSTOMREQUEST, lease.method)
        case let method:
            handle.set(CURLOPT_POST, 1)
            handle.setBody(lease.body)
            if method != "POST" { handle.set(CURLOPT_CUSTOMREQUEST, method) }
        }
    }

    private func setHeaders(of handle: EasyHandle) {
        // A large body would else wait a second for a “100 Continue” that most servers never send.
        headers.append("Expect:")
        // With a body libcurl would else claim a web form.
        if !lease.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            headers.append("Content-Type:")
        }
        for header in lease.headers {
            let value = header.value.trimmingSpace()
            // After a colon and nothing else libcurl drops the header; the semicolon is its sign for an empty one.
            headers.append(value.isEmpty ? "\(header.name);" : "\(header.name): \(value)")
        }
        handle.set(CURLOPT_HTTPHEADER, headers)
    }

    /// Over HTTP/2 a server may answer before it has read the body, and libcurl 7.88 then sometimes waits for the end of a
    /// stream that is over. So once there is a status the rest gets a second: every speed is below this limit.
    private func hasten() {
        guard lease.httpVersion == .http2, reader.hasFinalStatus, let handle else { return }
        handle.set(CURLOPT_LOW_SPEED_LIMIT, Int.max)
        handle.set(CURLOPT_LOW_SPEED_TIME, 1)
    }

    private static let onHeader: curl_write_callback = { bytes, size, count, context in
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        let transfer = unsafe of(context)
        guard unsafe transfer.reader.takeLine(line) else { return 0 }
        transfer.hasten()
        return line.count
    }

    private static let onBody: curl_write_callback = { bytes, size, count, context in
        let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        // Any number but the right one ends the transfer.
        return unsafe of(context).reader.takeBody(piece) ? piece.count : piece.count - 1
    }

    private static let onSocket: curl_opensocket_callback = { context, _, peer in
        unsafe of(context).vetting.openSocket(peer)
    }

    private static let onRequest: curl_prereq_callback = { context, primary, _, _, _ in
        unsafe of(context).vetting.admits(primary) ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
    }
}

extension Duration {
    var milliseconds: Double { self / .milliseconds(1) }
}

extension Outcome.Result {
    fileprivate var isTLSFailure: Bool {
        if case .failed(let failure) = self { failure.kind == .tls } else { false }
    }
}
