import Agreements
import Documents

/// A new ceiling, in a line: `Rp1.900.000.000 sejak 2027-09-15, revised_budget (Perda 7/2027)`.
func revisionSentence(_ revision: JSON, _ output: Output) -> String {
    revision.rupiah("amount", output.language) + output.word(" sejak ", " from ") + revision.cell("effective_on")
        + ", " + revision.cell("kind") + inBrackets(revision.cell("reference"))
}

/// `Rp115.000.000 dibayar 2019-02-08 (SP2D-0042)`.
func paymentSentence(_ payment: JSON, _ output: Output) -> String {
    payment.rupiah("amount", output.language) + output.word(" dibayar ", " paid on ") + payment.cell("paid_on")
        + inBrackets(payment.cell("reference"))
}

private func inBrackets(_ text: String) -> String { text.isEmpty ? "" : " (\(text))" }

/// Why heads were added or taken off, in the order in which pages show it.
private func changeReasons(_ output: Output) -> [(reason: MemberChange.Reason, name: String)] {
    MemberChange.Reason.allCases.map { reason in
        let name =
            switch reason {
            case .additions: output.word("tambah", "added")
            case .deaths: output.word("meninggal", "died")
            case .moves: output.word("pindah", "moved")
            case .doubles: output.word("ganda", "doubles")
            case .invalidNIK: output.word("NIK tidak padan", "invalid NIK")
            case .otherRemovals: output.word("keluar lain", "other")
            }
        return (reason, name)
    }
}

/// A column for each reason; those of which nothing is said are left out by the table.
func changeColumns(_ output: Output) -> [TextTable.Column] {
    changeReasons(output).map { .init(title: $0.name.uppercased(), isNumber: true) }
}

func changeCells(_ change: JSON, _ language: Language) -> [String] {
    MemberChange.Reason.allCases.map { reason in
        guard let count = change[reason.rawValue]?.integer, count != 0 else { return "" }
        return (reason == .additions ? "+" : "-") + language.number(count)
    }
}

/// `tambah +120, meninggal -14`.
func changeSentence(_ change: JSON, _ output: Output) -> String {
    zip(changeReasons(output), changeCells(change, output.language)).filter { !$0.1.isEmpty }
        .map { "\($0.0.name) \($0.1)" }.joined(separator: ", ")
}
