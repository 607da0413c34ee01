import Foundation

/// Python's own email package: what somebody else's program makes of a message.
enum MailReader {
    /// A message, and what it should say.
    struct Case: Encodable {
        var message: Data
        var subject: String
        var from: String
        var fromName: String
        var to: String?
        var toName: String
        var messageID: String
        /// Seconds since 1970, and from UTC.
        var date: Double
        var offset: Double
        var language: String
        /// nil where the message must offer none.
        var unsubscribe: String?
        var oneClick: Bool
        var text: String
        var html: String
        /// With what every link begins.
        var links: String
        /// Must be found in the text and in the words of the page.
        var words: [String]

        enum CodingKeys: String, CodingKey {
            case message, subject, from
            case fromName = "from_name"
            case to
            case toName = "to_name"
            case messageID = "message_id"
            case date, offset, language, unsubscribe
            case oneClick = "one_click"
            case text, html, links, words
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(message.base64EncodedString(), forKey: .message)
            try container.encode(subject, forKey: .subject)
            try container.encode(from, forKey: .from)
            try container.encode(fromName, forKey: .fromName)
            try container.encode(to, forKey: .to)
            try container.encode(toName, forKey: .toName)
            try container.encode(messageID, forKey: .messageID)
            try container.encode(date, forKey: .date)
            try container.encode(offset, forKey: .offset)
            try container.encode(language, forKey: .language)
            try container.encode(unsubscribe, forKey: .unsubscribe)
            try container.encode(oneClick, forKey: .oneClick)
            try container.encode(text, forKey: .text)
            try container.encode(html, forKey: .html)
            try container.encode(links, forKey: .links)
            try container.encode(words, forKey: .words)
        }
    }

    struct Failure: Error { var output: String }

    /// What is not as it should be, a line for each; nothing if all is well.
    static func problems(of cases: [Case]) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.path + "/mails-\(UUID().uuidString).jsonl"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let lines = try cases.map { try JSONEncoder().encode($0) }
        try Data(lines.joined(separator: Data("\n".utf8))).write(to: URL(fileURLWithPath: path))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Scripts/read_mail.py"
        process.arguments = ["python3", script, path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        var said = output.split(separator: "\n").map(String.init)
        guard process.terminationStatus == 0, said.popLast() == "read\t\(cases.count)" else {
            throw Failure(output: output)
        }
        return said
    }
}
