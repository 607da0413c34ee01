import ArgumentParser
import Calendars
import Documents

struct AgreementCreate: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Enter a new agreement from a file.",
        discussion: """
            The file is JSON or YAML (`-` reads standard input); every error is told with its line. At the least:

              ref: kota-kupang-2027
              workflow: jkn-pd-pemda            one of `pksctl workflow list`
              kind: pks
              program: jkn
              title: PKS kepesertaan JKN warga Kota Kupang 2027
              region: "53.71"
              parties:
                - key: pemkot
                  name: Pemerintah Kota Kupang
                  side: local_government          or bpjs, or other
                  required: true
                - key: bpjs
                  name: BPJS Kesehatan Cabang Kupang
                  side: bpjs
                  required: true

            Then:

              pksctl agreements create kota-kupang-2027.yaml

            A file that also holds funding, members and a walk is a seed file: use `agreements load`.
            """)

    @Argument(help: "The file, or - for standard input.", completion: .file()) var file: String
    @OptionGroup var keys: KeyOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let node = try InputFile(file).node()
        let answer = try await refusing(node) {
            try await session.client.write("POST", ["agreements"], node.json, key: keys.key)
        }
        try session.output.show(answer) { agreement in
            let state = agreement.spoken("state_label", session.language) ?? agreement.cell("state")
            return session.output.word(
                "✓ \(agreement.name): dibuat — \(state)", "✓ \(agreement.name): created — \(state)")
        }
    }
}

/// Lets a refusal of what a file says name the file's lines.
func refusing<Value>(_ origin: Node, _ body: () async throws -> Value) async throws -> Value {
    do {
        return try await body()
    } catch Failure.refused(var refusal) {
        refusal.origin = origin
        throw Failure.refused(refusal)
    }
}

struct AgreementAmend: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "amend",
        abstract: "Correct or complete an agreement from a file.",
        discussion: """
            The file (JSON or YAML, `-` reads standard input) holds only what changes: title, valid_from, valid_until, \
            parties, witnesses, parent, renews, fields. Figures are added beside the older ones, never over them.

              echo 'valid_until: "2027-12-31"' > change.yaml
              pksctl agreements amend kota-kupang-2027 change.yaml
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The file, or - for standard input.", completion: .file()) var file: String
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        let node = try InputFile(file).node()
        try await refusing(node) {
            try await session.change(
                agreement.ref, "PATCH", [], node.json, change, done: Bilingual(id: "diubah", en: "amended"))
        }
    }
}

struct AgreementAdvance: ServerErrand {
    static let configuration = CommandConfiguration(
        commandName: "advance",
        abstract: "Move an agreement to its next state, or list what is possible.",
        discussion: """
            Without <transition> it changes nothing and lists every way on, with the requirements of each: ✓ met, \
            ✗ not met (and who has to see to it), ? cannot be judged yet.

              pksctl agreements advance kota-kupang-2019
                ✗ finalise — Tetapkan naskah final → initials
                    ✓ Tanggal mulai berlaku belum diisi
                    ✗ Naskah final belum dilampirkan (legal)

            Supply what is missing, then move:

              pksctl agreements document kota-kupang-2019 --kind final_draft --title Naskah
              pksctl agreements advance kota-kupang-2019 finalise

            A step taken earlier than it is entered keeps its true date:

              pksctl agreements advance kota-kupang-2019 finalise --effective-on 2019-01-25

            If the step is refused, the exit code is 1 and the unmet requirements are listed.
            """)

    @OptionGroup var agreement: AgreementArgument
    @Argument(help: "The step to take, such as submit; leave it out to see which there are.") var transition: String?
    @Option(help: "Why; some steps, such as suspending, ask for it.") var reason: String?
    @Option(help: ArgumentHelp("The day it really happened, such as 2026-01-29. (default: today)", valueName: "date"))
    var effectiveOn: Day?
    @OptionGroup var change: ChangeOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ session: Session) async throws {
        guard let transition else { return try await list(session) }
        let body = JSON.body([
            "transition": .text(transition), "reason": reason.map { .text($0) },
            "effective_on": effectiveOn.map { .text($0.description) },
        ])
        let done = Bilingual(id: "\(transition) dilakukan", en: "\(transition) done")
        try await session.change(agreement.ref, "POST", ["transitions"], body, change, done: done)
    }

    private func list(_ session: Session) async throws {
        let output = session.output
        let record = try await session.client.get(["agreements", agreement.ref]).json()
        if output.wantsJSON { return output.json(record["transitions"] ?? .list([])) }
        let state = record.spoken("state_label", output.language) ?? record.cell("state")
        let lines = transitionLines(record, output)
        let none = output.word("  Tidak ada langkah lagi.", "  There is no further step.")
        output.page(([("\(record.name): \(state)")] + (lines.isEmpty ? [none] : lines)).joined(separator: "\n"))
    }
}
