import Agreements
import Calendars
import Courier
import Ledger

/// The attributes of CloudEvents 1.0 that an event has besides its data.
struct CloudEventAttributes: Equatable {
    enum Name: String, CodingKey, CaseIterable {
        case specversion, id, source, type, subject, time, sequence, partitionkey, dataref
        case datacontenttype, data
    }

    /// In this order, as headers.
    let all: [(name: Name, value: String)]

    init(_ event: Event, isThin: Bool, from source: EventSource) {
        self.init(
            id: event.id, type: event.type.rawValue, seq: event.seq, lane: event.subject.name, time: event.recordedAt,
            isThin: isThin, source)
    }

    /// The same ones again, from what is kept of the event.
    init(_ delivery: Delivery, isThin: Bool, from source: EventSource) {
        self.init(
            id: delivery.eventID, type: delivery.eventType, seq: delivery.seq, lane: delivery.lane,
            time: delivery.createdAt, isThin: isThin, source)
    }

    private init(
        id: Event.ID, type: String, seq: Int64, lane: String, time: Instant, isThin: Bool, _ source: EventSource
    ) {
        let digits = String(seq)
        all =
            [
                (.specversion, "1.0"), (.id, id.rawValue), (.source, source.reference), (.type, type),
                (.subject, lane), (.time, time.description),
                // Compared as text.
                (.sequence, String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits),
                (.partitionkey, lane),
            ] + (isThin ? [(.dataref, source.address(of: id))] : [])
    }

    static func == (a: Self, b: Self) -> Bool { a.all.elementsEqual(b.all) { $0 == $1 } }

    /// Those of the binary mode.
    var headers: [Lease.Header] { all.map { .init("ce-\($0.name.rawValue)", $0.value.inHeader) } }
}

extension String {
    /// As the HTTP binding of CloudEvents writes values: everything but the visible characters of ASCII, and also `"` and
    /// `%`, as percent and two digits for each byte of its UTF-8.
    var inHeader: String {
        var text = ""
        for byte in utf8 {
            if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "%") {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
