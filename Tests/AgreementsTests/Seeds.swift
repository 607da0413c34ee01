import Agreements
import Calendars
import Documents
import Testing

/// The five real agreements that the project ships, as records: what their files say of the paper, with its signatures.
enum Seeds {
    static func agreement(_ name: String) throws -> Agreement {
        let file = try Node(yaml: try Records.file("seeds/\(name).yaml"), file: "\(name).yaml").json
        let paper = try #require(file["agreement"])
        var agreement = Records.agreement {
            $0.ref = name
            $0.title = paper["title"]?.text ?? ""
            $0.region = paper["region"]?.text ?? ""
            $0.kind = AgreementKind(rawValue: paper["kind"]?.text ?? "") ?? .pks
            $0.programme = Programme(rawValue: paper["program"]?.text ?? "") ?? .jkn
            $0.validFrom = paper["valid_from"]?.text.flatMap { Day($0) }
            $0.validUntil = paper["valid_until"]?.text.flatMap { Day($0) }
        }
        agreement.parties = try decode(paper["parties"])
        agreement.witnesses = try decode(paper["witnesses"])
        for (name, value) in paper["fields"]?.object ?? [:] {
            let figure: JSON = value.object == nil ? ["value": value] : value
            agreement.fields[name] = [try CanonicalJSON.decode(Figure.self, from: CanonicalJSON.encode(figure))]
        }
        agreement.funding = try decode(file["funding"])
        agreement.members = try decode(file["members"])
        agreement.documents = try decode(file["documents"])
        agreement.notes = try decode(file["notes"])
        for step in file["walk"]?.list ?? [] {
            guard let party = step["sign"]?.text else { continue }
            let index = try #require(agreement.parties.firstIndex { $0.key == party })
            let day = try #require(step["signed_on"]?.text.flatMap { Day($0) })
            agreement.parties[index].signature = Signature(signedOn: day, method: .wet)
        }
        return agreement
    }

    private static func decode<Item: Decodable>(_ list: JSON?) throws -> [Item] {
        try CanonicalJSON.decode([Item].self, from: CanonicalJSON.encode(list ?? []))
    }
}

@Suite struct `The five real agreements` {
    @Test(arguments: [
        ("kab-konawe-2018", ["sum_of_parts", "programme_words_mismatch", "members_without_paper"]),
        ("kab-kupang-2021", ["members_without_paper", "budget_short:2021", "months_not_whole:2021"]),
        (
            "kota-kupang-2019",
            [
                "retroactive_term", "registered_claim_low", "authority_missing:pemkot",
                "signatory_other_level:Muhammad Anshor", "budget_surplus:2019", "months_not_whole:2019",
            ]
        ),
        (
            "kota-malang-2018",
            [
                "kind_words_mismatch", "coverage_gap", "authority_missing:disnaker", "authority_missing:dpmptsp",
                "authority_missing:dinkopum", "authority_missing:pemkot",
            ]
        ),
        ("prov-bengkulu-2022", ["kind_words_mismatch", "coverage_below_target"]),
    ])
    func `show what does not add up in them, and nothing else`(name: String, keys: [String]) throws {
        let findings = try Records.findings(Seeds.agreement(name))
        #expect(findings.map(\.key) == keys)
        for finding in findings {
            #expect(!finding.say.id.isEmpty && !finding.say.en.isEmpty && finding.say.id != finding.say.en)
            // What was told about is compared with what is told next.
            #expect(try CanonicalJSON.decode(Finding.self, from: CanonicalJSON.encode(finding)) == finding)
        }
    }

    @Test(arguments: [
        ("kab-kupang-2021", "months_not_whole", "months_carried", JSON.number(11.28)),
        ("kab-kupang-2021", "budget_short", "people_carried", 17_857),
        ("kab-kupang-2021", "budget_short", "shortfall", 518_400_000),
        ("kota-kupang-2019", "months_not_whole", "months_carried", .number(17.39)),
        ("kota-kupang-2019", "budget_surplus", "people_carried", 7_246),
        ("kota-kupang-2019", "retroactive_term", "days", 28),
        ("kota-kupang-2019", "signatory_other_level", "level", "province"),
        ("kota-malang-2018", "coverage_gap", "percent", .number(70.03)),
        ("kota-malang-2018", "coverage_gap", "unregistered", 270_657),
        ("prov-bengkulu-2022", "coverage_below_target", "missing", 353_295),
        ("prov-bengkulu-2022", "coverage_below_target", "wanted", 1_992_112),
        ("kab-konawe-2018", "sum_of_parts", "unexplained", 1_540),
    ])
    func `show it with the figures`(name: String, code: String, number: String, value: JSON) throws {
        #expect(try Records.finding(code, in: Seeds.agreement(name))?.numbers[number] == value)
    }
}
