extension Posting {
    static let addressBytesMax = 254
    /// RFC 5322, section 2.1.1, without the CRLF.
    static let lineBytesMax = 998

    /// Why this posting can never be sent as it stands; nil when it can.
    var fault: Outcome.Failure? {
        if let sentence = serverFault ?? envelopeFault {
            return Outcome.Failure(kind: .badAddress, detail: sentence)
        }
        if let sentence = credentialsFault ?? messageFault {
            return Outcome.Failure(kind: .badHeader, detail: sentence)
        }
        return nil
    }

    /// The host as libcurl reads it.
    var host: String? { try? ParsedURL(server).host }

    /// The port meant when the server names none.
    var defaultPort: Int { security == .implicit ? 465 : 587 }

    private var serverFault: String? {
        // libcurl would take a path for the name to greet with, and what stands before an @ for credentials and options.
        if server.utf8.contains(where: { "@?#;".utf8.contains($0) }) {
            return "the server's address holds more than a host and a port"
        }
        do throws(ParsedURL.Fault) {
            let parsed = try ParsedURL(server)
            let scheme = security == .implicit ? "smtps" : "smtp"
            guard parsed.scheme == scheme else { return "with \(security.rawValue) the scheme is \(scheme)" }
            guard parsed.path == "/" else { return "the server's address holds a path" }
            return parsed.port == 0 ? "port 0 is none" : nil
        } catch {
            return error.sentence
        }
    }

    private var envelopeFault: String? {
        if recipients.isEmpty { return "there is no recipient" }
        if let sentence = Self.fault(ofAddress: sender) { return "the sender's address \(sentence)" }
        for recipient in recipients {
            if let sentence = Self.fault(ofAddress: recipient) { return "a recipient's address \(sentence)" }
        }
        return nil
    }

    /// What would let an address end early and a second command or parameter begin, and no more than that: the server
    /// knows better which addresses exist.
    private static func fault(ofAddress address: String) -> String? {
        let bytes = address.utf8
        if bytes.count > addressBytesMax { return "is longer than \(addressBytesMax) bytes" }
        if !bytes.allSatisfy({ 0x21...0x7e ~= $0 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }) {
            return "holds a character that is not allowed there"
        }
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? nil : "is not of the form name@host"
    }

    private var credentialsFault: String? {
        guard let credentials else { return nil }
        if credentials.user.isEmpty { return "the credentials name no user" }
        // A NUL separates the two in AUTH PLAIN, and ends a string of C.
        let bytes = [credentials.user.utf8, credentials.password.utf8].joined()
        return bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7f } ? nil : "the credentials hold a control character"
    }

    private var messageFault: String? {
        if message.isEmpty { return "the message is empty" }
        var line = 1
        var length = 0
        var previous: UInt8 = 0
        for byte in message {
            if (previous == 0x0d) != (byte == 0x0a) { return "line \(line) of the message has a bare CR or LF" }
            switch byte {
            case 0x0a:
                line += 1
                length = 0
            case 0x0d: break
            case 0, 0x80...: return "line \(line) of the message holds a NUL or an 8-bit byte"
            default:
                length += 1
                if length > Self.lineBytesMax {
                    return "line \(line) of the message is longer than \(Self.lineBytesMax) bytes"
                }
            }
            previous = byte
        }
        return previous == 0x0d ? "line \(line) of the message has a bare CR or LF" : nil
    }
}
