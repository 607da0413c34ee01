/// Transfers that wait for their turn, first come, first served. Any of them may leave early.
struct WaitingLine<Transfer: Identifiable<UInt64>> {
    private var order: [UInt64] = []
    private var served = 0
    private var transfers: [UInt64: Transfer] = [:]

    var isEmpty: Bool { transfers.isEmpty }
    var count: Int { transfers.count }

    mutating func append(_ transfer: Transfer) {
        order.append(transfer.id)
        transfers[transfer.id] = transfer
    }

    mutating func popFirst() -> Transfer? {
        while served < order.count {
            let id = order[served]
            served += 1
            forgetServed()
            if let transfer = transfers.removeValue(forKey: id) { return transfer }
        }
        return nil
    }

    mutating func remove(_ id: UInt64) -> Transfer? { transfers.removeValue(forKey: id) }

    /// Now and then, so that a line that never empties does not grow and serving stays cheap.
    private mutating func forgetServed() {
        guard served == order.count || served >= 1_024 && served * 2 >= order.count else { return }
        order.removeFirst(served)
        served = 0
    }

    /// Empties the line and returns who stood in it, in order.
    mutating func removeAll() -> [Transfer] {
        var left: [Transfer] = []
        while let transfer = popFirst() { left.append(transfer) }
        return left
    }
}

extension WaitingLine: Sendable where Transfer: Sendable {}
