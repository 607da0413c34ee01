import Calendars
import Crypto
import Foundation
import Ledger
import Testing

@testable import Webhooks

/// Keys as Standard Webhooks writes them, and what they sign.
@Suite struct WebhookKeyTests {
    private static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private static let body = Data("{\"test\": 2432232314}".utf8)
    private static let shared = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let pair =
        "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg=="
    private static let publicHalf = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="
    private static let v1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    private static let v1a =
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="

    @Test(arguments: [(shared, v1), (pair, v1a)])
    func `the published vectors are reproduced`(_ text: String, _ signature: String) throws {
        let key = try WebhookKey(text)
        #expect(
            key.signature(id: WebhookKeyTests.id, timestamp: 1_614_265_330, body: WebhookKeyTests.body) == signature)
        #expect(key.text == text)
    }

    @Test func `only the public half of a pair is shown`() throws {
        #expect(try WebhookKey(WebhookKeyTests.pair).publicText == WebhookKeyTests.publicHalf)
        #expect(try WebhookKey(WebhookKeyTests.shared).publicText == nil)
    }

    @Test(arguments: [
        ("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", true),
        ("v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", true),
        ("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= \(v1)", true), ("\(v1a) \(v1)", true),
        ("v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=", false),
        ("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=", false), ("v1,", false), ("", false),
        ("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false),
        ("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", false),
    ])
    func `a receiver finds our signature among others and takes no other for it`(_ header: String, _ isOurs: Bool) {
        let receiver = Receiver(shared: WebhookKeyTests.shared)
        #expect(
            receiver.accepts(
                header, id: WebhookKeyTests.id, timestamp: "1614265330", body: WebhookKeyTests.body) == isOurs)
    }

    @Test(arguments: WebhookKey.Kind.allCases, 0..<20)
    func `a receiver accepts what is signed and nothing that differs`(_ kind: WebhookKey.Kind, _ seed: UInt64) {
        var random = SeededRandom(seed)
        let key = WebhookKey(kind, randomBytes: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
        let other = WebhookKey(kind, randomBytes: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
        let receiver = Receiver(key)
        let body = Data(random.text().utf8)
        let signature = key.signature(id: "evt_1", timestamp: 5, body: body)
        #expect(receiver.accepts(signature, id: "evt_1", timestamp: "5", body: body))
        #expect(!receiver.accepts(signature, id: "evt_2", timestamp: "5", body: body))
        #expect(!receiver.accepts(signature, id: "evt_1", timestamp: "6", body: body))
        #expect(!receiver.accepts(signature, id: "evt_1", timestamp: "5", body: body + [32]))
        #expect(!Receiver(other).accepts(signature, id: "evt_1", timestamp: "5", body: body))
    }

    @Test(arguments: WebhookKey.Kind.allCases) func `a key that is made reads back`(_ kind: WebhookKey.Kind) throws {
        let made = WebhookKey(kind, randomBytes: Array(0..<32))
        let read = try WebhookKey(made.text)
        #expect(read.text == made.text && read.kind == kind && read.publicText == made.publicText)
    }

    @Test(arguments: 23...65) func `a shared key has 24 to 64 bytes`(_ count: Int) {
        let text = "whsec_" + Data(repeating: 7, count: count).base64EncodedString()
        let fault = count < 24 || count > 64 ? WebhookKey.Fault.badLength(.hmac, bytes: count) : nil
        #expect(WebhookKeyTests.fault(text) == fault)
        #expect(WebhookKeyTests.fault(String(text.prefix { $0 != "=" })) == fault, "without the padding")
    }

    @Test(
        arguments: [
            ("", .unknownPrefix), ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", .unknownPrefix),
            ("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", .unknownPrefix), (publicHalf, .unknownPrefix),
            (" \(shared)", .unknownPrefix), ("whsec_", .badLength(.hmac, bytes: 0)), ("whsec_%%%", .notBase64),
            ("\(shared)\n", .notBase64), ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwA", .notBase64),
            ("whsec_-fKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", .notBase64),
            ("whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", .badLength(.ed25519, bytes: 24)),
            ("whsk_" + Data(repeating: 7, count: 32).base64EncodedString(), .badLength(.ed25519, bytes: 32)),
            ("whsk_" + Data(repeating: 7, count: 64).base64EncodedString(), .mismatch),
            ("whsk_" + Data(repeating: 7, count: 65).base64EncodedString(), .badLength(.ed25519, bytes: 65)),
        ] as [(String, WebhookKey.Fault)])
    func `what is no key is refused, and not quoted`(_ text: String, _ fault: WebhookKey.Fault) {
        #expect(WebhookKeyTests.fault(text) == fault)
        let digits = text.dropFirst(6)
        if digits.count > 8 {
            #expect(!"\(fault.message)".contains(digits) && !String(reflecting: fault).contains(digits))
        }
    }

    @Test(arguments: [shared, pair]) func `a key never shows in text`(_ text: String) throws {
        let secrets = EndpointSecrets(signing: [.init(text: text)])
        let signer = try Signer(secrets)
        var dumped = ""
        dump(try WebhookKey(text), to: &dumped)
        dump(signer, to: &dumped)
        dumped += "\(try WebhookKey(text)) \(String(reflecting: signer)) \(signer)"
        #expect(!dumped.contains(text.dropFirst(6).prefix(12)))
    }

    private static func fault(_ text: String) -> WebhookKey.Fault? {
        do {
            _ = try WebhookKey(text)
            return nil
        } catch {
            return error
        }
    }
}

/// The other side, written down from the specification.
struct Receiver {
    private let matches: (_ version: Substring, _ signature: Data, _ signed: Data) -> Bool

    init(shared text: String) {
        let key = SymmetricKey(data: Data(base64Encoded: String(text.dropFirst(6))) ?? Data())
        matches = { version, signature, signed in
            version == "v1" && HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: key)
        }
    }

    init(publicHalf text: String) {
        let bytes = Data(base64Encoded: String(text.dropFirst(5))) ?? Data()
        matches = { version, signature, signed in
            guard version == "v1a", let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
                return false
            }
            return key.isValidSignature(signature, for: signed)
        }
    }

    init(_ key: WebhookKey) {
        if let publicText = key.publicText { self.init(publicHalf: publicText) } else { self.init(shared: key.text) }
    }

    func accepts(_ header: String, id: String, timestamp: String, body: Data) -> Bool {
        header.split(separator: " ").contains { item in
            let parts = item.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let signature = Data(base64Encoded: String(parts[1])) else { return false }
            return matches(parts[0], signature, Data("\(id).\(timestamp).".utf8) + body)
        }
    }
}
