import Testing

@testable import Diagrams

@Suite struct `Steps between two layers` {
    private static func tracks(_ steps: (arrow: Int, upper: Double, lower: Double)...) -> [Int?] {
        Channel(steps.map { Channel.Step(arrow: $0.arrow, upper: $0.upper, lower: $0.lower) }).tracks
    }

    @Test func `that go straight need no track`() {
        #expect(Self.tracks((0, 10, 10), (1, 0, 40)) == [nil, 0])
    }

    @Test func `that do not meet share a track, as do those of one arrow`() {
        #expect(Self.tracks((0, 0, 40), (1, 60, 100)) == [0, 0])
        #expect(Self.tracks((0, 0, 100), (0, 60, 100)) == [0, 0])
        #expect(Self.tracks((0, 0, 100), (1, 60, 120)) != [0, 0])
    }

    @Test func `are stacked so that none cuts another`() {
        #expect(Self.tracks((0, 0, 100), (1, 20, 120), (2, 40, 140)) == [2, 1, 0])
        #expect(Self.tracks((0, 100, 0), (1, 120, 20), (2, 140, 40)) == [0, 1, 2])
    }

    @Test func `never run on each other where one ends below the beginning of another`() {
        #expect(Self.tracks((0, 0, 50), (1, 50, 100)) == [1, 0])
        #expect(Self.tracks((0, 50, 100), (1, 0, 50)) == [0, 1])
        #expect(Self.tracks((0, 50, 0), (1, 100, 47)) == [0, 1])
    }
}
