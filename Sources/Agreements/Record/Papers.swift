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
