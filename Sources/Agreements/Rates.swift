public import Calendars
import Documents

/// What a head costs a region in a month, by the date from which each rate holds.
public struct Rates: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public var programme: Programme
        public var segment: Segment
        public var component: String
        /// Who pays this part: region, centre, province, member, employer, or `unverified` where nobody is sure.
        public var payer: String
        /// Whole rupiah a head-month; nil where the rate is a share of wages.
        public var amount: Int64?
        public var from: Day
        public var until: Day?
        public var regulation: String
    }

    public let rows: [Row]

    public init(_ rows: [Row] = []) {
        self.rows = rows
    }

    /// - Throws: `DocumentError` naming each row that cannot be read.
    public init(csv: String) throws {
        let problems = Problems()
        let columns = [
            "program", "segment", "component", "payer", "amount", "percent_of_wage", "from", "until", "regulation",
            "basis",
        ]
        var rows: [Row] = []
        for row in try Table(csv: csv, file: "rates.csv", columns: columns).rows {
            guard let programme = row.required("program", problems, Programme.init(rawValue:)),
                let payer = row.required("payer", problems, { $0.isEmpty ? nil : $0 }),
                let from = row.required("from", problems, { Day($0) })
            else { continue }
            // Segments that no agreement insures, such as civil servants, are in the file for people to read.
            guard let segment = Segment(rawValue: row["segment"] ?? "") else { continue }
            rows.append(
                Row(
                    programme: programme, segment: segment, component: row["component"] ?? "", payer: payer,
                    amount: row["amount"] == nil ? nil : row.required("amount", problems) { Int64($0) }, from: from,
                    until: row["until"] == nil ? nil : row.required("until", problems) { Day($0) },
                    regulation: row["regulation"] ?? ""))
        }
        try problems.check()
        self.init(rows)
    }

    /// What the region pays for one head of a segment in a month, in rupiah; nil where no amount is known.
    public func regionShare(_ programme: Programme, _ segment: Segment, in month: Month) -> Int64? {
        // Asked for each month whenever money is looked at, so it makes no lists.
        let day = month.first
        var share: Int64?
        for row in rows
        where row.programme == programme && row.segment == segment && row.payer == "region" && row.from <= day
            && row.until ?? day >= day
        {
            guard let amount = row.amount else { return nil }
            share = (share ?? 0) + amount
        }
        return share
    }
}
