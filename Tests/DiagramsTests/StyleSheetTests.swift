import Documents
import Foundation
import Testing

@testable import Diagrams

@Suite struct `The style sheet of the pictures` {
    private static let sheet = Diagram.styleSheet

    /// The custom properties, light or dark; what is not said dark stays light.
    private static func colours(isDark: Bool) -> [String: String] {
        var colours: [String: String] = [:]
        for line in sheet.split(separator: "\n").joined(separator: "\n").split(separator: "}") {
            let dark = line.contains("prefers-color-scheme:dark")
            guard isDark || !dark else { continue }
            for match in line.matches(of: /--([a-z0-9]+):(#[0-9a-f]+)/) {
                colours[String(match.1)] = String(match.2)
            }
        }
        return colours
    }

    /// WCAG 2.2, relative luminance.
    private static func luminance(_ colour: String) throws -> Double {
        var digits = colour.dropFirst().map(String.init)
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let parts = try stride(from: 0, to: 6, by: 2).map { index -> Double in
            let value = try #require(Int(digits[index] + digits[index + 1], radix: 16))
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static func contrast(_ one: String, _ other: String) throws -> Double {
        let (a, b) = try (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private static let pairs =
        ["ink", "muted", "good", "bad", "warn", "accent"].flatMap { ink in ["paper", "band", "card"].map { (ink, $0) } }
        + (1...5).map { ("o\($0)", "c\($0)") } + [("on", "accent"), ("on", "bad"), ("ink", "badground")]

    @Test(arguments: pairs, [false, true])
    func `has text that can be read`(_ pair: (ink: String, ground: String), _ isDark: Bool) throws {
        let colours = Self.colours(isDark: isDark)
        let (ink, ground) = try (#require(colours[pair.ink]), #require(colours[pair.ground]))
        #expect(try Self.contrast(ink, ground) >= 4.5)
    }

    /// As a grey print has them.
    @Test(arguments: [false, true]) func `has shades that differ without colour`(_ isDark: Bool) throws {
        let colours = Self.colours(isDark: isDark)
        let shades = try (1...5).map { try #require(colours["c\($0)"]) }
        for (one, next) in zip(shades, shades.dropFirst()) { #expect(try Self.contrast(one, next) >= 1.25) }
        let light = try shades.map { try Self.luminance($0) }
        #expect(light == light.sorted { isDark ? $0 < $1 : $0 > $1 })
    }

    @Test func `has rules for pictures only, and colours that it names`() {
        let rules = Self.sheet.replacing(/@media[^{]*\{/, with: "")
        for match in rules.matches(of: /([^{}]+)\{/) {
            for selector in match.1.split(separator: ",") {
                let selector = selector.trimmingCharacters(in: .whitespacesAndNewlines)
                #expect(selector.hasPrefix(".pksd-"), "\(selector)")
            }
        }
        let known = Self.colours(isDark: false)
        for match in Self.sheet.matches(of: /var\(--([a-z0-9]+)\)/) {
            #expect(known[String(match.1)] != nil, "\(match.1)")
        }
        #expect(!Self.sheet.contains("url(") && !Self.sheet.contains("@import") && !Self.sheet.contains("<"))
        #expect(Self.sheet.count { $0 == "{" } == Self.sheet.count { $0 == "}" })
        #expect(Self.sheet.utf8.count < 12_000)
    }

    @Test func `leaves a hostile id harmless, and shows one of two widths`() throws {
        func chart(_ breadth: Breadth) -> DwellChart {
            DwellChart([], title: "x", language: .english, breadth: breadth)
        }
        let hostile = chart(.wide).inline(id: "a\" onload=\"x<é ")
        #expect(hostile.contains(#"id="a--onload--x----title""#))
        let both = SVG.inline(wide: chart(.wide), narrow: chart(.narrow), id: "dwell")
        let elements = try XMLReader(both).elements
        #expect(
            elements.filter { $0.name == "svg" }.map { $0.attributes["class"] ?? "" }
                == ["pksd-diagram pksd-chart pksd-wide", "pksd-diagram pksd-chart pksd-narrow"])
        #expect(Set(elements.compactMap { $0.attributes["id"] }).count == 4)
    }
}
