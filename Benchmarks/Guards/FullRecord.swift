import Agreements
import Calendars
import Documents
import Expressions
import Foundation
import Workflows

/// A record in which nothing is missing: a year's bills, both budgets, every field of its workflow.
enum FullRecord {
    static func facts(of workflow: Workflow) throws -> Facts {
        let today = Day("2026-11-02") ?? Day(number: 0)
        let at = Zone.wita.instant(of: today)
        let months = (1...12).map { Month(year: 2026, month: $0) }
        let state = workflow.states.first?.id ?? ""
        let agreement = Agreement(
            id: .init(rawValue: "agr_1"), ref: "kota-kupang-2026",
            workflow: .init(id: workflow.id, structure: workflow.structureHash), kind: workflow.kinds.first ?? .pks,
            programme: workflow.programmes.first ?? .jkn, title: "PKS", region: "53.71",
            parties: [("pemkot", Party.Side.localGovernment, "Wali Kota Kupang"), ("bpjs", .bpjs, "Kepala Cabang")].map
            {
                Party(
                    key: $0, name: $0, side: $1, required: true, signatory: Signatory(name: "N", office: $2),
                    number: "1/PKS/2026", signature: Signature(signedOn: today, method: .wet))
            }, witnesses: [], validFrom: months.first?.first, validUntil: months.last?.last,
            parent: .init(rawValue: "agr_0"), renews: nil, source: nil, state: state, phase: .active,
            entered: .init(on: today, at: at, by: .system), moves: [],
            fields: .init(workflow.fields.map { ($0.name, [Figure(value: value(of: $0.kind))]) }) { first, _ in first },
            funding: [.apbdII, .pajakRokok].map {
                FundingLine(source: $0, fiscalYear: 2026, amount: 10_000_000_000, stage: .dpa)
            },
            members: months.map { MemberCount(segment: .pbpuBPPemda, from: $0, until: $0, count: 19_000) },
            bills: months.map {
                Bill(month: $0, amount: 718_200_000, dueOn: $0.first + 9, stage: "issued", paid: 718_200_000)
            },
            documents: ["final_draft", "review_minutes", "terms_of_reference", "signed_copy"].map {
                Document(kind: $0, title: $0)
            }, notes: [], version: 1, createdAt: at, updatedAt: at)
        return Facts(
            agreement: agreement, part: workflow.attached == nil ? nil : agreement.parts.first, today: today,
            calendar: WorkingCalendar(holidays: Holidays()),
            rates: try Rates(csv: String(contentsOfFile: "Config/rates.csv", encoding: .utf8)))
    }

    private static func value(of kind: Workflow.Field.Kind) -> FieldValue {
        switch kind {
        case .text: .text("PKS")
        case .integer, .rupiah: .integer(19_000)
        case .decimal: .decimal(98.5)
        case .boolean: .bool(true)
        case .date: .text("2026-12-31")
        }
    }

    // MARK: Expressions

    static let expressions = [
        "people_target >= 1 && agreed",
        "needed <= available && today < valid_until",
        "documents.exists(d, d == 'signed_copy') && parties.all(p, p.signed && p.number != '')",
    ]

    /// A workflow that asks each of the expressions.
    static func asking() throws -> Workflow {
        let when = expressions.map { "      - { cel: \"\($0)\", say: { id: Belum, en: Not yet } }\n" }.joined()
        let text = """
            workflow: asking
            format: 1
            version: "1"
            title: { id: Tanya, en: Asking }
            kinds: [pks]
            programmes: [jkn]
            initial: open
            fields:
              people_target: { type: integer, label: { id: Orang, en: People } }
              agreed: { type: boolean, label: { id: Setuju, en: Agreed } }
            states:
              open: { phase: draft, label: { id: Buka, en: Open }, waiting_on: [legal] }
              done: { phase: closed, final: true, label: { id: Selesai, en: Done } }
            transitions:
              finish:
                label: { id: Selesaikan, en: Finish }
                from: open
                to: done
                by: [legal]
                when:

            """
        return try Workflow(yaml: text + when, file: "asking.yaml")
    }

    static let types: [String: ValueType] = [
        "people_target": .int, "agreed": .bool, "needed": .int, "available": .int, "today": .timestamp,
        "valid_until": .timestamp, "documents": .list(.string), "parties": .list(.map(.string, .dyn)),
    ]
}
