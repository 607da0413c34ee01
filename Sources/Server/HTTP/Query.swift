import Calendars
import Documents
import Foundation
import Hummingbird
import HummingbirdCore
import Ledger

/// The parameters of a request's query, read as strictly as a body.
struct Query {
    private let reader: MapReader
    private let problems = Problems()

    init(_ request: Request) {
        self.init(request.uri) { _ in true }
    }

    /// What a form of a page asks: a field that was left empty asks nothing.
    init(form request: Request) {
        self.init(form: request.uri.query ?? "")
    }

    /// - Parameter text: what stands after the question mark of a page's address, with `+` for a blank (WHATWG URL 5.1).
    init(form text: String) {
        self.init(URI("/?" + text.replacing("+", with: "%20"))) { !$0.isEmpty }
    }

    private init(_ uri: URI, where isAsked: (Substring) -> Bool) {
        var members: [String: JSON] = [:]
        for (name, value) in uri.queryParameters where isAsked(value) { members[String(name)] = .text(String(value)) }
        reader = MapReader(Node(.object(members), at: Place(pointer: "?")), problems)
    }

    func text(_ name: String) -> String? {
        reader.optionalText(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    func choice<Choice: CaseIterable & RawRepresentable>(_ name: String) -> Choice? where Choice.RawValue == String {
        reader.optionalChoice(name)
    }

    func parsed<Value>(_ name: String, as what: Bilingual, _ parse: (String) -> Value?) -> Value? {
        reader.optional(name).flatMap { problems.parsed($0, as: what, parse) }
    }

    func day(_ name: String) -> Day? { parsed(name, as: .day) { Day($0) } }

    func instant(_ name: String) -> Instant? { parsed(name, as: .instant) { Instant($0) } }

    func month(_ name: String) -> Month? { parsed(name, as: .month) { Month($0) } }

    func year(_ name: String) -> Int? {
        parsed(name, as: Bilingual(id: "tahun seperti 2026", en: "a year such as 2026")) { text in
            Int(text).flatMap { (2000...2100).contains($0) ? $0 : nil }
        }
    }

    func integer(_ name: String, in range: ClosedRange<Int64>) -> Int64? {
        let what = Bilingual(
            id: "bilangan bulat \(range.lowerBound) sampai \(range.upperBound)",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        return parsed(name, as: what) { text in Int64(text).flatMap { range.contains($0) ? $0 : nil } }
    }

    func flag(_ name: String) -> Bool {
        parsed(name, as: Bilingual(id: "true atau false", en: "true or false")) { Bool($0) } ?? false
    }

    /// How many items, 1 to 200.
    func limit(default usual: Int = 50) -> Int {
        parsed("limit", as: Bilingual(id: "bilangan 1 sampai 200", en: "a number from 1 to 200")) { text in
            Int(text).flatMap { (1...200).contains($0) ? $0 : nil }
        } ?? usual
    }

    /// How many rows of a page's table stand on the pages before.
    func start(of table: String) -> Int { integer(table, in: 0...1_000_000).map { Int($0) } ?? 0 }

    /// `region` and `program`; region 00 is the whole nation.
    func scope() -> Scope {
        let region = text("region")
        return Scope(region: region == "00" ? nil : region, programme: choice("program"))
    }

    /// - Throws: `DocumentError` for wrong values and for parameters that mean nothing here.
    func finish() throws {
        reader.finish()
        try problems.check()
    }
}

extension Request {
    /// The address of the same page with one parameter changed; what was left empty is left out.
    func address(_ name: String, _ value: String) -> String {
        let others = (uri.query ?? "").split(separator: "&").filter { !$0.hasPrefix(name + "=") && !$0.hasSuffix("=") }
        return uri.path + "?" + (others.map(String.init) + ["\(name)=\(value.asQueryValue)"]).joined(separator: "&")
    }
}

extension Bilingual {
    static let place = Bilingual(id: "tempat dalam daftar", en: "a place in the list")
    static let day = Bilingual(id: "tanggal seperti 2026-12-31", en: "a date such as 2026-12-31")
    static let month = Bilingual(id: "bulan seperti 2026-12", en: "a month such as 2026-12")
    static let instant = Bilingual(
        id: "saat seperti 2026-12-31T08:00:00+07:00", en: "a moment such as 2026-12-31T08:00:00+07:00")
}

extension String {
    /// As the value of a parameter in an address (RFC 3986, 2.3: unreserved characters stand for themselves).
    var asQueryValue: String {
        addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._~"))) ?? ""
    }
}
