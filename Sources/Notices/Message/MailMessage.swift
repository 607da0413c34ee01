import Agreements
public import Calendars
public import Documents
public import Foundation

/// A message as it travels (RFC 5322 and MIME): the same said twice, as plain text and as HTML, in seven bits.
///
/// Nothing in its texts can break out of their place: headers are tidied, folded and encoded, and both parts are
/// quoted-printable.
public struct MailMessage: Sendable, Equatable {
    /// Stays the same for all copies of the message, so that a second one can be told.
    public var id: String
    public var from: Mailbox
    /// Nobody is named where it is nil.
    public var to: Mailbox?
    public var date: Instant
    /// The zone in which the date is written.
    public var zone: Zone
    public var language: Language
    public var subject: String
    public var text: String
    public var html: String
    /// An address at which one POST ends all mails (RFC 8058).
    public var unsubscribe: String

    public init(
        id: String, from: Mailbox, to: Mailbox?, date: Instant, zone: Zone, language: Language, subject: String,
        text: String, html: String, unsubscribe: String
    ) {
        self.id = id
        self.from = from
        self.to = to
        self.date = date
        self.zone = zone
        self.language = language
        self.subject = subject
        self.text = text
        self.html = html
        self.unsubscribe = unsubscribe
    }

    /// The message, headers and all, with CRLF at the end of each line. The same message always gives the same bytes.
    public func bytes() -> Data {
        var bytes = headers.flatMap(\.bytes)
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            bytes += Array("\r\n--\(MailMessage.boundary)\r\n".utf8)
            bytes += HeaderField("Content-Type", ["\(type);", "charset=utf-8"]).bytes
            bytes += HeaderField("Content-Transfer-Encoding", ["quoted-printable"]).bytes
            bytes += [13, 10] + content.quotedPrintable
        }
        return Data(bytes + Array("\r\n--\(MailMessage.boundary)--\r\n".utf8))
    }

    /// Cannot occur in a part: in quoted-printable no `_` follows a `=`.
    private static let boundary = "=_pksd"
    /// An address that is longer would need a line that is too long (RFC 5322, 2.1.1).
    private static let addressMax = 900

    private var headers: [HeaderField] {
        [
            HeaderField("Date", writtenDate),
            HeaderField("From", from),
            to.map { HeaderField("To", $0) } ?? HeaderField("To", ["undisclosed-recipients:;"]),
            HeaderField("Message-ID", ["<\(writtenID)@\(from.domain)>"]),
            HeaderField("Subject", text: subject),
            HeaderField("MIME-Version", ["1.0"]),
            HeaderField("Content-Type", ["multipart/alternative;", "boundary=\"\(MailMessage.boundary)\""]),
            HeaderField("Content-Language", [language.rawValue]),
            HeaderField("Auto-Submitted", ["auto-generated"]),
        ] + unsubscribeHeaders
    }

    /// One click is offered over https alone, as RFC 8058 wants it.
    private var unsubscribeHeaders: [HeaderField] {
        guard unsubscribe.utf8.count <= MailMessage.addressMax,
            unsubscribe.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"<>".utf8.contains($0) })
        else { return [] }
        let header = HeaderField("List-Unsubscribe", ["<\(unsubscribe)>"])
        guard unsubscribe.hasPrefix("https://") else { return [header] }
        return [header, HeaderField("List-Unsubscribe-Post", ["List-Unsubscribe=One-Click"])]
    }

    /// What no Message-ID may hold becomes a hyphen.
    private var writtenID: String {
        let bytes = id.utf8.prefix(128).map { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "-")
        }
        return bytes.isEmpty ? "-" : String(decoding: bytes, as: UTF8.self)
    }

    /// `Fri, 05 Mar 2027 08:00:00 +0700`.
    private var writtenDate: [String] {
        let day = zone.day(at: date)
        let clock = zone.clock(at: date)
        return [
            "\(day.weekday.english.prefix(3)),", twoDigits(day.dayOfMonth), String(day.month.englishName.prefix(3)),
            String(day.year),
            "\(twoDigits(clock.hour)):\(twoDigits(clock.minute)):\(twoDigits(clock.second))",
            "+\(twoDigits(zone.hoursFromUTC))00",
        ]
    }
}
