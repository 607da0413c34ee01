public import Calendars

extension Agreement {
    /// What moves by a workflow of its own inside an agreement: a monthly bill or a funding line.
    public enum Part: Sendable, Hashable {
        case bill(Month)
        /// By the line's key, such as `apbd_ii-2026`.
        case funding(String)

        /// `bill/2026-03`, `funding/apbd_ii-2026`.
        public var key: String {
            switch self {
            case .bill(let month): "bill/\(month)"
            case .funding(let line): "funding/\(line)"
            }
        }
    }

    /// Since when a part is where it is, and every move so far, oldest first.
    public struct Course: Sendable, Equatable, Codable {
        public var entered: Entry
        public var moves: [Move]

        public init(entered: Entry, moves: [Move] = []) {
            self.entered = entered
            self.moves = moves
        }
    }

    /// The part with this key.
    public func part(_ key: String) -> Part? { parts.first { $0.key == key } }

    /// All parts, bills first.
    public var parts: [Part] { bills.map { .bill($0.month) } + funding.map { .funding($0.key) } }

    public func bill(of month: Month) -> Bill? { bills.first { $0.month == month } }
    public func fundingLine(_ key: String) -> FundingLine? { funding.first { $0.key == key } }

    /// The state a part is in; nil if there is no such part.
    public func state(of part: Part) -> String? {
        switch part {
        case .bill(let month): bill(of: month)?.stage
        case .funding(let line): fundingLine(line)?.stage.rawValue
        }
    }

    /// The agreement's own course, or that of one of its parts.
    public func course(of part: Part?) -> Course {
        part.flatMap { courses[$0.key] } ?? Course(entered: entered, moves: moves)
    }

    /// Who has last said that they are on it, since it came to where it is.
    public func acknowledgement(of part: Part?) -> Acknowledgement? {
        let moves = course(of: part).moves.count
        return acknowledgements.last { $0.part == part?.key && $0.moves == moves }
    }
}

extension KeyedDecodingContainer {
    /// What was written before parts had courses has none.
    func decode(_ type: [String: Agreement.Course].Type, forKey key: Key) throws -> [String: Agreement.Course] {
        try decodeIfPresent(type, forKey: key) ?? [:]
    }
}
