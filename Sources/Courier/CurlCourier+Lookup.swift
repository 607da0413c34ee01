extension CurlCourier {
    /// A transfer that waits for the addresses of its host.
    struct Lookup {
        let transfer: Transfer
        var watch: Task<Void, Never>?
    }

    /// How long anybody waits for a name, in milliseconds, unless the lease has less time.
    private static let lookupMilliseconds = 5_000

    /// Lines the transfer up when its addresses are known, which may be at once.
    func findAddresses(for transfer: Transfer) {
        let host = transfer.route.host
        if transfer.route.isKnown(under: transfer.lease.addresses) {
            lineUp(transfer)
        } else if let answer = names.answer(for: host, at: .now) {
            take(answer, for: transfer)
        } else {
            wait(for: host, transfer)
        }
    }

    /// Takes the transfer out of the lookup, if it is in one; the question itself goes on.
    func endLookup(_ id: UInt64) -> Transfer? {
        guard let lookup = lookups.removeValue(forKey: id) else { return nil }
        lookup.watch?.cancel()
        lookup.transfer.endLookup()
        names.leave(lookup.transfer.route.host, id)
        return lookup.transfer
    }

    func abandonLookups() {
        for transfer in Array(lookups.keys).compactMap(endLookup) {
            transfer.continuation.resume(returning: transfer.cancelledOutcome())
        }
    }

    private func wait(for host: String, _ transfer: Transfer) {
        let id = transfer.id
        switch names.wait(for: host, id) {
        case .full: return take(.failure(.tooManyNames), for: transfer)
        case .joined: break
        case .first:
            // Not held by its question: whoever waits for the outcome holds the courier, and a late answer is of use to
            // nobody once that has gone.
            Task { [weak self, resolver] in
                let answer: NameBook.Answer
                do throws(Outcome.Failure) { answer = .success(try await resolver.addresses(of: host)) } catch {
                    answer = .failure(error)
                }
                await self?.learn(host, answer)
            }
        }
        let limits = transfer.lease.limits
        let limit = EasyHandle.milliseconds(
            min(Self.lookupMilliseconds, limits.connectMilliseconds, limits.totalMilliseconds))
        let watch = Task {
            guard (try? await Task.sleep(for: .milliseconds(limit))) != nil else { return }
            self.giveUpLookup(id, isOverdue: limit == Self.lookupMilliseconds)
        }
        lookups[id] = Lookup(transfer: transfer, watch: watch)
    }

    private func giveUpLookup(_ id: UInt64, isOverdue: Bool) {
        guard let transfer = endLookup(id) else { return }
        if isOverdue { names.giveUp(transfer.route.host, at: .now) }
        take(.failure(.silentNameServers), for: transfer)
        settle()
    }

    private func learn(_ host: String, _ answer: NameBook.Answer) {
        for id in names.learn(host, answer, at: .now).sorted() {
            if let transfer = endLookup(id) { take(answer, for: transfer) }
        }
        settle()
    }

    private func take(_ answer: NameBook.Answer, for transfer: Transfer) {
        switch answer {
        case .success(let addresses):
            transfer.route.lead(to: addresses)
            lineUp(transfer)
        case .failure(let failure):
            transfer.continuation.resume(returning: transfer.outcome(.failed(failure)))
        }
    }
}

extension Outcome.Failure {
    fileprivate static let tooManyNames = Outcome.Failure(
        kind: .unresolved, detail: "too many names are being looked up")
}
