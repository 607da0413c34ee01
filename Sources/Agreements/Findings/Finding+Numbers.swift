import Documents

/// A figure of a finding. Whole ones are integers, as they read back: what was told about once would seem new otherwise.
extension Percent {
    var json: JSON { hundredths.isMultiple(of: 100) ? .integer(hundredths / 100) : .number(Double(hundredths) / 100) }
}

extension Hundredths {
    var json: JSON { Percent(hundredths: value).json }
}

extension FieldValue {
    /// A percentage that a field holds; nil where it is none.
    var percent: Percent? {
        switch self {
        case .integer(let whole): Percent(hundredths: Int64(clamping: Int128(whole) * 100))
        case .decimal(let printed): Percent(printed)
        case .text, .bool: nil
        }
    }
}
