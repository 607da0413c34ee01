import Agreements
import Calendars
import Documents
import Engine
import Foundation
import Hummingbird
import Ledger

extension PageContext {
    func say(_ id: String, _ en: String) -> String { language == .indonesian ? id : en }

    /// The part of an address that names a record; a name may have been written with `%20` in it.
    func key(_ name: String = "id") throws -> String {
        let key = try parameters.require(name)
        return key.removingPercentEncoding ?? key
    }
}

extension Pages {
    /// The zone that the reader's clock shows.
    func zone(_ context: PageContext) -> Zone {
        engine.rules.reference.regions.zone(of: context.principal.regions.first ?? "00")
    }

    func text(_ instant: Instant, _ context: PageContext) -> String { zone(context).text(instant, context.language) }

    /// A webhook's address for those who look after it, and its id for everybody else.
    func endpointName(_ id: String, _ context: PageContext) throws -> String {
        guard context.principal.may(.manageEndpoints) else { return id }
        return try engine.endpoints(for: context.principal).first { $0.id == id }?.url ?? id
    }

    /// Codes of regions with their names, for people.
    func regionNames(_ codes: [String], _ context: PageContext) -> String {
        guard !codes.isEmpty else { return context.say("semua daerah", "all regions") }
        return codes.map { code in
            engine.rules.reference.regions[code].map { "\($0.name) (\(code))" } ?? code
        }.joined(separator: ", ")
    }
}
