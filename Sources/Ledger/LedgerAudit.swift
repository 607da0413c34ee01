public import Agreements
public import Documents
public import Foundation

/// Proves a ledger: the chain is unbroken, and every agreement is the fold of its events.
public struct LedgerAudit: Sendable, Equatable {
    public var events: Int64 = 0
    public var agreements = 0
    /// The hash of the last event; worth keeping elsewhere, since a chain that was cut short is whole in itself.
    public var head = EventChain.genesis
    public var faults: [Fault] = []

    public enum Fault: Sendable, Equatable {
        case missingEvent(seq: Int64)
        case brokenChain(seq: Int64)
        case unreadableEvent(seq: Int64)
        case notTheFold(Agreement.ID)
        case withoutHistory(Agreement.ID)
        case withoutSnapshot(String)

        public var message: Bilingual {
            switch self {
            case .missingEvent(let seq): Bilingual(id: "peristiwa \(seq) hilang", en: "event \(seq) is missing")
            case .brokenChain(let seq):
                Bilingual(id: "rantai hash putus pada peristiwa \(seq)", en: "the hash chain breaks at event \(seq)")
            case .unreadableEvent(let seq):
                Bilingual(id: "peristiwa \(seq) tidak terbaca", en: "event \(seq) cannot be read")
            case .notTheFold(let id):
                Bilingual(
                    id: "\(id) tidak sama dengan lipatan peristiwanya", en: "\(id) differs from the fold of its events")
            case .withoutHistory(let id): Bilingual(id: "\(id) tidak punya riwayat", en: "\(id) has no history")
            case .withoutSnapshot(let id):
                Bilingual(id: "\(id) punya riwayat tetapi tidak tersimpan", en: "\(id) has a history but is not stored")
            }
        }
    }

    /// How often a record that somebody is changing is looked at again.
    private static let looksMax = 5

    /// Reads the whole ledger once; memory grows with the number of agreements, not with their history.
    public init(of ledger: some Ledger) async throws {
        var folded: [Agreement.ID: Agreement] = [:]
        try await readOn(ledger, folding: &folded)
        var seen: Set<Agreement.ID> = []
        var last: Agreement.ID?
        while true {
            let page = try await ledger.records(after: last, limit: 1_000)
            if page.isEmpty { break }
            for agreement in page {
                seen.insert(agreement.id)
                try await compare(agreement.id, with: agreement, in: ledger, folding: &folded)
            }
            last = page.last?.id
        }
        for id in folded.keys.filter({ !seen.contains($0) }).sorted(by: { $0.rawValue < $1.rawValue }) {
            seen.insert(id)
            try await compare(id, with: try await ledger.agreement(id.rawValue), in: ledger, folding: &folded)
        }
        agreements = seen.count
    }

    /// Compares a record with its fold. The daemon may be writing meanwhile, so both are read on before they count as
    /// different.
    private mutating func compare(
        _ id: Agreement.ID, with stored: Agreement?, in ledger: some Ledger,
        folding folded: inout [Agreement.ID: Agreement]
    ) async throws {
        var stored = stored
        for look in 1...LedgerAudit.looksMax where folded[id] != stored {
            guard look < LedgerAudit.looksMax else {
                faults.append(
                    folded[id] == nil
                        ? .withoutHistory(id) : stored == nil ? .withoutSnapshot(id.rawValue) : .notTheFold(id))
                return
            }
            stored = try await ledger.agreement(id.rawValue)
            try await readOn(ledger, folding: &folded)
        }
    }

    private mutating func readOn(_ ledger: some Ledger, folding folded: inout [Agreement.ID: Agreement]) async throws {
        while true {
            let page = try await ledger.chain(after: events, limit: 1_000)
            if page.isEmpty { return }
            for link in page { examine(link, folding: &folded) }
        }
    }

    private mutating func examine(_ link: ChainLink, folding folded: inout [Agreement.ID: Agreement]) {
        if link.seq != events + 1 { faults.append(.missingEvent(seq: events + 1)) }
        if EventChain.hash(link.body, after: head) != link.hash { faults.append(.brokenChain(seq: link.seq)) }
        events = link.seq
        head = link.hash
        guard let event = try? CanonicalJSON.decode(Event.self, from: link.body), event.seq == link.seq else {
            faults.append(.unreadableEvent(seq: link.seq))
            return
        }
        guard case .agreement(let id) = event.subject else { return }
        if folded[id] == nil {
            folded[id] = Agreement(folding: [event])
        } else {
            folded[id]?.apply(event)
        }
    }
}
