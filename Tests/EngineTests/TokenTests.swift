import Agreements
import Calendars
import Documents
import Ledger
import Testing

@testable import Engine

@Suite struct TokenTests {
    @Test func `a token is told once, lets in whom it was made for, and is revoked`() async throws {
        let stage = try await Stage()
        let wish = TokenWish(name: "SIPD", role: .integration, regions: ["53.71"])
        let (token, text) = try await stage.engine.makeToken(wish, by: stage.person(.admin))
        #expect(text.hasPrefix("pksd_"))
        #expect(
            try await stage.engine.principal(token: text)
                == Principal(
                    tokenID: token.id, actor: Actor(name: "SIPD", role: .integration), regions: ["53.71"]))
        let listed = try #require(try await stage.engine.tokens(for: stage.person(.admin)).first)
        #expect(listed.madeBy == Actor(name: "admin", role: .admin))
        #expect(listed.lastUsedOn == Day("2026-11-02"))
        try await stage.engine.revokeToken(token.id, by: stage.person(.admin))
        await #expect(throws: EngineError.self) { try await stage.engine.principal(token: text) }
        await #expect(throws: EngineError.self) {
            try await stage.engine.revokeToken(token.id, by: stage.person(.admin))
        }
        let log = try await stage.ledger.accessLog(AccessQuery())
        #expect(log.map(\.act) == [.tokenRevoked, .tokenMade])
        #expect(log.allSatisfy { $0.detail == "SIPD (integration 53.71) \(token.id)" })
        #expect(!"\(log)".contains(text))
    }

    @Test func `a token that has run out lets nobody in`() async throws {
        let stage = try await Stage()
        let end = stage.clock.now() + .seconds(60)
        let (_, text) = try await stage.engine.makeToken(
            TokenWish(name: "SIPD", role: .integration, expiresAt: end), by: stage.person(.admin))
        stage.clock.advance(to: end + .milliseconds(-1))
        _ = try await stage.engine.principal(token: text)
        stage.clock.advance(to: end)
        await #expect(throws: EngineError.self) { try await stage.engine.principal(token: text) }
    }

    @Test(arguments: [
        (Role.coordinator, ["53.71"], true), (.integration, ["53"], true), (.integration, [], false),
        (.integration, ["17"], false), (.integration, ["53", "17"], false), (.admin, ["53.71"], false),
        (.auditor, ["53"], false), (.regionHead, ["53"], false),
    ])
    func `nobody gives more than they have`(role: Role, regions: [String], isGiven: Bool) async throws {
        let stage = try await Stage()
        let coordinator = stage.person(.coordinator, regions: ["53"])
        let wish = TokenWish(name: "SIPD", role: role, regions: regions)
        if isGiven {
            _ = try await stage.engine.makeToken(wish, by: coordinator)
        } else {
            await #expect(throws: EngineError.self) { try await stage.engine.makeToken(wish, by: coordinator) }
            // Nor do they see or revoke it.
            let (token, _) = try await stage.engine.makeToken(wish, by: stage.person(.admin))
            #expect(try await stage.engine.tokens(for: coordinator).isEmpty)
            await #expect(throws: EngineError.self) { try await stage.engine.revokeToken(token.id, by: coordinator) }
        }
    }

    @Test func `only admins and coordinators make tokens`() async throws {
        let stage = try await Stage()
        for role in Role.allCases where ![.admin, .coordinator].contains(role) {
            await #expect(throws: EngineError.self) {
                try await stage.engine.makeToken(TokenWish(name: "X", role: role), by: stage.person(role))
            }
            await #expect(throws: EngineError.self) { try await stage.engine.tokens(for: stage.person(role)) }
        }
    }

    @Test func `what a token cannot be is said at its place`() async throws {
        let stage = try await Stage()
        try await stage.enter(named: "Siti")
        func pointers(_ wish: TokenWish, _ role: Role = .admin) async -> [String] {
            await stage.problems { try await stage.engine.makeToken(wish, by: stage.person(role)) }
                .map(\.place.pointer)
        }
        #expect(
            await pointers(
                TokenWish(name: " ", role: .system, regions: ["99"], expiresAt: stage.clock.now()))
                == ["/name", "/role", "/regions/0", "/expires_at"])
        #expect(await pointers(TokenWish(name: "a\u{202E}b", role: .legal)) == ["/name"])
        // The record would take its acts for hers.
        #expect(await pointers(TokenWish(name: "siti", role: .coordinator), .coordinator) == ["/name"])
    }

    @Test func `the access log is for auditors and admins of all regions`() async throws {
        let stage = try await Stage()
        try await stage.engine.record(
            .export, by: stage.person(.coordinator), from: Visitor(address: "203.0.113.7"), detail: "agreements.csv")
        let entry = try await stage.engine.accessLog(AccessQuery(), for: stage.person(.auditor)).first
        #expect((entry?.act, entry?.name, entry?.network) == (.export, "coordinator", "203.0.113.0/24"))
        for role in Role.allCases where ![.auditor, .admin].contains(role) {
            await #expect(throws: EngineError.self) {
                try await stage.engine.accessLog(AccessQuery(), for: stage.person(role))
            }
        }
        await #expect(throws: EngineError.self) {
            try await stage.engine.accessLog(AccessQuery(), for: stage.person(.auditor, regions: ["53"]))
        }
    }
}
