import Agreements
import Calendars
import Documents
import Engine

extension TokenWish {
    /// - Returns: nil where something is missing.
    init?(_ map: MapReader, _ problems: Problems) {
        let name = map.text("name", max: 200, problems)
        let role = map.required("role").flatMap { problems.choice($0, Role.self) }
        let regions = map.has("regions") ? map.list("regions", max: 600, problems).compactMap { problems.text($0) } : []
        let expiresAt = map.optional("expires_at").flatMap { problems.parsed($0, as: .instant) { Instant($0) } }
        guard let name, let role else { return nil }
        self.init(name: name, role: role, regions: regions, expiresAt: expiresAt)
    }
}
