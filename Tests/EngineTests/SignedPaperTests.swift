import Agreements
import Calendars
import Documents
import Engine
import Testing

/// What has been signed stays as it was signed, and nobody speaks for the other side.
@Suite struct SignedPaperTests {
    private static let day = Day("2026-11-01")!

    private func sign(_ party: String, _ stage: Stage, _ agreement: Agreement, as role: Role) async throws -> Agreement
    {
        try await stage.submit(.sign(SigningAct(party: party, signedOn: Self.day, method: .wet)), agreement, as: role)
    }

    @Test func `title and term are changed by an addendum once all have signed`() async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        var amendment = Amendment()
        amendment.title = "Judul sebelum tanda tangan"
        _ = try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        _ = try await sign("pemkot", stage, agreement, as: .coordinator)
        let signed = try await sign("bpjs", stage, agreement, as: .coordinator)
        #expect(signed.isFullySigned)
        amendment.title = "Judul lain"
        amendment.validUntil = Day("2030-12-31")
        let refusal = await #expect(throws: EngineError.self) {
            try await stage.submit(.amend(amendment), agreement, as: .coordinator)
        }
        guard case .invalid(let problems) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(problems.map(\.place.pointer) == ["/title", "/valid_until"])
        // An admin mends what was entered wrongly.
        let mended = try await stage.submit(.amend(amendment), agreement, as: .admin)
        #expect(mended.title == "Judul lain")
    }

    @Test(arguments: [
        ("pemkot", Role.bpjsHead, false), ("bpjs", .bpjsHead, true), ("bpjs", .regionHead, false),
        ("bpjs", .unitHead, false), ("pemkot", .regionHead, true), ("pemkot", .unitHead, true),
        ("pemkot", .coordinator, true), ("bpjs", .coordinator, true),
    ]) func `no side records the signature of the other`(party: String, role: Role, may: Bool) async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        guard may else {
            await #expect(throws: EngineError.self) { try await sign(party, stage, agreement, as: role) }
            return
        }
        #expect(
            try await sign(party, stage, agreement, as: role).parties.contains {
                $0.key == party && $0.signature != nil
            })
    }

    @Test(arguments: [
        (Role.finance, "budget_short", true), (.legal, "budget_short", false), (.bpjsHead, "bill_heads_mismatch", true),
        (.bpjsHead, "authority_missing", false), (.legal, "authority_missing", true),
        (.secretary, "authority_missing", true),
        (.unitHead, "counts_disagree", true), (.unitHead, "budget_short", false), (.coordinator, "budget_short", true),
    ]) func `a finding is explained by whose it is`(role: Role, code: String, may: Bool) {
        let finding = Finding(code: code, say: .init(id: "", en: ""))
        #expect(finding.mayBeResolved(by: role) == may)
    }

    @Test(arguments: [(Role.finance, false), (.legal, true), (.unitPIC, true), (.bpjsHead, false)])
    func `the paper itself is written by those who draft it`(role: Role, may: Bool) async throws {
        let stage = try await Stage()
        let agreement = try await stage.readyToSign()
        var amendment = Amendment()
        amendment.title = "Judul lain"
        let refused = amendment
        guard may else {
            await #expect(throws: EngineError.self) { try await stage.submit(.amend(refused), agreement, as: role) }
            return
        }
        #expect(try await stage.submit(.amend(amendment), agreement, as: role).title == "Judul lain")
    }
}
