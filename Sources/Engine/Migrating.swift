import Agreements
import Calendars
import Documents
import Ledger
import Workflows

/// Works out where each agreement of a migration goes. Pure: previewing and applying read the same answer.
struct Migrating {
    enum Answer {
        case move(to: Workflow.State, of: Workflow)
        /// - Parameter needsState: a plan that says where its state goes would move it.
        case stay(Bilingual, needsState: Bool = false)
    }

    let target: Workflow
    let states: [String: String]

    /// Whether an agreement's state is not to be found in the target.
    func isLost(_ agreement: Agreement) -> Bool {
        target.successor(of: agreement.state) == nil
    }

    /// Where an agreement goes: as the plan says, to the state of the same id, or to the one that was it before.
    func answer(_ agreement: Agreement) -> Answer {
        guard let state = target.successor(of: states[agreement.state] ?? agreement.state) else {
            return .stay(
                Bilingual(
                    id: "keadaan '\(agreement.state)' tidak ada dalam struktur baru; sebut tujuannya dalam rencana",
                    en: "the state '\(agreement.state)' is not in the new structure; say in the plan where it goes"),
                needsState: true)
        }
        guard target.kinds.contains(agreement.kind), target.programmes.contains(agreement.programme) else {
            return .stay(
                Bilingual(
                    id: "struktur itu bukan untuk \(agreement.kind.rawValue) \(agreement.programme.rawValue)",
                    en: "that structure is not for \(agreement.kind.rawValue) \(agreement.programme.rawValue)"))
        }
        for field in target.fields {
            guard let value = agreement.value(field.name), !field.kind.holds(value) else { continue }
            return .stay(
                Bilingual(
                    id: "isian '\(field.name)' berisi \(value.json.shown), bukan \(field.kind.rawValue)",
                    en: "the field '\(field.name)' holds \(value.json.shown), which is no \(field.kind.rawValue)"))
        }
        return .move(to: state, of: target)
    }
}

extension Workflow.Field.Kind {
    /// Whether a value on record can be read as this kind.
    fileprivate func holds(_ value: FieldValue) -> Bool {
        switch (self, value) {
        case (.text, .text), (.boolean, .bool), (.integer, .integer), (.rupiah, .integer): true
        case (.decimal, _): value.number != nil
        case (.date, .text): value.date != nil
        default: false
        }
    }
}

extension JSON {
    fileprivate var shown: String {
        switch self {
        case .text(let text): "'\(text.prefix(40))'"
        case .integer(let integer): String(integer)
        case .number(let number): String(number)
        case .bool(let bool): String(bool)
        default: ""
        }
    }
}
