import Foundation

/// An address of mail, with the name of whose it is.
public struct Mailbox: Sendable, Equatable {
    public var address: String
    public var name: String?

    /// `pksd <pksd@contoh.go.id>` or the address alone.
    ///
    /// - Returns: nil for control characters anywhere, and for an address that is not ASCII, has not exactly one `@`, is
    ///   longer than 254 octets or needs quotes itself.
    public init?(_ text: String) {
        guard !text.unicodeScalars.contains(where: \.breaksLines) else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        guard trimmed.utf8.last == UInt8(ascii: ">"), let open = trimmed.lastIndex(of: "<") else {
            self.init(address: trimmed, name: nil)
            return
        }
        let written = trimmed[..<open].trimmingCharacters(in: .whitespaces)
        let name = Mailbox.unquoted(written)
        guard name != written || !name.contains(where: { "<>".contains($0) }) else { return nil }
        self.init(address: String(trimmed[trimmed.index(after: open)...].dropLast()), name: name)
    }

    /// - Returns: nil for what is no address; see ``init(_:)``.
    init?(address: String, name: String?) {
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, parts[0].count <= 64,
            Mailbox.isDotted(parts[0], of: Mailbox.isAtom), Mailbox.isDotted(parts[1], of: Mailbox.isHost)
        else { return nil }
        self.address = address
        let name = name?.tidied
        self.name = name == "" ? nil : name
    }

    /// Whether mail can be sent to an address as it is.
    public static func isBare(_ text: String) -> Bool { Mailbox(address: text, name: nil) != nil }

    /// What follows the `@`.
    public var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

    private static func unquoted(_ name: String) -> String {
        guard name.utf8.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
        var text = ""
        var isEscaped = false
        for character in name.dropFirst().dropLast() {
            isEscaped = !isEscaped && character == "\\"
            if !isEscaped { text.append(character) }
        }
        return text
    }

    private static func isDotted(_ bytes: Substring.UTF8View, of isAllowed: (UInt8) -> Bool) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.count <= 64 && $0.allSatisfy(isAllowed) }
    }

    /// `atext` of RFC 5322, 3.2.3.
    static func isAtom(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte) }
    private static func isHost(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: "-") }
}

extension UInt8 {
    /// Of ASCII.
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
