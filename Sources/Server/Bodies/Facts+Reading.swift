import Agreements
import Calendars
import Documents
import Engine
import Workflows

extension SigningAct {
    init?(_ map: MapReader, _ problems: Problems) {
        let party = map.text("party")
        let signedOn = map.required("signed_on").flatMap { problems.day($0) }
        let number = map.optionalText("number")
        let method: Signature.Method = map.optionalChoice("method") ?? .wet
        guard let party, let signedOn else { return nil }
        self.init(party: party, signedOn: signedOn, number: number, method: method)
    }
}

extension FundingLine {
    init?(_ map: MapReader, _ problems: Problems) {
        let source: FundingSource? = map.choice("source")
        let year = map.integer("fiscal_year", in: 2000...2100, problems)
        let amount = map.rupiah("amount", problems)
        let stage: FundingStage? = map.choice("stage")
        let reference = map.optionalText("reference")
        guard let source, let year, let amount, let stage else { return nil }
        self.init(source: source, fiscalYear: Int(year), amount: amount, stage: stage, reference: reference)
    }
}

extension MemberCount {
    init?(_ map: MapReader, _ problems: Problems) {
        let segment: Segment? = map.choice("segment")
        let from = map.required("from").flatMap { problems.month($0) }
        let until = map.required("until").flatMap { problems.month($0) }
        let count = map.heads("count", problems)
        let source = map.optionalText("source")
        let asOf = map.optional("as_of").flatMap { problems.day($0) }
        let wage = map.optional("wage") != nil ? map.rupiah("wage", problems) : nil
        guard let segment, let from, let until, let count else { return nil }
        if until < from || until - from > 120, let node = map.optional("until") {
            problems.report(
                node.place,
                Bilingual(id: "harus sesudah from, paling lama 10 tahun", en: "must follow from, by ten years at most"))
        }
        self.init(
            segment: segment, from: from, until: until, count: count, source: source, asOf: asOf, wage: wage)
    }
}

extension NewBill {
    init?(_ map: MapReader, _ problems: Problems) {
        let month = map.required("month").flatMap { problems.month($0) }
        let amount = map.rupiah("amount", problems)
        let heads = map.optional("heads") != nil ? map.heads("heads", problems) : nil
        let reference = map.optionalText("reference")
        let stage = map.optionalText("stage")
        let paid = map.optional("paid") != nil ? map.rupiah("paid", problems) : 0
        guard let month, let amount, let paid else { return nil }
        self.init(month: month, amount: amount, heads: heads, reference: reference, stage: stage, paid: paid)
    }
}

extension MemberChange {
    init?(_ map: MapReader, _ problems: Problems) {
        let segment: Segment? = map.choice("segment")
        let month = map.required("month").flatMap { problems.month($0) }
        var heads: [Reason: Int64] = [:]
        for reason in Reason.allCases where map.optional(reason.rawValue) != nil {
            heads[reason] = map.heads(reason.rawValue, problems)
        }
        let source = map.optionalText("source")
        let asOf = map.optional("as_of").flatMap { problems.day($0) }
        if heads.isEmpty {
            let reasons = Reason.allCases.map(\.rawValue).joined(separator: ", ")
            problems.report(
                map.node.place,
                Bilingual(id: "isi sedikitnya satu dari \(reasons)", en: "give at least one of \(reasons)"))
        }
        guard let segment, let month else { return nil }
        self.init(segment: segment, month: month, heads: heads, source: source, asOf: asOf)
    }
}

extension BudgetRevision {
    init?(_ map: MapReader, _ problems: Problems) {
        let kind: Kind? = map.choice("kind")
        let amount = map.rupiah("amount", problems)
        let effectiveOn = map.required("effective_on").flatMap { problems.day($0) }
        let reference = map.optionalText("reference")
        guard let kind, let amount, let effectiveOn else { return nil }
        self.init(kind: kind, amount: amount, effectiveOn: effectiveOn, reference: reference)
    }
}

extension Payment {
    init?(_ map: MapReader, _ problems: Problems) {
        let amount = map.rupiah("amount", from: 1, problems)
        let paidOn = map.required("paid_on").flatMap { problems.day($0) }
        let reference = map.optionalText("reference")
        guard let amount, let paidOn else { return nil }
        self.init(amount: amount, paidOn: paidOn, reference: reference)
    }
}

extension Document {
    init?(_ map: MapReader, _ problems: Problems) {
        let kind = map.text("kind", max: 60, problems)
        let title = map.text("title", max: 500, problems)
        let dated = map.optional("dated").flatMap { problems.day($0) }
        let reference = map.optionalText("reference")
        let note = map.optionalText("note")
        let sha256 = map.optional("sha256").flatMap {
            problems.parsed($0, as: Bilingual(id: "SHA-256 dalam heksadesimal", en: "a SHA-256 in hexadecimal")) {
                text in
                text.count == 64 && text.allSatisfy { $0.isASCII && $0.isHexDigit } ? text.lowercased() : nil
            }
        }
        guard let kind, let title else { return nil }
        self.init(kind: kind, title: title, dated: dated, reference: reference, sha256: sha256, note: note)
    }
}

extension Note {
    init?(_ map: MapReader, _ problems: Problems) {
        let kind: Kind = map.optionalChoice("kind") ?? .comment
        guard let text = map.text("text", max: 4_000, problems) else { return nil }
        self.init(kind: kind, text: text)
    }
}

extension CoverageFact {
    init?(_ map: MapReader, _ problems: Problems) {
        let what = Bilingual(id: "tanggal, bulan atau tahun", en: "a date, a month or a year")
        let asOf = map.required("as_of").flatMap {
            problems.parsed($0, as: what) { text in
                Day(text) != nil || Month(text) != nil || Month(text + "-01") != nil ? text : nil
            }
        }
        let percent = map.optionalNumber("percent")
        if let percent, Percent(percent) == nil, let node = map.optional("percent") {
            problems.report(node.place, Bilingual(id: "harus 0 sampai 100000", en: "must be 0 to 100000"))
        }
        let registered = map.optional("registered") != nil ? map.heads("registered", problems) : nil
        let active = map.optional("active") != nil ? map.heads("active", problems) : nil
        let residents = map.optional("residents") != nil ? map.heads("residents", problems) : nil
        let scheme: Scheme? = map.optionalChoice("scheme")
        let source = map.optionalText("source")
        if percent == nil, registered == nil, active == nil, residents == nil, scheme == nil {
            problems.report(
                map.node.place,
                Bilingual(
                    id: "isi sedikitnya satu dari percent, registered, active, residents, scheme",
                    en: "give at least one of percent, registered, active, residents, scheme"))
        }
        guard let asOf else { return nil }
        self.init(
            asOf: asOf, percent: percent, registered: registered, active: active, residents: residents,
            scheme: scheme, source: source)
    }
}
