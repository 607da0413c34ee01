/// Where a transfer may connect to: the host and port of its address, and, once they are known, the addresses they stand
/// for.
struct Route {
    /// How many addresses of a name are tried at most; all are judged.
    private static let triedMax = 16

    let host: String
    private let port: Int
    private let isLiteral: Bool
    private(set) var addresses: [IPAddress]?

    init(_ url: ParsedURL) {
        // As in the question to a name server, and in libcurl's own notes, case means nothing.
        host = url.host.lowercased()
        port = url.port ?? url.defaultPort ?? 0
        if let literal = IPAddress(host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host) {
            isLiteral = true
            addresses = [literal]
        } else {
            isLiteral = false
        }
    }

    /// A name of RFC 6761 for this machine: no name server is asked, whatever it would say.
    private var isLocalhost: Bool {
        let name = host.hasSuffix(".") ? host.dropLast() : host[...]
        return name == "localhost" || name.hasSuffix(".localhost")
    }

    /// Takes an address or a name of this machine as what it is; false when somebody has to be asked.
    mutating func isKnown(under rules: AddressRules) -> Bool {
        if isLiteral { return true }
        guard isLocalhost else { return false }
        // Ours and not an answer of somebody's: one that is permitted is enough.
        let both = [IPAddress("127.0.0.1"), IPAddress("::1")].compactMap { $0 }
        let permitted = both.filter(rules.permits)
        addresses = permitted.isEmpty ? both : permitted
        return true
    }

    /// Takes what the name stands for.
    mutating func lead(to addresses: [IPAddress]) { self.addresses = addresses }

    /// Why nothing may be sent there. One forbidden address is enough: nobody honest mixes inner with public ones.
    func fault(under rules: AddressRules) -> Outcome.Failure? {
        guard let addresses, !addresses.isEmpty else {
            return Outcome.Failure(kind: .unresolved, detail: "the name has no address")
        }
        return addresses.first { !rules.permits($0) }.map { .forbidden($0.description) }
    }

    /// For `CURLOPT_RESOLVE`, so that libcurl asks nobody; nil for an address, which it does not ask for. The plus lets
    /// libcurl forget the entry again.
    var pin: String? {
        guard let addresses, !isLiteral else { return nil }
        let list = addresses.prefix(Self.triedMax).map { $0.isIPv4 ? $0.description : "[\($0)]" }
        return "+\(host):\(port):\(list.joined(separator: ","))"
    }
}
