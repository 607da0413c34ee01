public import Calendars

/// Something that happened, as it is kept for ever and told to other systems.
///
/// It has two dates: ``recordedAt`` when it was entered and ``effectiveOn`` when it was true, so that a signature of
/// 30 December that is entered on 15 January keeps both.
public struct Event: Sendable, Equatable {
    public typealias ID = Identifier<Event>

    /// Also the `webhook-id` under which it is told; the same on each attempt.
    public var id: ID
    /// Position in the whole ledger from 1, without gaps.
    public var seq: Int64
    public var subject: Subject
    /// Position among the subject's events from 1, without gaps.
    public var subjectSeq: Int64
    public var ref: String?
    public var region: String?
    /// The agreement's version after this event.
    public var version: Int
    public var recordedAt: Instant
    public var effectiveOn: Day
    public var actor: Actor
    /// The hash of the workflow's structure that allowed it.
    public var workflow: String?
    public var data: EventData

    /// What an event is about.
    public enum Subject: Sendable, Hashable {
        case agreement(Agreement.ID)
        case region(String)
        case endpoint(String)
        /// The working calendar, which is everybody's.
        case calendar

        /// The stream's name in the ledger.
        public var name: String {
            switch self {
            case .agreement(let id): id.rawValue
            case .region(let code): "region:\(code)"
            case .endpoint(let id): id
            case .calendar: "calendar"
            }
        }

        public var agreement: Agreement.ID? {
            if case .agreement(let id) = self { id } else { nil }
        }
    }

    public init(
        id: ID, seq: Int64 = 0, subject: Subject, subjectSeq: Int64 = 0, ref: String? = nil, region: String? = nil,
        version: Int = 0, recordedAt: Instant, effectiveOn: Day, actor: Actor, workflow: String? = nil, data: EventData
    ) {
        self.id = id
        self.seq = seq
        self.subject = subject
        self.subjectSeq = subjectSeq
        self.ref = ref
        self.region = region
        self.version = version
        self.recordedAt = recordedAt
        self.effectiveOn = effectiveOn
        self.actor = actor
        self.workflow = workflow
        self.data = data
    }

    public var type: EventType { data.type }
}

extension Event: Codable {
    enum CodingKeys: String, CodingKey {
        case id, seq
        case agreementID = "agreement_id"
        case agreementSeq = "agreement_seq"
        case endpointID = "endpoint_id"
        case subjectSeq = "subject_seq"
        case ref, region, version, type
        case recordedAt = "recorded_at"
        case effectiveOn = "effective_on"
        case actor, workflow, data
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        seq = try container.decode(Int64.self, forKey: .seq)
        region = try container.decodeIfPresent(String.self, forKey: .region)
        if let agreement = try container.decodeIfPresent(Agreement.ID.self, forKey: .agreementID) {
            subject = .agreement(agreement)
            subjectSeq = try container.decode(Int64.self, forKey: .agreementSeq)
        } else {
            subjectSeq = try container.decode(Int64.self, forKey: .subjectSeq)
            subject =
                if let endpoint = try container.decodeIfPresent(String.self, forKey: .endpointID) {
                    .endpoint(endpoint)
                } else if let region {
                    .region(region)
                } else { .calendar }
        }
        ref = try container.decodeIfPresent(String.self, forKey: .ref)
        version = try container.decode(Int.self, forKey: .version)
        recordedAt = try container.decode(Instant.self, forKey: .recordedAt)
        effectiveOn = try container.decode(Day.self, forKey: .effectiveOn)
        actor = try container.decode(Actor.self, forKey: .actor)
        workflow = try container.decodeIfPresent(String.self, forKey: .workflow)
        let type = try container.decode(EventType.self, forKey: .type)
        data = try EventData(type, from: container.superDecoder(forKey: .data))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(seq, forKey: .seq)
        switch subject {
        case .agreement(let id):
            try container.encode(id, forKey: .agreementID)
            try container.encode(subjectSeq, forKey: .agreementSeq)
        case .region, .calendar:
            try container.encode(subjectSeq, forKey: .subjectSeq)
        case .endpoint(let id):
            try container.encode(id, forKey: .endpointID)
            try container.encode(subjectSeq, forKey: .subjectSeq)
        }
        try container.encodeIfPresent(ref, forKey: .ref)
        try container.encodeIfPresent(region, forKey: .region)
        try container.encode(version, forKey: .version)
        try container.encode(type, forKey: .type)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(effectiveOn, forKey: .effectiveOn)
        try container.encode(actor, forKey: .actor)
        try container.encodeIfPresent(workflow, forKey: .workflow)
        try data.encode(to: container.superEncoder(forKey: .data))
    }
}
