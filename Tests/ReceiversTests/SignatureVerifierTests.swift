import Foundation
import Testing

@testable import Receivers

/// The vectors that the reference libraries of Standard Webhooks share.
enum Vector {
    static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    static let timestamp = "1614265330"
    static let body = Data(#"{"test": 2432232314}"#.utf8)
    static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    static let publicKey = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="
    static let v1 = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    static let v1a = "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="
    static let now = Date(timeIntervalSince1970: 1_614_265_330)
    /// A key that signed nothing here.
    static let otherSecret = "whsec_" + Data(repeating: 7, count: 32).base64EncodedString()
}

@Suite struct `The signature verifier` {
    private func verdict(
        _ keys: [String], _ signatures: String?, id: String? = Vector.id, timestamp: String? = Vector.timestamp,
        body: Data = Vector.body, after seconds: Double = 0
    ) throws -> SignatureVerifier.Verdict {
        try SignatureVerifier(keys).verdict(
            id: id, timestamp: timestamp, signatures: signatures, body: body, at: Vector.now + seconds)
    }

    @Test(arguments: [
        ([Vector.secret], Vector.v1), ([Vector.publicKey], Vector.v1a),
        ([Vector.secret], "\(Vector.v1a) \(Vector.v1)"), ([Vector.publicKey], "\(Vector.v1) \(Vector.v1a)"),
        ([Vector.otherSecret, Vector.secret], Vector.v1), ([Vector.otherSecret, Vector.publicKey], Vector.v1a),
        ([Vector.secret], "v2,AAAA \(Vector.v1)"), ([Vector.secret], "nonsense v1, v1 ,  \(Vector.v1)"),
        ([Vector.secret], "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= \(Vector.v1)"),
    ]) func `takes what any of its keys signed`(keys: [String], signatures: String) throws {
        #expect(try verdict(keys, signatures) == .valid)
    }

    @Test(arguments: [
        "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OA=", "v1,", "",
        "v1", ",", "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1O", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1=g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ]) func `refuses every other signature`(signatures: String) throws {
        #expect(try verdict([Vector.secret, Vector.publicKey], signatures) == .wrong)
    }

    @Test func `refuses a good signature with a key of the other sort or another key`() throws {
        #expect(try verdict([Vector.publicKey], Vector.v1) == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1a) == .wrong)
        #expect(try verdict([Vector.otherSecret], Vector.v1) == .wrong)
        // The v1a signature under v1's name, with the key it fits.
        #expect(try verdict([Vector.publicKey], "v1," + Vector.v1a.dropFirst(4)) == .wrong)
    }

    @Test func `signs over the id, the timestamp as written and each byte of the body`() throws {
        #expect(try verdict([Vector.secret], Vector.v1, id: "msg_other") == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1, timestamp: "1614265331") == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1, timestamp: "+1614265330") == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1, timestamp: "01614265330") == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1, body: Vector.body + [0x20]) == .wrong)
        #expect(try verdict([Vector.secret], Vector.v1, body: Data()) == .wrong)
    }

    @Test(arguments: [(300.0, SignatureVerifier.Verdict.valid), (-300, .valid), (300.1, .stale), (-300.1, .stale)])
    func `takes five minutes, both ways`(seconds: Double, expected: SignatureVerifier.Verdict) throws {
        #expect(try verdict([Vector.secret], Vector.v1, after: seconds) == expected)
    }

    @Test func `calls a request unsigned that lacks a header or has no number for a time`() throws {
        #expect(try verdict([Vector.secret], nil) == .unsigned)
        #expect(try verdict([Vector.secret], Vector.v1, id: nil) == .unsigned)
        #expect(try verdict([Vector.secret], Vector.v1, id: "") == .unsigned)
        #expect(try verdict([Vector.secret], Vector.v1, timestamp: nil) == .unsigned)
        for timestamp in ["", "now", "1614265330.5", "99999999999999999999", "0x60"] {
            #expect(try verdict([Vector.secret], Vector.v1, timestamp: timestamp) == .unsigned)
        }
        #expect(try verdict([Vector.secret], Vector.v1, timestamp: "-9223372036854775808") == .wrong)
    }

    @Test(arguments: [
        "", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_****", "whpk_AAAA",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_" + Data(repeating: 1, count: 23).base64EncodedString(),
        "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(),
    ]) func `is not made with what is no key`(text: String) {
        #expect(throws: SignatureVerifier.KeyFault.self) { try SignatureVerifier(text) }
    }

    @Test func `is not made without a key, and reads Base64 without padding`() throws {
        #expect(throws: SignatureVerifier.KeyFault.self) { try SignatureVerifier([]) }
        #expect(try verdict([String(Vector.publicKey.dropLast())], Vector.v1a) == .valid)
    }
}
