import Documents
import Ledger

extension NoticePage {
    /// The page as HTML: no pictures, nothing from elsewhere, no colours but those that can be read on light and on dark.
    var html: String {
        let body =
            groups.flatMap { group in
                (contents.count == 1
                    ? [] : [element("h2", Style.group, group.pressure.label.text(wording.language).escaped)])
                    + group.notices.map { notice($0, group.pressure) } + group.brief.map(brief)
            } + (rest.map { [paragraph("<a href=\"\($0.link.escaped)\">\($0.text.escaped)</a>")] } ?? [])
        return """
            <!doctype html>
            <html lang="\(wording.language.rawValue)" style="color-scheme:light dark">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(subject.escaped)</title>
            </head>
            <body style="\(Style.body)">
            <div style="\(Style.column)">
            \(paragraph(isolated(greeting)))
            \(element("h1", Style.lead, lead.escaped))
            \(body.joined(separator: "\n"))
            <div style="\(Style.footer)">
            \(paragraph(footer.reason.escaped))
            \(paragraph(footer.settings.escaped))
            \(paragraph("<a href=\"\(footer.unsubscribeLink.escaped)\">\(footer.unsubscribeLabel.escaped)</a>"))
            </div>
            </div>
            </body>
            </html>

            """
    }

    private func notice(_ notice: NoticeLines, _ pressure: Notice.Content.Pressure) -> String {
        let facts = notice.facts.map { paragraph("<b>\($0.label.escaped):</b> \(isolated($0.text))") }
        return """
            <div style="\(Style.notice(pressure))">
            \(element(contents.count == 1 ? "h2" : "h3", Style.say, isolated(notice.say)))
            \(paragraph(isolated(notice.titleAndKey)))
            \(facts.joined(separator: "\n"))
            \(paragraph("<a href=\"\(notice.link.escaped)\">\(notice.linkLabel.escaped): \(isolated(notice.key))</a>"))
            </div>
            """
    }

    private func brief(_ notice: NoticeLines) -> String {
        let deadline = notice.facts.first.map { "<br>\($0.label.escaped): \(isolated($0.text))" } ?? ""
        return paragraph(
            "<b>\(isolated(notice.say))</b><br>"
                + "<a href=\"\(notice.link.escaped)\">\(isolated(notice.titleAndKey))</a>\(deadline)")
    }

    private func paragraph(_ html: String) -> String { element("p", Style.paragraph, html) }

    private func element(_ name: String, _ style: String, _ html: String) -> String {
        "<\(name) style=\"\(style)\">\(html)</\(name)>"
    }

    /// Words by others, which may run from right to left, do not turn what stands beside them.
    private func isolated(_ text: String) -> String { "<bdi>\(text.escaped)</bdi>" }
}

/// Inline, since programs that show mail drop anything else.
private enum Style {
    static let body = "margin:0;padding:16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif"
    static let column = "max-width:38em;margin:0 auto;overflow-wrap:anywhere"
    static let lead = "margin:0 0 16px;font-size:18px;line-height:1.4"
    static let group = "margin:24px 0 12px;font-size:16px;line-height:1.4"
    static let say = "margin:0 0 8px;font-size:17px;line-height:1.35"
    static let paragraph = "margin:0 0 6px"
    static let footer = "margin:32px 0 0;padding:12px 0 0;border-top:1px solid #888;font-size:14px"

    static func notice(_ pressure: Notice.Content.Pressure) -> String {
        let colour =
            switch pressure {
            case .overdue: "#d33"
            case .urgent: "#d80"
            case .upcoming: "#888"
            }
        return "margin:0 0 20px;padding:2px 0 2px 12px;border-left:4px solid \(colour)"
    }
}
