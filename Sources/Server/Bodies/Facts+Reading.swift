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
        let amount = map.integer("amount", in: 0...1_000_000_000_000_000, problems)
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
        let count = map.integer("count", in: 0...1_000_000_000, problems)
        let source = map.optionalText("source")
        guard let segment, let from, let until, let count else { return nil }
        if until < from || until - from > 120, let node = map.optional("until") {
            problems.report(
                node.place,
                Bilingual(id: "harus sesudah from, paling lama 10 tahun", en: "must follow from, by ten years at most"))
        }
        self.init(segment: segment, from: from, until: until, count: count, source: source)
    }
}

extension NewBill {
    init?(_ map: MapReader, _ problems: Problems) {
        let month = map.required("month").flatMap { problems.month($0) }
        let amount = map.integer("amount", in: 0...1_000_000_000_000_000, problems)
        let heads = map.optional("heads") == nil ? nil : map.integer("heads", in: 0...1_000_000_000, problems)
        let reference = map.optionalText("reference")
        guard let month, let amount else { return nil }
        self.init(month: month, amount: amount, heads: heads, reference: reference)
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
        let registered = map.optionalInteger("registered")
        let active = map.optionalInteger("active")
        let residents = map.optionalInteger("residents")
        let source = map.optionalText("source")
        if percent == nil, registered == nil, active == nil, residents == nil {
            problems.report(
                map.node.place,
                Bilingual(
                    id: "isi sedikitnya satu dari percent, registered, active, residents",
                    en: "give at least one of percent, registered, active, residents"))
        }
        guard let asOf else { return nil }
        self.init(
            asOf: asOf, percent: percent, registered: registered, active: active, residents: residents, source: source)
    }
}

extension EndpointWish {
    init(_ map: MapReader, _ problems: Problems, isNew: Bool) {
        self.init(
            url: isNew ? map.text("url", max: 2_000, problems) : map.optionalText("url"),
            events: map.optional("events").map { _ in map.list("events").compactMap { problems.text($0) } },
            format: map.optionalText("format"),
            allow: map.optional("allow").map { _ in map.list("allow").compactMap { problems.text($0) } },
            enabled: map.optionalBool("enabled"))
    }
}
