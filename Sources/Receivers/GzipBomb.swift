/// Eight kibibytes that a decompressor turns into eight mebibytes of zeros.
///
/// One DEFLATE block in which a single zero bit stands for 258 more zeros, so that all but the ends are zeros themselves.
enum GzipBomb {
    static let expandedBytes = 8 << 20

    static let bytes: [UInt8] = opening + [UInt8](repeating: 0, count: 8_127) + closing

    /// The head of a gzip member (RFC 1952) and the code table of its only block.
    private static let opening: [UInt8] = [
        0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xed, 0xc1, 1, 1, 0, 0, 0, 0x82, 0x20, 0xff, 0xaf, 0x6e, 0x48, 0x40, 1,
    ]

    /// The end of the block, the checksum and the length of what it expands to.
    private static let closing: [UInt8] = [0xf0, 0x6c, 0x45, 0xbc, 0xd2, 0x1a, 0, 0, 0x80, 0]
}
