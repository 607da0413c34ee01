public import Calendars

/// A document that belongs to an agreement. Its content stays where it is; the record says that it exists and where.
public struct Document: Sendable, Equatable, Codable {
    /// What it is, such as `final_draft` or `signed_copy`.
    public var kind: String
    public var title: String
    public var dated: Day?
    /// Number, address or shelf.
    public var reference: String?
    /// SHA-256 of the content, in hexadecimal.
    public var sha256: String?
    public var note: String?

    public init(
        kind: String, title: String, dated: Day? = nil, reference: String? = nil, sha256: String? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.title = title
        self.dated = dated
        self.reference = reference
        self.sha256 = sha256
        self.note = note
    }
}

/// What somebody wants remembered.
public struct Note: Sendable, Equatable, Codable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case comment, context, missing, inconsistency
    }

    public var kind: Kind
    public var text: String

    public init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }
}

/// How many of a region's residents are registered and active, as one source says for one day. Never capped at 100 %.
public struct CoverageFact: Sendable, Equatable, Codable {
    public var asOf: String
    public var percent: Double?
    public var registered: Int64?
    public var active: Int64?
    public var residents: Int64?
    public var source: String?

    public init(
        asOf: String, percent: Double? = nil, registered: Int64? = nil, active: Int64? = nil, residents: Int64? = nil,
        source: String? = nil
    ) {
        self.asOf = asOf
        self.percent = percent
        self.registered = registered
        self.active = active
        self.residents = residents
        self.source = source
    }

    /// Registered per hundred residents, from the head counts where they are known.
    public var computedPercent: Double? {
        guard let registered, let residents, residents > 0 else { return nil }
        return Double(registered) / Double(residents) * 100
    }

    enum CodingKeys: String, CodingKey {
        case asOf = "as_of"
        case percent, registered, active, residents, source
    }
}
