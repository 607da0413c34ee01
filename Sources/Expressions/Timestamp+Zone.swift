import Foundation

extension Timestamp {
    /// What the wall shows in a zone: `UTC`, an offset such as `-02:30` or `02:00`, or an IANA name such as
    /// `Asia/Makassar` (langdef, "Timezones"); without one in UTC.
    func civilTime(in zone: String?) throws(ExpressionError.Reason) -> CivilTime {
        guard let zone else { return CivilTime(seconds: seconds) }
        return CivilTime(seconds: seconds + (try offset(in: zone)))
    }

    /// Seconds east of Greenwich at this moment.
    private func offset(in zone: String) throws(ExpressionError.Reason) -> Int64 {
        if zone == "UTC" { return 0 }
        if let first = zone.utf8.first, !UInt8.letters.contains(first) {
            var reader = DigitReader(UInt8.digits.contains(first) ? "+" + zone : zone)
            guard let offset = reader.offset(), reader.isAtEnd else { throw .unknownZone(zone) }
            return offset
        }
        // A name of the database: never a path in a file system, nor `GMT+8`, which Foundation reads as an offset.
        guard zone.utf8.count <= 64, zone == "GMT" || !zone.hasPrefix("GMT") && !zone.hasPrefix("UTC"),
            zone.utf8.allSatisfy({ UInt8.zoneName.contains($0) }),
            let known = TimeZone(identifier: zone)
        else { throw .unknownZone(zone) }
        return Int64(known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
}

extension UInt8 {
    fileprivate static let digits = Set("0123456789".utf8)
    fileprivate static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    fileprivate static let zoneName = letters.union(digits).union("/_+-".utf8)
}
