import Crypto
import Documents
import Foundation

extension Workflow {
    /// The hashes of a file: of what pins an agreement, and of everything.
    static func hashes(of root: JSON) -> (structure: String, policy: String) {
        (digest(structure(of: root)), digest(root))
    }

    private static func digest(_ json: JSON) -> String {
        // Encoding a JSON value cannot fail: every case of it is encodable.
        let bytes = (try? CanonicalJSON.encode(json)) ?? Data()
        return SHA256.hash(data: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }

    private static func structure(of root: JSON) -> JSON {
        func keep(_ keys: [String], of json: JSON) -> JSON {
            .object((json.object ?? [:]).filter { keys.contains($0.key) })
        }
        func requirement(_ json: JSON) -> JSON {
            var members = (json.object ?? [:]).filter { !["say", "owner"].contains($0.key) }
            if case .list(let nested)? = members["any"] { members["any"] = .list(nested.map(requirement)) }
            return .object(members)
        }
        var structure =
            keep(["workflow", "format", "attached", "kinds", "programmes", "initial"], of: root).object ?? [:]
        structure["fields"] = .object((root["fields"]?.object ?? [:]).mapValues { keep(["type"], of: $0) })
        structure["states"] = .object((root["states"]?.object ?? [:]).mapValues { keep(["phase", "final"], of: $0) })
        structure["transitions"] = .object(
            (root["transitions"]?.object ?? [:]).mapValues { transition in
                var members = keep(["from", "to", "by", "four_eyes", "when"], of: transition).object ?? [:]
                if case .list(let when)? = members["when"] { members["when"] = .list(when.map(requirement)) }
                return .object(members)
            })
        return .object(structure)
    }
}
