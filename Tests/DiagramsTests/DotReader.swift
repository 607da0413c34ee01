/// Reads the part of the DOT language that is written here: quoted names, attributes, clusters, edges.
struct DotReader {
    struct Malformed: Error {
        var at: Int
    }

    private(set) var nodes: [String: [String: String]] = [:]
    private(set) var edges: [(from: String, to: String, attributes: [String: String])] = []
    private(set) var clusters: Set<String> = []
    private var tokens: [Token] = []
    private var next = 0

    private enum Token: Equatable {
        case word(String), quoted(String), sign(String)
    }

    init(_ text: String) throws {
        tokens = try DotReader.tokens(of: Array(text))
        try expect(.word("digraph"))
        _ = try name()
        try readBody()
        if next != tokens.count { throw Malformed(at: next) }
    }

    private mutating func readBody() throws {
        try expect(.sign("{"))
        while !take(.sign("}")) {
            if take(.word("subgraph")) {
                clusters.insert(try name())
                try readBody()
            } else if take(.word("node")) {
                _ = try attributes()
                try expect(.sign(";"))
            } else if take(.word("label")) {
                try expect(.sign("="))
                _ = try name()
                try expect(.sign(";"))
            } else {
                let first = try name()
                if take(.sign("->")) {
                    let second = try name()
                    edges.append((first, second, try attributes()))
                } else if nodes.updateValue(try attributes(), forKey: first) != nil {
                    throw Malformed(at: next)
                }
                try expect(.sign(";"))
            }
        }
    }

    private mutating func attributes() throws -> [String: String] {
        var found: [String: String] = [:]
        try expect(.sign("["))
        repeat {
            guard next < tokens.count, case .word(let key) = tokens[next] else { throw Malformed(at: next) }
            next += 1
            try expect(.sign("="))
            guard next < tokens.count else { throw Malformed(at: next) }
            switch tokens[next] {
            case .word(let value), .quoted(let value): found[key] = value
            case .sign: throw Malformed(at: next)
            }
            next += 1
        } while take(.sign(","))
        try expect(.sign("]"))
        return found
    }

    private mutating func name() throws -> String {
        guard next < tokens.count, case .quoted(let name) = tokens[next] else { throw Malformed(at: next) }
        next += 1
        return name
    }

    private mutating func take(_ token: Token) -> Bool {
        guard next < tokens.count, tokens[next] == token else { return false }
        next += 1
        return true
    }

    private mutating func expect(_ token: Token) throws {
        if !take(token) { throw Malformed(at: next) }
    }

    private static func tokens(of text: [Character]) throws -> [Token] {
        var tokens: [Token] = []
        var at = 0
        while at < text.count {
            let letter = text[at]
            if letter.isWhitespace {
                at += 1
            } else if letter == "\"" {
                var value = ""
                at += 1
                while at < text.count, text[at] != "\"" {
                    if text[at] == "\\", at + 1 < text.count { at += 1 }
                    value.append(text[at])
                    at += 1
                }
                if at >= text.count { throw Malformed(at: at) }
                tokens.append(.quoted(value))
                at += 1
            } else if letter == "-" {
                guard at + 1 < text.count, text[at + 1] == ">" else { throw Malformed(at: at) }
                tokens.append(.sign("->"))
                at += 2
            } else if letter.isLetter || letter.isNumber {
                var word = ""
                while at < text.count, text[at].isLetter || text[at].isNumber {
                    word.append(text[at])
                    at += 1
                }
                tokens.append(.word(word))
            } else {
                tokens.append(.sign(String(letter)))
                at += 1
            }
        }
        return tokens
    }
}
