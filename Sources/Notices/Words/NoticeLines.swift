import Agreements
import Calendars
import Documents
import Ledger

/// One notice in words, the same for text and HTML.
struct NoticeLines {
    struct Fact {
        var label: String
        var text: String
    }

    /// What to do.
    var say: String
    var title: String
    var key: String
    /// By when first, then why it matters and how it came.
    var facts: [Fact]
    var link: String
    /// What is done behind the link.
    var linkLabel: String

    /// What is longer helps nobody.
    private static let sayMax = 400, titleMax = 200, nameMax = 80

    init(_ content: Notice.Content, _ wording: Wording, links: Links) {
        say = content.say.text(wording.language).tidied.clipped(to: NoticeLines.sayMax)
        title = content.title.tidied.clipped(to: NoticeLines.titleMax)
        key = content.key.tidied.clipped(to: NoticeLines.nameMax)
        link = links.agreement(content.key)
        linkLabel =
            content.reminder == nil
            ? wording(id: "Buka", en: "Open") : wording(id: "Buka dan tanggapi", en: "Open and answer")
        facts = [NoticeLines.deadline(content, wording)]
        func add(_ id: String, _ en: String, _ text: String?) {
            guard let text, !text.isEmpty else { return }
            facts.append(Fact(label: wording(id: id, en: en), text: text))
        }
        add("Dampak", "Impact", wording.harm(content.harm))
        add(
            "Sudah diingatkan, belum menanggapi", "Reminded before, no answer yet",
            content.insteadOf.map { $0.label.text(wording.language) }.joined(separator: ", "))
        add("Atas nama", "On behalf of", content.onBehalfOf?.tidied.clipped(to: NoticeLines.nameMax))
        add("Terlambat", "Late", content.late.map { wording.lateness($0, of: content.dueAt) })
        if content.collapsed > 0 {
            let count = wording.number(Int64(content.collapsed))
            add(
                "Sekaligus untuk", "Stands for",
                wording(
                    id: "\(count) pengingat sebelumnya yang tidak terkirim",
                    en:
                        "\(count) earlier \(content.collapsed == 1 ? "reminder that was" : "reminders that were") not sent"
                ))
        }
    }

    /// `PKS JKN warga Kota Kupang 2027 (kupang-2027)`.
    var titleAndKey: String { title.isEmpty ? key : "\(title) (\(key))" }

    private static func deadline(_ content: Notice.Content, _ wording: Wording) -> Fact {
        guard let deadline = content.deadline else {
            return Fact(label: wording(id: "Tenggat", en: "Deadline"), text: wording(id: "tidak ada", en: "none"))
        }
        let estimated =
            content.isEstimated
            ? wording(
                id: "; perkiraan: tanggal libur belum ditetapkan", en: "; estimated: a holiday is not decreed yet") : ""
        return Fact(
            label: wording(id: "Tenggat", en: "Deadline"),
            text: "\(wording.weekdayAndDate(deadline)) (\(wording.daysLeft(to: deadline)))\(estimated)")
    }
}
