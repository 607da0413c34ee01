import Documents

extension NoticePage {
    /// The page as plain text.
    var text: String {
        var lines = [greeting, "", lead]
        if contents.count == 1 {
            for notice in groups.flatMap(\.notices) { lines += [notice.say, ""] + notice.detail + [""] }
        } else {
            lines.append("")
            var number = 0
            for group in groups {
                lines += [group.pressure.label.text(wording.language).uppercased(), ""]
                for notice in group.notices {
                    number += 1
                    lines += ["\(number). \(notice.say)"] + notice.detail.map { "   \($0)" } + [""]
                }
                for notice in group.brief {
                    number += 1
                    lines += ["\(number). \(notice.say)"] + notice.briefDetail.map { "   \($0)" }
                }
                if !group.brief.isEmpty { lines.append("") }
            }
        }
        if let rest { lines += ["\(rest.text): \(rest.link)", ""] }
        // Two hyphens and a space: programs know by them that what follows is a signature (RFC 3676, 4.3).
        lines += [
            "-- ", footer.reason, footer.settings, "\(footer.unsubscribeLabel): \(footer.unsubscribeLink)",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}

extension NoticeLines {
    fileprivate var detail: [String] {
        [titleAndKey] + facts.map { "\($0.label): \($0.text)" } + ["\(linkLabel): \(link)"]
    }

    fileprivate var briefDetail: [String] {
        [titleAndKey] + facts.prefix(1).map { "\($0.label): \($0.text)" } + [link]
    }
}
