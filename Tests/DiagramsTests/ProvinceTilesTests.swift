import Agreements
import Documents
import Testing

@testable import Diagrams

@Suite struct `A tile map of the provinces` {
    /// Where each provincial capital lies: degrees north and east.
    private static let capitals: [String: (north: Double, east: Double)] = [
        "11": (5.55, 95.32), "12": (3.59, 98.67), "13": (-0.95, 100.35), "14": (0.53, 101.45), "15": (-1.61, 103.61),
        "16": (-2.99, 104.76), "17": (-3.80, 102.26), "18": (-5.43, 105.26), "19": (-2.13, 106.11),
        "21": (0.92, 104.45), "31": (-6.18, 106.83), "32": (-6.91, 107.61), "33": (-6.97, 110.42),
        "34": (-7.80, 110.37), "35": (-7.25, 112.75), "36": (-6.12, 106.15), "51": (-8.65, 115.22),
        "52": (-8.58, 116.12), "53": (-10.17, 123.61), "61": (-0.03, 109.34), "62": (-2.21, 113.92),
        "63": (-3.44, 114.83), "64": (-0.50, 117.15), "65": (2.84, 117.37), "71": (1.47, 124.84), "72": (-0.90, 119.87),
        "73": (-5.15, 119.43), "74": (-3.97, 122.51), "75": (0.54, 123.06), "76": (-2.68, 118.89),
        "81": (-3.69, 128.18), "82": (0.74, 127.56), "91": (-2.53, 140.72), "92": (-0.86, 134.06),
        "93": (-8.49, 140.40), "94": (-3.37, 135.50), "95": (-4.10, 138.95), "96": (-0.88, 131.26),
    ]

    @Test func `has a tile of its own for each of the 38`() {
        #expect(Set(Province.all.map(\.code)) == Set(Self.capitals.keys))
        #expect(Set(Province.all.map(\.iso)).count == 38)
        #expect(Set(Province.all.map(\.name)).count == 38)
        #expect(Set(Province.all.map { [$0.column, $0.row] }).count == 38)
        #expect(Province.all.allSatisfy { (0..<Province.columns).contains($0.column) })
        #expect(Province.all.allSatisfy { (0..<Province.rows).contains($0.row) })
    }

    @Test(arguments: Province.all.map(\.code)) func `has east to the right and south below`(_ code: String) throws {
        let one = try #require(Province.all.first { $0.code == code })
        let here = try #require(Self.capitals[code])
        for other in Province.all {
            let there = try #require(Self.capitals[other.code])
            if other.row == one.row, other.column > one.column { #expect(there.east > here.east, "\(other.name)") }
            if other.column == one.column, other.row > one.row { #expect(there.north < here.north, "\(other.name)") }
            if there.east > here.east + 3 { #expect(other.column >= one.column, "\(other.name)") }
            if there.north < here.north - 1.5 { #expect(other.row >= one.row, "\(other.name)") }
        }
    }

    private static let measure = Bilingual(id: "Cakupan JKN", en: "JKN coverage")

    private static func map(
        _ values: [ProvinceTiles.Value], bounds: [Int64] = [90, 95, 98, 99], title: String = "Indonesia", _ look: Look
    ) -> ProvinceTiles {
        ProvinceTiles(
            values, bounds: bounds.map { Percent(hundredths: $0 * 100) }, measure: measure, title: title,
            language: look.language, breadth: look.breadth)
    }

    @Test(arguments: Look.all) func `tells a share by number, shade and squares`(_ look: Look) throws {
        let shares: [Int64] = [8_999, 9_000, 9_500, 9_799, 9_800, 9_899, 9_900, 10_345]
        var values = zip(Province.all, shares).map {
            ProvinceTiles.Value(
                code: $0.code, name: $0.name, percent: Percent(hundredths: $1), link: "/regions/\($0.code)")
        }
        values.append(.init(code: "53", name: "Nusa Tenggara Timur", percent: nil, link: "/regions/53"))
        let picture = try Illustrations.check(Self.map(values, look))
        #expect(picture.count("rect", withClass: "tile") == 38 + 6)
        #expect(picture.count("rect", withClass: "unknown") == 30 + 1)
        #expect(picture.count("path", withClass: "veil") == 30 + 1)
        #expect(
            [1, 2, 3, 4, 5].map { picture.count("rect", withClass: "c\($0)") } == [1 + 1, 1 + 1, 2 + 1, 2 + 1, 2 + 1])
        for shade in 1...5 {
            let squares = picture.elements.filter { $0.attributes["class"] == "pips\(shade)" }
            #expect(squares.allSatisfy { $0.attributes["d"]?.count { $0 == "z" } == shade })
            #expect(squares.count == picture.count("rect", withClass: "c\(shade)"))
        }
        let texts = picture.texts.map(\.text)
        let wanted =
            switch (look.language, look.breadth) {
            case (.indonesian, .wide): ["89,9%", "97,9%", "98,9%", "103%", "?", "NTT"]
            case (.english, .wide): ["89.9%", "97.9%", "98.9%", "103%", "?", "NTT"]
            case (_, .narrow): ["89", "97", "98", "103", "?", "NT"]
            }
        for text in wanted { #expect(texts.contains(text), "\(text)") }
        let words = Illustrations.words(picture)
        let summary =
            look.language == .indonesian
            ? [
                "2 dari 38 provinsi mencapai 99%; 30 tanpa angka.", "Aceh: 89,99%.",
                "Nusa Tenggara Timur: belum ada angka.",
            ]
            : ["2 of 38 provinces reach 99%; 30 without a figure.", "Aceh: 89.99%.", "Nusa Tenggara Timur: no figure."]
        for phrase in summary { #expect(words.contains(phrase), "\(phrase)") }
        #expect(Illustrations.links(picture).count == 9)
    }

    @Test(arguments: 0...6) func `has a shade of its own for each class`(_ count: Int) throws {
        let bounds = (0..<count).map { Int64(90 + $0) }
        let values = Province.all.enumerated().map { index, province in
            ProvinceTiles.Value(
                code: province.code, name: province.name, percent: Percent(hundredths: Int64(8_950 + index % 8 * 100)))
        }
        for look in Look.all {
            let picture = try Illustrations.check(Self.map(values, bounds: bounds, look))
            let shades = (1...5).filter { picture.count("rect", withClass: "c\($0)") > 0 }
            #expect(shades.count == min(count, 4) + 1)
        }
    }

    @Test(arguments: Illustrations.hostile) func `survives every name`(_ name: String) throws {
        let values = zip(Province.all, Illustrations.hostileLinks).map {
            ProvinceTiles.Value(
                code: $0.code, name: name, percent: Percent(hundredths: .max), detail: name, link: $1)
        }
        for look in Look.all {
            let picture = try Illustrations.check(Self.map(values, title: name, look), most: 50_000)
            #expect(Illustrations.links(picture).isEmpty)
        }
    }
}
