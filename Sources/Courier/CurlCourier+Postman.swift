extension CurlCourier: Postman {
    /// Takes the message to its server and says what became of it; the time limits begin when its turn comes.
    ///
    /// When the calling task is cancelled, the outcome comes at once: `.cancelled`, or the server's verdict when that was
    /// already known.
    public func post(_ posting: Posting) async -> PostingOutcome {
        if let fault = posting.fault { return PostingOutcome(postingID: posting.id, result: .failed(fault)) }
        guard !isDraining, !Task.isCancelled else {
            return PostingOutcome(postingID: posting.id, result: .failed(.cancelledPosting))
        }
        let id = nextID()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                mail.waiting.append(PostingTransfer(id: id, posting: posting, continuation: continuation))
                startPosting()
            }
        } onCancel: {
            Task { await self.giveUpPosting(id, .cancelledPosting) }
        }
    }

    func startPosting() {
        while mail.errands.count < mail.errandsMax, let transfer = mail.waiting.popFirst() { start(transfer) }
    }

    /// Tells the senders of all postings, running and waiting, that they are cancelled.
    func abandonPostings() {
        for transfer in mail.waiting.removeAll() {
            transfer.continuation.resume(returning: transfer.outcome(givenUpFor: .cancelledPosting))
        }
        for id in Array(mail.errands.keys) { giveUpPosting(id, .cancelledPosting) }
    }

    private func start(_ transfer: PostingTransfer) {
        let line = mail.takeLine(MailLine.Key(transfer.posting))
        let id = transfer.id
        mail.errands[id] = Mailroom.Errand(transfer: transfer, line: line)
        let isStarted = startThread { [caFile] in
            let outcome = transfer.carry(over: line, caFile: caFile)
            Task { await self.endPosting(id, outcome) }
        }
        guard isStarted else {
            let failure = Outcome.Failure(kind: .broken, detail: "no thread for the posting")
            return endPosting(id, transfer.outcome(givenUpFor: failure))
        }
        // libcurl keeps the limits itself, unless a server floods it with a line that never ends or is slow to say goodbye.
        let limit = EasyHandle.milliseconds(transfer.posting.limits.totalMilliseconds)
        mail.errands[id]?.watch = Task {
            guard (try? await Task.sleep(for: .milliseconds(limit + 1_000))) != nil else { return }
            self.giveUpPosting(id, Outcome.Failure(kind: .timeout, detail: "no end after \(limit) milliseconds"))
        }
    }

    private func giveUpPosting(_ id: UInt64, _ failure: Outcome.Failure) {
        if let transfer = mail.waiting.remove(id) {
            transfer.continuation.resume(returning: transfer.outcome(givenUpFor: failure))
            settle()
        } else if let errand = mail.errands[id], !errand.isTold {
            mail.errands[id]?.isTold = true
            errand.transfer.continuation.resume(returning: errand.transfer.outcome(givenUpFor: failure))
            errand.transfer.giveUp()
        }
    }

    private func endPosting(_ id: UInt64, _ outcome: PostingOutcome) {
        guard let errand = mail.errands.removeValue(forKey: id) else { return }
        errand.watch?.cancel()
        if !errand.isTold { errand.transfer.continuation.resume(returning: outcome) }
        mail.putBack(errand.line)
        settle()
    }
}
