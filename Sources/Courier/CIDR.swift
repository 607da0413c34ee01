/// A range of addresses that share their first bits, written `127.0.0.0/8` or `fd00::/8`.
public struct CIDR: Sendable, Hashable, LosslessStringConvertible {
    /// The first address of the range.
    public let network: IPAddress
    /// How many leading bits are shared: 0 to 32, or to 128 for IPv6.
    public let prefixLength: Int

    /// Reads a range, or a single address. Nil when malformed, and when bits beyond the prefix are set: `10.1.2.3/8`
    /// leaves open whether one address was meant or sixteen million.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let network = IPAddress(String(parts[0])) else { return nil }
        var length = network.width
        if parts.count == 2 {
            guard let written = Int(parts[1]), String(written) == parts[1], written >= 0 else { return nil }
            // A mapped address became IPv4; its prefix counted from the front of the IPv6 form.
            length = network.isIPv4 && parts[0].contains(":") ? written - 96 : written
        }
        guard 0...network.width ~= length else { return nil }
        self.network = network
        self.prefixLength = length
        guard network.bits & ((1 << (network.width - length)) &- 1) == 0 else { return nil }
    }

    /// The range of so many shared bits in which an address lies.
    public init(around address: IPAddress, prefixLength: Int) {
        self.prefixLength = min(max(prefixLength, 0), address.width)
        network = address.first(sharing: self.prefixLength)
    }

    /// Whether the address lies in the range. An IPv4 range holds no IPv6 address, except mapped ones.
    public func contains(_ address: IPAddress) -> Bool {
        let hostBits = network.width - prefixLength
        return address.isIPv4 == network.isIPv4 && address.bits >> hostBits == network.bits >> hostBits
    }

    public var description: String { "\(network)/\(prefixLength)" }
}

extension CIDR: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let range = CIDR(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "“\(text)” is no address range such as 10.0.0.0/8")
        }
        self = range
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
