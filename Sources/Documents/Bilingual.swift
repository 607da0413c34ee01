/// The two languages that people are spoken to in; Indonesian is the default everywhere.
public enum Language: String, Sendable, Codable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    /// Picks a language from an `Accept-Language` header (RFC 9110, 12.5.4): English where it is preferred to Indonesian.
    public init(acceptLanguage header: String?) {
        let ranked = (header ?? "").split(separator: ",").map { entry -> (tag: String, quality: Double) in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " } }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (parts.first?.lowercased() ?? "", quality)
        }
        func quality(_ language: String) -> Double {
            ranked.filter { $0.tag.hasPrefix(language) }.map(\.quality).max() ?? 0
        }
        self = quality("en") > quality("id") ? .english : .indonesian
    }
}

/// A sentence for people, in both languages.
public struct Bilingual: Sendable, Equatable, Hashable, Codable {
    public var id: String
    public var en: String

    public init(id: String, en: String) {
        self.id = id
        self.en = en
    }

    public func text(_ language: Language) -> String {
        language == .indonesian ? id : en
    }

    /// As the beginning of a line.
    public var capitalised: Bilingual {
        func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
        return Bilingual(id: capitalised(id), en: capitalised(en))
    }
}

/// An error that people can be told about in their own language.
public protocol ExplainedError: Error, CustomStringConvertible {
    var message: Bilingual { get }
}

extension ExplainedError {
    public var description: String { message.en }
}
