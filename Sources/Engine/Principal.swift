public import Agreements
import Documents
import Ledger

/// Who is asking, as their token or their session says.
public struct Principal: Sendable, Equatable {
    /// The id of a token; of the person where somebody has signed in.
    public var tokenID: String
    public var actor: Actor
    /// Codes of regions; empty for everywhere.
    public var regions: [String]

    public init(tokenID: String, actor: Actor, regions: [String]) {
        self.tokenID = tokenID
        self.actor = actor
        self.regions = regions
    }

    init(_ token: Token) {
        self.init(tokenID: token.id, actor: Actor(name: token.name, role: token.role), regions: token.regions)
    }

    init(_ person: Person, as role: Role) {
        self.init(tokenID: person.id, actor: Actor(name: person.name, role: role), regions: person.regions)
    }

    public var role: Role { actor.role }

    /// What is written down outside the workflows; who may move an agreement is said there.
    public enum Act: Sendable {
        case create, amend, amendPaper, sign, fund, countMembers, bill, addDocument, addNote, resolve, recordCoverage,
            manageEndpoints, managePeople, answerReminder, subscribe, moveClock, previewRules, acceptHolidays,
            migrate, examine, manageTokens, manageAccounts, readAccessLog
    }

    public func may(_ act: Act) -> Bool {
        if role == .admin { return true }
        let roles: [Role] =
            switch act {
            case .create: [.coordinator, .unitPIC, .bpjsPIC]
            // Each office fills in fields of its own.
            case .amend: [.coordinator, .unitPIC, .unitHead, .legal, .secretary, .finance, .bpjsPIC]
            // Title, term, parties and witnesses are drafted by those who write the paper.
            case .amendPaper: [.coordinator, .unitPIC, .legal, .bpjsPIC]
            case .sign: [.coordinator, .unitHead, .secretary, .regionHead, .bpjsHead]
            case .fund: [.coordinator, .unitPIC, .finance]
            case .countMembers: [.coordinator, .unitPIC, .bpjsPIC, .integration]
            case .bill: [.coordinator, .unitPIC, .unitHead, .finance, .bpjsPIC, .bpjsHead, .integration]
            case .addDocument, .addNote, .answerReminder:
                Role.allCases.filter { ![.auditor, .integration, .system].contains($0) }
            case .resolve: [.coordinator, .unitPIC, .unitHead, .legal, .secretary, .finance, .bpjsPIC, .bpjsHead]
            case .recordCoverage: [.coordinator, .unitPIC, .bpjsPIC, .integration]
            case .manageEndpoints: [.coordinator, .integration]
            case .acceptHolidays: [.coordinator]
            case .managePeople: [.coordinator]
            case .previewRules: [.coordinator, .legal, .secretary, .auditor]
            case .examine: [.auditor]
            // To what they may read.
            case .subscribe: Role.allCases.filter { $0 != .system }
            case .manageTokens: [.coordinator]
            case .readAccessLog: [.auditor]
            case .moveClock, .migrate, .manageAccounts: []
            }
        return roles.contains(role)
    }

    public func mayTouch(region: String) -> Bool {
        regions.isEmpty || regions.contains { Region.covers($0, region) }
    }

    /// - Throws: ``EngineError/forbidden(_:)``.
    public func require(_ act: Act) throws {
        guard may(act) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "peran \(role.rawValue) tidak boleh melakukan ini",
                    en: "the role \(role.rawValue) may not do this"))
        }
    }

    /// For what concerns all regions alike.
    func requireEverywhere() throws {
        guard regions.isEmpty else {
            throw EngineError.forbidden(
                Bilingual(
                    id:
                        "ini berlaku di seluruh Indonesia; token ini hanya untuk daerah \(regions.joined(separator: ", "))",
                    en:
                        "this holds all over Indonesia; this token is for the regions \(regions.joined(separator: ", "))"
                ))
        }
    }

    func require(region: String) throws {
        guard mayTouch(region: region) else {
            throw EngineError.forbidden(
                Bilingual(
                    id: "token ini hanya untuk daerah \(regions.joined(separator: ", ")), bukan \(region)",
                    en: "this token is for the regions \(regions.joined(separator: ", ")), not for \(region)"))
        }
    }
}
