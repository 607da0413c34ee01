import Agreements

/// What sort of thing events can be about.
enum SubjectKind: CaseIterable {
    case agreement, region, endpoint, calendar

    /// Where the payload names it. Events about nothing of this kind are without these.
    var names: Set<Envelope.CodingKeys> {
        switch self {
        case .agreement: [.agreementID, .agreementSeq]
        case .endpoint: [.endpointID]
        case .region, .calendar: []
        }
    }

    /// Which parts of the envelope are there whenever an event is about one of these.
    var certain: Set<Envelope.CodingKeys> {
        switch self {
        case .agreement, .region: names.union([.region])
        case .endpoint, .calendar: names
        }
    }
}

extension EventType {
    /// What such an event may be about; the usual one first.
    var subjects: [SubjectKind] {
        switch self {
        case .dataInconsistent: [.agreement, .region]
        case .coverageRecorded, .thresholdCrossed, .roleVacant: [.region]
        case .holidaysAccepted, .holidaysMissing: [.calendar]
        case .endpointDisabled: [.endpoint]
        default: [.agreement]
        }
    }
}
