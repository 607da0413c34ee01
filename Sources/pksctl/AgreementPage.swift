import Documents

/// One agreement as a page that can be read from top to bottom.
struct AgreementPage {
    let agreement: JSON
    let runways: [JSON]
    let output: Output

    init(_ agreement: JSON, runways: [JSON], output: Output) {
        self.agreement = agreement
        self.runways = runways
        self.output = output
    }

    var language: Language { output.language }

    func text() -> String {
        let sections: [(String, [String])] = [
            ("\(agreement.name) · \(agreement.cell("title"))", head),
            (output.word("Para pihak", "Parties"), parties),
            (output.word("Langkah berikutnya", "What can be done next"), transitionLines(agreement, output)),
            (output.word("Uang", "Money"), money),
            (output.word("Peserta", "Members"), members),
            (output.word("Tagihan", "Bills"), bills),
            (output.word("Dokumen", "Documents"), documents),
            (output.word("Keterangan", "Particulars"), fields),
            (output.word("Catatan", "Notes"), notes),
            (output.word("Temuan: yang tidak cocok", "Findings: what does not add up"), findings),
        ]
        return sections.filter { !$0.1.isEmpty }.map { ([$0] + $1).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private var head: [String] {
        let entered = agreement["entered"]
        let actor = entered?["by"]
        let by = [actor?.cell("name") ?? "", actor?.cell("role") ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        let since = entered?.cell("on") ?? ""
        let state = agreement.spoken("state_label", language) ?? agreement.cell("state")
        let from = agreement.cell("valid_from")
        let until = agreement.cell("valid_until")
        let unknown = output.word("belum ditentukan", "not known yet")
        return pairs([
            (
                output.word("Wilayah", "Region"),
                [agreement.cell("region_name"), agreement.cell("region")].filter { !$0.isEmpty }.joined(separator: ", ")
            ),
            (
                output.word("Jenis", "Kind"),
                "\(agreement.cell("kind")), \(agreement.cell("program")) (\(agreement["workflow"]?.cell("id") ?? ""))"
            ),
            (
                output.word("Berlaku", "Valid"),
                "\(from.isEmpty ? unknown : from) \(output.word("s.d.", "to")) \(until.isEmpty ? unknown : until)"
            ),
            (output.word("Keadaan", "State"), "\(state) (\(agreement.cell("state")), \(agreement.cell("phase")))"),
            (output.word("Sejak", "Since"), by.isEmpty ? since : "\(since) (\(by))"),
            (output.word("Menunggu", "Waiting on"), agreement.cell("waiting_on")),
            (output.word("Tenggat", "Deadline"), agreement.cell("deadline", language)),
            (output.word("Saksi dan hadirin", "Witnesses"), witnesses),
            (
                output.word("Versi", "Version"),
                "\(agreement.cell("version")), \(output.moment(agreement["updated_at"]?.text))"
            ),
        ])
    }

    private var witnesses: String {
        (agreement["witnesses"]?.list ?? []).map { witness in
            let rest = [witness.cell("office"), witness.cell("role")].filter { !$0.isEmpty }.joined(separator: "; ")
            return witness.cell("name") + (rest.isEmpty ? "" : " (\(rest))")
        }.joined(separator: ", ")
    }

    private var parties: [String] {
        (agreement["parties"]?.list ?? []).flatMap { party -> [String] in
            let optional = party["required"]?.bool == false ? output.word(" (tidak wajib)", " (optional)") : ""
            let signatory = party["signatory"]
            let signature = party["signature"]
            let signed = signature?["signed_on"]?.text
            let authority = signatory?["authority"]
            return ["  \(signed == nil ? "·" : "✓") \(party.cell("key")): \(party.cell("name"))\(optional)"]
                + pairs(
                    [
                        (output.word("Unit", "Unit"), party.cell("unit")),
                        (
                            output.word("Penanda tangan", "Signatory"),
                            [signatory?.cell("name") ?? "", signatory?.cell("office") ?? ""].filter { !$0.isEmpty }
                                .joined(separator: ", ")
                        ),
                        (
                            output.word("Surat kuasa", "Authority"),
                            ["document", "number", "date"].compactMap { authority?[$0]?.text }.joined(separator: ", ")
                        ),
                        (
                            output.word("Nomor", "Number"),
                            party["number"]?.text ?? output.word("belum ada", "none yet")
                        ),
                        (
                            output.word("Tanda tangan", "Signature"),
                            signed.map { "\($0), \(signature?.cell("method") ?? "")" }
                                ?? output.word("belum", "not yet")
                        ),
                    ], indent: "      ")
        }
    }

    private var documents: [String] {
        (agreement["documents"]?.list ?? []).map { document in
            let rest = ["dated", "reference"].map { document.cell($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
            return "  \(document.cell("kind")): \(document.cell("title"))" + (rest.isEmpty ? "" : " (\(rest))")
        }
    }

    private var fields: [String] {
        let values = (agreement["fields"]?.object ?? [:]).sorted { $0.key < $1.key }.map { name, figures in
            (name, (figures.list ?? [figures]).map(figure).joined(separator: "; "))
        }
        return pairs(values)
    }

    private func figure(_ figure: JSON) -> String {
        guard figure.object != nil else { return figure.cell(language) }
        let rest = ["as_of", "source"].map { figure.cell($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
        return figure.count("value", language) + (rest.isEmpty ? "" : " (\(rest))")
    }

    private var notes: [String] {
        (agreement["notes"]?.list ?? []).map { "  \($0.cell("kind")): \($0.cell("text"))" }
    }

    /// What is open first; what somebody gave a reason for stays readable.
    private var findings: [String] {
        let all = agreement["findings"]?.list ?? []
        let open = all.filter { $0.resolution == nil }
        return (open + all.filter { $0.resolution != nil }).map { finding in
            let key = finding["key"]?.text.map { " [\($0)]" } ?? ""
            let say = (finding.spoken("say", language) ?? finding.cell("code")) + key
            guard let resolution = finding.resolution else { return "  ! \(say)" }
            let by = [
                resolution["by"]?.cell("name") ?? "", resolution["by"]?.cell("role") ?? "", resolution.cell("on"),
            ]
            return "  ✓ \(say)\n      "
                + output.word("diberi alasan: ", "resolved: ") + resolution.cell("reason")
                + " (\(by.filter { !$0.isEmpty }.joined(separator: ", ")))"
        }
    }

    func rows(_ table: TextTable) -> [String] { table.isEmpty ? [] : [table.text(indent: "  ")] }
}

extension JSON {
    /// Why a finding may stand; nil while it is open.
    fileprivate var resolution: JSON? {
        guard let resolution = self["resolution"], resolution != .null else { return .none }
        return resolution
    }
}

/// What can be done next with an agreement, each with its requirements.
///
/// - Parameter showsIDs: with the requirements' ids, by which they are waived and searched.
func transitionLines(_ agreement: JSON, _ output: Output, showsIDs: Bool = false) -> [String] {
    (agreement["transitions"]?.list ?? []).flatMap { transition -> [String] in
        let isAllowed = transition["allowed"]?.bool == true
        let label = transition.spoken("label", output.language) ?? ""
        let requirements = transition["requirements"]?.list ?? []
        let line = "  \(isAllowed ? "✓" : "✗") \(transition.cell("name")) — \(label) → \(transition.cell("to"))"
        // Where nothing is missing, it is the role.
        let isOpen = requirements.allSatisfy { $0["met"]?.bool == true || $0["waiver"] != nil }
        let by =
            !isAllowed && isOpen
            ? ["      · " + output.word("dilakukan oleh ", "taken by ") + transition.cell("by")] : []
        return [line] + by + requirementLines(requirements, indent: "      ", output.language, showsIDs: showsIDs)
    }
}
