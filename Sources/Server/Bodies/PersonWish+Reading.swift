import Agreements
import Calendars
import Documents
import Engine
import Ledger

extension PersonWish {
    private static let rolesMax = 20
    private static let regionsMax = 600

    init(_ map: MapReader, _ problems: Problems, isNew: Bool) {
        func list(_ key: String, max: Int) -> [Node]? {
            guard map.has(key) else { return nil }
            return map.list(key, max: max, problems)
        }
        func hour(_ key: String) -> Int? {
            guard map.optional(key) != nil else { return nil }
            return map.integer(key, in: 0...23, problems).map { Int($0) }
        }
        self.init(
            name: isNew || map.has("name") ? map.text("name") : nil,
            roles: isNew || map.has("roles")
                ? map.list("roles", max: Self.rolesMax, problems).compactMap { problems.choice($0) } : nil,
            regions: list("regions", max: Self.regionsMax)?.compactMap { problems.text($0) },
            language: map.optionalChoice("language"), mail: map.optionalChoice("mail"),
            digestHour: hour("digest_hour"), quietFrom: hour("quiet_from"), quietUntil: hour("quiet_until"))
        if let address = map.optionalText("email") {
            email = .address(address)
        } else if map.has("email") {
            email = .removed
        }
    }
}

extension DelegationWish {
    /// - Returns: nil where something is missing or no date.
    init?(_ map: MapReader, _ problems: Problems) {
        let substitute = map.text("substitute", max: 200, problems)
        let from = map.required("from").flatMap { problems.day($0) }
        let until = map.required("until").flatMap { problems.day($0) }
        let reason = map.optionalText("reason")
        guard let substitute, let from, let until else { return nil }
        self.init(substitute: substitute, from: from, until: until, reason: reason)
    }
}
