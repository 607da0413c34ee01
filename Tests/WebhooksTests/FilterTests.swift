import Agreements
import Calendars
import Documents
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// Which events an endpoint is told, and why not the others.
@Suite struct FilterTests {
    private static func verdict(
        _ filter: EndpointFilter, _ event: Event = Samples.event(), kind: AgreementKind? = .pks
    ) throws -> CompiledFilter.Verdict {
        try CompiledFilter(filter).verdict(of: event, kind: kind)
    }

    private static func problems(_ filter: EndpointFilter) -> [Problem] {
        do throws(DocumentError) {
            _ = try CompiledFilter(filter, at: Place(pointer: "/filter"))
            return []
        } catch {
            return error.problems
        }
    }

    @Test(
        arguments: [
            (["*"], [], "53.71", nil), (["note.added"], [], "53.71", nil), (["note.*"], [], "53.71", nil),
            (["agreement.*"], [], "53.71", "type"), ([], [], "53.71", "type"),
            (["bill.*", "note.added"], [], "53.71", nil), (["*"], ["00"], "53.71", nil),
            (["*"], ["53"], "53.71", nil), (["*"], ["53.71"], "53.71", nil), (["*"], ["17", "53"], "53.71", nil),
            (["*"], ["17"], "53.71", "region"), (["*"], ["5"], "53.71", "region"),
            (["*"], ["53.7"], "53.71", "region"), (["*"], ["53.71"], "53", "region"), (["*"], ["53"], nil, "region"),
            (["*"], ["00"], nil, nil), (["*"], [], nil, nil), (["bill.*"], ["53"], "53.71", "type"),
        ] as [([String], [String], String?, String?)])
    func `a type or family and a region must both fit`(
        _ events: [String], _ regions: [String], _ region: String?, _ reason: String?
    ) throws {
        let filter = EndpointFilter(events: events, regions: regions)
        let expected = reason.map { CompiledFilter.Verdict.unwanted(reason: $0) } ?? .wanted
        #expect(try FilterTests.verdict(filter, Samples.event(region: region)) == expected)
    }

    @Test(
        arguments: [
            ([], .pks, true), ([.pks], .pks, true), ([.addendum, .pks], .pks, true), ([.addendum], .pks, false),
            ([.addendum], nil, true), ([], nil, true),
        ] as [([AgreementKind], AgreementKind?, Bool)])
    func `papers of other kinds are left out, what is about no paper passes`(
        _ kinds: [AgreementKind], _ kind: AgreementKind?, _ isWanted: Bool
    ) throws {
        #expect(
            try FilterTests.verdict(EndpointFilter(kinds: kinds), kind: kind)
                == (isWanted ? .wanted : .unwanted(reason: "kind")))
    }

    @Test(
        arguments: [
            ("true", nil), ("false", "false"), ("type == 'note.added'", nil), ("type.startsWith('bill.')", "false"),
            ("region == '53.71' && ref == 'kota-kupang-2019'", nil), ("kind == 'pks'", nil), ("seq >= 9", nil),
            ("seq > 9", "false"), ("actor.role == 'coordinator' && actor.name == 'Ani'", nil),
            ("effective_on == timestamp('2024-10-04T00:00:00Z')", nil), ("effective_on == date('2024-10-04')", nil),
            ("effective_on < date('2024-10-04')", "false"),
            ("timestamp == timestamp('2027-01-15T08:00:00.123Z')", nil), ("timestamp.getFullYear() == 2027", nil),
            ("data.text == 'a/b' && data.kind == 'comment'", nil), ("data.agreement_id == 'agr_1'", nil),
            ("data.actor.name == actor.name && data.seq == seq", nil),
            ("data.effective_on == '2024-10-04' && date(data.effective_on) == effective_on", nil),
            ("has(data.amount)", "false"), ("!has(data.amount) || data.amount > 5", nil),
            ("data.amount > 5", "no such field 'amount'"), ("data.text", "string is no bool"),
            ("data.seq / (seq - 9) == 1", "division by zero"),
            ("['a/b', 'c'].exists(x, x == data.text)", nil),
            (
                "[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c, [1,2,3,4,5,6,7,8,9]"
                    + ".all(d, a + b + c + d > 0))))", "it takes too many steps to evaluate"
            ),
        ] as [(String, String?)])
    func `a condition sees the event, and what fails is not wanted`(_ condition: String, _ reason: String?) throws {
        let verdict = try FilterTests.verdict(EndpointFilter(condition: condition))
        guard let reason else {
            #expect(verdict == .wanted)
            return
        }
        #expect(verdict == .unwanted(reason: "condition: \(reason)"))
    }

    @Test func `what an event does not have is an empty text`() throws {
        let event = Samples.event(.calendar, data: .holidaysMissing(MissingHolidays(year: 2027)), ref: nil, region: nil)
        let filter = EndpointFilter(condition: "ref == '' && region == '' && kind == '' && data.year == 2027")
        #expect(try FilterTests.verdict(filter, event, kind: nil) == .wanted)
    }

    @Test func `a condition can be asked of every type of event`() throws {
        let filter = try CompiledFilter(EndpointFilter(condition: "data.seq == seq && data.actor.name == 'Ani'"))
        for data in Samples.everything(saying: "\"\\\u{0}€😀") {
            #expect(filter.verdict(of: Samples.event(data: data), kind: .pks) == .wanted, "\(data.type)")
        }
    }

    @Test(
        arguments: [
            (["note.add"], "note.added"), (["note"], nil), (["not.*"], "note.*"), (["bil.*"], "bill.*"),
            (["agreement.exipring"], "agreement.expiring"), (["*.added"], nil), ([""], nil), (["**"], "*"),
            ([String(repeating: "x", count: 5_000)], nil),
        ] as [([String], String?)])
    func `an unknown type is refused at its place, with what was meant`(_ events: [String], _ meant: String?) {
        let problems = FilterTests.problems(EndpointFilter(events: ["*"] + events))
        #expect(problems.map(\.place.pointer) == ["/filter/events/1"])
        if meant != "*" { #expect(problems.first?.suggestion == meant) }
        #expect(problems.allSatisfy { $0.message.en.utf8.count < 200 })
    }

    @Test(
        arguments: [
            ("type ==", "line 1, column 8: "), ("type == 'a' &&\n  colour == 'b'", "line 2, column 3: "),
            ("seq", "line 1, column 1: "), ("'a'", "line 1, column 1: "), ("typ == 'a'", "did you mean 'type'?"),
            ("seq == 'a'", "line 1, column 1: "), ("kind.foo == 1", "line 1, column "), ("", "line 1, column 1: "),
            ("1.0", "line 1, column 1: "), (String(repeating: "(", count: 300), "line 1, column "),
            (String(repeating: " ", count: 5_000) + "true", "4096"), ("today == seq", "line 1, column 1: "),
        ] as [(String, String)])
    func `a condition that cannot be asked is refused, with the position`(_ condition: String, _ says: String) {
        let problems = FilterTests.problems(EndpointFilter(condition: condition))
        #expect(problems.map(\.place.pointer) == ["/filter/condition"])
        #expect(problems.first?.message.en.contains(says) == true, "\(problems.map(\.message.en))")
    }

    @Test func `all that is wrong is told at once`() {
        let problems = FilterTests.problems(EndpointFilter(events: ["a", "note.*", "b"], condition: "c"))
        #expect(problems.map(\.place.pointer) == ["/filter/events/0", "/filter/events/2", "/filter/condition"])
    }

    /// Each question answered in the plainest way, one after the other.
    private static func reference(
        _ filter: EndpointFilter, _ event: Event, _ kind: AgreementKind?, _ condition: Condition?
    ) -> CompiledFilter.Verdict {
        let family = event.type.rawValue.split(separator: ".")[0]
        var hears = false
        for pattern in filter.events where pattern == "*" || pattern == event.type.rawValue || pattern == "\(family).*"
        {
            hears = true
        }
        if !hears { return .unwanted(reason: "type") }
        var isInside = filter.regions.isEmpty
        for scope in filter.regions {
            let code = event.region ?? "00"
            if scope == "00" || scope == code || scope.count == 2 && code.count > 2 && code.prefix(2) == scope {
                isInside = true
            }
        }
        if !isInside { return .unwanted(reason: "region") }
        if let kind, !filter.kinds.isEmpty, !filter.kinds.contains(kind) { return .unwanted(reason: "kind") }
        if let condition, !condition.holds(event, kind) { return .unwanted(reason: "condition: false") }
        return .wanted
    }

    private struct Condition {
        let text: String
        let holds: (Event, AgreementKind?) -> Bool
    }

    @Test(arguments: 0..<20) func `filters judge as the plainest reading does`(_ seed: UInt64) throws {
        var random = SeededRandom(seed)
        let everything = Samples.everything(saying: random.text())
        let patterns = ["*", "note.*", "bill.*", "agreement.*", "uhc.*"] + EventType.allCases.map(\.rawValue)
        let regions = ["00", "53", "53.71", "17", "31.71"]
        let conditions: [Condition?] = [
            nil, nil, Condition(text: "seq % 2 == 0") { event, _ in event.seq.isMultiple(of: 2) },
            Condition(text: "kind == 'pks' || region == ''") { $1 == .pks || $0.region == nil },
            Condition(text: "type.endsWith('ed') && ref != ''") { event, _ in
                event.type.rawValue.hasSuffix("ed") && event.ref != nil
            },
        ]
        var wanted = 0
        for _ in 0..<40 {
            let condition = conditions.randomElement(using: &random) ?? nil
            func some<Element>(_ all: [Element], _ counts: ClosedRange<Int>) -> [Element] {
                (0..<Int.random(in: counts, using: &random)).compactMap { _ in all.randomElement(using: &random) }
            }
            let filter = EndpointFilter(
                events: some(patterns, 0...6), regions: some(regions, 0...2),
                kinds: some(AgreementKind.allCases, 0...2),
                condition: condition?.text)
            let compiled = try CompiledFilter(filter)
            for data in everything {
                let event = Samples.event(
                    data: data, seq: Int64.random(in: 1...9, using: &random),
                    ref: Bool.random(using: &random) ? "r" : nil,
                    region: (regions + [nil]).randomElement(using: &random)!)
                let kind = (AgreementKind.allCases + [nil]).randomElement(using: &random)!
                let verdict = compiled.verdict(of: event, kind: kind)
                #expect(verdict == FilterTests.reference(filter, event, kind, condition))
                if verdict == .wanted { wanted += 1 }
            }
        }
        #expect(wanted > 20, "the filters are not so narrow that nothing is tested")
    }
}
