public import Calendars
import Documents

/// What a head costs a region in a month, by the date from which each rate holds.
public struct Rates: Sendable, Equatable {
    public struct Row: Sendable, Equatable {
        public var programme: Programme
        public var segment: Segment
        public var component: String
        public var payer: Payer
        /// A region or a province with everything inside it; nil for everywhere.
        public var region: String?
        public var price: Price
        public var from: Day
        /// The last day it holds; the next row of the same component ends it too.
        public var until: Day?
        public var regulation: String
        /// How the figure is known.
        public var basis: String

        func holds(on day: Day) -> Bool { from <= day && until ?? day >= day }
    }

    /// Who pays a part of the contribution.
    public enum Payer: String, Sendable, Codable, CaseIterable {
        /// The region whose agreement it is, whether a province, a kabupaten or a kota.
        case region
        /// The province, where it shares what the centre pays.
        case province
        case centre, member, employer
        /// Nobody is sure that it applies; it is shown and never counted.
        case unverified
    }

    public enum Price: Sendable, Equatable {
        /// Whole rupiah a head-month.
        case amount(Int64)
        /// A share of the monthly wage.
        case ofWage(Percent)

        /// In rupiah, rounded half up for each head; nil where the wage is not known.
        func rupiah(wage: Int64?) -> Int64? {
            switch self {
            case .amount(let amount): amount
            case .ofWage(let percent): wage.map { percent.of($0) }
            }
        }
    }

    public let rows: [Row]
    /// What regions bear themselves, without what only people read.
    private let borne: [Part]

    /// A row as sums need it.
    private struct Part: Sendable, Equatable {
        var programme: Programme
        var segment: Segment
        /// Only a province bears it.
        var isOfProvince: Bool
        var region: String?
        var price: Price
        var from: Day
        var until: Day?
    }

    /// - Parameter rows: a row of the same component, payer and region that begins later ends the earlier one.
    public init(_ rows: [Row] = []) {
        self.rows = rows.map { row in
            var row = row
            let next = rows.filter { $0.replaces(row) }.map(\.from).min()
            if let next { row.until = min(row.until ?? next - 1, next - 1) }
            return row
        }
        borne = self.rows.filter { $0.payer == .region || $0.payer == .province }.map {
            Part(
                programme: $0.programme, segment: $0.segment, isOfProvince: $0.payer == .province, region: $0.region,
                price: $0.price, from: $0.from, until: $0.until)
        }
    }

    /// What makes a rate of wages unlikely to be a slip, and keeps every sum far from overflow.
    private static let amountMax: Int64 = 10_000_000

    /// Far more than there are regulations.
    private static let rowsMax = 2_000

    private static let columns = [
        "program", "segment", "component", "payer", "region", "amount", "percent_of_wage", "from", "until",
        "regulation",
        "basis",
    ]

    /// - Throws: `DocumentError` naming each row that cannot be read, or that says a second time what another says.
    public init(csv: String) throws {
        let problems = Problems()
        var rows: [Row] = []
        let table = try Table(csv: csv, file: "rates.csv", columns: Rates.columns)
        if table.rows.count > Rates.rowsMax {
            problems.report(
                Place(file: "rates.csv"),
                Bilingual(id: "lebih dari \(Rates.rowsMax) baris", en: "more than \(Rates.rowsMax) rows"))
            try problems.check()
        }
        for row in table.rows {
            guard let programme = row.required("program", problems, Programme.init(rawValue:)),
                let payer = row.required("payer", problems, Payer.init(rawValue:)),
                let from = row.required("from", problems, { Day($0) }), let price = Rates.price(row, problems),
                let name = row.required("segment", problems, { Rates.isKnown($0) ? $0 : nil }),
                let segment = Segment(rawValue: name)
            else { continue }
            let read = Row(
                programme: programme, segment: segment, component: row["component"] ?? "", payer: payer,
                region: row["region"], price: price, from: from,
                until: row["until"] == nil ? nil : row.required("until", problems) { Day($0) },
                regulation: row["regulation"] ?? "", basis: row["basis"] ?? "")
            if let until = read.until, until < from {
                problems.report(row.place, Bilingual(id: "berakhir sebelum mulai", en: "ends before it begins"))
            }
            if rows.contains(where: { $0.isSame(as: read) && $0.from == from }) {
                problems.report(
                    row.place,
                    Bilingual(
                        id: "'\(read.component)' untuk \(read.segment.rawValue) sudah ada sejak \(from)",
                        en: "'\(read.component)' for \(read.segment.rawValue) is there already from \(from)"))
            }
            rows.append(read)
        }
        try problems.check()
        self.init(rows)
    }

    /// Civil servants are in the file for people to read; no agreement insures them.
    private static func isKnown(_ segment: String) -> Bool {
        Segment(rawValue: segment) != nil || segment == "ppu_government"
    }

    private static func price(_ row: Table.Row, _ problems: Problems) -> Price? {
        if row["amount"] != nil, row["percent_of_wage"] == nil {
            return row.required("amount", problems) { text in
                Int64(text).flatMap { (0...amountMax).contains($0) ? .amount($0) : nil }
            }
        }
        if row["percent_of_wage"] != nil, row["amount"] == nil {
            return row.required("percent_of_wage", problems) { text in
                Percent(text).flatMap { $0.hundredths <= 10_000 ? .ofWage($0) : nil }
            }
        }
        problems.report(
            row.place,
            Bilingual(
                id: "isi salah satu dari amount dan percent_of_wage",
                en: "fill in one of amount and percent_of_wage"))
        return nil
    }

    /// The rows that hold on a day for a region, whoever pays.
    public func rows(of programme: Programme? = nil, in region: String? = nil, on day: Day) -> [Row] {
        rows.filter { row in
            row.holds(on: day) && (programme ?? row.programme) == row.programme
                && (region.map { row.applies(in: $0) } ?? true)
        }
    }

    /// What the region pays for one head of a segment in a month, in rupiah; nil where no amount is known.
    ///
    /// - Parameters:
    ///   - region: the code of the region whose agreement it is; a province also bears the province's part.
    ///   - wage: what shares of wages are reckoned on, in rupiah a month.
    public func regionShare(
        _ programme: Programme, _ segment: Segment, in month: Month, region: String, wage: Int64? = nil
    ) -> Int64? {
        // Asked for each month whenever money is looked at, so it makes no lists.
        let day = month.first
        var share: Int64?
        for part in borne
        where part.programme == programme && part.segment == segment && part.from <= day && part.until ?? day >= day
            && (!part.isOfProvince || !region.contains(".")) && (part.region.map { Region.covers($0, region) } ?? true)
        {
            guard let amount = part.price.rupiah(wage: wage) else { return nil }
            share = Int64(clamping: Int128(share ?? 0) + Int128(amount))
        }
        return share
    }
}

extension Rates.Row {
    fileprivate func applies(in code: String) -> Bool { region.map { Region.covers($0, code) } ?? true }

    fileprivate func isSame(as other: Self) -> Bool {
        (programme, segment, component) == (other.programme, other.segment, other.component)
            && (payer, region) == (other.payer, other.region)
    }

    fileprivate func replaces(_ other: Self) -> Bool { isSame(as: other) && from > other.from }
}
