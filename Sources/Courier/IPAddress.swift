// `sockaddr` belongs to whichever of the two the compiler meets first.
import CCurl
import Glibc

/// An IPv4 or IPv6 address.
///
/// An IPv4-mapped IPv6 address (`::ffff:127.0.0.1`) is held as the IPv4 address it stands for, so that no rule can
/// forget to look inside.
public struct IPAddress: Sendable, Hashable, LosslessStringConvertible {
    public let isIPv4: Bool
    /// The bytes as one number, the first byte highest; IPv4 fills the low 32 bits.
    let bits: UInt128

    /// Reads the usual spelling of an address, and nothing that only a resolver would accept (`127.1`, `0x7f000001`).
    public init?(_ text: String) {
        // A C string would end at the NUL and hide the rest.
        guard !text.utf8.contains(0) else { return nil }
        var v4 = in_addr()
        var v6 = in6_addr()
        if unsafe inet_pton(AF_INET, text, &v4) == 1 {
            self.init(v4)
        } else if unsafe inet_pton(AF_INET6, text, &v6) == 1 {
            self.init(v6)
        } else {
            return nil
        }
    }

    /// The address a socket is about to be connected to; nil for anything but IPv4 and IPv6.
    init?(_ peer: UnsafePointer<sockaddr>) {
        let raw = unsafe UnsafeRawPointer(peer)
        switch Int32(unsafe peer.pointee.sa_family) {
        case AF_INET: self.init(unsafe raw.loadUnaligned(as: sockaddr_in.self).sin_addr)
        case AF_INET6: self.init(unsafe raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr)
        default: return nil
        }
    }

    private init(_ address: in_addr) {
        isIPv4 = true
        bits = UInt128(UInt32(bigEndian: address.s_addr))
    }

    private init(_ address: in6_addr) {
        let number = unsafe withUnsafeBytes(of: address) { bytes in
            unsafe bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        }
        isIPv4 = number >> 32 == 0xffff
        bits = isIPv4 ? number & 0xffff_ffff : number
    }

    private init(isIPv4: Bool, bits: UInt128) {
        self.isIPv4 = isIPv4
        self.bits = bits
    }

    /// The first of all addresses that share so many leading bits with this one.
    func first(sharing length: Int) -> IPAddress {
        let hostBits = width - min(max(length, 0), width)
        return IPAddress(isIPv4: isIPv4, bits: (bits >> hostBits) << hostBits)
    }

    /// 32 or 128.
    var width: Int { isIPv4 ? 32 : 128 }

    public var description: String {
        let bytes = (0..<width / 8).reversed().map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
        if isIPv4 { return bytes.map(String.init).joined(separator: ".") }
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
            unsafe inet_ntop(AF_INET6, bytes, buffer.baseAddress, socklen_t(buffer.count))
            return unsafe String(cString: buffer.baseAddress!)
        }
    }
}
