import Calendars
import Documents

/// Head counts and monthly changes that contradict one another.
extension Agreement {
    /// Two sources count the same months for the same day, and differ.
    var countsThatDisagree: [Finding] {
        segments.compactMap { segment in
            let changes = ChangeSums(of: segment, in: self)
            // Which was entered first says nothing.
            let counts = members.filter { $0.segment == segment }.sorted {
                ($0.from, $0.until, $0.count, $0.source ?? "") < ($1.from, $1.until, $1.count, $1.source ?? "")
            }
            var newest: (first: MemberCount, second: MemberCount)?
            for (index, first) in counts.enumerated() {
                for second in counts[(index + 1)...] {
                    guard second.from <= first.until else { break }
                    guard first.asOf == second.asOf, first.source != second.source,
                        newest.map({ $0.first.asOf?.number ?? .min < first.asOf?.number ?? .min }) ?? true,
                        changes.heads(from: first, in: second.from) != Int128(second.count)
                    else { continue }
                    newest = (first, second)
                }
            }
            return newest.map {
                let heads = Int64(clamping: changes.heads(from: $0.first, in: $0.second.from))
                return disagreement(segment, heads, $0.first.source, $0.second)
            }
        }
    }

    private func disagreement(_ segment: Segment, _ first: Int64, _ source: String?, _ second: MemberCount) -> Finding {
        Finding(
            code: "counts_disagree", key: "counts_disagree:\(segment.rawValue)",
            say: Bilingual(
                id:
                    "Peserta \(segment.rawValue) pada \(second.from.indonesian): \(first.indonesian) menurut \(source ?? "tanpa sumber"), \(second.count.indonesian) menurut \(second.source ?? "tanpa sumber").",
                en:
                    "Members of \(segment.rawValue) in \(second.from): \(first.english) by \(source ?? "no source"), \(second.count.english) by \(second.source ?? "no source")."
            ),
            numbers: [
                "segment": .text(segment.rawValue), "month": .text(second.from.description), "first": .integer(first),
                "second": .integer(second.count), "as_of": second.asOf.map { .text($0.description) } ?? .null,
            ])
    }

    /// Two sources give another figure for one reason of one month, for the same day.
    var changesThatDisagree: [Finding] {
        Segment.allCases.flatMap { segment in
            let byMonth = Dictionary(grouping: memberChanges.filter { $0.segment == segment }, by: \.month)
            return byMonth.sorted { $0.key < $1.key }.compactMap { month, changes in
                for reason in MemberChange.Reason.allCases {
                    let figures = Set(
                        changes.compactMap { change in
                            change.heads[reason].map { Stated(asOf: change.asOf, source: change.source, heads: $0) }
                        })
                    guard let newest = figures.map({ $0.asOf?.number ?? .min }).max() else { continue }
                    let told = figures.filter { $0.asOf?.number ?? .min == newest }.sorted {
                        ($0.heads, $0.source ?? "") < ($1.heads, $1.source ?? "")
                    }
                    if let first = told.first, let second = told.last, first.heads != second.heads {
                        return disagreement(segment, month, reason, first, second)
                    }
                }
                return nil
            }
        }
    }

    private struct Stated: Hashable {
        var asOf: Day?
        var source: String?
        var heads: Int64
    }

    private func disagreement(
        _ segment: Segment, _ month: Month, _ reason: MemberChange.Reason, _ first: Stated, _ second: Stated
    ) -> Finding {
        Finding(
            code: "changes_disagree", key: "changes_disagree:\(segment.rawValue):\(month)",
            say: Bilingual(
                id:
                    "Mutasi \(segment.rawValue) \(month.indonesian) (\(reason.rawValue)): \(first.heads.indonesian) menurut \(first.source ?? "tanpa sumber"), \(second.heads.indonesian) menurut \(second.source ?? "tanpa sumber").",
                en:
                    "Changes of \(segment.rawValue) in \(month) (\(reason.rawValue)): \(first.heads.english) by \(first.source ?? "no source"), \(second.heads.english) by \(second.source ?? "no source")."
            ),
            numbers: [
                "segment": .text(segment.rawValue), "month": .text(month.description), "reason": .text(reason.rawValue),
                "first": .integer(first.heads), "second": .integer(second.heads),
                "as_of": first.asOf.map { .text($0.description) } ?? .null,
            ])
    }

    /// The monthly changes take more heads off than there were.
    var membersBelowZero: [Finding] {
        segments.compactMap { segment in
            let changes = ChangeSums(of: segment, in: self)
            for month in changes.months {
                guard let base = memberCount(segment, in: month), month > base.from else { continue }
                let heads = changes.heads(from: base, in: month)
                guard heads < 0 else { continue }
                let below = Int64(clamping: -heads)
                return Finding(
                    code: "members_negative", key: "members_negative:\(segment.rawValue)",
                    say: Bilingual(
                        id:
                            "Mutasi \(segment.rawValue) sampai \(month.indonesian) mengeluarkan \(below.indonesian) orang lebih banyak daripada peserta yang ada (\(base.count.indonesian) pada \(base.from.indonesian)).",
                        en:
                            "By \(month) the changes of \(segment.rawValue) take off \(below.english) more people than there were (\(base.count.english) in \(base.from))."
                    ),
                    numbers: [
                        "segment": .text(segment.rawValue), "month": .text(month.description),
                        "count": .integer(base.count), "below": .integer(below),
                    ])
            }
            return nil
        }
    }
}

/// What joined and left a segment up to each month with changes, so that any run of months is one subtraction.
private struct ChangeSums {
    let months: [Month]
    /// Joined less left, from the first month up to each of ``months``.
    private let sums: [Int128]

    init(of segment: Segment, in agreement: Agreement) {
        months = Set(agreement.memberChanges.filter { $0.segment == segment }.map(\.month)).sorted()
        var sum: Int128 = 0
        sums = months.map { month in
            sum += agreement.changes(of: segment, in: month).reduce(0) { $0 + $1.key.sign * Int128($1.value) }
            return sum
        }
    }

    /// What a count makes of a month after its first, with what has joined and left since; below zero if more left than
    /// there were.
    func heads(from count: MemberCount, in month: Month) -> Int128 {
        guard month > count.from else { return Int128(count.count) }
        return Int128(count.count) + upTo(month) - upTo(count.from)
    }

    private func upTo(_ month: Month) -> Int128 {
        var (low, high) = (0, months.count)
        while low < high {
            let middle = (low + high) / 2
            if months[middle] <= month { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : sums[low - 1]
    }
}
