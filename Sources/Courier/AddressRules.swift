/// Which addresses a lease may be carried to. Judged on the address a connection really has, never on a name.
public enum AddressRules: Sendable, Equatable, Codable {
    /// The public Internet, and the ranges named as exceptions.
    case publicOnly(except: [CIDR])
    /// This machine.
    case loopbackOnly
    case any

    public func permits(_ address: IPAddress) -> Bool {
        switch self {
        case .publicOnly(let exceptions): address.isPublic || exceptions.contains { $0.contains(address) }
        case .loopbackOnly: address.isLoopback
        case .any: true
        }
    }
}

extension IPAddress {
    /// 127.0.0.0/8 and ::1.
    public var isLoopback: Bool { SpecialRanges.loopback.contains { $0.contains(self) } }

    /// Whether the address belongs to the public Internet: outside all special-purpose registries of IANA, and for
    /// IPv6 inside the only block that is handed out.
    public var isPublic: Bool {
        if isIPv4 { return !SpecialRanges.v4.contains { $0.contains(self) } }
        return SpecialRanges.v6Global.contains(self) && !SpecialRanges.v6.contains { $0.contains(self) }
    }
}

private enum SpecialRanges {
    static let loopback = ranges("127.0.0.0/8", "::1/128")

    static let v4 = ranges(
        "0.0.0.0/8",  // this network
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",  // private use
        "100.64.0.0/10",  // carrier-grade NAT
        "127.0.0.0/8",
        "168.63.129.16/32",  // Azure's host agent: a routable number, served by the machine's own hypervisor
        "169.254.0.0/16",  // link-local, and the clouds' metadata services
        "192.0.0.0/24",  // protocol assignments
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24",  // documentation
        "192.31.196.0/24", "192.175.48.0/24",  // AS112
        "192.52.193.0/24",  // AMT
        "192.88.99.0/24",  // 6to4 relays
        "198.18.0.0/15",  // benchmarks
        "224.0.0.0/4", "240.0.0.0/4")  // multicast; reserved and broadcast

    /// Whatever lies outside is unassigned, local or a translation of IPv4 (NAT64, mapped, compatible).
    static let v6Global = CIDR("2000::/3")!

    static let v6 = ranges(
        "2001::/23",  // protocol assignments, Teredo and ORCHID among them
        "2001:db8::/32", "3fff::/20",  // documentation
        "2002::/16",  // 6to4: wraps any IPv4 address
        "2620:4f:8000::/48")  // AS112

    private static func ranges(_ texts: String...) -> [CIDR] { texts.map { CIDR($0)! } }
}
