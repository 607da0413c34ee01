import Passwords
import Testing

extension PasswordHasher.Cost {
    /// Argon2id all the same, at the least that it takes.
    static let cheap = PasswordHasher.Cost(memory: 8_192, passes: 1)
}

@Suite struct PasswordHasherTests {
    private let hasher = PasswordHasher(cost: .cheap)

    @Test func `what is kept is Argon2id with a salt of its own, and fits only its password`() async throws {
        let hash = try await hasher.hash("kuda baterai staples")
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await hasher.hash("kuda baterai staples") != hash)
        #expect(try await hasher.verify("kuda baterai staples", against: hash))
        for wrong in ["", "kuda baterai staple", "kuda baterai staples ", "Kuda baterai staples"] {
            #expect(try await !hasher.verify(wrong, against: hash))
        }
    }

    @Test func `the usual cost is what OWASP asks for`() async throws {
        #expect(try await PasswordHasher().hash("x").hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
    }

    @Test func `where there is no hash nothing fits, the decoy's own password neither`() async throws {
        for password in ["", "kuda baterai staples", String(repeating: "x", count: 10_000)] {
            #expect(try await !hasher.verify(password, against: nil))
        }
        #expect(try await !hasher.verify("x", against: "not a hash"))
    }

    @Test func `a letter is the same however a keyboard composes it`() async throws {
        let hash = try await hasher.hash("caf\u{E9} pagi hari")
        #expect(try await hasher.verify("cafe\u{301} pagi hari", against: hash))
    }

    @Test func `a NUL ends nothing`() async throws {
        let hash = try await hasher.hash("sama di depan\0satu")
        #expect(try await hasher.verify("sama di depan\0satu", against: hash))
        #expect(try await !hasher.verify("sama di depan\0dua", against: hash))
        #expect(try await !hasher.verify("sama di depan", against: hash))
    }

    @Test func `a hash of another cost is outdated, and still fits`() async throws {
        let hash = try await hasher.hash("kuda baterai staples")
        let dearer = PasswordHasher(cost: .init(memory: 16_384, passes: 1))
        #expect(!hasher.isOutdated(hash))
        #expect(dearer.isOutdated(hash))
        #expect(try await dearer.verify("kuda baterai staples", against: hash))
    }

    /// However the threads run, all are asked at once, and there are places for three.
    @Test func `beyond its places everybody is told at once that it is busy`() async throws {
        let slow = PasswordHasher(cost: .init(memory: 19 * 1_048_576, passes: 4), threads: 2, waiting: 1)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do { _ = try await slow.hash("x") } catch { return error is PasswordsBusy }
                    return false
                }
            }
            return await group.reduce(into: [Bool: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes[true, default: 0] > 0)
        #expect(outcomes[false, default: 0] >= 3)
        // It goes on afterwards.
        #expect(try await slow.hash("x").hasPrefix("$argon2id$"))
    }
}
