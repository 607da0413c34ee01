import CCurl
import Glibc

/// A posting under way: what libcurl's callbacks judge by and write to.
///
/// Runs on a thread of its own. libcurl 7.88 does not move mail without waiting: it blocks for the reply to the message
/// and for that to QUIT, and would stop every other transfer of a shared loop for as long.
final class PostingTransfer: Sendable, Identifiable {
    private struct Progress {
        var reader = ReplyReader()
        var bytesSent = 0
        var isGivenUp = false
    }

    let id: UInt64
    let posting: Posting
    let continuation: CheckedContinuation<PostingOutcome, Never>
    private let vetting: AddressVetting
    private let wire = Locked<Wire?>(nil)
    private let progress = Locked(Progress())

    init(id: UInt64, posting: Posting, continuation: CheckedContinuation<PostingOutcome, Never>) {
        self.id = id
        self.posting = posting
        self.continuation = continuation
        // Without TLS the peer is who its address says, and only this machine's own address says anything.
        vetting = AddressVetting([posting.addresses] + (posting.security == .none ? [.loopbackOnly] : []))
    }

    /// Carries the posting from its first byte to its outcome. Blocks.
    func carry(over line: MailLine, caFile: String?) -> PostingOutcome {
        wire.withLock { $0 = line.wire }
        var code = attempt(over: line, caFile: caFile, isFresh: false)
        if metClosingConnection(code, line.handle) {
            progress.withLock { $0.reader = ReplyReader() }
            line.handle.reset()
            code = attempt(over: line, caFile: caFile, isFresh: true)
        }
        let outcome = outcome(code, line.handle)
        line.wire.keep(only: line.handle.openSocket)
        line.handle.reset()
        return outcome
    }

    /// Ends the transfer soon, from any thread; what to tell the sender meanwhile is ``outcome(givenUpFor:)``.
    func giveUp() {
        progress.withLock { $0.isGivenUp = true }
        wire.withLock { $0?.cut() }
    }

    /// A verdict that is already here stays a fact.
    func outcome(givenUpFor failure: Outcome.Failure) -> PostingOutcome {
        let progress = progress.withLock { $0 }
        var result = PostingOutcome.Result.failed(addingWhetherSent(failure))
        if let verdict = progress.reader.verdict {
            if verdict.code >= 400 { result = .refused(verdict) }
            if verdict.code == 250, hasSentAll { result = .accepted(verdict) }
        }
        return PostingOutcome(postingID: posting.id, result: result, address: vetting.peer?.description)
    }

    private func attempt(over line: MailLine, caFile: String?, isFresh: Bool) -> CURLcode {
        let handle = line.handle
        let recipients = StringList()
        for recipient in posting.recipients { recipients.append(recipient) }
        handle.setSafeguards(protocols: "smtp,smtps", caFile: posting.caFile ?? caFile)
        handle.setLimits(posting.limits)
        // One server, one connection.
        handle.set(CURLOPT_MAXCONNECTS, 1)
        if isFresh { handle.set(CURLOPT_FRESH_CONNECT, 1) }
        handle.set(CURLOPT_URL, posting.server)
        if (try? ParsedURL(posting.server))?.port == nil { handle.set(CURLOPT_PORT, posting.defaultPort) }
        handle.set(
            CURLOPT_USE_SSL, Int(posting.security == .none ? CURLUSESSL_NONE.rawValue : CURLUSESSL_ALL.rawValue))
        if let credentials = posting.credentials {
            handle.set(CURLOPT_USERNAME, credentials.user)
            handle.set(CURLOPT_PASSWORD, credentials.password)
            // And neither Kerberos tickets of the machine nor mechanisms that parse what a server makes up.
            handle.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
        }
        handle.set(CURLOPT_MAIL_FROM, posting.sender)
        handle.set(CURLOPT_MAIL_RCPT, recipients)
        handle.set(CURLOPT_UPLOAD, 1)
        handle.note(
            unsafe ccurl_set_offset(handle.easy, CURLOPT_INFILESIZE_LARGE, curl_off_t(posting.message.count)))
        handle.set(CURLOPT_NOPROGRESS, 0)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        handle.note(unsafe ccurl_on_read(handle.easy, Self.onRead, context))
        handle.note(unsafe ccurl_on_header(handle.easy, Self.onLine, context))
        handle.note(unsafe ccurl_on_progress(handle.easy, Self.onProgress, context))
        handle.note(unsafe ccurl_on_socket(handle.easy, Self.onSocket, context))
        handle.note(unsafe ccurl_on_request(handle.easy, Self.onMail, context))
        guard handle.fault == nil, recipients.isComplete else { return CURLE_OUT_OF_MEMORY }
        return withExtendedLifetime((self, recipients)) { unsafe curl_easy_perform(handle.easy) }
    }

    /// Whether an open connection turned out to be at its end before the message was asked for, so that another try cannot
    /// send it twice: a server closes an idle connection, or one that has brought enough, with 421 or with nothing.
    private func metClosingConnection(_ code: CURLcode, _ handle: EasyHandle) -> Bool {
        let progress = progress.withLock { $0 }
        guard vetting.peer != nil, handle.number(CURLINFO_NUM_CONNECTS) == 0, !progress.reader.hasGoAhead,
            !progress.isGivenUp
        else { return false }
        return [CURLE_SEND_ERROR, CURLE_RECV_ERROR].contains(code)
            && (progress.reader.verdict.map { $0.code == 421 } ?? true)
    }

    // MARK: - What to tell the sender

    private func outcome(_ code: CURLcode, _ handle: EasyHandle) -> PostingOutcome {
        let result = result(code, handle)
        var isTLSFailure = false
        if case .failed(let failure) = result { isTLSFailure = failure.kind == .tls }
        return PostingOutcome(
            postingID: posting.id, result: result, address: vetting.address(of: handle, isTLSFailure: isTLSFailure))
    }

    private func result(_ code: CURLcode, _ handle: EasyHandle) -> PostingOutcome.Result {
        let reader = progress.withLock { $0.reader }
        if code == CURLE_OK, let reply = reader.verdict, reply.code == 250 { return .accepted(reply) }
        if let refusal = vetting.refusal(code) { return .failed(refusal) }
        if reader.isTooLong {
            return failure(.broken, "the server's reply exceeds \(ReplyReader.replyBytesMax) bytes")
        }
        if Self.answersForServer.contains(code) {
            let reply = reader.verdict ?? reader.reply(code: handle.number(CURLINFO_RESPONSE_CODE))
            guard isProtected(reader, handle) else {
                let said = reply.map { "\($0.code) \($0.text)" } ?? "nothing"
                return failure(.tls, "before the connection was protected the server's last words were: \(said)")
            }
            if let reply, 400...599 ~= reply.code { return .refused(reply) }
        }
        return failure(Outcome.Failure.Kind(code), handle.sentence(for: code, hiding: posting.host))
    }

    /// How libcurl tells that a reply was not what it should be.
    private static let answersForServer = [
        CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED,
    ]

    /// Whether a reply came through what `security` asks for. Only STARTTLS begins without.
    private func isProtected(_ reader: ReplyReader, _ handle: EasyHandle) -> Bool {
        posting.security != .startTLS || reader.hasEnvelope || handle.milliseconds(CURLINFO_APPCONNECT_TIME_T) > 0
    }

    private func failure(_ kind: Outcome.Failure.Kind, _ detail: String) -> PostingOutcome.Result {
        .failed(addingWhetherSent(Outcome.Failure(kind: kind, detail: detail)))
    }

    private func addingWhetherSent(_ failure: Outcome.Failure) -> Outcome.Failure {
        guard hasSentAll else { return failure }
        return Outcome.Failure(
            kind: failure.kind, detail: "\(failure.detail); the whole message had left and may have been accepted")
    }

    private var isGivenUp: Bool { progress.withLock { $0.isGivenUp } }

    private var hasSentAll: Bool { progress.withLock { $0.bytesSent == posting.message.count } }

    // MARK: - What libcurl asks

    private static func of(_ context: UnsafeMutableRawPointer?) -> PostingTransfer {
        unsafe Unmanaged<PostingTransfer>.fromOpaque(context!).takeUnretainedValue()
    }

    private static let onRead: curl_read_callback = { buffer, size, count, context in
        let transfer = unsafe of(context)
        let room = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
        return transfer.progress.withLock { progress in
            let piece = transfer.posting.message[progress.bytesSent...].prefix(room.count)
            unsafe room.copyBytes(from: piece)
            progress.bytesSent += piece.count
            return piece.count
        }
    }

    private static let onLine: curl_write_callback = { bytes, size, count, context in
        let line = unsafe UnsafeRawBufferPointer(start: bytes, count: size * count)
        return unsafe of(context).progress.withLock { unsafe $0.reader.takeLine(line) } ? line.count : 0
    }

    /// Called at least once a second, also while libcurl blocks.
    private static let onProgress: curl_xferinfo_callback = { context, _, _, _, _ in
        unsafe of(context).isGivenUp ? 1 : 0
    }

    private static let onSocket: curl_opensocket_callback = { context, _, peer in
        let transfer = unsafe of(context)
        let socket = unsafe transfer.vetting.openSocket(peer)
        guard socket != CURL_SOCKET_BAD else { return socket }
        // In this order: who gives the transfer up from here on cuts this socket too.
        transfer.wire.withLock { $0?.add(socket) }
        guard !transfer.isGivenUp else {
            close(socket)
            return CURL_SOCKET_BAD
        }
        return socket
    }

    private static let onMail: curl_prereq_callback = { context, primary, _, _, _ in
        let transfer = unsafe of(context)
        guard unsafe transfer.vetting.admits(primary), !transfer.isGivenUp else { return CURL_PREREQFUNC_ABORT }
        transfer.progress.withLock { $0.reader.beginEnvelope() }
        return CURL_PREREQFUNC_OK
    }
}
