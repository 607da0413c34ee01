import Calendars
import Synchronization

/// Randomness, handed in from outside.
public protocol RandomSource: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}

/// The kernel's generator; fit for secrets.
public struct SystemRandom: RandomSource {
    public init() {}

    public func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        // Each call asks the kernel, so each answer is used whole.
        while bytes.count < count {
            let word = generator.next()
            for index in 0..<min(8, count - bytes.count) {
                bytes.append(UInt8(truncatingIfNeeded: word >> (8 * index)))
            }
        }
        return bytes
    }
}

/// The same bytes for the same seed (SplitMix64), so that a rehearsal repeats exactly. Never for secrets that matter.
public final class SeededRandom: RandomSource {
    private let state: Mutex<UInt64>

    public init(seed: UInt64) {
        state = Mutex(seed)
    }

    public func bytes(_ count: Int) -> [UInt8] {
        state.withLock { state in
            (0..<count).map { _ in
                state &+= 0x9E37_79B9_7F4A_7C15
                var z = state
                z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
                z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
                return UInt8(truncatingIfNeeded: z ^ (z >> 31))
            }
        }
    }
}

/// Mints ULIDs: 48 bits of time, 80 of randomness, in 26 characters that sort by time.
struct Mint: Sendable {
    let random: any RandomSource

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

    func id(_ prefix: String, at now: Instant) -> String {
        var value = UInt128(UInt64(bitPattern: now.milliseconds)) << 80
        for byte in random.bytes(10).enumerated() { value |= UInt128(byte.element) << (8 * UInt128(byte.offset)) }
        var characters: [Character] = []
        for _ in 0..<26 {
            characters.append(Mint.alphabet[Int(value & 31)])
            value >>= 5
        }
        return prefix + "_" + String(characters.reversed())
    }
}
