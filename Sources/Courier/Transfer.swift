import CCurl
import Glibc

/// A lease under way: what libcurl's callbacks judge by and write to.
///
/// Lives on the loop's thread. The courier holds it as long as its handle is attached, which is what makes the
/// unretained pointers handed to libcurl safe.
final class Transfer {
    let id: UInt64
    let lease: Lease
    let continuation: CheckedContinuation<Outcome, Never>
    private(set) var handle: EasyHandle?
    private let headers = HeaderList()
    private(set) var reader: AnswerReader
    private var peer: IPAddress?
    private var refused: String?
    private var socketsOpened = 0

    init(id: UInt64, lease: Lease, continuation: CheckedContinuation<Outcome, Never>) {
        self.id = id
        self.lease = lease
        self.continuation = continuation
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

    /// Makes the handle ready for this lease; false when libcurl would not take an option.
    func load(into handle: EasyHandle, caFile: String?) -> Bool {
        self.handle = handle
        handle.setSafeguards(caFile: caFile)
        handle.set(CURLOPT_URL, lease.url)
        handle.set(CURLOPT_CONNECTTIMEOUT_MS, Self.milliseconds(lease.limits.connectMilliseconds))
        handle.set(CURLOPT_TIMEOUT_MS, Self.milliseconds(lease.limits.totalMilliseconds))
        setMethodAndBody(of: handle)
        setHeaders(of: handle)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        handle.note(unsafe ccurl_set_pointer(handle.easy, CURLOPT_PRIVATE, context))
        handle.note(unsafe ccurl_on_header(handle.easy, Self.onHeader, context))
        handle.note(unsafe ccurl_on_body(handle.easy, Self.onBody, context))
        handle.note(unsafe ccurl_on_socket(handle.easy, Self.onSocket, context))
        handle.note(unsafe ccurl_on_request(handle.easy, Self.onRequest, context))
        return handle.fault == nil && headers.isComplete
    }

    /// What to tell the lender. The handle's figures are only valid until it is reset.
    func outcome(_ code: CURLcode) -> Outcome {
        if let answer = reader.answer(isTruncated: code != CURLE_OK) { return outcome(.answered(answer)) }
        if let refused, socketsOpened == 0 || code == CURLE_ABORTED_BY_CALLBACK {
            return failure(.forbiddenAddress, "\(refused) is not permitted by the address rules")
        }
        if reader.hasTooManyHeaders {
            return failure(.broken, "the answer's headers exceed \(AnswerReader.headerBytesMax) bytes")
        }
        if code == CURLE_OK { return failure(.broken, "no final status came") }
        return failure(Outcome.Failure.Kind(code), sentence(for: code))
    }

    /// What to tell the lender when the transfer is given up. A status that is already here stays a fact.
    func cancelledOutcome() -> Outcome {
        if let answer = reader.answer(isTruncated: true) { return outcome(.answered(answer)) }
        return failure(.cancelled, Outcome.Failure.cancelled.detail)
    }

    func failure(_ kind: Outcome.Failure.Kind, _ detail: String) -> Outcome {
        outcome(.failed(Outcome.Failure(kind: kind, detail: detail)))
    }

    private func outcome(_ result: Outcome.Result) -> Outcome {
        var outcome = Outcome(leaseID: lease.id, result: result)
        guard let handle else { return outcome }
        let tcp = handle.milliseconds(CURLINFO_CONNECT_TIME_T)
        outcome.timings = Outcome.Timings(
            resolvedMilliseconds: handle.milliseconds(CURLINFO_NAMELOOKUP_TIME_T),
            connectedMilliseconds: max(tcp, handle.milliseconds(CURLINFO_APPCONNECT_TIME_T)),
            firstByteMilliseconds: handle.milliseconds(CURLINFO_STARTTRANSFER_TIME_T),
            totalMilliseconds: handle.milliseconds(CURLINFO_TOTAL_TIME_T))
        outcome.address = peer?.description ?? (tcp > 0 || result.isTLSFailure ? handle.text(CURLINFO_PRIMARY_IP) : nil)
        outcome.isReusedConnection = peer != nil && handle.number(CURLINFO_NUM_CONNECTS) == 0
        return outcome
    }

    /// libcurl's sentence with the host name taken out: it belongs to the address, which may carry secrets.
    private func sentence(for code: CURLcode) -> String {
        let sentence = handle?.sentence(for: code) ?? ""
        guard let host = lease.host, !host.isEmpty else { return sentence }
        return sentence.split(separator: host, omittingEmptySubsequences: false).joined(separator: "(host)")
    }

    /// Zero would mean “for ever” to libcurl, and a day is beyond any exchange.
    private static func milliseconds(_ wanted: Int) -> Int { min(max(1, wanted), 86_400_000) }

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

    private func permits(_ address: IPAddress) -> Bool {
        guard lease.addresses.permits(address) else {
            refused = address.description
            return false
        }
        return true
    }

    private static let onHeader: curl_write_callback = { bytes, size, count, context in
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        return unsafe of(context).reader.takeLine(line) ? line.count : 0
    }

    private static let onBody: curl_write_callback = { bytes, size, count, context in
        let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        // Any number but the right one ends the transfer.
        return unsafe of(context).reader.takeBody(piece) ? piece.count : piece.count - 1
    }

    /// The one place where the resolved address is known before a byte has gone there.
    private static let onSocket: curl_opensocket_callback = { context, _, peer in
        let transfer = unsafe of(context)
        guard let peer = unsafe peer, let address = unsafe IPAddress(ccurl_peer(peer)) else {
            transfer.refused = "an address of a family other than IPv4 and IPv6"
            return CURL_SOCKET_BAD
        }
        guard transfer.permits(address) else { return CURL_SOCKET_BAD }
        transfer.socketsOpened += 1
        let kind = unsafe peer.pointee.socktype | Int32(bitPattern: SOCK_CLOEXEC.rawValue)
        return unsafe socket(peer.pointee.family, kind, peer.pointee.protocol)
    }

    /// An open connection is found again by the host's name, whatever rules it was opened under; so ask once more.
    private static let onRequest: curl_prereq_callback = { context, primary, _, _, _ in
        let transfer = unsafe of(context)
        guard let primary = unsafe primary, let address = IPAddress(unsafe String(cString: primary)) else {
            transfer.refused = "a connection without an address"
            return CURL_PREREQFUNC_ABORT
        }
        guard transfer.permits(address) else { return CURL_PREREQFUNC_ABORT }
        transfer.peer = address
        return CURL_PREREQFUNC_OK
    }
}

extension Outcome.Result {
    /// libcurl 7.88 counts a connection from the end of the TLS handshake; one that failed there did reach its peer.
    fileprivate var isTLSFailure: Bool {
        if case .failed(let failure) = self { failure.kind == .tls } else { false }
    }
}
