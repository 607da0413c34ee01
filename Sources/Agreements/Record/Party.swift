public import Calendars

/// One of the n sides of an agreement. Each has its own number on the paper, its own signatory and its own signature.
public struct Party: Sendable, Equatable, Codable {
    public enum Side: String, Sendable, Codable, CaseIterable {
        case localGovernment = "local_government"
        case bpjs, other

        /// The roles that usually hold the pen for this side.
        public var signingRoles: [Role] {
            switch self {
            case .localGovernment: [.unitHead, .regionHead]
            case .bpjs: [.bpjsHead]
            case .other: [.coordinator]
            }
        }

        /// Whether somebody of this office may record that this side has signed: no side speaks for the other.
        public func letsSign(_ role: Role) -> Bool {
            switch self {
            case .localGovernment: role != .bpjsHead
            case .bpjs: ![.unitHead, .secretary, .regionHead].contains(role)
            case .other: true
            }
        }
    }

    /// Short name inside the agreement, such as `pemkot`.
    public var key: String
    public var name: String
    public var side: Side
    /// Whether the agreement waits for this party's signature.
    public var required: Bool
    /// The office that acts for the party.
    public var unit: String?
    public var signatory: Signatory?
    /// The party's own document number.
    public var number: String?
    public var signature: Signature?

    public init(
        key: String, name: String, side: Side, required: Bool, unit: String? = nil, signatory: Signatory? = nil,
        number: String? = nil, signature: Signature? = nil
    ) {
        self.key = key
        self.name = name
        self.side = side
        self.required = required
        self.unit = unit
        self.signatory = signatory
        self.number = number
        self.signature = signature
    }

    public var signingRoles: [Role] { side.signingRoles }
}

/// The official who signs; names and offices only.
public struct Signatory: Sendable, Equatable, Codable {
    public var name: String?
    public var office: String
    public var authority: Authority?

    public init(name: String? = nil, office: String, authority: Authority? = nil) {
        self.name = name
        self.office = office
        self.authority = authority
    }

    /// Only the head of the region signs in person; anybody else needs a *surat kuasa* (PP 28/2018, Permendagri 22/2020).
    public var isHeadOfRegion: Bool {
        let office = office.lowercased()
        return ["gubernur", "bupati", "wali kota", "walikota"].contains { office.hasPrefix($0) }
    }
}

/// The paper that lets an official sign for the party, such as a *surat kuasa*.
public struct Authority: Sendable, Equatable, Codable {
    public var document: String
    public var number: String?
    public var date: Day?

    public init(document: String, number: String? = nil, date: Day? = nil) {
        self.document = document
        self.number = number
        self.date = date
    }
}

public struct Signature: Sendable, Equatable, Codable {
    public enum Method: String, Sendable, Codable, CaseIterable {
        case wet, electronic
    }

    public var signedOn: Day
    public var method: Method

    public init(signedOn: Day, method: Method) {
        self.signedOn = signedOn
        self.method = method
    }

    enum CodingKeys: String, CodingKey {
        case signedOn = "signed_on"
        case method
    }
}

/// Somebody who was there: as a witness, or in another role that the paper or a report names.
public struct Witness: Sendable, Equatable, Codable {
    public var name: String
    public var office: String?
    public var role: String?

    public init(name: String, office: String? = nil, role: String? = nil) {
        self.name = name
        self.office = office
        self.role = role
    }
}
