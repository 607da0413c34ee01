import Agreements
import Calendars
import Documents
import Engine

extension TokenWish {
    /// - Parameter zone: where it is given by the last day of its use there; nil where it is given by the moment.
    /// - Returns: nil where something is missing.
    init?(_ map: MapReader, _ problems: Problems, untilDayIn zone: Zone? = nil) {
        let name = map.text("name", max: 200, problems)
        let role = map.required("role").flatMap { problems.choice($0, Role.self) }
        let regions = map.has("regions") ? map.list("regions", max: 600, problems).compactMap { problems.text($0) } : []
        let expiresAt = map.optional("expires_at").flatMap { end in
            if let zone {
                problems.parsed(end, as: .day) { Day($0) }.map { zone.instant(of: $0 + 1) }
            } else {
                problems.parsed(end, as: .instant) { Instant($0) }
            }
        }
        guard let name, let role else { return nil }
        self.init(name: name, role: role, regions: regions, expiresAt: expiresAt)
    }
}
