import Documents
import Foundation
import Testing

extension Processes {
    /// One agreement from draft to in force, by the command line and the hands of those whose work it is, with another
    /// system listening.
    @Suite struct JourneyTests {
        private static let roles = [
            "coordinator", "unit_pic", "legal", "tkksd", "secretary", "finance", "unit_head", "bpjs_head",
        ]

        @Test func `a paper comes into force step by step, and another system hears of each in order`() async throws {
            let daemon = try await Daemon()
            let admin = try await daemon.token("admin")
            let receiver = try await Receiver(of: daemon, token: admin, events: ["*"])
            var tokens: [String: String] = [:]
            for role in JourneyTests.roles { tokens[role] = try await daemon.token(role) }
            let client = Client(address: daemon.address, token: admin)
            try await Journey(daemon: daemon, client: client, tokens: tokens).take()
            let agreement = await client.send("GET", "/v1/agreements/jkn").body
            #expect(agreement["state"]?.text == "in-force")
            #expect(agreement["phase"]?.text == "active")
            let history = await client.send("GET", "/v1/agreements/jkn/events?limit=200").body["items"]?.list ?? []
            let arrived = try await eventually("every step has arrived") {
                receiver.arrivals.count >= history.count ? receiver.arrivals : nil
            }
            #expect(receiver.refused == [])
            #expect(arrived.map(\.agreementSeq) == Array(1...Int64(history.count)))
            #expect(arrived.map(\.id) == history.compactMap { $0["id"]?.text })
            #expect(arrived.map(\.type) == history.compactMap { $0["type"]?.text })
            #expect(try await daemon.verify().status == 0)
        }
    }
}

/// The way of a yearly agreement, as `pksctl` takes it.
private struct Journey {
    let daemon: Daemon
    let client: Client
    let tokens: [String: String]

    /// Where Kupang lies it may be tomorrow already.
    private let today = Date(timeIntervalSinceNow: 8 * 3_600).formatted(.iso8601.year().month().day())
    private var year: String { String(today.prefix(4)) }

    @discardableResult
    private func by(_ role: String, _ verb: String, _ arguments: String..., status: Int32 = 0) async throws -> String {
        let result = try await Programs.pksctl(
            ["agreements", verb] + arguments,
            ["PKSCTL_SERVER": daemon.address, "PKSCTL_TOKEN": tokens[role] ?? "", "PKSCTL_LANG": "en"])
        try #require(result.status == status, "\(role) \(verb) \(arguments): \(result.output)\(result.errors)")
        return result.errors
    }

    private func document(_ kind: String, by role: String) async throws {
        try await by(role, "document", "jkn", "--kind", kind, "--title", "Naskah \(kind)", "--dated", today)
    }

    private func fund(_ stage: String) async throws {
        try await by(
            "finance", "fund", "jkn", "--source", "apbd_ii", "--year", year, "--amount", "500.000.000", "--stage",
            stage,
            "--reference", "Rekening 1.02")
    }

    private func expectState(_ state: String) async throws {
        try #require(await client.send("GET", "/v1/agreements/jkn").body["state"]?.text == state)
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = daemon.directory + "/" + name
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    func take() async throws {
        try await by("coordinator", "create", try file("paper.yaml", paper))

        // What is missing is said, with the one who has to see to it, and nothing moves.
        let missing = try await by("unit_pic", "advance", "jkn", "submit", status: 1).split(separator: "\n").last ?? ""
        #expect(missing.contains("The terms of reference are not attached") && missing.hasSuffix("(unit_pic)"))
        try await expectState("initiated")
        try await document("terms_of_reference", by: "unit_pic")
        try await by("unit_pic", "advance", "jkn", "submit")

        // It is TKKSD's to find it workable, nobody else's.
        try await document("review_minutes", by: "tkksd")
        try await by("unit_pic", "advance", "jkn", "find-workable", status: 1)
        try await by("tkksd", "advance", "jkn", "find-workable")

        try await by(
            "unit_pic", "members", "jkn", "--segment", "pbpu_bp_pemda", "--from", "\(year)-01", "--until", "\(year)-12",
            "--count", "1000", "--source", "SK peserta")
        try await fund("rka")
        try await by(
            "coordinator", "amend", "jkn", try file("consent.yaml", "fields: { needs_council_consent: false }\n"))
        try await document("final_draft", by: "legal")
        try await by("coordinator", "advance", "jkn", "finalise")
        try await by("secretary", "advance", "jkn", "finish-initials")
        try await expectState("ready-to-sign")

        try await by("unit_head", "sign", "jkn", "pemkot", "--on", today, "--number", "12/PKS/\(year)")
        try await expectState("partly-signed")
        try await by("bpjs_head", "sign", "jkn", "bpjs", "--on", today, "--number", "7/KTR/\(year)")
        try await expectState("signed")

        try await document("signed_copy", by: "coordinator")
        try await document("member_decree", by: "unit_pic")
        try await by("coordinator", "advance", "jkn", "register")
        try await expectState("funding")
        try await fund("apbd")
        try await expectState("funding")
        try await fund("dpa")
    }

    private var paper: String {
        """
        ref: jkn
        workflow: jkn-pd-pemda
        kind: pks
        program: jkn
        title: PKS kepesertaan JKN warga Kota Kupang \(year)
        region: "53.71"
        valid_from: "\(year)-01-01"
        valid_until: "\(year)-12-31"
        fields: { subject: Kepesertaan JKN, people_target: 1000 }
        parties:
          - key: pemkot
            name: Pemerintah Kota Kupang
            side: local_government
            required: true
            signatory:
              name: dr. Retno
              office: Kepala Dinas Kesehatan
              authority: { document: Surat kuasa Wali Kota, number: 180/12/\(year), date: "\(year)-01-01" }
          - key: bpjs
            name: BPJS Kesehatan Cabang Kupang
            side: bpjs
            required: true
            signatory: { name: dr. Fauzi, office: Kepala Cabang Kupang }
        """
    }
}
